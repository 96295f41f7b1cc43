"""How the screen ends: signals, the last save, and a mistake of our own."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from peil.errors import PeilError
from peil.store.writer import WRITER, NotSaved, Saved, Status
from peil.text.languages import Words, mark
from peil.tui.quiet import SIGNALLED

if TYPE_CHECKING:
    from peil.tui.app import PeilApp

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""The signals that end a program, as far as the system knows them."""


@contextlib.contextmanager
def watchful(app: "PeilApp") -> Iterator[None]:
    """Meanwhile let signals end the app, and note what goes wrong in any thread.

    Signals that somebody wants ignored (`nohup`) stay ignored.
    """
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    hook = threading.excepthook

    def hear_of_fault(happened: threading.ExceptHookArgs) -> None:
        from peil.store.logbook import note_fault

        fault, thread = happened.exc_value, happened.thread
        if fault is not None and thread is not None and thread.name == WRITER:
            note_fault(app.desk.workspace.folder, fault)  # the header says what is not saved
        elif fault is not None:
            app.stop_from_thread(fault)

    threading.excepthook = hear_of_fault
    for number, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(number, app.hear)
    try:
        yield
    finally:
        threading.excepthook = hook
        if app.heard is None:  # else the first signal counts until the very end
            for number, handler in before.items():
                signal.signal(number, handler)


def keep_now(app: "PeilApp") -> None:
    """Wait a moment until everything is on the disk; the header says it when it is not."""
    from peil.tui.opening import ready_to_leave

    if app.open_sitting is not None:
        with contextlib.suppress(PeilError):
            ready_to_leave(app.open_sitting)


def unsaved(status: Status, folder: str) -> PeilError | None:
    """Return what to say about the last save of an assessment in `folder`; None when all is well.

    A save that is still under way when nobody waits any longer counts as not made.
    """
    if isinstance(status, Saved):
        if not status.beside:
            return None
        return PeilError(
            mark(
                "The file was changed by somebody else meanwhile, so your changes went to "
                "{place}. Compare the two and keep the one you want."
            ),
            place=status.beside,
        )
    if isinstance(status, NotSaved):
        return NotKept(status.reason, folder)
    return NotKept(mark("the disk does not answer"), folder)


class NotKept(PeilError):
    """The last changes are not on the disk."""

    def __init__(self, reason: str, folder: str) -> None:
        """Keep why (marked for translation), and the folder in which the rest is."""
        super().__init__(
            mark(
                "Your last changes are not saved: {reason}. What was saved before is safe in "
                "{folder}; make the last changes again once that is solved."
            ),
            reason=reason,
            folder=folder,
        )

    def sentence(self, say: Words) -> str:
        """Return the sentence, with the reason in the same language."""
        return say(self.message, **{**self.values, "reason": say(str(self.values["reason"]))})


def farewell(app: "PeilApp") -> int:
    """Close what is open once the screen is gone; say what went wrong, and return the exit code.

    With `PEIL_DEBUG` a mistake of our own is shown in full, for whoever mends it.
    """
    lost = _closed(app)
    if lost is not None:
        say_on_stderr(lost.sentence(app.say))
    if app.fault is not None:
        _say_mistake(app, app.fault)
    if app.heard is not None:
        return SIGNALLED + app.heard
    if app.fault is not None:
        return 1
    return app.return_code or (0 if lost is None else lost.exit_code)


def _closed(app: "PeilApp") -> PeilError | None:
    """Close what is open; return what to say about its last save."""
    folder = app.desk.workspace.folder
    if app.open_sitting is None:
        return None
    try:
        return unsaved(app.open_sitting.close(), str(folder))
    except PeilError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is, the rest is still to be said
        app.fault = app.fault or error
        return NotKept(mark("an error in Peil"), str(folder))


def _say_mistake(app: "PeilApp", fault: BaseException) -> None:
    """Say that Peil itself went wrong, and where it is noted; in full for whoever mends it."""
    from peil.store.logbook import note_fault

    folder = app.desk.workspace.folder
    log = note_fault(folder, fault)
    if os.environ.get("PEIL_DEBUG"):
        import traceback

        say_on_stderr("".join(traceback.format_exception(fault)))
    place = None if log is None else str(log)
    say_on_stderr(mistake(fault, str(folder), place).sentence(app.say))


def mistake(fault: BaseException, folder: str, log: str | None) -> PeilError:
    """Return what to say when Peil itself went wrong, without anything that was typed.

    `log` is the file in which it is noted, if it could be.
    """
    name = type(fault).__name__
    if log is None:
        return PeilError(
            mark(
                "Peil itself made a mistake ({fault}) and had to stop. What was saved is safe in "
                "{folder}; with PEIL_DEBUG=1 before the command you see more, for whoever mends it."
            ),
            fault=name,
            folder=folder,
        )
    return PeilError(
        mark(
            "Peil itself made a mistake ({fault}) and had to stop. What was saved is safe in "
            "{folder}; {log} tells whoever mends it where it happened, and holds nothing of yours."
        ),
        fault=name,
        folder=folder,
        log=log,
    )


def say_on_stderr(sentence: str) -> None:
    """Write a sentence below the screen that was; a terminal that is gone hears nothing."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
