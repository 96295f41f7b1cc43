"""How a command ends that could not do what it should: one sentence, and an exit code.

No traceback ever reaches a user, unless `PEIL_DEBUG` asks for it.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO

import click

from peil.cli.invocation import Invocation
from peil.cli.printing import print_complaint
from peil.errors import PeilError
from peil.text.languages import mark

STOPPED = 128 + 2
"""Exit code after Ctrl+C, which is signal 2 everywhere."""
OUTPUT_CLOSED = 128 + 13
"""Exit code when the reader of the output went away, which is signal 13 everywhere."""


def ended_by(error: Exception, invocation: Invocation) -> int:
    """Say what went wrong, in one sentence to stderr; return the exit code for it."""
    if isinstance(error, click.ClickException):
        said = StringIO()
        error.show(said)  # it repeats what was typed
        return _ended(said.getvalue(), error.exit_code)
    if isinstance(error, click.Abort):
        return STOPPED
    if isinstance(error, PeilError):
        return _ended(error.sentence(invocation.say), error.exit_code)
    if os.environ.get("PEIL_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.filename is None:
        return _output_refused(error, invocation)
    return _ended(_mistake(error, invocation).sentence(invocation.say), PeilError.exit_code)


def _ended(sentence: str, code: int) -> int:
    """Say it, if there is anything to say it on."""
    try:
        print_complaint(sentence)
    except (OSError, ValueError):
        return without_output(code)
    return code


def _output_refused(error: OSError, invocation: Invocation) -> int:
    """Say that what was to be printed could not be; a full disk is the usual reason."""
    sentence = invocation.say(
        "The output could not be written ({why}). What the command changed is saved.",
        why=error.strerror or "",
    )
    return without_output(_ended(sentence, PeilError.exit_code))


def without_output(code: int) -> int:
    """Keep Python from complaining about the output when it ends; return `code`."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def _mistake(error: Exception, invocation: Invocation) -> PeilError:
    """Note a mistake of our own, and return what to say of it."""
    from peil.store.logbook import note_fault

    log = note_fault(invocation.folder, error)
    if log is None:
        return PeilError(
            mark(
                "Peil itself made a mistake ({fault}). What was saved is safe. With PEIL_DEBUG=1 "
                "before the command you see what happened, for whoever mends it."
            ),
            fault=type(error).__name__,
        )
    return PeilError(
        mark(
            "Peil itself made a mistake ({fault}). What was saved is safe. {log} tells whoever "
            "mends it where it happened, and holds nothing of yours."
        ),
        fault=type(error).__name__,
        log=str(log),
    )


@contextmanager
def faults_of_threads_noted(invocation: Invocation) -> Iterator[None]:
    """Let a mistake in another thread be noted, not printed; what it kept from is said later."""

    def note(happened: threading.ExceptHookArgs) -> None:
        from peil.store.logbook import note_fault

        if happened.exc_value is not None:
            note_fault(invocation.folder, happened.exc_value)

    before = threading.excepthook
    if not os.environ.get("PEIL_DEBUG"):
        threading.excepthook = note
    try:
        yield
    finally:
        threading.excepthook = before
