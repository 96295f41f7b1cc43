"""The header of a vote: that one runs, where this voter is, and the clock."""

from typing import TYPE_CHECKING

from textual.content import Content

from peil.assessment.ballot import Ballot
from peil.tui.content import join, text
from peil.tui.countdown import clock_words
from peil.tui.page import Heading
from peil.tui.pages.outcome import title_of
from peil.tui.pages.question_view import place_words
from peil.tui.pages.vote_scene import face_of

if TYPE_CHECKING:
    from peil.sitting import Sitting
    from peil.text.languages import Words
    from peil.tui.signs import Signs


def vote_heading(sitting: "Sitting", ballot: Ballot, say: "Words", signs: "Signs") -> Heading:
    """Return the round, the topic with how far this voter is, and the clock."""
    clock = text(clock_words(sitting.seconds_left), "faint")
    many = len(ballot.questions)
    done = (ballot.cast * many + ballot.position) / (ballot.voters * many)
    if many > 1 and face_of(ballot) in ("card", "all_in"):
        left = text(say.many("{count} question", "{count} questions", many))
    else:
        left = _where(sitting, ballot, say, signs)
    rounds = {len(sitting.vote_on(each).rounds) for each in ballot.questions}
    right = text(say("Voting"), "title")
    if len(rounds) == 1:
        turn = say("round {number}", number=1 + rounds.pop())
        right = join(right, text(f" {signs.between} ", "faint"), text(turn))
    return Heading(right, left, clock, clock, min(done, 1.0))


def practice_heading(sitting: "Sitting", say: "Words") -> Heading:
    """Return that this is practice, and the clock."""
    clock = text(clock_words(sitting.seconds_left), "faint")
    left = text(say("Practice: nothing of it is kept"), "faint")
    return Heading(text(say("Warm-up question"), "title"), left, clock, clock)


def _where(sitting: "Sitting", ballot: Ballot, say: "Words", signs: "Signs") -> Content:
    """Return the topic of the question that is voted on, and which one it is."""
    many = len(ballot.questions)
    question = ballot.questions[min(ballot.position, many - 1)]
    if many > 1:
        where = say("question {number} of {total}", number=ballot.position + 1, total=many)
    else:
        where = place_words(sitting.walk.progress(question), say)
    return join(
        text(title_of(sitting, question), "title"),
        text(f" {signs.between} ", "faint"),
        text(where),
    )
