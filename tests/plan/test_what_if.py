"""What if some actions were done: closed sets, the same rules, and nothing changed."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.model import ActionRecord, ActionStatus, Answer, Assessment
from peil.plan.model import Plan, PlannedAction
from peil.plan.period import Reached, reached
from peil.plan.planning import make_plan
from peil.plan.what_if import (
    as_done,
    completed_in_week,
    minutes_of,
    opened,
    with_needs,
    without_dependents,
)
from peil.score.readiness import score_assessment
from peil.sitting.acting import with_period
from peil.sitting.view import View
from tests.builders import UNKNOWN, Given, assessment, question, questionnaire, topic
from tests.strategies import Case, Shape, cases
from tests.tui.sheets import sitting_over

SMALL = Shape(questionnaires=2, topics=2, questions=2)
"""Cases small enough to be drawn often."""


def planned(case: Case, data: st.DataObject) -> tuple[Case, Plan]:
    """Return a case in which some actions have a life already and one is the user's own."""
    keys = [action.key for action in make_plan(case.questionnaires, case.assessment).actions]
    statuses: st.SearchStrategy[ActionStatus] = st.sampled_from(
        ("open", "doing", "done", "dropped")
    )
    records = {
        f"A{number:02d}": ActionRecord(f"A{number:02d}", key, status=data.draw(statuses))
        for number, key in enumerate(keys, 1)
        if data.draw(st.booleans())
    }
    own = f"A{len(keys) + 1:02d}"
    records[own] = ActionRecord(own, f"own/{own}", title="Call the printer", minutes=30)
    lived = Case(case.questionnaires, replace(case.assessment, actions=records))
    return lived, make_plan(lived.questionnaires, lived.assessment)


def some_of(plan: Plan, data: st.DataObject) -> tuple[str, ...]:
    """Draw some actions that do not wait, with all that they need."""
    possible = [action.key for action in plan.actions if not action.waits]
    drawn = data.draw(st.lists(st.sampled_from(possible), max_size=4)) if possible else []
    return with_needs(plan, drawn)


def is_closed(plan: Plan, keys: tuple[str, ...]) -> bool:
    """Return whether everything that these actions need is among them."""
    return all(set(plan.action(key).needs) <= set(keys) for key in keys)


def view_of(case: Case) -> View:
    """Return a view over questionnaires built in memory."""
    return sitting_over(case.questionnaires, case.assessment)


@given(cases(SMALL), st.data())
def test_with_needs_is_closed_and_idempotent(case: Case, data: st.DataObject) -> None:
    """What is needed is there, once, in the order of the plan; doing it again adds nothing."""
    _, plan = planned(case, data)
    chosen = some_of(plan, data)
    assert is_closed(plan, chosen)
    assert with_needs(plan, chosen) == chosen
    assert with_needs(plan, reversed(chosen)) == chosen
    order = [action.key for action in plan.actions]
    assert list(chosen) == sorted(set(chosen), key=order.index)
    assert not any(plan.action(key).waits for key in chosen)


@given(cases(SMALL), st.data())
def test_taking_out_leaves_what_can_be_done_without(case: Case, data: st.DataObject) -> None:
    """The rest is closed; only the action and what cannot be done without it are gone."""
    _, plan = planned(case, data)
    chosen = some_of(plan, data)
    for key in chosen:
        left = without_dependents(plan, chosen, key)
        assert key not in left
        assert is_closed(plan, left)
        gone = set(chosen) - set(left)
        assert all(key in with_needs(plan, [each]) for each in gone)


@given(cases(SMALL), st.data())
def test_done_steps_score_as_their_levels_answered_by_hand(case: Case, data: st.DataObject) -> None:
    """Answering every chosen step's level, and nothing else, gives the same scores."""
    lived, plan = planned(case, data)
    chosen = some_of(plan, data)
    answers = dict(lived.assessment.answers)
    for key in chosen:
        action = plan.action(key)
        if action.to_level is not None:
            now = answers[action.question].level or action.to_level
            answers[action.question] = Answer("rated", max(action.to_level, now))
    by_hand = replace(lived.assessment, answers=answers)
    after = as_done(lived.assessment, plan, chosen)
    assert score_assessment(lived.questionnaires, after) == score_assessment(
        lived.questionnaires, by_hand
    )


@given(cases(SMALL), st.data())
def test_nothing_in_the_assessment_changes(case: Case, data: st.DataObject) -> None:
    """Trying leaves every byte of what is kept as it was, and the plan as well."""
    lived, plan = planned(case, data)
    before = msgspec.json.encode(lived.assessment)
    view = view_of(lived)
    after = view.what_if(some_of(plan, data)).view
    assert after.scores.questionnaires
    assert after.plan.hours_per_week
    assert msgspec.json.encode(lived.assessment) == before
    assert view.plan == plan


@given(cases(SMALL), st.data())
def test_in_and_out_again_gives_the_same_plan(case: Case, data: st.DataObject) -> None:
    """An action of which all needs are chosen goes in and out without a trace."""
    lived, plan = planned(case, data)
    chosen, view = some_of(plan, data), view_of(lived)
    before = view.what_if(chosen)
    for action in plan.actions:
        more = with_needs(plan, [*chosen, action.key])
        if action.waits or set(more) != {*chosen, action.key} or action.key in chosen:
            continue
        again = view.what_if(without_dependents(plan, more, action.key))
        assert again.done == before.done
        assert again.view.plan == before.view.plan
        assert again.opened == before.opened


