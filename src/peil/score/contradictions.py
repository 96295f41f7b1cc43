"""Answers that contradict each other: a level is claimed whose needs are denied.

What is unanswered or don't know denies nothing; what is not applicable, not asked or
not in the assessment counts as met.
"""

from peil.assessment.answered import Answered
from peil.assessment.items import needed_level
from peil.questionnaire.model import Need
from peil.score.model import Contradiction
from peil.score.standing import stands_at, weakest_link


def contradictions(answered: Answered) -> tuple[Contradiction, ...]:
    """Return one contradiction per question and needed topic, in questionnaire order.

    Where a question has several denied needs within one topic, a need on the topic
    itself speaks for all, else the one furthest from being met, else the first.
    """
    found: list[Contradiction] = []
    for question, level in answered.levels.items():
        by_topic: dict[str, Contradiction] = {}
        for step in answered.items.question(question).levels:
            if step.number > level:
                break
            for need in step.needs:
                denied = _denied(need, question, answered)
                if denied is not None:
                    topic = _topic_of(need.target, answered)
                    by_topic[topic] = max(
                        by_topic.get(topic, denied), denied, key=lambda one: _weight(one, answered)
                    )
        found += by_topic.values()
    return tuple(found)


def _denied(need: Need, question: str, answered: Answered) -> Contradiction | None:
    """Return the contradiction when the answers deny this need of a question's level."""
    target, items = need.target, answered.items
    stands: int | None
    if items.has_topic(target):
        needed = needed_level(items, need)
        if stands_at(answered, target, needed) != "no":
            return None
        stands = weakest_link(answered, target)
    elif target in answered.levels:
        needed, stands = needed_level(items, need), answered.levels[target]
        if stands >= needed:
            return None
    else:
        return None
    return Contradiction(question, answered.levels[question], target, needed, stands)


def _topic_of(target: str, answered: Answered) -> str:
    """Return the topic that is needed, or in which the needed question stands."""
    return target if answered.items.has_topic(target) else answered.items.topic_of(target)


def _weight(one: Contradiction, answered: Answered) -> tuple[bool, int]:
    """Return how much a contradiction says beside others about the same topic."""
    return answered.items.has_topic(one.needs), one.needs_level - (one.stands or 0)
