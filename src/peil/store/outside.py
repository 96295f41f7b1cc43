"""A file that somebody names: it may lie anywhere, and anything may stand in its place."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from peil.errors import PeilError
from peil.store.disk import followed
from peil.store.trouble import in_words
from peil.text.languages import mark

_NOT_THERE = mark("There is no file {file}. Look whether its name and folder are right.")
_NOT_READ = mark("{file} cannot be read: {why}. Make it readable for yourself and try again.")


def outside_bytes(path: Path, no_file: str, read: Callable[[Path], bytes]) -> bytes:
    """Return what `read` finds in the file at `path`; a link is followed.

    PeilError where that cannot be read; with the sentence `no_file` for a folder, a pipe or
    a device, which are never opened.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - Path.is_file hides why
            raise PeilError(no_file, file=str(path))
        return read(followed(path))
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the latter: NUL in a name
        raise PeilError(_NOT_THERE, file=str(path)) from None
    except OSError as error:
        raise PeilError(_NOT_READ, file=str(path), why=in_words(error)) from error
