"""A disk of which one operation fails, or every one from then on."""

import errno
import os
from collections.abc import Collection, Mapping
from pathlib import Path

from peil.store.disk import Stamp
from tests.faults.model_disk import ModelDisk

NEVER = 10**9
"""A number of operations that no test reaches."""
FULL = errno.ENOSPC
"""The error of a full disk."""
WRITING = ("create", "write", "sync", "replace", "link", "remove", "sync_folder", "make_folder")
"""What changes a disk."""
SYNCING = ("sync", "sync_folder")
"""What waits for a disk."""
READING = ("read", "beginning", "stamp", "names", "stamps")
"""What only looks."""


class FailingDisk(ModelDisk):
    """A model of a disk whose operations are counted and made to fail."""

    def __init__(
        self,
        first: int,
        last: int,
        code: int,
        *,
        contents: Mapping[Path, bytes] | None = None,
        failing: Collection[str] = WRITING,
    ) -> None:
        """Fail the operations number `first` to `last` (from 1) of those named, with `code`."""
        super().__init__(contents)
        self.done = 0
        """How many operations of those named were asked for."""
        self.failed = 0
        """How many of them failed."""
        self._first = first
        self._last = last
        self._code = code
        self._failing = failing

    def fail(self, first: int, last: int) -> None:
        """Fail the operations number `first` to `last`, counted from the very first."""
        self._first, self._last = first, last

    def mend(self) -> None:
        """Let nothing fail any more."""
        self.fail(NEVER, NEVER)

    def _count(self, operation: str) -> None:
        if operation not in self._failing:
            return
        self.done += 1
        if self._first <= self.done <= self._last:
            self.failed += 1
            raise OSError(self._code, os.strerror(self._code))

    def create(self, path: Path) -> int:
        """Make a file, or fail."""
        self._count("create")
        return super().create(path)

    def write(self, handle: int, data: bytes) -> None:
        """Write half of the bytes and fail, or write all."""
        try:
            self._count("write")
        except OSError:
            super().write(handle, data[: len(data) // 2])
            raise
        super().write(handle, data)

    def sync(self, handle: int) -> Stamp:
        """Sync a file, or fail."""
        self._count("sync")
        return super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file, or fail."""
        self._count("replace")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, or fail."""
        self._count("link")
        super().link(source, target)

    def remove(self, path: Path) -> None:
        """Take a name away, or fail."""
        self._count("remove")
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        """Sync a folder, or fail."""
        self._count("sync_folder")
        super().sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Make a folder, or fail; one that is there already needs nothing of the disk."""
        if folder not in self.folders:
            self._count("make_folder")
        super().make_folder(folder)

    def read(self, path: Path) -> tuple[bytes, Stamp]:
        """Read a file, or fail."""
        self._count("read")
        return super().read(path)

    def beginning(self, path: Path, size: int) -> bytes:
        """Read the beginning of a file, or fail."""
        self._count("beginning")
        return super().beginning(path, size)

    def stamp(self, path: Path) -> Stamp | None:
        """Look at a file, or fail."""
        self._count("stamp")
        return super().stamp(path)

    def names(self, folder: Path) -> list[str]:
        """List a folder, or fail."""
        self._count("names")
        return super().names(folder)

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """List a folder with its stamps, or fail."""
        self._count("stamps")
        return super().stamps(folder)
