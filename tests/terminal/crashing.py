"""Peil with faults: a program that opens it once for each and says how it ended.

Ctrl+C sets the fault off, also while a note is typed.
"""

import asyncio
import itertools
import sys
from collections.abc import Callable
from threading import Thread

from textual._xterm_parser import XTermParser

from peil.cli.main import run
from peil.sitting import Sitting
from peil.tui.app import PeilApp
from peil.tui.frame import Footer
from peil.tui.output import Output

POISON = "a word that is nobody else's business"


def put(owner: type, name: str, value: object) -> None:
    """Put something broken, or what was there before, in the place of a method."""
    setattr(owner, name, value)


class Ended(BaseException):
    """Something that is no Exception."""


def fail(*_: object, **__: object) -> None:
    """Go wrong, with something private in the message and among the variables."""
    private = POISON
    raise KeyError(private)


async def fail_later() -> None:
    """Go wrong in a task."""
    fail()


def fall(depth: int = 0) -> None:
    """Call itself for ever."""
    fall(depth + 1)


def out_of_memory(_: PeilApp) -> None:
    """Find no memory."""
    raise MemoryError(POISON)


def leave_by_exit(_: PeilApp) -> None:
    """End the program from within."""
    sys.exit(POISON)


def leave_by_force(_: PeilApp) -> None:
    """Raise what nobody catches."""
    raise Ended(POISON)


def while_drawing(app: PeilApp) -> None:
    """Fail when the footer is drawn next."""
    put(Footer, "draw", fail)
    app.tell("")
    app.peil_screen.footer.redraw()


def in_the_input(_: PeilApp) -> None:
    """Fail when the next key is read."""
    put(XTermParser, "feed", fail)


def in_the_output(app: PeilApp) -> None:
    """Fail once when something is written to the terminal."""
    write_all, failures = Output._write_all, itertools.count()  # noqa: SLF001 - broken on purpose

    def write(output: Output, data: bytes) -> None:
        if next(failures) == 0:
            fail()
        write_all(output, data)

    put(Output, "_write_all", write)
    app.draw_all()


def while_closing(app: PeilApp) -> None:
    """Fail when all is well and the assessment is closed."""
    close = Sitting.close

    def closed(sitting: Sitting) -> None:
        close(sitting)
        fail()

    put(Sitting, "close", closed)
    app.leave(0)


FAULTS: dict[str, Callable[[PeilApp], object]] = {
    "key": fail,
    "recursion": lambda _: fall(),
    "memory": out_of_memory,
    "task": lambda app: app.run_worker(fail_later()),
    "worker": lambda app: app.run_worker(fail, thread=True),
    "thread": lambda _: Thread(target=fail).start(),
    "loop": lambda _: asyncio.get_running_loop().call_soon(fail),
    "callback": lambda app: app.call_later(fail),
    "exit": leave_by_exit,
    "exit-of-loop": lambda _: asyncio.get_running_loop().call_soon(sys.exit, POISON),
    "force": leave_by_force,
    "drawing": while_drawing,
    "input": in_the_input,
    "output": in_the_output,
    "closing": while_closing,
}
"""Every fault by name, and what sets it off."""
_WHOLE = ((Footer, "draw"), (XTermParser, "feed"), (Output, "_write_all"), (Sitting, "close"))


def main() -> None:
    """Open Peil with the arguments of the process, once for each fault."""
    whole = [(owner, name, getattr(owner, name)) for owner, name in _WHOLE]
    for name, fault in FAULTS.items():
        for owner, method, value in whole:
            put(owner, method, value)
        put(PeilApp, "action_hint_stop", fault)
        code = run(sys.argv[1:])
        sys.stdout.write(f"ended {name} {code}\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main()
