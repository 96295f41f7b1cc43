"""What one level of a question is worth to readiness, in exact whole numbers.

A step's gain is what it adds to readiness `low`: (questionnaire's weight share) ×
(topic's weight share) × (question's weight share) / (levels − 1), with the shares
over what is not left out of `low`. All gains are brought to one denominator, so that
they can be added and compared without rounding.
"""

from math import lcm

from peil.assessment.answered import Answered


class Shares:
    """The shares of one assessment's questions and topics, as parts of `unit`."""

    __slots__ = ("of_level", "of_topic", "unit")

    def __init__(self, answered: Answered) -> None:
        """Compute the shares over the questions that are not left out."""
        self.of_level: dict[str, int] = {}
        """What one level of a question adds, by full id; only questions that count."""
        self.of_topic: dict[str, int] = {}
        """A topic's own share of readiness, by full id; only topics that count."""
        items = answered.items
        counted = _counted(answered)
        whole = sum(items.questionnaire_of(next(iter(topics))).weight for topics in counted)
        parts: list[tuple[str, int, int, list[str]]] = []
        for topics in counted:
            questionnaire = items.questionnaire_of(next(iter(topics)))
            steps = len(range(questionnaire.first_level, questionnaire.last_level))
            inside = whole * sum(items.topic(name).weight for name in topics)
            for name, questions in topics.items():
                weights = sum(items.question(question).weight for question in questions)
                weight = questionnaire.weight * items.topic(name).weight
                parts.append((name, weight, inside * weights * steps, questions))
        self.unit = lcm(*(denominator for _, _, denominator, _ in parts))
        """The denominator of all shares: this many parts are a readiness of 1."""
        for name, weight, denominator, questions in parts:
            part = self.unit // denominator * weight
            for question in questions:
                self.of_level[question] = part * items.question(question).weight
            questionnaire = items.questionnaire_of(name)
            steps = len(range(questionnaire.first_level, questionnaire.last_level))
            self.of_topic[name] = steps * sum(self.of_level[question] for question in questions)


def _counted(answered: Answered) -> list[dict[str, list[str]]]:
    """Return, per questionnaire, the questions that count by topic, without what is empty."""
    items = answered.items
    counted: dict[str, dict[str, list[str]]] = {}
    for topic in items.topics:
        questions = [
            name
            for name in items.questions_of(topic)
            if name in answered.levels or answered.is_open(name)
        ]
        if questions:
            counted.setdefault(items.questionnaire_of(topic).id, {})[topic] = questions
    return list(counted.values())
