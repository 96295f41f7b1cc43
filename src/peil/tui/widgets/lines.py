"""Lines of text with a cursor among them: one drawn widget that scrolls by itself.

A page makes a `Sheet` for a width and a height: all its lines, and which stretches of
them can be chosen (`Spot`). The widget shows the part that fits, keeps the line of the
cursor in sight, marks at its right edge where there is more, and tells of clicks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from peil.tui.canvas import Canvas
from peil.tui.content import fit, join, text


class Spot(NamedTuple):
    """A stretch of one line that can be chosen."""

    name: str
    """What it stands for; several spots of one name are one thing."""
    line: int
    """Line number, from 0."""
    left: int
    """First cell."""
    right: int
    """First cell after it."""


class Sheet(NamedTuple):
    """Lines, what can be chosen among them, and where the cursor stands."""

    lines: Sequence[Content] = ()
    spots: Sequence[Spot] = ()
    """In the order of the cursor."""
    cursor: str | None = None


class Lines(Canvas):
    """Shows a sheet of lines, and scrolls where they do not fit."""

    @dataclass
    class Clicked(Message):
        """A spot was clicked."""

        lines: "Lines"
        """In which widget."""
        name: str
        """The name of the spot."""
        again: bool
        """Whether the cursor stood there already: a second click opens."""

        @property
        def control(self) -> "Lines":
            """The widget, as Textual asks for it."""
            return self.lines

    def __init__(self, make: Callable[[int, int], Sheet], marks: tuple[str, str]) -> None:
        """Draw what `make` returns for a width and a height; `marks`: more above, more below."""
        super().__init__()
        self._make = make
        self._marks = marks
        self._top = 0
        self._shown: tuple[str | None, int, int] | None = (None, 0, 0)
        self._unfolds = False
        self.sheet = Sheet()
        """What was drawn last."""

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Return the lines in sight."""
        before = len(self.sheet.lines)
        self.sheet = self._make(width, height)
        lines = list(self.sheet.lines)
        if self._shown is None:
            self._top = 0
        elif (self.sheet.cursor, width, height) != self._shown:
            self._top = _top_for(self.sheet, self._top, height)
        elif self._unfolds:
            self._top = _top_for_more(self.sheet, self._top, height, len(lines) - before)
        self._unfolds = False
        self._shown = (self.sheet.cursor, width, height)
        self._top = max(0, min(self._top, len(lines) - height))
        shown = lines[self._top : self._top + height]
        if self._top > 0 and shown:
            shown[0] = _marked(shown[0], self._marks[0], width)
        if self._top + height < len(lines) and shown:
            shown[-1] = _marked(shown[-1], self._marks[1], width)
        return shown

    def get_content_height(self, _container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at this width."""
        return len(self._make(width, viewport.height).lines)

    def scroll_by(self, lines: int) -> None:
        """Show what stands some lines further down, or up when negative."""
        self._top = max(0, self._top + lines)
        self.redraw()

    def scroll_pages(self, pages: int) -> None:
        """Show what stands some pages further down, or up when negative."""
        self.scroll_by(pages * max(1, self.content_size.height - 1))

    def unfold(self) -> None:
        """Bring into sight what the next drawing has more below the cursor."""
        self._unfolds = True

    def to_top(self) -> None:
        """Show the first lines."""
        self._top = 0
        self._shown = None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_by(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_by(-2)

    def on_click(self, event: events.Click) -> None:
        """Tell which spot was clicked."""
        line = event.y + self._top
        for spot in self.sheet.spots:
            if spot.line == line and spot.left <= event.x < spot.right:
                event.stop()
                again = spot.name == self.sheet.cursor
                self.post_message(self.Clicked(self, spot.name, again))
                return


def names_of(sheet: Sheet) -> list[str]:
    """Return what can be chosen, each once, in the order of the cursor."""
    return list(dict.fromkeys(spot.name for spot in sheet.spots))


def moved(names: Sequence[str], cursor: str | None, by: int) -> str | None:
    """Return the name `by` places after the cursor, stopping at the ends."""
    if not names:
        return None
    if cursor not in names:
        return names[0]
    return names[max(0, min(len(names) - 1, names.index(cursor) + by))]


def _top_for(sheet: Sheet, top: int, height: int) -> int:
    """Return the first line to show, so that the spot of the cursor is in sight.

    The first thing that can be chosen brings everything above it, the last one
    everything below it, as far as that fits.
    """
    places = [spot.line for spot in sheet.spots if spot.name == sheet.cursor]
    if not places:
        return top
    first, last = min(places), max(places)
    if first == min(spot.line for spot in sheet.spots) and last < height:
        return 0
    if last == max(spot.line for spot in sheet.spots):
        bottom = len(sheet.lines)
        last = bottom - 1 if bottom - first <= height else last
    if first < top:
        return first
    return max(top, last - height + 1)


def _top_for_more(sheet: Sheet, top: int, height: int, count: int) -> int:
    """Return the first line in sight that shows what was unfolded below the cursor."""
    places = [spot.line for spot in sheet.spots if spot.name == sheet.cursor]
    if not places:
        return top
    first, last = min(places), max(places) + count
    return max(top, min(first, last - height + 1))


def _marked(line: Content, mark: str, width: int) -> Content:
    return join(fit(line.rstrip(), width - 1), text(mark, "key"))


def nearest_beside(sheet: Sheet) -> str | None:
    """Return the name nearest to the cursor in the other column; the cursor's own without one."""
    here = next((spot for spot in sheet.spots if spot.name == sheet.cursor), None)
    if here is None:
        return sheet.cursor
    beside = [spot for spot in sheet.spots if spot.left >= here.right or spot.right <= here.left]
    nearest = min(beside, key=lambda spot: abs(spot.line - here.line), default=here)
    return nearest.name
