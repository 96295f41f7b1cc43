"""The earlier saves in `backups/`: which are whole, and of which assessment they are."""

import re
from pathlib import Path
from typing import NamedTuple

from peil.store import matters
from peil.store.examination import Examination
from peil.store.generations import Generations, Kept
from peil.store.judging import Judged, Verdict, judge_file, newest_good
from peil.store.matters import Matter
from peil.store.names import is_id

FOLDER = "backups"
"""Name of the folder in the data folder."""

_TEMPORARY = re.compile(r"\.\d{8,18}\.[a-z0-9.-]*json\.tmp")
_KEPT = re.compile(r"\d{8,18}\.[a-z0-9.-]*damaged-\d+\.json")
_SAVES = ("save", "sitting")
_WHATEVER_IT_WAS = ("restore", "update", "readback")
"""Reasons for which a file is kept as it is, also where it is damaged already."""
_MATTERS: dict[Verdict, Matter] = {
    "whole": matters.WHOLE,
    "older": matters.COPY_OLDER,
    "newer": matters.NEWER,
    "outside": matters.COPY_OUTSIDE,
    "damaged": matters.COPY_DAMAGED,
}


class Earlier(NamedTuple):
    """What there is of the earlier saves of one assessment."""

    number: int = 0
    """How many there are."""
    has_whole: bool = False
    """Whether one of them can take the place of a damaged file."""
    time: str = ""
    """When the assessment was last changed in the newest of those, by the user's clock."""


def examine_copies(examination: Examination, folder: Path) -> dict[str, Earlier]:
    """Examine every earlier save; return what there is by the id of the assessment."""
    found: dict[str, Earlier] = {}
    for entry in examination.entries(folder):
        home = folder / entry.name
        if not is_id(entry.name):
            examination.foreign(home)
        elif examination.is_folder(home, entry):
            look = _behind_link if entry.kind == "link" else _of_one
            found[entry.name] = look(examination, home, entry.name)
    return found


def _behind_link(examination: Examination, home: Path, name: str) -> Earlier:
    """Return what there is behind a link: other things than Peil's may be there as well."""
    generations = Generations(home, examination.disk)
    newest = newest_good(generations, name, examination.disk)
    return Earlier(len(generations.newest_first()), bool(newest), newest.time if newest else "")


def _of_one(examination: Examination, home: Path, name: str) -> Earlier:
    order = {copy.path: copy for copy in Generations(home, examination.disk).kept()}
    times: dict[Path, str] = {}
    for entry in examination.entries(home):
        path = home / entry.name
        if path in order:
            copy = order[path]
            judged = examination.is_file(path, entry, name) and _judged(examination, copy, name)
            if judged and judged.held and judged.is_good:
                times[path] = judged.held.time
        elif entry.kind == "file" and _TEMPORARY.fullmatch(entry.name):
            examination.rights(path, entry)
            examination.note(path, matters.REMOVABLE, assessment=name)
        elif entry.kind == "file" and _KEPT.fullmatch(entry.name):
            examination.rights(path, entry)
            examination.note(path, matters.KEPT, assessment=name)
        else:
            examination.foreign(path)
    newest = next((path for path in order if path in times), None)
    return Earlier(len(order), newest is not None, times[newest] if newest else "")


def _judged(examination: Examination, copy: Kept, name: str) -> Judged | None:
    try:
        judged = judge_file(copy.path, name, examination.disk)
    except FileNotFoundError:  # thinned in the meantime
        return None
    except OSError as error:
        examination.unreadable(copy.path, error, "copies", name)
        return None
    matter = _MATTERS[judged.verdict]
    if judged.verdict == "outside" and copy.why not in _SAVES:
        matter = matters.COPY_KEPT_OUTSIDE
    if judged.verdict == "damaged" and copy.why in _WHATEVER_IT_WAS:
        matter = matters.KEPT
    examination.note(copy.path, matter, "copies", name, version=judged.version)
    return judged
