"""Questionnaires and assessments built in memory, in a few words.

`"a1 >= 2"` stands for a condition, `"q/a1 >= 2"` for a need; an answer is a level
number, `UNKNOWN`, `NOT_APPLICABLE`, or a whole `Answer`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, cast

from peil.assessment.model import Answer, Assessment, Importance, Profile, Source
from peil.questionnaire.model import (
    Condition,
    Level,
    LevelAction,
    Need,
    Operator,
    Question,
    Questionnaire,
    Topic,
)

UNKNOWN: Final = "unknown"
"""Answer of a question that was answered with don't know."""
NOT_APPLICABLE: Final = "not-applicable"
"""Answer of a question that was marked not applicable."""

Given = int | Literal["unknown", "not-applicable"] | Answer
"""An answer as tests write it."""

TIME: Final = "2026-11-21T10:30:00Z"
"""The moment at which everything in a built assessment happened."""


def condition(text: str) -> Condition:
    """Return the condition that `text` writes, such as `a1 >= 2` or `people = team`."""
    subject, operator, value = text.split()
    return Condition(subject, cast("Operator", operator), value)


def need(text: str) -> Need:
    """Return the need that `text` writes, such as `q/a1 >= 2`."""
    target, _, level = text.split()
    return Need(target, int(level))


def question(  # noqa: PLR0913 - a question has that many parts, and tests name the few they use
    name: str,
    *,
    scale: tuple[int, int] = (1, 4),
    core: bool = False,
    weight: int = 1,
    ask_if: Iterable[str] = (),
    needs: Mapping[int, Iterable[str]] | None = None,
    minutes: Mapping[int, int] | int = 120,
    actions: bool = True,
    see: str = "",
    text: str = "",
) -> Question:
    """Return a question with a level for each number of `scale`.

    `needs` holds the needs by level number; `minutes` the effort of each level's
    action, or one effort for all; `actions=False` leaves the actions out.
    """
    first, last = scale
    levels = tuple(
        Level(
            number,
            f"{name} stands at {number}",
            LevelAction(
                f"Bring {name} to {number}",
                minutes if isinstance(minutes, int) else minutes.get(number, 120),
            )
            if actions and number > first
            else None,
            tuple(need(part) for part in (needs or {}).get(number, ())),
        )
        for number in range(first, last + 1)
    )
    return Question(
        name,
        text or f"Where does {name} stand?",
        levels,
        core=core,
        weight=weight,
        ask_if=tuple(condition(part) for part in ask_if),
        see=see,
    )


def topic(
    name: str,
    *questions: Question,
    weight: int = 1,
    title: str = "",
    goals: Iterable[str] = (),
) -> Topic:
    """Return a topic; its title is its id with a capital where none is given."""
    return Topic(name, title or name.capitalize(), questions, weight=weight, goals=tuple(goals))


def questionnaire(
    name: str,
    *topics: Topic,
    scale: tuple[int, int] = (1, 4),
    target: int | None = None,
    gate: bool = False,
    weight: int = 1,
    level_names: Iterable[str] = (),
    language: str = "en",
) -> Questionnaire:
    """Return a questionnaire; its target is the last level but one where none is given."""
    first, last = scale
    return Questionnaire(
        name,
        f"The {name} list",
        1,
        language,
        topics,
        first_level=first,
        last_level=last,
        target=max(first + 1, last - 1) if target is None else target,
        gate=gate,
        weight=weight,
        level_names=tuple(level_names),
    )


def answer(given: Given) -> Answer:
    """Return the answer that a test wrote in short."""
    match given:
        case Answer():
            return given
        case int():
            return Answer("rated", given, changed=TIME)
        case "unknown":
            return Answer("unknown", changed=TIME)
        case "not-applicable":
            return Answer("not-applicable", reason="An agency does it for us.", changed=TIME)


def assessment(
    questionnaires: Sequence[Questionnaire],
    answers: Mapping[str, Given] | None = None,
    *,
    profile: Profile | None = None,
    targets: Mapping[str, int] | None = None,
    importances: Mapping[str, Importance] | None = None,
    core_only: bool = False,
    place: str | None = None,
) -> Assessment:
    """Return an assessment over `questionnaires` with answers by full question id."""
    return Assessment(
        "bakery-jansen",
        "Bakery Jansen",
        TIME,
        TIME,
        "en",
        tuple(Source(one.id, one.version, {"en": f"# {one.title}\n"}) for one in questionnaires),
        profile=profile or Profile(),
        targets=dict(targets or {}),
        importances=dict(importances or {}),
        answers={name: answer(given) for name, given in (answers or {}).items()},
        core_only=core_only,
        place=place,
    )


def worked_example() -> tuple[tuple[Questionnaire], Assessment]:
    """Return the worked example of the scoring rules: one gate `q` with topics a, b and c."""
    scale = (0, 3)
    example = questionnaire(
        "q",
        topic("a", question("a1", scale=scale, core=True, weight=2), question("a2", scale=scale)),
        topic("b", question("b1", scale=scale, core=True), question("b2", scale=scale)),
        topic("c", question("c1", scale=scale, core=True)),
        scale=scale,
        target=2,
        gate=True,
    )
    given: dict[str, Given] = {"q/a1": 1, "q/a2": UNKNOWN, "q/b1": 3, "q/c1": NOT_APPLICABLE}
    return (example,), assessment((example,), given)
