"""A dialog with fields among its lines: ↑ ↓ choose one, Enter opens it, Enter keeps it.

What is typed stands below the lines, under the question that it answers, so that the question
stays in sight. Escape leaves a field as it was; a note of several lines is kept by leaving it,
as everywhere.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, TextArea

from peil.text.clean import LINE_LIMIT, NOTE_LIMIT
from peil.tui.content import paragraph, text
from peil.tui.deeds import may_change
from peil.tui.dialogs.note import NoteArea
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of


class Editable(NamedTuple):
    """A field of a dialog."""

    name: str
    """By which the dialog knows it."""
    label: str
    value: str
    """What it holds, as it is edited."""
    prompt: str = ""
    """The question that it answers, or how to write it."""
    several_lines: bool = False
    """Whether it may hold more than one line."""


class Editing(Overlay):
    """Lines with fields among them, and the one that is open below."""

    DEFAULT_CSS = """
    Editing { height: 100%; }
    Editing Vertical { height: auto; display: none; border-top: solid $line; }
    Editing Vertical.open { display: block; }
    Editing Input { background: $raised; }
    Editing TextArea, Editing TextArea:focus {
        height: 6; padding: 0 1; border: none; background: $raised;
    }
    """

    def __init__(self) -> None:
        """Make it, with no field open."""
        super().__init__()
        self._cursor: str | None = None
        self._open: str | None = None
        self._told = Told(self._asked)
        self._line = Field(self.action_keep, most=LINE_LIMIT)
        self._line.select_on_focus = False  # what is there is gone on with, not written over
        self._area = NoteArea(self.action_keep)
        self._editor = Vertical(self._told, self._line, self._area)
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Put up the lines, and below them the field that is open."""
        self._lines = Lines(self.sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines
        yield self._editor

    # What a dialog has to say of its fields

    def fields(self) -> Sequence[Editable]:
        """Return the fields, as they stand now."""
        raise NotImplementedError

    def store(self, name: str, written: str) -> bool:
        """Keep what was written in a field; False, and why is said, when it cannot be kept."""
        raise NotImplementedError

    def sheet(self, width: int, height: int) -> Sheet:
        """Return the lines, with the fields as what can be chosen."""
        raise NotImplementedError

    # Looking

    def show(self) -> None:
        """Draw the lines again."""
        super().show()
        if self._lines is not None:
            self._lines.redraw()
        self._told.show()

    def enter(self) -> None:
        """Take the focus: the field that is open, or the lines."""
        self.take_focus(self._widget if self._open else self)

    def begin(self) -> None:
        """Show from the top, with no field open or chosen."""
        self._end()
        self._cursor = None
        if self._lines is not None:
            self._lines.to_top()

    @property
    def is_open(self) -> bool:
        """Whether a field is open."""
        return self._open is not None

    def _asked(self, width: int) -> list[Content]:
        """Return what the open field is called, and the question that it answers."""
        field = self._field
        if field is None:
            return []
        return [text(field.label, "deep"), *paragraph(field.prompt, width, "faint")]

    # Editing

    @property
    def _field(self) -> Editable | None:
        """The field that is open."""
        return next((one for one in self.fields() if one.name == self._open), None)

    @property
    def _widget(self) -> Field | NoteArea:
        field = self._field
        return self._area if field is not None and field.several_lines else self._line

    @property
    def _written(self) -> str:
        """What stands in the open field now."""
        widget = self._widget
        return widget.text.strip() if isinstance(widget, NoteArea) else widget.value.strip()

    @property
    def unkept(self) -> bool:
        """Whether the open field says something else than what is kept."""
        field = self._field
        return field is not None and self._written != field.value

    def edit(self, name: str) -> None:
        """Open a field, unless nothing can be changed here now."""
        if not may_change(self.peil):
            return
        self._open = name
        field = self._field
        if field is None:
            self._open = None
            return
        self._line.display = not field.several_lines
        self._area.display = field.several_lines
        if field.several_lines:
            self._area.text = field.value[:NOTE_LIMIT]
            self._area.move_cursor(self._area.document.end)
        else:
            self._line.value = field.value
            self._line.cursor_position = len(field.value)
        self._editor.add_class("open")
        self._told.show()
        self.take_focus(self._widget)
        self._changed()

    def _end(self) -> None:
        """Close the field that is open."""
        self._open = None
        self._editor.remove_class("open")

    def _changed(self) -> None:
        """Let header, lines and footer follow."""
        screen = self.peil.peil_screen
        screen.header.redraw()
        screen.footer.redraw()
        if self._lines is not None:
            self._lines.redraw()

    def action_keep(self) -> None:
        """Keep what was written and close the field; it stays open when it cannot be kept."""
        if self.unkept and not self.store(self._open or "", self._written):
            return
        self._leave_field()

    def keep(self) -> None:
        """Keep what was written when Peil stops or goes elsewhere, if it can be kept."""
        if self.unkept:
            self.store(self._open or "", self._written)

    def close(self) -> None:
        """Leave the open field as it was; without one close the dialog."""
        if self.is_open:
            self._leave_field()
        else:
            super().close()

    def forget(self) -> None:
        """Open no field the next time."""
        self._end()

    def _leave_field(self) -> None:
        self._end()
        self.take_focus(self)
        self.show()
        self._changed()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the header say whether this is kept."""
        event.stop()
        self.peil.peil_screen.header.redraw()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let the header say whether this is kept."""
        event.stop()
        self.peil.peil_screen.header.redraw()

    def on_note_area_cut(self) -> None:
        """Say that the end is lost."""
        self.peil.tell(self.say("The note was cut after {most} characters.", most=NOTE_LIMIT))

    # Keys

    def action_move(self, by: int) -> None:
        """Choose the field above or below; above the first one is the text itself."""
        if self.is_open or self._lines is None:
            return
        names = names_of(self._lines.sheet)
        if self._cursor is None:
            self._cursor = names[0] if names and by > 0 else None
        elif by < 0 and self._cursor == names[0]:
            self._cursor = None
            self._lines.to_top()
        else:
            self._cursor = moved(names, self._cursor, by)
        self._changed()

    def action_scroll(self, lines: int) -> None:
        """Scroll where not everything fits."""
        if self._lines is not None:
            self._lines.scroll_by(lines)

    def action_open(self) -> None:
        """Open the field under the cursor, or keep the one that is open."""
        if self.is_open:
            self.action_keep()
        elif self._cursor is None:
            self.action_move(1)
        else:
            self.edit(self._cursor)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click opens."""
        event.stop()
        if not self.is_open:
            self._cursor = event.name
            self._changed()
            if event.again:
                self.action_open()

    def key_sign(self, command: Command) -> str:
        """Return how a key is written: the one that closes is another where letters are typed."""
        if command.action == "close" and self.is_open:
            return self.say("Esc or F2")
        if command.action == "open" and self._widget is self._area and self.is_open:
            return self.say("Tab or Esc")
        return super().key_sign(command)

    def key_brief(self, command: Command) -> str:
        """Return what a key does: while a field is open, keep it or leave it as it was."""
        if self.is_open and command.action in ("open", "close"):
            return self.say("keep") if command.action == "open" else self.say("leave as it was")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer only keeping and leaving while a field is open."""
        if not self.is_open:
            return super().offers(command)
        several_lines = self._widget is self._area
        return command.action == "open" or (command.action == "close" and not several_lines)
