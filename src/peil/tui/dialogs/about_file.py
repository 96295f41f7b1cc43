"""Something is wrong with the file of an assessment: what, why, and what can be done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.fields import Told

CLOSE = Command(
    ("enter",), "close", mark("Enter"), mark("go on"), mark("Close this."), palette=False
)
EARLIER = Command(
    ("b",),
    "earlier",
    "b",
    mark("earlier saves"),
    mark("See the earlier saves of this assessment; one of them can be put back."),
    palette=False,
)
CHECK = Command(
    ("c",),
    "check",
    "c",
    mark("check files"),
    mark("Look at every file, and repair what can be repaired."),
    palette=False,
    opens="checking",
)


class AboutFile(Overlay):
    """Says in full what there is to say of a file, once when it is opened."""

    commands: ClassVar[tuple[Command, ...]] = (CLOSE, EARLIER, CHECK)

    def __init__(self) -> None:
        """Make it; `tell` says what it is about."""
        super().__init__()
        self._assessment = ""
        self._notice: PeilError | None = None
        self._told = Told(self._lines)

    def compose(self) -> ComposeResult:
        """One sentence, and the choices."""
        yield self._told

    def tell(self, assessment: str, notice: PeilError) -> None:
        """Say `notice` of an assessment, given by its id."""
        self._assessment, self._notice = assessment, notice

    def title(self) -> str:
        """Return the title."""
        return self.say("About the file of this assessment")

    def _lines(self, width: int) -> list[Content]:
        if self._notice is None:
            return []
        words = (
            (CLOSE, self.say("go on")),
            (EARLIER, self.say("go back to an earlier save")),
            (CHECK, self.say("check all files, and repair")),
        )
        choices = (
            join("  ", text(self.say(command.sign).ljust(7), "key"), text(told))
            for command, told in words
            if not self.peil.is_shut(command.opens)
        )
        return [*paragraph(self._notice.sentence(self.say), width), NOTHING, *choices]

    def show(self) -> None:
        """Show the sentence."""
        super().show()
        self._told.show()

    def action_earlier(self) -> None:
        """Show the earlier saves in place of this."""
        self.close()
        self.peil.open_earlier(self._assessment)

    def action_check(self) -> None:
        """Check all files in place of this."""
        self.close()
        self.peil.open_check()
