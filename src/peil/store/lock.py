"""The lock that one window holds while an assessment is open for writing.

The system frees it when a process ends, however it ends. A small file beside it says
since when it is held; that file is believed only while the lock is taken.
"""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from peil.errors import OpenElsewhere, PeilError
from peil.store.trouble import cannot_write
from peil.store.when import local_time
from peil.text.languages import mark

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NO_LOCKS_HERE = mark(
    "Peil cannot keep two windows apart in {folder}: its file system knows no locks. "
    "Choose another folder with --data-dir or PEIL_DATA."
)
_SINCE = mark(
    "{name} has been open in another window since {since}. Close it there to go on here; "
    "looking works meanwhile."
)
_OPEN = mark(
    "{name} is open in another window. Close it there to go on here; looking works meanwhile."
)


class Lock:
    """The right to write one assessment, from its making until `release`."""

    def __init__(self, folder: Path, name: str) -> None:
        """Take the lock of assessment `name` in `folder`; raises OpenElsewhere, PeilError."""
        from filelock import FileLock, Timeout

        self._since = folder / f"{name}.since"
        self._lock: BaseFileLock = FileLock(folder / f"{name}.lock", timeout=0, mode=0o600)
        try:
            self._lock.acquire()
        except Timeout:
            raise _elsewhere(name, self._since) from None
        except NotImplementedError:
            raise PeilError(_NO_LOCKS_HERE, folder=str(folder)) from None
        except OSError as error:
            raise cannot_write(folder, error) from error
        if _is_soft(self._lock):
            self._lock.release()
            raise PeilError(_NO_LOCKS_HERE, folder=str(folder))
        self._say_since()

    def release(self) -> None:
        """Give the right back; a second time does nothing."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._since.unlink(missing_ok=True)
            self._lock.release()

    def remove(self) -> None:
        """Release the lock of an assessment that is no longer there, and remove its file."""
        self.release()
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink(missing_ok=True)

    def _say_since(self) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with contextlib.suppress(OSError):
            self._since.unlink(missing_ok=True)
            handle = os.open(self._since, flags, 0o600)
            os.write(handle, datetime.now(UTC).isoformat(timespec="seconds").encode())
            os.close(handle)


def _is_soft(lock: "BaseFileLock") -> bool:
    """Tell whether filelock fell back to a file that a killed process leaves behind."""
    from filelock import SoftFileLock

    return isinstance(lock, SoftFileLock)


def _elsewhere(name: str, since: Path) -> OpenElsewhere:
    try:
        text = since.read_bytes()[:40].decode("ascii")
        return OpenElsewhere(_SINCE, name=name, since=local_time(text))
    except (OSError, ValueError):
        return OpenElsewhere(_OPEN, name=name)
