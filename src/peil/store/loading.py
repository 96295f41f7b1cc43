"""Reading an assessment: the newest file of it that is whole, and a word when that was needed.

Reading never locks and changes nothing.
"""

from pathlib import Path
from typing import NamedTuple

from peil.assessment.model import Assessment
from peil.errors import DataDamaged, PeilError
from peil.store.disk import Disk, followed
from peil.store.envelope import FORMAT
from peil.store.generations import Generations
from peil.store.judging import Held, Judged, judge_file, newest_good, newest_readable
from peil.store.storage import LastKnown
from peil.store.summary import Summary
from peil.store.trouble import in_words
from peil.text.languages import mark

_RESTORED = mark(
    "{file} is damaged. You see the last whole save, of {time}: look whether your newest "
    "answers are in it. The damaged file is kept as well; every earlier save is listed by: peil "
    "backups {name}"
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
_NO_WHOLE_SAVE = mark(
    "{file} is damaged, and no earlier save is whole. You see the newest that can be read, of "
    "{time}, to look only: another program changed it, or a newer Peil wrote it. What you can go "
    "on with is listed by: peil backups {name}"
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


def load(path: Path, generations: Generations, disk: Disk) -> Loaded:
    """Read the assessment in `path`, or the newest earlier save where that is damaged.

    Raises FileNotFoundError when there is no such file, DataDamaged when nothing of it
    can be read, and PeilError when the system does not let us read.
    """
    try:
        found = judge_file(followed(path), path.stem, disk)
    except FileNotFoundError:
        if not path.is_symlink():
            raise
        raise _dangling(path, generations) from None
    except OSError as error:
        raise PeilError(_NOT_READ, file=str(path), why=in_words(error)) from error
    if found.held is not None:
        return _loaded(found, found.held, _notice(path, found))
    if found.verdict == "newer":
        raise DataDamaged(_NEWER_UNREADABLE, file=str(path), version=found.version)
    return _from_before(path, found, generations, disk)


def _dangling(path: Path, generations: Generations) -> DataDamaged:
    sentence = _DANGLING_WITH_COPIES if generations.kept() else _DANGLING
    return DataDamaged(sentence, file=str(path), target=str(followed(path)), name=path.stem)


def _notice(path: Path, found: Judged) -> PeilError | None:
    """Return why a file that can be read opens to look only; None when it may be written."""
    if found.verdict == "newer":
        return DataDamaged(_NEWER, file=str(path), version=found.version)
    if found.verdict == "outside":
        return DataDamaged(_OUTSIDE, file=str(path), name=path.stem)
    return None


def _loaded(found: Judged, held: Held, notice: PeilError | None) -> Loaded:
    """Return what a file holds; with a notice it opens to look only."""
    known = LastKnown(held.tables, found.stamp, found.checksum, held.saves)
    return Loaded(held.assessment, held.summary, notice, notice is None, known, held.format)


def _from_before(path: Path, damaged: Judged, generations: Generations, disk: Disk) -> Loaded:
    """Return an earlier save in the place of a damaged file: the newest whole one, if any."""
    name = path.stem
    held = newest_good(generations, name, disk)
    sentence = _BEHIND_LINK if path.is_symlink() else _RESTORED
    if held is None:
        held, sentence = newest_readable(generations, name, disk), _NO_WHOLE_SAVE
    if held is None:
        raise DataDamaged(_LOST, file=str(path), name=name)
    notice = DataDamaged(sentence, file=str(path), time=held.time, name=name)
    known = LastKnown(held.tables, damaged.stamp, damaged.checksum, held.saves, damaged=True)
    return Loaded(held.assessment, held.summary, notice, sentence is _RESTORED, known)
