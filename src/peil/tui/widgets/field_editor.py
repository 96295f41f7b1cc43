"""A field that is open: what it is called, the question that it answers, and where one types."""

from collections.abc import Callable
from typing import NamedTuple

from textual.containers import Vertical
from textual.content import Content

from peil.text.clean import LINE_LIMIT, NOTE_LIMIT
from peil.tui.content import paragraph, text
from peil.tui.dialogs.note import NoteArea
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class Editable(NamedTuple):
    """A field of a dialog."""

    name: str
    """By which the dialog knows it."""
    label: str
    value: str
    """What it holds, as it is edited."""
    question: str = ""
    """What it answers, or how to write it."""
    several_lines: bool = False
    """Whether it may hold more than one line."""


class FieldEditor(Vertical):
    """Shows one field to type in, a line or several; without one it takes no room."""

    DEFAULT_CSS = """
    FieldEditor { height: auto; display: none; border-top: solid $line; }
    FieldEditor.open { display: block; }
    FieldEditor Input { background: $raised; }
    FieldEditor TextArea, FieldEditor TextArea:focus {
        height: 6; padding: 0 1; border: none; background: $raised;
    }
    """

    def __init__(self, kept: Callable[[], None]) -> None:
        """Call `kept` for the keys that keep what is typed."""
        self._field: Editable | None = None
        self._told = Told(self._asked)
        self._line = Field(kept, most=LINE_LIMIT)
        self._line.select_on_focus = False  # what is there is gone on with, not written over
        self._area = NoteArea(kept)
        super().__init__(self._told, self._line, self._area)

    @property
    def name_open(self) -> str | None:
        """The name of the field that is open; None without one."""
        return self._field.name if self._field else None

    @property
    def has_several_lines(self) -> bool:
        """Whether the open field may hold more than one line."""
        return self._field is not None and self._field.several_lines

    @property
    def widget(self) -> Field | NoteArea:
        """What one types in."""
        return self._area if self.has_several_lines else self._line

    @property
    def written(self) -> str:
        """What stands in the open field now."""
        typed = self._area.text if self.has_several_lines else self._line.value
        return typed.strip()

    def open_field(self, field: Editable) -> None:
        """Show a field with what it holds, the cursor at its end."""
        self._field = field
        self._line.display = not field.several_lines
        self._area.display = field.several_lines
        if field.several_lines:
            self._area.text = field.value[:NOTE_LIMIT]
            self._area.move_cursor(self._area.document.end)
        else:
            self._line.value = field.value
            self._line.cursor_position = len(field.value)
        self.add_class("open")
        self._told.show()

    def speak(self, field: Editable | None) -> None:
        """Ask the open field's question again, in the language of the screen."""
        if self._field is not None:
            self._field = field
            self._told.show()

    def close_field(self) -> None:
        """Show no field."""
        self._field = None
        self.remove_class("open")

    def _asked(self, width: int) -> list[Content]:
        """Return what the field is called, and the question that it answers."""
        if self._field is None:
            return []
        question = paragraph(self._field.question, width, "faint") if self._field.question else []
        return [text(self._field.label, "deep"), *question]
