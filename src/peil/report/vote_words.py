"""What a team voted and agreed, in words: the same on paper and in a terminal."""

from typing import Final

from peil.assessment.team import Agreement, Round
from peil.assessment.votes import Verdict, consensus, is_contested, spread, verdict
from peil.questionnaire.model import Question, Questionnaire
from peil.text.languages import Words, mark

VERDICTS: Final[dict[Verdict, str]] = {
    "agreed": mark("agreed"),
    "nearly": mark("nearly agreed"),
    "divided": mark("divided"),
    "apart": mark("far apart"),
}
"""How far a team is from one mind."""
NOBODY_CHOSE: Final = mark("nobody chose a level")
NOT_ANONYMOUS: Final = mark(
    "With fewer than three voters a vote cannot be anonymous: each of you knows what the other "
    "one chose."
)


def verdict_words(votes: Round, scale: Questionnaire, say: Words) -> str:
    """Return how far a round is from one mind, in a word or two."""
    found = verdict(votes, scale)
    return say(NOBODY_CHOSE if found is None else VERDICTS[found])


def votes_word(votes: Round, say: Words) -> str:
    """Return how many voted, as in "5 votes"."""
    return say.many("{count} vote", "{count} votes", votes.size)


def others_words(votes: Round, say: Words) -> list[str]:
    """Return how many do not know, and how many abstained; nothing where nobody did."""
    found = []
    if votes.unknown:
        found.append(say.many("{count} don't know", "{count} don't know", votes.unknown))
    if votes.abstain:
        found.append(say.many("{count} abstained", "{count} abstained", votes.abstain))
    return found


def counts_words(votes: Round, say: Words) -> str:
    """Return a round as counts: "2 × level 1, 1 × level 4, 1 don't know"."""
    counts = sorted((int(level), count) for level, count in votes.votes.items())
    levels = [say("{count} × level {level}", count=count, level=level) for level, count in counts]
    return ", ".join([*levels, *others_words(votes, say)]) or say("no votes")


def measures_words(votes: Round, scale: Questionnaire, say: Words) -> str:
    """Return spread and consensus of a round; empty where nobody chose a level."""
    apart, index = spread(votes), consensus(votes, scale)
    if apart is None:
        return ""
    if index is None:
        return say("spread {spread}", spread=apart)
    return say("spread {spread}, consensus {index}", spread=apart, index=say.number(index, 2))


def first_words(votes: Round, scale: Questionnaire, say: Words) -> str:
    """Return who should speak first, without a name; empty where there is nothing to talk about."""
    levels = votes.levels
    if is_contested(votes, scale):
        return say(
            "First to speak: who chose {low}, and who chose {high}. What do you see?",
            low=levels[0],
            high=levels[-1],
        )
    if votes.unknown and votes.unknown >= len(levels):
        return say("First to speak: who does not know. What would you have to see?")
    return ""


def level_words(question: Question, level: int) -> str:
    """Return a level with its own words, or its number where the question has none like it."""
    for each in question.levels:
        if each.number == level:
            return f"{level}: {each.text}"
    return str(level)


def agreed_words(agreed: Agreement, question: Question, say: Words) -> str:
    """Return what was agreed, without its reason unless that is all there is."""
    if agreed.state == "not-applicable":
        return say("not applicable: {reason}", reason=agreed.reason)
    if agreed.state == "unknown" or agreed.level is None:
        return say("don't know")
    return level_words(question, agreed.level)
