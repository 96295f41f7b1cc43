"""The result in one paragraph."""

from peil.score.sentences import headline
from peil.sitting import Sitting
from peil.text.languages import words


def headline_of(sitting: Sitting) -> str:
    """Return the result in one paragraph: what stands, what the plan begins with, the figure."""
    plan = sitting.plan
    return headline(
        sitting.scores,
        plan.stands_in_week,
        plan.hours_per_week,
        words(sitting.language),
        first=[action.topic for action in plan.actions[:3] if action.week is not None],
    )
