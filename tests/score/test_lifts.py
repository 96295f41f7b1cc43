"""Marks of not applicable that make a topic look firmer."""

import msgspec
from hypothesis import given

from peil.assessment.answered import answered
from peil.score.lifts import Lift, lifts
from peil.score.readiness import score_assessment
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    answer,
    assessment,
    question,
    questionnaire,
    topic,
)
from tests.strategies import STEADY, Case, cases


def found(*answers: Given | None, gate: bool = True) -> list[Lift]:
    """Return the lifts of a topic `q/a` whose first question is its core question."""
    names = [f"a{at}" for at in range(len(answers))]
    over = (
        questionnaire(
            "q", topic("a", *(question(name, core=name == "a0") for name in names)), gate=gate
        ),
    )
    given_answers = {
        f"q/{name}": one for name, one in zip(names, answers, strict=True) if one is not None
    }
    return list(lifts(answered(over, assessment(over, given_answers))))


def test_a_mark_lifts_level_and_standing() -> None:
    """Left out of a topic above its first level, the question is named with both levels."""
    lift = Lift("q/a1", "q/a", level=3, otherwise=1, stands=True)
    assert found(3, NOT_APPLICABLE, 4) == [lift]
    assert found(3, NOT_APPLICABLE, 4, gate=False) == [lift._replace(stands=False)]


def test_a_core_question_left_out_lets_the_others_decide() -> None:
    """Without its core question a topic stands by the others: that mark is told."""
    assert found(NOT_APPLICABLE, 2) == [Lift("q/a0", "q/a", level=2, otherwise=1, stands=True)]


def test_a_mark_that_changes_nothing_is_not_told() -> None:
    """Where the topic is at its first level anyway, or nothing else counts, nothing is lifted."""
    assert found(3, NOT_APPLICABLE, 1) == []
    assert found(UNKNOWN, NOT_APPLICABLE) == []
    assert found(NOT_APPLICABLE, NOT_APPLICABLE) == []
    assert found(None, NOT_APPLICABLE) == []


@given(cases(STEADY))
def test_a_lift_is_what_the_first_level_would_take_away(case: Case) -> None:
    """A mark is told exactly when its question at the first level would lower its topic."""
    scores = score_assessment(case.questionnaires, case.assessment)
    known = answered(case.questionnaires, case.assessment)
    told = {lift.question: lift for lift in lifts(known)}
    for name, state in known.states.items():
        if state != "not-applicable":
            assert name not in told
            continue
        first = known.items.questionnaire_of(name).first_level
        answers = {**case.assessment.answers, name: answer(first)}
        put = msgspec.structs.replace(case.assessment, answers=answers)
        topic_name = known.items.topic_of(name)
        now = scores.topic(topic_name)
        then = score_assessment(case.questionnaires, put).topic(topic_name)
        assert then.level == first
        lowered = now.level is not None and now.level > first
        fell = now.stands == "yes" and then.stands != "yes"
        assert (name in told) == (lowered or fell)
        if name in told:
            expected = Lift(name, topic_name, now.level if lowered else None, first, fell)
            assert told[name] == expected
