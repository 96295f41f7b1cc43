"""What the result hangs on: which single answers can change what comes first.

Each answered question is put one level up and one level down, each unanswered one at
its first and at its last level. Where the first action, the set of the first three,
or the verdict then differs, the question is named.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from peil.assessment.agenda import contested_now
from peil.assessment.answered import Answered, answered
from peil.assessment.model import Assessment
from peil.plan.conditions import with_level
from peil.plan.planning import first_actions
from peil.questionnaire.model import Questionnaire
from peil.score.model import Verdict
from peil.score.standing import stands_at

_TOP = 3


class Influence(msgspec.Struct, frozen=True):
    """Questions by what they can change, full ids in questionnaire order."""

    first_action: tuple[str, ...]
    """Those that can change which action is the first."""
    top_three: tuple[str, ...]
    """Those that can change which actions are the first three, in whatever order."""
    verdict: tuple[str, ...]
    """Those that can change the verdict."""


def open_influence(questionnaires: Sequence[Questionnaire], assessment: Assessment) -> Influence:
    """Return which unanswered questions can still change the result.

    Questions that are pending are not put yet, so they are not among them.
    """
    known = answered(questionnaires, assessment)
    trials = []
    for name, state in known.states.items():
        if state == "unanswered":
            levels = known.items.question(name).levels
            trials.append((name, (levels[0].number, levels[-1].number)))
    return _influence(questionnaires, assessment, known, trials)


def answered_influence(
    questionnaires: Sequence[Questionnaire], assessment: Assessment
) -> Influence:
    """Return which rated questions would change the result, were they one level off."""
    known = answered(questionnaires, assessment)
    trials = []
    for name, level in known.levels.items():
        numbers = [one.number for one in known.items.question(name).levels]
        near = tuple(other for other in (level - 1, level + 1) if other in numbers)
        trials.append((name, near))
    return _influence(questionnaires, assessment, known, trials)


class _Result(NamedTuple):
    """What is watched of one result."""

    first_action: tuple[str, ...]
    top_three: frozenset[str]
    verdict: Verdict | None


def _influence(
    questionnaires: Sequence[Questionnaire],
    assessment: Assessment,
    known: Answered,
    trials: Sequence[tuple[str, tuple[int, ...]]],
) -> Influence:
    """Return which questions change the result when they stand at other levels.

    The contested ones come first: there the level itself is in doubt.
    """
    trials = sorted(trials, key=lambda trial: not contested_now(known.items, assessment, trial[0]))
    now = _result(known, assessment)
    found: dict[str, list[str]] = {field: [] for field in _Result._fields}
    for name, levels in trials:
        results = [
            _result(answered(questionnaires, other), other)
            for other in (with_level(assessment, name, level) for level in levels)
        ]
        for field, names in found.items():
            if any(getattr(result, field) != getattr(now, field) for result in results):
                names.append(name)
    return Influence(*(tuple(names) for names in found.values()))


def _result(known: Answered, assessment: Assessment) -> _Result:
    """Return what the answers lead to, as far as it is watched."""
    first = first_actions(known, assessment, _TOP)
    return _Result(first[:1], frozenset(first), _verdict(known))


def _verdict(known: Answered) -> Verdict | None:
    """Return the verdict alone, without the scores around it."""
    standing = {stands_at(known, topic, level) for topic, level in _gate_topics(known)}
    if "no" in standing:
        return "not-ready"
    if "open" in standing:
        return "undecided"
    return "ready" if standing else None


def _gate_topics(known: Answered) -> Iterator[tuple[str, int]]:
    """Return the assessed topics of gate questionnaires with the level that they must reach."""
    for topic in known.items.topics:
        questionnaire = known.items.questionnaire_of(topic)
        if questionnaire.gate and any(
            name in known.levels or known.is_open(name) for name in known.items.questions_of(topic)
        ):
            yield topic, questionnaire.target
