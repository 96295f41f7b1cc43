"""A team that is asked line by line: votes in one word, the reveal in words, what is agreed."""

from typing import Final

from peil.assessment.ballot import UNKNOWN
from peil.assessment.team import ANONYMOUS_FROM
from peil.assessment.votes import is_contested, latest, proposal
from peil.errors import PeilError
from peil.line import letters
from peil.line.voice import Choice, Voice
from peil.report.vote_text import vote_lines
from peil.sitting import Sitting
from peil.text.languages import Words, words

_ANOTHER_ROUND: Final = letters.VOTE
_LATER: Final = letters.BACK


def vote(sitting: Sitting, voice: Voice, question: str) -> bool:
    """Take votes on a question and agree on it; False when that is left for later.

    What is typed does not appear, and only counts are kept of it.
    """
    say = words(sitting.language)
    voice.tell(
        say(
            "Everybody shows a card or some fingers. Type one sign for each of you: the number of "
            "a level, ? for don't know, - for no vote. What you type does not appear."
        )
    )
    while _round(sitting, voice, question, say):
        voice.tell("", *vote_lines(sitting, question), "")
        key = _decide(sitting, voice, question, say)
        if key == _LATER:
            return False
        if key != _ANOTHER_ROUND:
            return True
    return False


def _round(sitting: Sitting, voice: Voice, question: str, say: Words) -> bool:
    """Take one round; False when nothing was typed."""
    while True:
        word = voice.hidden_line(say("The votes, in one word"))
        if not word:
            return False
        try:
            sitting.tally(question, word)
        except PeilError as error:
            voice.tell(error.sentence(say))
            continue
        try:
            sitting.must_be_saved()
        except PeilError as error:  # the round stands: typed again it would count twice
            voice.tell(error.sentence(say))
        votes = latest(sitting.vote_on(question))
        if votes is not None and votes.size < ANONYMOUS_FROM:
            voice.tell(say("With fewer than three voters, votes cannot be anonymous."))
        return True


def _decide(sitting: Sitting, voice: Voice, question: str, say: Words) -> str:
    """Let the team agree; return the key that was chosen."""
    votes = latest(sitting.vote_on(question))
    scale = sitting.items.questionnaire_of(question)
    proposed = None if votes is None else proposal(votes, scale)
    contested = votes is not None and is_contested(votes, scale)
    levels = sitting.items.question(question).levels
    while True:
        key = voice.choose(
            say("What do you agree on"),
            [
                *(Choice(str(level.number), level.text) for level in levels),
                Choice(letters.UNKNOWN, say("You don't know.")),
                Choice(_ANOTHER_ROUND, say("Another round.")),
                Choice(_LATER, say("Nothing yet; back to the question.")),
            ],
            default="" if proposed is None else str(proposed),
        )
        if key in (_ANOTHER_ROUND, _LATER):
            return key
        reason = voice.line(say("Why, in one line")) if contested else ""
        dissent = (
            voice.line(say("Who sees it otherwise and wants that written down (Enter: nobody)"))
            if contested
            else ""
        )
        try:
            sitting.agree(
                question, "unknown" if key == letters.UNKNOWN else int(key), reason, dissent
            )
            sitting.must_be_saved()
        except PeilError as error:
            voice.tell(error.sentence(say))
        else:
            voice.tell(say("Agreed: {what}.", what=UNKNOWN if key == letters.UNKNOWN else key))
            return key
