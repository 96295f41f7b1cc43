"""What one level of a question is worth to readiness, in exact whole numbers.

A step's gain is what it adds to readiness `low`: (questionnaire's weight share) ×
(topic's weight share) × (question's weight share) / (levels − 1), with the shares
over what is not left out of `low`. All gains are brought to one denominator, so that
they can be added and compared without rounding.
"""

from functools import lru_cache
from math import lcm

from peil.assessment.answered import Answered
from peil.assessment.items import Items
from peil.assessment.states import QuestionState

LEFT_OUT: frozenset[QuestionState] = frozenset(("not-applicable", "not-asked"))
"""States of the questions that are left out of every sum."""


class Shares:
    """The shares of one assessment's questions and topics, as parts of `unit`."""

    __slots__ = ("of_level", "of_topic", "unit")

    def __init__(self, items: Items, left_out: frozenset[str]) -> None:
        """Compute the shares over the questions that are not left out."""
        self.of_level: dict[str, int] = {}
        """What one level of a question adds, by full id; only questions that count."""
        self.of_topic: dict[str, int] = {}
        """A topic's own share of readiness, by full id; only topics that count."""
        counted = _counted(items, left_out)
        weight_of_all = sum(items.questionnaire_of(min(topics)).weight for topics in counted)
        parts: list[tuple[str, int, int]] = []
        for topics in counted:
            weight_of_topics = sum(items.topic(topic).weight for topic in topics)
            for topic, questions in topics.items():
                questionnaire = items.questionnaire_of(topic)
                steps = questionnaire.last_level - questionnaire.first_level
                weight = sum(items.question(name).weight for name in questions)
                whole = weight_of_all * weight_of_topics * weight * steps
                parts.append((topic, questionnaire.weight * items.topic(topic).weight, whole))
        self.unit = lcm(*(whole for _, _, whole in parts))
        """The denominator of all shares: this many parts are a readiness of 1."""
        of_topic = {topic: self.unit // whole * weight for topic, weight, whole in parts}
        for topics in counted:
            for topic, questions in topics.items():
                for name in questions:
                    self.of_level[name] = of_topic[topic] * items.question(name).weight
                questionnaire = items.questionnaire_of(topic)
                steps = questionnaire.last_level - questionnaire.first_level
                self.of_topic[topic] = steps * sum(self.of_level[name] for name in questions)


def _counted(items: Items, left_out: frozenset[str]) -> list[dict[str, list[str]]]:
    """Return, per questionnaire, the questions that count by topic, without what is empty."""
    counted: dict[str, dict[str, list[str]]] = {}
    for topic in items.topics:
        questions = [name for name in items.questions_of(topic) if name not in left_out]
        if questions:
            counted.setdefault(items.questionnaire_of(topic).id, {})[topic] = questions
    return list(counted.values())


@lru_cache(maxsize=16)
def _shares(items: Items, left_out: frozenset[str]) -> Shares:
    """Compute the shares once for each set of questions that are left out."""
    return Shares(items, left_out)


def shares_of(known: Answered) -> Shares:
    """Return the shares of what the answers leave in."""
    states = known.states
    return _shares(known.items, frozenset(name for name in states if states[name] in LEFT_OUT))
