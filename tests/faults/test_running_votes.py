"""A running vote survives what an assessment survives, and is never counted twice."""

from pathlib import Path

import pytest

from peil.store import ballot_box
from peil.store.ballot_box import BallotBox
from peil.store.disk import Disk
from peil.store.openfile import Saver, State
from peil.store.writer import Saved
from tests.faults import running_votes
from tests.promises import Tally


@pytest.mark.fault("power cut")
def test_no_power_cut_loses_a_vote(tmp_path: Path, tally: Tally) -> None:
    """Every sign that was called saved is there, or the counts that came of it."""
    points, disks = running_votes.power_cuts(tmp_path)
    assert min(points, disks) > 20
    tally("crash points", points)
    tally("disks after a crash", disks)


@pytest.mark.fault("disk full")
def test_no_failing_operation_loses_a_vote(tmp_path: Path, tally: Tally) -> None:
    """The vote before stands, and the next attempt keeps the new one."""
    operations = running_votes.failing_operations(tmp_path)
    assert operations > 20
    tally("failing operations", operations)


def _emptied_first(self: Saver, state: State) -> Saved:
    """Break the order: put the vote away before its counts are on the disk."""
    self._box.put(state.ballot)
    return _save(self, state)


_save = Saver.save


def _in_place(disk: Disk, path: Path, _aside: Path, data: bytes) -> None:
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, data)
    disk.close(handle)


def _believed(self: BallotBox, _counted: int) -> object:
    return _read(self, 0)


_read = BallotBox.read


@pytest.mark.parametrize(
    ("owner", "name", "broken"),
    [
        pytest.param(Saver, "save", _emptied_first, id="emptied before it is counted"),
        pytest.param(ballot_box, "write_whole", _in_place, id="written in place"),
        pytest.param(BallotBox, "read", _believed, id="what was counted is believed"),
    ],
)
def test_a_broken_box_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally,
    owner: object, name: str, broken: object,
) -> None:  # fmt: skip
    """Each way of doing it wrong loses a vote, or counts it twice, and the tests see it."""
    monkeypatch.setattr(owner, name, broken)
    with pytest.raises(AssertionError):
        running_votes.power_cuts(tmp_path)
    tally("broken storages", 1)
