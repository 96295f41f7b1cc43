"""Which questions are asked, and what each counts as."""

from collections.abc import Mapping

import pytest
from hypothesis import given

from peil.assessment.model import Answer, Profile
from peil.assessment.states import QuestionState, question_states
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


def states(
    *ask_if: tuple[str, ...],
    answers: Mapping[str, Given] | None = None,
    profile: Profile | None = None,
) -> list[QuestionState]:
    """Return the states of `q1`, `q2` … of which each later one has its conditions."""
    questions = [question("q1", core=True)]
    questions += [question(f"q{at}", ask_if=parts) for at, parts in enumerate(ask_if, 2)]
    over = (questionnaire("list", topic("a", *questions)),)
    given_answers = {f"list/{name}": value for name, value in (answers or {}).items()}
    found = question_states(over, assessment(over, given_answers, profile=profile))
    return list(found.values())


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (2, "rated"),
        (UNKNOWN, "unknown"),
        (NOT_APPLICABLE, "not-applicable"),
        (Answer(note="ask Marieke"), "unanswered"),
        (Answer(look_again=True), "unanswered"),
        (9, "unanswered"),
        (0, "unanswered"),
        (Answer("rated"), "unanswered"),
    ],
)
def test_an_answer_gives_its_state(answer: Given, expected: QuestionState) -> None:
    """A level of the scale, don't know and not applicable count; anything else is no answer."""
    assert states(answers={"q1": answer}) == [expected]


@pytest.mark.parametrize(
    ("operator", "asked_at"),
    [(">=", [2, 3, 4]), ("<=", [1, 2]), ("=", [2]), ("<", [1]), (">", [3, 4])],
)
def test_a_level_decides_whether_the_next_is_asked(operator: str, asked_at: list[int]) -> None:
    """Each operator compares the earlier answer with the level of the condition."""
    condition = (f"q1 {operator} 2",)
    found = [states(condition, answers={"q1": level})[1] for level in range(1, 5)]
    assert [level for level, state in enumerate(found, 1) if state != "not-asked"] == asked_at


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "pending"),
        ({"q1": UNKNOWN}, "pending"),
        ({"q1": NOT_APPLICABLE}, "not-asked"),
        ({"q1": 1}, "not-asked"),
        ({"q1": 3}, "unanswered"),
        ({"q1": 3, "q2": 2}, "rated"),
        ({"q2": 2}, "pending"),
        ({"q1": 1, "q2": 2}, "not-asked"),
    ],
)
def test_a_condition_waits_for_what_it_rests_on(
    answers: dict[str, Given], expected: QuestionState
) -> None:
    """An open subject makes it pending, a subject that is out makes it not asked."""
    assert states(("q1 >= 3",), answers=answers)[1] == expected


def test_waiting_goes_on_along_a_chain() -> None:
    """What rests on a pending question is pending, on one not asked is not asked."""
    chain = (("q1 >= 3",), ("q2 >= 3",))
    assert states(*chain) == ["unanswered", "pending", "pending"]
    assert states(*chain, answers={"q1": 1, "q2": 4, "q3": 4}) == [
        "rated",
        "not-asked",
        "not-asked",
    ]
    assert states(*chain, answers={"q1": 3, "q2": 3}) == ["rated", "rated", "unanswered"]


def test_one_false_part_is_enough() -> None:
    """All parts must hold, so a false one decides even while another is undecided."""
    assert states(("q1 >= 3", "people = team"))[1] == "not-asked"
    assert states(("q1 >= 3", "people = solo"))[1] == "pending"
    assert states(("q1 >= 3", "q1 <= 1"), answers={"q1": 4})[1] == "not-asked"


@pytest.mark.parametrize(
    ("profile", "condition", "asked"),
    [
        (Profile(people="team"), "people = team", True),
        (Profile(people="solo"), "people = team", False),
        (Profile(audience="both"), "audience = staff", True),
        (Profile(audience="both"), "audience = customers", True),
        (Profile(audience="both"), "audience = both", True),
        (Profile(audience="customers"), "audience = staff", False),
        (Profile(audience="customers"), "audience = both", False),
    ],
)
def test_the_profile_decides(profile: Profile, condition: str, *, asked: bool) -> None:
    """Audience both equals each audience; a single one does not equal both."""
    found = states((condition,), profile=profile)[1]
    assert found == ("unanswered" if asked else "not-asked")


def test_answers_of_unknown_questions_do_no_harm() -> None:
    """An answer of a question that exists no more is passed over."""
    over = (questionnaire("list", topic("a", question("q1", core=True))),)
    found = question_states(over, assessment(over, {"list/gone": 3, "other/q1": 2}))
    assert found == {"list/q1": "unanswered"}


@given(cases())
def test_only_conditions_keep_questions_back(case: Case) -> None:
    """A question without a condition is put, and every question has one state."""
    found = question_states(case.questionnaires, case.assessment)
    for one in case.questionnaires:
        for part in one.topics:
            for asked in part.questions:
                state = found.pop(f"{one.id}/{asked.id}")
                assert asked.ask_if or state not in ("pending", "not-asked")
    assert not found