def is_ready(action: PlannedAction) -> bool:
    """Return whether an action can be begun."""
    return not action.needs and not action.waits


@given(cases(SMALL), st.data())
def test_what_opens_could_not_be_begun_before(case: Case, data: st.DataObject) -> None:
    """Each can be begun then, and is new or had something to wait for; the chosen are not it."""
    lived, plan = planned(case, data)
    chosen = some_of(plan, data)
    after = make_plan(lived.questionnaires, as_done(lived.assessment, plan, chosen))
    ready_before = {action.key for action in plan.actions if is_ready(action)}
    for key in opened(plan, after, chosen):
        assert is_ready(after.action(key))
        assert key not in ready_before
        assert key not in chosen
    assert opened(plan, plan, ()) == ()


@given(cases(SMALL), st.data())
def test_done_actions_leave_the_plan(case: Case, data: st.DataObject) -> None:
    """What is taken as done is in the later plan no more, and its effort is counted once."""
    lived, plan = planned(case, data)
    found = view_of(lived).what_if(some_of(plan, data))
    assert not {action.key for action in found.view.plan.actions} & set(found.done)
    assert found.minutes == sum(plan.action(key).minutes for key in found.done)


@given(cases(SMALL))
def test_with_nothing_done_the_base_carries_when_the_plan_says(case: Case) -> None:
    """Counted from today, with no work before it, the week is the plan's own."""
    plan = make_plan(case.questionnaires, case.assessment)
    if plan.stands_in_week is not None:
        assert completed_in_week(plan, 0) == plan.stands_in_week


def bakery(**answers: Given) -> tuple[Case, Plan]:
    """Return a base of two topics, two hours a step, and its plan."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True)),
        topic("b", question("b1", core=True, needs={3: ["q/a1 >= 2"]})),
        gate=True,
    )
    given_answers: dict[str, Given] = {f"q/{name}": each for name, each in answers.items()}
    case = Case((base,), assessment((base,), given_answers))
    return case, make_plan(case.questionnaires, case.assessment)


def test_work_beside_the_base_moves_its_week() -> None:
    """The week counts from today: what is done first takes its hours."""
    _, plan = bakery(a1=2, b1=3)
    assert plan.stands_in_week == 1
    assert completed_in_week(plan, 0) == 1
    assert completed_in_week(plan, 600) == 4


def test_a_step_takes_along_the_steps_below_it_and_what_those_need() -> None:
    """To level 3 goes through level 2, and here through another question."""
    _, plan = bakery(a1=1, b1=1)
    assert set(with_needs(plan, ["q/b1@3"])) == {"q/a1@2", "q/b1@2", "q/b1@3"}
    assert without_dependents(plan, ["q/a1@2", "q/b1@2", "q/b1@3"], "q/a1@2") == ("q/b1@2",)
    assert minutes_of(plan, ["q/a1@2", "q/b1@2"]) == 240


def test_a_find_out_changes_no_score() -> None:
    """Finding out answers nothing: the question stays don't know, and its action is done."""
    case, plan = bakery(a1=UNKNOWN, b1=3)
    after = as_done(case.assessment, plan, ["q/a1?"])
    assert score_assessment(case.questionnaires, after) == score_assessment(
        case.questionnaires, case.assessment
    )
    assert not make_plan(case.questionnaires, after).actions


def with_goal(case: Case, plan: Plan, **statuses: ActionStatus) -> Assessment:
    """Return a case's assessment with a goal over all its actions, some with a status."""
    records = {
        f"A{number}": ActionRecord(
            f"A{number}", action.key, status=statuses.get(f"A{number}", "open")
        )
        for number, action in enumerate(plan.actions, 1)
    }
    sitting = replace(case.assessment, actions=records)
    return with_period(sitting, "goal of this quarter", list(records), "2026-11-21T10:30:00Z")


def progress(case: Case, kept: Assessment) -> Reached | None:
    """Return how far one is."""
    view = sitting_over(case.questionnaires, kept)
    return reached(kept, view.known, view.plan)


def test_a_goal_counts_what_is_done_of_what_still_counts() -> None:
    """Done by word or by answer counts; what was dropped is not waited for."""
    case, plan = bakery(a1=1, b1=1)
    assert progress(case, case.assessment) is None
    name = "goal of this quarter"
    kept = with_goal(case, plan)
    codes = tuple(kept.actions)
    assert progress(case, kept) == Reached(name, codes, 0)
    assert progress(case, with_goal(case, plan, A1="done")) == Reached(name, codes, 1)
    dropped = with_goal(case, plan, A1="done", A2="dropped")
    found = progress(case, dropped)
    assert found is not None
    assert "A1" in found.codes
    assert "A2" not in found.codes
    assert found.total < len(codes)
    answered = replace(kept, answers={**kept.answers, "q/a1": Answer("rated", 3)})
    assert progress(case, answered) == Reached(name, codes, 2)
