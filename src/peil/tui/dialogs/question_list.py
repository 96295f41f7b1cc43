"""A few questions with their answers, in a dialog; Enter goes to a question."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved, names_of


class QuestionList(Overlay):
    """Lists some questions and what was answered to each."""

    DEFAULT_CSS = "QuestionList Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "open",
            "Enter",
            mark("to the question"),
            mark("Go to the question under the cursor."),
            palette=False,
        ),
        Command(
            ("up", "k"), "move(-1)", "↑ ↓", mark("choose"), mark("Move the cursor."), palette=False
        ),
        Command(
            ("down", "j"),
            "move(1)",
            "↓",
            mark("down"),
            mark("Move down."),
            footer=False,
            palette=False,
        ),
        Command(("x",), "close", "x", mark("close"), mark("Close the list."), palette=False),
    )

    def __init__(self) -> None:
        """Make it; `about` says which questions."""
        super().__init__()
        self._titled: Callable[[], str] = str
        self._names: Sequence[str] = ()
        self._cursor: str | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, questions: Sequence[str], titled: Callable[[], str]) -> None:
        """List questions by full id, under a title that is asked for in each language."""
        self._names, self._titled = questions, titled
        self._cursor = next(iter(questions), None)

    def title(self) -> str:
        """Return the title of the list."""
        return self._titled()

    def show(self) -> None:
        """Draw the list again."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        lines: list[Content] = []
        spots = []
        for question in self._names:
            here = question == self._cursor
            if lines:
                lines.append(NOTHING)
            block = _block(self.sitting, question, width, self.say)
            for row, line in enumerate(block):
                sign = self.signs.cursor if here and row == 0 else " "
                spots.append(Spot(question, len(lines), 0, width))
                lines.append(join(text(sign, "cursor"), " ", line))
        return Sheet(lines, spots, self._cursor)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        lines = self.query_one(Lines)
        self._cursor = moved(names_of(lines.sheet), self._cursor, by)
        lines.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click goes there."""
        event.stop()
        self._cursor = event.name
        self.query_one(Lines).redraw()
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """Go to the question under the cursor, unless it is not put here."""
        if self._cursor is None:
            return
        reason = self.sitting.walk.why_not_put(self._cursor, self.say)
        if reason:
            self.peil.tell(reason, "faint")
            return
        self.close()
        self.sitting.go_to(self._cursor)
        self.peil.open_page("question")


def _block(sitting: Sitting, question: str, width: int, say: Words) -> list[Content]:
    """Return a question and what was answered, folded to the width."""
    asked = paragraph(sitting.items.question(question).text, width - 4, "strong")
    said = paragraph(answer_words(sitting, question, say), width - 6, "faint")
    return [*asked, *(join("  ", line) for line in said)]


def answer_words(sitting: Sitting, question: str, say: Words) -> str:
    """Return what was answered, in a sentence."""
    state = sitting.walk.states[question]
    answer = sitting.answer(question)
    if state == "rated" and answer.level is not None:
        level = next(
            one for one in sitting.items.question(question).levels if one.number == answer.level
        )
        return say("{level}: {words}", level=level.number, words=level.text)
    if state == "unknown":
        return say("don't know")
    if state == "not-applicable":
        return say("not applicable: {reason}", reason=answer.reason)
    if state == "unanswered":
        return say("still open")
    return sitting.walk.why_not_put(question, say)
