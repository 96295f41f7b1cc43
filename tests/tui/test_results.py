"""The results page, played with keys and mouse."""

from pathlib import Path

from tests.tui.conftest import BAKERY
from tests.tui.example import example_on, settled_workers
from tests.tui.stage import on_stage


async def test_shows_iceberg_topics_and_sentences(prepared: Path, tmp_path: Path) -> None:
    """Strengths, verdict, figures, iceberg, topics and what contradicts stand on one page."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        text = stage.text()
        assert "Already standing: Target groups" in text
        assert "The base does not carry new tools yet. First: Stakeholders" in text
        assert "Standing: 4 of 10" in text
        assert "▟███▙" in text
        assert "1 Objectives" in text
        assert "Community management" in text
        assert "Clashes" in text


async def test_cursor_walks_over_foundations_topics_and_notes(
    prepared: Path, tmp_path: Path
) -> None:
    """Arrows move down through the iceberg, across to the topics, and on to the notes."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        assert "▸ 3 Stakeholders" in stage.text()
        await stage.press("down", "down")
        assert "▸ 1 Objectives" in stage.text()
        await stage.press("right")
        assert "▸ Tools" in stage.text()
        await stage.press("down")
        assert "▸ Clashes" in stage.text()


async def test_enter_lists_the_questions_and_goes_to_one(prepared: Path, tmp_path: Path) -> None:
    """Enter opens the questions of the topic with their answers; Enter again goes there."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("enter")
        assert "Do you know who has a stake" in stage.text()
        assert "2: At least five names" in stage.text()
        await stage.press("down", "enter")
        assert stage.app.page_name == "question"
        assert stage.sitting.assessment.place == "iceberg/stakeholders-involved"


async def test_a_note_leads_to_its_question(prepared: Path, tmp_path: Path) -> None:
    """Enter on a contradiction goes to the answer that goes too far."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("right", "down", "enter")
        assert stage.app.page_name == "question"
        place = stage.sitting.assessment.place
        assert place in {one.question for one in stage.sitting.scores.contradictions}


async def test_certainty_leads_to_what_the_result_hangs_on(prepared: Path, tmp_path: Path) -> None:
    """Enter on the note about certainty lists the answers that could change the first action."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press(*["down"] * 30)
        assert "▸ Certainty" in stage.text()
        await stage.press("enter")
        assert "What the result hangs on" in stage.text()


async def test_w_explains_the_topic_under_the_cursor(prepared: Path, tmp_path: Path) -> None:
    """`w` shows the sum of the topic, and then of readiness, and closes with the same key."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("w")
        assert "Why Stakeholders" in stage.text()
        assert "Score: (1/3 + 1/3 + 1/3) / 3" in stage.text()
        await stage.press("down")
        assert "a start is made" in stage.text()
        await stage.press("w")
        assert "Why Stakeholders" not in stage.text()


async def test_a_opens_the_plan_and_escape_comes_back(prepared: Path, tmp_path: Path) -> None:
    """`a` goes to the actions; Escape leads back to the results."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("a")
        assert stage.app.page_name == "plan"
        await stage.press("escape")
        assert stage.app.page_name == "results"


async def test_language_switch_keeps_the_cursor(prepared: Path, tmp_path: Path) -> None:
    """`L` shows the same place in the other language."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("down", "L")
        assert "▸ 2 Capaciteit" in stage.text()


async def test_mouse_chooses_and_opens(prepared: Path, tmp_path: Path) -> None:
    """A click moves the cursor; a second click on the same row opens it."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.click_on("Leadership")
        assert "▸ Leadership" in stage.text()
        await stage.click_on("Leadership")
        assert "╭─ Leadership" in stage.text()


async def test_small_window_scrolls_and_says_so(prepared: Path, tmp_path: Path) -> None:
    """At 60 by 20 the page shows a mark for more, and End-of-list is reached with the arrow."""
    async with example_on("results", prepared, tmp_path / "data", size=(60, 20)) as stage:
        assert "Already standing" in stage.lines()[2]
        assert stage.lines()[17].endswith("▼")
        await stage.press(*["down"] * 25)
        assert "▲" in stage.text()
        assert "Certainty" in stage.text()


async def test_nothing_answered_invites_to_begin(bakery: Path) -> None:
    """Without answers Enter leads to the first question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("results")
        await stage.settle()
        await settled_workers(stage)
        assert "Nothing is answered yet" in stage.text()
        assert "Enter begin" in stage.footer
        await stage.press("enter")
        assert stage.app.page_name == "question"


async def test_a_new_answer_is_seen_at_once(prepared: Path, tmp_path: Path) -> None:
    """After a change on the question page the results show the new scores."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        before = stage.text()
        stage.sitting.rate("iceberg/stakeholders-listed", 4)
        stage.app.changed()
        await stage.settle()
        await settled_workers(stage)
        assert stage.text() != before
        assert "Standing: 5 of 10" in stage.text()
