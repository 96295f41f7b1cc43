"""What dialogs with a list of all topics share: the cursor, and how it moves."""

from typing import TYPE_CHECKING, Final

from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.fields import Told
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

DOWN: Final = Command(
    ("down", "j"), "move(1)", "↑ ↓", mark("topic"), mark("Choose a topic."), palette=False
)
UP: Final = Command(
    ("up", "k"),
    "move(-1)",
    "↑",
    mark("up"),
    mark("The topic before."),
    footer=False,
    palette=False,
)


class TopicList(Overlay):
    """A list of all topics, one of them under the cursor, and what is to be said around it."""

    def __init__(self) -> None:
        """Make it; the cursor begins at the first topic."""
        super().__init__()
        self.topic: str | None = None
        """Full id of the topic under the cursor."""
        self._told = (Told(self.above), Told(self.below))
        self._lines: Lines | None = None

    def compose(self) -> "ComposeResult":
        """Put up what there is to say, and the topics between it."""
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        above, below = self._told
        yield from (above, self._lines, below)

    def above(self, width: int) -> "Sequence[Content]":
        """Return what stands above the topics."""
        raise NotImplementedError

    def below(self, _width: int) -> "Sequence[Content]":
        """Return what stands below them: nothing, unless the dialog says so."""
        return ()

    def row(self, topic: str, width: int) -> "Content":
        """Return the line of a topic."""
        raise NotImplementedError

    def _sheet(self, width: int, _height: int) -> Sheet:
        topics = self.sitting.items.topics
        spots = [Spot(topic, row, 0, width) for row, topic in enumerate(topics)]
        return Sheet([self.row(topic, width) for topic in topics], spots, self.topic)

    def show(self) -> None:
        """Draw everything as it stands now."""
        super().show()
        topics = self.sitting.items.topics
        if self.topic not in topics:
            self.topic = next(iter(topics), None)
        for told in self._told:
            told.show()
        if self._lines is not None:
            self._lines.redraw()

    def action_move(self, by: int) -> None:
        """Choose the topic above or below."""
        self.topic = moved(self.sitting.items.topics, self.topic, by)
        self.show()

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)
