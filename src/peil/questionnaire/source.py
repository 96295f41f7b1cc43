"""The text of a file before anything is parsed: its limits, line ends, hidden characters."""

import errno
import os
import stat
from pathlib import Path

from peil.questionnaire.problems import Problems
from peil.text.clean import clean, first_forbidden

FILE_LIMIT = 1_000_000
"""Largest file, in bytes of UTF-8."""
LINE_LIMIT = 10_000
"""Longest line, in characters."""
LINES_LIMIT = 20_000
"""Most lines of a file: 500 questions with all their bullets have some 18,500."""

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NoFile(OSError):
    """What was opened is a folder, a pipe, a device: nothing that holds a text."""


def beginning(path: Path, size: int) -> bytes:
    """Return at most the first `size` bytes of a file. Raises OSError, NoFile among them.

    Never waits: a pipe is not read.
    """
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.EISDIR):
            raise NoFile(error.errno, error.strerror, str(path)) from error
        raise
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NoFile(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(size)
    finally:
        os.close(handle)


def read_text(path: Path, problems: Problems) -> str | None:
    """Return the text of a file, or None with the problem noted."""
    try:
        data = beginning(path, FILE_LIMIT + 1)
    except NoFile:
        problems.add("no-file", 1)
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        problems.add("file-unreadable", 1, reason=reason or type(error).__name__)
        return None
    if len(data) > FILE_LIMIT:
        problems.add("file-too-large", 1, limit=FILE_LIMIT)
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = lines_of(data[: error.start].decode("utf-8", "replace"))
        problems.add("not-utf-8", len(line), byte=f"{data[error.start]:02X}")
        return None


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whichever of LF, CRLF and CR ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def safe_lines(text: str, problems: Problems) -> list[str] | None:
    """Return the lines without hidden characters; None when a limit forbids parsing."""
    if len(text.encode("utf-8", "surrogatepass")) > FILE_LIMIT:
        problems.add("file-too-large", 1, limit=FILE_LIMIT)
        return None
    lines = lines_of(text.removeprefix("\ufeff"))
    if len(lines) > LINES_LIMIT:
        problems.add("too-many-lines", LINES_LIMIT + 1, limit=LINES_LIMIT)
        return None
    long_lines = [number for number, line in enumerate(lines, 1) if len(line) > LINE_LIMIT]
    for number in long_lines:
        problems.add("line-too-long", number, limit=LINE_LIMIT)
    if long_lines:
        return None
    return [_safe_line(line, number, problems) for number, line in enumerate(lines, 1)]


def _safe_line(line: str, number: int, problems: Problems) -> str:
    # Most lines are plain, and this question is the quickest about a string.
    if line.isascii() and line.isprintable():
        return line
    found = first_forbidden(line)
    if found is None:
        return line
    problems.add("hidden-character", number, character=f"U+{ord(found[1]):04X}")
    return clean(line, LINE_LIMIT).replace("\n", " ")
