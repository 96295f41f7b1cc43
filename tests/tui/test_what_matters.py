"""What matters: importance and target of each topic, the goals behind them, and their SMART."""

from pathlib import Path

import pytest

from peil.assessment.model import Smart
from peil.plan.importance import importance_of
from peil.store.workspace import Workspace
from tests.tui.example import example_folder, example_on
from tests.tui.stage import Stage, on_stage

SERVED = "iceberg/objectives"
"""The first topic: a goal of the example firm makes it important."""
UNSERVED = "iceberg/capacity"
"""The second topic: no goal hangs on it."""


def importance(stage: Stage, topic: str) -> str:
    """Return how important a topic is."""
    return importance_of(topic, stage.sitting.items, stage.sitting.assessment)


async def test_a_goal_says_which_topics_it_makes_important(prepared: Path, tmp_path: Path) -> None:
    """A topic that is high because of a goal names that goal; another one is normal."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("m")
        assert "Your goals: sell more and relations." in stage.text()
        assert "Importance: high because of your goals: sell more." in stage.text()
        await stage.press("down")
        assert "Importance: normal, as long as you choose nothing else." in stage.text()


async def test_the_own_choice_wins_and_can_be_taken_back(prepared: Path, tmp_path: Path) -> None:
    """Also normal wins from a goal; Delete follows the goals again, and `z` takes back each."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("m", "left")
        assert importance(stage, SERVED) == "normal"
        assert stage.sitting.assessment.importances == {SERVED: "normal"}
        assert "your own choice; Del takes it back. Your goals make it high" in stage.text()
        await stage.press("left", "left")
        assert importance(stage, SERVED) == "low"
        await stage.press("delete")
        assert importance(stage, SERVED) == "high"
        assert stage.sitting.assessment.importances == {}
        await stage.press("z")
        assert importance(stage, SERVED) == "low"
        assert "Taken back: importance." in stage.text()


async def test_importance_stands_in_the_plan_at_once(prepared: Path, tmp_path: Path) -> None:
    """The order follows the key, behind the dialog."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = [action.key for action in stage.sitting.plan.actions]
        await stage.press("m", "down", "down", "left", "left")
        after = [action.key for action in stage.sitting.plan.actions]
        assert before[0] != after[0]
        await stage.press("x")
        codes = stage.sitting.codes
        assert codes[after[0]] in next(line for line in stage.lines() if "wk 1" in line)


async def test_a_target_of_ones_own(prepared: Path, tmp_path: Path) -> None:
    """Within the scale only; Delete gives the questionnaire's back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        count = len(stage.sitting.plan.actions)
        await stage.press("m", "tab", "right")
        assert stage.sitting.assessment.targets == {SERVED: 4}
        assert len(stage.sitting.plan.actions) > count
        await stage.press("right")
        assert stage.sitting.assessment.targets == {SERVED: 4}
        assert "your own choice; Del takes it back to 3." in stage.text()
        assert "New tools still wait" in " ".join(stage.text().split())
        await stage.press("left", "left", "left", "left")
        assert stage.sitting.assessment.targets == {SERVED: 2}
        await stage.press("delete")
        assert stage.sitting.assessment.targets == {}


async def test_the_column_and_the_topic_are_chosen_with_the_mouse(
    prepared: Path, tmp_path: Path
) -> None:
    """A click chooses a topic, a second one makes it more important."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("m")
        await stage.click_on("Capacity  ")
        await stage.click_on("Capacity  ")
        assert importance(stage, UNSERVED) == "high"


async def test_h_leads_to_hours_and_goals(prepared: Path, tmp_path: Path) -> None:
    """There both are changed, and Enter leads back to the plan."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("m", "h")
        assert stage.app.page_name == "core_done"
        await stage.press("escape")
        assert stage.app.page_name == "plan"


@pytest.mark.parametrize("way", [("g",), ("m", "g")])
async def test_a_goal_is_made_checkable(
    prepared: Path, tmp_path: Path, way: tuple[str, ...]
) -> None:
    """Five fields for each chosen goal; what is filled in gets its sign; `z` takes it back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press(*way)
        assert "sell more   S ·  M ·  A ·  R ·  T ·" in stage.text()
        await stage.press("down", "down", "enter")
        await stage.type("from 12 to 40 orders a week, q?")
        assert "not kept yet" in stage.lines()[0]
        await stage.press("enter")
        plans = stage.sitting.assessment.goal_plans
        assert plans == {"sales": Smart(measurable="from 12 to 40 orders a week, q?")}
        assert "sell more   S ·  M ✓  A ·  R ·  T ·" in stage.text()
        await stage.press("z")
        assert stage.sitting.assessment.goal_plans == {}


async def test_the_fields_of_the_second_goal_are_its_own(prepared: Path, tmp_path: Path) -> None:
    """The cursor walks on from the first goal's fields to the second's."""
    async with example_on("plan", prepared, tmp_path / "data", size=(100, 40)) as stage:
        await stage.press("g", *["down"] * 6, "enter")
        assert "relations · S  specific" in stage.text()
        await stage.type("regulars")
        await stage.press("enter")
        assert stage.sitting.assessment.goal_plans == {"relations": Smart("regulars")}


async def test_without_goals_it_says_where_they_are_chosen(prepared: Path, tmp_path: Path) -> None:
    """Both dialogs say so, and no field opens."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        stage.sitting.set_profile(goals=())
        await stage.press("g", "down", "enter")
        assert "No goals are chosen yet" in stage.text()
        await stage.press("x", "m")
        assert "You chose no goals" in stage.text()


@pytest.mark.parametrize(
    "keys", [("m", "left"), ("m", "tab", "right"), ("m", "delete"), ("g", "down", "enter")]
)
async def test_a_window_that_looks_only_says_why_nothing_changes(
    prepared: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """The dialogs open to look, and each key that changes is refused with a sentence."""
    name = example_folder(prepared, tmp_path / "data", "en")
    with Workspace(tmp_path / "data").open(name):
        async with on_stage(tmp_path / "data", assessment=name) as stage:
            await stage.press("enter")
            stage.app.open_page("plan")
            await stage.settle()
            before = stage.sitting.assessment
            await stage.press(*keys)
            assert stage.sitting.assessment == before
            assert "nothing can be changed here now" in stage.text()
