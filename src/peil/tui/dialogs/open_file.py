"""Taking in an assessment from somebody else: a file name, typed or dropped here."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.content import NOTHING, paragraph
from peil.tui.dropped import dropped_path
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told

LONGEST_PATH = 8_000
"""Most characters of a path as a terminal writes it."""


class TakeIn(Overlay):
    """Asks for a file; what cannot be taken in is said here, and nothing typed is lost."""

    DEFAULT_CSS = """
    TakeIn Input { background: $raised; margin: 1 0 0 0; }
    """
    typing: ClassVar[bool] = True
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "take_in",
            mark("Enter"),
            mark("open"),
            mark("Take the file in as a new assessment, and open that."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not open"),
            mark("Close without opening a file."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it with an empty field."""
        super().__init__()
        self._above = Told(self._asked)
        self._field = Field(self.action_take_in, most=LONGEST_PATH)
        self._below = Told(self._answered)
        self._refusal: PeilError | None = None
        self._reading = False

    def compose(self) -> ComposeResult:
        """Put up what it is about, the field, and what became of it."""
        yield self._above
        yield self._field
        yield self._below

    def offer(self, path: Path) -> None:
        """Fill in the name of a file."""
        self._field.value = str(path)

    def title(self) -> str:
        """Return the title."""
        return self.say("Open a file")

    def _asked(self, width: int) -> list[Content]:
        return paragraph(
            self.say(
                "An assessment from somebody else, for instance from your adviser: type the name "
                "of the file, or drag it here. It becomes a new assessment beside your own."
            ),
            width,
        )

    def _answered(self, width: int) -> list[Content]:
        """Return which file is meant, and why it was not taken in."""
        path = dropped_path(self._field.value)
        if path is None:
            return [NOTHING]
        lines = paragraph(self.say("File: {file}", file=str(path)), width, "faint")
        if self._refusal is not None:
            lines += [NOTHING, *paragraph(self._refusal.sentence(self.say), width, "failed")]
        elif self._reading:
            lines += [NOTHING, *paragraph(self.say("Reading it…"), width, "warm")]
        return lines

    def show(self) -> None:
        """Say what it is about, in the language that is spoken now."""
        super().show()
        self._above.show()
        self._below.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show which file is meant; what was wrong with another is past."""
        event.stop()
        self._refusal = None
        self._below.show()

    def action_take_in(self) -> None:
        """Show that the file is being read, and then read it."""
        path = dropped_path(self._field.value)
        if path is None:
            self._tell(self.say("Type the name of a file first."), "warm")
        elif not self._reading and self.peil.may_leave():
            self._reading, self._refusal = True, None
            self._below.show()
            self.screen.call_after_refresh(self._take_in, path)

    def _take_in(self, path: Path) -> None:
        """Take the file in and open what came of it, or show why that cannot be."""
        from peil.sitting.taking_in import take_in

        try:
            taken = take_in(self.peil.desk.workspace, path)
        except PeilError as error:
            self._refusal = error
            return
        finally:
            self._reading = False
            self._below.show()
        self._field.value = ""
        self.close()
        if self.peil.open_assessment(taken.id):
            say = self.peil.say
            told = say("{title} was taken in as {id}.", title=taken.title, id=taken.id)
            notices = [notice.sentence(say) for notice in taken.notices]
            if len(notices) > 1:
                self.peil.read_aloud(say("Taken in"), [told, "", *notices])
            else:
                self._tell(" ".join((told, *notices)), "caution" if notices else "good")

    def _tell(self, sentence: str, ink: str) -> None:
        """Show a sentence once the key that led to it is done with: a key takes sentences away."""
        self.screen.call_after_refresh(self.peil.tell, sentence, ink)
