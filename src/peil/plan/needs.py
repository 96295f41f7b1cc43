"""What the levels of a questionnaire ask of other questions.

A need on a topic means that it stands at that level: its core question there, its
others at most one lower. What is not in the assessment is met, and so is the first
level, since every question stands at least there.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from peil.assessment.answered import Answered
from peil.assessment.items import Items, needed_level
from peil.questionnaire.model import Level
from peil.score.standing import required_levels

Requirement = tuple[str, int]
"""A question's full id, and the level at which it must stand."""


class Requirements:
    """What the levels of some questions, and the topics of some gates, require."""

    __slots__ = ("by_level", "by_topic", "upto_level")

    def __init__(self, items: Items) -> None:
        """Look up once what does not depend on any answer."""
        self.by_level: dict[str, dict[int, tuple[Requirement, ...]]] = {}
        """By full id of a question, then by level number: what the needs there require."""
        self.upto_level: dict[str, dict[int, tuple[Requirement, ...]]] = {}
        """The same for the needs there and at all levels below."""
        self.by_topic: dict[str, tuple[Requirement, ...]] = {}
        """By full id of a topic of a gate: what it takes to stand at the gate's target."""
        for name in items.questions:
            by_level: dict[int, tuple[Requirement, ...]] = {}
            upto_level: dict[int, tuple[Requirement, ...]] = {}
            joined: dict[str, int] = {}
            for level in items.question(name).levels:
                own = _highest(_required(items, level))
                joined = _highest((*joined.items(), *own.items()))
                by_level[level.number] = tuple(own.items())
                upto_level[level.number] = tuple(joined.items())
            self.by_level[name], self.upto_level[name] = by_level, upto_level
        for topic in items.topics:
            questionnaire = items.questionnaire_of(topic)
            if questionnaire.gate:
                self.by_topic[topic] = tuple(_standing(items, topic, questionnaire.target))


def _highest(requirements: Iterable[Requirement]) -> dict[str, int]:
    """Return the highest level that is required of each question."""
    highest: dict[str, int] = {}
    for name, level in requirements:
        highest[name] = max(level, highest.get(name, level))
    return highest


def _required(items: Items, level: Level) -> Iterator[Requirement]:
    """Return what the needs of one level require of questions."""
    for need in level.needs:
        if items.has_topic(need.target):
            yield from _standing(items, need.target, needed_level(items, need))
        elif items.has_question(need.target):
            first = items.questionnaire_of(need.target).first_level
            if need.level > first:
                yield need.target, needed_level(items, need)


def _standing(items: Items, topic: str, level: int) -> Iterator[Requirement]:
    """Return what it takes for a topic to stand at a level."""
    first = items.questionnaire_of(topic).first_level
    for name, needed in required_levels(items, topic, level):
        if needed > first:
            yield name, needed


@lru_cache(maxsize=16)
def requirements_of(items: Items) -> Requirements:
    """Return what the levels of these questionnaires require, looked up once."""
    return Requirements(items)


def missing(known: Answered, requirements: Sequence[Requirement]) -> list[Requirement]:
    """Return those that the answers do not grant for certain.

    What is not applicable or not asked is granted; open questions (unanswered, pending,
    don't know) grant nothing.
    """
    levels = known.levels
    return [
        (name, needed)
        for name, needed in requirements
        if (levels[name] < needed if name in levels else known.is_open(name))
    ]
