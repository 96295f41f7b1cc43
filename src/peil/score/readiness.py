"""From answers to scores: pure, exact, and redone whole after every answer.

A questionnaire is the weighted mean of its topics, readiness that of the
questionnaires; what has no score of its own leaves the mean, and its weight with it.
"""

from collections.abc import Sequence

from peil.assessment.answered import Answered, answered
from peil.assessment.items import target_of
from peil.assessment.model import Assessment
from peil.questionnaire.model import Questionnaire, full_id
from peil.score.contradictions import contradictions
from peil.score.mean import Means
from peil.score.model import Basis, QuestionnaireScore, Readiness, Scores, TopicScore
from peil.score.standing import stands_so_far, verdict_of
from peil.score.topics import topic_means, topic_score


def score_assessment(questionnaires: Sequence[Questionnaire], assessment: Assessment) -> Scores:
    """Return all scores of an assessment, in the language of the questionnaires given."""
    known = answered(questionnaires, assessment)
    readiness = Means()
    scored: list[QuestionnaireScore] = []
    gate: list[TopicScore] = []
    for questionnaire in questionnaires:
        means = Means()
        topics: list[TopicScore] = []
        for topic in questionnaire.topics:
            name = full_id(questionnaire.id, topic.id)
            parts = topic_means(known, name)
            means.add(topic.weight, parts)
            topics.append(topic_score(known, name, parts, target_of(known.items, assessment, name)))
        readiness.add(questionnaire.weight, means)
        if questionnaire.gate:
            gate += topics
        score, low, high = means.rounded()
        scored.append(
            QuestionnaireScore(
                questionnaire.id, questionnaire.title, score, low, high, tuple(topics)
            )
        )
    basis = _basis(known)
    return Scores(
        complete=basis == "all",
        readiness=_readiness(readiness, gate),
        questionnaires=tuple(scored),
        contradictions=contradictions(known),
        basis=basis,
        strengths=tuple(
            topic.id
            for questionnaire, score in zip(questionnaires, scored, strict=True)
            for topic in score.topics
            if stands_so_far(known, topic.id, questionnaire.target)
        ),
    )


def _basis(known: Answered) -> Basis:
    """Return what the figures rest on."""
    states = known.states
    if not {"unanswered", "pending"}.intersection(states.values()):
        return "all"
    answered_core = {
        known.items.question(name).core
        for name, state in states.items()
        if state in ("rated", "unknown")
    }
    if not answered_core:
        return "nothing"
    open_core = any(
        state == "unanswered" and known.items.question(name).core for name, state in states.items()
    )
    return "core" if answered_core == {True} and not open_core else "part"


def _readiness(means: Means, gate: Sequence[TopicScore]) -> Readiness:
    """Return the score over everything with the verdict over the gate's topics."""
    verdict, blocking = verdict_of(gate)
    questions = (question for topic in gate for question in topic.questions)
    score, low, high = means.rounded()
    return Readiness(
        score=score,
        low=low,
        high=high,
        verdict=verdict,
        blocking=blocking,
        gate_not_applicable=tuple(
            question.id for question in questions if question.state == "not-applicable"
        ),
    )
