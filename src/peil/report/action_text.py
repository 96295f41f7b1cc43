"""One action as plain lines: how it stands, who, by when, and where in the plan."""

from peil.plan.model import PlannedAction
from peil.report.due import due_words
from peil.report.listed import NAMES, STATUS_NAMES, smart_texts
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import Words, words


def action_text(view: View, key: str) -> str:
    """Return what there is to know of an action, a line each."""
    say, record = words(view.language), view.record(key)
    action = view.action(key)
    lines = [f"{record.code}  {action_title(view, action)}"]
    status = say(STATUS_NAMES[view.action_status(key)])
    told = {
        say(NAMES["status"]): f"{status}: {record.reason}" if record.reason else status,
        say(NAMES["owner"]): record.owner,
        say(NAMES["due"]): due_words(view, key, say),
        say(NAMES["note"]): record.note,
        **{say(NAMES[field]): text for field, text in smart_texts(record.smart).items()},
        say("place"): _place(view, action, say),
    }
    lines += [f"  {name}: {text}" for name, text in told.items() if text]
    return "\n".join(lines)


def _place(view: View, action: PlannedAction, say: Words) -> str:
    """Return where it stands in the plan, and why."""
    if view.plan.find(action.key) is None:
        return ""
    why = view.reasons(say).reason(action).whole
    week = say("waiting") if action.week is None else say("week {week}", week=action.week)
    return f"{week}. {why}"
