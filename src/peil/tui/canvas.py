"""A widget that is drawn by hand, line by line.

Whoever draws gives a list of `Content` lines for a width and a height; the canvas
keeps them as strips and repaints only the lines that differ from what stood there.
This is what makes a key feel instant: one widget, a few changed lines.

Each widget has a queue of its own, so that of two canvases that changed together one might
be ready a frame before the other. On a `CanvasScreen` no frame shows the one without the other.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import Screen
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
        self._stale = False
        self._drawn_for: tuple[int, int, str] | None = None

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the lines, from the top; more than `height` are not shown."""
        raise NotImplementedError

    def be_high(self, height: int) -> None:
        """Take so many lines from now on; nothing is laid out again when it had them."""
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def redraw(self) -> None:
        """Draw again soon, and repaint the lines that changed; many wishes are one drawing."""
        if self._drawn_for is not None and not self._stale:
            self._stale = True
            if isinstance(self.screen, CanvasScreen):
                self.screen.stale.add(self)
            self.call_next(self.draw_anew)

    def draw_anew(self) -> None:
        """Draw again now, if that was wished and is not done yet."""
        if not self._stale:
            return
        self._stale = False
        before = self._strips
        width, height = self.content_size
        if (width, height) != (self._drawn_for or ())[:2]:
            # Hidden, or shown again without its size yet: what Textual keeps of it is old.
            self._drawn_for = (0, 0, "")
            self.refresh()
            return
        self._paint()
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
        inkwell = _inkwell(self.app.theme, self.visual_style)
        self._strips = [
            strip_of(line, width, inkwell) for line in self.draw(width, height)[:height]
        ]
        self._drawn_for = (width, height, self.app.theme)


class CanvasScreen(Screen[None]):
    """A screen of which no frame shows some canvases as they are now and others as they were."""

    def __init__(self) -> None:
        """Begin with nothing to be drawn."""
        super().__init__()
        self.stale: set[Canvas] = set()
        """The canvases that are to be drawn again before the next frame."""

    def _compositor_refresh(self) -> None:
        """Draw what is stale, and then the frame; Textual has no public place for this."""
        if self.stale:
            canvases, self.stale = self.stale, set()
            for canvas in canvases:
                canvas.draw_anew()
            self._compositor.update_widgets(set(canvases))
        super()._compositor_refresh()


class Inkwell(NamedTuple):
    """The inks of a theme over the plain style of a widget."""

    plain: Style
    inks: dict[str, Style]
    rich: dict[str, RichStyle]
    """The same over `plain`, ready to be drawn; plain itself has the empty name."""


@lru_cache(maxsize=64)
def _inkwell(theme: str, plain: Style) -> Inkwell:
    styles = inks(theme)
    rich = {name: (plain + style).rich_style for name, style in styles.items()}
    return Inkwell(plain, styles, {**rich, "": plain.rich_style})


def strip_of(line: Content, width: int, inkwell: Inkwell) -> Strip:
    """Return a line of content as a strip of exactly `width` cells."""
    segments = _quick_segments(line, inkwell.rich) or _segments(line, inkwell)
    return Strip(segments, line.cell_length).adjust_cell_length(width, inkwell.rich[""])


def _quick_segments(line: Content, rich: dict[str, RichStyle]) -> list[Segment] | None:
    """Return the segments of a line whose inks follow each other; None where they overlap."""
    words = line.plain
    segments: list[Segment] = []
    place = 0
    for start, end, ink in line.spans:
        if start < place or not isinstance(ink, str):
            return None
        if start > place:
            segments.append(Segment(words[place:start], rich[""]))
        segments.append(Segment(words[start:end], rich[ink]))
        place = end
    if place < len(words):
        segments.append(Segment(words[place:], rich[""]))
    return segments


def _segments(line: Content, inkwell: Inkwell) -> list[Segment]:
    """Return the segments of any line, also where one style lies over another."""

    def style_of(name: str | Style) -> Style:
        return inkwell.inks[name] if isinstance(name, str) else name

    pieces = line.render(inkwell.plain, "", style_of)
    return [Segment(words, (inkwell.plain + style).rich_style) for words, style in pieces if words]
