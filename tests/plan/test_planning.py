"""Plans that can be redone with a pencil, scene by scene."""

import pytest

from peil.assessment.model import Profile
from peil.plan.model import CurvePoint, Plan, Standing
from peil.plan.planning import make_plan
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    assessment,
    question,
    questionnaire,
    topic,
    worked_example,
)


def keys(plan: Plan, *, waiting: bool = False) -> list[str]:
    """Return the keys of the actions that wait, or of those that do not, in order."""
    return [action.key for action in plan.actions if (action.week is None) is waiting]


def two_topics(core_needs: str = "") -> Plan:
    """Return the plan of a gate with topics a and b; b1 may need something at level 2."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True, minutes=60), question("a2", minutes=60)),
        topic(
            "b",
            question("b1", core=True, minutes=60, needs={2: [core_needs]} if core_needs else {}),
            question("b2", minutes=60),
        ),
        gate=True,
    )
    given: dict[str, Given] = {"q/a1": 2, "q/a2": 1, "q/b1": 1, "q/b2": 1}
    return make_plan((base,), assessment((base,), given))


def test_steps_lead_to_the_target_one_level_at_a_time() -> None:
    """Every rated question below the target gets a step for each level up to it."""
    base = questionnaire("q", topic("a", question("a1", core=True), question("a2")))
    plan = make_plan((base,), assessment((base,), {"q/a1": 1, "q/a2": 3}))
    assert keys(plan) == ["q/a1@2", "q/a1@3"]
    first, second = plan.actions
    assert (first.from_level, first.to_level, first.title) == (1, 2, "Bring a1 to 2")
    assert (first.needs, first.opens) == ((), ("q/a1@3",))
    assert (second.needs, second.opens) == (("q/a1@2",), ())
    assert first.gain == pytest.approx(1 / 2 / 3)


def test_own_target_and_a_level_without_an_action() -> None:
    """The user's own target counts, and a level without an action lends its own words, 2 h."""
    base = questionnaire("q", topic("a", question("a1", core=True, actions=False)))
    plan = make_plan((base,), assessment((base,), {"q/a1": 3}, targets={"q/a": 4}))
    assert [(one.title, one.minutes) for one in plan.actions] == [("a1 stands at 4", 120)]


def test_gain_is_the_share_of_what_is_not_left_out() -> None:
    """Weights share out readiness low; not applicable questions and topics leave the sum."""
    one = questionnaire(
        "q",
        topic("a", question("a1", core=True, weight=3), question("a2"), question("a3"), weight=2),
        topic("b", question("b1", core=True)),
        topic("c", question("c1", core=True)),
        weight=3,
    )
    other = questionnaire("r", topic("d", question("d1", scale=(0, 1), core=True)), scale=(0, 1))
    given: dict[str, Given] = {"q/a1": 2, "q/a2": NOT_APPLICABLE, "q/c1": NOT_APPLICABLE, "r/d1": 0}
    plan = make_plan((one, other), assessment((one, other), given))
    gains = {action.key: action.gain for action in plan.actions}
    assert gains == {
        "q/a1@3": pytest.approx(3 / 4 * 2 / 3 * 3 / 4 / 3),
        "r/d1@1": pytest.approx(1 / 4),
    }


def test_foundations_come_first_one_after_the_other() -> None:
    """A gate finishes one topic before the next begins; what is left of them comes last.

    By pencil: every step gains 1/12 in an hour. Topic a stands after a1@3 and a2@2:
    2 × 1/12 + its share of 1/2 in 2 hours. Topic b takes b1@2, b1@3 and b2@2: 3 hours.
    """
    plan = two_topics()
    assert keys(plan) == [
        "q/a1@3", "q/a2@2", "q/b1@2", "q/b1@3", "q/b2@2", "q/a2@3", "q/b2@3"
    ]  # fmt: skip
    assert [action.completes for action in plan.actions] == [
        None, "q/a", None, None, "q/b", None, None
    ]  # fmt: skip
    assert plan.standing == (Standing(0, 0), Standing(1, 1), Standing(2, 2))
    assert plan.stands_in_week == 2
    assert not any(action.moved_up for action in plan.actions)


