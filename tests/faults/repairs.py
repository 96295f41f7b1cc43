"""Data folders with something to repair, on a disk that fails or whose power is cut."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from peil.errors import PeilError
from peil.store.examining import examine
from peil.store.repairing import repair
from peil.store.workspace import Workspace
from tests.faults.failing_disk import NEVER, WRITING, FailingDisk
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.store.folders import CUT, OLDER, OUTSIDE, SAVED
from tests.store.samples import NAME

_FILE: Final = f"assessments/{NAME}.json"
_LEFT_OVER: Final = f"assessments/.{NAME}.json.tmp"
_COPIES: Final = f"backups/{NAME}"

BROKEN: Final[dict[str, dict[str, bytes]]] = {
    "damaged": {_FILE: CUT, f"{_COPIES}/00000003.json": SAVED[2]},
    "damaged, saves older": {_FILE: CUT, f"{_COPIES}/00000004.json": OLDER},
    "changed outside": {_FILE: OUTSIDE, f"{_COPIES}/00000003.json": SAVED[2]},
    "older": {_FILE: OLDER},
    "damaged copies": {
        _FILE: SAVED[4],
        f"{_COPIES}/00000003.json": CUT,
        f"{_COPIES}/00000002.sitting.json": b"",
        f"{_COPIES}/00000001.json": SAVED[0],
    },
    "a newer left-over": {_FILE: SAVED[3], _LEFT_OVER: SAVED[6]},
    "half a left-over": {_FILE: SAVED[3], _LEFT_OVER: CUT},
    "all at once": {
        _FILE: b"",
        _LEFT_OVER: SAVED[6],
        f"{_COPIES}/00000003.json": CUT,
        f"{_COPIES}/00000002.json": SAVED[1],
        "assessments/other.json": OUTSIDE,
    },
}
"""By name, the files of a data folder; each byte in them must be there after a repair."""
_MAY_GO: Final = frozenset({CUT})
"""What a left-over may hold that is removed: half a save."""


def contents(folder: Path, scene: str) -> dict[Path, bytes]:
    """Return a scene of `BROKEN` as the files of a disk that is only a model."""
    (folder / "assessments").mkdir(parents=True, exist_ok=True)  # for the lock, which is no model
    return {folder / place: data for place, data in BROKEN[scene].items()}


def fail_every_operation(
    folder: Path, scene: str, code: int, failing: Collection[str], *, for_ever: bool
) -> int:
    """Repair with the Nth operation failing, N = 1, 2, 3 …; return the last N."""
    before = contents(folder, scene)
    readable = _readable(folder, ModelDisk(before))
    number = 0
    while True:
        number += 1
        last = NEVER if for_ever else number
        disk = FailingDisk(number, last, code, contents=before, failing=failing)
        repaired = repair(Workspace(folder, disk))
        failed = disk.failed
        disk.mend()
        _nothing_is_lost(before, disk, scene)
        _is_readable(readable, _readable(folder, disk))
        if not failed:
            assert {each.outcome for each in repaired} == {"done"}
            return number - 1
        if failing == WRITING:
            assert "failed" in {each.outcome for each in repaired}, "a failure without a word"
        _repairs_again(folder, disk, before, scene)


def cut_the_power(folder: Path, scene: str) -> tuple[int, int]:
    """Repair, and cut the power before each step of it.

    Returns how many moments there were, and how many different disks after them.
    """
    before = contents(folder, scene)
    readable = _readable(folder, ModelDisk(before))
    disk = ModelDisk(before)
    disk.promised = "everything"
    repair(Workspace(folder, disk))

    def check(found: ModelDisk, _: object) -> None:
        _nothing_is_lost(before, found, scene)
        _is_readable(readable, _readable(folder, found))
        _repairs_again(folder, found, before, scene)

    return try_every_power_cut(disk, check)


def _repairs_again(folder: Path, disk: ModelDisk, before: Mapping[Path, bytes], scene: str) -> None:
    """See that a repair on a disk that works does what is left to do, and loses nothing."""
    workspace = Workspace(folder, disk)
    repair(workspace)
    _nothing_is_lost(before, disk, scene)
    assert not [each.file for each in examine(workspace) if each.repairable], "not repaired"


def _is_readable(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """See that of each assessment as much can be read as before, or more."""
    assert all(after.get(name, -1) >= answers for name, answers in before.items()), "unreadable"


def _nothing_is_lost(before: Mapping[Path, bytes], disk: ModelDisk, scene: str) -> None:
    """See that all bytes from before the repair are still in some file."""
    kept = set(disk.contents.values())
    gone = set(before.values()) - kept
    assert gone <= (_MAY_GO if scene == "half a left-over" else frozenset()), "bytes are lost"


def _readable(folder: Path, disk: ModelDisk) -> dict[str, int]:
    """Return what can be read of each assessment: how many answers it has."""
    workspace = Workspace(folder, disk)
    found: dict[str, int] = {}
    for name in workspace.ids():
        try:
            found[name] = len(workspace.read(name).assessment.answers)
        except PeilError:
            continue
    return found
