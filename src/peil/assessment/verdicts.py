"""How far a team is from one mind on a topic, in the words that are used for a question.

Several questions have no spread of their own, but they have a mean consensus. It is held
against the consensus of a plain case: half of the votes on one level, half on another so
many levels away. A topic is called as that question would be.
"""

from math import log2

from peil.assessment.votes import APART_FROM, CONTESTED_BELOW, CONTESTED_FROM, Verdict
from peil.questionnaire.model import Questionnaire

DECIMALS = 6
"""To which consensus is rounded everywhere."""


def halves_apart(levels: int, scale: Questionnaire) -> float:
    """Return the consensus of half the votes on one level, half so many levels away from it.

    Both halves lie `levels / 2` from their mean, so Cns = 1 + log2(1 − levels / 2d).
    """
    width = scale.last_level - scale.first_level
    return round(1 + log2(1 - levels / 2 / width), DECIMALS) + 0.0


def topic_verdict(index: float, scale: Questionnaire) -> Verdict:
    """Return how a topic with this mean consensus is called.

    *Agreed* at 1 only; *nearly* down to halves one level apart; *divided* down to halves
    `CONTESTED_FROM` levels apart; below that far *apart*, where a scale is wide enough for it.
    """
    width = scale.last_level - scale.first_level
    if index >= 1:
        return "agreed"
    if width < CONTESTED_FROM:
        return "nearly" if index >= CONTESTED_BELOW else "divided"
    if index >= halves_apart(1, scale):
        return "nearly"
    if width < APART_FROM or index >= halves_apart(CONTESTED_FROM, scale):
        return "divided"
    return "apart"
