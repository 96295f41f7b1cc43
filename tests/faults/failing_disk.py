"""A disk of which one operation fails, or every one from then on."""

import errno
import os
from pathlib import Path

from peil.store.disk import Stamp
from tests.faults.model_disk import ModelDisk


class FailingDisk(ModelDisk):
    """A model of a disk whose writing operations are counted and made to fail."""

    def __init__(self, first: int, last: int, code: int) -> None:
        """Fail the operations number `first` to `last` (from 1) with the error `code`."""
        super().__init__()
        self.done = 0
        """How many operations were asked for."""
        self._first = first
        self._last = last
        self._code = code

    def _count(self) -> None:
        self.done += 1
        if self._first <= self.done <= self._last:
            raise OSError(self._code, os.strerror(self._code))

    def create(self, path: Path) -> int:
        """Make a file, or fail."""
        self._count()
        return super().create(path)

    def write(self, handle: int, data: bytes) -> None:
        """Write half of the bytes and fail, or write all."""
        try:
            self._count()
        except OSError:
            super().write(handle, data[: len(data) // 2])
            raise
        super().write(handle, data)

    def sync(self, handle: int) -> Stamp:
        """Sync a file, or fail."""
        self._count()
        return super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file, or fail."""
        self._count()
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, or fail."""
        self._count()
        super().link(source, target)

    def remove(self, path: Path) -> None:
        """Take a name away, or fail."""
        self._count()
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        """Sync a folder, or fail."""
        self._count()
        super().sync_folder(folder)


NEVER = 10**9
"""A number of operations that no test reaches."""
FULL = errno.ENOSPC
"""The error of a full disk."""
