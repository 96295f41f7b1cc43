"""The goal of a period in a sentence."""

from peil.plan.period import reached
from peil.sitting.view import View
from peil.text.languages import Words


def goal_line(view: View, say: Words) -> str:
    """Return how much of the goal of this period is done; empty where none was chosen."""
    goal = reached(view.assessment, view.known, view.plan)
    if goal is None:
        return ""
    name = goal.name[:1].upper() + goal.name[1:]
    if goal.done == goal.total:
        return say("{goal}: reached", goal=name)
    return say("{goal}: {done} of {count} done", goal=name, done=goal.done, count=goal.total)
