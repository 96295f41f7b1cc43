"""The fields in which one action gets a name and a day."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content

from peil.text.clean import NAME_LIMIT
from peil.text.days import read_day, today
from peil.tui import deeds
from peil.tui.content import NOTHING
from peil.tui.countdown import TimedPage
from peil.tui.pages.commitments_sheet import (
    CommitmentsScene,
    day_hint,
    field_label,
    name_hint,
    names_like,
    one_action,
)
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told

if TYPE_CHECKING:
    from textual.widgets import Input


class PromisePage(TimedPage):
    """A page on which one action is promised: who does it, and by which day."""

    def __init__(self) -> None:
        """Make the fields; no action is asked about yet."""
        super().__init__()
        self._key: str | None = None
        """The action that is asked about; None at the list of promises."""
        self._cursor: str | None = None
        """The action under the cursor in the list."""
        self._filled = ("", "")
        """What was put into the fields."""
        self._stem = ""
        """What was typed of a name, before one was chosen."""
        self._offered = ""
        """The name or day that was chosen last."""
        self._who = Field(self._keep_who, most=NAME_LIMIT)
        self._day = Field(self._keep_day, most=40)
        self._action = Told(self._action_lines)
        self._labels = (
            Told(lambda _width: [self._label(self.say("Who does it?"), self._who)]),
            Told(lambda _width: [self._label(self.say("By which day?"), self._day)]),
        )
        self._names = Told(lambda width: [*name_hint(self._scene, self._stem, width), NOTHING])
        self._meant = Told(lambda width: day_hint(self._scene, self._day.value, width))
        self._one = Vertical(
            self._action,
            Told(lambda _width: [NOTHING]),
            Horizontal(self._labels[0], self._who),
            self._names,
            Horizontal(self._labels[1], self._day),
            self._meant,
            id="promise",
        )

    @property
    def _scene(self) -> CommitmentsScene:
        cursor = self._key or self._cursor
        return CommitmentsScene(self.sitting, self.say, self.signs, cursor)

    @property
    def _at_end(self) -> bool:
        return self._key is None

    def _action_lines(self, width: int) -> list[Content]:
        return one_action(self._scene, width, self.size.height)

    def _label(self, words: str, field: Field) -> Content:
        return field_label(self._scene, words, here=field.has_focus)

    def _fill(self) -> None:
        """Put into the fields what is kept of this action."""
        self._filled = self._kept(self._key) if self._key else ("", "")
        self._who.value, self._day.value = self._filled
        self._stem = self._offered = ""

    def _kept(self, key: str) -> tuple[str, str]:
        record = self.sitting.record(key)
        return record.owner, record.due or ""

    def _offer(self, field: Field, words: str) -> None:
        self._offered = words
        field.value = words
        field.cursor_position = len(words)

    def action_complete(self) -> None:
        """Complete the name that was begun; else go to the other field."""
        if self._at_end:
            return
        typed = self._who.value.strip()
        found = names_like(self.sitting, typed) if typed and self._who.has_focus else ()
        if found and typed not in found:
            self._offer(self._who, found[0])
        else:
            self.take_focus(self._who if self._day.has_focus else self._day)

    @property
    def _is_typed(self) -> bool:
        return (self._who.value.strip(), self._day.value.strip()) != self._filled

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Follow what is typed: which names fit, and which day is meant."""
        event.stop()
        if event.input is self._who and event.value not in (self._offered, self._filled[0]):
            self._stem = event.value
        self._names.show()
        self._meant.show()
        self.peil.peil_screen.header.redraw()

    def _store(self) -> bool:
        """Keep what is typed; False, and why is said, when it cannot be kept."""
        if self._at_end or not self._is_typed:
            return True
        who, written = self._who.value.strip(), self._day.value.strip()
        day = read_day(written, today()) if written else None
        if written and day is None:
            self.take_focus(self._day)
            self.peil.tell(
                self.say(
                    "Write the day as year-month-day, such as 2026-12-01; or today, tomorrow, +2w."
                )
            )
            return False
        return self._commit(who, day.isoformat() if day else None)

    def _commit(self, who: str, day: str | None) -> bool:
        if not deeds.may_change(self.peil):
            return False
        code, before = self.sitting.codes[self._key or ""], self._filled
        self._filled = (self._who.value.strip(), self._day.value.strip())
        if self.peil.attempt(lambda: self.sitting.commit(code, who, day)):
            self._fill()
            return True
        self._filled = before
        return False

    def _keep_who(self) -> None:
        """Keep the name and go on to the day, whatever stands there yet."""
        name, (_, day) = self._who.value.strip(), self._filled
        typed = self._day.value
        if name == self._filled[0] or self._commit(name, day or None):
            self._day.value = typed
            self.take_focus(self._day)

    def _keep_day(self) -> None:
        """Keep the day, and go on to the next action."""
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Keep what is typed, and go to another action."""
        raise NotImplementedError
