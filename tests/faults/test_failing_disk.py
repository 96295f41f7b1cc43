"""The Nth operation of the disk fails, for every N until none is left to fail."""

import errno

import pytest

from tests.faults.failing_disk import FULL, NEVER, FailingDisk
from tests.store.samples import loaded, new_saver, sample, state_of, step_of

_SAVES = 6


def _saved(disk: FailingDisk) -> list[bool]:
    """Save a few times and return which saves were called saved.

    After each attempt the last that was called saved can be read, or a newer one.
    """
    saver = new_saver(disk)
    results: list[bool] = []
    promised = -1
    for step in range(_SAVES):
        try:
            saver.save(state_of(sample(step)))
        except OSError:
            results.append(False)
        else:
            results.append(True)
            promised = step
        saver.tidy()
        if promised >= 0:
            assert step_of(loaded(disk).assessment) in range(promised, step + 1)
    return results


@pytest.mark.parametrize("code", [errno.EIO, FULL, errno.EACCES])
def test_one_failure_loses_nothing(code: int) -> None:
    """Any single operation may fail: the next save puts everything in the same file."""
    failing = refused = 0
    while True:
        failing += 1
        disk = FailingDisk(failing, failing, code)
        results = _saved(disk)
        if disk.done < failing:
            break
        assert results.count(False) <= 1
        refused += results.count(False)
        if results[-1]:
            assert step_of(loaded(disk).assessment) == _SAVES - 1
        assert not [path for path in disk.names_now if "conflict" in path.name]
    assert refused >= 4 * _SAVES


@pytest.mark.parametrize("code", [errno.EIO, FULL, errno.EROFS])
def test_a_disk_that_fails_for_ever_keeps_what_it_had(code: int) -> None:
    """From any operation on all may fail: what was saved before can still be read."""
    failing = refused = 0
    while True:
        failing += 1
        disk = FailingDisk(failing, NEVER, code)
        results = _saved(disk)
        if disk.done < failing:
            break
        assert results == sorted(results, reverse=True)
        refused += results.count(False)
    assert refused >= 4 * _SAVES
