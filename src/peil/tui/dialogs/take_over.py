"""All proposals in one list: what would be agreed, before it is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.assessment.agenda import Line
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, fit, join, paragraph, shortened, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.fields import Told
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved, names_of

INSET = 4
"""Cells before the text of a level."""


class TakeOver(Overlay):
    """Agrees on nothing until Enter; then on everything at once, to be taken back at once."""

    DEFAULT_CSS = "TakeOver { height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "take_over",
            mark("Enter"),
            mark("take all over"),
            mark("Agree on every proposal in the list, as one change: z takes it back."),
            palette=False,
        ),
        Command(
            ("down", "j"),
            "move(1)",
            "↑ ↓",
            mark("read"),
            mark("Go down the list."),
            palette=False,
        ),
        Command(
            ("x", "o", "f2"),
            "close",
            mark("Esc or x"),
            mark("leave as it was"),
            mark("Close without agreeing on anything."),
            palette=False,
        ),
        Command(
            ("up", "k"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("Go up the list."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; it lists the proposals that there are when it is opened."""
        super().__init__()
        self._cursor: str | None = None
        self._above = Told(self._told)
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Put up what Enter does, and the list."""
        yield self._above
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    def title(self) -> str:
        """Return the title."""
        return self.say("Take over all proposals")

    def show(self) -> None:
        """Draw the list again."""
        super().show()
        self._above.show()
        if self._lines is not None:
            self._lines.redraw()

    def forget(self) -> None:
        """Begin at the top the next time."""
        self._cursor = None
        if self._lines is not None:
            self._lines.to_top()

    def _told(self, width: int) -> list[Content]:
        count = len(self.sitting.agenda.proposed)
        told = self.say.many(
            "Enter makes this {count} proposal what you agreed on. It stays open to change.",
            "Enter makes these {count} proposals what you agreed on. Each stays open to change.",
            count,
        )
        return [*paragraph(told, width, "deep"), NOTHING]

    def _sheet(self, width: int, _height: int) -> Sheet:
        lines: list[Content] = []
        spots: list[Spot] = []
        for line in self.sitting.agenda.proposed:
            block = self._block(line, width - 3)
            here = line.question == self._cursor
            for row, content in enumerate(block):
                sign = self.signs.cursor if here and not row else " "
                spots.append(Spot(line.question, len(lines), 0, width))
                lines.append(join(text(sign, "cursor"), " ", content))
        return Sheet(lines, spots, self._cursor)

    def _block(self, line: Line, width: int) -> list[Content]:
        """Return a question, and below it the level that is proposed, in short."""
        items = self.sitting.items
        question = items.question(line.question)
        topic = items.topic(items.topic_of(line.question)).title
        asked = self.say("{topic}: {question}", topic=topic, question=question.text)
        words = next((level.text for level in question.levels if level.number == line.proposal), "")
        short = shortened(paragraph(words, width - INSET), 1, width - INSET)
        level = fit(join(" ", text(str(line.proposal), "key")), INSET)
        return [
            *shortened(paragraph(asked, width, "plain"), 1, width),
            *(join(level, each) for each in short),
        ]

    def action_move(self, by: int) -> None:
        """Go along the list."""
        if self._lines is not None:
            self._cursor = moved(names_of(self._lines.sheet), self._cursor, by)
            self._lines.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; only Enter takes over."""
        event.stop()
        self._cursor = event.name
        if self._lines is not None:
            self._lines.redraw()

    def action_take_over(self) -> None:
        """Agree on all of them."""
        sitting = self.sitting
        if not deeds.may_change(self.peil):
            return
        questions = [line.question for line in sitting.agenda.proposed]
        if not self.peil.attempt(lambda: sitting.take_over(questions)):
            return
        self.close()
        self.peil.tell(
            self.say.many(
                "{count} proposal is agreed. z takes that back.",
                "{count} proposals are agreed. z takes that back.",
                len(questions),
            ),
            "good",
        )
