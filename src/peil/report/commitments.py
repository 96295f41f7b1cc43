"""What a team promised: who does which action by when, and whether it believes so itself."""

from collections.abc import Sequence

from peil.plan.model import PlannedAction
from peil.report.due import due_words
from peil.report.escape import escaped, escaped_cell
from peil.report.listed import STATUS_NAMES
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import Words


def commitments_page(view: View, say: Words) -> str:
    """Return one page of Markdown to print: each promise on a line, and the fist of five."""
    lines = [
        "# " + say("Promises – {title}", title=escaped(view.assessment.title)),
        "",
        *_table(view, say),
    ]
    fist = fist_words(view, say)
    if fist:
        lines += ["", escaped(fist)]
    lines += ["", say("We look at this again on:") + " " + "\\_" * 24]
    return "\n".join(lines) + "\n"


def promised(view: View) -> Sequence[PlannedAction]:
    """Return the actions of now, and every other one that has a name or a day."""
    now = {action.key for action in view.plan.actions if action.slot == "now"}
    found = []
    for action in (*view.plan.actions, *view.past):
        record = view.record(action.key)
        is_dropped = view.action_status(action.key) == "dropped"
        if not is_dropped and (action.key in now or record.owner or record.due):
            found.append(action)
    return found


def promise_lines(view: View, say: Words) -> list[str]:
    """Return each promise as an item of a list in Markdown."""
    lines = []
    for action in promised(view):
        code, title, *rest = _cells(view, action, say)
        told = ", ".join(part for part in rest if part) or say("nobody yet")
        lines.append(f"- **{escaped(code)}** {escaped(title)} – {escaped(told)}")
    return lines


def fist_words(view: View, say: Words) -> str:
    """Return how many showed how many fingers, the most fingers first; empty where nobody did."""
    fist = view.assessment.meeting.fist
    shown = [
        say("{fingers} fingers: {count} ×", fingers=fingers, count=fist[fingers])
        for fingers in sorted(fist, reverse=True)
        if fist[fingers]
    ]
    return say("Will we do this? {fingers}", fingers=", ".join(shown)) if shown else ""


def _table(view: View, say: Words) -> list[str]:
    actions = promised(view)
    if not actions:
        return [say("There is nothing to promise yet: no action has a place in the plan.")]
    heads = ("", say("what"), say("who"), say("by when"), say("done when"))
    rows = [heads, ("---",) * len(heads)]
    for action in actions:
        code, title, owner, due, status = _cells(view, action, say)
        done_when = status or action.done_when
        rows.append(tuple(map(escaped_cell, (code, title, owner, due, done_when))))
    return ["| " + " | ".join(row) + " |" for row in rows]


def _cells(view: View, action: PlannedAction, say: Words) -> tuple[str, str, str, str, str]:
    """Return code, title, who, by when, and the status of one that is begun or done."""
    status = view.action_status(action.key)
    return (
        view.codes.get(action.key, "–"),
        action_title(view, action).rstrip("."),
        view.record(action.key).owner,
        due_words(view, action.key, say),
        say(STATUS_NAMES[status]) if status in ("doing", "done") else "",
    )
