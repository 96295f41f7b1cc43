"""Exports on disk: written aside, then put in place; nothing overwritten unasked."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from peil.errors import PeilError
from peil.store.trouble import in_words
from peil.text.languages import mark


def refuse_existing(target: Path) -> None:
    """Raise PeilError when something of that name exists, or when no file can have it."""
    try:
        os.lstat(_whole(target))
    except FileNotFoundError:
        return
    except OSError as error:
        raise _impossible(target, in_words(error)) from error
    raise _exists(target)


def write_new(target: Path, text: str) -> Path:
    """Write `text` to a file that is not there yet; return its full path.

    PeilError when something of that name exists, or when it cannot be written; then
    nothing is left half written. Only the owner can read it: notes are private.
    """
    refuse_existing(target)
    target = _whole(target)
    aside = _written_aside(target, text)
    try:
        os.link(aside, target)  # unlike a rename, this never takes another's place
    except FileExistsError as error:
        raise _exists(target) from error
    except OSError:  # a file system without links
        return _put(aside, target)
    finally:
        with suppress(OSError):
            aside.unlink()
    return target


def write_over(target: Path, text: str) -> Path:
    """Write `text` to a file, in place of the file or link that stood there; return its path.

    PeilError when something else stands there (a folder, a device, a link to one) or it
    cannot be written; then what was there stands.
    """
    target = _whole(target)
    try:
        kind = _kind(target)
    except OSError as error:
        raise _impossible(target, in_words(error)) from error
    if not stat.S_ISREG(kind):
        raise PeilError(mark("{file} is not a file: choose another name."), file=str(target))
    return _put(_written_aside(target, text), target)


def _kind(target: Path) -> int:
    """Return the kind of what stands there, through links; a file's where nothing does."""
    with suppress(FileNotFoundError):
        kind = os.lstat(target).st_mode
        if not stat.S_ISLNK(kind):
            return kind
        with suppress(OSError):  # a link that leads nowhere
            return os.stat(target).st_mode  # noqa: PTH116 - beside its brother
    return stat.S_IFREG


def _whole(target: Path) -> Path:
    """Return the full path of a target; PeilError where there is no such home or folder."""
    try:
        whole = target.expanduser().absolute()
        os.fsencode(whole)
    except (OSError, RuntimeError, ValueError) as error:
        raise _impossible(target, str(error)) from error
    if "\0" in str(whole):
        raise _impossible(target, os.strerror(errno.EINVAL))
    return whole


def _written_aside(target: Path, text: str) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=".peil-", dir=target.parent)
    except OSError as error:
        raise _impossible(target, in_words(error)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _impossible(target, in_words(error)) from error
    return Path(name)


def _put(aside: Path, target: Path) -> Path:
    try:
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise _impossible(target, in_words(error)) from error
    return target


def _exists(target: Path) -> PeilError:
    return PeilError(
        mark("{file} is there already, so nothing was written: choose another name."),
        file=str(target),
    )


def _impossible(target: Path, why: str) -> PeilError:
    return PeilError(
        mark("{file} cannot be written ({why}): choose another place."), file=str(target), why=why
    )
