"""The page after the core questions, played with keys and mouse."""

from pathlib import Path

from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import example_on, settled_workers
from tests.tui.stage import on_stage


async def test_tells_what_stands_what_comes_first_and_what_can_change(
    prepared: Path, tmp_path: Path
) -> None:
    """Strengths, first topics, tools, hours, goals and open questions stand on one page."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        text = stage.text()
        assert "Core done · 18 of 18" in text
        assert text.index("Already standing") < text.index("First") < text.index("New tools")
        assert "Hours a week" in text
        assert "open questions can still change your first three" in text, text


async def test_digits_choose_goals_three_at_most(prepared: Path, tmp_path: Path) -> None:
    """A digit chooses a goal, the same digit takes it away, and a fourth is refused kindly."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        start = stage.sitting.assessment.profile.goals
        assert start == ("sales", "relations")
        await stage.press("1")
        assert "visibility" in stage.sitting.assessment.profile.goals
        assert "1 [x] become better known" in stage.text()
        await stage.press("3")
        assert "At most 3 goals" in stage.text()
        await stage.press("1")
        assert "visibility" not in stage.sitting.assessment.profile.goals


async def test_hours_are_typed_in_their_field(prepared: Path, tmp_path: Path) -> None:
    """Up goes to the field, digits are digits there, Enter keeps them and comes back."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.press("up", "home", "ctrl+k", "4", ",", "5", "enter")
        assert stage.sitting.assessment.profile.hours == 4.5
        assert stage.app.page_name == "core_done"
        await stage.press("2")
        assert "relations" not in stage.sitting.assessment.profile.goals


async def test_wrong_hours_are_refused_and_kept_on_the_screen(
    prepared: Path, tmp_path: Path
) -> None:
    """Hours outside the limits get a sentence, and the old ones stay."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.press("up", "home", "ctrl+k", "9", "9", "enter")
        assert "at most 80" in stage.text()
        assert stage.sitting.assessment.profile.hours == 3
        await stage.press("home", "ctrl+k", "enter")
        assert "as a number" in stage.text()


async def test_right_lists_the_questions_that_matter(prepared: Path, tmp_path: Path) -> None:
    """The arrow lists the open questions that can change the first actions; Enter goes there."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.press("right")
        assert "These can still change your first three actions" in stage.text()
        await stage.press("enter")
        assert stage.app.page_name == "question"
        place = stage.sitting.assessment.place
        assert place is not None
        assert stage.sitting.walk.states[place] == "unanswered"


async def test_enter_goes_to_the_plan_and_r_to_the_results(prepared: Path, tmp_path: Path) -> None:
    """The two ways on."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.press("enter")
        assert stage.app.page_name == "plan"
        await stage.press("escape", "r")
        assert stage.app.page_name == "results"


async def test_a_click_chooses_a_goal(prepared: Path, tmp_path: Path) -> None:
    """The mouse does what the digits do."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.click_on("share knowledge")
        assert "knowledge" in stage.sitting.assessment.profile.goals


async def test_all_answered_says_so(prepared: Path, tmp_path: Path) -> None:
    """With everything answered there is nothing left that could change the plan."""
    async with example_on("core_done", prepared, tmp_path / "data") as stage:
        assert "All questions are answered." in stage.text()
        await stage.press("right")
        assert "No open question" in stage.text()


async def test_opened_before_the_core_is_done(bakery: Path) -> None:
    """Opened early, the page says that the core questions come first, and shows no verdict."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("core_done")
        await stage.settle()
        await settled_workers(stage)
        assert "Nothing is answered yet" in stage.text()
        assert "New tools" not in stage.text()


async def test_high_window_draws_the_iceberg(prepared: Path, tmp_path: Path) -> None:
    """At 120 by 40 the iceberg so far stands below."""
    folder = tmp_path / "data"
    async with example_on("core_done", prepared, folder, core_only=True, size=(120, 40)) as stage:
        assert "▟███▙" in stage.text()


async def test_only_goals_that_a_topic_serves_are_offered(shop: Path) -> None:
    """Without any there is no choice, in the page or in the footer; one that is chosen stays."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2", "enter", "2", "enter")
        assert stage.app.page_name == "core_done"
        assert "One more thing, and your plan fits:" in stage.text()
        assert "What must it bring?" not in stage.text()
        assert "goals" not in stage.footer
        await stage.press("1")
        assert stage.sitting.assessment.profile.goals == ()
        stage.sitting.set_profile(goals=("sales",))
        stage.app.changed()
        await stage.settle()
        assert "1 [x] sell more" in stage.text()
        await stage.press("1")
        assert stage.sitting.assessment.profile.goals == ()


async def test_the_arrow_says_where_it_leads(prepared: Path, tmp_path: Path) -> None:
    """It lists what matters; when all is answered it is not offered."""
    folder = tmp_path / "data"
    async with example_on("core_done", prepared, folder, core_only=True) as stage:
        assert "→ open questions" in stage.footer
    async with example_on("core_done", prepared, tmp_path / "other") as stage:
        assert "→" not in stage.footer


async def test_a_digit_typed_ahead_of_the_hours_is_a_goal(prepared: Path, tmp_path: Path) -> None:
    """Enter keeps the hours at once; the digit after it chooses a goal."""
    async with example_on("core_done", prepared, tmp_path / "data", core_only=True) as stage:
        await stage.press("up", "home", "ctrl+k")
        await stage.rush("5", "enter", "1")
        assert stage.sitting.assessment.profile.hours == 5
        assert "visibility" in stage.sitting.assessment.profile.goals
