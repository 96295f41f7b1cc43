"""An app in which a team votes: a vote begins, goes on after a break, and is shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from peil.assessment.team import Way
from peil.errors import PeilError
from peil.tui.deeds import may_change
from peil.tui.reopening import OpeningApp

if TYPE_CHECKING:
    from peil.tui.dialogs.tally import Tally
    from peil.tui.dialogs.voters import Voters
    from peil.tui.pages.vote import VotePage


class VotingApp(OpeningApp):
    """An app that opens what belongs to a vote, from wherever it is asked for."""

    def tell_notice(self) -> None:
        """Say what the file has to say; else, that a vote runs in it."""
        super().tell_notice()
        sitting = self.open_sitting
        if sitting is not None and sitting.notice is None and sitting.ballot is not None:
            self.call_after_refresh(self._tell_running)

    def _tell_running(self) -> None:
        """Say how to go on with the vote that runs, unless it is shown already."""
        ballot = self.sitting.ballot if self.has_sitting else None
        if ballot is not None and self.page_name != "vote":
            self.tell(
                self.say(
                    "A vote is running: {fallen} of {voters} are in. Press v to go on with it.",
                    fallen=ballot.fallen,
                    voters=ballot.voters,
                )
            )

    def vote_on(self, question: str) -> None:
        """Vote on one question, by its full id: the keyboard goes round, or cards are typed.

        A vote that runs goes on first.
        """
        if self.sitting.ballot is not None:
            self.go_on_voting()
        elif self.sitting.assessment.meeting.way == "keyboard":
            self.begin_vote([question], "keyboard")
        elif may_change(self):
            cast("Tally", self.overlay("tally")).about(question)
            self.open_overlay("tally")

    def begin_vote(self, questions: Sequence[str], way: Way) -> None:
        """Begin a hidden vote and show it; ask first how many vote, where nobody said it.

        What stands in its way is said.
        """
        if not may_change(self):
            return
        if not self.sitting.assessment.meeting.voters:
            self.ask_voters(lambda: self.begin_vote(questions, way))
        elif self.attempt(lambda: self.sitting.begin_ballot(questions, way)):
            self.open_page("vote")

    def go_on_voting(self) -> None:
        """Show the vote that runs, and let the clock run with it."""
        if self.sitting.ballot is None:
            self.tell(self.say("No vote is running now."), "faint")
        elif self.attempt(self.sitting.start_clock):
            self.open_page("vote")

    def open_vote_in(self, assessment: str) -> None:
        """Open an assessment at the vote that runs in it."""
        if self.open_assessment(assessment, "vote") and self.sitting.ballot is not None:
            self.sitting.start_clock()

    def give_up_vote(self) -> None:
        """End the vote that runs without a trace, and leave its page."""
        try:
            self.sitting.give_up_ballot()
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")
            return
        self.back()
        self.tell(self.say("The vote was given up. Nothing of it was kept."))

    def warm_up(self, way: Way | None = None) -> None:
        """Put the question that teaches how a vote goes; nothing of it is kept.

        Without a way: the keyboard goes round where the team chose that and said how many
        vote; else one tally.
        """
        meeting = self.sitting.assessment.meeting
        goes_round = meeting.way == "keyboard" and meeting.voters
        way = way or ("keyboard" if goes_round else "tally")
        page = cast("VotePage", self.page("vote"))
        if self.attempt(lambda: page.begin_warm_up(way)):
            self.open_page("vote")

    def ask_voters(self, then: Callable[[], object] | None = None) -> None:
        """Ask how many vote; `then` is done once that was said."""
        cast("Voters", self.overlay("voters")).ask(then)
        self.open_overlay("voters")

    def show_revealed(self, questions: Sequence[str]) -> None:
        """Show what was voted: one question by itself, several as what there is to talk about.

        What was begun in the presenter view is shown there.
        """
        if len(questions) != 1:
            self.open_instead("agenda")
            return
        self.sitting.go_to(questions[0])
        if self.came_from == "present":
            self.back()
        else:
            self.open_instead("reveal")

    def show_tallied(self, question: str) -> None:
        """Show a round that was typed in one go, over the page on which it was asked for."""
        self.sitting.go_to(question)
        if self.page_name != "present":
            self.open_page("reveal")
        else:
            self.changed()
