"""Votes as tests write them: a word with a sign for each voter, a word for each round."""

from msgspec.structs import replace

from peil.assessment.model import Assessment
from peil.assessment.team import Agreement, Round, TeamVote
from tests.builders import TIME


def round_of(word: str) -> Round:
    """Return the round that a word such as `22314?-` writes."""
    digits = [sign for sign in word if sign.isdigit()]
    counts = {digit: digits.count(digit) for digit in sorted(set(digits))}
    return Round(counts, word.count("?"), word.count("-"), TIME)


def vote(*words: str, agreed: Agreement | None = None) -> TeamVote:
    """Return the rounds that these words write, and what was agreed after all of them."""
    after = agreed and replace(agreed, rounds=len(words), time=TIME)
    return TeamVote(tuple(map(round_of, words)), after)


def voted(assessment: Assessment, **votes: TeamVote) -> Assessment:
    """Return an assessment with votes by question id, all of them in the questionnaire `q`."""
    return replace(assessment, votes={f"q/{name}": each for name, each in votes.items()})
