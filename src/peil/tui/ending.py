"""How the screen ends: signals, the last save, and a mistake of our own."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from peil.errors import PeilError
from peil.store.writer import NotSaved, Saved, Status
from peil.text.clean import clean
from peil.text.languages import Words, mark

if TYPE_CHECKING:
    from peil.tui.app import PeilApp

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""The signals that end a program, as far as the system knows them."""
SIGNALLED = 128
"""What is added to a signal's number for the exit code."""


def heed_signals(leave: Callable[[int], None]) -> None:
    """Let every signal that ends a program call `leave` with its exit code."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, SIGNALLED + number)


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
        told = {**self.values, "reason": say(str(self.values["reason"]))}
        return PeilError(self.message, **told).sentence(say)


def farewell(app: "PeilApp") -> int:
    """Close what is open once the screen is gone; say what went wrong, and return the exit code.

    With `PEIL_DEBUG` a mistake of our own is raised instead, for whoever mends it.
    """
    folder = str(app.desk.workspace.folder)
    lost = None
    if app.open_sitting is not None:
        try:
            lost = unsaved(app.open_sitting.close(), folder)
        except PeilError as error:
            lost = error
    if lost is not None:
        say_on_stderr(lost.sentence(app.say))
    if app.fault is not None:
        if is_debugging():
            raise app.fault
        say_on_stderr(mistake(app.fault, folder).sentence(app.say))
        return 1
    code = app.return_code or 0
    return code or (0 if lost is None else lost.exit_code)


def is_debugging() -> bool:
    """Return whether whoever runs Peil wants to see its mistakes in full."""
    return bool(os.environ.get("PEIL_DEBUG"))


def mistake(fault: BaseException, folder: str) -> PeilError:
    """Return what to say when Peil itself went wrong, without anything that was typed."""
    return PeilError(
        mark(
            "Peil itself made a mistake ({fault}) and had to stop. What was saved is safe in "
            "{folder}; with PEIL_DEBUG=1 before the command you see more, for whoever mends it."
        ),
        fault=type(fault).__name__,
        folder=folder,
    )


def say_on_stderr(sentence: str) -> None:
    """Write a sentence below the screen that was; a terminal that is gone hears nothing."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{clean(sentence)}\n")
        sys.stderr.flush()
