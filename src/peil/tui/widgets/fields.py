"""A label or a few lines of explanation beside a text field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message

from peil.tui.canvas import Canvas


class Told(Canvas):
    """Draws the lines that a function returns for its width, as high as they are."""

    @dataclass
    class Clicked(Message):
        """A line was clicked."""

        told: "Told"
        """In which widget."""
        line: int
        """Its number, from 0."""

    DEFAULT_CSS = "Told { width: 1fr; height: auto; }"

    def __init__(self, make: Callable[[int], Sequence[Content]]) -> None:
        """Draw what `make` returns."""
        super().__init__()
        self._make = make

    def draw(self, width: int, _height: int) -> Sequence[Content]:
        """Return the lines."""
        return self._make(width)

    def on_click(self, event: Click) -> None:
        """Tell which line was clicked."""
        self.post_message(self.Clicked(self, event.y))

    def show(self) -> None:
        """Draw again, perhaps with another number of lines."""
        self.refresh(layout=True)
        self.redraw()
