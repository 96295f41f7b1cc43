"""What a round of votes says: spread, consensus, verdict, proposal.

Levels are ordinal and never averaged for show; the mean inside the consensus index is a
part of its published formula and of nothing else.
"""

from collections.abc import Iterable, Sequence
from math import log2
from typing import Literal

from peil.assessment.team import Round, TeamVote
from peil.questionnaire.model import Questionnaire

Verdict = Literal["agreed", "nearly", "divided", "apart"]
"""How far a team is from one mind, in four words."""

CONTESTED_FROM = 2
"""Smallest spread that calls for a talk before anything is agreed."""
APART_FROM = 3
"""Smallest spread that is called far apart."""
CONTESTED_BELOW = 0.5
"""Consensus below which votes on two levels are contested: their spread is 1 at most."""


def spread(votes: Round) -> int | None:
    """Return the highest minus the lowest level voted; None when nobody chose a level."""
    levels = votes.levels
    return levels[-1] - levels[0] if levels else None


def consensus(votes: Round, scale: Questionnaire) -> float | None:
    """Return Tastle and Wierman's index, from 0 (half at each end) to 1 (all at one level).

    Cns = 1 + Σ p·log2(1 − |x − μ| / d), over the votes that name a level: p the part of
    them at level x, μ their mean, d the last minus the first level number. Rounded to 6
    decimals; None with fewer than two such votes.

    Source: W. J. Tastle and M. J. Wierman, "Consensus and dissention: a measure of ordinal
    dispersion", International Journal of Approximate Reasoning 45 (2007).
    """
    levels = votes.levels
    if len(levels) < 2:
        return None
    first, last = ends_of_scale(levels, scale)
    width = last - first
    mean = sum(levels) / len(levels)
    index = 1 + sum(log2(1 - abs(level - mean) / width) for level in levels) / len(levels)
    return round(index, 6) + 0.0  # no minus before a zero


def ends_of_scale(levels: Sequence[int], scale: Questionnaire) -> tuple[int, int]:
    """Return the first and the last level between which sorted votes lie.

    A newer version of a questionnaire can have fewer levels than were voted on once.
    """
    return min(scale.first_level, levels[0]), max(scale.last_level, levels[-1])


def is_contested(votes: Round, scale: Questionnaire) -> bool:
    """Tell whether the votes lie so far apart that an agreed level asks for a reason."""
    apart = spread(votes)
    if apart is None:
        return False
    if scale.last_level - scale.first_level == 1:
        index = consensus(votes, scale)
        return index is not None and index < CONTESTED_BELOW
    return apart >= CONTESTED_FROM


def verdict(votes: Round, scale: Questionnaire) -> Verdict | None:
    """Return how far the team is from one mind; None when nobody chose a level."""
    apart = spread(votes)
    if apart is None:
        return None
    if is_contested(votes, scale):
        return "apart" if apart >= APART_FROM else "divided"
    return "nearly" if apart else "agreed"


def proposal(votes: Round, scale: Questionnaire) -> int | None:
    """Return the level to agree on: the lower median, where all votes lie within one level.

    None when they are contested, when nobody chose a level, or when the scale no longer has it.
    """
    levels = votes.levels
    if not levels or is_contested(votes, scale) or levels[-1] - levels[0] > 1:
        return None
    median = levels[(len(levels) - 1) // 2]
    return median if scale.first_level <= median <= scale.last_level else None


def many_do_not_know(votes: Round) -> bool:
    """Tell whether as many do not know as chose a level, or more: worth a talk."""
    return votes.unknown > 0 and votes.unknown >= len(votes.levels)


def latest(vote: TeamVote) -> Round | None:
    """Return the latest round on a question; None when there was none."""
    return vote.rounds[-1] if vote.rounds else None


def mean_consensus(votes: Iterable[TeamVote | None], scale: Questionnaire) -> float | None:
    """Return the mean consensus of the first rounds of a topic's questions, to 6 decimals.

    None when none of them has one.
    """
    firsts = (vote.rounds[0] for vote in votes if vote is not None and vote.rounds)
    found = [index for votes in firsts if (index := consensus(votes, scale)) is not None]
    return round(sum(found) / len(found), 6) if found else None


def moved(rounds: Sequence[Round]) -> tuple[int, int] | None:
    """Return the spread of the first and of the last round, where there were more than one."""
    if len(rounds) < 2:
        return None
    first, last = spread(rounds[0]), spread(rounds[-1])
    return None if first is None or last is None else (first, last)
