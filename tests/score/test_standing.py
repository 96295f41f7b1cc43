"""When a topic stands at a level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.answered import Answered, answered
from peil.score.model import Stands
from peil.score.standing import required_levels, stands_at, weakest_link
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    assessment,
    question,
    questionnaire,
    topic,
)
from tests.strategies import Case, cases


def known(*answers: Given | None, scale: tuple[int, int] = (1, 4)) -> Answered:
    """Return what is known of a topic `q/a` whose first question is its core question."""
    names = [f"a{at}" for at in range(len(answers))]
    questions = [question(name, core=name == "a0", scale=scale) for name in names]
    over = (questionnaire("q", topic("a", *questions), scale=scale),)
    given_answers = {
        f"q/{name}": one for name, one in zip(names, answers, strict=True) if one is not None
    }
    return answered(over, assessment(over, given_answers))


@pytest.mark.parametrize(
    ("answers", "stands"),
    [
        ((3, 2, 2), "yes"),
        ((4, 4, 4), "yes"),
        ((2, 4, 4), "no"),
        ((3, 1, 4), "no"),
        ((3, None, 2), "open"),
        ((3, UNKNOWN, 2), "open"),
        ((None, 2, 2), "open"),
        ((None, 1, 2), "no"),
        ((UNKNOWN, 2, 2), "open"),
        ((NOT_APPLICABLE, 2, 2), "yes"),
        ((NOT_APPLICABLE, 1, 2), "no"),
        ((3, NOT_APPLICABLE, NOT_APPLICABLE), "yes"),
        ((NOT_APPLICABLE, NOT_APPLICABLE), "yes"),
    ],
)
def test_standing_at_three(answers: tuple[Given | None, ...], stands: Stands) -> None:
    """The core question at the level, the others at most one lower, the rest drops out."""
    assert stands_at(known(*answers), "q/a", 3) == stands


def test_one_below_the_second_level_is_no_demand() -> None:
    """On a scale of two levels the others stand wherever they are, open ones too."""
    assert stands_at(known(1, None, UNKNOWN, 0, scale=(0, 1)), "q/a", 1) == "yes"
    assert stands_at(known(0, 1, scale=(0, 1)), "q/a", 1) == "no"
    assert stands_at(known(None, 1, scale=(0, 1)), "q/a", 1) == "open"


def test_required_levels_name_every_question() -> None:
    """The core question has the level itself, the others one below."""
    assert required_levels(known(None, 2).items, "q/a", 3) == (("q/a0", 3), ("q/a1", 2))


def test_the_weakest_link_takes_dont_know_as_the_first_level() -> None:
    """Unanswered questions are no link; without any answer there is none."""
    assert weakest_link(known(3, 2, None), "q/a") == 2
    assert weakest_link(known(3, UNKNOWN), "q/a") == 1
    assert weakest_link(known(None, NOT_APPLICABLE), "q/a") is None


@given(cases(), st.data())
def test_who_stands_higher_stands_lower(case: Case, data: st.DataObject) -> None:
    """A topic that stands at a level stands at the one below too."""
    found = answered(case.questionnaires, case.assessment)
    name = data.draw(st.sampled_from(found.items.topics))
    one = found.items.questionnaire_of(name)
    rank = {"no": 0, "open": 1, "yes": 2}
    stands = [
        rank[stands_at(found, name, level)] for level in range(one.first_level, one.last_level + 1)
    ]
    assert stands == sorted(stands, reverse=True)
