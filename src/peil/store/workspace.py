"""The data folder: which assessments there are, and reading, opening, making and deleting one.

    assessments/ID.json  backups/ID/  deleted/  questionnaires/  cache/  settings.toml

Folders are made when something is first written to them, for their owner only.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store import names
from peil.store.cache import Cache
from peil.store.disk import DISK, Disk
from peil.store.envelope import FIRST_LINE_LIMIT, NotAnAssessment, first_line
from peil.store.generations import Generations
from peil.store.index import Index
from peil.store.loading import Loaded, load
from peil.store.summary import Summary, damaged_summary, safe_summary
from peil.store.trouble import reading

if TYPE_CHECKING:
    from peil.store.copies import Copy
    from peil.store.openfile import OpenFile

_ENDING = ".json"


def _nothing() -> None:
    """Be told of a save, and do nothing."""


def _id_of(file: str) -> str | None:
    """Return the id that the name of an assessment's file says; None for any other file."""
    stem = file.removesuffix(_ENDING)
    return stem if stem != file and names.is_id(stem) else None


class Workspace:
    """One data folder. Reading never locks, never writes and never waits."""

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        """Look after `folder`, which need not be there yet."""
        self.folder = folder
        """The data folder."""
        self.assessments = folder / "assessments"
        """Where the assessments' files are."""
        self.questionnaires = folder / "questionnaires"
        """Where the user's own questionnaires are; it need not be there."""
        self.cache = Cache(folder / "cache", disk)
        """Parsed questionnaires, kept to save time."""
        self.disk = disk
        """The disk on which it lies."""

    def ids(self) -> list[str]:
        """Return the ids of all assessments, in alphabetical order."""
        with reading(self.folder):
            return sorted(filter(None, map(_id_of, self.disk.names(self.assessments))))

    def exists(self, assessment: str) -> bool:
        """Tell whether there is an assessment with exactly this id."""
        with reading(self.folder):
            return names.is_id(assessment) and self.disk.stamp(self.file(assessment)) is not None

    def resolve(self, beginning: str) -> str:
        """Return the id that `beginning` is or begins; PeilError names what was meant."""
        if self.exists(beginning):
            return beginning
        try:
            return names.resolve(beginning, self.ids())
        except PeilError:
            if names.is_id(beginning) and self.generations(beginning).kept():
                raise names.gone(beginning) from None
            raise

    def free_id(self, title: str, reserved: Collection[str]) -> str:
        """Return an id for a new assessment: the title's slug, none of `reserved`, not taken."""
        return names.free_id(title, reserved, self.taken)

    def summaries(self) -> list[Summary]:
        """Return the line of each assessment for the list, in the order of their ids."""
        index = Index(self.folder / "cache" / "index", self.disk)
        with reading(self.folder):
            return index.summaries(self.disk.stamps(self.assessments), self._summary)

    def _summary(self, file: str, size: int) -> Summary | None:
        """Read the line of one assessment from its file of `size` bytes; None for any other."""
        assessment = _id_of(file)
        if assessment is None:
            return None
        try:
            line = self.disk.beginning(self.file(assessment), FIRST_LINE_LIMIT)
            return safe_summary(first_line(line, size).summary, assessment)
        except (OSError, NotAnAssessment):
            try:
                return self.read(assessment).summary
            except PeilError:
                return damaged_summary(assessment)

    def read(self, assessment: str) -> Loaded:
        """Return an assessment to look at. Raises PeilError, DataDamaged."""
        self.must_exist(assessment)
        with reading(self.folder):
            try:
                return load(self.file(assessment), self.generations(assessment), self.disk)
            except FileNotFoundError:
                raise names.unknown(assessment, self.ids()) from None

    def open(self, assessment: str, on_change: Callable[[], None] = _nothing) -> "OpenFile":
        """Return an assessment to work in, locked until it is closed.

        `on_change` is called from the writer's thread after each attempt to save.
        Raises OpenElsewhere; DataDamaged when it opens to look only (`read` it then);
        PeilError.
        """
        from peil.store import opening

        return opening.open_file(self, assessment, on_change)

    def create(
        self, assessment: Assessment, summary: Summary, on_change: Callable[[], None] = _nothing
    ) -> "OpenFile":
        """Put a new assessment on the disk, under its own id, and return it open.

        Raises PeilError when the id is taken or the folder cannot be written; then nothing
        was made.
        """
        from peil.store import opening

        return opening.create_file(self, assessment, summary, on_change)

    def delete(self, assessment: str) -> Path:
        """Move an assessment with its earlier saves to `deleted/`, and return its new path.

        Moving that file back to `assessments/` takes it back. Raises OpenElsewhere,
        PeilError.
        """
        from peil.store import opening

        return opening.delete_file(self, assessment)

    def put_away(self, file: Path, held: str | None = None) -> Path:
        """Move a file beside the assessments to `deleted/`, and return its new path.

        Only what is no assessment itself. `held` is the assessment that this process has
        open, if any. Raises OpenElsewhere where another window may save to it; PeilError.
        """
        from peil.store import opening

        return opening.put_file_away(self, file, held)

    def copies(self, assessment: str) -> "tuple[Copy, ...]":
        """Return what there is to go back to, the newest first.

        Also for an assessment of which only copies are left. Raises PeilError where there
        is neither a file nor a copy.
        """
        from peil.store import copies

        return copies.copies(self, assessment)

    def restore(self, assessment: str, number: int) -> "Copy":
        """Put copy `number` (1 is the newest) in the place of an assessment, and return it.

        What was there is kept as it was, as the newest copy: restoring number 1 takes
        this back, unless it was damaged or of a newer Peil. It may also be gone.
        Raises OpenElsewhere; DataDamaged for a copy that cannot be used; PeilError. Then
        the file is as it was.
        """
        from peil.store import restoring

        return restoring.restore(self, assessment, number)

    def file(self, assessment: str) -> Path:
        """Return where an assessment's file is, or would be."""
        return self.assessments / f"{assessment}{_ENDING}"

    def generations(self, assessment: str) -> Generations:
        """Return the earlier saves of an assessment."""
        return Generations(self.folder / "backups" / assessment, self.disk)

    def must_exist(self, assessment: str) -> None:
        """Raise PeilError when there is no assessment with exactly this id."""
        if not self.exists(assessment):
            raise names.unknown(assessment, self.ids())

    def taken(self, assessment: str) -> bool:
        """Tell whether a file or earlier saves have this id."""
        copies = self.generations(assessment).folder
        with reading(self.folder):
            return any(self.disk.stamp(path) for path in (self.file(assessment), copies))
