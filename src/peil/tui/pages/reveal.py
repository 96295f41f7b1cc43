"""The reveal: what everybody voted, who speaks first, and what the team agrees on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult

from peil.assessment.team import Agreement
from peil.report.vote_words import agreed_words
from peil.tui import deeds
from peil.tui.content import text
from peil.tui.countdown import TimedPage
from peil.tui.keys import Command
from peil.tui.overlay import Labelled, Line
from peil.tui.page import Heading
from peil.tui.pages.question_view import question_heading
from peil.tui.pages.reveal_keys import AGREE, COMMANDS
from peil.tui.pages.reveal_sheet import reveal_sheet
from peil.tui.pages.reveal_why import rounds_told
from peil.tui.pages.reveal_words import RevealScene
from peil.tui.pages.team_heading import part_settled, time_left
from peil.tui.widgets.lines import Lines, Sheet

if TYPE_CHECKING:
    from typing import Literal

    from peil.sitting.together import Choice
    from peil.tui.dialogs.agreement import AgreementLines
    from peil.tui.dialogs.parking import ParkingLot

_ON_THE_WAY: Final = ("vote",)
"""Pages that only led here: nobody goes back to them."""


class RevealPage(TimedPage):
    """Shows the rounds on the question at which the walk stands, and takes what is agreed."""

    BLANK = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; `show` shows the question of the walk."""
        super().__init__()
        self._shown = ""
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Everything is one drawn widget."""
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    # What it shows

    @property
    def question(self) -> str:
        """Full id of the question; empty where none is put at all."""
        place = self.sitting.assessment.place
        if place is not None and self.sitting.items.has_question(place):
            return place
        return self.sitting.walk.resume()

    @property
    def scene(self) -> RevealScene:
        """What the page is drawn from, as it stands now."""
        return RevealScene(self.sitting, self.question, self.say, self.signs)

    def show(self) -> None:
        """Draw everything as it stands now."""
        if self._lines is not None:
            if self.question != self._shown:
                self._shown = self.question
                self._lines.to_top()
            self._lines.redraw()

    def heading(self) -> Heading:
        """Return round, topic, progress and the time left."""
        if not self.question:
            return Heading()
        rounds = len(self.sitting.vote_on(self.question).rounds)
        title = self.say("Reveal · round {number}", number=rounds) if rounds else self.say("Reveal")
        end, short = time_left(self.sitting, self.say, self.question)
        return question_heading(self.sitting, self.question, self.say, self.signs)._replace(
            right=text(title, "faint"), end=end, short_end=short, done=part_settled(self.sitting)
        )

    def help_first(self) -> Sequence[Line]:
        """Return the question and its levels in full."""
        if not self.question:
            return ()
        question = self.sitting.items.question(self.question)
        levels = (Labelled(str(level.number), level.text) for level in question.levels)
        return [question.text, *levels]

    def key_sign(self, command: Command) -> str:
        """Return the digits of this questionnaire's scale for the agreeing command."""
        if command.action == AGREE.action and self.question:
            scale = self.sitting.items.questionnaire_of(self.question)
            return f"{scale.first_level}-{scale.last_level}"
        return super().key_sign(command)

    def key_brief(self, command: Command) -> str:
        """Say what Enter and the vote do now."""
        line = self.scene.line if self.question else None
        if command.action == "go_on" and line is not None and line.agreed is None:
            if line.proposal is not None:
                return self.say("take {level} over", level=line.proposal)
            return self.say("later")
        if command.action == "vote":
            number = 1 if line is None else line.rounds + 1
            return self.say("round {number}", number=number)
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer no reason before something is agreed, and no level before a vote."""
        line = self.scene.line if self.question else None
        if command.action == "reason" and (line is None or line.agreed is None):
            return False
        if command.action == AGREE.action and line is None:
            return False
        return super().offers(command)

    def _sheet(self, width: int, height: int) -> Sheet:
        if not self.question:
            return Sheet()
        return reveal_sheet(self.scene, width - 1, height)  # the last cell is for the scroll mark

    # Agreeing

    def action_agree(self, digit: str) -> None:
        """Agree on a level; the one that is agreed already goes on."""
        if not deeds.has_level(self.peil, self.question, int(digit)):
            return
        line = self.scene.line
        agreed = None if line is None else line.agreed
        if agreed is not None and agreed.level == int(digit):
            self.leave()
        else:
            self._agree(Agreement("rated", int(digit)))

    def action_unknown(self) -> None:
        """Agree that nobody knows."""
        self._agree(Agreement("unknown"))

    def action_not_applicable(self) -> None:
        """Ask why it does not apply."""
        if self._was_voted() and deeds.may_change(self.peil):
            self.peil.open_overlay("agree_not_applicable")

    def _agree(self, wanted: Agreement) -> None:
        """Agree on something; where the votes are contested its reason is asked first.

        Reason and dissent that were written before stay until somebody changes them.
        """
        line, before = self.scene.line, self.scene.agreed
        if not self._was_voted() or line is None or not deeds.may_change(self.peil):
            return
        if before is not None:
            wanted = Agreement(wanted.state, wanted.level, before.reason, before.dissent)
        if line.contested:
            self._open_lines(wanted, "reason", is_new=True)
            return
        sitting, question = self.sitting, self.question
        choice: Choice = wanted.level if wanted.level is not None else "unknown"
        if self.peil.attempt(
            lambda: sitting.agree(question, choice, wanted.reason, wanted.dissent)
        ):
            what = agreed_words(wanted, self.say)
            self.peil.tell(self.say("Agreed: {what}. Enter goes on.", what=what), "good")

    def _was_voted(self) -> bool:
        """Return whether there is a round; else say that one is needed."""
        if self.scene.line is None:
            self.peil.tell(self.say("Nobody has voted on this question yet. Press v to vote."))
        return self.scene.line is not None

    def action_reason(self) -> None:
        """Open the line for the reason."""
        self._change_lines("reason")

    def action_dissent(self) -> None:
        """Open the line for what somebody sees otherwise."""
        self._change_lines("dissent")

    def _change_lines(self, at: "Literal['reason', 'dissent']") -> None:
        line = self.scene.line
        if line is None or line.agreed is None:
            if self._was_voted():
                self.peil.tell(self.say("Agree on a level first; then say why."))
        elif deeds.may_change(self.peil):
            self._open_lines(line.agreed, at, is_new=False)

    def _open_lines(
        self, wanted: Agreement, at: "Literal['reason', 'dissent']", *, is_new: bool
    ) -> None:
        dialog = cast("AgreementLines", self.peil.overlay("agreement"))
        dialog.about(self.question, wanted, is_new=is_new, at=at)
        self.peil.open_overlay("agreement")

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Agree on the level that was clicked, unless it is agreed already."""
        event.stop()
        line = self.scene.line
        if line is None or line.agreed is None or str(line.agreed.level) != event.name:
            self.action_agree(event.name)

    # What else

    def action_vote(self) -> None:
        """Vote once more."""
        self.peil.vote_on(self.question)

    def action_park(self) -> None:
        """Write down what belongs elsewhere."""
        if deeds.may_change(self.peil):
            cast("ParkingLot", self.peil.overlay("parking")).about(self.question)
            self.peil.open_overlay("parking")

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)

    def action_why(self) -> None:
        """Show spread and consensus with their sum, and all rounds."""
        if self._was_voted():
            title = self.say("How far apart, worked out")
            self.peil.read_aloud(title, rounds_told(self.sitting, self.question, self.say))

    def action_scroll(self, lines: int) -> None:
        """Scroll where not everything fits."""
        if self._lines is not None:
            self._lines.scroll_by(lines)

    # Going on

    def action_go_on(self) -> None:
        """Take the proposal over; without one, or once something is agreed, go on."""
        line = self.scene.line if self.question else None
        if line is None:
            self.leave()
        elif line.agreed is None and line.proposal is not None:
            self._agree(Agreement("rated", line.proposal))
        else:
            self.leave()

    def step_back(self) -> bool:
        """Go back to where one came from."""
        self.leave()
        return True

    def leave(self) -> None:
        """Go back to the agenda when one came from there, else to the question."""
        self.sitting.keep_place()
        self.peil.back_or("question", past=_ON_THE_WAY)
