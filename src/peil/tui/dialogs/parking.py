"""The parking lot: what came up and belongs elsewhere, and the questions that were put off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from peil.assessment.team import Parked
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.editing import Editing
from peil.tui.keys import FIELD_KEYS, READ_ON, UNDO, Command
from peil.tui.widgets.field_editor import Editable
from peil.tui.widgets.lines import Sheet, Spot

if TYPE_CHECKING:
    from textual.content import Content

LINE: Final = "line"
"""The field for something new."""
QUESTION: Final = "question"
"""The row that puts the question off, or takes that back."""
_PARKED: Final = "parked "
"""Begins the names of what is parked; its place follows."""


class ParkingLot(Editing):
    """A field for something new, and below it everything that is parked."""

    commands: ClassVar[tuple[Command, ...]] = (
        FIELD_KEYS[0]._replace(brief=mark("choose"), about=mark("Choose a line.")),
        FIELD_KEYS[1]._replace(
            brief=mark("write"),
            about=mark("Write something down, or put the question off; Enter keeps it."),
        ),
        Command(
            ("delete", "backspace"),
            "take_out",
            mark("Del"),
            mark("take out"),
            mark("Take the line under the cursor out of the parking lot."),
            palette=False,
        ),
        Command(
            ("x", "f2"),
            "close",
            mark("Esc or x"),
            mark("back"),
            mark("Close the parking lot."),
            palette=False,
        ),
        UNDO,
        Command(
            ("up", "shift+tab"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("The line above."),
            footer=False,
            palette=False,
        ),
        *READ_ON,
    )

    def __init__(self) -> None:
        """Make it; `about` says at which question something came up."""
        super().__init__()
        self._question = ""
        self._writes = False
        """Whether it was opened to write one thing down, and closes after that."""
        self._begins = False

    def about(self, question: str) -> None:
        """Begin to write down what came up at a question, given by its full id."""
        self._question, self._writes, self._begins = question, True, True

    def title(self) -> str:
        """Return the title."""
        return self.say("Parking lot")

    def enter(self) -> None:
        """Open the line to write on, where it was opened for that."""
        self._cursor = self._cursor or LINE
        if self._begins:
            self._begins = False
            self.edit(LINE)
        super().enter()
        self._follow()

    def fields(self) -> Sequence[Editable]:
        """Return the one field, which is always empty at first."""
        asked = self.say("In a few words. It stays here, and stands in the minutes.")
        return [Editable(LINE, self.say("What belongs elsewhere?"), "", asked)]

    def store(self, name: str, written: str) -> bool:
        """Park what was written, with the question at which it came up."""
        del name  # there is one field
        return self.peil.attempt(lambda: self.sitting.park(written, self._question))

    def action_keep(self) -> None:
        """Keep what was written; opened to write one thing down, it closes then."""
        written = self._editor.written
        if not self._keep():
            return
        writes = self._writes
        self._leave_field()
        if not written:
            self._cursor = QUESTION if self._question else LINE
            self._follow()
        elif writes:
            self.close()
            self.peil.tell(self.say("Parked: {what}", what=written), "good")

    def forget(self) -> None:
        """Open no field the next time, and be about no question once it is closed."""
        super().forget()
        if not self._is_shown:
            self._question, self._writes, self._cursor = "", False, None

    @property
    def _is_shown(self) -> bool:
        return self.is_attached and self.peil.peil_screen.overlay is self

    # What it shows

    def sheet(self, width: int, _height: int) -> Sheet:
        """Return what can be written, and everything that is parked."""
        lines: list[Content] = []
        spots: list[Spot] = []
        for name, words in self._rows():
            if name == f"{_PARKED}0":
                lines += [NOTHING, text(self.say("PARKED"), "title")]
            here = name == self._cursor
            for row, line in enumerate(paragraph(words, width - 3, "strong" if here else "plain")):
                sign = self.signs.cursor if here and not row else " "
                spots.append(Spot(name, len(lines), 0, width))
                lines.append(join(text(sign, "cursor"), " ", line))
        if not self.sitting.assessment.parked:
            lines += [NOTHING, text(self.say("Nothing is parked yet."), "faint")]
        return Sheet(lines, spots, self._cursor)

    def _rows(self) -> list[tuple[str, str]]:
        rows = [(LINE, self.say("Write down what belongs elsewhere …"))]
        if self._question:
            told = self.say("Put this question off as a whole")
            if self.sitting.is_put_off(self._question):
                told = self.say("Take this question out of the parking lot")
            rows.append((QUESTION, told))
        parked = self.sitting.assessment.parked
        return [*rows, *((f"{_PARKED}{at}", self._told(one)) for at, one in enumerate(parked))]

    def _told(self, one: Parked) -> str:
        """Return what is parked, and the topic of the question at which it came up."""
        items = self.sitting.items
        if not items.has_question(one.question):
            return one.text
        topic = items.topic(items.topic_of(one.question)).title
        if one.text:
            return self.say("{what} (with {topic})", what=one.text, topic=topic)
        asked = items.question(one.question).text
        return self.say("{topic}: {question}", topic=topic, question=asked)

    # Keys

    def action_open(self) -> None:
        """Write, or put the question off; on what is parked say how to take it out."""
        if self._cursor == QUESTION and not self.is_open:
            self._put_off()
        elif self._cursor is not None and self._cursor.startswith(_PARKED) and not self.is_open:
            self.peil.tell(self.say("Del takes this out of the parking lot."), "faint")
        else:
            super().action_open()

    def _put_off(self) -> None:
        """Put the question off as a whole, or take it out again."""
        deeds.toggle_put_off(self.peil, self._question)

    def action_take_out(self) -> None:
        """Take the line under the cursor out of the parking lot."""
        if self._cursor is None or not self._cursor.startswith(_PARKED):
            self.peil.tell(self.say("Choose something that is parked first."), "faint")
            return
        place = int(self._cursor.removeprefix(_PARKED))
        if not deeds.may_change(self.peil):
            return
        if self.peil.attempt(lambda: self.sitting.unpark(place)):
            left = [f"{_PARKED}{at}" for at in range(len(self.sitting.assessment.parked))]
            self._cursor = left[min(place, len(left) - 1)] if left else LINE
            self._follow()
            self.peil.tell(self.say("Taken out. z puts it back."))

    def key_brief(self, command: Command) -> str:
        """Say what Enter does where the cursor stands."""
        if command.action == "open" and not self.is_open and self._cursor == QUESTION:
            put_off = self.sitting.is_put_off(self._question)
            return self.say("take out") if put_off else self.say("put off")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer to take out only where there is something."""
        if command.action == "take_out" and not self.sitting.assessment.parked:
            return False
        return super().offers(command)
