"""The data folder: making, opening, reading, listing and deleting assessments."""

import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from peil.errors import DataDamaged, OpenElsewhere, PeilError
from peil.store.disk import Disk
from peil.store.folder import default_folder
from peil.store.openfile import OpenFile
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a data folder that is not there yet."""
    return Workspace(tmp_path / "home" / "data")


def _make(workspace: Workspace, name: str = NAME, step: int = 0) -> None:
    assessment = sample(step, name)
    workspace.create(assessment, summary_of(assessment)).close()


@pytest.fixture
def opened(workspace: Workspace) -> Iterator[OpenFile]:
    """Return a new assessment, open."""
    with workspace.create(sample(0), summary_of(sample(0))) as file:
        yield file


def test_nothing_is_made_before_it_is_needed(workspace: Workspace) -> None:
    """Looking into a folder that is not there finds nothing and makes nothing."""
    assert workspace.ids() == []
    assert workspace.summaries() == []
    assert not workspace.exists("x")
    with pytest.raises(PeilError, match="no assessment yet"):
        workspace.resolve("x")


def test_a_new_assessment_is_on_the_disk_at_once(workspace: Workspace, opened: OpenFile) -> None:
    """It can be read while it is still open, by its id or a beginning."""
    assert opened.status == Saved()
    assert workspace.ids() == [NAME]
    assert workspace.resolve("bak") == NAME
    assert workspace.read(NAME).assessment == sample(0)


def test_changes_are_saved_in_the_background(workspace: Workspace, opened: OpenFile) -> None:
    """What was handed over last is what is read after a flush."""
    for step in range(20):
        opened.save(*state_of(sample(step)))
    assert opened.flush() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 19


def test_closing_saves(workspace: Workspace) -> None:
    """What was handed over just before closing is not lost."""
    file = workspace.create(sample(0), summary_of(sample(0)))
    file.save(*state_of(sample(3)))
    assert file.close() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 3


def test_everything_is_private(workspace: Workspace, opened: OpenFile) -> None:
    """Folders are 0700 and files 0600, whatever the habit of the system."""
    for step in range(3):
        opened.save(*state_of(sample(step)))
        opened.flush()
    workspace.summaries()
    paths = [workspace.folder, *workspace.folder.rglob("*")]
    assert len(paths) > 8
    for path in paths:
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_the_second_window_is_told_since_when(workspace: Workspace, opened: OpenFile) -> None:
    """One window writes; the other is told, and can look."""
    assert opened.loaded is None
    with pytest.raises(OpenElsewhere, match=r"since \d{4}-\d\d-\d\d \d\d:\d\d"):
        workspace.open(NAME)
    with pytest.raises(OpenElsewhere):
        workspace.delete(NAME)
    assert workspace.read(NAME).writable


def test_another_assessment_is_not_locked(workspace: Workspace, opened: OpenFile) -> None:
    """Two windows on two assessments both save."""
    _make(workspace, "cafe")
    with workspace.open("cafe") as second:
        second.save(*state_of(sample(2, "cafe")))
    opened.save(*state_of(sample(1)))
    assert opened.flush() == Saved()
    assert step_of(workspace.read("cafe").assessment) == 2


def test_after_closing_it_opens_again(workspace: Workspace) -> None:
    """The lock goes with the window, and a sitting goes on from what was read."""
    _make(workspace, step=4)
    with workspace.open(NAME) as file:
        assert file.loaded is not None
        assert step_of(file.loaded.assessment) == 4
    workspace.open(NAME).close()


def test_a_lock_file_without_a_holder_is_no_lock(workspace: Workspace) -> None:
    """What a dead process left behind does not stand in the way."""
    _make(workspace)
    (workspace.assessments / f"{NAME}.lock").write_text("4711")
    (workspace.assessments / f"{NAME}.since").write_text("2020-01-01T00:00:00+00:00")
    workspace.open(NAME).close()


def test_nothing_is_made_over_an_existing_one(workspace: Workspace) -> None:
    """An id is given once."""
    _make(workspace, step=2)
    with pytest.raises(PeilError, match="already"):
        workspace.create(sample(0), summary_of(sample(0)))
    assert step_of(workspace.read(NAME).assessment) == 2
    assert workspace.free_id("Bakery Jansen", ()) == f"{NAME}-2"


def test_what_is_no_id_is_never_a_path(workspace: Workspace) -> None:
    """Only ids become file names."""
    for name in ("../x", "", "a/b", "A", "x.json", "a\0b"):
        assert not workspace.exists(name)
        with pytest.raises(PeilError):
            workspace.read(name)
        with pytest.raises(PeilError):
            workspace.open(name)
        with pytest.raises(ValueError, match="no id"):
            workspace.create(sample(0, name), summary_of(sample(0, name)))


def test_a_deleted_one_can_be_taken_back(workspace: Workspace) -> None:
    """It moves with its earlier saves, and moving the file back brings it back."""
    _make(workspace)
    with workspace.open(NAME) as file:
        file.save(*state_of(sample(1)))
    (workspace.assessments / f"{NAME}.conflict-1.json").write_text("ours")
    moved = workspace.delete(NAME)
    assert list(workspace.assessments.iterdir()) == []
    assert moved == workspace.folder / "deleted" / NAME / f"{NAME}.json"
    assert {path.name for path in moved.parent.iterdir()} == {
        f"{NAME}.json",
        f"{NAME}.conflict-1.json",
        "backups",
    }
    assert workspace.free_id("Bakery Jansen", ()) == NAME
    moved.rename(workspace.assessments / moved.name)
    assert step_of(workspace.read(NAME).assessment) == 1


def test_deleting_twice_keeps_both(workspace: Workspace) -> None:
    """A second one with the same name does not push the first out."""
    first, second = (_deleted(workspace, step) for step in (1, 2))
    assert first != second
    assert first.exists()
    assert second.exists()


def _deleted(workspace: Workspace, step: int) -> Path:
    _make(workspace, step=step)
    return workspace.delete(NAME)


def test_earlier_saves_without_their_file_are_not_taken_over(workspace: Workspace) -> None:
    """A new assessment does not inherit the copies of one that somebody removed."""
    _make(workspace)
    with workspace.open(NAME) as file:
        file.save(*state_of(sample(1)))
    (workspace.assessments / f"{NAME}.json").unlink()
    assert workspace.free_id("Bakery Jansen", ()) == f"{NAME}-2"


def test_a_copied_file_is_an_assessment_of_its_own(workspace: Workspace) -> None:
    """The name of the file is the id."""
    _make(workspace, step=1)
    source = workspace.assessments / f"{NAME}.json"
    (workspace.assessments / "copy.json").write_bytes(source.read_bytes())
    assert workspace.read("copy").assessment == sample(1, "copy")
    assert [line.id for line in workspace.summaries()] == [NAME, "copy"]
    with workspace.open("copy") as file:
        file.save(*state_of(sample(2, "copy")))
    assert step_of(workspace.read("copy").assessment) == 2
    assert step_of(workspace.read(NAME).assessment) == 1


def test_the_list_follows_every_change(workspace: Workspace) -> None:
    """New, saved, damaged and deleted ones show in the next list."""
    for name in ("cafe", "bakery", "a-b", "a"):
        _make(workspace, name)
    assert [line.id for line in workspace.summaries()] == ["a", "a-b", "bakery", "cafe"]
    with workspace.open("cafe") as file:
        file.save(*state_of(sample(7, "cafe")))
    workspace.delete("bakery")
    (workspace.assessments / "a.json").write_bytes(b"")
    assert [(line.id, line.answered, line.damaged) for line in workspace.summaries()] == [
        ("a", 0, True),
        ("a-b", 0, False),
        ("cafe", 7, False),
    ]


def test_a_second_list_opens_no_assessment(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is believed where names, sizes and times fit."""
    for name in ("bakery", "cafe"):
        _make(workspace, name)
    first = workspace.summaries()
    monkeypatch.delattr(Disk, "beginning")
    assert workspace.summaries() == first


