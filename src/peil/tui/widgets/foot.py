"""What stands under a list, and follows its cursor."""

from collections.abc import Callable, Sequence

from textual.content import Content

from peil.tui.canvas import Canvas


class Foot(Canvas):
    """Draws the lines that a function returns; its page says how high it is."""

    DEFAULT_CSS = "Foot { height: 11; }"

    def __init__(self, make: Callable[[int, int], Sequence[Content]]) -> None:
        """Draw what `make` returns for a width and a height."""
        super().__init__()
        self._make = make

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the lines."""
        return self._make(width, height)
