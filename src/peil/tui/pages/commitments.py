"""The round that ends the hour: a name and a day for each action of now, and the fist of five."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult

from peil.tui import deeds
from peil.tui.content import text
from peil.tui.countdown import clock_words
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.commitments_fields import PromisePage
from peil.tui.pages.commitments_keys import AT_END, COMMANDS, IN_FIELDS
from peil.tui.pages.commitments_sheet import (
    DAYS,
    actions_now,
    end_sheet,
    fingers_word,
    names_like,
)
from peil.tui.widgets.field_editor import Editable, FieldEditor
from peil.tui.widgets.lines import Lines, Sheet, moved

if TYPE_CHECKING:
    from peil.sitting import Sitting
    from peil.tui.dialogs.export_file import ExportFile


class CommitmentsPage(PromisePage):
    """Steps through what comes now, and ends at the list of what is promised."""

    DEFAULT_CSS = """
    CommitmentsPage #promise { height: 1fr; }
    CommitmentsPage .away { display: none; }
    CommitmentsPage FieldEditor { padding: 0 2; }
    CommitmentsPage Horizontal { height: 1; width: 1fr; }
    CommitmentsPage Horizontal Told { width: 20; }
    CommitmentsPage Horizontal Input { background: $raised; width: 26; }
    """
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; the round begins where nobody promised anything yet."""
        super().__init__()
        self._of: Sitting | None = None
        """The sitting of which the round goes on."""
        self._fist = FieldEditor(self._keep_fingers)

    def compose(self) -> ComposeResult:
        """Put up one action with its fields, and the list of what is promised."""
        yield self._one
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._fist

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def _keys(self) -> list[str]:
        return [action.key for action in actions_now(self.sitting)]

    def heading(self) -> Heading:
        """Say at which action the round is, and how much of the time is left."""
        keys = self._keys
        where = self.say("Promises")
        if self._key in keys:
            where = self.say(
                "Promise {number} of {total}", number=keys.index(self._key) + 1, total=len(keys)
            )
        named = sum(bool(self.sitting.record(key).owner) for key in keys)
        between = text(f" {self.signs.between} ", "faint")
        clock = text(clock_words(self.sitting.seconds_left), "title")
        right = between.join([text(where, "faint"), clock])
        return Heading(right=right, done=named / len(keys) if keys else None)

    # Looking

    def show(self) -> None:
        """Draw what the round is at, as everything stands now."""
        self.sitting.give_codes()
        keys = self._keys
        if self._of is not self.sitting:
            self._of = self.sitting
            self._begin_at(next((key for key in keys if not self._kept(key)[0]), None))
        elif self._key is not None and self._key not in keys:
            self._begin_at(None)
        elif self._key is not None and not self._is_typed:
            self._fill()
        if self._cursor not in keys:
            self._cursor = next(iter(keys), None)
        self._fist.speak(self._fingers if self._fist_open else None)
        self._one.set_class(self._at_end, "away")
        self._lines.set_class(not self._at_end, "away")
        self._redraw()

    def _redraw(self) -> None:
        for told in (self._action, *self._labels, self._names, self._meant):
            told.show()
        self._lines.redraw()

    def on_resize(self) -> None:
        """Give more or less air."""
        self._redraw()

    def enter(self) -> None:
        """Take the focus: a field of the action, or the list."""
        if self._fist_open:
            self.take_focus(self._fist.widget)
        else:
            self.take_focus(self if self._at_end else self._who)
        self._redraw()

    def _sheet(self, width: int, height: int) -> Sheet:
        return end_sheet(self._scene, width, height)

    def on_descendant_focus(self) -> None:
        """Show where the cursor is."""
        super().on_descendant_focus()
        self._redraw()

    def key_brief(self, command: Command) -> str:
        """Say what keys do in a field and at the end."""
        if command.action == "open":
            if self._fist_open:
                return self.say("keep")
            if self._at_end:
                return self.say("change") if self._keys else self.say("to your plan")
        if command.action == "move(1)" and self._at_end:
            return self.say("action")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer what does something now."""
        if self._fist_open:
            return command.action == "open"
        return command.action in (AT_END if self._at_end else IN_FIELDS)

    # Going

    def _begin_at(self, key: str | None) -> None:
        """Ask about an action, or show the list of what is promised."""
        self._key = key
        self._cursor = key or self._cursor
        self._fill()

    def _go_to(self, key: str | None) -> None:
        self._begin_at(key)
        self.show()
        self.enter()
        self.peil.peil_screen.show_frame()

    def action_go(self, by: int) -> None:
        """Keep what is typed, and go to the action after or before; after the last to the list."""
        keys = self._keys
        if self._fist_open or not keys or not self._store():
            return
        if self._at_end:
            if by < 0:
                self._go_to(keys[-1])
            return
        place = keys.index(self._key) + by if self._key in keys else len(keys)
        self._go_to(keys[max(0, place)] if place < len(keys) else None)

    def action_to_end(self) -> None:
        """Keep what is typed, and go to the list."""
        if not self._at_end and self._store():
            self._go_to(None)

    def action_open(self) -> None:
        """Keep and go on; at the end go back to the action under the cursor."""
        if self._fist_open:
            self._keep_fingers()
        elif not self._at_end:
            self.enter()
        elif self._cursor is None:
            self.peil.open_page("plan")
        else:
            self._go_to(self._cursor)

    def action_move(self, by: int) -> None:
        """Choose a name or a day that is offered; at the end a line."""
        if self._fist_open:
            return
        if self._at_end:
            self._cursor = moved(self._keys, self._cursor, by)
            self._lines.redraw()
            return
        field = self._day if self._day.has_focus else self._who
        offered = DAYS if field is self._day else names_like(self.sitting, self._stem)
        place = offered.index(field.value) + by if field.value in offered else min(0, by)
        if offered:
            self._offer(field, offered[place % len(offered)])

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click goes back to that action."""
        event.stop()
        if self._fist_open:
            return
        self._cursor = event.name
        self._lines.redraw()
        if event.again:
            self.action_open()

    # Keeping a promise

    @property
    def unkept(self) -> bool:
        """Whether something is typed that is not kept."""
        if self._fist_open:
            return self._fist.written != self._fingers.value
        return not self._at_end and self._is_typed

    def keep(self) -> None:
        """Keep what is typed when the page is left."""
        if self._fist_open and self.unkept:
            self._store_fingers()
        elif self.unkept:
            self._store()

    def step_back(self) -> bool:
        """Leave a field as it was; nothing of what was kept is lost."""
        if self._fist_open:
            self._close_fingers()
            return True
        if self.unkept:
            self._fill()
            return True
        return False

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

    # The fist of five

    @property
    def _fist_open(self) -> bool:
        return self._fist.name_open is not None

    @property
    def _fingers(self) -> Editable:
        shown = self.sitting.assessment.meeting.fist
        question = self.say(
            "All at the same time: how many fingers does each of you show, 0 to 5? "
            "One digit each, such as 45344."
        )
        word = fingers_word(tuple(shown.items()))
        return Editable("fingers", self.say("Will we do this?"), word, question)

    def action_fingers(self) -> None:
        """Ask how many fingers everybody shows."""
        if self._fist_open or not self._store() or not deeds.may_change(self.peil):
            return
        self._begin_at(None)
        self._fist.open_field(self._fingers)
        self.show()
        self.enter()
        self.peil.peil_screen.show_frame()

    def _store_fingers(self) -> bool:
        word = self._fist.written
        return self.peil.attempt(lambda: self.sitting.show_fingers(word))

    def _keep_fingers(self) -> None:
        if not self.unkept or self._store_fingers():
            self._close_fingers()

    def _close_fingers(self) -> None:
        self._fist.close_field()
        self.show()
        self.enter()
        self.peil.peil_screen.show_frame()

    def action_export(self) -> None:
        """Ask for a file name, and write what is promised to one page."""
        if self._store():
            from peil.tui.dialogs.promises_file import PROMISES

            cast("ExportFile", self.peil.overlay("export_file")).ask(PROMISES)
            self.peil.open_overlay("export_file")
