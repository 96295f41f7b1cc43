"""Earlier saves of an assessment."""

from peil.store.generations import LAST_SAVES
from peil.store.openfile import Saver
from peil.store.thinning import NEWEST
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, copies, loaded, new_saver, sample, state_of, step_of


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
    saver = Saver(FILE, loaded(disk), copies(disk), disk)
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
        saver = Saver(FILE, loaded(disk), copies(disk), disk)
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
    Saver(FILE, loaded(disk), copies(disk), disk).save(state_of(sample(9)))
    assert loaded(disk).known.saves == 6
    assert step_of(loaded(disk).assessment) == 9
