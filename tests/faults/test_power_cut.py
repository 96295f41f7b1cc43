"""A power cut at every point of a save, on a disk that forgets and reorders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peil.errors import PeilError
from peil.store import storage
from peil.store.disk import Disk, Stamp
from tests.faults.model_disk import ModelDisk
from tests.store.samples import loaded, new_saver, sample, state_of, step_of

_SAVES = 4


def _wrong_states() -> tuple[int, int]:
    """Save a few times; return how many disks a power cut can leave, and how many are wrong.

    Right is: the last save that was called saved can be read, or the one under way.
    """
    disk = ModelDisk()
    saver = new_saver(disk)
    saver.save(state_of(sample(0)))
    disk.promised = 0
    for step in range(1, _SAVES):
        saver.save(state_of(sample(step)))
        disk.promised = step
        saver.tidy()
    disk.step()
    found = wrong = 0
    for before, promised in disk.past:
        for after in before.after_power_cut():
            found += 1
            wrong += not _holds(after, promised)
    return found, wrong


def _holds(disk: ModelDisk, promised: int) -> bool:
    try:
        step = step_of(loaded(disk).assessment)
    except (OSError, PeilError):
        return False
    return step in (promised, promised + 1)


def test_no_power_cut_loses_a_save() -> None:
    """Whatever a power cut leaves, the last answer that was called saved is there."""
    found, wrong = _wrong_states()
    assert found > 100
    assert wrong == 0


def _in_place(disk: Disk, path: Path, _aside: Path, data: bytes) -> Stamp:
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, data)
    stamp = disk.sync(handle)
    disk.close(handle)
    return stamp


def _without_sync(disk: Disk, path: Path, aside: Path, data: bytes) -> Stamp:
    handle = disk.create(aside)
    disk.write(handle, data)
    disk.close(handle)
    disk.replace(aside, path)
    stamp = disk.stamp(path)
    assert stamp is not None
    return stamp


class _ForgetfulDisk(ModelDisk):
    """A disk for which nobody syncs the folder."""

    def sync_folder(self, folder: Path) -> None:
        """Leave the names of the folder where they are."""


@pytest.mark.parametrize("broken", [_in_place, _without_sync])
def test_a_broken_storage_is_caught(
    broken: Callable[[Disk, Path, Path, bytes], Stamp], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model finds a storage that writes in place, or renames without a sync."""
    monkeypatch.setattr(storage, "replace_whole", broken)
    _, wrong = _wrong_states()
    assert wrong > 0


def test_a_forgotten_folder_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model finds a storage that does not sync the folder."""
    monkeypatch.setattr(ModelDisk, "sync_folder", _ForgetfulDisk.sync_folder)
    _, wrong = _wrong_states()
    assert wrong > 0
