"""A dialog that asks for a file somewhere on the disk: its name, typed or dropped here."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.tui.content import NOTHING, paragraph
from peil.tui.dropped import dropped_path
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told

if TYPE_CHECKING:
    from textual.widgets import Input

LONGEST_PATH = 8_000
"""Most characters of a path as a terminal writes it."""


class FileField(Overlay):
    """Asks for a file; what is wrong with it is said here, and nothing typed is lost."""

    DEFAULT_CSS = "FileField Input { background: $raised; margin: 1 0 0 0; }"
    typing: ClassVar[bool] = True
    asks: ClassVar[str] = ""
    """What stands above the field: which file is wanted, and for what; a marked sentence."""

    def __init__(self) -> None:
        """Make it with an empty field."""
        super().__init__()
        self._above = Told(lambda width: paragraph(self.say(self.asks), width))
        self._field = Field(self.action_read, most=LONGEST_PATH)
        self._below = Told(self._answered)
        self._refusal: PeilError | None = None

    def compose(self) -> ComposeResult:
        """Put up what it is about, the field, and what became of it."""
        yield self._above
        yield self._field
        yield self._below

    def read(self, path: Path) -> None:
        """Do what the dialog is for with the file at `path`."""
        raise NotImplementedError

    def became(self, width: int) -> list[Content]:
        """Return what has become of the file that is named: why it cannot be read, if so."""
        if self._refusal is None:
            return []
        return [NOTHING, *paragraph(self._refusal.sentence(self.say), width, "failed")]

    def refuse(self, refusal: PeilError | None) -> None:
        """Say below the field what is wrong; None takes it away."""
        self._refusal = refusal
        self._below.show()

    def _answered(self, width: int) -> list[Content]:
        """Return which file is meant, and what became of it."""
        path = dropped_path(self._field.value)
        if path is None:
            return [NOTHING]
        told = paragraph(self.say("File: {file}", file=str(path)), width, "faint")
        return [*told, *self.became(width)]

    def show(self) -> None:
        """Say what it is about, in the language that is spoken now."""
        super().show()
        self._above.show()
        self._below.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._field)

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Show which file is meant; what was wrong with another is past."""
        event.stop()
        self.refuse(None)

    def action_read(self) -> None:
        """Read the file, or say that none is named."""
        path = dropped_path(self._field.value)
        if path is None:
            self.tell_later(self.say("Type the name of a file first."), "warm")
        else:
            self.read(path)

    def tell_later(self, sentence: str, ink: str) -> None:
        """Show a sentence once the key that led to it is done with: a key takes sentences away."""
        self.screen.call_after_refresh(self.peil.tell, sentence, ink)