def test_a_damaged_one_is_listed_from_its_earlier_save(workspace: Workspace) -> None:
    """The list shows what opening would show."""
    _make(workspace)
    with workspace.open(NAME) as file:
        file.save(*state_of(sample(5)))
        file.flush()
        file.save(*state_of(sample(6)))
    (workspace.assessments / f"{NAME}.json").write_bytes(bytes(500))
    assert [line.answered for line in workspace.summaries()] == [5]


def test_a_file_cut_after_its_first_line_is_damaged_in_the_list(workspace: Workspace) -> None:
    """Its first line is whole, and still not believed: nothing else of it is left."""
    _make(workspace)
    file = workspace.file(NAME)
    file.write_bytes(file.read_bytes().partition(b"\n")[0] + b"\n")
    assert [line.damaged for line in workspace.summaries()] == [True]


def test_a_damaged_index_is_made_again(workspace: Workspace) -> None:
    """The cache may be anything, and nobody notices."""
    _make(workspace)
    first = workspace.summaries()
    index = workspace.folder / "cache" / "index"
    for data in (b"", b"nonsense", index.read_bytes()[:-3]):
        index.write_bytes(data)
        assert workspace.summaries() == first
    assert index.read_bytes() != b""


def test_a_look_only_file_is_not_opened(workspace: Workspace) -> None:
    """What was changed outside can be read and cannot be opened for writing."""
    _make(workspace)
    file = workspace.assessments / f"{NAME}.json"
    file.write_bytes(file.read_bytes().replace(b"Bakery", b"Butchr"))
    assert not workspace.read(NAME).writable
    with pytest.raises(DataDamaged, match="changed outside"):
        workspace.open(NAME)
    with pytest.raises(DataDamaged):
        workspace.open(NAME)


def test_values_that_cannot_be_read_back_are_refused_at_once(opened: OpenFile) -> None:
    """A mistake of the program is loud, before anything is written."""
    with pytest.raises(ValueError, match="time"):
        opened.save(msgspec.structs.replace(sample(1), changed="now"), summary_of(sample(1)), None)
    assert opened.flush() == Saved()


def test_the_data_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """`PEIL_DATA` wins over the system's place."""
    monkeypatch.setenv("PEIL_DATA", "/somewhere/peil")
    assert default_folder() == Path("/somewhere/peil")
    monkeypatch.setenv("PEIL_DATA", "")
    assert default_folder().name == "peil"


def test_the_callback_comes_after_each_attempt(workspace: Workspace) -> None:
    """The front end is told when it may look at the status."""
    told: list[str] = []
    file = workspace.create(sample(0), summary_of(sample(0)), lambda: told.append("look"))
    file.save(*state_of(sample(1)))
    assert file.close() == Saved()
    assert told == ["look", "look"]
