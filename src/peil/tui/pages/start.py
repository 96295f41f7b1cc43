"""The first start: three answers, each with a default, and the first question is there."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantFocus

from peil.errors import PeilError
from peil.sitting.begin import Wishes, begin
from peil.text.clean import NAME_LIMIT
from peil.text.languages import mark
from peil.tui.content import text
from peil.tui.keys import LANGUAGE, Command
from peil.tui.page import Heading, Page
from peil.tui.widgets.field import Field
from peil.tui.widgets.welcome import CHOICES, DEFAULTS, DRAWN_FROM, Choices, Welcome

if TYPE_CHECKING:
    from peil.assessment.model import Audience, People

FIELD = 0
"""Row of the name; the choices follow, then the line that begins."""


class StartPage(Page):
    """Asks for the name, with whom, for whom; then makes the assessment."""

    DEFAULT_CSS = """
    StartPage Input { offset-x: 5; width: 46; border: round $line; background: $background; }
    StartPage Input:focus { border: round $accent; }
    StartPage.low Input { border: none; background: $raised; }
    StartPage { align: center middle; }
    StartPage Welcome { height: 1fr; max-height: 13; max-width: 90; }
    StartPage Choices { height: 7; max-width: 90; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "go_on",
            mark("Enter"),
            mark("next"),
            mark("Go to the next line; on the last one begin."),
            palette=False,
        ),
        Command(("down", "tab"), "row(1)", "↑ ↓", mark("line"), mark("Next line."), palette=False),
        Command(
            ("up", "shift+tab"),
            "row(-1)",
            "↑",
            mark("line up"),
            mark("Line before."),
            footer=False,
            palette=False,
        ),
        Command(
            ("right", "space"),
            "other(1)",
            "← →",
            mark("choice"),
            mark("Next choice."),
            palette=False,
        ),
        Command(
            ("left",),
            "other(-1)",
            "←",
            mark("choice before"),
            mark("Choice before."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make the page with its defaults."""
        super().__init__()
        self._row = FIELD
        self._chosen = list(DEFAULTS)
        self._field = Field(self.action_go_on, most=NAME_LIMIT, compact=False)
        self._welcome = Welcome()
        self._choices = Choices()

    def compose(self) -> ComposeResult:
        """Return the welcome, the name, the two choices."""
        yield self._welcome
        yield self._field
        yield self._choices

    def heading(self) -> Heading:
        """Return the word of welcome, without an assessment's name."""
        return Heading(right=text(self.say("Welcome"), "faint"), titled=False)

    def footer_commands(self) -> list[Command]:
        """Return the keys of the page, with that for the language where letters are free."""
        return [*super().footer_commands(), *([] if self.typing else [LANGUAGE])]

    def show(self) -> None:
        """Show the words of the language on the screen."""
        self._field.placeholder = self.say("My business")
        self.set_class(self.app.size.height < DRAWN_FROM, "low")
        self._welcome.redraw()
        self._choices.show(self._chosen, self._row - 1)

    def on_resize(self) -> None:
        """Use a field without a frame where lines are few."""
        self.set_class(self.app.size.height < DRAWN_FROM, "low")

    def enter(self) -> None:
        """Begin with the name."""
        self._go(FIELD)

    def _go(self, row: int) -> None:
        self._row = max(FIELD, min(len(CHOICES) + 1, row))
        self.take_focus(self._field if self._row == FIELD else self)
        self.show()

    def on_descendant_focus(self, event: DescendantFocus | None = None) -> None:
        """Follow the mouse into the field."""
        super().on_descendant_focus()
        if event is not None and event.widget is self._field and self._row != FIELD:
            self._go(FIELD)

    def action_row(self, by: int) -> None:
        """Go to the line below or above."""
        self._go(self._row + by)

    def action_other(self, by: int) -> None:
        """Choose the next answer of the line."""
        place = self._row - 1
        if 0 <= place < len(CHOICES):
            options = len(CHOICES[place].options)
            self._chosen[place] = (self._chosen[place] + by) % options
            self.show()

    def action_go_on(self) -> None:
        """Go to the next line; after the last choice begin."""
        if self._row >= len(CHOICES):
            self._begin()
        else:
            self._go(self._row + 1)

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        """Choose or begin under the mouse."""
        event.stop()
        row, option = event.hit
        if row >= len(CHOICES):
            self._begin()
            return
        self._chosen[row] = option
        self._go(row + 1)

    def _begin(self) -> None:
        """Make the assessment and go to its first question."""
        if not self.peil.may_leave():
            return
        people: list[People] = ["solo", "team"]
        audience: list[Audience] = ["customers", "staff", "both"]
        wishes = Wishes(
            title=self._field.value.strip() or self.say("My business"),
            people=people[self._chosen[0]],
            audience=audience[self._chosen[1]],
        )
        desk = self.peil.desk
        try:
            sitting = begin(
                desk.workspace,
                desk.catalog,
                wishes,
                language=self.say.language,
                on_save=self.peil.tell_written,
            )
        except PeilError as error:
            self.peil.tell(error.sentence(self.say), "failed")
            return
        self._field.value = ""
        self.peil.begin_at_question(sitting)
        self.peil.lead_back_home()
