"""The team session: how you meet, each line changed in place, and what to do next."""

from typing import TYPE_CHECKING, ClassVar, Final, get_args

from textual.app import ComposeResult

from peil.assessment.team import Way
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import text
from peil.tui.countdown import TimedPage, clock_words
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.team_keys import COMMANDS
from peil.tui.pages.team_sheet import LINES, TeamScene, names_in, team_foot, team_sheet
from peil.tui.pages.team_steps import next_step, to_vote
from peil.tui.presenting import REFUSAL
from peil.tui.widgets.field_editor import Editable, FieldEditor
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet, moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input

    from peil.assessment.team import Meeting

_MINUTES: Final = 5
"""By how many minutes an arrow changes the length of the meeting."""
_NUMBERS: Final = ("voters", "time")
"""The lines that hold a number."""
_BEFORE_A_VOTE: Final = ("vote", "warm_up", "sheets")
"""What there is no need of once everything is voted on; the footer then has it last."""
_CHANGED_BY_ARROWS: Final = (*_NUMBERS, "facilitator", "way")


class TeamPage(TimedPage):
    """Holds everything about a meeting that can be said before and during it."""

    DEFAULT_CSS = "TeamPage FieldEditor { padding: 0 2; }"
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; the cursor begins at what comes next."""
        super().__init__()
        self._cursor = ""
        self._typed = ""
        """The digits that were typed on the line under the cursor."""
        self._editor = FieldEditor(self._keep_names)

    def compose(self) -> ComposeResult:
        """Put up the lines, what is said of one, and the field of the names."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(lambda width, _height: team_foot(self._scene, width))
        yield self._editor

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def _meeting(self) -> "Meeting":
        return self.sitting.assessment.meeting

    @property
    def _scene(self) -> TeamScene:
        return TeamScene(self.sitting, self.say, self.signs, self._cursor, self.peil.presents)

    def heading(self) -> Heading:
        """Return how much of the time is left."""
        words = text(self.say("Team session"), "faint")
        clock = text(clock_words(self.sitting.seconds_left), "title")
        between = text(f" {self.signs.between} ", "faint")
        used = 1 - self.sitting.seconds_left / (self._meeting.minutes * 60)
        return Heading(right=between.join([words, clock]), done=used)

    def ticked(self) -> None:
        """Bring the minutes that are left up to date."""
        self._lines.redraw()

    # Looking

    def enter(self) -> None:
        """Take the focus, at what comes next."""
        if not self._is_open:
            self._cursor = next_step(self.sitting)
        self.take_focus(self._editor.widget if self._is_open else self)
        self.show()

    def show(self) -> None:
        """Draw everything as it stands now."""
        names = names_in(self._scene)
        if self._cursor not in names:
            wanted = next_step(self.sitting)
            self._cursor = wanted if wanted in names else names[0]
        self._editor.speak(self._names if self._is_open else None)
        self._size_foot()
        self._lines.redraw()
        self.query_one(Foot).redraw()

    def on_resize(self) -> None:
        """Give what is said of a line the room that it needs."""
        self._size_foot()

    def _size_foot(self) -> None:
        self.query_one(Foot).be_high(len(team_foot(self._scene, self.size.width)))

    def _sheet(self, width: int, height: int) -> Sheet:
        return team_sheet(self._scene, width, height)

    def key_brief(self, command: Command) -> str:
        """Say what keys do where the cursor stands, and while a vote runs."""
        if command.action == "open":
            if self._is_open:
                return self.say("keep")
            if self._cursor in _NUMBERS:
                return self.say("go on")
            if self._cursor in LINES:
                return self.say("change")
        if command.action == "vote" and self.sitting.ballot is not None:
            return self.say("go on voting")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer only what does something now."""
        if self._is_open:
            return command.action == "open"
        if command.action.startswith("other"):
            return self._cursor in _CHANGED_BY_ARROWS
        return super().offers(command)

    def footer_commands(self) -> list[Command]:
        """Return first what can be done next: what prepares a vote, or what follows it."""
        found = super().footer_commands()
        if self._is_open or self.sitting.ballot is not None or to_vote(self.sitting):
            return found
        return sorted(found, key=lambda each: each.action in _BEFORE_A_VOTE)

    # Moving

    def action_move(self, by: int) -> None:
        """Go to the line below or above."""
        if not self._is_open:
            self._point_at(moved(names_in(self._scene), self._cursor, by) or "")

    def _point_at(self, name: str) -> None:
        self._cursor, self._typed = name, ""
        self.show()
        self.peil.peil_screen.footer.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click changes or does it."""
        event.stop()
        if self._is_open:
            return
        self._point_at(event.name)
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """Change the line under the cursor, or do what it says."""
        if self._is_open:
            self._keep_names()
        elif self._cursor == "names":
            self._edit_names()
        elif self._cursor == "topics":
            self.peil.open_overlay("team_topics")
        elif self._cursor in ("facilitator", "way"):
            self.action_other(1)
        elif self._cursor in _NUMBERS:
            self._go_on()
        else:
            getattr(self, f"action_{self._cursor}")()

    def _go_on(self) -> None:
        """Go from a number to what comes next; while nobody votes yet, ask for that first."""
        self._point_at(next_step(self.sitting))
        if not self._meeting.voters:
            words = self.say("Type how many of you vote, or change it with ← and →.")
            self.peil.tell(self.signs.plain(words))

    # Changing

    def _change(self, change: "Callable[[], None]") -> bool:
        """Change a part of the meeting, or say why that cannot be."""
        return deeds.may_change(self.peil) and self.peil.attempt(change)

    def action_other(self, by: int) -> None:
        """Change the line under the cursor by one."""
        if self._is_open:
            return
        self._typed = ""
        meeting, set_to = self._meeting, self.sitting.set_meeting
        match self._cursor:
            case "voters":
                self._change(lambda: set_to(voters=max(1, meeting.voters + by)))
            case "facilitator":
                self._change(lambda: set_to(facilitator_votes=not meeting.facilitator_votes))
            case "time":
                minutes = meeting.minutes // _MINUTES * _MINUTES + _MINUTES * by
                self._change(lambda: set_to(minutes=max(_MINUTES, minutes)))
            case "way":
                ways: tuple[Way, ...] = get_args(Way)
                way = ways[(ways.index(meeting.way) + by) % len(ways)]
                self._change(lambda: set_to(way=way))

    def action_digit(self, key: str) -> None:
        """Type a number on a line that holds one."""
        if self._cursor not in _NUMBERS or self._is_open:
            return
        self._typed = (self._typed + key).lstrip("0")[-3:]
        number, set_to = int(self._typed or 0), self.sitting.set_meeting
        if self._cursor == "voters":
            kept = self._change(lambda: set_to(voters=number))
        else:
            kept = self._change(lambda: set_to(minutes=number))
        if not kept and len(self._typed) > 1:
            self._typed = ""

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

    # The names

    @property
    def _is_open(self) -> bool:
        return self._editor.name_open is not None

    @property
    def _names(self) -> Editable:
        return Editable(
            "names",
            self.say(LINES["names"]),
            ", ".join(self._meeting.names),
            self.say("Who is here? Names with commas between them. Never kept with a vote."),
        )

    @property
    def unkept(self) -> bool:
        """Whether names are typed that are not kept."""
        return self._is_open and self._editor.written != self._names.value

    def _edit_names(self) -> None:
        if self.peil.presents:
            self.peil.tell(self.say(REFUSAL))
        elif deeds.may_change(self.peil):
            self._editor.open_field(self._names)
            self.take_focus(self._editor.widget)
            self.show()
            self.peil.peil_screen.show_frame()

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Let the header say whether what is typed is kept."""
        event.stop()
        self.peil.peil_screen.header.redraw()

    def keep(self) -> None:
        """Keep the names when the page is left while they are being typed."""
        if self.unkept:
            self._store_names()

    def _store_names(self) -> bool:
        names = tuple(self._editor.written.split(","))
        voters = self._meeting.voters or sum(bool(name.strip()) for name in names)
        return self._change(lambda: self.sitting.set_meeting(names=names, voters=voters))

    def _keep_names(self) -> None:
        """Keep the names and close the field; they say how many vote where nothing else does."""
        if not self.unkept or self._store_names():
            self._close_names()

    def _close_names(self) -> None:
        self._editor.close_field()
        self.take_focus(self)
        self.show()
        self.peil.peil_screen.show_frame()

    def step_back(self) -> bool:
        """Leave the field of the names as it was."""
        if not self._is_open:
            return False
        self._close_names()
        return True

    # What to do

    def action_vote(self) -> None:
        """Go on with the vote that runs, or begin one on what is still to vote on."""
        sitting = self.sitting
        if sitting.ballot is not None:
            self.peil.go_on_voting()
        elif not self._meeting.voters:
            self._point_at("voters")
            self.peil.tell(self.say("Say first how many of you vote."))
        elif not to_vote(sitting):
            self.peil.tell(self.say(_ALL_VOTED))
        elif self._meeting.way == "tally":
            if self.peil.attempt(sitting.start_clock):
                self.peil.go_to_question(to_vote(sitting)[0])
        elif deeds.may_change(self.peil):
            self.peil.begin_vote(to_vote(sitting), self._meeting.way)

    def action_agenda(self) -> None:
        """Go to what there is to talk about."""
        if any(self.sitting.agenda):
            self.peil.open_page("agenda")
        else:
            self.peil.tell(self.say("Nobody has voted yet, so there is nothing to talk about."))

    def action_promises(self) -> None:
        """Go to the round in which everybody promises something."""
        self.peil.open_page("commitments")

    def action_warm_up(self) -> None:
        """Try how voting goes with a question about nothing."""
        self.peil.warm_up()

    def action_sheets(self) -> None:
        """Show slips, cards and the run-sheet."""
        self.peil.open_overlay("run_sheet")

    def action_minutes(self) -> None:
        """Show the minutes of this meeting."""
        self.peil.open_overlay("minutes")

    def action_new(self) -> None:
        """Begin another meeting, where this one is over; the key alone only points at it."""
        if not any(step.name == "new" for step in self._scene.steps):
            self.peil.tell(self.say("This meeting is not over yet."), "faint")
        elif self._cursor != "new":
            self._point_at("new")
            self.peil.tell(self.say("Press Enter to begin another meeting; its clock starts anew."))
        elif deeds.may_change(self.peil) and self.peil.attempt(self.sitting.new_meeting):
            self._point_at(next_step(self.sitting))
            self.peil.tell(self.say("A new meeting. What you voted and agreed before stays."))


_ALL_VOTED: Final = mark(
    "Everything of today is voted on. A second round on one question begins where you talk "
    "about it."
)
