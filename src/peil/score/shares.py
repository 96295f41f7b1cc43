"""How large a part of readiness a question is: its own, its topic's, its questionnaire's share."""

from collections.abc import Mapping
from typing import NamedTuple

from peil.assessment.answered import Answered
from peil.score.mean import Ratio


class Shares(NamedTuple):
    """Three fractions; multiplied they are a question's part of readiness `low`."""

    of_topic: Ratio
    """The question's weight among the questions of its topic that count."""
    of_questionnaire: Ratio
    """The topic's weight among the topics of its questionnaire that are assessed."""
    of_readiness: Ratio
    """The questionnaire's weight among those of which anything is assessed."""


def shares(answered: Answered, question: str) -> Shares:
    """Return the shares of a question that counts; KeyError when it is left out."""
    items = answered.items
    topic, whole = items.topic_of(question), items.questionnaire_of(question)
    assessed = [name for name in items.topics if _counted(answered, name)]
    return Shares(
        _share(question, {each: items.question(each).weight for each in _counted(answered, topic)}),
        _share(
            topic,
            {
                each: items.topic(each).weight
                for each in assessed
                if items.questionnaire_of(each) is whole
            },
        ),
        _share(
            whole.id,
            {
                items.questionnaire_of(each).id: items.questionnaire_of(each).weight
                for each in assessed
            },
        ),
    )


def _share(name: str, weights: Mapping[str, int]) -> Ratio:
    """Return one weight as a part of all."""
    return Ratio(weights[name], sum(weights.values()))


def _counted(answered: Answered, topic: str) -> list[str]:
    """Return the questions of a topic that count in its range."""
    return [
        name
        for name in answered.items.questions_of(topic)
        if name in answered.levels or answered.is_open(name)
    ]
