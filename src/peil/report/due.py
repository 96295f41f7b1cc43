"""By when an action is to be done, and whether the plan reaches it in time."""

from datetime import date, timedelta

from peil.sitting.view import View
from peil.text.days import today
from peil.text.languages import Words


def due_words(view: View, key: str, say: Words) -> str:
    """Return the due day of an action, and a warning where its week begins later; or nothing.

    Week 1 begins today.
    """
    due = view.record(key).due
    if due is None:
        return ""
    day, planned = date.fromisoformat(due), view.plan.find(key)
    told = say.date(day)
    if planned is None or planned.week is None or day >= _start(planned.week):
        return told
    return say("{day}, but planned for week {week}", day=told, week=planned.week)


def _start(week: int) -> date:
    """Return the first day of a week of the plan; the last day there is for one beyond it."""
    try:
        return today() + timedelta(weeks=week - 1)
    except OverflowError:
        return date.max