def test_a_need_crosses_topics() -> None:
    """What a level needs of another question comes before it."""
    plan = two_topics("q/a2 >= 3")
    order = keys(plan)
    assert order.index("q/a2@3") < order.index("q/b1@2")
    assert plan.action("q/b1@2").needs == ("q/a2@3",)
    assert plan.action("q/a2@3").opens == ("q/b1@2",)


def test_needs_of_lower_levels_count_too() -> None:
    """A step needs what its level asks, and what the levels below it asked."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True)),
        topic("b", question("b1", core=True, needs={2: ["q/a1 >= 3"]})),
    )
    plan = make_plan((base,), assessment((base,), {"q/a1": 1, "q/b1": 2}))
    assert keys(plan) == ["q/a1@2", "q/a1@3", "q/b1@3"]
    assert plan.action("q/b1@3").needs == ("q/a1@3",)


def test_the_highest_need_counts() -> None:
    """A lower level may need more than a higher one; the step needs what is most."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True)),
        topic("b", question("b1", core=True, needs={2: ["q/a1 >= 3"], 3: ["q/a1 >= 2"]})),
    )
    plan = make_plan((base,), assessment((base,), {"q/a1": 1, "q/b1": 2}))
    assert plan.action("q/b1@3").needs == ("q/a1@3",)


def test_a_need_on_a_topic_asks_one_less_of_its_others() -> None:
    """A topic stands with its core question there and its others one lower."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True), question("a2"), question("a3")),
        topic("b", question("b1", core=True, needs={2: ["q/a >= 3"]})),
    )
    given: dict[str, Given] = {"q/a1": 2, "q/a2": 1, "q/a3": NOT_APPLICABLE, "q/b1": 1}
    plan = make_plan((base,), assessment((base,), given))
    assert set(plan.action("q/b1@2").needs) == {"q/a1@3", "q/a2@2"}


def test_steps_above_the_target_join_when_needed() -> None:
    """A needed step above its topic's target joins the plan, named by what pulled it in."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True, needs={4: ["q/c1 >= 2"]})),
        topic("b", question("b1", core=True, needs={2: ["q/a1 >= 4"]})),
        topic("c", question("c1", core=True)),
    )
    plan = make_plan(
        (base,),
        assessment((base,), {"q/a1": 2, "q/b1": 2, "q/c1": 1}, targets={"q/a": 2, "q/c": 1}),
    )
    assert set(keys(plan)) == {"q/a1@3", "q/a1@4", "q/c1@2", "q/b1@3"}
    pulled = {action.key: action.needed_by for action in plan.actions if action.needed_by}
    assert pulled == dict.fromkeys(("q/a1@3", "q/a1@4", "q/c1@2"), ("q/b1@3",))
    assert keys(plan)[-1] == "q/b1@3"


