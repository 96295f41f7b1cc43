"""An edited list on the disk: read only up to a limit, whatever stands in its place."""

import codecs
import os
import stat
from pathlib import Path
from typing import Final

from peil.errors import PeilError
from peil.store.disk import DISK, followed
from peil.store.list_file import LIST_LIMIT
from peil.store.trouble import in_words
from peil.text.languages import mark

LINES_LIMIT: Final = 20_000
"""Most lines of a list that is read."""

_NOT_THERE = mark("There is no file {file}. Look whether its name and folder are right.")
_NO_FILE = mark("{file} is a folder, a pipe or a device, not a file. Give the edited action list.")
_NOT_READ = mark("{file} cannot be read: {why}. Make it readable for yourself and try again.")
_TOO_LARGE = mark(
    "{file} is larger than an action list ever is. Give the Markdown file that peil export wrote."
)


def bytes_of(path: Path) -> bytes:
    """Return what the file at `path` holds; a link is followed. PeilError where that cannot be."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - Path.is_file hides why
            raise PeilError(_NO_FILE, file=str(path))
        data = DISK.beginning(followed(path), LIST_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the latter: NUL in a name
        raise PeilError(_NOT_THERE, file=str(path)) from None
    except OSError as error:
        raise PeilError(_NOT_READ, file=str(path), why=in_words(error)) from error
    if len(data) > LIST_LIMIT or data.count(b"\n") + data.count(b"\r") > 2 * LINES_LIMIT:
        raise PeilError(_TOO_LARGE, file=str(path))
    return data


def text_of(data: bytes) -> str:
    """Return the text of a list; also as other programs write it, with marks of their own."""
    for mark_of, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark_of):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
