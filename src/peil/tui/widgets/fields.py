"""A label or a few lines of explanation beside a text field."""

from collections.abc import Callable, Sequence

from textual.content import Content

from peil.tui.canvas import Canvas


class Told(Canvas):
    """Draws the lines that a function returns for its width, as high as they are."""

    DEFAULT_CSS = "Told { width: 1fr; height: auto; }"

    def __init__(self, make: Callable[[int], Sequence[Content]]) -> None:
        """Draw what `make` returns."""
        super().__init__()
        self._make = make

    def draw(self, width: int, _height: int) -> Sequence[Content]:
        """Return the lines."""
        return self._make(width)

    def show(self) -> None:
        """Draw again, perhaps with another number of lines."""
        self.refresh(layout=True)
        self.redraw()
