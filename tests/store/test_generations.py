"""Earlier saves of an assessment."""

import errno
import stat
from pathlib import Path

import msgspec
import pytest

from peil.store.disk import DISK
from peil.store.generations import LAST_SAVES, Generations
from peil.store.openfile import Saver
from peil.store.thinning import NEWEST
from tests.faults.failing_disk import FailingDisk
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, box, copies, loaded, new_saver, sample, state_of, step_of


def _steps(disk: ModelDisk, *, sittings: bool) -> list[int]:
    """Return the steps that the earlier saves hold, newest first."""
    from peil.store.loading import load

    return [
        step_of(load(path, copies(disk), disk).assessment)
        for path in copies(disk).newest_first()
        if path.name.endswith(".sitting.json") == sittings
    ]


def test_the_last_saves_are_kept() -> None:
    """Three saves before the present one, and the one before the sitting."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(0)))
    saver = Saver(FILE, loaded(disk), copies(disk), disk, box(disk))
    for step in range(1, 8):
        saver.save(state_of(sample(step)))
        saver.tidy()
    assert LAST_SAVES == 3
    assert _steps(disk, sittings=False) == [6, 5, 4]
    assert _steps(disk, sittings=True) == [0]


def test_each_sitting_leaves_one() -> None:
    """One save per sitting stays, up to a limit within one week."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(0)))
    for sitting in range(1, NEWEST + 4):
        saver = Saver(FILE, loaded(disk), copies(disk), disk, box(disk))
        saver.save(state_of(sample(2 * sitting)))
        saver.save(state_of(sample(2 * sitting + 1)))
        saver.tidy()
    kept = _steps(disk, sittings=True)
    assert len(kept) == NEWEST + 1
    assert kept == sorted(kept, reverse=True)


def test_the_counter_passes_every_copy() -> None:
    """After an old file was put back, the next save still counts as the newest."""
    disk = ModelDisk()
    saver = new_saver(disk)
    saver.save(state_of(sample(0)))
    old = disk.read(FILE)[0]
    for step in range(1, 6):
        saver.save(state_of(sample(step)))
    disk.put(FILE, old)
    Saver(FILE, loaded(disk), copies(disk), disk, box(disk)).save(state_of(sample(9)))
    assert loaded(disk).known.saves == 6
    assert step_of(loaded(disk).assessment) == 9


_OTHER = FILE.with_name("other.json")


def test_a_copy_before_something_is_one_of_its_own() -> None:
    """It has the bytes of the file and is named for its save and its reason, once for the same."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(1)))
    for _ in range(2):
        copy = copies(disk).keep_before(FILE, 12, "repair")
        assert copy.name == "00000012.repair.json"
        assert disk.read(copy)[0] == disk.read(FILE)[0]
    disk.put(_OTHER, b"scribble")
    second = copies(disk).keep_before(_OTHER, 12, "repair")
    assert second.name == "00000012.repair-2.json"
    assert disk.read(second)[0] == b"scribble"
    assert copies(disk).keep_before(_OTHER, 12, "restore").name == "00000012.restore.json"
    assert [each.saves for each in copies(disk).kept()] == [12, 12, 12]
    assert not [name for name in disk.names(copies(disk).folder) if name.endswith(".tmp")]


def test_other_bytes_with_the_same_number_are_kept_beside() -> None:
    """A file of another computer that counts alike does not go without a copy."""
    disk = ModelDisk()
    for data in (b"ours", b"theirs", b"theirs"):
        disk.put(_OTHER, data)
        copies(disk).keep(_OTHER, 3)
    kept = {each.path.name: disk.read(each.path)[0] for each in copies(disk).kept()}
    assert kept == {
        "00000003.json": b"ours",
        "00000003-2.json": b"theirs",
        "00000003.sitting.json": b"ours",
        "00000003.sitting-2.json": b"theirs",
    }


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_copy_that_is_not_surely_there_is_an_error(code: int) -> None:
    """Whichever operation fails, nobody is told that there is a copy, and no half one stays."""
    failing = 0
    while True:
        failing += 1
        disk = FailingDisk(failing, failing, code)
        disk.put(FILE, b"precious")
        try:
            copies(disk).keep_before(FILE, 4, "update")
        except OSError:
            assert {disk.read(path)[0] for path in copies(disk).newest_first()} <= {b"precious"}
        else:
            break
    assert failing > 4


def test_a_power_cut_spares_a_copy_that_was_promised() -> None:
    """Once `keep_before` is through, no power cut takes the copy away."""
    disk = ModelDisk()
    disk.put(FILE, b"precious")
    copy = copies(disk).keep_before(FILE, 4, "update")
    disk.put(FILE, b"other")
    found = list(disk.moment().disks())
    assert found
    for after in found:
        assert after[copy] == b"precious"


def test_no_link_is_followed(tmp_path: Path) -> None:
    """Neither a link in the place of the file nor one planted at the copy's name."""
    victim = tmp_path / "victim"
    victim.write_text("secret")
    file = tmp_path / "file.json"
    file.write_text("ours")
    generations = Generations(tmp_path / "backups" / "x", DISK)
    link = tmp_path / "link.json"
    link.symlink_to(victim)
    with pytest.raises(OSError, match="symbolic"):
        generations.keep_before(link, 1, "repair")
    generations.keep_before(file, 1, "repair")
    for name in ("00000002.repair.json", ".00000003.repair.json.tmp"):
        (generations.folder / name).symlink_to(victim)
    assert generations.keep_before(file, 2, "repair").name == "00000002.repair-2.json"
    assert generations.keep_before(file, 3, "repair").read_text() == "ours"
    assert victim.read_text() == "secret"
    assert stat.S_IMODE(generations.folder.stat().st_mode) == 0o700
    copy = generations.keep_before(file, 4, "repair")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_only_copies_are_thinned(tmp_path: Path) -> None:
    """In a folder behind a link other things may have names like theirs."""
    others = tmp_path / "others"
    others.mkdir()
    for day in range(20200101, 20200131):
        (others / f"{day}.json").write_text('{"mine": 1}')
        (others / f"{day}.sitting.json").write_text('{"mine": 1}')
    before = sorted(others.iterdir())
    (tmp_path / "backups").symlink_to(others)
    Generations(tmp_path / "backups", DISK).thin()
    assert sorted(others.iterdir()) == before


@pytest.mark.fault("clock set back")
def test_old_copies_are_thinned_by_the_time_they_state() -> None:
    """Copies of four weeks: the newest ten and one a week stay, whatever the file times are."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for day in range(28):
        changed = f"2026-11-{day + 1:02}T10:30:00+00:00"
        state = state_of(msgspec.structs.replace(sample(day), changed=changed))
        saver.save(state)
        copies(disk).keep_before(FILE, day + 1, "update")
    copies(disk).thin()
    left = [each.saves for each in copies(disk).kept() if each.why == "update"]
    assert left == [28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 14, 7]


@pytest.mark.parametrize("planted", [10**15, 10**18 - 1])
def test_a_copy_is_found_again_whatever_the_numbers_are(tmp_path: Path, planted: int) -> None:
    """A copy with the highest number that a name can have leaves room for others."""
    generations = Generations(tmp_path / "backups", DISK)
    generations.folder.mkdir()
    (generations.folder / f"{planted}.json").write_bytes(b"planted")
    file = tmp_path / "file.json"
    for text in (b"one", b"two"):
        file.write_bytes(text)
        kept = generations.keep_before(file, generations.highest() + 1, "restore")
        assert kept in generations.newest_first()
