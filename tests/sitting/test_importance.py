"""Importance: proposed by the goals, chosen by the user, and taken back."""

from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.items import items_of
from peil.assessment.model import Importance, Profile
from peil.plan.importance import goals_behind, importance_of, proposed_importance
from peil.sitting.adjusting import unweighed, weighed
from tests.builders import assessment, question, questionnaire, topic

BASE = questionnaire(
    "base", topic("served", question("a", core=True), goals=("sales",)), topic("b", question("c"))
)
ITEMS = items_of((BASE,))
IMPORTANCES = st.sampled_from(("low", "normal", "high"))
TOPICS = st.sampled_from(("base/served", "base/b"))
GOALS = st.sampled_from(((), ("sales",), ("service", "sales")))


@given(topic=TOPICS, goals=GOALS, wished=IMPORTANCES)
def test_what_the_user_chooses_holds(
    topic: str, goals: tuple[str, ...], wished: Importance
) -> None:
    """Whatever the goals propose, low, normal and high are as they were chosen."""
    changed = weighed(assessment((BASE,), profile=Profile(goals=goals)), ITEMS, topic, wished)
    assert importance_of(topic, ITEMS, changed) == wished


@given(topic=TOPICS, goals=GOALS, wished=IMPORTANCES)
def test_taken_back_the_goals_hold_again(
    topic: str, goals: tuple[str, ...], wished: Importance
) -> None:
    """Nothing is left of the choice."""
    before = assessment((BASE,), profile=Profile(goals=goals))
    changed = unweighed(weighed(before, ITEMS, topic, wished), topic)
    assert changed == before


def test_a_goal_makes_only_its_topics_important() -> None:
    """And they say which goal it was."""
    chosen = assessment((BASE,), profile=Profile(goals=("service", "sales")))
    assert proposed_importance("base/served", ITEMS, chosen) == "high"
    assert goals_behind("base/served", ITEMS, chosen) == ("sales",)
    assert proposed_importance("base/b", ITEMS, chosen) == "normal"


def test_normal_is_kept_only_where_it_says_something() -> None:
    """Without a goal it is what holds anyhow, so that nothing is stored."""
    plain = assessment((BASE,), importances={"base/b": "high"})
    assert weighed(plain, ITEMS, "base/b", "normal").importances == {}
