"""From answers to scores: pure, exact, and redone whole after every answer.

A questionnaire is the weighted mean of its topics, readiness that of the
questionnaires; what has no score of its own leaves the mean, and so do its weight.
"""

from collections.abc import Sequence

from peil.assessment.answered import answered
from peil.assessment.model import Assessment
from peil.questionnaire.model import Questionnaire, full_id
from peil.score.contradictions import contradictions
from peil.score.mean import Means
from peil.score.model import QuestionnaireScore, Readiness, Scores, TopicScore
from peil.score.standing import verdict_of
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
            topics.append(topic_score(known, name, parts, assessment.targets.get(name)))
        readiness.add(questionnaire.weight, means)
        if questionnaire.gate:
            gate += topics
        score, low, high = means.rounded()
        scored.append(
            QuestionnaireScore(
                questionnaire.id, questionnaire.title, score, low, high, tuple(topics)
            )
        )
    return Scores(
        complete=not {"unanswered", "pending"}.intersection(known.states.values()),
        readiness=_readiness(readiness, gate),
        questionnaires=tuple(scored),
        contradictions=contradictions(known),
    )


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
