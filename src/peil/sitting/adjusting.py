"""What a profile and the plan's settings may be: pure changes, each checked first."""

import math
from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace

from peil.assessment.items import Items
from peil.assessment.model import (
    MAX_GOALS,
    MAX_HOURS,
    Assessment,
    Audience,
    Importance,
    People,
    Profile,
)
from peil.errors import PeilError
from peil.plan.importance import proposed_importance
from peil.questionnaire.model import GOALS
from peil.sitting.texts import kept_name
from peil.text.clean import clean_name
from peil.text.languages import mark


def checked_title(title: str) -> str:
    """Return a title made safe; PeilError when nothing is left of it."""
    name = clean_name(title)
    if not name:
        raise PeilError(mark("A name is needed: type the name of the business."))
    kept_name(title)  # which refuses what is too long
    return name


def checked_hours(hours: float) -> float:
    """Return hours a week; PeilError unless above 0 and at most `MAX_HOURS`."""
    if not (math.isfinite(hours) and 0 < hours <= MAX_HOURS) or round(hours * 60) < 1:
        raise PeilError(
            mark("Hours a week must be above 0 and at most {most}: {hours} is not."),
            most=int(MAX_HOURS),
            hours=f"{hours:g}",
        )
    return round(hours * 60) / 60


def checked_goals(goals: Sequence[str]) -> tuple[str, ...]:
    """Return goal ids, each once; PeilError for an unknown one or more than `MAX_GOALS`."""
    chosen = tuple(dict.fromkeys(goals))
    for goal in chosen:
        if goal not in GOALS:
            raise PeilError(
                mark("There is no goal {goal}: choose from {goals}."),
                goal=goal,
                goals=", ".join(GOALS),
            )
    if len(chosen) > MAX_GOALS:
        raise PeilError(
            mark("At most {most} goals: with more, nothing comes first."), most=MAX_GOALS
        )
    return chosen


def checked_profile(
    people: People, audience: Audience, hours: float, goals: Sequence[str]
) -> Profile:
    """Return a profile of checked parts."""
    if people not in get_args(People) or audience not in get_args(Audience):
        raise PeilError(mark("People is solo or team; audience is customers, staff or both."))
    return Profile(people, audience, checked_hours(hours), checked_goals(goals))


def aimed(assessment: Assessment, items: Items, topic: str, level: int) -> Assessment:
    """Return the assessment with its own target for `topic`; PeilError outside the scale.

    The questionnaire's own target takes the user's away again.
    """
    scale = items.questionnaire_of(topic)
    if not scale.first_level < level <= scale.last_level:
        raise PeilError(
            mark("{topic} cannot aim at level {level}: choose a number from {first} to {last}."),
            topic=topic,
            level=level,
            first=scale.first_level + 1,
            last=scale.last_level,
        )
    targets = {**assessment.targets, topic: level}
    if level == scale.target:
        del targets[topic]
    return replace(assessment, targets=targets)


def weighed(assessment: Assessment, items: Items, topic: str, importance: Importance) -> Assessment:
    """Return the assessment with the importance of `topic` set by the user.

    That wins from what the goals propose; what is so anyhow need not be kept.
    """
    proposed = proposed_importance(topic, items, assessment)
    if importance == proposed == "normal":
        return unweighed(assessment, topic)
    return replace(assessment, importances={**assessment.importances, topic: importance})


def unweighed(assessment: Assessment, topic: str) -> Assessment:
    """Return the assessment with `topic` as important again as the goals make it."""
    importances = {
        name: importance for name, importance in assessment.importances.items() if name != topic
    }
    return replace(assessment, importances=importances)
