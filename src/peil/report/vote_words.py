"""What a team voted and agreed, in words: the same on the screen, line by line and on paper."""

from typing import Final

from peil.assessment.agenda import Line, line_of
from peil.assessment.team import Agreement, Round
from peil.assessment.votes import Verdict, consensus, many_do_not_know, spread
from peil.questionnaire.model import Question, Questionnaire
from peil.sitting.view import View
from peil.text.languages import Words, mark

VERDICTS: Final[dict[Verdict, str]] = {
    "agreed": mark("agreed"),
    "nearly": mark("nearly agreed"),
    "divided": mark("divided"),
    "apart": mark("far apart"),
}
"""How far a team is from one mind, in marked words."""
NO_LEVEL: Final = mark("no level chosen")
"""What is said instead when nobody chose a level."""
NOT_ANONYMOUS: Final = mark(
    "With fewer than three voters a vote cannot be anonymous: each of you knows what the other "
    "one chose."
)


def verdict_words(verdict: Verdict | None, say: Words) -> str:
    """Return how far a team is from one mind; what to say when nobody chose a level."""
    return say(NO_LEVEL if verdict is None else VERDICTS[verdict])


def votes_word(votes: Round, say: Words) -> str:
    """Return how many voted, as in "5 votes"."""
    return say.many("{count} vote", "{count} votes", votes.size)


def others_words(votes: Round, say: Words) -> list[str]:
    """Return how many do not know, and how many abstained; nothing where nobody did."""
    found = []
    if votes.unknown:
        found.append(say.many("{count} doesn't know", "{count} don't know", votes.unknown))
    if votes.abstain:
        found.append(say.many("{count} abstained", "{count} abstained", votes.abstain))
    return found


def counts_words(votes: Round, say: Words) -> str:
    """Return a round level by level: "2 × level 1, 1 × level 4, 1 doesn't know"."""
    counts = sorted((int(level), count) for level, count in votes.votes.items())
    levels = [say("{count} × level {level}", count=count, level=level) for level, count in counts]
    return ", ".join([*levels, *others_words(votes, say)]) or say("no votes")


def reach_words(votes: Round, say: Words) -> str:
    """Return from which level to which one votes go; empty when nobody chose a level."""
    levels = votes.levels
    if not levels:
        return ""
    if levels[0] == levels[-1]:
        return say("all at {level}", level=levels[0])
    return say("from {lowest} to {highest}", lowest=levels[0], highest=levels[-1])


def measures_words(votes: Round, scale: Questionnaire, say: Words) -> str:
    """Return spread and consensus of a round; empty where nobody chose a level."""
    apart, index = spread(votes), consensus(votes, scale)
    if apart is None:
        return ""
    if index is None:
        return say("spread {spread}", spread=apart)
    return say("spread {spread}, consensus {index}", spread=apart, index=say.number(index, 2))


def speaks_first(line: Line, say: Words) -> str:
    """Return who should speak first, without a name; empty where nobody need."""
    levels = line.votes.levels
    if line.contested:
        return say(
            "who chose {lowest}, and who chose {highest}: what do you see?",
            lowest=levels[0],
            highest=levels[-1],
        )
    if many_do_not_know(line.votes):
        return say("who does not know: what would you have to see?")
    if line.verdict == "nearly":
        return say(
            "nobody need; else who chose {lowest}, and who chose {highest}",
            lowest=levels[0],
            highest=levels[-1],
        )
    return ""


def agreed_words(agreed: Agreement, say: Words) -> str:
    """Return what was agreed, as few words as possible: a level number, or what else."""
    if agreed.state == "rated":
        return say("level {level}", level=agreed.level)
    return say("don't know") if agreed.state == "unknown" else say("not applicable")


def agreed_in_full(agreed: Agreement, question: Question, say: Words) -> str:
    """Return what was agreed in the words of the level; where it does not apply, why."""
    if agreed.state == "not-applicable":
        return say("not applicable: {reason}", reason=agreed.reason)
    if agreed.state == "unknown" or agreed.level is None:
        return say("don't know")
    for each in question.levels:
        if each.number == agreed.level:
            return f"{each.number}: {each.text}"
    return str(agreed.level)  # of an older scale


def team_words(view: View, question: str, say: Words) -> str:
    """Return in a sentence what a team voted on a question last, and what it agreed.

    Empty when it did not vote on it.
    """
    vote = view.vote_on(question)
    if not vote.rounds:
        return ""
    line = line_of(view.items, view.assessment, question, vote)
    verdict = verdict_words(line.verdict, say)
    voted = say.many(
        "{count} vote, {verdict}", "{count} votes, {verdict}", line.votes.size, verdict=verdict
    )
    if vote.agreed is None:
        return say("{voted}; nothing is agreed yet", voted=voted)
    what = agreed_words(vote.agreed, say)
    if line.agreed is None:
        return say("{voted}; before that you agreed on: {what}", voted=voted, what=what)
    if not line.agreed.reason:
        return say("{voted}; agreed: {what}", voted=voted, what=what)
    reason = line.agreed.reason
    return say("{voted}; agreed: {what}, because: {reason}", voted=voted, what=what, reason=reason)
