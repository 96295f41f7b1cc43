"""An app that stops at a mistake of our own without showing what was typed."""

import contextlib
from typing import TYPE_CHECKING

from textual.app import App
from textual.worker import WorkerFailed

from peil.tui.ending import is_debugging

if TYPE_CHECKING:
    from rich.console import RenderableType


class QuietApp(App[int]):
    """Keeps what went wrong in `fault`, where Textual would print it with its variables."""

    def __init__(self) -> None:
        """Begin without a fault."""
        super().__init__()
        self.fault: BaseException | None = None
        """The mistake of our own at which it stopped."""

    def keep_typed(self) -> None:
        """Keep what stands in an open field before everything stops."""

    def panic(self, *renderables: "RenderableType") -> None:
        """Stop without printing anything: Textual would show what was typed.

        What was wrong is in `fault`; `peil.tui.ending` says it.
        """
        self._stop_at(self._exception or RuntimeError("the terminal"))
        if is_debugging():
            super().panic(*renderables)

    def _fatal_error(self) -> None:
        self._stop_at(self._exception or RuntimeError("the screen"))

    def _stop_at(self, fault: BaseException) -> None:
        """Stop because of a mistake of our own, unless it is stopping already."""
        if self.fault is None and not self._exit:
            self.fault = fault.error if isinstance(fault, WorkerFailed) else fault
            with contextlib.suppress(Exception):
                self.keep_typed()
        self._close_messages_no_wait()
