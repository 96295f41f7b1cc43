"""Where a mark of not applicable makes a topic look firmer, and which mark it is.

Such a question leaves the sum and the weakest link. Put at its first level instead, it
would hold its topic down: that is what a reader must be told.
"""

from typing import NamedTuple

from peil.assessment.answered import Answered
from peil.score.standing import required_levels, stands_at, weakest_link


class Lift(NamedTuple):
    """One not-applicable question, and what it does to its topic."""

    question: str
    """Full id."""
    topic: str
    """Full id."""
    level: int | None
    """The topic's level now, where the mark lifts it; else None."""
    otherwise: int
    """The level at which the topic would be with this question at its first level."""
    stands: bool
    """Whether the topic of a gate stands because of this mark."""


def lifts(answered: Answered) -> tuple[Lift, ...]:
    """Return every mark that lifts a level or makes a topic stand, in questionnaire order."""
    found = (
        _lift(answered, name)
        for name, state in answered.states.items()
        if state == "not-applicable"
    )
    return tuple(lift for lift in found if lift.level is not None or lift.stands)


def _lift(answered: Answered, question: str) -> Lift:
    """Return what one not-applicable question does to its topic."""
    topic = answered.items.topic_of(question)
    questionnaire = answered.items.questionnaire_of(topic)
    first, target = questionnaire.first_level, questionnaire.target
    level = weakest_link(answered, topic)
    needed = dict(required_levels(answered.items, topic, target))[question]
    counted = any(
        answered.states[name] not in ("not-applicable", "not-asked")
        for name in answered.items.questions_of(topic)
    )
    return Lift(
        question,
        topic,
        level=level if level is not None and level > first else None,
        otherwise=first,
        stands=questionnaire.gate
        and counted
        and needed > first
        and stands_at(answered, topic, target) == "yes",
    )
