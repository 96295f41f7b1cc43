"""A model of a disk that may forget or reorder whatever was not synced.

Bytes written to a file are on the disk once the file is synced; a name in a folder
once the folder is synced. Until then a power cut may keep any part of them:
`after_power_cut` returns the disks that the computer may find when it starts again.
"""

import copy
import errno
import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from peil.store.disk import Disk, Stamp

_MOST_ORDERS = 4


class _File:
    """One file's bytes: as written, and as they surely are on the disk."""

    def __init__(self) -> None:
        """Begin empty, with nothing on the disk."""
        self.data = b""
        self.synced: bytes | None = None
        self.modified = 0

    def possible(self) -> tuple[bytes, ...]:
        """Return the bytes that it may have after a power cut."""
        if self.synced == self.data:
            return (self.data,)
        half = self.data[: len(self.data) // 2]
        return (self.synced or b"", half, self.data)


_Change = tuple[Path, int | None]
"""A name that was given to a file, or taken away."""


class ModelDisk(Disk):
    """A disk in memory."""

    def __init__(self) -> None:
        """Begin empty, with a root folder."""
        self.files: dict[int, _File] = {}
        """Every file by its number."""
        self.names_now: dict[Path, int] = {}
        """The names as programs see them."""
        self.names_synced: dict[Path, int] = {}
        """The names that are surely on the disk."""
        self.pending: dict[Path, list[tuple[_Change, ...]]] = {}
        """By folder, the changes of names that were not synced, in their order."""
        self.folders: set[Path] = {Path("/")}
        self.past: list[tuple[ModelDisk, int]] = []
        """The disk before each step, with what was promised then."""
        self.promised: int | None = None
        """What the program was told to be safe; while it is None no past is kept."""
        self._clock = 0

    def step(self) -> None:
        """Stand before one step of the program."""
        if self.promised is not None:
            past, self.past = self.past, []
            snapshot = copy.deepcopy(self)
            self.past = [*past, (snapshot, self.promised)]

    def after_power_cut(self) -> Iterator["ModelDisk"]:
        """Return each disk that may be found after a power cut at this moment."""
        folders = list(self.pending)
        for orders in product(*(_orders(self.pending[folder]) for folder in folders)):
            names = dict(self.names_synced)
            for order in orders:
                for change in order:
                    _apply(names, change)
            used = sorted(set(names.values()))
            for contents in product(*(self.files[number].possible() for number in used)):
                found = ModelDisk()
                found.folders = set(self.folders)
                for number, data in zip(used, contents, strict=True):
                    found.files[number] = file = _File()
                    file.data = file.synced = data
                found.names_now = dict(names)
                found.names_synced = dict(names)
                yield found

    def put(self, path: Path, data: bytes) -> None:
        """Put a file there as another program would, synced."""
        self._clock += 1
        number = self._clock
        self.files[number] = file = _File()
        file.data = file.synced = data
        file.modified = self._clock
        self.names_now[path] = self.names_synced[path] = number

    def read(self, path: Path) -> tuple[bytes, Stamp]:
        """Return a file's bytes and its stamp."""
        return self._file(path).data, self._stamp(self.names_now[path])

    def beginning(self, path: Path, size: int) -> bytes:
        """Return the first bytes of a file."""
        return self.read(path)[0][:size]

    def create(self, path: Path) -> int:
        """Make a file whose name is not synced."""
        self.step()
        if path.parent not in self.folders:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if path in self.names_now:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        self._clock += 1
        self.files[self._clock] = _File()
        self._change((path, self._clock))
        return self._clock

    def write(self, handle: int, data: bytes) -> None:
        """Write bytes that are not synced."""
        self.step()
        self._clock += 1
        file = self.files[handle]
        file.data += data
        file.modified = self._clock

    def sync(self, handle: int) -> Stamp:
        """Sync the bytes of a file, not its name."""
        self.step()
        self.files[handle].synced = self.files[handle].data
        return self._stamp(handle)

    def close(self, handle: int) -> None:
        """Close a file, which syncs nothing."""
        assert handle in self.files
        self.step()

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file, which syncs nothing."""
        self.step()
        number = self._number(source)
        self._change((target, number), (source, None))

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, not synced."""
        self.step()
        if target.parent not in self.folders:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if target in self.names_now:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        self._change((target, self._number(source)))

    def remove(self, path: Path) -> None:
        """Take a name away, not synced."""
        self.step()
        if path in self.names_now:
            self._change((path, None))

    def sync_folder(self, folder: Path) -> None:
        """Sync the names in a folder."""
        self.step()
        for change in self.pending.pop(folder, []):
            _apply(self.names_synced, change)

    def make_folder(self, folder: Path) -> None:
        """Make folders; they are always on the disk."""
        self.step()
        self.folders |= {folder, *folder.parents}

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp."""
        number = self.names_now.get(path)
        return None if number is None else self._stamp(number)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return [path.name for path in self.names_now if path.parent == folder]

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Return all stamps in a folder."""
        return {
            path.name: self._stamp(number)
            for path, number in self.names_now.items()
            if path.parent == folder
        }

    def _file(self, path: Path) -> _File:
        return self.files[self._number(path)]

    def _number(self, path: Path) -> int:
        try:
            return self.names_now[path]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None

    def _stamp(self, number: int) -> Stamp:
        file = self.files[number]
        return Stamp(number, len(file.data), file.modified)

    def _change(self, *changes: _Change) -> None:
        """Change names in one step: all of it happens, or none."""
        folder = changes[0][0].parent
        _apply(self.names_now, changes)
        self.pending.setdefault(folder, []).append(changes)


def _apply(names: dict[Path, int], changes: tuple[_Change, ...]) -> None:
    for path, number in changes:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def _orders(
    changes: list[tuple[_Change, ...]],
) -> list[tuple[tuple[_Change, ...], ...]]:
    """Return which of a folder's changes may be on the disk: any few, or any beginning of many."""
    if len(changes) <= _MOST_ORDERS:
        return [
            tuple(change for change, kept in zip(changes, choice, strict=True) if kept)
            for choice in product((False, True), repeat=len(changes))
        ]
    return [tuple(changes[:end]) for end in range(0, len(changes) + 1, 2)] + [tuple(changes)]
