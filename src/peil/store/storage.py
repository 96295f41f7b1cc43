"""The TinyDB storage of one assessment: it replaces the whole file, or leaves it as it was.

TinyDB's own storage writes in place: a kill breaks files, a full disk destroys the
only copy. `WholeSaves` stands between TinyDB and the file, so that a save that
touches several tables is one write.
"""

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tinydb.storages import Storage

from peil.store.disk import READ_LIMIT, Disk, Stamp, free_name, replace_whole
from peil.store.envelope import Tables, TableWriter, checksum, stated_checksum
from peil.store.generations import Generations, Why

if TYPE_CHECKING:
    from peil.store.summary import Summary

_NO_FILE_OF_OURS = (errno.EFBIG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENXIO)


class LastKnown(NamedTuple):
    """A file as this process last read or wrote it."""

    tables: Tables
    stamp: Stamp | None
    """None while there is no file."""
    checksum: str
    saves: int
    damaged: bool = False
    """Whether the file itself is damaged, and `tables` are those of an earlier save."""


NO_FILE = LastKnown({}, None, "", 0)
"""What is known of a file that is still to be made."""


class AssessmentStorage(Storage):
    """One file that this process alone writes, under its lock."""

    def __init__(self, path: Path, known: LastKnown, generations: Generations, disk: Disk) -> None:
        """Go on from what is known of `path`, whose earlier saves are in `generations`."""
        self.summary: Summary | None = None
        """What the next write puts in the first line; it must be set before."""
        self.beside: Path | None = None
        """The file to which saves go since `path` was changed by somebody else, the next one
        when that was changed as well; else None."""
        self._path = path
        self._known = known
        self._generations = generations
        self._disk = disk
        self._writer = TableWriter()
        self._counter = -1
        self._damaged_kept = False

    def read(self) -> Tables | None:
        """Return the tables as they were last read or written, None for a new file."""
        return self._known.tables or None

    def write(self, data: Tables) -> None:
        """Put `data` on the disk, whole.

        Raises OSError; then the file is as it was, or holds all of `data` and may not be
        there after a power cut.
        """
        if self.summary is None:
            raise ValueError("a save needs its summary")
        if self._counter < 0:
            self._counter = max(self._known.saves, self._generations.highest())
        contents = self._writer.encode(data, self._counter + 1, self.summary)
        if len(contents) > READ_LIMIT:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(self._path))
        if self._changed_underneath(self.beside or self._path):
            self.beside = free_name(self._disk, self._path, "conflict")
        if self.beside is None:
            self._keep_old()
        target = self.beside or self._path
        aside = target.with_name(f".{target.name}.tmp")
        stamp = replace_whole(self._disk, target, aside, contents)
        # From here on the file is ours, even if the folder cannot be synced.
        self._counter += 1
        self._known = LastKnown(data, stamp, stated_checksum(contents), self._counter)
        self._disk.sync_folder(target.parent)

    def tidy(self) -> None:
        """Remove earlier saves that are more than those to keep."""
        self._generations.thin()

    def keep_before(self, why: Why) -> None:
        """Keep the file to which saves go, as it now is. Raises OSError."""
        self._generations.keep_before(self.beside or self._path, self._known.saves, why)

    def _keep_old(self) -> None:
        if self._known.damaged:
            if not self._damaged_kept:
                self._disk.link(self._path, free_name(self._disk, self._path, "damaged"))
                self._damaged_kept = True
        elif self._known.stamp is not None:
            self._generations.keep(self._path, self._known.saves)

    def _changed_underneath(self, target: Path) -> bool:
        """Tell whether the file to which saves go is no longer the one last read or written."""
        now = self._disk.stamp(target)
        if now is None or now == self._known.stamp:
            return False
        try:
            return checksum(self._disk.read(target)[0]) != self._known.checksum
        except OSError as error:
            if error.errno not in _NO_FILE_OF_OURS:
                raise
            return True


class WholeSaves(Storage):
    """Gathers TinyDB's writes of several tables until `flush` makes one of them."""

    def __init__(self, storage: AssessmentStorage) -> None:
        """Stand before `storage`."""
        self._storage = storage
        self._tables = storage.read()
        self._changed = False

    def read(self) -> Tables | None:
        """Return the tables with the changes gathered so far."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Gather a change."""
        self._tables = data
        self._changed = True

    def flush(self) -> None:
        """Write what was gathered, if anything. Raises OSError, and then it is still gathered."""
        if self._changed and self._tables is not None:
            self._storage.write(self._tables)
            self._changed = False
