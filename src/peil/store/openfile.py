"""An assessment that is open for writing: it takes whole states and saves them by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

from peil.assessment.ballot import Ballot
from peil.assessment.model import Assessment
from peil.errors import PeilError
from peil.store.ballot_box import BallotBox
from peil.store.disk import Disk
from peil.store.documents import Documents, renew, to_documents
from peil.store.generations import Generations, Why
from peil.store.loading import Loaded
from peil.store.lock import Lock
from peil.store.storage import NO_FILE, AssessmentStorage, WholeSaves
from peil.store.summary import Summary
from peil.store.trouble import in_words
from peil.store.usable import check
from peil.store.writer import Saved, Status, Writer
from peil.text.languages import mark

LONGEST_WAIT = 30.0
"""How long closing waits for the disk, in seconds."""

_NOT_SAVED = mark(
    "Your last change is not saved yet, so nothing else was changed. Look at why it could not be "
    "saved, mend that, and try again."
)
_NOT_KEPT = mark(
    "The assessment as it now is could not be kept first ({why}), so nothing was changed. Mend "
    "that and try again."
)


class State(NamedTuple):
    """What one save puts on the disk."""

    assessment: Assessment
    summary: Summary
    ballot: Ballot | None
    """The vote that runs; it goes into a box of its own, once the assessment is saved."""


class OpenFile:
    """The only way to change an assessment's file. Close it, or use it in a `with`."""

    def __init__(
        self, lock: Lock, saver: "Saver", loaded: Loaded | None, on_change: Callable[[], None]
    ) -> None:
        """Hold `lock` until closed; `Workspace.open` and `Workspace.create` make these."""
        self.loaded = loaded
        """What was read when it was opened; None for a new one."""
        self.ballot = saver.running
        """The vote that ran when it was opened, if any."""
        self._lock = lock
        self._saver = saver
        self._checked = loaded.assessment if loaded else None
        self._writer: Writer[State] = Writer(saver.save, saver.tidy, on_change)

    @property
    def status(self) -> Status:
        """Whether everything handed over is on the disk; may be read from any thread."""
        return self._writer.status

    def save(self, assessment: Assessment, summary: Summary, ballot: Ballot | None) -> None:
        """Hand over the newest state, with the vote that runs, if any; returns at once.

        Raises NotUsable (a ValueError) for values that could not be read back, which
        the sitting never makes.
        """
        check(assessment, self._checked)
        self._checked = assessment
        self._writer.put(State(assessment, summary, ballot))

    def flush(self, timeout: float = LONGEST_WAIT) -> Status:
        """Wait at most `timeout` seconds until all is saved, trying once more what failed."""
        return self._writer.flush(timeout)

    def keep_before(self, why: Why) -> None:
        """Wait for the last save, and keep the file as it now is, before something changes it.

        Raises PeilError when that fails: what `why` names must not happen then.
        """
        if not isinstance(self.flush(), Saved):
            raise PeilError(_NOT_SAVED)
        try:
            self._saver.keep_before(why)
        except OSError as error:
            raise PeilError(_NOT_KEPT, why=in_words(error)) from error

    def close(self, timeout: float = LONGEST_WAIT) -> Status:
        """Flush, and free the lock. What it returns says whether all was saved."""
        try:
            return self._writer.close(timeout)
        finally:
            self._lock.release()

    def abandon(self) -> None:
        """Free the lock without another attempt to save."""
        try:
            self._writer.abandon(LONGEST_WAIT)
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


class Saver:
    """Puts one state on the disk through TinyDB: called in the writer's thread only.

    But for `keep_before`, which is for when that thread has nothing to save.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded | None,
        generations: Generations,
        disk: Disk,
        box: BallotBox,
    ) -> None:
        """Save to `path` (no link), going on from what was read of it, and to the ballot box."""
        known = loaded.known if loaded else NO_FILE
        self._storage = AssessmentStorage(path, known, generations, disk)
        self._box = box
        self.running = box.read(loaded.assessment.meeting.counted) if loaded else None
        """The vote that ran when the file was opened, if any."""
        self._documents = to_documents(loaded.assessment) if loaded else {}
        self._gathered = WholeSaves(self._storage)
        self._database: Documents | None = None

    def save(self, state: State) -> Saved:
        """Save `state` and say where it went. Raises OSError; then the next call has it all."""
        if self._database is None:
            self._database = Documents(storage=lambda: self._gathered)
        documents = to_documents(state.assessment)
        renew(self._database, self._documents, documents)
        self._documents = documents
        self._storage.summary = state.summary
        self._gathered.flush()
        # Only now: counts must be on the disk before the votes they come from are removed.
        self._box.put(state.ballot)
        beside = self._storage.beside
        return Saved("" if beside is None else str(beside))

    def tidy(self) -> None:
        """Remove earlier saves that are more than those to keep."""
        self._storage.tidy()

    def keep_before(self, why: Why) -> None:
        """Keep the file as it is on the disk. Raises OSError."""
        self._storage.keep_before(why)
