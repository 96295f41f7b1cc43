"""What would change if some actions were done, as plain lines."""

from collections.abc import Sequence

from peil.plan.what_if import completed_in_week
from peil.report.table import columns
from peil.report.titles import named_action
from peil.score.model import percent_shown
from peil.sitting.view import View, WhatIf
from peil.text.languages import Words, words

TOP = 3
"""How many of the first actions are named."""


def what_if_text(before: View, what_if: WhatIf) -> str:
    """Return now and then side by side, what becomes possible, and the new first actions."""
    say, after = words(before.language), what_if.view
    rows = [("", say("now"), say("then"))]
    rows += [
        (say("readiness"), readiness_words(before, say), readiness_words(after, say)),
        (say("foundations in place"), str(standing_now(before)), str(standing_now(after))),
        (say("the base carries"), carries_words(before, say), carries_then(before, what_if, say)),
    ]
    lines = [say("What if this were done? Nothing is changed."), *columns(rows, indent="  ")]
    if what_if.opened:
        possible = _named(after, what_if.opened, say)
        lines.append(say("Becomes possible: {actions}.", actions=possible))
    first = first_then(after)
    if first:
        lines.append(say("First then: {actions}.", actions=_named(after, first, say)))
    return "\n".join(lines)


def readiness_words(view: View, say: Words) -> str:
    """Return readiness in per cent, or that there is none yet."""
    score = view.scores.readiness.score
    if score is None:
        return say("after the core")
    return say("{percent} %", percent=percent_shown(score, complete=view.scores.complete))


def standing_now(view: View) -> int:
    """Return how many foundations stand."""
    return view.plan.standing[0].topics if view.plan.standing else 0


def carries_words(view: View, say: Words) -> str:
    """Return from which week on the base carries."""
    if view.scores.readiness.verdict == "ready":
        return say("already")
    week = view.plan.stands_in_week
    return say("not by this plan") if week is None else say("in week {week}", week=week)


def carries_then(before: View, what_if: WhatIf, say: Words) -> str:
    """Return from which week on the base carries with these actions first, counted from today."""
    after = what_if.view
    if before.scores.readiness.verdict == "ready":
        return carries_words(before, say)
    if after.plan.stands_in_week is None and after.scores.readiness.verdict != "ready":
        return carries_words(after, say)
    return say("in week {week}", week=completed_in_week(after.plan, what_if.minutes))


def first_then(after: View) -> list[str]:
    """Return the keys of the first actions that can be done."""
    return [action.key for action in after.plan.actions if action.week is not None][:TOP]


def _named(view: View, keys: Sequence[str], say: Words) -> str:
    return say.listing([named_action(view, key) for key in keys])
