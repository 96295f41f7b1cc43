"""What the user says of actions, in the plan: any mixture of statuses, pins and own actions."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.actions import own_key
from peil.assessment.answered import answered
from peil.assessment.model import ActionRecord, ActionStatus, Answer, Assessment
from peil.plan.model import Plan, PlannedAction
from peil.plan.past import out_of_plan, past_actions
from peil.plan.planning import first_actions, make_plan
from peil.questionnaire.model import Questionnaire
from peil.score.readiness import score_assessment
from tests import strategies
from tests.builders import TIME, Given, assessment, question, questionnaire, topic

STATUSES: Final[tuple[ActionStatus, ...]] = ("open", "open", "doing", "done", "dropped")
"""Open twice as often as the others."""


thoroughly: Final = settings(max_examples=120)
"""What goes wrong only where several things are said at once needs many cases."""


class Lived(NamedTuple):
    """A case whose actions have a life, and what its plan was before."""

    questionnaires: tuple[Questionnaire, ...]
    assessment: Assessment
    before: Plan
    records: Mapping[str, ActionRecord]
    """By key."""


@st.composite
def lived(draw: st.DrawFn) -> Lived:
    """Draw a case with much to do, say something of most actions, add up to three own ones."""
    over, base = draw(strategies.cases(strategies.STEADY))
    low = {
        f"{one.id}/{question.id}": Answer("rated", one.first_level, changed=TIME)
        for one in over
        for topic in one.topics
        for question in topic.questions
        if draw(st.sampled_from((True, True, True, False)))
    }
    base = replace(base, answers={**base.answers, **low})
    plan = make_plan(over, base)
    keys = [action.key for action in plan.actions]
    keys += [own_key(f"A{len(keys) + n:02}") for n in range(1, 1 + draw(st.integers(0, 3)))]
    records = {}
    for number, key in enumerate(keys, 1):
        status = draw(st.sampled_from(STATUSES))
        code = f"A{number:02}"
        records[code] = ActionRecord(
            code,
            key,
            status=status,
            pinned=draw(st.sampled_from((0, 0, 0, number))),
            postponed=draw(st.sampled_from((False, False, True))),
            title=f"Own {code}" if key.startswith("own/") else "",
            minutes=90,
        )
    case = replace(base, actions=records)
    return Lived(over, case, plan, {record.key: record for record in records.values()})


def plan_of(case: Lived) -> Plan:
    """Return the plan of a case as it is now."""
    return make_plan(case.questionnaires, case.assessment)


def closure(plan: Plan, keys: set[str]) -> set[str]:
    """Return these actions with all that they need, as far as it is in the plan."""
    needs = {action.key: action.needs for action in plan.actions}
    whole, looking = set(keys), list(keys)
    while looking:
        fresh = set(needs[looking.pop()]) - whole
        whole |= fresh
        looking += fresh
    return whole


@given(lived())
def test_what_is_done_or_dropped_is_not_in_the_plan(case: Lived) -> None:
    """Everything else is; own actions too, and past ones stand apart."""
    keys = [action.key for action in plan_of(case).actions]
    gone = {key for key, record in case.records.items() if record.status in ("done", "dropped")}
    assert len(set(keys)) == len(keys)
    assert not gone.intersection(keys)
    assert set(case.records) - gone <= set(keys)
    past = past_actions(answered(case.questionnaires, case.assessment), case.assessment)
    assert {action.key for action in past} == gone


@thoroughly
@given(lived())
def test_no_need_is_broken(case: Lived) -> None:
    """Nothing stands before what it needs, and what waits stands after all that does not."""
    plan = plan_of(case)
    place = {action.key: number for number, action in enumerate(plan.actions)}
    for action in plan.actions:
        assert all(place[need] < place[action.key] for need in action.needs if not action.waits)
        assert (action.week is None) == (action.slot is None) == action.waits
    waiting = [action.waits for action in plan.actions]
    assert waiting == sorted(waiting)


@thoroughly
@given(lived())
def test_what_needs_a_dropped_action_waits_and_says_so(case: Lived) -> None:
    """Directly or through others; what nothing dropped stands before has a week as ever."""
    plan = plan_of(case)
    dropped = {key for key, record in case.records.items() if record.status == "dropped"}
    done = {key for key, record in case.records.items() if record.status == "done"}
    needs = {action.key: action.needs for action in case.before.actions}
    for action in plan.actions:
        expected, looking = set[str](), list(needs.get(action.key, ()))
        while looking:
            key = looking.pop()
            if key in dropped:
                expected.add(key)
            if key not in done:
                looking += needs.get(key, ())
        assert expected <= set(action.waiting_for_dropped) <= dropped


@thoroughly
@given(lived())
def test_begun_then_pinned_then_the_rest_then_postponed(case: Lived) -> None:
    """Each with what it needs before it; pins in their order, the oldest first."""
    plan = plan_of(case)
    planned = [action for action in plan.actions if not action.waits]
    keys = [action.key for action in planned]

    def group(chosen: set[str]) -> set[str]:
        return closure(plan, chosen)

    begun = {action.key for action in planned if action.doing}
    pinned = sorted(
        (action.key for action in planned if action.pinned),
        key=lambda key: case.records[key].pinned,
    )
    first = group(begun)
    assert set(keys[: len(first)]) == first
    for key in pinned:
        first |= group({key})
        assert set(keys[: len(first)]) == first
    rest = planned[len(first) :]
    last = [is_postponed(plan, action, first) for action in rest]
    assert last == sorted(last)
    for part in (False, True):
        own = [
            action.kind == "own" for action, late in zip(rest, last, strict=True) if late is part
        ]
        assert own == sorted(own)


def is_postponed(plan: Plan, action: PlannedAction, first: set[str]) -> bool:
    """Return whether an action is postponed, or needs what is; a pin overrides."""
    by_key = {each.key: each for each in plan.actions}
    whole = closure(plan, {action.key}) - first
    return any(by_key[key].postponed for key in whole)


@given(lived())
def test_what_the_user_says_moves_no_score(case: Lived) -> None:
    """Scores come from answers alone."""
    without = replace(case.assessment, actions={})
    assert score_assessment(case.questionnaires, case.assessment) == score_assessment(
        case.questionnaires, without
    )


@given(lived())
def test_the_first_actions_are_the_beginning_of_the_plan(case: Lived) -> None:
    """The short way to the beginning leads to the same actions."""
    plan = plan_of(case)
    first = [action.key for action in plan.actions if action.week is not None][:3]
    known = answered(case.questionnaires, case.assessment)
    assert list(first_actions(known, case.assessment, 3)) == first


@given(lived())
def test_without_a_life_the_plan_is_as_it_was(case: Lived) -> None:
    """Codes alone, or all that was said taken back, change nothing."""
    bare = {
        code: ActionRecord(code, record.key)
        for code, record in case.assessment.actions.items()
        if not record.key.startswith("own/")
    }
    assert make_plan(case.questionnaires, replace(case.assessment, actions=bare)) == case.before


def with_records(**records: ActionRecord) -> tuple[tuple[Questionnaire], Assessment]:
    """Return a gate with one topic of two questions at 1, and what is said of its actions."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True, minutes=60), question("a2", minutes=60)),
        gate=True,
        target=2,
    )
    given_answers: dict[str, Given] = {"q/a1": 1, "q/a2": 2}
    return (base,), replace(assessment((base,), given_answers), actions=records)