@pytest.mark.parametrize("given", [None, UNKNOWN])
def test_what_needs_an_open_question_waits(given: Given | None) -> None:
    """Steps wait for open questions, with all that needs them; they come last, without a week."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True), question("a2", minutes=480)),
        topic("b", question("b1", core=True, needs={2: ["q/a1 >= 2"]}), question("b2")),
        topic("c", question("c1", core=True, needs={3: ["q/b1 >= 2", "q/d1 >= 2"]})),
        topic("d", question("d1", core=True)),
    )
    answers: dict[str, Given] = {"q/a2": 2, "q/b1": 1, "q/b2": 2, "q/c1": 2}
    if given is not None:
        answers["q/a1"] = given
    plan = make_plan((base,), assessment((base,), answers))
    assert keys(plan, waiting=True) == ["q/b1@2", "q/c1@3", "q/b1@3"]
    assert plan.action("q/b1@3").waiting_for == ("q/a1",)
    assert plan.action("q/c1@3").waiting_for == ("q/a1", "q/d1")
    waiting = plan.action("q/b1@2")
    assert (waiting.week, waiting.slot, waiting.start_minutes) == (None, None, None)
    assert len(plan.curve) == len(keys(plan)) + 1
    assert ("q/a1?" in keys(plan)) is (given == UNKNOWN)


@pytest.mark.parametrize("level", ["q/a1 >= 1", "q/a >= 2", "elsewhere/x >= 3"])
def test_needs_that_are_met_by_themselves(level: str) -> None:
    """The first level, and what the assessment does not hold, keeps nothing waiting."""
    base = questionnaire(
        "q",
        topic("a", question("a0", core=True), question("a1")),
        topic("b", question("b1", core=True, needs={2: [level]})),
    )
    plan = make_plan((base,), assessment((base,), {"q/a0": 2, "q/b1": 1}))
    assert not plan.action("q/b1@2").waiting_for


def test_a_question_that_is_not_asked_grants_its_needs() -> None:
    """Not applicable and not asked count as met."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True), question("a2", ask_if=["people = team"])),
        topic("b", question("b1", core=True, needs={2: ["q/a >= 4"]})),
    )
    given: dict[str, Given] = {"q/a1": NOT_APPLICABLE, "q/b1": 1}
    plan = make_plan((base,), assessment((base,), given, profile=Profile("solo")))
    assert keys(plan) == ["q/b1@2", "q/b1@3"]


def test_find_out_takes_half_an_hour_and_gains_nothing() -> None:
    """A don't-know question gives one action, placed as one level with its first step's hours.

    By pencil: b1@3 gains as much as a1 would, in 3 hours; the find-out counts half an
    hour plus 2 hours, so it comes first; b2@3, in 1 hour, comes before both.
    """
    base = questionnaire(
        "q",
        topic(
            "a",
            question("a1", core=True, minutes=120),
            question("b1", minutes=180),
            question("b2", minutes=60),
        ),
    )
    plan = make_plan((base,), assessment((base,), {"q/a1": UNKNOWN, "q/b1": 2, "q/b2": 2}))
    assert keys(plan) == ["q/b2@3", "q/a1?", "q/b1@3"]
    found = plan.action("q/a1?")
    assert (found.kind, found.title, found.minutes, found.gain) == ("find-out", "", 30, 0)
    assert (found.from_level, found.to_level) == (None, None)
    assert plan.curve[1].low == plan.curve[2].low
    assert plan.curve[2].hours == 1.5


