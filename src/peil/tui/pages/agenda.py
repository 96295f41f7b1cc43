"""The agenda: after everybody voted in silence, what to talk about, and in which order."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.tui import deeds
from peil.tui.content import NOTHING, join, paragraph, shortened, text
from peil.tui.countdown import TimedPage
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.agenda_keys import COMMANDS
from peil.tui.pages.agenda_scene import (
    NOTES,
    PARTS,
    AgendaScene,
    is_empty,
    line_under,
    names_in,
)
from peil.tui.pages.agenda_sheet import agenda_sheet
from peil.tui.pages.agenda_time import time_sentence
from peil.tui.pages.plan_sheet import nearest_name
from peil.tui.pages.team_heading import part_settled, time_left
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOW = 14
"""Lines below which only the time stands under the list."""


class AgendaPage(TimedPage):
    """A list with the votes on each question; Enter opens the reveal of one."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; the cursor begins at the first talk."""
        super().__init__()
        self._cursor: str | None = None
        self._names: Sequence[str] = ()
        self._unfolded: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Put up the list, and below it the question under the cursor and the time."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(self._foot)

    # What it shows

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def scene(self) -> AgendaScene:
        """What the page is drawn from, as it stands now."""
        return AgendaScene(self.sitting, self.say, self.signs, self._cursor, self._unfolded)

    def heading(self) -> Heading:
        """Say where one is, and how much time is left."""
        end, _ = time_left(self.sitting, self.say)
        title = text(self.say("Agenda"), "faint")
        if end.plain:
            title = join(title, text(f" {self.signs.between} ", "faint"), end)
        return Heading(right=title, done=part_settled(self.sitting))

    def show(self) -> None:
        """Draw everything; the cursor stays, or goes to what followed its question."""
        names = names_in(self.scene)
        cursor = nearest_name(names, self._cursor, self._names)
        self._cursor = cursor if cursor is not None else next(iter(names), None)
        self._names = names
        self._redraw()

    def _redraw(self) -> None:
        self._size_foot()
        self._lines.redraw()
        self.query_one(Foot).redraw()
        self.peil.peil_screen.footer.redraw()

    def ticked(self) -> None:
        """Let minutes and time follow the clock."""
        self._lines.redraw()
        self.query_one(Foot).redraw()

    def on_resize(self) -> None:
        """Give the foot the room that the window allows."""
        self._size_foot()

    def _size_foot(self) -> None:
        height = 1 if self.size.height < _LOW else 3 if self.size.width >= 80 else 4
        self.query_one(Foot).be_high(0 if is_empty(self.sitting.agenda) else height)

    def _sheet(self, width: int, height: int) -> Sheet:
        return agenda_sheet(self.scene, width - 1, height)  # the last cell is for the scroll mark

    def _foot(self, width: int, height: int) -> list[Content]:
        """Return the question under the cursor in full, and how the time is divided."""
        time = [join("   ", line) for line in paragraph(self._time, width - 5, "deep")]
        line = line_under(self.scene)
        if line is None or height < 3:
            return [*[NOTHING] * (height - len(time)), *time][-max(height, 1) :]
        asked = self.sitting.items.question(line.question).text
        room = max(1, height - len(time))
        told = shortened(paragraph(asked, width - 5, "strong"), room, width - 5)
        return [*[NOTHING] * (room - len(told)), *(join("   ", each) for each in told), *time]

    @property
    def _time(self) -> str:
        return time_sentence(self.sitting, self.say)

    def key_brief(self, command: Command) -> str:
        """Say what Enter and f do where the cursor stands."""
        line = line_under(self.scene)
        if command.action == "open" and line is None:
            if is_empty(self.sitting.agenda):
                return self.say("begin")
            if self._cursor == NOTES:
                return self.say("open")
            return self.say("fold") if self._cursor in self._unfolded else self.say("unfold")
        if command.action == "open" and line is not None and line.agreed is not None:
            return self.say("open again")
        if command.action == "park" and line in self.sitting.agenda.parked:
            return self.say("back on the agenda")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer only what there is something for."""
        agenda = self.sitting.agenda
        if command.action == "take_over":
            return bool(agenda.proposed)
        if command.action == "park":
            line = line_under(self.scene)
            return line is not None and line.agreed is None
        if command.action == "promises":
            return not agenda.talk
        return super().offers(command)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        self._point_at(moved(self._names, self._cursor, by))

    def _point_at(self, name: str | None) -> None:
        self._cursor = name
        self._redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a heading unfolds at once, a question opens at a second click."""
        event.stop()
        self._point_at(event.name)
        if event.again or event.name in PARTS:
            self.action_open()

    # Talking

    def action_open(self) -> None:
        """Open the reveal of a question and let its talk begin; unfold a heading."""
        line = line_under(self.scene)
        if line is not None:
            agenda = self.sitting.agenda
            wants_talk = line in (*agenda.talk, *agenda.parked)
            if wants_talk and self.sitting.talk_seconds_left(line.question) is None:
                self.sitting.begin_talk(line.question)
            self._reveal(line.question)
        elif is_empty(self.sitting.agenda):
            self.peil.open_page("team")
        elif self._cursor == NOTES:
            self.peil.open_overlay("parking")
        elif self._cursor is not None:
            self._unfolded ^= {self._cursor}
            if self._cursor in self._unfolded:
                self._lines.unfold()
            self.show()

    def _reveal(self, question: str) -> None:
        self.sitting.go_to(question)
        self.peil.open_page("reveal")

    def action_take_over(self) -> None:
        """Show all proposals, to agree on all of them at once."""
        if not self.sitting.agenda.proposed:
            self.peil.tell(self.say("There is no proposal to take over."), "faint")
        elif deeds.may_change(self.peil):
            self.peil.open_overlay("take_over")

    def action_park(self) -> None:
        """Put the question under the cursor off, or back on the agenda."""
        line = line_under(self.scene)
        if line is None:
            self.peil.tell(self.say("Choose a question first."), "faint")
        elif line.agreed is not None:
            self.peil.tell(self.say("This is settled: there is nothing to put off."), "faint")
        else:
            deeds.toggle_put_off(self.peil, line.question)

    def action_vote(self) -> None:
        """Vote once more on the question under the cursor; what comes in is shown at once."""
        line = line_under(self.scene)
        if line is None:
            self.peil.tell(self.say("Choose a question first."), "faint")
        elif deeds.may_change(self.peil):
            self._reveal(line.question)
            self.peil.vote_on(line.question)

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

    # Going elsewhere

    def action_plan(self) -> None:
        """Open the plan."""
        self.peil.open_page("plan")

    def action_results(self) -> None:
        """Open the results."""
        self.peil.open_page("results")

    def action_promises(self) -> None:
        """Go to the round in which everybody promises something."""
        self.peil.open_page("commitments")

    def action_team(self) -> None:
        """Go to how you meet, to change it."""
        self.peil.open_page("team")

    def action_minutes(self) -> None:
        """Open what was voted, agreed and parked, to write it down."""
        self.peil.open_overlay("minutes")
