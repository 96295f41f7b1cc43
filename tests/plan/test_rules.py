"""What every plan must hold, whatever the questionnaires and the answers are."""

import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.answered import answered
from peil.plan.conditions import with_level
from peil.plan.model import Plan
from peil.plan.planning import first_actions, make_plan
from peil.score.readiness import score_assessment
from tests.builders import assessment, question, questionnaire, topic
from tests.strategies import Case, Shape, cases

STEADY = Shape(conditions=False)
"""Cases in which no answer changes what is asked."""


def shuffled(case: Case, seed: int) -> Case:
    """Return the case with its answers, targets and importances stored in another order."""
    chance = random.Random(seed)  # noqa: S311 - shuffles a test case
    changes: dict[str, dict[str, object]] = {}
    for field in ("answers", "targets", "importances"):
        pairs = list(getattr(case.assessment, field).items())
        chance.shuffle(pairs)
        changes[field] = dict(pairs)
    return Case(case.questionnaires, msgspec.structs.replace(case.assessment, **changes))


def plan_of(case: Case) -> Plan:
    """Return the plan of a case."""
    return make_plan(case.questionnaires, case.assessment)


@given(cases())
def test_no_need_is_ever_broken(case: Case) -> None:
    """What an action needs stands before it; with a week all that it needs has one too."""
    plan = plan_of(case)
    place = {action.key: number for number, action in enumerate(plan.actions)}
    assert len(place) == len(plan.actions)
    for action in plan.actions:
        for need in action.needs:
            assert place[need] < place[action.key]
            assert action.key in plan.action(need).opens
            if action.week is not None:
                assert plan.action(need).week is not None


@given(cases(STEADY))
def test_needs_hold_when_an_action_begins(case: Case) -> None:
    """Once all before it is done, each level that an action needs is granted by the answers.

    Without conditions: a question that an action brings in is put to the user only then.
    """
    plan, after = plan_of(case), case.assessment
    items = answered(case.questionnaires, after).items
    for action in plan.actions:
        if action.week is None or action.to_level is None:
            continue
        levels = answered(case.questionnaires, after).levels
        assert levels.get(action.question, action.from_level) == action.from_level
        for level in items.question(action.question).levels:
            if level.number <= action.to_level:
                for need in level.needs:
                    assert levels.get(need.target, need.level) >= need.level
        after = with_level(after, action.question, action.to_level)


@given(cases(), st.integers(0, 1000))
def test_the_plan_does_not_hang_on_storage(case: Case, seed: int) -> None:
    """The order in which answers and settings are stored changes nothing."""
    assert plan_of(shuffled(case, seed)) == plan_of(case)


@given(cases())
def test_weeks_never_go_back(case: Case) -> None:
    """Weeks and slots follow one another; waiting actions come last and have neither."""
    plan = plan_of(case)
    weeks = [action.week for action in plan.actions]
    planned = [week for week in weeks if week is not None]
    assert weeks[: len(planned)] == sorted(planned)
    slots = [action.slot for action in plan.actions[: len(planned)]]
    assert slots == sorted(slots, key=("now", "next", "later").index)
    assert slots.count("now") <= 6
    minutes = 0
    for action in plan.actions:
        assert (action.week is None) == (action.slot is None) == bool(action.waiting_for)
        if action.week is not None:
            assert action.start_minutes == minutes
            minutes += action.minutes


@given(cases())
def test_what_was_pulled_in_lies_above_a_target(case: Case) -> None:
    """Steps up to the target are there for themselves, those above it because they are needed."""
    plan = plan_of(case)
    scores = score_assessment(case.questionnaires, case.assessment)
    for action in plan.actions:
        above = action.to_level is not None and action.to_level > scores.topic(action.topic).target
        assert bool(action.needed_by) is above
        for key in action.needed_by:
            root = plan.action(key)
            assert root.to_level is not None
            assert root.to_level <= scores.topic(root.topic).target


@given(cases(STEADY))
def test_the_curve_is_what_the_answers_would_score(case: Case) -> None:
    """Raising the answers along the plan gives the predicted readiness low, to the last digit."""
    plan, after = plan_of(case), case.assessment
    low = score_assessment(case.questionnaires, after).readiness.low
    assert [point.low for point in plan.curve[:1]] == ([] if low is None else [low])
    for action, point in zip(plan.actions, plan.curve[1:], strict=False):
        if action.to_level is not None:
            after = with_level(after, action.question, action.to_level)
        assert score_assessment(case.questionnaires, after).readiness.low == point.low


@given(cases(STEADY))
def test_topics_stand_when_the_plan_says_so(case: Case) -> None:
    """A gate topic comes to stand with the action that completes it, and with no other."""
    plan, after = plan_of(case), case.assessment

    def standing() -> set[str]:
        scores = score_assessment(case.questionnaires, after)
        topics = [topic for one in scores.questionnaires for topic in one.topics]
        return {topic.id for topic in topics if topic.stands == "yes"}

    before = standing()
    assert not plan.standing or plan.standing[0].topics == len(before)
    for action in plan.actions:
        if action.week is not None and action.to_level is not None:
            after = with_level(after, action.question, action.to_level)
        assert standing() - before == ({action.completes} if action.completes else set())
        before = standing()
    assert not plan.standing or plan.standing[-1].topics == len(before)
    verdict = score_assessment(case.questionnaires, after).readiness.verdict
    first = score_assessment(case.questionnaires, case.assessment).readiness.verdict
    assert (plan.stands_in_week is not None) == (verdict == "ready" != first)


@given(cases(), st.integers(1, 5))
def test_first_actions_begin_the_plan(case: Case, count: int) -> None:
    """The short way to the first actions finds the same ones."""
    plan = plan_of(case)
    known = answered(case.questionnaires, case.assessment)
    expected = [action.key for action in plan.actions if action.week is not None][:count]
    assert first_actions(known, case.assessment, count) == tuple(expected)


def test_a_need_above_another_scale_asks_for_its_last_level() -> None:
    """A newer version can have fewer levels than another questionnaire asks: the last one does."""
    short = questionnaire("s", topic("t", question("a", scale=(0, 2), core=True)), scale=(0, 2))
    asking = questionnaire(
        "q", topic("u", question("b", core=True, needs={2: ["s/a >= 4"], 3: ["s/t >= 9"]}))
    )
    plan = make_plan([short, asking], assessment([short, asking], {"s/a": 0, "q/b": 1}))
    keys = [action.key for action in plan.actions]
    assert keys.index("s/a@2") < keys.index("q/b@2") < keys.index("q/b@3")
    scores = score_assessment([short, asking], assessment([short, asking], {"s/a": 2, "q/b": 4}))
    assert scores.contradictions == ()
