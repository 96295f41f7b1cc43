"""When a topic stands at a level, and when the base carries.

A topic stands at level L when its core question is rated L or above and each of its
other questions is at most one level lower. Not applicable and not asked questions
drop out; without its core question the others alone decide.
"""

from collections.abc import Iterable

from peil.assessment.answered import Answered
from peil.assessment.items import Items
from peil.score.model import Stands, TopicScore, Verdict


def required_levels(items: Items, topic: str, level: int) -> tuple[tuple[str, int], ...]:
    """Return what each question of a topic must reach for it to stand at `level`.

    All its questions by full id, in order, whatever their state: the core question
    has the level itself, the others one below.
    """
    core = items.core_of(topic)
    return tuple(
        [(name, level if name == core else level - 1) for name in items.questions_of(topic)]
    )


def stands_at(answered: Answered, topic: str, level: int) -> Stands:
    """Return whether a topic stands at `level`.

    `yes` when it does with every open question (unanswered, pending, don't know) at
    the first level, `no` when it does not even with them at the last, else `open`. A
    topic of which nothing is asked or applicable keeps nothing back: `yes`.
    """
    first = answered.items.questionnaire_of(topic).first_level
    stands: Stands = "yes"
    for name, needed in required_levels(answered.items, topic, level):
        rated = answered.levels.get(name)
        if rated is not None:
            if rated < needed:
                return "no"
        elif needed > first and answered.is_open(name):
            stands = "open"
    return stands


def stands_so_far(answered: Answered, topic: str, level: int) -> bool:
    """Return whether a topic stands at `level` as far as it is answered.

    Unanswered and pending questions are passed over, but for an open core question;
    don't know counts as the first level. Something must be rated.
    """
    first = answered.items.questionnaire_of(topic).first_level
    rated = False
    for name, needed in required_levels(answered.items, topic, level):
        found = first if answered.states[name] == "unknown" else answered.levels.get(name)
        if found is None:
            if answered.is_open(name) and name == answered.items.core_of(topic):
                return False
        elif found < needed:
            return False
        rated = rated or name in answered.levels
    return rated


def weakest_link(answered: Answered, topic: str) -> int | None:
    """Return a topic's level: the lowest of its rated and don't-know questions.

    Don't know counts as the first level; None when there is no such question.
    """
    names = answered.items.questions_of(topic)
    levels = [answered.levels[name] for name in names if name in answered.levels]
    if any(answered.states[name] == "unknown" for name in names):
        levels.append(answered.items.questionnaire_of(topic).first_level)
    return min(levels, default=None)


def verdict_of(gate_topics: Iterable[TopicScore]) -> tuple[Verdict | None, tuple[str, ...]]:
    """Return the verdict over the topics of gate questionnaires, and the blocking topics.

    Topics that are not assessed drop out; without any there is no verdict. Blocking
    are the topics that do not stand, then those that are open, each in their order.
    """
    assessed = [topic for topic in gate_topics if topic.stands is not None]
    missing = tuple(topic.id for topic in assessed if topic.stands == "no")
    unsure = tuple(topic.id for topic in assessed if topic.stands == "open")
    if not assessed:
        return None, ()
    if missing:
        return "not-ready", missing + unsure
    return ("undecided" if unsure else "ready"), unsure