def test_a_foundation_whose_steps_are_done_stands_as_soon_as_somebody_looks() -> None:
    """The curve begins at the answers, the week counts what was done."""
    over, case = with_records(A01=ActionRecord("A01", "q/a1@2", status="done"))
    plan = make_plan(over, case)
    assert plan.actions == ()
    assert plan.stands_in_week == 1
    assert [point.low for point in plan.curve] == [make_plan(over, case).curve[0].low]


def test_a_dropped_step_of_a_foundation_leaves_no_week() -> None:
    """The base cannot come to carry by such a plan."""
    over, case = with_records(A01=ActionRecord("A01", "q/a1@2", status="dropped", reason="no"))
    plan = make_plan(over, case)
    assert plan.actions == ()
    assert plan.stands_in_week is None


def test_an_action_has_the_users_own_words() -> None:
    """Whatever the questionnaire calls it."""
    over, case = with_records(A01=ActionRecord("A01", "q/a1@2", title="Call Marieke"))
    assert [action.title for action in make_plan(over, case).actions] == ["Call Marieke"]


def test_an_action_that_no_questionnaire_has_any_more_is_not_forgotten() -> None:
    """Done, dropped or asked for by its code: it keeps the user's words, or its key."""
    over, case = with_records(
        A01=ActionRecord("A01", "q/gone@2", status="done"),
        A02=ActionRecord("A02", "q/a1@9@1", status="dropped", reason="no", title="Call Marieke"),
        A03=ActionRecord("A03", "q/gone?"),
    )
    known = answered(over, case)
    assert [action.title for action in past_actions(known, case)] == ["q/gone@2", "Call Marieke"]
    for record in case.actions.values():
        assert out_of_plan(record, known, case).week is None
