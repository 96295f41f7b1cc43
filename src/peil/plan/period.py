"""How far one is with what was chosen to be reached in a period."""

from typing import NamedTuple

from peil.assessment.actions import status_of
from peil.assessment.answered import Answered
from peil.assessment.model import Assessment
from peil.plan.model import Plan


class Reached(NamedTuple):
    """How much of a period's goal is done."""

    name: str
    """What the user calls the goal."""
    done: int
    """How many of its actions are done."""
    total: int
    """How many count: those done, and those still in the plan. What was dropped, or is asked
    no longer, does not."""


def reached(assessment: Assessment, known: Answered, plan: Plan) -> Reached | None:
    """Return how far one is with the goal of this period; None where nothing is left of it."""
    if assessment.period is None:
        return None
    records = [
        assessment.actions[code] for code in assessment.period.codes if code in assessment.actions
    ]
    done = sum(status_of(record, known) == "done" for record in records)
    planned = {action.key for action in plan.actions}
    total = done + sum(record.key in planned for record in records)
    return Reached(assessment.period.name, done, total) if total else None
