"""How important a topic is to the user: said by hand, or following from the goals."""

from typing import Final

from peil.assessment.items import Items
from peil.assessment.model import Assessment, Importance

HALVES: Final[dict[Importance, int]] = {"low": 1, "normal": 2, "high": 4}
"""By how many halves the order multiplies a gain: 0.5, 1 or 2 times."""


def importance_of(topic: str, items: Items, assessment: Assessment) -> Importance:
    """Return the importance of a topic: the user's own, else what the goals propose."""
    return assessment.importances.get(topic) or proposed_importance(topic, items, assessment)


def proposed_importance(topic: str, items: Items, assessment: Assessment) -> Importance:
    """Return how important the goals make a topic: high when it serves a chosen one."""
    return "high" if goals_behind(topic, items, assessment) else "normal"


def goals_behind(topic: str, items: Items, assessment: Assessment) -> tuple[str, ...]:
    """Return the chosen goals that a topic serves, in the order in which they were chosen."""
    serves = items.topic(topic).goals
    return tuple(goal for goal in assessment.profile.goals if goal in serves)
