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
    codes: tuple[str, ...]
    """The actions that count: those done, and those still in the plan. What was dropped, or
    is asked no longer, does not."""
    done: int
    """How many of them are done."""

    @property
    def total(self) -> int:
        """How many actions count."""
        return len(self.codes)


def reached(assessment: Assessment, known: Answered, plan: Plan) -> Reached | None:
    """Return how far one is with the goal of this period; None where nothing is left of it."""
    if assessment.period is None:
        return None
    records = [
        assessment.actions[code] for code in assessment.period.codes if code in assessment.actions
    ]
    done = {record.code for record in records if status_of(record, known) == "done"}
    planned = {action.key for action in plan.actions}
    codes = tuple(each.code for each in records if each.code in done or each.key in planned)
    return Reached(assessment.period.name, codes, len(done)) if codes else None
