"""An exported action list that lies somewhere on the disk, where people work in it."""

import hashlib
import os
import stat
from pathlib import Path

from peil.errors import PeilError
from peil.store.disk import DISK, followed
from peil.store.outside import outside_bytes
from peil.text.languages import mark

LIST_LIMIT = 2 * 1024 * 1024
"""Largest action list that is looked at, in bytes."""
LINES_LIMIT = 20_000
"""Most lines of a list that is read."""

_NO_FILE = mark("{file} is a folder, a pipe or a device, not a file. Give the edited action list.")
_TOO_LARGE = mark(
    "{file} is larger than an action list ever is. Give the Markdown file that peil export wrote."
)


def is_edited(path: str, digest: str) -> bool:
    """Return whether the file at `path` holds something else than its SHA-256 in `digest` says.

    False as well where it is gone, cannot be read, is too large, or is no file at all: a
    pipe or a device is never opened.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - a link is followed, and only looked at
        if not stat.S_ISREG(status.st_mode) or status.st_size > LIST_LIMIT:
            return False
        data = DISK.beginning(followed(Path(path)), LIST_LIMIT)
    except (OSError, ValueError):  # the latter: NUL in a name
        return False
    return hashlib.sha256(data).hexdigest() != digest


def list_bytes(path: Path) -> bytes:
    """Return what the list at `path` holds; a link is followed. PeilError where that cannot be."""
    data = outside_bytes(path, _NO_FILE, lambda file: DISK.beginning(file, LIST_LIMIT + 1))
    if len(data) > LIST_LIMIT or data.count(b"\n") + data.count(b"\r") > 2 * LINES_LIMIT:
        raise PeilError(_TOO_LARGE, file=str(path))
    return data
