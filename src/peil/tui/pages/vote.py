"""The page of a running vote: it takes votes that nobody sees, and shows how many are in.

Whatever is voted, the same is drawn: nothing here depends on a vote but the count of them.
The warm-up question goes the same way, and is then shown here.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.assessment.ballot import Ballot
from peil.assessment.team import Way
from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.countdown import TimedPage
from peil.tui.keys import Command
from peil.tui.page import Heading
from peil.tui.pages.vote_card import card_sheet, shown_sheet
from peil.tui.pages.vote_heading import practice_heading, vote_heading
from peil.tui.pages.vote_keys import COMMANDS, SIGNS
from peil.tui.pages.vote_scene import face_of, practice_scene, scene_of
from peil.tui.pages.vote_sheet import VoteScene, vote_sheet
from peil.tui.pages.warm_up import WarmUp
from peil.tui.widgets.lines import Lines, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.sitting import Sitting
    from peil.tui.overlay import Line

_KEYS: dict[str, tuple[str, ...]] = {
    "question": ("vote", "take_back", "screen.back", "voters"),
    "slip": ("vote", "take_back", "screen.back", "voters"),
    "tally": ("vote", "reveal", "take_back", "screen.back"),
    "card": ("next_voter", "take_back", "screen.back", "voters"),
    "all_in": ("reveal", "take_back", "screen.back", "voters"),
    "shown": ("reveal",),
}
"""The keys of the footer, by what stands on the screen."""
_HOW = (
    mark(
        "Everybody votes before anything is shown. Nothing on the screen tells one vote from "
        "another, and what was voted cannot be looked up."
    ),
    mark("? and d mean don't know, - abstains. Help is F1 here."),
    mark(
        "You can stop between any two keys, and Peil can be closed: what was voted is kept "
        "sealed, and v goes on with it. When all votes are in they become counts, and nothing "
        "of who gave them is left."
    ),
)


class VotePage(TimedPage):
    """Takes one vote after another."""

    BLANK = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; `show` shows the vote that runs."""
        super().__init__()
        self._practice: WarmUp | None = None
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Everything is one drawn widget."""
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    def begin_warm_up(self, way: Way) -> None:
        """Begin the warm-up question, to be shown by opening this page.

        A keyboard goes round; any other way is one tally. PeilError while a vote runs.
        """
        if self.sitting.ballot is not None:
            raise PeilError(mark("A vote is still running: press v to go on with it."))
        self._practice = WarmUp(self.sitting, way)

    # What runs

    @property
    def hides(self) -> bool:
        """Votes are typed here."""
        return True

    @property
    def _warm_up(self) -> WarmUp | None:
        """The warm-up, while no vote runs and it belongs to what is open."""
        practice = self._practice
        there = practice is not None and practice.sitting is self.sitting
        return practice if there and self.sitting.ballot is None else None

    @property
    def _course(self) -> "Sitting | WarmUp":
        return self._warm_up or self.sitting

    @property
    def _ballot(self) -> Ballot | None:
        return self._course.ballot

    @property
    def _scene(self) -> VoteScene | None:
        """Everything that is shown; None where nothing runs."""
        if self._warm_up is not None:
            return practice_scene(self._warm_up, self.say, self.signs)
        ballot = self.sitting.ballot
        return None if ballot is None else scene_of(self.sitting, ballot, self.say, self.signs)

    @property
    def _face(self) -> str:
        """What stands on the screen; empty where nothing runs."""
        warm_up, ballot = self._warm_up, self._ballot
        if ballot is None:
            return ""
        if warm_up is not None and warm_up.shown is not None:
            return "shown"
        return "tally" if warm_up is not None and warm_up.tally is not None else face_of(ballot)

    # What it shows

    def show(self) -> None:
        """Show how far the vote is; where none runs go to the question."""
        if self._ballot is None:
            self.peil.open_instead("question")
        elif self._lines is not None:
            self._lines.redraw()

    def heading(self) -> Heading:
        """Return that a vote runs, its topic and how far this voter is; and the clock."""
        if self._warm_up is not None:
            return practice_heading(self.sitting, self.say)
        ballot = self.sitting.ballot
        if ballot is None:
            return Heading()
        return vote_heading(self.sitting, ballot, self.say, self.signs)

    def _sheet(self, width: int, height: int) -> Sheet:
        scene = self._scene
        if scene is None:
            return Sheet()
        if scene.face == "shown" and self._warm_up is not None and self._warm_up.shown is not None:
            return shown_sheet(scene, self._warm_up.shown, width, height)
        draw = card_sheet if scene.face in ("card", "all_in") else vote_sheet
        return draw(scene, width, height)

    def help_first(self) -> "Sequence[Line]":
        """Return how a vote goes."""
        return [self.say(each) for each in _HOW]

    # Keys

    def footer_commands(self) -> list[Command]:
        """Return the keys that do something now."""
        scene = self._scene
        if scene is None:
            return []
        wanted = _KEYS[scene.face]
        shown = [each for each in self.commands if each.action in wanted]
        if not scene.can_take_back:
            shown = [each for each in shown if each.action != "take_back"]
        if self._warm_up is not None:
            shown = [each for each in shown if each.action != "voters"]
        return sorted(shown, key=lambda each: wanted.index(each.action))

    def key_sign(self, command: Command) -> str:
        """Return the levels of the question with the keys that vote."""
        scene = self._scene
        if command.action == "vote" and scene is not None:
            return f"{scene.levels} ? -"
        return super().key_sign(command)

    def key_brief(self, command: Command) -> str:
        """Return what a key does here."""
        face, way = self._face, "" if self._ballot is None else self._ballot.way
        if command.action == "take_back" and face in ("card", "all_in"):
            return self.say("vote again") if way == "keyboard" else super().key_brief(command)
        if command.action == "screen.back" and self._warm_up is not None:
            return self.say("stop")
        if command.action == "next_voter" and way != "keyboard":
            return self.say("next slip")
        if command.action == "reveal" and face == "shown":
            return self.say("on")
        return super().key_brief(command)

    def action_vote(self, key: str = "") -> None:
        """Take one sign. What is wrong with it is said without naming it."""
        if not key:
            self.peil.tell(
                self.say("Votes are typed, never clicked: a pointer would give them away.")
            )
        elif self._face == "all_in":
            self._tell_all_in()
        elif self._face != "shown":
            self.peil.attempt(lambda: self._course.give(SIGNS.get(key, key)))

    def _tell_all_in(self) -> None:
        self.peil.tell(self.say("All votes are in. Enter shows them."))

    def action_next_voter(self) -> None:
        """Count this vote, and go on to the next voter."""
        if self._face == "all_in":
            self._tell_all_in()
        elif self._face not in ("tally", "shown"):
            self.peil.attempt(self._course.next_voter)

    def action_take_back(self) -> None:
        """Take the last sign of this voter back."""
        scene = self._scene
        if scene is not None and scene.can_take_back:
            self.peil.attempt(self._course.take_back_sign)

    def action_begin_again(self) -> None:
        """Take back all that this voter gave."""
        scene = self._scene
        while scene is not None and scene.can_take_back and scene.face != "shown":
            self._course.take_back_sign()
            scene = self._scene
        self.peil.changed()

    def action_reveal(self) -> None:
        """Show the votes once all are in, and what they mean; after a warm-up go back."""
        if self._warm_up is not None:
            self._go_on_practising(self._warm_up)
            return
        try:
            questions = self.sitting.reveal()
        except PeilError as error:
            self.peil.tell(error.sentence(self.say), "failed")
        else:
            self.peil.show_revealed(questions)

    def _go_on_practising(self, warm_up: WarmUp) -> None:
        if warm_up.shown is None:
            self.peil.attempt(warm_up.reveal)
        else:
            self.peil.peil_screen.action_back()

    def step_back(self) -> bool:
        """Leave; what was voted waits, and of a warm-up nothing stays."""
        if self._warm_up is not None:
            self._practice = None
            self.peil.tell(self.say("The warm-up is over. Nothing of it was kept."))
        elif self._ballot is not None:
            self.peil.tell(
                self.say(
                    "The vote waits: {fallen} of {voters} are in. v goes on with it.",
                    fallen=self._ballot.fallen,
                    voters=self._ballot.voters,
                )
            )
        return False

    def action_voters(self) -> None:
        """Ask how many vote now."""
        if self._warm_up is None:
            self.peil.ask_voters()

    def action_give_up(self) -> None:
        """Ask whether to give the vote up."""
        if self._warm_up is None:
            self.peil.open_overlay("give_up")

    def action_scroll(self, lines: int) -> None:
        """Scroll where not everything fits."""
        if self._lines is not None:
            self._lines.scroll_by(lines)
