"""What an action is called, and when actions begin."""

from collections.abc import Sequence

from peil.plan.model import PlannedAction
from peil.plan.reasons import find_out_title
from peil.sitting.view import View
from peil.text.languages import Words, words


def action_title(view: View, action: PlannedAction) -> str:
    """Return the words of an action in the language of the view."""
    if action.kind == "find-out" and not action.title:
        return find_out_title(view.items.question(action.question), words(view.language))
    return action.title


def named_action(view: View, key: str) -> str:
    """Return an action of the plan by code and words: "A05 Write it down"."""
    title = action_title(view, view.plan.action(key)).rstrip(".")
    return f"{view.codes.get(key, '–')} {title}"


def weeks_words(actions: Sequence[PlannedAction], say: Words) -> str:
    """Return the weeks in which these actions begin; empty when they have none."""
    weeks = [action.week for action in actions if action.week is not None]
    if not weeks:
        return ""
    first, last = min(weeks), max(weeks)
    if first == last:
        return say("week {week}", week=first)
    return say("weeks {first}–{last}", first=first, last=last)
