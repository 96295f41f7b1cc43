"""`peil.log`: where Peil itself went wrong, without a word of its user.

Names of modules, functions and exception types, line numbers, versions: never a message,
a value or a path, so that the file can be sent to anybody. Written only at a mistake of
our own, and never in the way of anything.
"""

import os
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from peil import __version__
from peil.store.disk import DISK, Disk, replace_whole

LOG = "peil.log"
"""Name of the log in the data folder."""
LOG_LIMIT = 100_000
"""Bytes that it grows to; the newest stay."""
MOST_FRAMES = 60
"""Frames of one exception that are noted, the innermost ones."""
_BEGIN = b"\n== "
_NOT_A_NAME = re.compile(r"[^\w.<>-]")


def note_fault(folder: Path, fault: BaseException, disk: Disk = DISK) -> Path | None:
    """Note a mistake in the log of a data folder; return where, or None when it cannot be."""
    log = folder / LOG
    # Nothing may stand in the way of the sentence that follows.
    with suppress(Exception):
        if folder.is_dir():
            data = (_before(log, disk) + entry(fault).encode("ascii", "replace"))[-LOG_LIMIT:]
            if not data.startswith(_BEGIN):
                data = data[max(data.find(_BEGIN), 0) :]
            replace_whole(disk, log, folder / f".{LOG}.{os.getpid()}", data)
            return log
    return None


def _before(log: Path, disk: Disk) -> bytes:
    """Return what the log holds; nothing where there is none, or something else in its place."""
    with suppress(OSError):
        return disk.read(log)[0]
    return b""


def entry(fault: BaseException) -> str:
    """Return what is noted of a mistake."""
    import platform  # only now: nothing else needs it

    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"{sys.platform} {platform.machine()}"
    terminal = _name(os.environ.get("TERM", ""))[:40]
    title = (
        f"\n== {moment} peil {__version__}, python {platform.python_version()}, "
        f"textual {_version('textual')}, {system}, TERM={terminal}\n"
    )
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += [_name(type(cause).__qualname__), *_frames(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return title + "".join(f"{line}\n" for line in lines)


def _frames(trace: TracebackType | None) -> list[str]:
    """Return where an exception came by, the innermost place last."""
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        module = _name(str(trace.tb_frame.f_globals.get("__name__", "")))
        places.append(f"  {module}:{_name(code.co_qualname)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-MOST_FRAMES:]


def _name(name: str) -> str:
    return _NOT_A_NAME.sub("_", name)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
