"""Earlier saves of one assessment, in `backups/ID/`, ordered by the counter of saves.

`00000012.json` is a save, `00000012.sitting.json` the last one before a sitting began;
these two are second names of the replaced file where the file system knows links, so
keeping one costs next to nothing. `00000012.restore.json` and its like were kept before
something else than a save changed the file: they are copies, and surely on the disk.
"""

import contextlib
import re
from pathlib import Path
from typing import Literal, NamedTuple, cast

from peil.store.disk import Disk, Stamp, replace_whole
from peil.store.envelope import BEGINNING, FIRST_LINE_LIMIT, HIGHEST_SAVES

LAST_SAVES = 3
"""How many earlier saves are kept."""

Why = Literal["save", "sitting", "restore", "repair", "migration", "update", "readback"]
"""Why a copy was kept: it was replaced by a save, it was there before a sitting, or it was
kept before a restore, a repair, a migration, an update of a questionnaire, a readback."""

_NAME = re.compile(
    r"(\d{8,18})(?:\.(sitting|restore|repair|migration|update|readback))?(?:-([2-9]|[1-9]\d{1,5}))?\.json"
)


class Kept(NamedTuple):
    """One copy, by its name alone."""

    saves: int
    """The number of the save that it is: the order of copies."""
    turn: int
    """Which one it is of those with the same number and reason, from 1."""
    why: Why
    path: Path


class Generations:
    """The copies of one assessment."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        """Look after the copies in `folder`, which need not be there yet."""
        self.folder = folder
        """Where they are."""
        self._disk = disk
        self._sitting_kept = False
        self._days: dict[Path, int] = {}

    def kept(self) -> list[Kept]:
        """Return every copy, the newest first; none where the folder cannot be read."""
        try:
            names = self._disk.names(self.folder)
        except OSError:
            return []
        found = [self._kept(match) for name in names if (match := _NAME.fullmatch(name))]
        return sorted(found, reverse=True)

    def _kept(self, match: re.Match[str]) -> Kept:
        why = cast("Why", match[2] or "save")
        return Kept(int(match[1]), int(match[3] or 1), why, self.folder / match[0])

    def newest_first(self) -> list[Path]:
        """Return the path of every copy, the newest first."""
        return [copy.path for copy in self.kept()]

    def highest(self) -> int:
        """Return the highest counter of all copies that is believed, 0 without any."""
        counters = (copy.saves for copy in self.kept())
        return max((saves for saves in counters if saves <= HIGHEST_SAVES), default=0)

    def keep(self, file: Path, saves: int) -> None:
        """Keep `file`, which is save number `saves`, before it is replaced.

        A copy that cannot be kept never stands in the way of the save itself.
        """
        with contextlib.suppress(OSError):
            self._link(file, saves, "save")
            if not self._sitting_kept:
                self._link(file, saves, "sitting")
                self._sitting_kept = True
                self._remove_left_overs()

    def keep_before(self, file: Path, saves: int, why: Why) -> Path:
        """Keep `file` (no link), which is save number `saves`, for certain; return its copy.

        What is there already with the same bytes, kept for the same reason, is enough.
        Raises OSError when the copy cannot be made or is not surely on the disk: whatever
        it was to be kept from must not happen then.
        """
        data, _ = self._disk.read(file)
        self._disk.make_folder(self.folder)
        turn = 1
        while self._disk.stamp(copy := self._path(saves, why, turn)) is not None:
            if self._holds(copy, data):
                break
            turn += 1
        else:
            replace_whole(self._disk, copy, copy.with_name(f".{copy.name}.tmp"), data)
        self._disk.sync_folder(self.folder)
        return copy

    def thin(self) -> None:
        """Remove saves that are more than the last ones, and other copies with their age.

        What does not begin like a copy stays, whatever it is called: in a folder that is
        a link there may be files of others.
        """
        from peil.store.thinning import thinned  # what only reads does without it

        copies = self.kept()
        saves = [copy.path for copy in copies if copy.why == "save"]
        others = [copy.path for copy in copies if copy.why != "save"]
        with contextlib.suppress(OSError):
            stay = thinned(others, self._day)
            for copy in (*saves[LAST_SAVES:], *(path for path in others if path not in stay)):
                if self._is_copy(copy):
                    self._disk.remove(copy)

    def _is_copy(self, path: Path) -> bool:
        """Tell whether a file that is called like a copy begins like one."""
        try:
            return self._disk.beginning(path, len(BEGINNING)) == BEGINNING
        except OSError:  # a link or something else in its place
            return False

    def _remove_left_overs(self) -> None:
        """Remove what a process that ended while it kept a copy left behind.

        Here nobody else keeps one: `keep_before` waits for the save that this belongs to.
        """
        for name in self._disk.names(self.folder):
            if name.startswith(".") and name.endswith(".json.tmp"):
                self._disk.remove(self.folder / name)

    def _day(self, copy: Path) -> int:
        """Return the day of a copy: as it says itself, else as the file system says.

        File times do not survive every move to another computer.
        """
        from peil.store.thinning import day_of

        if copy not in self._days:
            stamp = self._disk.stamp(copy) or Stamp(0, 0, 0)
            try:
                first = self._disk.beginning(copy, FIRST_LINE_LIMIT)
            except OSError:
                first = b""
            self._days[copy] = day_of(first, stamp.modified)
        return self._days[copy]

    def _path(self, saves: int, why: Why, turn: int) -> Path:
        reason = "" if why == "save" else f".{why}"
        again = "" if turn == 1 else f"-{turn}"
        return self.folder / f"{saves:08}{reason}{again}.json"

    def _holds(self, copy: Path, data: bytes) -> bool:
        try:
            return self._disk.read(copy)[0] == data
        except OSError:  # a link or something else in its place
            return False

    def _link(self, file: Path, saves: int, why: Why) -> None:
        turn = 1
        while not self._linked(file, copy := self._path(saves, why, turn)):
            if self._disk.stamp(copy) == self._disk.stamp(file):
                return
            if self._holds(copy, self._disk.read(file)[0]):
                return
            turn += 1

    def _linked(self, file: Path, copy: Path) -> bool:
        """Give `file` the name of a copy; False when that name is taken."""
        try:
            self._disk.link(file, copy)
        except FileExistsError:
            return False
        except FileNotFoundError:
            if self._disk.stamp(file) is not None:  # else the whole disk may be gone
                self._disk.make_folder(self.folder)
                self._disk.link(file, copy)
        return True
