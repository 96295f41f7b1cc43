"""The data folder: which assessments there are, and reading, opening, making and deleting one.

    assessments/ID.json  backups/ID/  deleted/  questionnaires/  cache/  settings.toml

Folders are made when something is first written to them, for their owner only.
"""

import errno
import os
from collections.abc import Callable, Collection
from pathlib import Path

from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store import names
from peil.store.deleting import move_to_deleted
from peil.store.disk import DISK, Disk
from peil.store.generations import Generations
from peil.store.loading import Loaded, load
from peil.store.lock import Lock
from peil.store.openfile import OpenFile, Saver
from peil.store.summary import Summary, damaged_summary, safe_summary
from peil.store.trouble import cannot_write
from peil.store.writer import NotSaved, Saved
from peil.text.languages import mark

_EXISTS = mark("There is an assessment {name} already. Choose another name.")
_ENDING = ".json"


def _nothing() -> None:
    """Be told of a save, and do nothing."""


def default_folder() -> Path:
    """Return the data folder: `PEIL_DATA`, or the place this system has for a user's data."""
    chosen = os.environ.get("PEIL_DATA", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed with PEIL_DATA

    return user_data_path("peil", appauthor=False)


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
        self._disk = disk

    def ids(self) -> list[str]:
        """Return the ids of all assessments, in alphabetical order."""
        found = self._disk.names(self.assessments)
        stems = (name.removesuffix(_ENDING) for name in found if name.endswith(_ENDING))
        return sorted(stem for stem in stems if names.is_id(stem))

    def exists(self, assessment: str) -> bool:
        """Tell whether there is an assessment with exactly this id."""
        return names.is_id(assessment) and self._disk.stamp(self._file(assessment)) is not None

    def resolve(self, beginning: str) -> str:
        """Return the id that `beginning` is or begins; PeilError names what was meant."""
        return beginning if self.exists(beginning) else names.resolve(beginning, self.ids())

    def free_id(self, title: str, reserved: Collection[str]) -> str:
        """Return an id for a new assessment: the title's slug, none of `reserved`, not taken."""
        return names.free_id(title, reserved, self._taken)

    def summaries(self) -> list[Summary]:
        """Return the line of each assessment for the list, in the order of their ids."""
        return [self._summary(each) for each in self.ids()]

    def _summary(self, assessment: str) -> Summary:
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
        lock = Lock(self.assessments, assessment)
        try:
            loaded = self.read(assessment)
            if loaded.notice is not None and not loaded.writable:
                raise loaded.notice
            return OpenFile(lock, self._saver(assessment, loaded), loaded, on_change)
        except BaseException:
            lock.release()
            raise

    def create(
        self, assessment: Assessment, summary: Summary, on_change: Callable[[], None] = _nothing
    ) -> OpenFile:
        """Put a new assessment on the disk, under its own id, and return it open.

        Raises PeilError when the id is taken or the folder cannot be written.
        """
        name = assessment.id
        if not names.is_id(name):
            raise ValueError(name)
        try:
            self._disk.make_folder(self.assessments)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        lock = Lock(self.assessments, name)
        try:
            if self._taken(name):
                raise PeilError(_EXISTS, name=name)
            made = OpenFile(lock, self._saver(name, None), None, on_change)
            made.save(assessment, summary)
            status = made.flush()
            if isinstance(status, Saved):
                return made
            made.close(0)
            code = status.code if isinstance(status, NotSaved) else errno.ETIMEDOUT
            raise cannot_write(self.folder, OSError(code, os.strerror(code)))
        except BaseException:
            lock.release()
            raise

    def delete(self, assessment: str) -> Path:
        """Move an assessment with its earlier saves to `deleted/`, and return its new path.

        Moving that file back to `assessments/` takes it back. Raises OpenElsewhere,
        PeilError.
        """
        self._must_exist(assessment)
        lock = Lock(self.assessments, assessment)
        try:
            return move_to_deleted(self.folder, self.assessments, assessment, self._disk)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        finally:
            lock.release()

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
