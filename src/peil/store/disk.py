"""The disk behind one small object, so that a model of a disk can stand in its place.

Everything that must be there after a power cut is written by `replace_whole`: a new
file aside, written and synced whole, put in place of the old one, and the folder
synced. Whoever looks sees the old file or the new one, never a mixture.
"""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from peil.store.entries import Entry

READ_LIMIT = 64 * 1024 * 1024
"""Largest file that Peil reads or writes, in bytes."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_BUSY_ON_WINDOWS = (5, 32, 33)
_NO_LINKS_HERE = (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP)


class Stamp(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What tells one state of a file from the next without reading it."""

    inode: int
    size: int
    """In bytes."""
    modified: int
    """In nanoseconds since the epoch, by the file system's clock."""


class Disk:
    """The real disk. Every method raises OSError when the system refuses."""

    def read(self, path: Path) -> tuple[bytes, Stamp]:
        """Return a regular file's bytes and its stamp; a link in its place is not followed."""
        handle = os.open(path, _LOOK | _BINARY)
        try:
            status = os.fstat(handle)
            _must_be_regular(status, path)
            if status.st_size > READ_LIMIT:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
            data = bytearray()
            while part := os.read(handle, max(status.st_size - len(data), 0) + 1):
                data += part
                if len(data) > READ_LIMIT:
                    raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        finally:
            os.close(handle)
        return bytes(data), _stamp(status)

    def beginning(self, path: Path, size: int) -> bytes:
        """Return at most the first `size` bytes of a regular file; a link is not followed."""
        handle = os.open(path, _LOOK | _BINARY)
        try:
            _must_be_regular(os.fstat(handle), path)
            return os.read(handle, size)
        finally:
            os.close(handle)

    def create(self, path: Path) -> int:
        """Make a file that was not there, for its owner only, and return its handle."""
        return os.open(path, _NEW | _BINARY, 0o600)

    def write(self, handle: int, data: bytes) -> None:
        """Write all of `data`."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def sync(self, handle: int) -> Stamp:
        """Wait until what was written is on the disk, and return the file's stamp."""
        if sys.platform == "darwin":
            import fcntl

            with contextlib.suppress(OSError):  # a network disk may not know it
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        os.fsync(handle)
        return _stamp(os.fstat(handle))

    def close(self, handle: int) -> None:
        """Close a file made by `create`."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target`, in one step."""
        for pause in (0.01, 0.02, 0.05, 0.1, 0.2):
            try:
                source.replace(target)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                    raise
                _wait(pause)
            else:
                return
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name that was not there; copy it where links are not known."""
        try:
            os.link(source, target)
        except OSError as error:
            if error.errno not in _NO_LINKS_HERE:
                raise
            handle = self.create(target)
            try:
                self.write(handle, self.read(source)[0])
                self.sync(handle)
            finally:
                self.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a name; nothing happens where there is none."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in a folder are on the disk."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY | _BINARY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def make_folder(self, folder: Path) -> None:
        """Make a folder for its owner only, with the folders above it where they are missing."""
        if folder.is_dir():
            return
        if folder.parent != folder:
            self.make_folder(folder.parent)
        try:
            folder.mkdir(0o700)
        except FileExistsError:
            if not folder.is_dir():
                raise
        else:
            self.sync_folder(folder.parent)

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp, or None where there is none; a link is not followed."""
        try:
            return _stamp(os.lstat(path))
        except FileNotFoundError:
            return None

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, none where there is no folder."""
        try:
            with os.scandir(folder) as entries:
                return [entry.name for entry in entries]
        except FileNotFoundError:
            return []

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Return the stamps of all names in a folder, none where there is no folder.

        A link has the stamp of what it leads to, which changes with every save.
        """
        stamps: dict[str, Stamp] = {}
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    with contextlib.suppress(FileNotFoundError):  # gone in the meantime
                        stamps[entry.name] = _stamp(_status_of(entry))
        except FileNotFoundError:
            return {}
        return stamps

    def entry(self, path: Path) -> "Entry | None":
        """Return what lies at a path, None where there is nothing; a link is not followed."""
        from peil.store import entries

        return entries.entry(path)

    def entries(self, folder: Path) -> "list[Entry]":
        """Return what lies in a folder, by name; no link is followed."""
        from peil.store import entries

        return entries.entries(folder)

    def keep_private(self, path: Path) -> None:
        """Let nobody but its owner read or write a file or folder."""
        from peil.store import entries

        entries.keep_private(path)


def _status_of(entry: "os.DirEntry[str]") -> os.stat_result:
    if entry.is_symlink():
        with contextlib.suppress(OSError):
            return entry.stat()
    return entry.stat(follow_symlinks=False)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def _must_be_regular(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def _wait(seconds: float) -> None:
    import time

    time.sleep(seconds)


DISK = Disk()
"""The disk of this computer."""


def followed(path: Path) -> Path:
    """Return where a path leads through links; one that goes round in a circle stays a link."""
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for a circle


def write_whole(disk: Disk, path: Path, aside: Path, data: bytes) -> None:
    """Put `data` in the place of `path` so that it is there after a power cut.

    `aside` is a name in the same folder that nobody else writes at this moment.
    Raises OSError; then `path` is as it was, or holds all of `data`.
    """
    replace_whole(disk, path, aside, data)
    disk.sync_folder(path.parent)


def replace_whole(disk: Disk, path: Path, aside: Path, data: bytes) -> Stamp:
    """Put `data` in the place of `path`, whole; only the folder is still to be synced.

    What an ended process left at `aside`, or somebody planted there, is removed and not
    followed. Returns the new file's stamp. Raises OSError, and then `path` is as it was.
    """
    try:
        handle = disk.create(aside)
    except FileExistsError:
        disk.remove(aside)
        handle = disk.create(aside)
    try:
        try:
            disk.write(handle, data)
            stamp = disk.sync(handle)
        finally:
            disk.close(handle)
        disk.replace(aside, path)
    except OSError:
        with contextlib.suppress(OSError):
            disk.remove(aside)
        raise
    return stamp


def free_name(disk: Disk, path: Path, word: str) -> Path:
    """Return the first name that is free beside `path`, such as `ID.conflict-1.json`."""
    number = 1
    while True:
        beside = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
        if disk.stamp(beside) is None:
            return beside
        number += 1
