"""One thread that saves, so that no key ever waits for the disk.

Whole states are handed over and the newest wins: what was not begun yet is skipped.
An error is kept and shown, and the next change tries again with all that came before.
"""

from collections.abc import Callable
from threading import Condition, Thread
from typing import Generic, TypeAlias, TypeVar

import msgspec

from peil.store.trouble import reason
from peil.text.languages import mark


class Saved(msgspec.Struct, frozen=True):
    """Everything handed over is on the disk."""

    beside: str = ""
    """Path of the file to which it went, since the assessment's own file was changed by
    somebody else meanwhile (`…/ID.conflict-1.json`); else empty."""


class Saving(msgspec.Struct, frozen=True):
    """Something is on its way to the disk."""


class NotSaved(msgspec.Struct, frozen=True):
    """The last attempt failed; the next change tries again."""

    reason: str
    """Why, in a few words, marked for translation: `say(status.reason)`."""
    code: int = 0
    """The system's number for the error (`errno.ENOSPC`); 0 where it is not the system's."""


Status: TypeAlias = Saved | Saving | NotSaved
"""Whether the changes are safe."""

State = TypeVar("State")

WRITER = "peil-writer"
"""Name of the thread."""

_BROKEN = NotSaved(mark("an error in Peil"))


class Writer(Generic[State]):
    """A queue of one whole state, and the thread that saves it."""

    def __init__(
        self,
        save: Callable[[State], Saved],
        tidy: Callable[[], None],
        on_change: Callable[[], None],
    ) -> None:
        """Save with `save`, which may raise OSError; call `on_change` after each attempt.

        `tidy` does what the user need not wait for, after `on_change`. All are called
        from the writer's own thread, which starts with the first state.
        `on_change` must not wait for the thread that closes the writer; it looks at
        `status` itself, so that a late call cannot show an old one.
        """
        self._save = save
        self._tidy = tidy
        self._on_change = on_change
        self._changed = Condition()
        self._status: Status = Saved()
        self._waiting: list[State] = []
        self._failed: list[State] = []
        self._closing = False
        self._busy = False
        """Whether an attempt is under way, or was made and not told yet."""
        self._thread: Thread | None = None

    @property
    def status(self) -> Status:
        """Whether the changes are safe."""
        return self._status

    def put(self, state: State) -> None:
        """Hand over the newest state; returns at once."""
        with self._changed:
            self._waiting = [state]
            self._status = Saving()
            self._wake()

    def flush(self, timeout: float) -> Status:
        """Wait at most `timeout` seconds until the queue is empty, and return the status.

        What failed before is tried once more. Whoever listens was told by then.
        """
        with self._changed:
            if not self._waiting and self._failed:
                self._waiting, self._status = self._failed, Saving()
            if self._waiting:
                self._wake()
            self._changed.wait_for(self._is_at_rest, timeout)
            return self._status

    def close(self, timeout: float) -> Status:
        """Flush, and end the thread."""
        status = self.flush(timeout)
        self._end(timeout)
        return status

    def abandon(self, timeout: float) -> None:
        """End the thread without another attempt, and wait at most `timeout` seconds for it."""
        with self._changed:
            self._waiting, self._failed = [], []
        self._end(timeout)

    def _end(self, timeout: float) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def _is_at_rest(self) -> bool:
        return not self._busy and not isinstance(self._status, Saving)

    def _rest(self) -> None:
        with self._changed:
            self._busy = False
            self._changed.notify_all()

    def _wake(self) -> None:
        """Let the thread look at what waits."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name=WRITER, daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        try:
            while (state := self._next()) is not None:
                try:
                    self._attempt(state)
                finally:
                    try:
                        self._on_change()
                    finally:
                        self._rest()
                self._tidy()
        finally:
            # An error in Peil itself ends this thread, and the next one goes on.
            with self._changed:
                self._thread = None
                if self._waiting:
                    self._wake()

    def _attempt(self, state: State) -> None:
        status: Status = _BROKEN
        try:
            status = self._save(state)
        except OSError as error:
            status = NotSaved(reason(error), error.errno or 0)
        finally:
            with self._changed:
                self._failed = [] if isinstance(status, Saved) else [state]
                if not self._waiting:
                    self._status = status

    def _next(self) -> State | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            if not self._waiting:
                return None
            self._failed = []
            self._busy = True
            return self._waiting.pop()
