"""A dialog with fields among its lines: ↑ ↓ choose one, Enter opens it, Enter keeps it.

What is typed stands below the lines, under the question that it answers, so that the question
stays in sight. Escape leaves a field as it was; several lines are kept while they are written
and by leaving them, as a note is everywhere.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import TextArea

from peil.text.clean import NOTE_LIMIT
from peil.tui import deeds
from peil.tui.dialogs.note import KEEPING
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field_editor import Editable, FieldEditor
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

if TYPE_CHECKING:
    from textual.timer import Timer


class Editing(Overlay):
    """Lines with fields among them, and the one that is open below."""

    DEFAULT_CSS = "Editing { height: 100%; }"

    def __init__(self) -> None:
        """Make it, with no field open."""
        super().__init__()
        self._cursor: str | None = None
        self._editor = FieldEditor(self.action_keep)
        self._lines: Lines | None = None
        self._keeping: Timer | None = None
        self._went_on = False
        """Whether a part of what is written in several lines was kept already."""

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

    def store_on(self, name: str, written: str) -> bool:
        """Keep more of what was kept in part: one change, to be taken back as one."""
        return self.store(name, written)

    def sheet(self, width: int, height: int) -> Sheet:
        """Return the lines, with the fields as what can be chosen."""
        raise NotImplementedError

    # Looking

    def show(self) -> None:
        """Draw the lines again."""
        super().show()
        self._editor.speak(self._field)
        if self._lines is not None:
            self._lines.redraw()

    def enter(self) -> None:
        """Take the focus: the field that is open, or the lines."""
        self.take_focus(self._editor.widget if self.is_open else self)

    def begin(self) -> None:
        """Show from the top, with no field open or chosen."""
        self.forget()
        self._cursor = None
        if self._lines is not None:
            self._lines.to_top()

    # Editing

    @property
    def is_open(self) -> bool:
        """Whether a field is open."""
        return self._editor.name_open is not None

    @property
    def _field(self) -> Editable | None:
        """The field that is open, with what is kept in it now."""
        name = self._editor.name_open
        return next((one for one in self.fields() if one.name == name), None) if name else None

    @property
    def unkept(self) -> bool:
        """Whether the open field says something else than what is kept."""
        field = self._field
        return field is not None and self._editor.written != field.value

    def edit(self, name: str) -> None:
        """Open a field, unless nothing can be changed here now."""
        field = next((one for one in self.fields() if one.name == name), None)
        if field is None or not deeds.may_change(self.peil):
            return
        self._editor.open_field(field)
        self.take_focus(self._editor.widget)
        self._follow()

    def action_keep(self) -> None:
        """Keep what was written and close the field; it stays open when it cannot be kept."""
        if self._keep():
            self._leave_field()

    def keep(self) -> None:
        """Keep what was written when Peil stops or goes elsewhere, if it can be kept."""
        self._keep()

    def _keep(self) -> bool:
        self._stop_waiting()
        name = self._editor.name_open
        if name is None or not self.unkept:
            return True
        store = self.store_on if self._went_on else self.store
        kept = store(name, self._editor.written)
        self._went_on = self._went_on or kept
        return kept

    def _stop_waiting(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None

    def close(self) -> None:
        """Leave the open field as it was; without one close the dialog."""
        if self.is_open:
            self._leave_field()
        else:
            super().close()

    def forget(self) -> None:
        """Open no field the next time."""
        self._stop_waiting()
        self._editor.close_field()
        self._went_on = False

    def _leave_field(self) -> None:
        self.forget()
        self.take_focus(self)
        self.show()
        self._follow()

    def _follow(self) -> None:
        """Let header, lines and footer follow."""
        screen = self.peil.peil_screen
        screen.header.redraw()
        screen.footer.redraw()
        if self._lines is not None:
            self._lines.redraw()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that this is not kept yet, and keep it soon."""
        event.stop()
        self.peil.peil_screen.header.redraw()
        if self._keeping is None and self.unkept:
            self._keeping = self.set_timer(KEEPING, self.keep)

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
        self._follow()

    def action_scroll(self, lines: int) -> None:
        """Scroll where not everything fits."""
        if self._lines is not None:
            self._lines.scroll_by(lines)

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

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
            self._follow()
            if event.again:
                self.action_open()

    def key_sign(self, command: Command) -> str:
        """Return how a key is written: another one keeps and closes where letters are typed."""
        if self.is_open and command.action == "close":
            return self.say("Esc or F2")
        if self._editor.has_several_lines and command.action == "open":
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
        leaves = command.action == "close" and not self._editor.has_several_lines
        return command.action == "open" or leaves
