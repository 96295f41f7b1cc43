"""The JSON that scripts rely on: stable keys, in a stable order.

Times are UTC, ISO 8601; scores fractions of 1, or null; questions, topics and steps
carry their questionnaire before them.
"""

from collections.abc import Mapping

import msgspec

from peil.assessment.model import Answer
from peil.plan.influence import answered_influence, open_influence
from peil.plan.model import PlannedAction
from peil.plan.reasons import find_out_title, reason
from peil.score.model import QuestionnaireScore, TopicScore
from peil.score.stamp import stamp
from peil.sitting import Sitting
from peil.text.languages import words

Document = dict[str, object]


def score_document(sitting: Sitting, *, depends: bool = False) -> Document:
    """Return what `peil score --json` prints; `depends` adds what the result hangs on."""
    scores = sitting.scores
    return {
        "assessment": sitting.assessment.id,
        "language": sitting.language,
        "complete": scores.complete,
        "readiness": msgspec.to_builtins(scores.readiness),
        "questionnaires": [_questionnaire(each) for each in scores.questionnaires],
        "contradictions": msgspec.to_builtins(scores.contradictions),
        "depends_on": _depends(sitting) if depends else None,
        "stamp": stamp(sitting.assessment),
    }


def plan_document(sitting: Sitting) -> Document:
    """Return what `peil plan --json` prints; actions without a code yet have null."""
    plan = sitting.plan
    codes = sitting.codes
    return {
        "assessment": sitting.assessment.id,
        "hours_per_week": plan.hours_per_week,
        "stands_in_week": plan.stands_in_week,
        "readiness": msgspec.to_builtins(sitting.scores.readiness),
        "curve": [[point.hours, point.low] for point in plan.curve],
        "opened": [],
        "actions": [_action(sitting, action, codes) for action in plan.actions],
    }


def export_document(sitting: Sitting) -> Document:
    """Return everything that the assessment holds: `peil export --format json`."""
    assessment = sitting.assessment
    return {
        "assessment": {
            "id": assessment.id,
            "title": assessment.title,
            "created": assessment.created,
            "changed": assessment.changed,
            "language": sitting.language,
            "profile": msgspec.to_builtins(assessment.profile),
            "targets": dict(sorted(assessment.targets.items())),
            "importances": dict(sorted(assessment.importances.items())),
        },
        "answers": {
            question: _answer(answer) for question, answer in sorted(assessment.answers.items())
        },
        "rounds": {},
        "agreed": {},
        "score": score_document(sitting),
        "plan": plan_document(sitting),
        "checkpoints": [],
    }


def _answer(answer: Answer) -> Document:
    return {
        "state": answer.state,
        "level": answer.level,
        "reason": answer.reason or None,
        "note": answer.note or None,
        "evidence": answer.evidence or None,
        "evidence_date": answer.evidence_date,
        "look_again": answer.look_again,
        "changed": answer.changed or None,
        "confirmed": answer.confirmed,
    }


def _questionnaire(each: QuestionnaireScore) -> Document:
    return {
        "id": each.id,
        "title": each.title,
        "score": each.score,
        "low": each.low,
        "high": each.high,
        "topics": [_topic(topic) for topic in each.topics],
    }


def _topic(topic: TopicScore) -> Document:
    return {
        "id": topic.id,
        "title": topic.title,
        "score": topic.score,
        "low": topic.low,
        "high": topic.high,
        "level": topic.level,
        "level_low": topic.level_low,
        "level_high": topic.level_high,
        "target": topic.target,
        "stands": topic.stands,
        "asked": topic.asked,
        "answered": topic.answered,
        "unknown": topic.unknown,
        "not_applicable": topic.not_applicable,
        "consensus": None,
        "questions": [
            {
                "id": question.id,
                "state": question.state,
                "level": question.level,
                "spread": None,
                "consensus": None,
                "contested": False,
            }
            for question in topic.questions
        ],
    }


def _depends(sitting: Sitting) -> Document:
    answered = answered_influence(sitting.questionnaires, sitting.assessment)
    still_open = open_influence(sitting.questionnaires, sitting.assessment)
    return {**msgspec.structs.asdict(answered), "open": msgspec.structs.asdict(still_open)}


def _action(sitting: Sitting, action: PlannedAction, codes: Mapping[str, str]) -> Document:
    say = words(sitting.language)
    return {
        "code": codes.get(action.key),
        "kind": action.kind,
        "step": action.key if action.kind == "step" else None,
        "title": action_title(sitting, action),
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
        "reason": reason(
            sitting.plan, action.key, sitting.questionnaires, sitting.assessment, codes, say
        ),
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


def action_title(sitting: Sitting, action: PlannedAction) -> str:
    """Return the words of an action in the language of the sitting."""
    if action.kind == "find-out":
        return find_out_title(sitting.items.question(action.question), words(sitting.language))
    return action.title
