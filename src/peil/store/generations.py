"""Earlier saves of one assessment, in `backups/ID/`, ordered by the counter of saves.

`00000012.json` is a save, `00000012.sitting.json` the last one before a sitting began.
They are second names of the replaced file where the file system knows links, so
keeping one costs next to nothing.
"""

import contextlib
import re
from pathlib import Path

from peil.store.disk import Disk

LAST_SAVES = 3
"""How many earlier saves are kept."""
SITTINGS = 10
"""How many sittings are kept."""

_NAME = re.compile(r"(\d{8,18})(\.sitting)?\.json")


class Generations:
    """The copies of one assessment."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        """Look after the copies in `folder`, which need not be there yet."""
        self.folder = folder
        """Where they are."""
        self._disk = disk
        self._sitting_kept = False

    def newest_first(self) -> list[Path]:
        """Return every copy, the newest first; none where the folder cannot be read."""
        try:
            names = self._disk.names(self.folder)
        except OSError:
            return []
        found = [match for name in names if (match := _NAME.fullmatch(name))]
        found.sort(key=lambda match: (int(match[1]), match[0]), reverse=True)
        return [self.folder / match[0] for match in found]

    def highest(self) -> int:
        """Return the highest counter of all copies, 0 without any."""
        newest = self.newest_first()
        return int(newest[0].name.partition(".")[0]) if newest else 0

    def keep(self, file: Path, saves: int) -> None:
        """Keep `file`, which is save number `saves`, before it is replaced.

        A copy that cannot be kept never stands in the way of the save itself.
        """
        with contextlib.suppress(OSError):
            self._link(file, self.folder / f"{saves:08}.json")
            if not self._sitting_kept:
                self._link(file, self.folder / f"{saves:08}.sitting.json")
                self._sitting_kept = True

    def thin(self) -> None:
        """Remove what is more than the last saves and the last sittings."""
        copies = self.newest_first()
        sittings = [copy for copy in copies if copy.name.endswith(".sitting.json")]
        saves = [copy for copy in copies if not copy.name.endswith(".sitting.json")]
        with contextlib.suppress(OSError):
            for copy in (*saves[LAST_SAVES:], *sittings[SITTINGS:]):
                self._disk.remove(copy)

    def _link(self, file: Path, copy: Path) -> None:
        with contextlib.suppress(FileExistsError):
            try:
                self._disk.link(file, copy)
            except FileNotFoundError:
                if self._disk.stamp(file) is not None:  # else the whole disk may be gone
                    self._disk.make_folder(self.folder)
                    self._disk.link(file, copy)
