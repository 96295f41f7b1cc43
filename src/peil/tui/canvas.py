"""A widget that is drawn by hand, line by line.

Whoever draws gives a list of `Content` lines for a width and a height; the canvas
keeps them as strips and repaints only the lines that differ from what stood there.
This is what makes a key feel instant: one widget, a few changed lines.
"""

from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from peil.tui.themes import inks


class Canvas(Widget, inherit_css=False):
    """Draws the lines that `draw` returns; call `redraw` when they may have changed."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Make a canvas; it draws itself when it gets its size."""
        super().__init__(id=id, classes=classes)
        self._strips: list[Strip] = []
        self._drawn_for: tuple[int, int, str] | None = None

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the lines, from the top; more than `height` are not shown."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again, and repaint the lines that changed."""
        if self._drawn_for is None:
            return
        before = self._strips
        self._paint()
        width, height = self.content_size
        for y in range(height):
            old = before[y] if y < len(before) else None
            new = self._strips[y] if y < len(self._strips) else None
            if old != new:
                self.refresh(Region(0, y, width, 1))

    def get_content_height(self, _container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes at this width, for canvases of automatic height."""
        return len(self.draw(width, viewport.height))

    def render_line(self, y: int) -> Strip:
        """Return line `y` as a strip, drawing first when size or theme changed."""
        width, height = self.content_size
        if self._drawn_for != (width, height, self.app.theme):
            self._paint()
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(width, self.visual_style.rich_style)

    def _paint(self) -> None:
        width, height = self.content_size
        styles = inks(self.app.theme)
        plain = self.visual_style
        self._strips = [
            strip_of(line, width, plain, styles) for line in self.draw(width, height)[:height]
        ]
        self._drawn_for = (width, height, self.app.theme)


def strip_of(line: Content, width: int, plain: Style, styles: dict[str, Style]) -> Strip:
    """Return a line of content as a strip of exactly `width` cells."""

    def ink(name: str | Style) -> Style:
        return styles[name] if isinstance(name, str) else name

    segments = [
        Segment(piece, (plain + style).rich_style)
        for piece, style in line.render(plain, "", ink)
        if piece
    ]
    return Strip(segments, line.cell_length).adjust_cell_length(width, plain.rich_style)
