"""What a team voted and agreed, in words: the same on the screen, line by line and on paper."""

from typing import Final

from peil.assessment.agenda import line_of
from peil.assessment.team import Agreement, Round
from peil.assessment.votes import Verdict
from peil.sitting.view import View
from peil.text.languages import Words, mark

VERDICTS: Final[dict[Verdict, str]] = {
    "agreed": mark("agreed"),
    "nearly": mark("nearly agreed"),
    "divided": mark("divided"),
    "apart": mark("far apart"),
}
"""How far a team is from one mind, in marked words."""


def verdict_words(verdict: Verdict | None, say: Words) -> str:
    """Return how far a team is from one mind; what to say when nobody chose a level."""
    return say(VERDICTS[verdict]) if verdict is not None else say("no level chosen")


def reach_words(votes: Round, say: Words) -> str:
    """Return from which level to which one votes go; empty when nobody chose a level."""
    levels = votes.levels
    if not levels:
        return ""
    if levels[0] == levels[-1]:
        return say("all at {level}", level=levels[0])
    return say("from {lowest} to {highest}", lowest=levels[0], highest=levels[-1])


def count_words(votes: Round, say: Words, *, brief: bool = False) -> list[str]:
    """Return how many voted, and how many of them did not know or abstained.

    Where it is to be `brief`, it is not said that nobody did either.
    """
    parts = [say.many("{count} vote", "{count} votes", votes.size)]
    if votes.unknown:
        parts.append(say.many("{count} doesn't know", "{count} don't know", votes.unknown))
    if votes.abstain:
        parts.append(say.many("{count} abstained", "{count} abstained", votes.abstain))
    if not votes.unknown and not votes.abstain and not brief:
        parts.append(say("no don't-knows or abstentions"))
    return parts


def round_words(votes: Round, say: Words) -> str:
    """Return what was voted in one round, level by level: `1: 2 votes, 3: 1 vote`."""
    parts = [
        say.many("{level}: {count} vote", "{level}: {count} votes", count, level=level)
        for level, count in sorted((int(level), count) for level, count in votes.votes.items())
    ]
    if votes.unknown:
        parts.append(say.many("{count} doesn't know", "{count} don't know", votes.unknown))
    if votes.abstain:
        parts.append(say.many("{count} abstained", "{count} abstained", votes.abstain))
    return ", ".join(parts)


def agreed_words(agreement: Agreement, say: Words) -> str:
    """Return what was agreed, as few words as possible: a level number, or what else."""
    if agreement.state == "rated":
        return say("level {level}", level=agreement.level)
    return say("don't know") if agreement.state == "unknown" else say("not applicable")


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
