"""Scores as the JSON that scripts rely on: stable keys, in a stable order.

Times are UTC, ISO 8601; scores fractions of 1, or null; questions, topics and steps
carry their questionnaire before them.
"""

import msgspec

from peil.assessment.agenda import topic_consensus
from peil.assessment.votes import consensus, is_contested, latest, spread
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
        "questionnaires": [_questionnaire(view, each) for each in scores.questionnaires],
        "contradictions": msgspec.to_builtins(scores.contradictions),
        "depends_on": None,
        "stamp": stamp(view.assessment),
    }


def _questionnaire(view: View, each: QuestionnaireScore) -> Document:
    return {
        "id": each.id,
        "title": each.title,
        "score": each.score,
        "low": each.low,
        "high": each.high,
        "topics": [_topic(view, topic) for topic in each.topics],
    }


def _topic(view: View, topic: TopicScore) -> Document:
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
        "consensus": topic_consensus(view.items, view.assessment, topic.id),
        "questions": [
            {
                "id": question.id,
                "state": question.state,
                "level": question.level,
                **_votes(view, question.id),
            }
            for question in topic.questions
        ],
    }


def _votes(view: View, question: str) -> Document:
    """Return what the latest round of votes on a question says; nulls where there was none."""
    votes, scale = latest(view.vote_on(question)), view.items.questionnaire_of(question)
    return {
        "spread": votes and spread(votes),
        "consensus": votes and consensus(votes, scale),
        "contested": votes is not None and is_contested(votes, scale),
    }
