"""Go to any question: type a part of its words, choose, Enter."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from peil.sitting.searching import Found, find
from peil.text.clean import LINE_LIMIT
from peil.text.languages import mark
from peil.tui.content import fit, join, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.lines import Lines, Sheet, Spot

NOT_ASKED = "-"
"""Stands before a question that is not put, or not yet."""


class GoTo(Overlay):
    """A field, and below it the questions that fit."""

    DEFAULT_CSS = """
    GoTo { height: 100%; }
    GoTo Input { background: $raised; margin: 0 0 1 0; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "open",
            mark("Enter"),
            mark("open"),
            mark("Go to the question under the cursor."),
            palette=False,
        ),
        Command(("down",), "move(1)", "↓", mark("down"), mark("Next question."), palette=False),
        Command(("up",), "move(-1)", "↑", mark("up"), mark("Question before."), palette=False),
        Command(
            ("pagedown",),
            "move(8)",
            mark("PgDn"),
            mark("further"),
            mark("Eight questions further."),
            footer=False,
            palette=False,
        ),
        Command(
            ("pageup",),
            "move(-8)",
            mark("PgUp"),
            mark("back"),
            mark("Eight questions back."),
            footer=False,
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("back"),
            mark("Close and stay at this question."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `show` fills it."""
        super().__init__()
        self._field = Field(self.action_open, most=LINE_LIMIT)
        self._cursor = ""
        self._found: list[Found] = []
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Return the field and the questions."""
        yield self._field
        signs = self.signs
        self._lines = Lines(self._sheet, (signs.more_above, signs.more_below))
        yield self._lines

    def title(self) -> str:
        """Return the title."""
        return self.say("Go to a question")

    def legend(self) -> str:
        """Return what the signs mean, for the lower edge."""
        say, signs = self.say, self.signs
        parts = (
            f"{signs.falls_short} " + say("unanswered"),
            "d " + say("don't know"),
            "x " + say("n/a"),
            *([f"{NOT_ASKED} " + say("not asked")] if self._some_not_asked else []),
            f"{signs.flag} " + say("look again"),
        )
        return "  ".join(parts)

    @property
    def _some_not_asked(self) -> bool:
        """Whether a question here is not put, or not yet."""
        return not {"not-asked", "pending"}.isdisjoint(self.sitting.walk.states.values())

    def show(self) -> None:
        """Search again, in the language of the screen."""
        super().show()
        self.border_subtitle = text(self.legend())
        self._field.placeholder = self.say("a part of its words")
        self._search()

    def enter(self) -> None:
        """Begin with an empty field and the cursor on the question that is shown."""
        self._cursor = self.sitting.assessment.place or ""
        self._field.value = ""
        self._search()
        self.take_focus(self._field)

    @on(Input.Changed)
    def _search(self) -> None:
        self._found = list(find(self.sitting, self._field.value))
        if self._cursor not in {found.question for found in self._found}:
            self._cursor = self._found[0].question if self._found else ""
        if self._lines is not None:
            self._lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        if not self._found:
            told = self.say("No question has these words. Try fewer of them.")
            return Sheet([text(told, "caution")])
        lines = [self._line(found, width) for found in self._found]
        spots = [Spot(found.question, row, 0, width) for row, found in enumerate(self._found)]
        return Sheet(lines, spots, self._cursor)

    def _line(self, found: Found, width: int) -> Content:
        under = found.question == self._cursor
        ink = "strong" if under else "plain"
        return fit(
            join(
                text(self.signs.cursor if under else " ", "cursor"),
                " ",
                self._state(found.question),
                " ",
                fit(text(found.topic, "deep"), min(26, width // 3)),
                " ",
                text(found.text, ink),
            ),
            width - 2,
        )

    def _state(self, question: str) -> Content:
        """Return the answer in one sign, and the flag."""
        answer = self.sitting.answer(question)
        state = self.sitting.walk.states[question]
        signs = {"unknown": "d", "not-applicable": "x", "unanswered": self.signs.falls_short}
        sign = str(answer.level) if state == "rated" else signs.get(state, NOT_ASKED)
        flag = self.signs.flag if answer.look_again else " "
        return join(text(sign, "good" if state == "rated" else "faint"), text(flag, "caution"))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        names = [found.question for found in self._found]
        if not names or self._lines is None:
            return
        place = names.index(self._cursor) + by
        self._cursor = names[max(0, min(len(names) - 1, place))]
        self._lines.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Open what was clicked."""
        event.stop()
        self._cursor = event.name
        self.action_open()

    def action_open(self) -> None:
        """Go to the question, or say why it is not put."""
        if not self._cursor:
            return
        reason = self.sitting.walk.why_not_put(self._cursor, self.say)
        if reason:
            self.peil.tell(reason)
            return
        question = self._cursor
        self.close()
        self.peil.go_to_question(question)
