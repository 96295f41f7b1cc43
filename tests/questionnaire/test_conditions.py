"""Questions that are never asked, beside trying all profiles and all answers."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from peil.questionnaire.conditions import never_asked
from peil.questionnaire.draft import Draft, DraftFront, DraftQuestion, DraftTopic, PlacedCondition
from peil.questionnaire.model import Condition, Operator

NAMES = ("a", "b", "c", "d")
OPERATORS: tuple[Operator, ...] = (">=", "<=", "=", "<", ">")


@st.composite
def conditions(draw: st.DrawFn, place: int) -> list[Condition]:
    """Return up to three conditions of the question at `place`, on earlier ones or the profile."""
    on_profile = st.sampled_from(
        [
            Condition("people", "=", "solo"),
            Condition("people", "=", "team"),
            Condition("audience", "=", "customers"),
            Condition("audience", "=", "staff"),
            Condition("audience", "=", "both"),
        ]
    )
    if place == 0:
        return draw(st.lists(on_profile, max_size=2))
    on_earlier = st.builds(
        Condition,
        st.sampled_from(NAMES[:place]),
        st.sampled_from(OPERATORS),
        st.sampled_from("123"),
    )
    return draw(st.lists(on_earlier | on_profile, max_size=3))


def holds(condition: Condition, profile: dict[str, str], answers: dict[str, int | None]) -> bool:
    """Return whether a condition is true; one on a question that is not asked is false."""
    if condition.subject in profile:
        return profile[condition.subject] in (condition.value, "both")
    level = answers.get(condition.subject)
    if level is None:
        return False
    wanted = int(condition.value)
    return {
        ">=": level >= wanted,
        "<=": level <= wanted,
        "=": level == wanted,
        "<": level < wanted,
        ">": level > wanted,
    }[condition.operator]


@given(st.tuples(*(conditions(place) for place in range(4))))
def test_never_asked_is_what_no_profile_and_no_answers_reach(
    all_conditions: tuple[list[Condition], ...],
) -> None:
    """A question is named exactly when trying everything never asks it."""
    asked: set[str] = set()
    for people, audience in product(("solo", "team"), ("customers", "staff", "both")):
        for levels in product((1, 2, 3), repeat=4):
            answers: dict[str, int | None] = {}
            for name, own, level in zip(NAMES, all_conditions, levels, strict=True):
                profile = {"people": people, "audience": audience}
                put = all(holds(condition, profile, answers) for condition in own)
                answers[name] = level if put else None
                asked |= {name} if put else set()
    questions = [
        DraftQuestion(name, "?", 1, ask_if=[PlacedCondition(each, 1) for each in own])
        for name, own in zip(NAMES, all_conditions, strict=True)
    ]
    draft = Draft(DraftFront(), topics=[DraftTopic("t", "t", 1, questions=questions)])
    named = {question.id for question in never_asked(draft, (1, 3))}
    assert named == set(NAMES) - asked
