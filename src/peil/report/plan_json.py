"""The plan as the JSON that scripts rely on: stable keys, in the order of the plan."""

from collections.abc import Mapping

import msgspec

from peil.plan.model import PlannedAction
from peil.plan.reasons import reason
from peil.report.score_json import Document
from peil.report.titles import action_title
from peil.sitting.view import View
from peil.text.languages import words


def plan_document(view: View) -> Document:
    """Return what `peil plan --json` prints; actions without a code yet have null."""
    plan = view.plan
    codes = view.codes
    return {
        "assessment": view.assessment.id,
        "hours_per_week": plan.hours_per_week,
        "stands_in_week": plan.stands_in_week,
        "readiness": msgspec.to_builtins(view.scores.readiness),
        "curve": [[point.hours, point.low] for point in plan.curve],
        "opened": [],
        "actions": [_action(view, action, codes) for action in plan.actions],
    }


def _action(view: View, action: PlannedAction, codes: Mapping[str, str]) -> Document:
    say = words(view.language)
    return {
        "code": codes.get(action.key),
        "kind": action.kind,
        "step": action.key if action.kind == "step" else None,
        "title": action_title(view, action),
        "topic": action.topic,
        "question": action.question,
        "from": action.from_level,
        "to": action.to_level,
        "hours": action.minutes / 60,
        "gain": round(action.gain, 6),
        "importance": action.importance,
        "needs": [codes.get(key, key) for key in action.needs],
        "opens": [codes.get(key, key) for key in action.opens],
        "waiting_for": list(action.waiting_for),
        "needed_by": [codes.get(key, key) for key in action.needed_by],
        "contested": False,
        "reason": reason(view.plan, action.key, view.questionnaires, view.assessment, codes, say),
        "week": action.week,
        "slot": action.slot,
        "status": "open",
        "status_reason": None,
        "pinned": False,
        "postponed": False,
        "owner": None,
        "due": None,
        "role": action.role or None,
        "done_when": action.done_when or None,
        "how": list(action.how),
        "note": None,
    }
