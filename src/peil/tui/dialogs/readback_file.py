"""Which edited list to read back: a file name, typed or dropped here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.content import NOTHING, paragraph
from peil.tui.dialogs.open_file import LONGEST_PATH
from peil.tui.dropped import dropped_path
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class ReadBackFile(Overlay):
    """Asks for a list; the one that was written last is filled in."""

    DEFAULT_CSS = """
    ReadBackFile Input { background: $raised; margin: 1 0 0 0; }
    """
    typing: ClassVar[bool] = True
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "read",
            mark("Enter"),
            mark("look"),
            mark("Show what this list would change; nothing is changed yet."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not read"),
            mark("Close without reading a list."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it with an empty field; `ask` fills it."""
        super().__init__()
        self._above = Told(self._asked)
        self._field = Field(self.action_read, most=LONGEST_PATH)
        self._below = Told(self._answered)
        self._refusal: PeilError | None = None

    def compose(self) -> ComposeResult:
        """Put up what it is about, the field, and what became of it."""
        yield self._above
        yield self._field
        yield self._below

    def ask(self) -> None:
        """Begin with the file to which a list was written last."""
        written = self.sitting.list_file
        self._field.value = "" if written is None else written.path
        self._refusal = None

    def title(self) -> str:
        """Return the title."""
        return self.say("Read the list back")

    def _asked(self, width: int) -> list[Content]:
        return paragraph(
            self.say(
                "The action list in which you ticked and filled in: type the name of the file, or "
                "drag it here. First you see what it would change."
            ),
            width,
        )

    def _answered(self, width: int) -> list[Content]:
        """Return which file is meant, and why it cannot be read."""
        path = dropped_path(self._field.value)
        if path is None:
            return [NOTHING]
        lines = paragraph(self.say("File: {file}", file=str(path)), width, "faint")
        if self._refusal is not None:
            lines += [NOTHING, *paragraph(self._refusal.sentence(self.say), width, "failed")]
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

    def action_read(self) -> None:
        """Show what the list would change, or why it cannot be read."""
        path = dropped_path(self._field.value)
        if path is None:
            self.screen.call_after_refresh(
                self.peil.tell, self.say("Type the name of a file first."), "warm"
            )
            return
        try:
            self.peil.show_readback(path)
        except PeilError as error:
            self._refusal = error
            self._below.show()
