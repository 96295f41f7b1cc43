"""What the goal of a period is called: a name, with the usual one filled in."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.text.clean import NAME_LIMIT
from peil.text.languages import mark
from peil.tui.content import paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class PeriodName(Overlay):
    """Asks once what a goal is called."""

    DEFAULT_CSS = """
    PeriodName Input { background: $raised; margin: 1 0 0 0; }
    """
    typing: ClassVar[bool] = True
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "keep_goal",
            mark("Enter"),
            mark("keep"),
            mark("Keep the chosen actions as a goal with this name."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not keep"),
            mark("Close without keeping; what you chose stays chosen."),
            palette=False,
        ),
    )

    def __init__(self, keep: Callable[[str], bool]) -> None:
        """Make it; `keep` keeps the goal under a name, and says whether it could."""
        super().__init__()
        self._keep = keep
        self._count = 0
        self._fresh = True
        self._above = Told(self._told)
        self._field = Field(self.action_keep_goal, most=NAME_LIMIT)

    def compose(self) -> ComposeResult:
        """Put up what it is about, and the field."""
        yield self._above
        yield self._field

    def title(self) -> str:
        """Return the title."""
        return self.say("Keep as a goal")

    def _told(self, width: int) -> list[Content]:
        sentence = self.say.many(
            "{count} action becomes your goal; the plan keeps count of it. What do you call it?",
            "{count} actions become your goal; the plan keeps count of them. What do you call it?",
            self._count,
        )
        return paragraph(sentence, width)

    def ask(self, count: int) -> None:
        """Ask anew, for so many actions."""
        self._count, self._fresh = count, True

    def show(self) -> None:
        """Fill the field the first time: the goal there is keeps its name."""
        super().show()
        if self._fresh:
            self._fresh = False
            period = self.sitting.assessment.period
            self._field.value = period.name if period else self.say("goal of this quarter")
            self._field.cursor_position = len(self._field.value)
        self._above.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._field)

    def action_keep_goal(self) -> None:
        """Keep the goal, or leave the dialog open where it cannot be kept."""
        if self._keep(self._field.value):
            self.close()
