"""Why an action is dropped: a few words, so that nobody wonders later."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.report.titles import action_title
from peil.text.clean import LINE_LIMIT
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class DropAction(Overlay):
    """Drops nothing until Enter."""

    DEFAULT_CSS = """
    DropAction Input { background: $raised; margin: 1 0 0 0; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "drop",
            mark("Enter"),
            mark("drop it"),
            mark("Drop the action; what needs it waits from then on."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("leave as it was"),
            mark("Close without dropping anything."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says which action."""
        super().__init__()
        self._key = ""
        self._above = Told(self._told)
        self._reason = Field(self.action_drop, most=LINE_LIMIT)

    def compose(self) -> ComposeResult:
        """Put up what it is about, and the field."""
        yield self._above
        yield self._reason

    def about(self, key: str) -> None:
        """Ask about the action with this key."""
        self._key = key
        self._reason.value = ""

    def title(self) -> str:
        """Return the title, with the code."""
        return self.say("Drop {code}", code=self.sitting.codes.get(self._key, ""))

    def _told(self, width: int) -> list[Content]:
        if not self._key:
            return []
        title = action_title(self.sitting, self.sitting.action(self._key))
        return [
            *paragraph(title, width, "strong"),
            NOTHING,
            *paragraph(
                self.say("Why not? Say it briefly, so that nobody wonders later."), width, "deep"
            ),
        ]

    def show(self) -> None:
        """Say what it is about."""
        super().show()
        self._reason.placeholder = self.say("say briefly why")
        self._above.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._reason)

    @property
    def unkept(self) -> bool:
        """Whether a reason is typed; Enter keeps it."""
        return bool(self._reason.value.strip())

    def action_drop(self) -> None:
        """Drop the action, or say that the reason is missing."""
        if deeds.drop(self.peil, self._key, self._reason.value):
            self.close()

    def forget(self) -> None:
        """Begin empty the next time."""
        self._reason.value = ""
