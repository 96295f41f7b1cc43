"""Answering, closing, opening again and restoring on a disk of which the Nth operation fails."""

import errno
from collections.abc import Collection, Mapping
from pathlib import Path
from threading import Event
from typing import Final

from peil.errors import PeilError
from peil.store.envelope import decode
from peil.store.openfile import OpenFile
from peil.store.trouble import reason
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved, Status
from tests.faults.failing_disk import NEVER, WRITING, FailingDisk
from tests.faults.model_disk import ModelDisk
from tests.store.samples import NAME, sample, state_of, step_of, summary_of

FIRST: Final = 5
"""The newest state on the disk before anything fails."""
LAST: Final = 30
"""The state that is saved when the disk works again."""


def prepared(folder: Path) -> Mapping[Path, bytes]:
    """Return a disk with an assessment of two sittings and its earlier saves."""
    disk = ModelDisk()
    workspace = Workspace(folder, disk)
    workspace.assessments.mkdir(parents=True, exist_ok=True)  # for the lock, which is no model
    workspace.create(sample(0), summary_of(sample(0))).close()
    for steps in ((1, 2), (3, 4, FIRST)):
        with workspace.open(NAME) as opened:
            for step in steps:
                opened.save(*state_of(sample(step)))
                assert opened.flush() == Saved()
    return disk.contents


class Run:
    """One run of the script, with what may be found on the disk at each moment."""

    def __init__(self, folder: Path, disk: FailingDisk, code: int) -> None:
        """Run on a disk that fails with `code`, if it does."""
        self.disk = disk
        self.workspace = Workspace(folder, disk)
        self.possible = {FIRST}
        """The states of which one must be found now."""
        self.refused = NotSaved(reason(OSError(code, "")), code)
        """What a save says that the disk refused."""
        self._attempted = Event()

    def script(self) -> None:
        """Answer, close, open, answer, restore; and once more with the disk working again."""
        self.sit(11, 12)
        self.sit(13)
        self.restore()
        self.sit(14, 15, mended=True)
        self.disk.mend()
        self.all_is_well()

    def sit(self, *steps: int, mended: bool = False) -> None:
        """Open, save these states, and close; `mended`: the disk works before it is closed."""
        failed = self.disk.failed
        try:
            opened = self.workspace.open(NAME, self._attempted.set)
        except PeilError:
            assert self.disk.failed > failed, "refused although nothing failed"
            return
        for step in steps:
            self._save(opened, step)
        if mended:
            self.disk.mend()
            assert opened.flush() == Saved(), "the disk works again, and it is not saved"
            self.possible = {steps[-1]}
        self._judge(opened.close(), steps[-1])

    def restore(self) -> None:
        """Go back to an earlier save."""
        failed = self.disk.failed
        try:
            copy = self.workspace.copies(NAME)[-1]
            self.possible.add(self._holds(copy.file))
            self.workspace.restore(NAME, copy.number)
            self.possible = {self._holds(copy.file)}
        except (PeilError, IndexError):
            assert self.disk.failed > failed, "refused although nothing failed"

    def _holds(self, copy: str) -> int:
        """Return which state a copy holds, whatever the disk refuses to others now."""
        data = self.disk.contents[self.workspace.generations(NAME).folder / copy]
        return int(decode(data).tables["assessment"]["about"]["place"].removeprefix("iceberg/q"))

    def all_is_well(self) -> None:
        """Find a promised state, whole and without a word; save another, and find that."""
        result = self.workspace.read(NAME)
        assert result.notice is None
        assert step_of(result.assessment) in self.possible
        with self.workspace.open(NAME, self._attempted.set) as opened:
            self._save(opened, LAST)
            assert self.possible == {LAST}
        assert step_of(self.workspace.read(NAME).assessment) == LAST
        for path, data in self.disk.contents.items():
            assert path.suffix == ".json", f"left behind: {path.name}"
            assert "conflict" not in path.name
            assert decode(data).intact, f"half written: {path.name}"

    def _save(self, opened: OpenFile, step: int) -> None:
        self._attempted.clear()
        self.possible = {*self.possible, step}
        opened.save(*state_of(sample(step)))
        assert self._attempted.wait(20)
        self._judge(opened.status, step)

    def _judge(self, status: Status, step: int) -> None:
        if status == Saved():
            self.possible = {step}
        else:
            assert status == self.refused
            assert self.disk.failed, "not saved although nothing failed"


def fail_every_operation(
    folder: Path, code: int, failing: Collection[str], *, for_ever: bool
) -> int:
    """Run the script with the Nth operation failing, N = 1, 2, 3 …; return the last N."""
    contents = prepared(folder)
    number = 0
    while True:
        number += 1
        last = NEVER if for_ever else number
        disk = FailingDisk(number, last, code, contents=contents, failing=failing)
        Run(folder, disk, code).script()
        if not disk.failed:
            return number - 1


def failing_operations_lose_nothing(folder: Path) -> None:
    """Let every operation fail: all is saved as soon as the disk works again."""
    fail_every_operation(folder, errno.ENOSPC, WRITING, for_ever=True)
