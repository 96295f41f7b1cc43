"""What there is to go back to, as a list."""

from pathlib import Path

import msgspec
import pytest

from peil.errors import PeilError
from peil.store import copies
from peil.store.envelope import FORMAT, TableWriter, decode
from peil.store.workspace import Workspace
from tests.store.samples import NAME, sample, state_of, summary_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a data folder with an assessment of two sittings: steps 0, 1 and 2, then 3."""
    workspace = Workspace(tmp_path / "data")
    workspace.create(sample(0), summary_of(sample(0))).close()
    for steps in ((1, 2), (3,)):
        with workspace.open(NAME) as opened:
            for step in steps:
                opened.save(*state_of(sample(step)))
                opened.flush()
    return workspace


def _lines(workspace: Workspace) -> list[tuple[int, int, str, int]]:
    """Return number, save, reason and step of each copy."""
    return [
        (copy.number, copy.saves, copy.why, copy.summary.answered if copy.summary else -1)
        for copy in workspace.copies(NAME)
    ]


def test_the_same_bytes_are_one_copy(workspace: Workspace) -> None:
    """A save that was also the last before a sitting is listed once, as the latter."""
    assert len(workspace.generations(NAME).newest_first()) == 5
    assert _lines(workspace) == [(1, 3, "sitting", 2), (2, 2, "save", 1), (3, 1, "sitting", 0)]
    newest = workspace.copies(NAME)[0]
    assert (newest.file, newest.state) == ("00000003.sitting.json", "whole")
    assert newest.time == sample(2).changed


def test_the_most_telling_reason_is_named(workspace: Workspace) -> None:
    """What was kept before an update is that, also where a sitting began with it."""
    with workspace.open(NAME) as opened:
        opened.keep_before("update")
        opened.save(*state_of(sample(4)))
    assert _lines(workspace)[0] == (1, 4, "update", 3)


def test_each_state_is_told(workspace: Workspace) -> None:
    """Whole, changed outside, newer, older, damaged: the list says which, and never raises."""
    folder = workspace.generations(NAME).folder
    data = (folder / "00000003.json").read_bytes()
    newer, older = (
        data.replace(b'"format":%d' % FORMAT, b'"format":%d' % number) for number in (9, 1)
    )
    old_file = (Path(__file__).parent / "format-1.json").read_bytes()
    files = {
        "00000020.json": data,
        "00000019.json": data.replace(b"Bakery", b"Butchr"),
        "00000018.json": newer,
        "00000017.json": newer.partition(b"\n")[0] + b'\n"answers":[]}',
        "00000016.json": old_file,
        "00000015.json": older,
        "00000014.json": data[:-9],
        "00000013.json": b"",
        "00000012.json": data.replace(b'"about"', b'"above"'),
        "00000011.json": data.replace(b"\n", b""),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "00000010.json").symlink_to(workspace.file(NAME))
    (folder / "00000009.json").mkdir()
    found = {copy.saves: copy for copy in workspace.copies(NAME)}
    assert {saves: copy.state for saves, copy in found.items() if saves > 3} == {
        20: "whole", 19: "outside", 18: "newer", 17: "newer", 16: "older", 15: "outside",
        14: "damaged", 13: "damaged", 12: "damaged", 11: "outside", 10: "damaged", 9: "damaged",
    }  # fmt: skip
    assert found[16].summary is not None
    assert (found[16].summary.id, found[16].summary.answered) == (NAME, 2)
    assert [found[saves].time for saves in (14, 13, 10)] == ["", "", ""]


def test_texts_of_a_copy_are_made_safe(workspace: Workspace) -> None:
    """A title in a copy drives no terminal either."""
    path = workspace.generations(NAME).folder / "00000002.json"
    contents = decode(path.read_bytes())
    summary = msgspec.structs.replace(
        contents.envelope.summary, title="\x1b[31mred", changed="\x1b]0;x\x07"
    )
    path.write_bytes(TableWriter().encode(contents.tables, 2, summary))
    copy = workspace.copies(NAME)[1]
    assert copy.summary is not None
    assert (copy.summary.title, copy.time) == ("red", "")


def test_copies_without_their_file_are_found(workspace: Workspace) -> None:
    """An id of which only copies are left can be named, also by its beginning."""
    workspace.file(NAME).unlink()
    (workspace.folder / "backups" / "empty").mkdir()
    (workspace.folder / "backups" / "no id!").mkdir()
    assert workspace.ids() == []
    assert copies.ids(workspace) == [NAME]
    assert copies.resolve(workspace, "bak") == NAME
    assert len(workspace.copies(NAME)) == 3
    longer = f"{NAME}-2"
    workspace.create(sample(0, longer), summary_of(sample(0, longer))).close()
    assert copies.resolve(workspace, NAME) == NAME
    for name in ("empty", "cafe", "../x"):
        with pytest.raises(PeilError, match="no assessment"):
            workspace.copies(name)
        with pytest.raises(PeilError, match="no assessment"):
            copies.resolve(workspace, name)


def test_a_new_assessment_has_none(workspace: Workspace) -> None:
    """There is nothing to go back to before the second save."""
    workspace.create(sample(0, "cafe"), summary_of(sample(0, "cafe"))).close()
    assert workspace.copies("cafe") == ()
