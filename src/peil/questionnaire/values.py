"""Values of settings: whole numbers, yes and no, efforts, needs and conditions."""

from typing import Final

from peil.questionnaire.draft import Placed, PlacedCondition, PlacedNeed, split_list
from peil.questionnaire.ids import is_id, propose_id
from peil.questionnaire.model import GOALS, Condition, Need, Operator, full_id
from peil.questionnaire.problems import Problems

DEFAULT_MINUTES = 120
"""Effort of an action that says none, in minutes."""
ITEMS_LIMIT = 50
"""Most needs, or conditions, on one line."""
_MINUTES_OF_UNIT: Final = {"m": 1, "h": 60, "d": 480}
_UNITS: Final = {
    "m": ("m", "min", "mins", "minute", "minutes", "minuut", "minuten"),
    "h": ("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"),
    "d": ("d", "day", "days", "dag", "dagen"),
}
_ALMOST_AT_LEAST: Final = ("≥", "=>", "> =")
_OPERATORS: Final[tuple[Operator, ...]] = (">=", "<=", "=", "<", ">")
PROFILE_VALUES: Final = {
    "people": ("solo", "team"),
    "audience": ("customers", "staff", "both"),
}
"""The profile fields that a condition may ask for, and their values."""


def whole_number(text: str) -> int | None:
    """Return a number of one to six plain digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def yes_or_no(name: str, placed: Placed, problems: Problems) -> bool | None:
    """Return what a yes/no value says; None where it is wrong."""
    if placed.text in ("yes", "no"):
        return placed.text == "yes"
    problems.add("yes-or-no", placed.line, name=name, value=placed.text)
    return None


def weight(placed: Placed, problems: Problems) -> int | None:
    """Return a weight: a whole number from 1."""
    number = whole_number(placed.text)
    if not number:
        problems.add("weight-invalid", placed.line, value=placed.text)
        return None
    return number


def goals(placed: Placed, problems: Problems) -> tuple[str, ...]:
    """Return the goals that make a topic important."""
    found: list[str] = []
    for item in split_list(placed.text):
        if item not in GOALS:
            problems.add_unknown("goal-unknown", placed.line, item, GOALS)
        elif item in found:
            problems.add("goal-twice", placed.line, name=item)
        else:
            found.append(item)
    return tuple(found)


def effort(placed: Placed, problems: Problems) -> int | None:
    """Return an effort in minutes of work: `45m`, `2h`, `1.5h`, `1d` (8 hours)."""
    minutes = _minutes(placed.text)
    if minutes is None:
        meant = _effort_meant(placed.text)
        hint = {"suggestion": meant} if _minutes(meant) else {}
        problems.add("effort-invalid", placed.line, value=placed.text, **hint)
    return minutes


def _minutes(text: str) -> int | None:
    number, unit = text[:-1].strip(), text[-1:]
    digits = number.replace(".", "", 1)
    if unit in _MINUTES_OF_UNIT and digits.isascii() and digits.isdigit() and len(number) <= 6:
        minutes = round(float(number) * _MINUTES_OF_UNIT[unit])
        return minutes if minutes >= 1 else None
    return None


def _effort_meant(text: str) -> str:
    """Return an effort that has a comma, or its unit in words, as it should be written."""
    plain = text[:20].casefold().replace(",", ".")
    number = plain.rstrip("abcdefghijklmnopqrstuvwxyz. ")
    unit = plain[len(number) :].strip(". ")
    return number + next((short for short, words in _UNITS.items() if unit in words), "?")


def needs(placed: Placed, questionnaire: str, problems: Problems) -> list[PlacedNeed]:
    """Return the items of a `needs:` bullet, their targets as full ids."""
    found: list[PlacedNeed] = []
    for item in _items(placed, problems):
        need = _need(item, questionnaire)
        if need is not None:
            found.append(PlacedNeed(need, placed.line))
            continue
        meant = item
        for sign in _ALMOST_AT_LEAST:
            meant = meant.replace(sign, ">=")
        hint = {"suggestion": meant} if _need(meant, questionnaire) else {}
        problems.add("needs-invalid", placed.line, text=item, **hint)
    return found


def _need(text: str, questionnaire: str) -> Need | None:
    target, operator, number = (part.strip() for part in text.partition(">="))
    level = whole_number(number)
    if not operator or level is None or not _is_target(target):
        return None
    return Need(full(target, questionnaire), level)


def _items(placed: Placed, problems: Problems) -> tuple[str, ...]:
    """Return the items of a list that names questions, which has a limit."""
    items = split_list(placed.text)
    if len(items) > ITEMS_LIMIT:
        problems.add("too-many-items", placed.line, count=len(items), limit=ITEMS_LIMIT)
    return items[:ITEMS_LIMIT]


def _is_target(text: str) -> bool:
    parts = text.split("/")
    return len(parts) <= 2 and all(is_id(part) for part in parts)


def full(target: str, questionnaire: str) -> str:
    """Return an id with its questionnaire before it, which is the given one when unnamed."""
    return target if "/" in target else full_id(questionnaire, target)


def twin(placed: Placed, problems: Problems) -> bool:
    """Return whether a `see:` value is an id, with or without its questionnaire."""
    if _is_target(placed.text):
        return True
    problems.add("see-invalid", placed.line, text=placed.text)
    return False


def former_ids(placed: Placed, problems: Problems) -> bool:
    """Return whether a `was:` value consists of ids."""
    wrong = [item for item in split_list(placed.text) if not is_id(item)]
    for item in wrong:
        problems.add("id-invalid", placed.line, id=item, proposal=propose_id(item, ()))
    return not wrong


def conditions(placed: Placed, problems: Problems) -> list[PlacedCondition]:
    """Return the items of an `ask if:` bullet; all must hold."""
    found: list[PlacedCondition] = []
    for item in _items(placed, problems):
        condition = _condition(item)
        if condition is None:
            problems.add("condition-invalid", placed.line, text=item)
        elif condition.subject in PROFILE_VALUES and not _fits_profile(condition):
            problems.add(
                "condition-profile",
                placed.line,
                text=item,
                field=condition.subject,
                values=", ".join(PROFILE_VALUES[condition.subject]),
            )
        elif condition.subject not in PROFILE_VALUES and whole_number(condition.value) is None:
            problems.add("condition-invalid", placed.line, text=item)
        else:
            found.append(PlacedCondition(condition, placed.line))
    return found


def _condition(text: str) -> Condition | None:
    for operator in _OPERATORS:
        subject, found, value = (part.strip() for part in text.partition(operator))
        if found:
            return Condition(subject, operator, value) if is_id(subject) and value else None
    return None


def _fits_profile(condition: Condition) -> bool:
    return condition.operator == "=" and condition.value in PROFILE_VALUES[condition.subject]
