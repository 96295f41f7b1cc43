"""The goals of a profile in words, and which of them make sense to offer."""

from typing import Final

from peil.questionnaire.model import GOALS
from peil.sitting.view import View
from peil.text.languages import mark

GOAL_WORDS: Final = {
    "visibility": mark("become better known"),
    "relations": mark("relations"),
    "recruiting": mark("find staff"),
    "knowledge": mark("share knowledge"),
    "service": mark("service"),
    "advertising": mark("advertise"),
    "sales": mark("sell more"),
}
"""The goals in words, by id."""


def offered_goals(view: View) -> list[str]:
    """Return the goals that some topic here serves, in order; a chosen one is always there."""
    served = {
        goal
        for questionnaire in view.questionnaires
        for topic in questionnaire.topics
        for goal in topic.goals
    }
    served.update(view.assessment.profile.goals)
    return [goal for goal in GOALS if goal in served]
