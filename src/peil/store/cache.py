"""What can be made again, kept to save time: it may vanish or be damaged at any moment.

Every file carries the digest of its own bytes and is not believed without. Nothing
here is ever an error: what cannot be read is made again, what cannot be written is
not kept.
"""

import contextlib
import hashlib
import os
import re
from pathlib import Path

from peil.store.disk import DISK, Disk

_DIGEST = 32
_NAME = re.compile(r"[0-9a-f]{16,128}")


class Cache:
    """Bytes by the digest of what they were made from: parsed questionnaires."""

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        """Keep files in `folder`, which need not be there yet."""
        self._folder = folder
        self._disk = disk

    def get(self, digest: str) -> bytes | None:
        """Return what was kept under a digest in hexadecimal, None when there is nothing whole."""
        return get_checked(self._disk, self._folder / digest) if _NAME.fullmatch(digest) else None

    def put(self, digest: str, data: bytes) -> None:
        """Keep `data` under a digest in hexadecimal."""
        if _NAME.fullmatch(digest):
            put_checked(self._disk, self._folder / digest, data)


def get_checked(disk: Disk, path: Path) -> bytes | None:
    """Return what `put_checked` put there, None when that is gone or damaged."""
    try:
        data, _ = disk.read(path)
    except OSError:
        return None
    payload = data[_DIGEST:]
    return payload if hashlib.sha256(payload).digest() == data[:_DIGEST] else None


def put_checked(disk: Disk, path: Path, data: bytes) -> None:
    """Put `data` there, whole or not at all, with its digest before it."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        disk.make_folder(path.parent)
        disk.remove(aside)
        handle = disk.create(aside)
        try:
            try:
                disk.write(handle, hashlib.sha256(data).digest() + data)
            finally:
                disk.close(handle)
            disk.replace(aside, path)
        except OSError:  # half a file would take the last room of a full disk
            disk.remove(aside)
