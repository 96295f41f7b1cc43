"""What the disk refuses, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peil.errors import PeilError
from peil.text.languages import mark

_REASONS = {
    errno.ENOSPC: mark("disk full"),
    errno.EDQUOT: mark("disk full"),
    errno.EFBIG: mark("too large"),
    errno.EACCES: mark("not allowed to write there"),
    errno.EPERM: mark("not allowed to write there"),
    errno.EROFS: mark("the disk is read-only"),
    errno.ENOENT: mark("its folder is gone"),
    errno.ENOTDIR: mark("its folder is gone"),
    errno.EIO: mark("the disk reports an error"),
}
_OTHER = mark("the disk refuses")

_FULL = mark("{folder} cannot be written: the disk is full. Make room there and try again.")
_REFUSED = mark(
    "{folder} cannot be written: it is not yours or read-only. Choose another folder with "
    "--data-dir or PEIL_DATA."
)
_NO_FOLDER = mark(
    "{folder} cannot be used: there is a file in its place. Choose another folder with "
    "--data-dir or PEIL_DATA."
)
_FAILED = mark(
    "{folder} cannot be written ({why}). Choose another folder with --data-dir or PEIL_DATA, "
    "or try again later."
)
_NOT_READ = mark(
    "{folder} cannot be read ({why}). Make it readable for yourself, or choose another folder "
    "with --data-dir or PEIL_DATA."
)
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: _REFUSED,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
}


def reason(error: OSError) -> str:
    """Return why a save failed in a few words, marked for translation ("disk full")."""
    return _REASONS.get(error.errno or 0, _OTHER)


def cannot_write(folder: Path, error: OSError) -> PeilError:
    """Return the error for a data folder that cannot be made or written."""
    sentence = _SENTENCES.get(error.errno or 0, _FAILED)
    return PeilError(sentence, folder=str(folder), why=error.strerror or str(error))


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn what the system refuses while a data folder is read into one sentence."""
    try:
        yield
    except OSError as error:
        sentence = _NO_FOLDER if error.errno == errno.ENOTDIR else _NOT_READ
        why = error.strerror or str(error)
        raise PeilError(sentence, folder=str(folder), why=why) from error
