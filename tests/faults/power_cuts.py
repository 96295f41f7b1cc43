"""What the program does to a disk, step by step, for a power cut at every one of them."""

from pathlib import Path
from typing import Final, TypeAlias

from peil.errors import PeilError
from peil.store.envelope import decode
from peil.store.loading import Loaded
from peil.store.openfile import Saver
from tests.faults.failing_disk import FULL, NEVER, FailingDisk
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.store.samples import (
    FILE,
    box,
    copies,
    loaded,
    new_saver,
    sample,
    state_of,
    step_of,
)

NOTHING: Final = -1
"""Stands for "there is no such assessment" among the states that may be found."""
_NEXT = 9
"""The state that is saved on a disk that was found, to see that work goes on there."""

Counts: TypeAlias = tuple[int, int]
"""How many moments there were, and how many different disks after them."""


def save(disk: ModelDisk, saver: Saver, step: int) -> None:
    """Save one state: until it is called saved the one before may be found, then only this."""
    before = disk.promised
    assert isinstance(before, frozenset)
    disk.promised = before | {step}
    saver.save(state_of(sample(step)))
    disk.promised = frozenset({step})
    saver.tidy()


def read(disk: ModelDisk) -> Loaded | None:
    """Return the assessment on a disk; None where there is none."""
    try:
        return loaded(disk)
    except FileNotFoundError:
        return None


def check(disk: ModelDisk, promised: object) -> None:
    """Find one of the promised states, and save the next one there."""
    assert isinstance(promised, frozenset)
    try:
        result = read(disk)
        step = NOTHING if result is None else step_of(result.assessment)
        assert step in promised, f"{step} was found, {sorted(promised)} were promised"
        saver = Saver(FILE, result, copies(disk), disk, box(disk)) if result else new_saver(disk)
        saver.save(state_of(sample(_NEXT)))
        saver.tidy()
        contents = decode(disk.read(FILE)[0])
    except (PeilError, OSError) as error:
        raise AssertionError(f"after the power cut: {error}") from error
    assert contents.intact
    assert contents.tables["assessment"]["about"]["place"] == sample(_NEXT).place


def of_a_first_save(_: Path) -> Counts:
    """Make an assessment: there is none, or there is a whole one."""
    disk = ModelDisk()
    disk.promised = frozenset({NOTHING})
    save(disk, new_saver(disk), 0)
    return try_every_power_cut(disk, check)


def of_many_saves(_: Path) -> Counts:
    """Save more often than earlier saves are kept, in two sittings."""
    disk = ModelDisk()
    disk.promised = frozenset({NOTHING})
    saver = new_saver(disk)
    for step in range(4):
        save(disk, saver, step)
    later = Saver(FILE, loaded(disk), copies(disk), disk, box(disk))
    for step in range(4, 7):
        save(disk, later, step)
    return try_every_power_cut(disk, check)


def of_a_save_after_a_failed_one(_: Path) -> Counts:
    """Let each single operation of a save fail, and save again."""
    moments = disks = failing = 0
    while True:
        failing += 1
        disk = FailingDisk(NEVER, NEVER, FULL)
        saver = new_saver(disk)
        for step in range(2):
            saver.save(state_of(sample(step)))
        disk.fail(disk.done + failing, disk.done + failing)
        disk.promised = frozenset({1})
        try:
            save(disk, saver, 2)
        except OSError:
            disk.mend()
        if not disk.failed:
            return moments, disks
        save(disk, saver, 3)
        counts = try_every_power_cut(disk, check)
        moments, disks = moments + counts[0], disks + counts[1]


def of_a_save_after_damage(_: Path) -> Counts:
    """Go on from an earlier save, since the file itself is damaged."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for step in range(3):
        saver.save(state_of(sample(step)))
    disk.put(FILE, b"scribble")
    for copy in copies(disk).newest_first():
        disk.put(copy, disk.read(copy)[0])
    disk.promised = frozenset({1})
    again = Saver(FILE, loaded(disk), copies(disk), disk, box(disk))
    for step in range(3, 6):
        save(disk, again, step)
    return try_every_power_cut(disk, check)
