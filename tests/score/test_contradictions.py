"""Answers that contradict each other."""

import pytest
from hypothesis import given

from peil.assessment.answered import answered
from peil.score.contradictions import contradictions
from peil.score.model import Contradiction
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


def found(
    needs: dict[int, list[str]],
    answers: dict[str, Given],
    *,
    others: dict[str, Given] | None = None,
) -> tuple[Contradiction, ...]:
    """Return the contradictions of `more/b1` with these needs on the list `base`."""
    over = (
        questionnaire(
            "base",
            topic("a", question("a1", core=True), question("a2")),
            topic("c", question("c1", core=True)),
        ),
        questionnaire("more", topic("b", question("b1", core=True, needs=needs))),
    )
    return contradictions(answered(over, assessment(over, {**answers, **(others or {})})))


def test_a_level_whose_need_is_denied() -> None:
    """Both answers are named, with the level at which the need lies."""
    assert found({2: ["base/a1 >= 3"]}, {"more/b1": 3, "base/a1": 2}) == (
        Contradiction("more/b1", 3, "base/a1", 3, 2),
    )


def test_a_need_of_a_higher_level_does_not_count_yet() -> None:
    """What only the next level needs denies nothing of the level reached."""
    assert found({3: ["base/a1 >= 3"]}, {"more/b1": 2, "base/a1": 1}) == ()


@pytest.mark.parametrize("answer", [None, UNKNOWN, NOT_APPLICABLE, 3])
def test_only_a_lower_level_denies(answer: Given | None) -> None:
    """Open and not applicable answers deny nothing, and a level reached is met."""
    answers: dict[str, Given] = {"more/b1": 4}
    if answer is not None:
        answers["base/a1"] = answer
    assert found({2: ["base/a1 >= 3"]}, answers) == ()


def test_what_is_not_in_the_assessment_is_met() -> None:
    """A need on a questionnaire that is not there contradicts nothing."""
    assert found({2: ["gone/a1 >= 3", "gone/topic >= 2"]}, {"more/b1": 4}) == ()


def test_a_topic_stands_with_its_weakest_link() -> None:
    """A denied topic is shown with the lowest level of its questions."""
    answers: dict[str, Given] = {"more/b1": 2, "base/a1": 3, "base/a2": 1}
    assert found({2: ["base/a >= 3"]}, answers) == (Contradiction("more/b1", 2, "base/a", 3, 1),)
    assert found({2: ["base/a >= 3"]}, {**answers, "base/a2": 2}) == ()


def test_one_contradiction_for_each_needed_topic() -> None:
    """Needs within one topic are told once: the topic's own, or the one furthest off."""
    answers: dict[str, Given] = {"more/b1": 4, "base/a1": 2, "base/a2": 1, "base/c1": 1}
    needs = {2: ["base/a1 >= 3", "base/c1 >= 2"], 3: ["base/a2 >= 3"], 4: ["base/a2 >= 4"]}
    assert [(one.needs, one.needs_level) for one in found(needs, answers)] == [
        ("base/a2", 4),
        ("base/c1", 2),
    ]
    with_topic = {**needs, 3: ["base/a >= 3", "base/a2 >= 4"]}
    assert [one.needs for one in found(with_topic, answers)] == ["base/a", "base/c1"]


@given(cases())
def test_every_contradiction_is_one(case: Case) -> None:
    """The question stands at or above a level with that need, and the need stands lower."""
    known = answered(case.questionnaires, case.assessment)
    pairs = set()
    for one in contradictions(known):
        levels = known.items.question(one.question).levels
        needs = [each for level in levels if level.number <= one.stands_at for each in level.needs]
        assert (one.needs, one.needs_level) in [(each.target, each.level) for each in needs]
        assert known.levels[one.question] == one.stands_at
        assert one.stands is not None
        assert one.stands < one.needs_level
        topics = known.items.topics
        pair = one.needs if one.needs in topics else known.items.topic_of(one.needs)
        assert (one.question, pair) not in pairs
        pairs.add((one.question, pair))
