"""An exported action list that lies somewhere on the disk, where people work in it."""

import hashlib
import os
import stat
from pathlib import Path

from peil.store.disk import DISK, followed

LIST_LIMIT = 2 * 1024 * 1024
"""Largest action list that is looked at, in bytes."""


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
