"""The plan as the JSON that scripts rely on: stable keys, in the order of the plan."""

from collections.abc import Sequence

import msgspec

from peil.assessment.actions import parts_of
from peil.assessment.agenda import contested_now
from peil.plan.model import PlannedAction
from peil.plan.reasons import Reasons
from peil.report.score_json import Document
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import words


def plan_document(view: View, *, everything: bool = False, opened: Sequence[str] = ()) -> Document:
    """Return what `peil plan --json` prints; actions without a code yet have null.

    `everything` adds what was done or dropped; `opened` are the keys of the actions that a
    what-if makes possible.
    """
    plan = view.plan
    codes, reasons = view.codes, view.reasons(words(view.language))
    actions = (*plan.actions, *view.past) if everything else plan.actions
    return {
        "assessment": view.assessment.id,
        "hours_per_week": plan.hours_per_week,
        "stands_in_week": plan.stands_in_week,
        "readiness": msgspec.to_builtins(view.scores.readiness),
        "curve": [[point.hours, point.low] for point in plan.curve],
        "opened": [codes.get(key, key) for key in opened],
        "actions": [_action(view, action, reasons) for action in actions],
    }


def action_document(view: View, key: str) -> Document:
    """Return one action as `peil action --json` prints it: as in the plan, past ones too."""
    return _action(view, view.action(key), view.reasons(words(view.language)))


def _action(view: View, action: PlannedAction, reasons: Reasons) -> Document:
    codes, record = view.codes, view.record(action.key)
    is_planned = view.plan.find(action.key) is not None
    return {
        "code": codes.get(action.key),
        "kind": action.kind,
        "step": action.key if action.kind == "step" else None,
        "title": action_title(view, action),
        "topic": action.topic or None,
        "question": action.question or None,
        "from": action.from_level,
        "to": action.to_level,
        "hours": action.minutes / 60,
        "gain": round(action.gain, 6),
        "importance": action.importance,
        "needs": [codes.get(key, key) for key in action.needs],
        "opens": [codes.get(key, key) for key in action.opens],
        "waiting_for": _waiting_for(action),
        "needed_by": [codes.get(key, key) for key in action.needed_by],
        "contested": contested_now(view.items, view.assessment, action.question),
        "reason": reasons.reason(action).whole if is_planned else None,
        "week": action.week,
        "slot": action.slot,
        "status": view.action_status(action.key),
        "status_reason": record.reason or None,
        "pinned": action.pinned,
        "postponed": action.postponed,
        "owner": record.owner or None,
        "due": record.due,
        "role": action.role or None,
        "done_when": action.done_when or None,
        "how": list(action.how),
        "note": record.note or None,
    }


def _waiting_for(action: PlannedAction) -> list[str]:
    """Return the questions that an action waits for: open ones, and those of dropped actions."""
    dropped = (parts_of(key) for key in action.waiting_for_dropped)
    return list(dict.fromkeys((*action.waiting_for, *(each.question for each in dropped if each))))
