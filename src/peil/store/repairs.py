"""The repairs of one assessment. The caller holds its lock.

Whatever is replaced or renamed is kept first, and surely on the disk before anything
else happens. Every repair raises OSError when the disk refuses, PeilError when another
program was faster; then everything that was there still is, under its name or as a copy.
What a repair returns says what was done, with a gap `file` still to be filled; None when
there was nothing to do any more.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import msgspec

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store.disk import Disk, followed, free_name
from peil.store.envelope import Tables
from peil.store.findings import State
from peil.store.judging import Judged, judge, judge_file, newest_good
from peil.store.migration import with_last_code
from peil.store.rewriting import rewrite
from peil.store.summary import Summary
from peil.store.workspace import Workspace
from peil.text.languages import mark

Summarise: TypeAlias = Callable[[Assessment, Summary], Summary]
"""Computes what the list shows of an assessment, from it and from what the list showed."""

_RESTORED = mark(
    "{file} is the last whole save again, of {time}: look whether your newest answers are in it. "
    "The damaged file is kept as {kept}."
)
_ACCEPTED = mark(
    "{file} is accepted as it was changed, and opens again. A copy from just before is {kept}."
)
_MIGRATED = mark("{file} has the form that this Peil needs now. A copy from just before is {kept}.")
_RENAMED = mark("{file} is called {kept} from now on, so that Peil looks at it no more.")
_KEPT = mark(
    "{file} was newer than the assessment, and is now among its earlier saves as {kept}. See what "
    "is in it with: peil backups {name}"
)
_REMOVED = mark("{file} held nothing newer than the assessment, and has been removed.")
_CHANGED = mark(
    "{file} is not as it was found a moment ago: another program is at work there, or the disk "
    "reports errors. It was left alone; repair again."
)


def as_it_was(assessment: Assessment, before: Summary) -> Summary:
    """Return what the list showed before, with the title as it now is."""
    return msgspec.structs.replace(before, title=assessment.title)


class Repairs:
    """What can be done for one assessment and what lies around it."""

    def __init__(self, workspace: Workspace, name: str, summarise: Summarise) -> None:
        """Repair assessment `name`, of which only earlier saves may be left."""
        self._disk: Disk = workspace.disk
        self._name = name
        self._folder = workspace.folder
        self._file = workspace.file(name)
        self._real = followed(self._file)
        self._generations = workspace.generations(name)
        self._summarise = summarise

    def left_over(self, path: Path) -> PeilError | None:
        """Keep what an interrupted save left if it is newer than the assessment; remove it."""
        try:
            data, _ = self._disk.read(path)
        except FileNotFoundError:  # the copy of another one was made under the same name
            return None
        judged = judge(data, self._name)
        kept = None
        if self._is_worth_keeping(judged):
            kept = self._generations.keep_before(path, judged.saves, "repair")
        self._disk.remove(path)
        self._disk.sync_folder(path.parent)
        if kept is None:
            return PeilError(_REMOVED)
        return PeilError(_KEPT, kept=self._named(kept), name=self._name)

    def copy(self, path: Path) -> PeilError | None:
        """Give a damaged earlier save a name under which it is none."""
        if judge_file(path, self._name, self._disk).verdict != "damaged":
            return None
        aside = free_name(self._disk, path, "damaged")
        self._disk.replace(path, aside)
        self._disk.sync_folder(path.parent)
        return PeilError(_RENAMED, kept=self._named(aside))

    def file(self, found: State) -> PeilError | None:
        """Put the assessment's own file right, if it is still in the state in which it was found.

        A disk that reports an error now and then must not let a whole file be replaced.
        """
        judged = judge_file(self._real, self._name, self._disk)
        if judged.verdict != found:
            raise PeilError(_CHANGED)
        if judged.verdict == "damaged" and not self._file.is_symlink():
            return self._restored(judged)
        held = judged.held
        if held is not None and judged.verdict == "outside":
            kept = self._generations.keep_before(self._real, held.saves, "repair")
            summary = self._summarise(held.assessment, held.summary)
            self._put(judged, with_last_code(held.tables), summary)
            return PeilError(_ACCEPTED, kept=self._named(kept))
        if held is not None and judged.verdict == "older":
            kept = self._generations.keep_before(self._real, held.saves, "migration")
            self._put(judged, held.tables, held.summary)
            return PeilError(_MIGRATED, kept=self._named(kept))
        return None

    def _restored(self, damaged: Judged) -> PeilError | None:
        """Put the newest whole save in the place of a damaged file, and that beside it."""
        found = newest_good(self._generations, self._name, self._disk)
        if found is None:
            return None
        kept = self._keep_beside()
        self._put(damaged, found.tables, found.summary)
        return PeilError(_RESTORED, kept=self._named(kept), time=found.time)

    def _put(self, before: Judged, tables: Tables, summary: Summary) -> None:
        """Put tables into the file if it is still the one that was judged."""
        if self._disk.stamp(self._real) != before.stamp:
            raise PeilError(_CHANGED)
        saves = max(before.saves, self._generations.highest()) + 1
        rewrite(self._real, tables, saves, summary, self._disk)

    def _is_worth_keeping(self, judged: Judged) -> bool:
        """Tell whether a left-over holds what the assessment may not."""
        if judged.verdict == "damaged":
            return False
        return not judged.is_good or judged.saves > self._known_saves()

    def _known_saves(self) -> int:
        """Return the number of the last save that can be read."""
        try:
            own = judge_file(self._real, self._name, self._disk)
        except OSError:
            return self._generations.highest()
        return own.saves if own.held else self._generations.highest()

    def _keep_beside(self) -> Path:
        """Give the damaged file a second name beside it, once."""
        number = 1
        ours = self._disk.stamp(self._real)
        while (stamp := self._disk.stamp(beside := self._beside(number))) not in (None, ours):
            number += 1
        if stamp is None:
            self._disk.link(self._real, beside)
        self._disk.sync_folder(beside.parent)
        return beside

    def _named(self, path: Path) -> str:
        """Return where a file is in the data folder."""
        return str(path.relative_to(self._folder))

    def _beside(self, number: int) -> Path:
        return self._file.with_name(f"{self._name}.damaged-{number}.json")
