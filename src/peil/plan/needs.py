"""What a level asks of other questions, as far as the answers do not grant it yet.

A need on a topic means that it stands at that level: its core question there, its
others at most one lower. What is not applicable, not asked or not in the assessment
is met, and so is the first level, since every question stands at least there.
"""

from collections.abc import Iterator

from peil.assessment.answered import Answered
from peil.questionnaire.model import Question
from peil.score.standing import required_levels

Requirement = tuple[str, int]
"""A question's full id, and the level at which it must stand."""


def is_missing(answered: Answered, question: str, level: int) -> bool:
    """Return whether a question does not stand at a level for certain."""
    rated = answered.levels.get(question)
    if rated is not None:
        return rated < level
    first = answered.items.questionnaire_of(question).first_level
    return level > first and answered.is_open(question)


def missing_to_stand(answered: Answered, topic: str, level: int) -> list[Requirement]:
    """Return what a topic lacks to stand at a level, in the order of its questions.

    Open questions (unanswered, pending, don't know) are among it: they may lack it.
    """
    return [
        (name, needed)
        for name, needed in required_levels(answered.items, topic, level)
        if is_missing(answered, name, needed)
    ]


def missing_needs(
    answered: Answered, question: Question, above: int | None, upto: int
) -> Iterator[Requirement]:
    """Return what the levels of a question, above one and up to another, ask and lack.

    With `above` None all levels up to `upto` count.
    """
    items = answered.items
    for level in question.levels:
        if level.number > upto:
            return
        if above is None or level.number > above:
            for need in level.needs:
                if items.has_topic(need.target):
                    yield from missing_to_stand(answered, need.target, need.level)
                elif items.has_question(need.target) and is_missing(
                    answered, need.target, need.level
                ):
                    yield need.target, need.level
