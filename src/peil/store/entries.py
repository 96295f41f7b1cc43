"""What lies in a folder: every name with its kind, its rights and its owner."""

import contextlib
import os
import stat
from pathlib import Path
from typing import Literal

import msgspec

Kind = Literal["file", "folder", "link", "other"]

PRIVATE_FILE = 0o600
"""The rights of a file that only its owner may read and write."""
PRIVATE_FOLDER = 0o700
"""The rights of a folder that only its owner may enter."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One name in a folder; a link is not followed."""

    name: str
    """As the system has it: it may hold anything, also what is no text at all."""
    kind: Kind
    """`other`: a pipe, a socket, a device, or what the system does not let us look at."""
    rights: int = PRIVATE_FILE
    """The nine bits of who may read, write and enter."""
    is_mine: bool = True
    """Whether it belongs to the user who runs Peil."""

    @property
    def is_readable(self) -> bool:
        """Whether its rights let its owner read it, and enter it if it is a folder."""
        needed = 0o500 if self.kind == "folder" else 0o400
        return self.rights & needed == needed


def entry(path: Path) -> Entry | None:
    """Return what lies at a path, None where there is nothing. Raises OSError."""
    try:
        return _entry(path.name, os.lstat(path))
    except FileNotFoundError:
        return None


def entries(folder: Path) -> list[Entry]:
    """Return what lies in a folder, by name; nothing where there is none. Raises OSError."""
    found: list[Entry] = []
    try:
        with os.scandir(folder) as names:
            for each in names:
                with contextlib.suppress(FileNotFoundError):  # gone in the meantime
                    found.append(_seen(each))
    except FileNotFoundError:
        return []
    return sorted(found, key=lambda each: each.name)


def keep_private(path: Path) -> None:
    """Let nobody but its owner read or write a file or folder. Raises OSError.

    Whoever could put a link in its place in the meantime gains nothing: what that
    leads to only becomes more private.
    """
    found = entry(path)
    if found is not None and found.kind in ("file", "folder"):
        path.chmod(PRIVATE_FOLDER if found.kind == "folder" else PRIVATE_FILE)


def _seen(each: "os.DirEntry[str]") -> Entry:
    try:
        return _entry(each.name, each.stat(follow_symlinks=False))
    except PermissionError:  # a folder whose names may be read and no more
        return Entry(each.name, "other")


def _entry(name: str, status: os.stat_result) -> Entry:
    return Entry(name, _kind(status.st_mode), status.st_mode & 0o777, _is_mine(status.st_uid))


def _kind(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "link" if stat.S_ISLNK(mode) else "other"


def _is_mine(owner: int) -> bool:
    """Tell whether an owner is the user who runs Peil; always so where files have no owner."""
    return not hasattr(os, "geteuid") or owner == os.geteuid()
