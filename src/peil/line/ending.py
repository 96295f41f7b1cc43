"""What the walk ends with: the result, and what to do first."""

from peil.report.headline import headline_of
from peil.report.plan_text import plan_text
from peil.report.score_text import score_text
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import Words

FIRST = 3
"""How many actions are named at the end."""


def result_lines(view: View) -> list[str]:
    """Return every topic's level and score, as `peil score` prints them."""
    return score_text(view).splitlines()


def plan_lines(view: View) -> list[str]:
    """Return the plan, as `peil plan` prints it."""
    return plan_text(view).splitlines()


def closing_lines(view: View, say: Words) -> list[str]:
    """Return the result in one paragraph, and the first actions with the reason of each."""
    lines = [headline_of(view)]
    reasons = view.reasons(say)
    for number, action in enumerate(view.plan.actions[:FIRST], 1):
        title = action_title(view, action)
        lines += [
            "",
            say(
                "{number}. {title} ({effort})",
                number=number,
                title=title.rstrip("."),
                effort=say.duration(action.minutes),
            ),
            reasons.reason(action).whole,
        ]
    return lines
