"""Signals that end the walk as the person's own stop does: saved, and the terminal given back."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

ENDING: Final = ("SIGTERM", "SIGHUP")
"""The signals that end a program, beside Ctrl+C, as far as the system knows them."""


@contextmanager
def heeded() -> Iterator[Callable[[], int]]:
    """Meanwhile let the first signal interrupt what is asked; yield what tells the exit code.

    That is 128 + n, or 0 while none came. What somebody wants ignored (`nohup`) stays ignored.
    """
    heard: list[int] = []

    def hear(number: int, _frame: object) -> None:
        heard.append(number)
        if len(heard) == 1:  # a second one must not break off the saving
            raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(number, hear)
    try:
        yield lambda: 128 + heard[0] if heard else 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
