"""The time of a meeting on the screen: it informs, and nothing happens when it is over."""

from typing import TYPE_CHECKING

from peil.tui.page import Page

if TYPE_CHECKING:
    from textual.timer import Timer

TICK = 1.0
"""Seconds between two looks at the clock."""


def clock_words(seconds: int) -> str:
    """Return seconds as people read a clock: `3:40`."""
    return f"{seconds // 60}:{seconds % 60:02d}"


class TimedPage(Page):
    """A page with a clock in its header, which goes on while the page is shown."""

    def __init__(self) -> None:
        """Make it; it ticks once it is mounted."""
        super().__init__()
        self._ticking: Timer | None = None

    def on_mount(self) -> None:
        """Begin to tick."""
        self._ticking = self.set_interval(TICK, self.tick)

    def tick(self) -> None:
        """Bring the clock up to date where this page is shown; the rest stays as it is."""
        screen = self.peil.peil_screen
        if screen.page is self and self.peil.has_sitting and self.sitting.clock.runs:
            screen.header.show(self.heading())
            self.ticked()

    def ticked(self) -> None:
        """Bring up to date what else shows the time; called each second."""

    def action_clock(self) -> None:
        """Let the time run, or stand still for a break."""
        if self.sitting.clock.runs:
            self.peil.attempt(self.sitting.stop_clock)
            self.peil.tell(self.say("The clock stands still. Press t to let it go on."))
        else:
            self.peil.attempt(self.sitting.start_clock)
            self.peil.tell(self.say("The clock runs."))
