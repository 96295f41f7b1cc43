"""The folder `assessments/`: each assessment, and what lies beside it."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from peil.store import matters
from peil.store.ballot_box import ENDING, is_whole
from peil.store.disk import followed
from peil.store.entries import Entry
from peil.store.examination import Examination
from peil.store.examining_copies import Earlier
from peil.store.frozen import Frozen
from peil.store.judging import Judged, Verdict, judge_file
from peil.store.matters import Matter
from peil.store.names import is_id

FOLDER = "assessments"
"""Name of the folder in the data folder."""
CONFLICT = re.compile(r"(.+)\.conflict-\d+\.json")
"""Name of a file to which saves went that could not go to the assessment's own."""
LEFT_OVER = re.compile(rf"\.(.+?)(?:(?:\.conflict-\d+)?\.json|\.[12]{re.escape(ENDING)})\.tmp")
"""Name of what an interrupted save of an assessment leaves."""

_KEPT = re.compile(r"(.+)\.damaged-\d+\.json")
_BALLOT = re.compile(rf"(.+)\.[12]{re.escape(ENDING)}")
_LOCK = re.compile(r"(.+)\.(?:lock|since)")
_OTHERS: dict[Verdict, Matter] = {
    "newer": matters.NEWER,
    "outside": matters.OUTSIDE,
    "older": matters.OLDER,
}


def examine_assessments(
    examination: Examination, folder: Path, earlier: Mapping[str, Earlier], frozen: Frozen
) -> None:
    """Examine every assessment and what lies beside it; `earlier` are the saves of each."""
    there = examination.entries(folder)
    for entry in there:
        path = folder / entry.name
        name = id_of(entry.name)
        if name is None:
            _beside(examination, path, entry)
        elif entry.kind == "link" or examination.is_file(path, entry, name):
            look = _Look(earlier.get(name, Earlier()), frozen, behind_link=entry.kind == "link")
            look.note(examination, path)
    for name in sorted(earlier.keys() - {id_of(entry.name) for entry in there}):
        if earlier[name].number:
            matter = matters.MISSING if earlier[name].has_whole else matters.MISSING_LOST
            examination.note(folder / f"{name}.json", matter, "assessments", name, name=name)


def id_of(file: str) -> str | None:
    """Return the id that the name of an assessment's file says; None for any other file."""
    stem = file.removesuffix(".json")
    return stem if stem != file and is_id(stem) else None


class _Look(NamedTuple):
    """What decides about one assessment beside its own bytes."""

    earlier: Earlier
    frozen: Frozen
    behind_link: bool

    def note(self, examination: Examination, path: Path) -> None:
        """Note how the assessment in `path` is."""
        name = path.stem
        real = followed(path)
        try:
            judged = judge_file(real, name, examination.disk)
        except FileNotFoundError:
            if self.behind_link:  # else it was removed this very moment
                examination.note(
                    path, matters.DANGLING, "assessments", name, target=str(real), name=name
                )
        except OSError as error:
            examination.unreadable(path, error, "assessments", name)
        else:
            matter = self._matter(judged)
            unread = self.frozen.unreadable(judged.held.assessment) if judged.held else None
            if unread is not None and matter in (matters.WHOLE, matters.LINKED, matters.OLDER):
                matter = matters.FROZEN_INVALID
            examination.note(
                path, matter, "assessments", name, name=name, target=str(real),
                time=self.earlier.time, version=judged.version, questionnaire=unread,
            )  # fmt: skip

    def _matter(self, judged: Judged) -> Matter:
        """Return what is the matter with an assessment that could be read."""
        if judged.verdict == "damaged":
            if not self.earlier.has_whole:
                return matters.LOST
            return matters.DAMAGED_BEHIND_LINK if self.behind_link else matters.DAMAGED
        if judged.verdict == "whole":
            return matters.LINKED if self.behind_link else matters.WHOLE
        return _OTHERS[judged.verdict]


def _beside(examination: Examination, path: Path, entry: Entry) -> None:
    """Note what a file beside the assessments is."""
    file = entry.name
    found = LEFT_OVER.fullmatch(file)
    if found and is_id(found[1]):
        if examination.is_file(path, entry, found[1]):
            examination.note(path, matters.LEFT_OVER, assessment=found[1])
        return
    lock = _LOCK.fullmatch(file)
    if lock and is_id(lock[1]):
        if examination.is_file(path, entry, lock[1]):
            examination.note(path, matters.WHOLE, assessment=lock[1])
        return
    if entry.kind != "file":
        examination.foreign(path)
    elif (ballot := _BALLOT.fullmatch(file)) and is_id(ballot[1]):
        _running(examination, path, entry, ballot[1])
    elif (kept := _KEPT.fullmatch(file)) and is_id(kept[1]):
        examination.rights(path, entry)
        examination.note(path, matters.KEPT, assessment=kept[1])
    elif file.endswith(".json"):
        _copy(examination, path, entry)
    else:
        examination.foreign(path)


def _running(examination: Examination, path: Path, entry: Entry, name: str) -> None:
    """Note how one half of the box is in which a running vote is kept."""
    examination.rights(path, entry)
    try:
        whole = is_whole(examination.disk.read(path)[0])
    except FileNotFoundError:
        return
    except OSError as error:
        examination.unreadable(path, error, assessment=name)
        return
    examination.note(path, matters.WHOLE if whole else matters.REMOVABLE, assessment=name)


def _copy(examination: Examination, path: Path, entry: Entry) -> None:
    """Note what a file is that could be the copy of an assessment."""
    found = CONFLICT.fullmatch(path.name)
    name = found[1] if found and is_id(found[1]) else None
    try:
        verdict = judge_file(path, name or "copy", examination.disk).verdict
    except FileNotFoundError:
        return
    except OSError as error:
        examination.unreadable(path, error, assessment=name)
        return
    if name is None and verdict == "damaged":
        examination.foreign(path)
        return
    examination.rights(path, entry)
    matter = matters.CONFLICT if name else matters.STRAY
    if verdict == "damaged":
        matter = matters.DAMAGED_BESIDE
    examination.note(path, matter, assessment=name, place=shlex.quote(str(path)))
