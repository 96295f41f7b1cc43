"""The assessment is open in another window: look only, or quit."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.text.languages import mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.opening import with_questions
from peil.tui.overlay import Overlay
from peil.tui.widgets.fields import Told


class Elsewhere(Overlay):
    """Offers to look only, or to quit."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter", "l"),
            "look",
            mark("Enter"),
            mark("look only"),
            mark("Look at it here; nothing can be changed."),
            palette=False,
        ),
        Command(
            ("b",), "close", mark("Esc or b"), mark("back"), mark("Do not open it."), palette=False
        ),
        Command(("q",), "app.stop", "q", mark("quit"), mark("Stop."), palette=False),
    )

    def __init__(self) -> None:
        """Make it; `ask` says what it is about."""
        super().__init__()
        self._assessment = ""
        self._error: PeilError | None = None
        self._told = Told(self._lines)

    def compose(self) -> ComposeResult:
        """One sentence, and the choices."""
        yield self._told

    def ask(self, assessment: str, error: PeilError) -> None:
        """Ask about an assessment, given by its id, that could not be opened because of `error`."""
        self._assessment, self._error = assessment, error

    def title(self) -> str:
        """Return the title."""
        return self.say("Open in another window")

    def _lines(self, width: int) -> list[Content]:
        if self._error is None:
            return []
        return [
            *paragraph(self._error.sentence(self.say), width),
            NOTHING,
            *(
                join("  ", text(sign, "key"), "  ", text(words))
                for sign, words in (
                    (self.say("Enter"), self.say("look only")),
                    ("b    ", self.say("back")),
                    ("q    ", self.say("quit")),
                )
            ),
        ]

    def show(self) -> None:
        """Show the sentence."""
        super().show()
        self._told.show()

    def action_look(self) -> None:
        """Look at it without writing."""
        if not self.peil.may_leave():
            return
        desk = self.peil.desk
        try:
            sitting = with_questions(Sitting.look(desk.workspace, self._assessment, desk.language))
        except PeilError as error:
            self.peil.tell(error.sentence(self.say), "failed")
            return
        self.close()
        self.peil.begin_at_question(sitting)
