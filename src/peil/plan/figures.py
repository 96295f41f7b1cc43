"""The figures of an action: effort, levels, points, and points an hour.

Every number can be redone: points are what a step adds to readiness, in hundredths,
and the points an hour are computed from the points and the hours as printed.
"""

from peil.assessment.items import Items
from peil.assessment.model import Assessment
from peil.plan.conditions import switched_by
from peil.plan.model import PlannedAction
from peil.text.languages import Words


def figures(action: PlannedAction, items: Items, assessment: Assessment, say: Words) -> str:
    """Return effort, levels, points, and points an hour from the printed figures."""
    effort = say.duration(action.minutes)
    if action.kind == "own":
        return say("{effort}.", effort=effort)
    question = items.question(action.question).text
    if action.kind == "find-out":
        return say("{effort}: find the answer to “{question}”.", effort=effort, question=question)
    figures = say(
        "{effort}: raises “{question}” from {from_level} to {to_level} "
        "(+{points} points, {rate} an hour).",
        effort=effort,
        question=question,
        from_level=action.from_level,
        to_level=action.to_level,
        points=printed_points(action, say),
        rate=say.number(_rate(action), 2),
    )
    count = switched_by(action, items, assessment)
    if not count:
        return figures
    switched = say.many(
        "It changes whether {count} other question is asked, so the gain can differ.",
        "It changes whether {count} other questions are asked, so the gain can differ.",
        count,
    )
    return f"{figures} {switched}"


def short_figures(action: PlannedAction, say: Words) -> str:
    """Return effort and gain in a few words: "1 h · from 1 to 2, +0.56 points"."""
    effort = say.duration(action.minutes)
    if action.kind != "step":
        return effort
    return say(
        "{effort} · from {from_level} to {to_level}, +{points} points",
        effort=effort,
        from_level=action.from_level,
        to_level=action.to_level,
        points=printed_points(action, say),
    )


def raised(action: PlannedAction, items: Items, say: Words) -> str:
    """Return what a step raises, and by how much, as a part of a line."""
    return say(
        "raises “{question}” from {from_level} to {to_level} (+{points} points for {effort})",
        question=items.question(action.question).text,
        from_level=action.from_level,
        to_level=action.to_level,
        points=printed_points(action, say),
        effort=say.duration(action.minutes),
    )


def printed_points(action: PlannedAction, say: Words) -> str:
    """Return what an action adds to readiness, in hundredths, as it is printed."""
    return say.number(_points(action), 3)


def _points(action: PlannedAction) -> float:
    """Return an action's gain in hundredths, rounded as it is printed."""
    points = action.gain * 100
    return round(points, 2 if points >= 0.1 else 3)


def _rate(action: PlannedAction) -> float:
    """Return points an hour, of both as printed, rounded half up as with a pencil."""
    points, hours = round(_points(action) * 1000), round(action.minutes / 60 * 100)
    return (20 * points + hours) // (2 * hours) / 100 if hours else 0.0
