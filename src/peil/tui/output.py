"""The thread that writes to the terminal; one that is gone or frozen holds nothing up."""

import os
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from peil.text.letters import READABLY

LONGEST_WAIT = 1.0
"""Seconds to wait at the end for a terminal that takes nothing."""


class Output(Thread):
    """Takes texts at once and writes them one after the other."""

    def __init__(
        self,
        handle: int,
        encoding: str,
        lost: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Write to an open file.

        From this thread `lost` is called when the terminal is gone, `failed` when Peil itself
        made a mistake; what gives the terminal back is written all the same.
        """
        super().__init__(daemon=True, name="peil-output")
        self._handle = handle
        self._encoding = encoding
        self._lost = lost
        self._failed = failed
        self._queue: SimpleQueue[str | None] = SimpleQueue()

    def write(self, text: str) -> None:
        """Write soon."""
        self._queue.put(text)

    def run(self) -> None:
        """Write what there is until `stop`; into a terminal that is gone, nothing."""
        is_there = True
        while (text := self._queue.get()) is not None:
            if not is_there:
                continue
            try:
                self._write_all(text.encode(self._encoding, READABLY))
            except OSError:
                is_there = False
                self._lost()
            except Exception as error:  # noqa: BLE001 - whatever it is, the app ends and says so
                self._failed(error)

    def _write_all(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def stop(self) -> None:
        """Wait until all is written, or the terminal takes nothing."""
        self._queue.put(None)
        self.join(LONGEST_WAIT)
