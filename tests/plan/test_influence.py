"""What the result hangs on: single answers that can change what comes first."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.assessment.answered import answered
from peil.plan.conditions import with_level
from peil.plan.influence import Influence, answered_influence, open_influence
from peil.plan.planning import make_plan
from peil.score.readiness import score_assessment
from tests.builders import UNKNOWN, Given, assessment, question, questionnaire, topic
from tests.strategies import Case, Shape, cases

SMALL = Shape(questionnaires=1, topics=2, questions=3)
"""Cases small enough to try every answer again by hand."""

Result = tuple[tuple[str, ...], set[str], str | None]
"""First action, first three actions, verdict."""


def result(case: Case) -> Result:
    """Return what the whole plan and the whole scores say."""
    plan = make_plan(case.questionnaires, case.assessment)
    first = [action.key for action in plan.actions if action.week is not None][:3]
    verdict = score_assessment(case.questionnaires, case.assessment).readiness.verdict
    return tuple(first[:1]), set(first), verdict


def expected(case: Case, levels_of: Callable[[Case, str], list[int]]) -> Influence:
    """Return the influence by making every plan anew."""
    now = result(case)
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for name in answered(case.questionnaires, case.assessment).states:
        others = [
            result(Case(case.questionnaires, with_level(case.assessment, name, level)))
            for level in levels_of(case, name)
        ]
        for part, names in enumerate(found):
            if any(other[part] != now[part] for other in others):
                names.append(name)
    return Influence(*(tuple(names) for names in found))


def first_and_last(case: Case, name: str) -> list[int]:
    """Return the levels at which an unanswered question is put."""
    known = answered(case.questionnaires, case.assessment)
    if known.states[name] != "unanswered":
        return []
    levels = known.items.question(name).levels
    return [levels[0].number, levels[-1].number]


def one_up_and_down(case: Case, name: str) -> list[int]:
    """Return the levels beside the one at which a question is rated."""
    known = answered(case.questionnaires, case.assessment)
    if name not in known.levels:
        return []
    numbers = [level.number for level in known.items.question(name).levels]
    return [number for number in numbers if abs(number - known.levels[name]) == 1]


@given(cases(SMALL))
def test_open_influence_is_what_whole_plans_say(case: Case) -> None:
    """The short way finds the same questions as a whole plan for each level."""
    found = open_influence(case.questionnaires, case.assessment)
    assert found == expected(case, first_and_last)


@given(cases(SMALL))
@settings(max_examples=50)
def test_answered_influence_is_what_whole_plans_say(case: Case) -> None:
    """One level up or down is tried for each rated question, and for no other."""
    found = answered_influence(case.questionnaires, case.assessment)
    assert found == expected(case, one_up_and_down)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"q/a1": 3, "q/a2": 2, "r/b1": 1}, ("q/a1", "q/a2")),
        ({"q/a1": 3, "q/a2": 4, "r/b1": 1}, ("q/a1",)),
        ({"q/a1": 1, "q/a2": 1, "r/b1": 1}, ()),
    ],
)
def test_verdict_hangs_on_the_edge(answers: dict[str, Given], verdict: tuple[str, ...]) -> None:
    """Only an answer that just keeps a foundation standing can change the verdict alone."""
    both = (
        questionnaire("q", topic("a", question("a1", core=True), question("a2")), gate=True),
        questionnaire("r", topic("b", question("b1", core=True))),
    )
    assert answered_influence(both, assessment(both, answers)).verdict == verdict


def test_an_open_question_can_decide_the_verdict() -> None:
    """While only an open question keeps the verdict undecided, the verdict hangs on it."""
    base = questionnaire(
        "q", topic("a", question("a1", core=True), question("a2"), question("a3")), gate=True
    )
    one_open = assessment((base,), {"q/a1": 3, "q/a2": 4})
    assert open_influence((base,), one_open).verdict == ("q/a3",)
    assert answered_influence((base,), one_open).verdict == ("q/a1",)


def test_an_open_question_far_down_changes_nothing() -> None:
    """An open question whose actions would come late can change neither top nor verdict."""
    late = question("a9", minutes=480)
    base = questionnaire(
        "q",
        topic("a", *(question(f"a{n}", core=n == 1, minutes=30) for n in range(1, 5)), late),
    )
    given_answers: dict[str, Given] = {f"q/a{number}": 1 for number in range(1, 5)}
    influence = open_influence((base,), assessment((base,), given_answers))
    assert influence == Influence((), (), ())
    quick = questionnaire(
        "q",
        topic("a", *(question(f"a{n}", core=n == 1, minutes=30) for n in range(1, 5)),
              question("a9", minutes=15)),
    )  # fmt: skip
    influence = open_influence((quick,), assessment((quick,), given_answers))
    assert influence == Influence(("q/a9",), ("q/a9",), ())


@given(cases(SMALL), st.data())
def test_what_is_not_named_changes_nothing(case: Case, data: st.DataObject) -> None:
    """An answer at its first or last level that was not named leaves the top three alone."""
    known = answered(case.questionnaires, case.assessment)
    named = open_influence(case.questionnaires, case.assessment).top_three
    unnamed = [
        name for name, state in known.states.items() if state == "unanswered" and name not in named
    ]
    if unnamed:
        name = data.draw(st.sampled_from(unnamed))
        level = data.draw(st.sampled_from(first_and_last(case, name)))
        after = Case(case.questionnaires, with_level(case.assessment, name, level))
        assert result(after)[1] == result(case)[1]


def test_only_unanswered_questions_are_put() -> None:
    """Don't know is an answer without a level: it is in neither list."""
    base = questionnaire("q", topic("a", question("a1", core=True)))
    one = assessment((base,), {"q/a1": UNKNOWN})
    assert open_influence((base,), one) == answered_influence((base,), one)
    assert open_influence((base,), one) == Influence((), (), ())
