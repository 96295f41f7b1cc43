"""Small things in a file that somebody else changed, put right or dropped while it is read.

A merge of two copies, or an edit by hand, may leave values that nothing in the program
makes. Where dropping one loses nothing that can be shown, the rest is still worth reading.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, get_args

from peil.assessment.team import (
    FINGERS,
    MAX_MEETING,
    MAX_VOTERS,
    USUAL_MEETING,
    Meeting,
    Way,
)
from peil.questionnaire.ids import is_id
from peil.questionnaire.model import GOALS
from peil.store.when import is_time

HIGHEST_LEVEL = 9
"""Highest level number that a scale may have."""
HIGHEST_CODE = 999_999
"""Highest number of an action's code that is believed."""
USUAL_LANGUAGE = "en"
"""Language of an assessment whose file names none."""
LONGEST_USED = 24 * 60 * 60
"""Most seconds of a meeting that are believed."""
_FINGERS = tuple(map(str, range(FINGERS + 1)))
_IMPORTANCES = ("low", "normal", "high")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CODE = re.compile(r"A([0-9]{1,6})")
_GIVEN_CODE = re.compile(r"A[0-9]{2,7}")


def language(value: object) -> str:
    """Return a language as the file names it; the usual one for what is no language's tag."""
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else USUAL_LANGUAGE


def targets(values: Mapping[str, Any]) -> dict[str, int]:
    """Return the targets that could be levels of a topic."""
    return {
        topic: level
        for topic, level in values.items()
        if _is_topic(topic) and type(level) is int and 0 <= level <= HIGHEST_LEVEL
    }


def importances(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the importances that are one of the three, each of a topic."""
    return {topic: each for topic, each in values.items() if _is_topic(topic) and _is_known(each)}


def goals(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of goals that there are."""
    return {goal: plan for goal, plan in values.items() if goal in GOALS}


def actions(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the actions under a code of ours; any other text would go into lists as it is."""
    return {
        code: action
        for code, action in values.items()
        if _GIVEN_CODE.fullmatch(code) and action.get("code") == code
    }


def votes(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was voted on questions that there could be, with counts that could be counts.

    A round of which a count is none says nothing that could be shown; a reader of earlier
    files finds none at all.
    """
    return {
        question: {**vote, "rounds": [each for each in vote.get("rounds", ()) if _is_round(each)]}
        for question, vote in values.items()
        if _is_topic(question)
    }


def _is_round(value: Mapping[str, Any]) -> bool:
    counts = [*value.get("votes", {}).values(), value.get("unknown", 0), value.get("abstain", 0)]
    levels = value.get("votes", {})
    return (
        all(level.isascii() and level.isdecimal() and len(level) == 1 for level in levels)
        and all(type(count) is int and 0 <= count <= MAX_VOTERS for count in counts)
        and 0 < sum(counts) <= MAX_VOTERS
    )


def meeting(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a team meets, each part in its range, or as it is where nothing was said."""
    fist, began, names = value.get("fist"), value.get("began"), value.get("names")
    return {
        **value,
        "voters": _within(value.get("voters", 0), MAX_VOTERS),
        "names": [each for each in _listed(names) if isinstance(each, str)],
        "facilitator_votes": value.get("facilitator_votes") is True,
        "minutes": _within(value.get("minutes", USUAL_MEETING), MAX_MEETING) or USUAL_MEETING,
        "used": _within(value.get("used", 0), LONGEST_USED),
        "began": began if isinstance(began, str) and is_time(began) else "",
        "counted": _within(value.get("counted", 0), HIGHEST_CODE),
        "topics": [each for each in _listed(value.get("topics")) if _is_topic_id(each)],
        "way": value["way"] if value.get("way") in get_args(Way) else Meeting().way,
        "fist": fist if isinstance(fist, dict) and _is_fist(fist) else {},
    }


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _is_topic_id(value: object) -> bool:
    return isinstance(value, str) and _is_topic(value)


def _is_fist(value: Mapping[str, Any]) -> bool:
    return all(
        fingers in _FINGERS and type(count) is int and 0 < count <= MAX_VOTERS
        for fingers, count in value.items()
    )


def _within(value: object, most: int) -> int:
    return max(0, min(value, most)) if type(value) is int else 0


def in_order(values: Mapping[str, Any]) -> list[Any]:
    """Return parts that are kept by number, in the order of their numbers."""
    return [values[number] for number in sorted(values, key=int)]


def last_code(stated: int, codes: Collection[str]) -> int:
    """Return the highest number of a code ever given: as stated, or as one that is there.

    A code is given once: with a number that is too low, old ones would be given again.
    """
    numbers = (int(found[1]) for code in codes if (found := _CODE.fullmatch(code)))
    return max((code_number(stated), *numbers))


def code_number(stated: int) -> int:
    """Return the number of a code as stated, or the nearest that is believed."""
    return max(0, min(stated, HIGHEST_CODE))


def _is_topic(name: str) -> bool:
    questionnaire, _, topic = name.partition("/")
    return is_id(questionnaire) and is_id(topic)


def _is_known(importance: object) -> bool:
    return isinstance(importance, str) and importance in _IMPORTANCES
