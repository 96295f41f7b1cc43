"""What the disk refuses, in words."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peil.errors import NotWritable, PeilError, Phrase
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
_EITHER_WAY = {
    errno.ENOSPC: mark("disk full"),
    errno.EDQUOT: mark("disk full"),
    errno.EFBIG: mark("too large"),
    errno.EACCES: mark("not allowed"),
    errno.EPERM: mark("not allowed"),
    errno.EROFS: mark("the disk is read-only"),
    errno.EIO: mark("the disk reports an error"),
}

_FULL = mark("{folder} cannot be written: the disk is full. Make room there and try again.")
_REFUSED = mark(
    "{folder} cannot be written: it is not yours or read-only. Choose another folder with "
    "--data-dir or PEIL_DATA."
)
_NO_FOLDER = mark(
    "{folder} cannot be used: it should be a folder, and is a file or a link to nothing. Move that "
    "away, or choose another folder with --data-dir or PEIL_DATA."
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
}


def reason(error: OSError) -> str:
    """Return why a save failed in a few words, marked for translation ("disk full")."""
    return _REASONS.get(error.errno or 0, _OTHER)


def in_words(error: OSError) -> str:
    """Return why the system refuses to read or write, as the value of a gap in a sentence.

    What is rare is said in the system's own words.
    """
    known = _EITHER_WAY.get(error.errno or 0)
    return Phrase(known) if known else error.strerror or type(error).__name__


def cannot_write(folder: Path, error: OSError) -> PeilError:
    """Return the error for a data folder that cannot be made or written, or for a part of it.

    NotWritable where it is read-only or somebody else's.
    """
    sentence = _SENTENCES.get(error.errno or 0, _FAILED)
    return _refusal(folder, error, sentence, NotWritable if sentence is _REFUSED else PeilError)


def _refusal(
    folder: Path, error: OSError, sentence: str, kind: type[PeilError] = PeilError
) -> PeilError:
    """Return the error with this sentence, or with a better one where no folder is to be seen."""
    culprit = _no_folder(error)
    if culprit is not None:
        return PeilError(_NO_FOLDER, folder=str(culprit))
    return kind(sentence, folder=str(_refused(folder, error)), why=in_words(error))


def _way(error: OSError) -> list[Path]:
    """Return the path that an error names, after all folders on the way to it."""
    if not isinstance(error.filename, str):
        return []
    named = Path(error.filename)
    return [*reversed(named.parents), named]


def _no_folder(error: OSError) -> Path | None:
    """Return what stands in the place of a folder, if that is the trouble."""
    if error.errno not in (errno.ENOTDIR, errno.EEXIST, errno.ELOOP):
        return None
    way = _way(error)
    found = next((each for each in way if _is_there(each) and not _is_folder(each)), None)
    if error.errno == errno.ELOOP and found and found == way[-1] and found.suffix:
        return None  # a link in the place of a file: ours have endings
    return found


def _refused(folder: Path, error: OSError) -> Path:
    """Return the folder in `folder` that the system refused, or that one itself."""
    inside = [each for each in _way(error) if each.is_relative_to(folder) and _is_folder(each)]
    return inside[-1] if inside else folder


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn what the system refuses while a data folder is read into one sentence."""
    try:
        yield
    except OSError as error:
        raise _refusal(folder, error, _NOT_READ) from error
