"""One walk through the data folder: what it gathers, and how it looks at any folder."""

from pathlib import Path

from peil.errors import PeilError
from peil.store import matters
from peil.store.disk import Disk, followed
from peil.store.entries import Entry
from peil.store.findings import Finding, Group
from peil.store.matters import Matter
from peil.store.trouble import in_words
from peil.text.clean import clean_line

ANYBODY = 0o077
"""The rights of everybody but the owner."""
ANYBODY_WRITES = 0o022
"""Their rights to change a file."""


class Examination:
    """What was found so far in one data folder. Nothing is changed, nothing is locked."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        """Examine `folder`, which may be missing."""
        self.folder = folder
        """The data folder."""
        self.disk = disk
        """The disk on which it lies."""
        self.findings: list[Finding] = []
        """What was found, in the order in which it was met."""
        self._real = followed(folder)
        self._inside: dict[Path, bool] = {}

    def note(
        self,
        path: Path,
        matter: Matter,
        group: Group = "others",
        assessment: str | None = None,
        **values: object,
    ) -> None:
        """Note how a file is; `values` are for the gaps in the sentence of `matter`."""
        file = clean_line(str(path.relative_to(self.folder))) or "?"
        shown = str(path) if path == self.folder else file
        message = PeilError(matter.sentence, file=shown, **values) if matter.sentence else None
        self.findings.append(
            Finding(
                file=file,
                state=matter.state,
                assessment=assessment,
                serious=matter.serious,
                repairable=matter.repairable,
                message=message,
                group=group,
                path=path,
            )
        )

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder, with a finding where that cannot be read."""
        try:
            return self.disk.entries(folder)
        except OSError as error:
            self.unreadable(folder, error)
            return []

    def is_folder(self, path: Path, entry: Entry) -> bool:
        """Tell whether an entry is a folder to be walked; note what is odd about it."""
        if entry.kind == "folder":
            return self.rights(path, entry)
        if entry.kind == "link" and _leads_to_folder(path):
            self.note(path, matters.LINKED_FOLDER, target=str(followed(path)))
            return True
        self.note(path, matters.NO_FOLDER)
        return False

    def is_file(self, path: Path, entry: Entry, assessment: str | None = None) -> bool:
        """Tell whether an entry that should be a file of Peil's is one; note what is odd."""
        if entry.kind == "file":
            return self.rights(path, entry)
        self.note(path, matters.NO_FILE, assessment=assessment)
        return False

    def rights(self, path: Path, entry: Entry, not_for_others: int = ANYBODY) -> bool:
        """Note who else can read or change a file or folder; tell whether we may read it.

        What lies behind a link to a folder has the rights that its owner chose.
        """
        if path != self.folder and not self._is_inside(path.parent):
            return True
        if not entry.is_mine:
            self.note(path, matters.OF_ANOTHER)
        elif not entry.is_readable:
            self.note(path, matters.CLOSED)
            return False
        elif entry.rights & not_for_others:
            self.note(path, matters.OPEN_TO_OTHERS)
        return True

    def foreign(self, path: Path) -> None:
        """Note what is not Peil's."""
        self.note(path, matters.NOT_OURS)

    def unreadable(
        self,
        path: Path,
        error: OSError,
        group: Group = "others",
        assessment: str | None = None,
    ) -> None:
        """Note that the system does not let us read a file or folder."""
        self.note(path, matters.UNREADABLE, group, assessment, why=in_words(error))

    def _is_inside(self, folder: Path) -> bool:
        """Tell whether a folder is where its path says, with no link on the way to it."""
        if folder not in self._inside:
            place = self._real / folder.relative_to(self.folder)
            self._inside[folder] = followed(folder) == place
        return self._inside[folder]


def _leads_to_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder on the way that is closed to us
        return False
