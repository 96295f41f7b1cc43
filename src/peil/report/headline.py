"""The result in one paragraph."""

from peil.score.sentences import headline
from peil.sitting.view import View
from peil.text.languages import words


def headline_of(view: View) -> str:
    """Return the result in one paragraph: what stands, what the plan begins with, the figure."""
    plan = view.plan
    return headline(
        view.scores,
        plan.stands_in_week,
        plan.hours_per_week,
        words(view.language),
        first=[each.topic for each in plan.actions[:3] if each.week is not None and each.topic],
    )