def test_importance_changes_the_order_but_not_the_gain() -> None:
    """High counts twice, low half; a chosen goal makes its topics important too."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True, minutes=60)),
        topic("b", question("b1", core=True, minutes=90)),
        topic("c", question("c1", core=True, minutes=90), goals=["sales"]),
    )
    given: dict[str, Given] = {"q/a1": 2, "q/b1": 2, "q/c1": 2}
    plain = make_plan((base,), assessment((base,), given))
    assert keys(plain) == ["q/a1@3", "q/b1@3", "q/c1@3"]
    own = make_plan((base,), assessment((base,), given, importances={"q/a": "low", "q/b": "high"}))
    assert keys(own) == ["q/b1@3", "q/c1@3", "q/a1@3"]
    assert [action.importance for action in own.actions] == ["high", "normal", "low"]
    assert {action.gain for action in own.actions} == {action.gain for action in plain.actions}
    goal = make_plan((base,), assessment((base,), given, profile=Profile(goals=("sales",))))
    assert keys(goal) == ["q/c1@3", "q/a1@3", "q/b1@3"]


def test_moved_up_names_what_its_own_rate_would_put_later() -> None:
    """A slow step that opens quick ones stands before a better one, and says so."""
    base = questionnaire(
        "q",
        topic("a", question("a1", core=True, minutes=60)),
        topic("b", question("b1", core=True, minutes={3: 90})),
        topic("c", *(question(f"c{number}", core=number == 1, minutes=15, needs={3: ["q/b1 >= 3"]})
                     for number in (1, 2, 3))),
    )  # fmt: skip
    given: dict[str, Given] = {f"q/{name}": 2 for name in ("a1", "b1", "c1", "c2", "c3")}
    given["q/a1"] = 2
    plan = make_plan((base,), assessment((base,), given, importances={"q/c": "high"}))
    assert keys(plan) == ["q/b1@3", "q/c1@3", "q/c2@3", "q/c3@3", "q/a1@3"]
    assert [action.key for action in plan.actions if action.moved_up] == ["q/b1@3"]


def test_weeks_and_slots_follow_the_hours() -> None:
    """Actions follow one another: now within four weeks and six at most, next within twelve."""
    numbers = range(1, 16)
    base = questionnaire(
        "q",
        topic("a", *(question(f"a{number}", core=number == 1, minutes=90) for number in numbers)),
    )
    given: dict[str, Given] = {f"q/a{number}": 2 for number in numbers}
    plan = make_plan((base,), assessment((base,), given, profile=Profile(hours=1.5)))
    assert [action.week for action in plan.actions] == list(numbers)
    assert [action.slot for action in plan.actions] == ["now"] * 4 + ["next"] * 8 + ["later"] * 3
    assert plan.actions[2].start_minutes == 180
    quick = make_plan((base,), assessment((base,), given, profile=Profile(hours=40)))
    assert [action.slot for action in quick.actions] == ["now"] * 6 + ["next"] * 9
    assert {action.week for action in quick.actions} == {1}


def test_a_topic_stands_when_its_last_action_is_finished() -> None:
    """An action of eight hours at three a week is finished in week 3, though begun in week 1."""
    base = questionnaire("q", topic("a", question("a1", core=True, minutes=480)), gate=True)
    plan = make_plan((base,), assessment((base,), {"q/a1": 2}))
    assert (plan.actions[0].week, plan.stands_in_week) == (1, 3)
    assert plan.standing == (Standing(0, 0), Standing(3, 1))
    exact = make_plan((base,), assessment((base,), {"q/a1": 2}, profile=Profile(hours=8)))
    assert exact.stands_in_week == 1


@pytest.mark.parametrize(
    ("answers", "targets"),
    [
        ({"q/a1": 3, "q/a2": 2}, {}),
        ({"q/a1": 2}, {}),
        ({"q/a1": 2, "q/a2": 2}, {"q/a": 2}),
        ({"q/a1": UNKNOWN, "q/a2": 1}, {}),
    ],
    ids=["all stand", "another is open", "own target is lower", "core is unknown"],
)
def test_no_week_in_which_the_base_carries(
    answers: dict[str, Given], targets: dict[str, int]
) -> None:
    """None when all stand already, and when some topic cannot by the steps in the plan."""
    base = questionnaire("q", topic("a", question("a1", core=True), question("a2")), gate=True)
    plan = make_plan((base,), assessment((base,), answers, targets=targets))
    assert plan.stands_in_week is None
    assert not any(action.completes for action in plan.actions)


def test_worked_example() -> None:
    """The worked example of the scoring rules gets a plan from the same shares.

    By pencil: low is (2/9 + 1/2) / 2. A level of a1 is 1/2 × 2/3 / 3 = 1/9; a2 is a find-out;
    b1 stands above the target; b2 is unanswered, so b cannot come to stand for certain.
    """
    questionnaires, answers = worked_example()
    plan = make_plan(questionnaires, answers)
    assert keys(plan) == ["q/a1@2", "q/a2?"]
    assert plan.curve == (
        CurvePoint(0.0, 0.361111), CurvePoint(2.0, 0.472222), CurvePoint(2.5, 0.472222)
    )  # fmt: skip
    assert plan.standing == (Standing(0, 0),)
    assert plan.stands_in_week is None


def test_nothing_to_plan() -> None:
    """Without answers there is no action; with nothing that counts there is no curve either."""
    base = questionnaire("q", topic("a", question("a1", core=True)), gate=True)
    empty = make_plan((base,), assessment((base,)))
    assert (empty.actions, empty.curve) == ((), (CurvePoint(0.0, 0.0),))
    nothing = make_plan((base,), assessment((base,), {"q/a1": NOT_APPLICABLE}))
    assert (nothing.actions, nothing.curve, nothing.standing) == ((), (), ())
