"""How important a topic is to the user: said by hand, or following from the goals."""

from typing import Final

from peil.assessment.items import Items
from peil.assessment.model import Assessment, Importance

HALVES: Final[dict[Importance, int]] = {"low": 1, "normal": 2, "high": 4}
"""By how many halves the order multiplies a gain: 0.5, 1 or 2 times."""


def importance_of(topic: str, items: Items, assessment: Assessment) -> Importance:
    """Return the importance of a topic: the user's own; else high when it serves a chosen goal."""
    own = assessment.importances.get(topic)
    if own is not None:
        return own
    goals = assessment.profile.goals
    return "high" if any(goal in goals for goal in items.topic(topic).goals) else "normal"
