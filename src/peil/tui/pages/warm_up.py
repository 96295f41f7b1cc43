"""The question that teaches how a vote goes: it counts for nothing, and nothing of it is kept."""

from typing import TYPE_CHECKING

from peil.assessment import ballot as voting
from peil.assessment.team import ANONYMOUS_FROM, Round, Way
from peil.assessment.votes import CONTESTED_FROM, spread
from peil.text.languages import mark
from peil.tui.tallying import TallyWord

if TYPE_CHECKING:
    from peil.assessment.ballot import Ballot
    from peil.sitting import Sitting
    from peil.text.languages import Words

QUESTION = mark("How do you take your coffee or tea?")
LEVELS = (
    mark("I drink water."),
    mark("Whatever comes out of the machine."),
    mark("My own way, from my own cup."),
    mark("Beans weighed, water timed; and I tell everybody about it."),
)
"""From little to much, as the levels of a real question are."""
_SIGNS = "".join((*map(str, range(1, len(LEVELS) + 1)), *voting.OTHER_SIGNS))
_NAME = "warm-up"


class WarmUp:
    """A vote on a question that counts for nothing; it lives as long as it is shown."""

    def __init__(self, sitting: "Sitting", way: Way) -> None:
        """Begin; a keyboard goes round, and any other way is one tally."""
        self.sitting = sitting
        """Beside which assessment it is held; of it only the number of voters is looked at."""
        voters = sitting.assessment.meeting.voters
        self.tally = None if way == "keyboard" else TallyWord(_SIGNS, voters)
        """What is typed while cards are up; None where a keyboard goes round."""
        self.ballot: Ballot = voting.Ballot(
            number=1,
            way=way,
            questions=(_NAME,),
            signs=(_SIGNS,),
            voters=voters or ANONYMOUS_FROM,
            counts=((0,) * len(_SIGNS),),
        )
        self.shown: Round | None = None
        """What was voted; None until all votes are in and were asked for."""

    def give(self, sign: str) -> None:
        """Take one sign. PeilError for what is no vote."""
        if self.tally is not None:
            self.tally.give(sign)
        else:
            self.ballot = voting.given(self.ballot, sign)

    def take_back_sign(self) -> None:
        """Take the last sign back."""
        if self.tally is not None:
            self.tally.take_back_sign()
        else:
            self.ballot = voting.taken_back(self.ballot)

    def next_voter(self) -> None:
        """Go on to the next voter. PeilError while this one did not vote."""
        self.ballot = voting.passed_on(self.ballot)

    def reveal(self) -> None:
        """Show what was voted, once all of it is in; a tally of another length asks once more."""
        ballot = self.ballot
        if self.tally is not None:
            if not self.tally.is_sure():
                return
            ballot = voting.with_voters(ballot, self.tally.typed)
            for sign in self.tally.word:
                ballot = voting.passed_on(voting.given(ballot, sign))
        self.shown = voting.rounds_of(ballot, "")[_NAME]


_PRACTICE = mark("This is practice: nothing of it is kept.")
_GOES_ROUND = mark(
    "Choose in silence which sentence fits you. Then press its number while nobody else looks."
)
_CARDS = mark(
    "Everybody chooses in silence which sentence fits. On three, all put up a card or fingers at "
    "the same moment, and one of you types what is up, in a row."
)
_ONE_MIND = mark(
    "You are all of one mind: that is taken over at once, and nobody need talk about it."
)
_CLOSE = mark(
    "You are nearly of one mind: Peil proposes a level, and you take it over, or talk first."
)
_APART = mark(
    "You lie apart: here it pays to talk. Whoever chose {low} and whoever chose {high} speak "
    "first: what do you see that the others do not?"
)
_NOBODY = mark("Nobody chose a level: that is an answer too. Somebody will have to find out.")


def steps(warm_up: WarmUp, say: "Words") -> tuple[str, ...]:
    """Return what happens now, in a sentence or two."""
    votes = warm_up.shown
    if votes is not None:
        return (
            say("Each block is one vote. Whose it is, nobody can tell: Peil does not know either."),
            _seen(votes, say),
            say("What counts is the level on which you then agree, and never an average."),
        )
    if warm_up.tally is not None:
        return say(_PRACTICE), say(_CARDS)
    if warm_up.ballot.all_in:
        return (say("Nobody has seen anything yet, and nothing can be seen before this moment."),)
    if warm_up.ballot.is_word_whole:
        return (say("This card comes after each vote, and looks the same whatever was pressed."),)
    return say(_PRACTICE), say(_GOES_ROUND)


def _seen(votes: Round, say: "Words") -> str:
    apart = spread(votes)
    if apart is None:
        return say(_NOBODY)
    if apart >= CONTESTED_FROM:
        return say(_APART, low=votes.levels[0], high=votes.levels[-1])
    return say(_CLOSE) if apart else say(_ONE_MIND)
