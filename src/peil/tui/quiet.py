"""An app that ends well: by a signal, without its terminal, at a mistake of our own.

A mistake never shows what was typed; `peil.tui.ending` says what there is to say.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from peil.tui.plain import filters_for, is_monochrome

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.timer import Timer

    from peil.tui.app import PeilApp
    from peil.tui.signs import Signs

CALM = 0.05
"""Seconds without another size after which a window is drawn anew."""
SIGNALLED = 128
"""What is added to a signal's number for the exit code."""


class QuietApp(App[int]):
    """Keeps what went wrong in `fault`, where Textual would print it with its variables."""

    signs: "Signs"
    """The signs that this terminal can draw."""

    def __init__(self) -> None:
        """Begin without a fault."""
        super().__init__()
        self.no_color = self.no_color or is_monochrome(os.environ.get("TERM", ""))
        self.fault: BaseException | None = None
        """The mistake of our own at which it stopped."""
        self.heard: int | None = None
        """The first signal that wants it to end."""
        self._is_drawn = False
        self._calm: Timer | None = None
        self._ears: asyncio.AbstractEventLoop | None = None
        self._filters_of_ours: Sequence[LineFilter] | None = None

    # What others do

    def keep_typed(self) -> None:
        """Keep what stands in an open field before everything stops."""

    def keep_all(self) -> None:
        """Keep what is typed, and wait a moment until all is on the disk."""
        from peil.tui.ending import keep_now

        self.keep_typed()
        keep_now(cast("PeilApp", self))

    def leave(self, code: int) -> None:
        """Keep what is typed, and end with an exit code."""
        self.keep_typed()
        self.exit(return_code=code)

    # Signals

    def hear(self, number: int, _frame: object = None) -> None:
        """End by a signal, in the middle of whatever is being done; the first one counts."""
        if self.heard is None:
            self.heard = number
            if self._ears is not None and not self._ears.is_closed():
                self._ears.call_soon_threadsafe(self._obey)

    def _obey(self) -> None:
        if self.heard is not None:
            self.call_next(self.leave, SIGNALLED + self.heard)

    def on_load(self) -> None:
        """Listen, before the terminal is taken over."""
        self._ears = asyncio.get_running_loop()
        self._ears.set_exception_handler(self._hear_of_fault)
        self._obey()

    def get_driver_class(self) -> type[Driver]:
        """Return what speaks with the terminal."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from peil.tui.driver import PeilDriver

        return PeilDriver

    def action_suspend_process(self) -> None:
        """Give the terminal to the shell until `fg` (Ctrl+Z)."""
        if sys.platform != "win32":
            from peil.tui.driver import PeilDriver

            if isinstance(self._driver, PeilDriver) and not self._driver.step_aside():
                self.cannot_step_aside()

    def cannot_step_aside(self) -> None:
        """Say that there is no shell to go to."""

    def draw_all(self) -> None:
        """Draw the whole screen, of which nothing may be left."""
        self.refresh(layout=True)

    def on_resize(self, event: Resize) -> None:
        """Draw all again soon: what a terminal keeps of its screen then is anybody's guess.

        A storm of sizes may end in the one that there was, for which nothing would be drawn.
        """
        del event
        if self._calm is not None:
            self._calm.stop()
        self._calm = self.set_timer(CALM, self.draw_all) if self._is_drawn else None
        self._is_drawn = True

    def give_back(self) -> None:
        """Give the terminal back, however the app ended."""
        if sys.platform != "win32":
            from peil.tui.driver import PeilDriver

            if isinstance(self._driver, PeilDriver):
                self._driver.give_back()

    # What the terminal can show

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes on its way to the screen."""
        if self._filters_of_ours is None:
            self._filters_of_ours = filters_for(self.signs)
        if not self._filters_of_ours:
            return super().get_line_filters()
        return [*super().get_line_filters(), *self._filters_of_ours]

    # Mistakes of our own

    def panic(self, *_renderables: "RenderableType") -> None:
        """Stop without printing anything: Textual would show what was typed."""
        self._stop_at(self._exception or RuntimeError("the terminal"))

    def _fatal_error(self) -> None:
        self._stop_at(self._exception or RuntimeError("the screen"))

    def _hear_of_fault(self, _loop: object, context: dict[str, Any]) -> None:
        """Stop at what nobody caught."""
        self._stop_at(context.get("exception") or RuntimeError("the loop"))

    def stop_from_thread(self, fault: BaseException) -> None:
        """Stop because of a mistake in another thread."""
        if self._ears is not None and not self._ears.is_closed():
            self._ears.call_soon_threadsafe(self._stop_at, fault)

    def _stop_at(self, fault: BaseException) -> None:
        """Stop because of a mistake of our own, unless it is stopping already."""
        if self.fault is None and not self._exit:
            self.fault = fault.error if isinstance(fault, WorkerFailed) else fault
            with contextlib.suppress(Exception):
                self.keep_typed()
        self._close_messages_no_wait()

    async def _shutdown(self) -> None:
        """Keep what is typed, also when everything is torn down by what nobody expected."""
        if not self._exit and self.fault is None:
            with contextlib.suppress(Exception):
                self.keep_typed()
        await super()._shutdown()
