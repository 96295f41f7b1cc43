"""A model of a disk that may forget or reorder whatever was not synced.

Bytes written to a file are on the disk once the file is synced; a name in a folder
once the folder is synced. Until then a power cut may keep any part of them: see `moments`.
"""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from peil.store.disk import Disk, Stamp
from peil.store.entries import PRIVATE_FOLDER, Entry
from tests.faults.moments import Change, Moment, Step, apply


class _File:
    """One file's bytes: as written, and as they surely are on the disk."""

    def __init__(self, data: bytes = b"", synced: bytes | None = None, modified: int = 0) -> None:
        """Begin with these bytes, of which `synced` are on the disk."""
        self.data = data
        self.synced = synced
        self.modified = modified


class ModelDisk(Disk):
    """A disk in memory."""

    def __init__(self, contents: Mapping[Path, bytes] | None = None) -> None:
        """Begin with files that are surely on the disk, and with their folders."""
        self.files: dict[int, _File] = {}
        """Every file by its number."""
        self.names_now: dict[Path, int] = {}
        """The names as programs see them."""
        self.names_synced: dict[Path, int] = {}
        """The names that are surely on the disk."""
        self.steps: list[Step] = []
        """The changes of names that were not synced, in their order."""
        self.folders: set[Path] = {Path("/")}
        self.promised: object = None
        """What the program was told to be safe; while it is None no past is kept."""
        self.past: list[Moment] = []
        """The disk before each step that found it another one than the step before."""
        self._clock = 0
        for path, data in (contents or {}).items():
            self.put(path, data)

    @property
    def contents(self) -> dict[Path, bytes]:
        """Every name with its bytes, as programs see them."""
        names = dict(self.names_now)  # the thread that saves may be at work meanwhile
        return {path: self.files[number].data for path, number in names.items()}

    def step(self) -> None:
        """Stand before one step of the program."""
        if self.promised is not None:
            moment = self.moment()
            if not self.past or self.past[-1] != moment:
                self.past.append(moment)

    def moment(self) -> Moment:
        """Return what a power cut would meet now."""
        files = {number: _possible(file) for number, file in self.files.items()}
        return Moment(dict(self.names_synced), tuple(self.steps), files, self.promised)

    def put(self, path: Path, data: bytes) -> None:
        """Put a file there as another program would, synced."""
        self._clock += 1
        self.files[self._clock] = _File(data, data, self._clock)
        self.names_now[path] = self.names_synced[path] = self._clock
        if path.parent not in self.folders:
            self.folders |= {path.parent, *path.parent.parents}

    def read(self, path: Path) -> tuple[bytes, Stamp]:
        """Return a file's bytes and its stamp."""
        number = self._number(path)
        return self.files[number].data, self._stamp(number)

    def beginning(self, path: Path, size: int) -> bytes:
        """Return the first bytes of a file."""
        return self.files[self._number(path)].data[:size]

    def create(self, path: Path) -> int:
        """Make a file whose name is not synced."""
        self.step()
        self._must_be_free(path)
        self._clock += 1
        self.files[self._clock] = _File()
        self._change(path.parent, (path, self._clock))
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
        """Rename a file, or a folder with its files as they are; which syncs nothing."""
        self.step()
        if source not in self.folders:
            number = self._number(source)
            self._must_have_folder(target)
            self._change(target.parent, (target, number), (source, None))
            return
        for step in [each for each in self.steps if each.folder.is_relative_to(source)]:
            apply(self.names_synced, step)
            self.steps.remove(step)
        inside = [path for path in self.names_now if path.is_relative_to(source)]
        moved = {path: target / path.relative_to(source) for path in inside}
        changes = [(moved[path], self.names_now[path]) for path in inside]
        self._change(target.parent, *changes, *((path, None) for path in inside))
        self.folders = {
            target / folder.relative_to(source) if folder.is_relative_to(source) else folder
            for folder in self.folders
        }

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, not synced."""
        self.step()
        number = self._number(source)
        self._must_be_free(target)
        self._change(target.parent, (target, number))

    def remove(self, path: Path) -> None:
        """Take a name away, not synced."""
        self.step()
        if path in self.names_now:
            self._change(path.parent, (path, None))

    def sync_folder(self, folder: Path) -> None:
        """Sync the names in a folder."""
        self.step()
        for step in self.steps:
            if step.folder == folder:
                apply(self.names_synced, step)
        self.steps = [step for step in self.steps if step.folder != folder]

    def make_folder(self, folder: Path) -> None:
        """Make folders; they are always on the disk, since the real one syncs each."""
        self.step()
        self.folders |= {folder, *folder.parents}

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp, or a folder's."""
        number = self.names_now.get(path)
        if number is not None:
            return self._stamp(number)
        return Stamp(0, 0, 0) if path in self.folders else None

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        inside = (*dict(self.names_now), *set(self.folders))
        return [path.name for path in inside if path.parent == folder != path]

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Return all stamps in a folder."""
        return {
            path.name: self._stamp(number)
            for path, number in dict(self.names_now).items()
            if path.parent == folder
        }

    def entry(self, path: Path) -> Entry | None:
        """Return what lies at a path: a file or a folder, nobody else's."""
        if path in self.folders:
            return Entry(path.name, "folder", PRIVATE_FOLDER)
        return Entry(path.name, "file") if path in self.names_now else None

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder, by name."""
        found = (self.entry(folder / name) for name in sorted(self.names(folder)))
        return [each for each in found if each is not None]

    def keep_private(self, path: Path) -> None:
        """Do nothing: here everything is private."""
        assert self.entry(path)

    def _number(self, path: Path) -> int:
        try:
            return self.names_now[path]
        except KeyError:
            raise _error(errno.ENOENT, path) from None

    def _must_be_free(self, path: Path) -> None:
        self._must_have_folder(path)
        if path in self.names_now:
            raise _error(errno.EEXIST, path)

    def _must_have_folder(self, path: Path) -> None:
        if path.parent not in self.folders:
            raise _error(errno.ENOENT, path)

    def _stamp(self, number: int) -> Stamp:
        file = self.files[number]
        return Stamp(number, len(file.data), file.modified)

    def _change(self, folder: Path, *changes: Change) -> None:
        """Change names in one step: all of it happens, or none."""
        step = Step(folder, changes)
        apply(self.names_now, step)
        self.steps.append(step)


Check: TypeAlias = Callable[[ModelDisk, object], None]
"""Raises AssertionError for a disk that does not hold what was promised."""


def try_every_power_cut(disk: ModelDisk, check: Check) -> tuple[int, int]:
    """Check every disk that may be found after a power cut at any moment of the past.

    Returns how many moments there were, and how many different disks.
    """
    disk.step()
    found = 0
    known: set[tuple[object, frozenset[tuple[Path, bytes]]]] = set()
    for moment in disk.past:
        for contents in moment.disks():
            key = moment.promised, frozenset(contents.items())
            if key not in known:
                known.add(key)
                found += 1
                check(ModelDisk(contents), moment.promised)
    return len(disk.past), found


def _possible(file: _File) -> tuple[bytes, ...]:
    """Return the bytes that a file may have after a power cut: none, zeros, half, all."""
    if file.synced == file.data:
        return (file.data,)
    half = file.data[: len(file.data) // 2]
    return tuple(dict.fromkeys((file.synced or b"", bytes(len(file.data)), half, file.data)))


def _error(code: int, path: Path) -> OSError:
    return OSError(code, os.strerror(code), str(path))
