"""Scores as the JSON that scripts rely on: stable keys, in a stable order.

Times are UTC, ISO 8601; scores fractions of 1, or null; questions, topics and steps
carry their questionnaire before them.
"""

import msgspec

from peil.score.model import QuestionnaireScore, TopicScore
from peil.score.stamp import stamp
from peil.sitting.view import View

Document = dict[str, object]
"""A JSON object."""


def score_document(view: View) -> Document:
    """Return what `peil score --json` prints, `depends_on` left null."""
    scores = view.scores
    return {
        "assessment": view.assessment.id,
        "language": view.language,
        "complete": scores.complete,
        "readiness": msgspec.to_builtins(scores.readiness),
        "questionnaires": [_questionnaire(each) for each in scores.questionnaires],
        "contradictions": msgspec.to_builtins(scores.contradictions),
        "depends_on": None,
        "stamp": stamp(view.assessment),
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
