"""Everything that an assessment holds, as JSON."""

import msgspec

from peil.assessment.model import Answer, Smart
from peil.assessment.team import Round
from peil.report.plan_json import plan_document
from peil.report.score_json import Document, score_document
from peil.sitting.view import View


def export_document(view: View) -> Document:
    """Return everything that the assessment holds: `peil export --format json`."""
    assessment = view.assessment
    return {
        "assessment": {
            "id": assessment.id,
            "title": assessment.title,
            "created": assessment.created,
            "changed": assessment.changed,
            "language": view.language,
            "profile": msgspec.to_builtins(assessment.profile),
            "targets": dict(sorted(assessment.targets.items())),
            "importances": dict(sorted(assessment.importances.items())),
        },
        "answers": {
            question: _answer(answer) for question, answer in sorted(assessment.answers.items())
        },
        "former": {
            key: {
                "question": one.question,
                "version": one.version,
                "text": one.text,
                "level_text": one.level_text or None,
                **_answer(one.answer),
            }
            for key, one in sorted(assessment.former.items())
        },
        "rounds": {
            question: [round_document(votes) for votes in vote.rounds]
            for question, vote in sorted(assessment.votes.items())
        },
        "agreed": {
            question: {"reason": vote.agreed.reason or None, "dissent": vote.agreed.dissent or None}
            for question, vote in sorted(assessment.votes.items())
            if vote.agreed is not None
        },
        "score": score_document(view),
        "plan": plan_document(view, everything=True),
        "checkpoints": [],
        "goals": {
            goal: msgspec.to_builtins(smart)
            for goal, smart in sorted(assessment.goal_plans.items())
        },
        "smart": {
            code: msgspec.to_builtins(record.smart)
            for code, record in sorted(assessment.actions.items())
            if record.smart != Smart()
        },
        "period": msgspec.to_builtins(assessment.period),
    }


def round_document(votes: Round) -> Document:
    """Return a round as counts."""
    return {
        "votes": dict(sorted(votes.votes.items())),
        "unknown": votes.unknown,
        "abstain": votes.abstain,
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
        "formerly": answer.formerly or None,
    }
