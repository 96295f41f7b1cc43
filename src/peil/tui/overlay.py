"""Dialogs: rooms that open over a page, in the same screen.

An overlay is made once and shown again. While it is open the page behind it is dimmed
and its keys and clicks rest. Every overlay has a second key beside Escape, because
Escape always takes a tenth of a second.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.content import Content

from peil.text.languages import mark
from peil.tui.canvas import Canvas
from peil.tui.content import labelled, text, width_of, wrap
from peil.tui.keys import Command
from peil.tui.page import Room

if TYPE_CHECKING:
    from textual.widgets import Input


class Labelled(NamedTuple):
    """A text to read beside its label."""

    label: str
    text: str


Line = str | Content | Labelled
"""Something to read: a text that is folded, a text beside its label, or a line as it is."""
INDENT = 14
"""Column in which texts beside a label begin, unless a label needs more."""
WIDEST_INDENT = 20
"""Column beyond which texts beside a label never begin; a wider label gets its own line."""


class Overlay(Room, inherit_css=False):
    """A dialog over the page; `close` gives the focus back to where it was."""

    DEFAULT_CSS = """
    Overlay {
        layer: overlay; width: 100%; max-width: 100; height: auto; max-height: 100%;
        layout: vertical; padding: 0 1; border: round $primary; background: $background;
        border-title-color: $primary; border-title-style: bold;
    }
    """

    def title(self) -> str:
        """Return what stands in the upper edge."""
        return ""

    def show(self) -> None:
        """Write the title again; what is inside follows."""
        self.border_title = text(self.title())

    def close(self) -> None:
        """Close without doing anything; what is typed is given up unless `keep` stores it."""
        self.peil.peil_screen.close_overlay()

    def forget(self) -> None:
        """Give up what was begun; called whenever it is left, in whatever way."""

    def action_close(self) -> None:
        """Close, from a key."""
        self.close()

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Let the header say whether what is typed is kept; a dialog's own handler comes first."""
        event.stop()
        self.peil.peil_screen.header.redraw()


class Reading(Overlay):
    """Lines to read: help, or the sum behind a number. Scrolls when they do not fit."""

    explains = False
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter", "w", "question_mark", "f1"),
            "close",
            "Enter",
            mark("close"),
            mark("Close what you read."),
            palette=False,
        ),
        Command(
            ("down", "j", "pagedown", "space"),
            "scroll(1)",
            "↓",
            mark("further"),
            mark("Read on."),
            palette=False,
        ),
        Command(
            ("up", "k", "pageup"), "scroll(-1)", "↑", mark("up"), mark("Read back."), palette=False
        ),
    )

    def __init__(self) -> None:
        """Make it; `fill` fills it."""
        super().__init__()
        self._title = ""
        self._lines: Sequence[Line] = ()
        self._top = 0
        self._canvas = _Lines(self)

    def compose(self) -> ComposeResult:
        """One canvas with the lines."""
        yield self._canvas

    def title(self) -> str:
        """Return the title of what is read."""
        return self._title

    def show(self) -> None:
        """Show the title and the lines."""
        super().show()
        self._canvas.refresh(layout=True)
        self._canvas.redraw()

    def fill(self, title: str, lines: Sequence[Line]) -> None:
        """Show these lines; strings are folded, content stands as it is."""
        self._title, self._lines, self._top = title, lines, 0

    def folded(self, width: int) -> list[Content]:
        """Return all lines folded to `width`."""
        folded: list[Content] = []
        labels = [width_of(line.label) + 2 for line in self._lines if isinstance(line, Labelled)]
        indent = max((INDENT, *(label for label in labels if label <= WIDEST_INDENT)))
        for line in self._lines:
            if isinstance(line, Content):
                folded.append(line)
            elif isinstance(line, Labelled):
                folded += labelled(line.label, line.text, width, indent, ("key", ""))
            else:
                inset = len(line) - len(line.lstrip(" "))
                pieces = wrap(line, width - inset)
                folded += [text(" " * inset + piece) for piece in pieces]
        return folded

    def lines(self, width: int, height: int) -> list[Content]:
        """Return the lines from where one is, with a mark where there are more."""
        lines = self.folded(width)
        if len(lines) <= height:
            self._top = 0
            return lines
        self._top = max(0, min(self._top, len(lines) - height + 1))
        rest = lines[self._top : self._top + height - 1]
        return [*rest, text(self._more(len(lines), height), "faint")]

    def _more(self, count: int, height: int) -> str:
        left = count - (self._top + height - 1)
        if left > 0:
            return f"{self.signs.more_below} " + self.say.many(
                "{count} more line", "{count} more lines", left
            )
        return f"{self.signs.more_above} " + self.say("the end")

    def action_scroll(self, direction: int) -> None:
        """Move half a page."""
        self._top += direction * max(1, self._canvas.content_size.height // 2)
        self._canvas.redraw()


class _Lines(Canvas):
    """The lines of a `Reading`."""

    DEFAULT_CSS = "_Lines { width: 1fr; height: auto; max-height: 100%; }"

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def get_content_height(self, _container: object, _viewport: object, width: int) -> int:
        return len(self._reading.folded(width))

    def draw(self, width: int, height: int) -> Sequence[Content]:
        return self._reading.lines(width, height)
