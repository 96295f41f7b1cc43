"""Random questionnaires and answers for property tests.

Conditions and needs look back only, so no circle can arise; everything else that
the format allows may occur: gates, weights, scales, not applicable, own targets.
"""

from functools import cache
from typing import Final, NamedTuple

import msgspec
from hypothesis import strategies as st

from peil.assessment.model import Answer, Assessment, Importance, Profile
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
from tests.builders import NOT_APPLICABLE, TIME, UNKNOWN, Given, assessment


class Case(NamedTuple):
    """Questionnaires with an assessment over them."""

    questionnaires: tuple[Questionnaire, ...]
    assessment: Assessment


class Shape(NamedTuple):
    """How large a random case may become, and what may occur in it."""

    questionnaires: int = 2
    topics: int = 3
    questions: int = 3
    conditions: bool = True
    needs: bool = True


ANY: Final = Shape()
"""Everything the format allows."""
STEADY: Final = Shape(conditions=False)
"""No conditions: no answer switches a question on or off."""

_LETTERS: Final = "abcdefgh"
_OPERATORS: Final[tuple[Operator, ...]] = (">=", "<=", "=", "<", ">")
_IMPORTANCES: Final[tuple[Importance, ...]] = ("low", "normal", "high")


@cache
def _whole(low: int, high: int) -> st.SearchStrategy[int]:
    """Return whole numbers of a range; made once, because making one takes long."""
    return st.integers(low, high)


_FLIP: Final = st.booleans()
_QUARTER: Final = _whole(0, 3)
_MINUTES: Final = st.sampled_from((15, 30, 45, 60, 90, 120, 240, 480))
_STATES: Final = st.sampled_from(("rated", "rated", "rated", "?", "-", "open", "note"))
_AUDIENCES: Final = st.sampled_from(("customers", "staff"))
_OPERATOR: Final = st.sampled_from(_OPERATORS)
_IMPORTANCE: Final = st.sampled_from(_IMPORTANCES)


class _Earlier(NamedTuple):
    """A topic or question that later ones may refer to."""

    name: str
    local: str
    first: int
    last: int


def _needs(draw: st.DrawFn, earlier: list[_Earlier]) -> tuple[Need, ...]:
    """Draw one need on an earlier topic or question, above its first level, or none."""
    if not earlier or draw(_QUARTER):
        return ()
    one = earlier[draw(_whole(0, len(earlier) - 1))]
    return (Need(one.name, draw(_whole(one.first + 1, one.last))),)


def _conditions(draw: st.DrawFn, earlier: list[_Earlier]) -> tuple[Condition, ...]:
    """Draw at most two conditions on the profile or on earlier questions."""
    kind = draw(_whole(0, 7))
    parts: list[Condition] = []
    if kind in (1, 4):
        parts.append(Condition("people", "=", "team"))
    if kind in (2, 5):
        parts.append(Condition("audience", "=", draw(_AUDIENCES)))
    if kind in (3, 4, 5, 6) and earlier:
        one = earlier[draw(_whole(0, len(earlier) - 1))]
        level = draw(_whole(one.first, one.last))
        parts.append(Condition(one.local, draw(_OPERATOR), str(level)))
    return tuple(parts)


def _question(
    draw: st.DrawFn,
    name: str,
    scale: tuple[int, int],
    needs: list[_Earlier],
    conditions: list[_Earlier] | None,
) -> Question:
    """Draw one question that is no core question."""
    first, last = scale
    effort = draw(_MINUTES)
    levels = tuple(
        Level(
            number,
            f"{name} stands at {number}",
            LevelAction(f"Bring {name} to {number}", effort * (number - first))
            if number > first
            else None,
            _needs(draw, needs) if number > first else (),
        )
        for number in range(first, last + 1)
    )
    return Question(
        name,
        f"Where does {name} stand?",
        levels,
        weight=draw(_whole(1, 3)),
        ask_if=_conditions(draw, conditions) if conditions is not None else (),
    )


def _questionnaire(
    draw: st.DrawFn, number: int, shape: Shape, earlier: list[_Earlier]
) -> Questionnaire:
    """Draw one questionnaire, and add its topics and questions to `earlier`."""
    name = f"list{number}"
    first = draw(_whole(0, 1))
    last = first + draw(_whole(1, 4))
    own: list[_Earlier] = []
    topics = []
    for letter in _LETTERS[: draw(_whole(1, shape.topics))]:
        questions: list[Question] = []
        here: list[_Earlier] = []
        for place in range(draw(_whole(1, shape.questions))):
            local = f"{letter}{place + 1}"
            reach = [*earlier, *here] if shape.needs else []
            asked = [*own, *here] if shape.conditions else None
            questions.append(_question(draw, local, (first, last), reach, asked))
            here.append(_Earlier(f"{name}/{local}", local, first, last))
        core = draw(_whole(0, len(questions) - 1))
        questions[core] = msgspec.structs.replace(questions[core], core=True)
        topics.append(Topic(letter, letter.upper(), tuple(questions), weight=draw(_whole(1, 3))))
        own += here
        earlier += [*here, _Earlier(f"{name}/{letter}", letter, first, last)]
    return Questionnaire(
        name,
        f"List {number}",
        1,
        "en",
        tuple(topics),
        first_level=first,
        last_level=last,
        target=draw(_whole(first + 1, last)),
        gate=draw(_FLIP),
        weight=draw(_whole(1, 3)),
    )


@st.composite
def questionnaires(draw: st.DrawFn, shape: Shape = ANY) -> tuple[Questionnaire, ...]:
    """Draw up to `shape.questionnaires` questionnaires, the later ones needing the earlier."""
    earlier: list[_Earlier] = []
    count = draw(_whole(1, shape.questionnaires))
    return tuple(_questionnaire(draw, number + 1, shape, earlier) for number in range(count))


profiles: Final[st.SearchStrategy[Profile]] = st.builds(
    Profile,
    people=st.sampled_from(("solo", "team")),
    audience=st.sampled_from(("customers", "staff", "both")),
    hours=st.sampled_from((0.5, 1.0, 3.0, 7.5, 40.0)),
)
"""Profiles without goals."""


def _given(draw: st.DrawFn, scale: st.SearchStrategy[int]) -> Given | None:
    """Draw one answer, or none."""
    match draw(_STATES):
        case "rated":
            return draw(scale)
        case "?":
            return UNKNOWN
        case "-":
            return NOT_APPLICABLE
        case "note":
            return Answer(note="ask Marieke", changed=TIME)
        case _:
            return None


@st.composite
def assessments(draw: st.DrawFn, over: tuple[Questionnaire, ...]) -> Assessment:
    """Draw answers, a profile, own targets and importances over these questionnaires."""
    given: dict[str, Given] = {}
    targets: dict[str, int] = {}
    importances: dict[str, Importance] = {}
    for one in over:
        scale = _whole(one.first_level, one.last_level)
        for topic in one.topics:
            for question in topic.questions:
                answer = _given(draw, scale)
                if answer is not None:
                    given[f"{one.id}/{question.id}"] = answer
            own = draw(_whole(one.first_level, one.last_level))
            if own > one.first_level:
                targets[f"{one.id}/{topic.id}"] = own
            importance = draw(_IMPORTANCE)
            if importance != "normal":
                importances[f"{one.id}/{topic.id}"] = importance
    return assessment(over, given, profile=draw(profiles), targets=targets, importances=importances)


@st.composite
def cases(draw: st.DrawFn, shape: Shape = ANY) -> Case:
    """Draw questionnaires of this shape with an assessment over them."""
    over = draw(questionnaires(shape))
    return Case(over, draw(assessments(over)))
