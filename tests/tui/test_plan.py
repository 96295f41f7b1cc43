"""The plan page, played with keys and mouse."""

from pathlib import Path

import pytest

from tests.tui.conftest import BAKERY
from tests.tui.example import example_on
from tests.tui.stage import on_stage


async def test_shows_now_next_later_and_why_here(prepared: Path, tmp_path: Path) -> None:
    """Six actions stand open; the box says why the first one is first; curve and weeks follow."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        text = stage.text()
        assert "NOW · weeks 1" in text
        assert "A06" in text
        assert "A07" not in text.split("WHY")[0]
        assert "WHY A01 FIRST" in text
        assert "points" in text
        assert "READINESS  30 % ▸" in text
        assert "the base carries: week" in text


async def test_box_follows_the_cursor(prepared: Path, tmp_path: Path) -> None:
    """Moving the cursor shows why that action stands there."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("down", "down")
        assert "WHY A03 HERE" in stage.text()
        await stage.press("up", "up", "up")
        assert "WHAT THIS IS" in stage.text()


async def test_headings_fold_and_unfold(prepared: Path, tmp_path: Path) -> None:
    """Enter on a heading shows its actions, and hides them again."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press(*["down"] * 6)
        assert "▸ NEXT" in stage.text()
        await stage.press("enter", "down")
        assert "WHY A07 HERE" in stage.text()
        await stage.press("up", "enter", "down")
        assert "▸ LATER" in stage.text()


async def test_details_tell_all_about_an_action(prepared: Path, tmp_path: Path) -> None:
    """Enter opens how, done when, effort and why; arrows turn to the next one."""
    async with example_on("plan", prepared, tmp_path / "data", size=(100, 40)) as stage:
        await stage.press("enter")
        text = stage.text()
        assert "Action A01 · 1 of 57" in text
        for part in ("How", "Done when", "Why here", "Effort", "Connected", "Belongs to"):
            assert part in text
        await stage.press("right")
        assert "Action A02 · 2 of 57" in stage.text()
        await stage.press("x")
        assert "WHY A02 HERE" in stage.text()


async def test_w_explains_the_action(prepared: Path, tmp_path: Path) -> None:
    """`w` shows the sentence in full and the sums behind its figures."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("w")
        assert "Why A01 stands here" in stage.text()
        assert "points" in stage.text()


async def test_export_writes_the_list_and_says_where(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`o` and Enter write the action list into the folder of the user, and say so."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("o", "enter")
        files = list(here.iterdir())
        assert len(files) == 1
        assert "- [ ] **A01**" in files[0].read_text(encoding="utf-8")
        assert stage.app.peil_screen.footer.message == f"Written: {files[0]}"


async def test_export_never_overwrites(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second export gets another name; a name that is taken is refused with a sentence."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "mine.md").write_text("mine", encoding="utf-8")
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("o", "enter", "o", "enter")
        assert len(list(here.glob("actions-*.md"))) == 2
        await stage.press("o", "home", "ctrl+k")
        await stage.type("mine.md")
        await stage.press("enter")
        assert (here / "mine.md").read_text(encoding="utf-8") == "mine"
        assert "is there already" in stage.app.peil_screen.footer.message


async def test_letters_are_letters_in_the_file_name(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a name is typed, q does not quit and L does not switch the language."""
    monkeypatch.chdir(tmp_path)
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("o", "home", "ctrl+k")
        await stage.type("qLr?")
        assert "qLr?" in stage.text()
        assert stage.app.page_name == "plan"


async def test_undo_takes_back_the_last_change(prepared: Path, tmp_path: Path) -> None:
    """`z` brings the plan back to how it was, and says what was taken back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = stage.sitting.plan.actions
        stage.sitting.set_profile(hours=10)
        stage.app.changed()
        await stage.settle()
        assert "10 hours a week" in stage.lines()[0]
        await stage.press("z")
        assert "3 hours a week" in stage.lines()[0]
        assert stage.sitting.plan.actions == before
        assert "Taken back: " in stage.text()


async def test_codes_are_given_when_the_plan_is_first_shown(prepared: Path, tmp_path: Path) -> None:
    """Opening the page gives every action its code, in plan order."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        codes = stage.sitting.codes
        actions = stage.sitting.plan.actions
        assert [codes[action.key] for action in actions[:3]] == ["A01", "A02", "A03"]


async def test_wide_window_shows_more(prepared: Path, tmp_path: Path) -> None:
    """At 120 by 40 topics stand beside the actions, and the beginning of Next is shown."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        assert "A10" in stage.text()
        assert " more" in stage.text()
        assert "Stakeholders  " in stage.text()


async def test_nothing_answered_leads_to_the_questions(bakery: Path) -> None:
    """Without answers the plan says so, and Enter goes to the first question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("plan")
        await stage.settle()
        assert "There is no plan yet" in stage.text()
        assert "export" not in stage.footer
        await stage.press("enter")
        assert stage.app.page_name == "question"


async def test_language_switch_keeps_the_action(prepared: Path, tmp_path: Path) -> None:
    """`L` shows the same action in the other language, under the same code."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("down", "L")
        line = next(line for line in stage.lines() if line.startswith("▸"))
        assert "A02" in line
        assert "Vraag bij" in line
