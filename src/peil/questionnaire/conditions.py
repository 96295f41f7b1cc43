"""Conditions that no answers and no profile can make true."""

import operator
from collections.abc import Callable
from itertools import product
from typing import Final

from peil.questionnaire.draft import Draft, DraftQuestion
from peil.questionnaire.model import Condition
from peil.questionnaire.values import PROFILE_VALUES

Allowed = dict[str, frozenset[str]]
"""What may still hold: profile combinations under `profile`, level numbers per question."""

_PROFILES = frozenset(
    f"{people}/{audience}" for people, audience in product(*PROFILE_VALUES.values())
)
_COMPARISONS: Final[dict[str, Callable[[int, int], bool]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}


def never_asked(draft: Draft, scale: tuple[int, int]) -> list[DraftQuestion]:
    """Return the questions whose condition, with all that it rests on, cannot hold.

    A condition on a question holds only when that one is asked itself, so the
    conditions of both must hold together: a conjunction, and so it is enough that
    for each subject some value is left.
    """
    levels = frozenset(map(str, range(scale[0], scale[1] + 1)))
    order = {question.id: place for place, question in enumerate(draft.questions)}
    allowed: dict[str, Allowed] = {}
    found: list[DraftQuestion] = []
    for question in draft.questions:
        conditions = [placed.condition for placed in question.ask_if]
        own = _together(conditions, order, allowed, levels)
        allowed[question.id] = own
        if not all(own.values()):
            found.append(question)
    return found


def _together(
    conditions: list[Condition],
    order: dict[str, int],
    allowed: dict[str, Allowed],
    levels: frozenset[str],
) -> Allowed:
    own: Allowed = {"profile": _PROFILES}
    subjects: set[str] = set()
    for condition in conditions:
        if condition.subject in PROFILE_VALUES:
            own["profile"] &= _profiles(condition)
        else:
            subjects.add(condition.subject)
            before = own.get(condition.subject, levels)
            own[condition.subject] = before & _levels(condition, levels)
    covered: set[str] = set()
    for subject in sorted(subjects, key=lambda name: order.get(name, -1), reverse=True):
        # What an already merged question rests on was merged with it.
        if subject in covered:
            continue
        for name, values in allowed.get(subject, {}).items():
            own[name] = own.get(name, values) & values
            covered.add(name)
    return own


def _profiles(condition: Condition) -> frozenset[str]:
    place = list(PROFILE_VALUES).index(condition.subject)
    return frozenset(
        profile
        for profile in _PROFILES
        if condition.value == profile.split("/")[place]
        or (condition.subject == "audience" and profile.endswith("/both"))
    )


def _levels(condition: Condition, levels: frozenset[str]) -> frozenset[str]:
    if condition.value not in levels:
        return levels  # an error of its own
    holds = _COMPARISONS[condition.operator]
    return frozenset(level for level in levels if holds(int(level), int(condition.value)))
