"""The data folder: which assessments there are, and reading, opening, making and deleting one.

    assessments/ID.json  backups/ID/  deleted/  questionnaires/  cache/  settings.toml

Folders are made when something is first written to them, for their owner only.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Collection
from pathlib import Path

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store import names
from peil.store.cache import Cache
from peil.store.deleting import move_to_deleted
from peil.store.disk import DISK, Disk
from peil.store.envelope import FIRST_LINE_LIMIT, NotAnAssessment, first_line
from peil.store.generations import Generations
from peil.store.index import Index
from peil.store.loading import Loaded, load
from peil.store.lock import Lock
from peil.store.openfile import OpenFile, Saver
from peil.store.summary import Summary, damaged_summary, safe_summary
from peil.store.trouble import cannot_write, reading
from peil.store.writer import NotSaved, Saved, Status
from peil.text.languages import mark

_EXISTS = mark("There is an assessment {name} already. Choose another name.")
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
        self._disk = disk

    def ids(self) -> list[str]:
        """Return the ids of all assessments, in alphabetical order."""
        with reading(self.folder):
            return sorted(filter(None, map(_id_of, self._disk.names(self.assessments))))

    def exists(self, assessment: str) -> bool:
        """Tell whether there is an assessment with exactly this id."""
        with reading(self.folder):
            return names.is_id(assessment) and self._disk.stamp(self._file(assessment)) is not None

    def resolve(self, beginning: str) -> str:
        """Return the id that `beginning` is or begins; PeilError names what was meant."""
        return beginning if self.exists(beginning) else names.resolve(beginning, self.ids())

    def free_id(self, title: str, reserved: Collection[str]) -> str:
        """Return an id for a new assessment: the title's slug, none of `reserved`, not taken."""
        return names.free_id(title, reserved, self._taken)

    def summaries(self) -> list[Summary]:
        """Return the line of each assessment for the list, in the order of their ids."""
        index = Index(self.folder / "cache" / "index", self._disk)
        with reading(self.folder):
            return index.summaries(self._disk.stamps(self.assessments), self._summary)

    def _summary(self, file: str) -> Summary | None:
        """Read the line of one assessment from its file; None for any other file."""
        assessment = _id_of(file)
        if assessment is None:
            return None
        try:
            line = self._disk.beginning(self._file(assessment), FIRST_LINE_LIMIT)
            return safe_summary(first_line(line).summary, assessment)
        except (OSError, NotAnAssessment):
            try:
                return self.read(assessment).summary
            except PeilError:
                return damaged_summary(assessment)

    def read(self, assessment: str) -> Loaded:
        """Return an assessment to look at. Raises PeilError, DataDamaged."""
        self._must_exist(assessment)
        try:
            return load(self._file(assessment), self._generations(assessment), self._disk)
        except FileNotFoundError:
            raise names.unknown(assessment, self.ids()) from None

    def open(self, assessment: str, on_change: Callable[[], None] = _nothing) -> OpenFile:
        """Return an assessment to work in, locked until it is closed.

        `on_change` is called from the writer's thread after each attempt to save.
        Raises OpenElsewhere; DataDamaged when it opens to look only (`read` it then);
        PeilError.
        """
        self._must_exist(assessment)
        with contextlib.ExitStack() as undo:
            lock = Lock(self.assessments, assessment)
            undo.callback(lock.release)
            loaded = self.read(assessment)
            if loaded.notice is not None and not loaded.writable:
                raise loaded.notice
            opened = OpenFile(lock, self._saver(assessment, loaded), loaded, on_change)
            undo.pop_all()
            return opened

    def create(
        self, assessment: Assessment, summary: Summary, on_change: Callable[[], None] = _nothing
    ) -> OpenFile:
        """Put a new assessment on the disk, under its own id, and return it open.

        Raises PeilError when the id is taken or the folder cannot be written.
        """
        name = assessment.id
        if not names.is_id(name):
            raise ValueError(f"no id: {name!r}")
        try:
            self._disk.make_folder(self.assessments)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        with contextlib.ExitStack() as undo:
            lock = Lock(self.assessments, name)
            undo.callback(lock.release)
            if self._taken(name):
                raise PeilError(_EXISTS, name=name)
            made = OpenFile(lock, self._saver(name, None), None, on_change)
            undo.callback(made.abandon)
            made.save(assessment, summary)
            status = made.flush()
            if not isinstance(status, Saved):
                raise self._not_made(status)
            undo.pop_all()
            return made

    def delete(self, assessment: str) -> Path:
        """Move an assessment with its earlier saves to `deleted/`, and return its new path.

        Moving that file back to `assessments/` takes it back. Raises OpenElsewhere,
        PeilError.
        """
        self._must_exist(assessment)
        lock = Lock(self.assessments, assessment)
        try:
            moved = move_to_deleted(self.folder, self.assessments, assessment, self._disk)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        else:
            lock.remove()
            return moved
        finally:
            lock.release()

    def _not_made(self, status: Status) -> PeilError:
        code = status.code if isinstance(status, NotSaved) else errno.ETIMEDOUT
        return cannot_write(self.folder, OSError(code, os.strerror(code)))

    def _must_exist(self, assessment: str) -> None:
        if not self.exists(assessment):
            raise names.unknown(assessment, self.ids())

    def _taken(self, assessment: str) -> bool:
        """Tell whether a file or earlier saves have this id."""
        copies = self._generations(assessment).folder
        return any(self._disk.stamp(path) for path in (self._file(assessment), copies))

    def _saver(self, assessment: str, loaded: Loaded | None) -> Saver:
        real = self._file(assessment).resolve()
        return Saver(real, loaded, self._generations(assessment), self._disk)

    def _file(self, assessment: str) -> Path:
        return self.assessments / f"{assessment}{_ENDING}"

    def _generations(self, assessment: str) -> Generations:
        return Generations(self.folder / "backups" / assessment, self._disk)
