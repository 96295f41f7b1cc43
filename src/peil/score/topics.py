"""One topic's part in the scores: its exact means, its levels, whether it stands.

`s = position / (levels - 1)` for a rated question; don't know counts 0, and 1 in the
high bound; an unanswered or pending one counts in the bounds only; not applicable and
not asked count nowhere.
"""

from peil.assessment.answered import Answered
from peil.score.mean import ALL, NOTHING, Means, Ratio
from peil.score.model import QuestionScore, TopicScore
from peil.score.standing import stands_at


def question_part(answered: Answered, question: str) -> Ratio:
    """Return how far up its levels a rated question is; KeyError when it is not rated."""
    first = answered.items.questionnaire_of(question).first_level
    steps = len(answered.items.question(question).levels) - 1
    return Ratio(answered.levels[question] - first, steps)


def topic_means(answered: Answered, topic: str) -> Means:
    """Return the exact means of a topic over its questions, by their weights."""
    means = Means()
    for name in answered.items.questions_of(topic):
        weight = answered.items.question(name).weight
        if name in answered.levels:
            part = question_part(answered, name)
            means.score.add(weight, part)
            means.low.add(weight, part)
            means.high.add(weight, part)
        elif answered.is_open(name):
            if answered.states[name] == "unknown":
                means.score.add(weight, NOTHING)
            means.low.add(weight, NOTHING)
            means.high.add(weight, ALL)
    return means


def topic_score(answered: Answered, topic: str, means: Means, target: int) -> TopicScore:
    """Return a topic's score as shown; `target` is the level that it should reach."""
    questionnaire = answered.items.questionnaire_of(topic)
    questions = tuple(
        QuestionScore(name, answered.states[name], answered.levels.get(name))
        for name in answered.items.questions_of(topic)
    )
    states = [question.state for question in questions]
    unknown = states.count("unknown")
    unanswered = states.count("unanswered") + states.count("pending")
    rated = [question.level for question in questions if question.level is not None]
    known = rated + [questionnaire.first_level] * unknown
    still_open = unknown + unanswered
    assessed = bool(rated or still_open)
    score, low, high = means.rounded()
    return TopicScore(
        id=topic,
        title=answered.items.topic(topic).title,
        score=score,
        low=low,
        high=high,
        level=min(known, default=None),
        level_low=min(rated + [questionnaire.first_level] * still_open, default=None),
        level_high=min(rated + [questionnaire.last_level] * still_open, default=None),
        target=target,
        stands=stands_at(answered, topic, questionnaire.target)
        if questionnaire.gate and assessed
        else None,
        asked=len(known) + unanswered,
        answered=len(known),
        unknown=unknown,
        not_applicable=states.count("not-applicable"),
        questions=questions,
    )
