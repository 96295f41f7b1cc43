"""Going back to an earlier save, and forward again."""

import errno
import stat
from pathlib import Path

import msgspec
import pytest

from peil.assessment.model import ActionRecord
from peil.errors import DataDamaged, OpenElsewhere, PeilError
from peil.store.disk import Disk
from peil.store.envelope import FORMAT, TableWriter, decode
from peil.store.workspace import Workspace
from tests.faults.failing_disk import FailingDisk
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.promises import Tally
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a data folder with an assessment that was saved with steps 0 to 3."""
    workspace = Workspace(tmp_path / "data")
    _make(workspace)
    return workspace


def _make(workspace: Workspace) -> None:
    workspace.assessments.mkdir(parents=True, exist_ok=True)
    workspace.create(sample(0), summary_of(sample(0))).close()
    with workspace.open(NAME) as opened:
        for step in (1, 2, 3):
            opened.save(*state_of(sample(step)))
            opened.flush()


def _step(workspace: Workspace) -> int:
    loaded = workspace.read(NAME)
    assert (loaded.notice, loaded.writable) == (None, True)
    return step_of(loaded.assessment)


def test_it_goes_back_and_forward(workspace: Workspace) -> None:
    """The chosen save stands there as a new one, and number 1 takes that back."""
    data = workspace.file(NAME).read_bytes()
    copy = workspace.restore(NAME, 2)
    assert (copy.number, copy.saves, copy.why) == (2, 2, "save")
    assert _step(workspace) == 1
    assert workspace.read(NAME).known.saves == 5
    assert workspace.summaries()[0].answered == 1
    newest = workspace.copies(NAME)[0]
    assert (newest.why, newest.saves) == ("restore", 4)
    assert (workspace.generations(NAME).folder / newest.file).read_bytes() == data
    workspace.restore(NAME, 1)
    assert _step(workspace) == 3
    workspace.restore(NAME, 1)
    assert _step(workspace) == 1
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(8)))
    assert _step(workspace) == 8


def test_everything_stays_private(workspace: Workspace) -> None:
    """The new file and the copy are for their owner only."""
    workspace.restore(NAME, 1)
    for path in (workspace.file(NAME), *workspace.generations(NAME).newest_first()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(workspace.generations(NAME).folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("data", [b"", bytes(900), b"scribble", None, b"outside", b"newer"])
def test_it_works_whatever_stands_there(workspace: Workspace, data: bytes | None) -> None:
    """Damaged, changed outside, of a newer Peil or gone: what there was is kept byte for byte."""
    file = workspace.file(NAME)
    whole = file.read_bytes()
    if data == b"outside":
        data = whole.replace(b"Bakery", b"Butchr")
    elif data == b"newer":
        data = whole.replace(b'"format":%d' % FORMAT, b'"format":77')
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    workspace.restore(NAME, 1)
    assert _step(workspace) == 2
    kept = workspace.generations(NAME).newest_first()[0]
    if data is None:
        assert ".restore" not in kept.name
    else:
        assert kept.read_bytes() == data
        assert workspace.copies(NAME)[0].why == "restore"


def test_an_old_file_that_was_put_back_is_still_the_newest_copy(workspace: Workspace) -> None:
    """The number of a file says little when somebody put it there: what is replaced counts last."""
    first = workspace.generations(NAME).folder / "00000001.sitting.json"
    workspace.file(NAME).write_bytes(first.read_bytes())
    workspace.restore(NAME, 1)
    assert _step(workspace) == 2
    assert workspace.copies(NAME)[0].why == "restore"
    workspace.restore(NAME, 1)
    assert _step(workspace) == 0


def test_what_nobody_knows_comes_along(workspace: Workspace) -> None:
    """Tables and fields that this Peil does not know are restored with the rest."""
    path = workspace.generations(NAME).folder / "00000003.json"
    contents = decode(path.read_bytes())
    tables = contents.tables
    tables["rounds"] = {"iceberg/q0": {"votes": [1, 2]}}
    tables["assessment"]["about"]["mood"] = "fine"
    path.write_bytes(TableWriter().encode(tables, 3, contents.envelope.summary))
    workspace.restore(NAME, 1)
    assert decode(workspace.file(NAME).read_bytes()).tables == tables


def test_no_code_is_given_twice_after_a_restore(workspace: Workspace) -> None:
    """Lists with codes given since are still about: the next code is a new one all the same."""
    now = workspace.read(NAME).assessment
    actions = {"A07": ActionRecord("A07", "iceberg/q0@2")}
    later = msgspec.structs.replace(now, actions=actions, last_code=7)
    with workspace.open(NAME) as opened:
        opened.save(*state_of(later))
    workspace.restore(NAME, 1)
    assert workspace.read(NAME).assessment == msgspec.structs.replace(now, last_code=7)
    workspace.file(NAME).write_bytes(b"scribble")
    workspace.restore(NAME, 4)
    assert workspace.read(NAME).assessment.last_code == 7
    workspace.restore(NAME, 2)
    assert workspace.read(NAME).assessment.actions == actions


@pytest.mark.fault("older format")
def test_an_older_copy_is_put_into_the_present_form(tmp_path: Path) -> None:
    """A copy of an earlier Peil comes back as this one writes it, and stays as it was itself."""
    old = (Path(__file__).parent / "format-1.json").read_bytes()
    workspace = Workspace(tmp_path / "data")
    folder = workspace.generations("the-shop").folder
    folder.mkdir(parents=True)
    (folder / "00000006.json").write_bytes(old)
    assert workspace.copies("the-shop")[0].state == "older"
    workspace.restore("the-shop", 1)
    contents = decode(workspace.file("the-shop").read_bytes())
    assert (contents.envelope.format, contents.intact) == (FORMAT, True)
    assert contents.tables["assessment"]["about"]["last_code"] == 2
    assert contents.tables["rounds"] == decode(old).tables["rounds"]
    assert (folder / "00000006.json").read_bytes() == old


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((b'"format":%d' % FORMAT, b'"format":77'), "newer Peil"),
        ((b'"about"', b'"above"'), "is damaged"),
        ((b"\n", b"\n["), "is damaged"),
    ],
)
def test_a_copy_that_cannot_be_used_is_refused(
    workspace: Workspace, change: tuple[bytes, bytes], words: str
) -> None:
    """One sentence, and nothing is changed."""
    for path in workspace.generations(NAME).newest_first()[:2]:
        path.write_bytes(path.read_bytes().replace(*change))
    before = workspace.file(NAME).read_bytes()
    with pytest.raises(DataDamaged, match=words):
        workspace.restore(NAME, 1)
    assert workspace.file(NAME).read_bytes() == before
    assert len(workspace.copies(NAME)) == 3


def test_a_whole_copy_that_makes_no_sense_is_refused(workspace: Workspace) -> None:
    """Its checksum fits and its values do not: it is not put where it could not be opened."""
    path = workspace.generations(NAME).folder / "00000003.json"
    contents = decode(path.read_bytes())
    contents.tables["assessment"]["profile"]["hours"] = 0
    path.write_bytes(TableWriter().encode(contents.tables, 3, contents.envelope.summary))
    with pytest.raises(DataDamaged, match="is damaged"):
        workspace.restore(NAME, 1)
    assert _step(workspace) == 3


@pytest.mark.parametrize("number", [0, -1, 4, 10**9])
def test_a_number_that_is_none_is_refused(workspace: Workspace, number: int) -> None:
    """The sentence says which numbers there are."""
    with pytest.raises(PeilError, match="from 1, the newest, to 3"):
        workspace.restore(NAME, number)


def test_nothing_to_go_back_to_is_said(workspace: Workspace) -> None:
    """A new assessment has no earlier save, an unknown one is none, and nothing is made."""
    workspace.create(sample(0, "cafe"), summary_of(sample(0, "cafe"))).close()
    with pytest.raises(PeilError, match="no earlier save of cafe"):
        workspace.restore("cafe", 1)
    empty = Workspace(workspace.folder / "elsewhere")
    with pytest.raises(PeilError, match="no assessment"):
        empty.restore("cafe", 1)
    assert not empty.folder.exists()


def test_it_waits_for_no_other_window(workspace: Workspace) -> None:
    """While it is open somewhere, nothing is restored under that window."""
    with workspace.open(NAME), pytest.raises(OpenElsewhere):
        workspace.restore(NAME, 1)
    assert _step(workspace) == 3


def test_a_link_stays_a_link(workspace: Workspace, tmp_path: Path) -> None:
    """A file that lies elsewhere is restored there, also after it was removed there."""
    file, elsewhere = workspace.file(NAME), tmp_path / "synced.json"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    workspace.restore(NAME, 1)
    assert _step(workspace) == 2
    elsewhere.unlink()
    with pytest.raises(DataDamaged, match="peil backups bakery-jansen"):
        workspace.read(NAME)
    workspace.restore(NAME, 1)
    assert _step(workspace) == 3
    assert file.is_symlink()
    assert not elsewhere.is_symlink()


@pytest.mark.parametrize("target", ["gone/away.json", f"data/assessments/{NAME}.json"])
def test_a_link_to_no_place_is_refused(workspace: Workspace, tmp_path: Path, target: str) -> None:
    """A disk that is not there, or a link to itself: neither is the link cut nor a folder made."""
    workspace.file(NAME).unlink()
    workspace.file(NAME).symlink_to(tmp_path / target)
    with pytest.raises(PeilError, match="remove the link"):
        workspace.restore(NAME, 1)
    assert workspace.file(NAME).is_symlink()
    assert not (tmp_path / "gone").exists()


def test_what_is_no_file_is_not_replaced(workspace: Workspace) -> None:
    """What cannot be kept stays: a folder in the place of the file, for example."""
    workspace.file(NAME).unlink()
    workspace.file(NAME).mkdir()
    with pytest.raises(PeilError, match="could not be kept before restoring"):
        workspace.restore(NAME, 1)
    assert workspace.file(NAME).is_dir()


@pytest.mark.fault("disk full")
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_whatever_fails_nothing_is_lost(tmp_path: Path, code: int) -> None:
    """The Nth operation fails: the file is as it was, or restored with a copy of what it was."""
    model = ModelDisk()
    _make(Workspace(tmp_path, model))
    before = model.contents[Workspace(tmp_path).file(NAME)]
    failing = 1
    disk = FailingDisk(failing, failing, code, contents=model.contents)
    while not _restores(Workspace(tmp_path, disk)):
        workspace = Workspace(tmp_path, disk)
        step = _step(workspace)
        assert step in (2, 3)
        if step == 2:
            assert before in disk.contents.values()
        workspace.restore(NAME, 1)
        failing += 1
        disk = FailingDisk(failing, failing, code, contents=model.contents)
    assert failing > 8


def _restores(workspace: Workspace) -> bool:
    try:
        workspace.restore(NAME, 1)
    except PeilError:
        return False
    return True


@pytest.mark.fault("power cut")
def test_no_power_cut_loses_what_a_restore_replaces(tmp_path: Path, tally: Tally) -> None:
    """At every moment there is the file as it was, or the restored one beside a copy of it."""
    model = ModelDisk()
    _make(Workspace(tmp_path, model))
    before = model.contents[Workspace(tmp_path).file(NAME)]
    disk = ModelDisk(model.contents)
    disk.promised = "both"

    def check(found: ModelDisk, _: object) -> None:
        step = _step(Workspace(tmp_path, found))
        assert step in (1, 3)
        assert before in found.contents.values()

    Workspace(tmp_path, disk).restore(NAME, 2)
    moments, disks = try_every_power_cut(disk, check)
    tally("crash points", moments)
    tally("disks after a crash", disks)
    assert moments > 8
    assert _step(Workspace(tmp_path, disk)) == 1


def test_an_open_file_is_kept_as_it_is(workspace: Workspace) -> None:
    """Before an update the last answer is on the disk and in a copy of its own."""
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(6)))
        opened.keep_before("update")
        assert workspace.copies(NAME)[0].why == "update"
        newest = workspace.generations(NAME).newest_first()[0]
        assert newest.read_bytes() == workspace.file(NAME).read_bytes()
    workspace.restore(NAME, 1)
    assert _step(workspace) == 6


def test_without_a_copy_an_open_file_is_not_changed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the last save or the copy fails, whoever asked is told not to go on."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with workspace.open(NAME) as opened:
        monkeypatch.setattr(Disk, "create", full)
        with pytest.raises(PeilError, match=r"kept first \(disk full"):
            opened.keep_before("readback")
        opened.save(*state_of(sample(6)))
        with pytest.raises(PeilError, match="not saved yet"):
            opened.keep_before("readback")
        monkeypatch.undo()
        opened.keep_before("readback")
    assert workspace.copies(NAME)[0].why == "readback"
    assert _step(workspace) == 6
