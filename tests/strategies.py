"""Random questionnaires and answers for property tests.

Conditions and needs look back only, so no circle can arise; everything else that
the format allows may occur: gates, weights, two scales, not applicable, own targets.
"""

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

LETTERS: Final = "abcdefgh"
"""Ids of random topics; their questions add a number."""

_OPERATORS: Final[tuple[Operator, ...]] = (">=", "<=", "=", "<", ">")


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


ANY = Shape()
"""Everything the format allows."""
STEADY = Shape(conditions=False)
"""No conditions: no answer switches a question on or off."""


class _Earlier(NamedTuple):
    """A topic or question that later ones may refer to."""

    name: str
    local: str
    first: int
    last: int


@st.composite
def _needs(draw: st.DrawFn, earlier: list[_Earlier]) -> tuple[Need, ...]:
    """Draw at most two needs on earlier topics or questions, above their first level."""
    if not earlier:
        return ()
    targets = draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True))
    return tuple(
        Need(one.name, draw(st.integers(one.first + 1, one.last)))
        for one in targets
        if draw(st.booleans())
    )


@st.composite
def _conditions(draw: st.DrawFn, earlier: list[_Earlier]) -> tuple[Condition, ...]:
    """Draw at most two conditions on the profile or on earlier questions."""
    parts = [
        Condition("people", "=", "team"),
        Condition("audience", "=", draw(st.sampled_from(("customers", "staff")))),
    ]
    if earlier:
        one = draw(st.sampled_from(earlier))
        operator = draw(st.sampled_from(_OPERATORS))
        level = draw(st.integers(one.first, one.last))
        parts.append(Condition(one.local, operator, str(level)))
    return tuple(part for part in parts if draw(st.integers(0, 3)) == 0)


@st.composite
def _question(
    draw: st.DrawFn,
    name: str,
    scale: tuple[int, int],
    needs: list[_Earlier],
    conditions: list[_Earlier] | None,
) -> Question:
    """Draw one question that is no core question."""
    levels = []
    for number in range(scale[0], scale[1] + 1):
        minutes = draw(st.sampled_from((15, 30, 45, 60, 90, 120, 240, 480)))
        levels.append(
            Level(
                number,
                f"{name} stands at {number}",
                LevelAction(f"Bring {name} to {number}", minutes) if number > scale[0] else None,
                draw(_needs(needs)) if number > scale[0] else (),
            )
        )
    return Question(
        name,
        f"Where does {name} stand?",
        tuple(levels),
        weight=draw(st.integers(1, 3)),
        ask_if=draw(_conditions(conditions)) if conditions is not None else (),
    )


@st.composite
def _questionnaire(
    draw: st.DrawFn, number: int, shape: Shape, earlier: list[_Earlier]
) -> Questionnaire:
    """Draw one questionnaire, and add its topics and questions to `earlier`."""
    name = f"list{number}"
    first = draw(st.integers(0, 1))
    last = first + draw(st.integers(1, 4))
    own: list[_Earlier] = []
    topics = []
    for letter in LETTERS[: draw(st.integers(1, shape.topics))]:
        questions: list[Question] = []
        here: list[_Earlier] = []
        for place in range(draw(st.integers(1, shape.questions))):
            local = f"{letter}{place + 1}"
            reach = [*earlier, *here] if shape.needs else []
            asked = [*own, *here] if shape.conditions else None
            question = draw(_question(local, (first, last), reach, asked))
            questions.append(question)
            here.append(_Earlier(f"{name}/{local}", local, first, last))
        core = draw(st.integers(0, len(questions) - 1))
        parts = tuple(_with_core(one, core=place == core) for place, one in enumerate(questions))
        topics.append(Topic(letter, letter.upper(), parts, weight=draw(st.integers(1, 3))))
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
        target=draw(st.integers(first + 1, last)),
        gate=draw(st.booleans()),
        weight=draw(st.integers(1, 3)),
    )


def _with_core(question: Question, *, core: bool) -> Question:
    """Return the question as a core question, or as an ordinary one."""
    return msgspec.structs.replace(question, core=core)


@st.composite
def questionnaires(draw: st.DrawFn, shape: Shape = ANY) -> tuple[Questionnaire, ...]:
    """Draw up to `shape.questionnaires` questionnaires, the later ones needing the earlier."""
    earlier: list[_Earlier] = []
    count = draw(st.integers(1, shape.questionnaires))
    return tuple(draw(_questionnaire(number + 1, shape, earlier)) for number in range(count))


profiles: st.SearchStrategy[Profile] = st.builds(
    Profile,
    people=st.sampled_from(("solo", "team")),
    audience=st.sampled_from(("customers", "staff", "both")),
    hours=st.sampled_from((0.5, 1.0, 3.0, 7.5, 40.0)),
)
"""Profiles without goals."""


@st.composite
def assessments(draw: st.DrawFn, over: tuple[Questionnaire, ...]) -> Assessment:
    """Draw answers, a profile, own targets and importances over these questionnaires."""
    given: dict[str, Given] = {}
    targets: dict[str, int] = {}
    importances: dict[str, Importance] = {}
    for one in over:
        scale = st.integers(one.first_level, one.last_level)
        for topic in one.topics:
            for question in topic.questions:
                match draw(st.sampled_from(("rated", "rated", "rated", "?", "-", "open", "note"))):
                    case "rated":
                        given[f"{one.id}/{question.id}"] = draw(scale)
                    case "?":
                        given[f"{one.id}/{question.id}"] = UNKNOWN
                    case "-":
                        given[f"{one.id}/{question.id}"] = NOT_APPLICABLE
                    case "note":
                        given[f"{one.id}/{question.id}"] = Answer(note="ask Marieke", changed=TIME)
            if draw(st.integers(0, 3)) == 0:
                targets[f"{one.id}/{topic.id}"] = draw(
                    st.integers(one.first_level + 1, one.last_level)
                )
            if draw(st.integers(0, 3)) == 0:
                importances[f"{one.id}/{topic.id}"] = draw(
                    st.sampled_from(("low", "normal", "high"))
                )
    return assessment(over, given, profile=draw(profiles), targets=targets, importances=importances)


@st.composite
def cases(draw: st.DrawFn, shape: Shape = ANY) -> Case:
    """Draw questionnaires of this shape with an assessment over them."""
    over = draw(questionnaires(shape))
    return Case(over, draw(assessments(over)))
