"""Reading an assessment: the newest file of it that is whole, and a word when that was needed.

Reading never locks and changes nothing.
"""

import errno
from pathlib import Path
from typing import NamedTuple

from peil.assessment.model import Assessment
from peil.errors import DataDamaged, PeilError
from peil.store.disk import Disk, Stamp, followed
from peil.store.documents import NotUsable, from_tables
from peil.store.envelope import FORMAT, Contents, NotAnAssessment, checksum, decode, writer_of
from peil.store.generations import Generations
from peil.store.migration import migrated
from peil.store.storage import LastKnown
from peil.store.summary import Summary, safe_summary
from peil.store.when import local_time
from peil.text.languages import mark

_RESTORED = mark(
    "{file} is damaged. You see the last whole save, of {time}: look whether your newest "
    "answers are in it. At the next change the damaged file is kept beside it; every earlier "
    "save is listed by: peil backups {name}"
)
_BEHIND_LINK = mark(
    "{file} is damaged and lies behind a link, so Peil leaves it alone. You see the last whole "
    "save, of {time}, to look only. To go on with it, choose it from the list of: peil backups "
    "{name}"
)
_OUTSIDE = mark(
    "{file} was changed outside Peil, so it opens to look only. To go on with it as it is now, "
    "use: peil check --repair. To go back to an earlier save instead: peil backups {name}"
)
_NEWER = mark(
    "{file} was written by Peil {version}, which is newer than this one, so it opens to look "
    "only. Install Peil {version} or later to change it."
)
_NEWER_UNREADABLE = mark(
    "{file} was written by Peil {version}, which is newer than this one, and this one cannot "
    "read it. Install Peil {version} or later."
)
_LOST = mark(
    "{file} is damaged, and there is no whole earlier save. Nothing was changed. What is left is "
    "listed by: peil backups {name}. If you have a copy of your own, put it in the file's place."
)
_DANGLING = mark(
    "{file} is a link to {target}, and nothing is there. Bring that file back, or remove the link."
)
_DANGLING_WITH_COPIES = mark(
    "{file} is a link to {target}, and nothing is there. Bring that file back, or go back to an "
    "earlier save with: peil backups {name}"
)
_NOT_READ = mark("{file} cannot be read: {why}. Make it readable for yourself and try again.")

_NO_FILE_OF_OURS = (errno.EFBIG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EIO)


class Loaded(NamedTuple):
    """An assessment as it was read."""

    assessment: Assessment
    summary: Summary
    """As it was computed at the last save."""
    notice: PeilError | None
    """What the user must know about the file, not raised: `notice.sentence(say)`; or None."""
    writable: bool
    """False: it opens to look only, and `notice` says why."""
    known: LastKnown
    """What a save goes on from: tables in the present format."""
    format: int = FORMAT
    """Number of the format that the file has, as it is on the disk."""


class _File(NamedTuple):
    """The bytes of a file; none where it is no file that could be ours."""

    path: Path
    data: bytes
    stamp: Stamp | None


def load(path: Path, generations: Generations, disk: Disk) -> Loaded:
    """Read the assessment in `path`, or the newest earlier save where that is damaged.

    Raises FileNotFoundError when there is no such file, DataDamaged when nothing of it
    can be read, and PeilError when the system does not let us read.
    """
    try:
        file = _read(path, disk)
    except FileNotFoundError:
        if not path.is_symlink():
            raise
        raise _dangling(path, generations) from None
    loaded = _judge(file, path.stem)
    if loaded is not None:
        return loaded
    _refuse_newer(file)
    looks: list[Loaded] = []
    for copy in generations.newest_first():
        try:
            earlier = _judge(_read(copy, disk), path.stem)
        except (OSError, PeilError):
            continue
        if earlier is not None and earlier.writable:
            return _restored(path, earlier, file)
        if earlier is not None:
            looks.append(earlier)
    if looks:
        return looks[0]
    raise DataDamaged(_LOST, file=str(path), name=path.stem)


def _dangling(path: Path, generations: Generations) -> DataDamaged:
    sentence = _DANGLING_WITH_COPIES if generations.kept() else _DANGLING
    return DataDamaged(sentence, file=str(path), target=str(followed(path)), name=path.stem)


def _read(path: Path, disk: Disk) -> _File:
    real = followed(path)
    try:
        return _File(path, *disk.read(real))
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno not in _NO_FILE_OF_OURS:
            raise PeilError(_NOT_READ, file=str(path), why=error.strerror) from error
        return _File(path, b"", disk.stamp(real))


def _judge(file: _File, name: str) -> Loaded | None:
    """Return what a file holds and whether it may be written; None when it is damaged."""
    try:
        contents = decode(file.data)
        envelope = contents.envelope
        tables = migrated(contents.tables, envelope.format)
        assessment = from_tables(tables, name)
    except (NotAnAssessment, NotUsable):
        return None
    known = LastKnown(tables, file.stamp, contents.checksum, envelope.saves)
    notice = _notice(file.path, contents, name)
    summary = safe_summary(envelope.summary, name)
    return Loaded(assessment, summary, notice, notice is None, known, envelope.format)


def _notice(path: Path, contents: Contents, name: str) -> PeilError | None:
    if contents.envelope.format > FORMAT:
        return DataDamaged(_NEWER, file=str(path), version=contents.envelope.version)
    if not contents.intact:
        return DataDamaged(_OUTSIDE, file=str(path), name=name)
    return None


def _refuse_newer(file: _File) -> None:
    """Raise DataDamaged for a file of a format that came later: that is no damage."""
    try:
        number, version = writer_of(file.data)
    except NotAnAssessment:
        return
    if number > FORMAT:
        raise DataDamaged(_NEWER_UNREADABLE, file=str(file.path), version=version)


def _restored(path: Path, earlier: Loaded, file: _File) -> Loaded:
    """Return an earlier save in the place of a damaged file."""
    time = local_time(earlier.assessment.changed)
    sentence = _BEHIND_LINK if path.is_symlink() else _RESTORED
    notice = DataDamaged(sentence, file=str(path), time=time, name=path.stem)
    known = earlier.known._replace(stamp=file.stamp, checksum=checksum(file.data), damaged=True)
    return earlier._replace(
        notice=notice, writable=not path.is_symlink(), known=known, format=FORMAT
    )
