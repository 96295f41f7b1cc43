"""Run-sheet and minutes on the screen: read there, and written to a file from there."""

from pathlib import Path

import pytest

from peil.report.minutes import minutes
from peil.report.run_sheet import run_sheet
from peil.tui.markdown_lines import markdown_lines
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage

SIZES = ((60, 20), (80, 24), (120, 40))


async def opened(stage: Stage, name: str) -> None:
    """Open a paper."""
    stage.app.open_overlay(name)
    await stage.settle()


def met(stage: Stage) -> None:
    """Let a team vote, agree and park."""
    sitting = stage.sitting
    question, other = sitting.to_vote_on[:2]
    sitting.set_meeting(voters=5, names=("Ann", "Bo"), minutes=45)
    sitting.tally(question, "11244")
    sitting.agree(question, 2, "half of it [b]is[/b] on paper", "Bo: it is a 1")
    sitting.tally(other, "2223?")
    sitting.park("who answers *at night*")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_run_sheet_is_read_to_its_end(shop: Path, size: tuple[int, int]) -> None:
    """What to do when, line by line; what is printed for voters is not on the screen."""
    async with on_stage(shop, assessment=SHOP, size=size) as stage:
        stage.sitting.set_meeting(voters=5, minutes=45)
        await opened(stage, "run_sheet")
        assert "Run-sheet" in stage.text()
        assert "5 voters, 2 questions, 45 minutes" in stage.text()
        assert "as Markdown" in stage.footer
        assert "as a page" in stage.footer
        seen = stage.text()
        for _ in range(30):
            await stage.press("down")
            seen += stage.text()
        assert "To read aloud" in seen
        assert "the end" in stage.text()
        assert "circle one" not in seen
        await stage.press("enter")
        assert stage.app.peil_screen.overlay is None


async def test_the_minutes_show_what_was_written(shop: Path) -> None:
    """Reasons and dissent as they were typed, with nothing in them that acts."""
    async with on_stage(shop, assessment=SHOP, size=(120, 40)) as stage:
        met(stage)
        await opened(stage, "minutes")
        text = stage.text()
        for told in (
            "Ann, Bo",
            "2 × level 1, 1 × level 2, 2 × level 4; far apart",
            "half of it [b]is[/b] on paper",
            "Bo: it is a 1",
        ):
            assert told in text
        await stage.press("down", "down")
        assert "who answers *at night*" in stage.text()


@pytest.mark.parametrize(
    ("name", "key", "file"),
    [
        ("run_sheet", "o", f"run-sheet-{SHOP}.md"),
        ("run_sheet", "h", f"run-sheet-{SHOP}.html"),
        ("minutes", "o", f"minutes-{SHOP}.md"),
        ("minutes", "h", f"minutes-{SHOP}.html"),
    ],
)
async def test_a_paper_is_written_and_never_over_another(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, key: str, file: str
) -> None:
    """The same as on the command line; afterwards one reads on, and is told where it went."""
    monkeypatch.chdir(tmp_path)
    async with on_stage(shop, assessment=SHOP) as stage:
        met(stage)
        sitting = stage.sitting
        whole = run_sheet(sitting, 5, 45) if name == "run_sheet" else minutes(sitting)
        await opened(stage, name)
        await stage.press(key)
        assert file in stage.text()
        await stage.press("enter")
        assert stage.app.peil_screen.footer.message == f"Written: {tmp_path / file}"
        assert stage.app.peil_screen.overlay is stage.app.overlay(name)
        said = (tmp_path / file).read_text()
        assert said == whole if key == "o" else said.startswith("<!DOCTYPE html>")
        await stage.press(key)
        assert file.replace(".", "-2.") in stage.text()
        await stage.press("f2")
        assert stage.app.peil_screen.overlay is stage.app.overlay(name)
        await stage.press("escape")
        assert stage.app.peil_screen.overlay is None


async def test_without_a_question_there_is_nothing_to_write(shop: Path) -> None:
    """The dialog says what to do first, and so do its keys."""
    async with on_stage(shop, assessment=SHOP) as stage:
        for question in stage.sitting.to_vote_on:
            stage.sitting.mark_not_applicable(question, "an agency does this")
        await opened(stage, "run_sheet")
        assert "Choose the topics of today first." in stage.text()
        await stage.press("o")
        assert stage.app.peil_screen.overlay is stage.app.overlay("run_sheet")


async def test_the_palette_finds_both(shop: Path) -> None:
    """By their names, wherever one is."""
    async with on_stage(shop, assessment=SHOP) as stage:
        for typed, name in (("run-sheet", "run_sheet"), ("minutes", "minutes")):
            await stage.press("ctrl+p")
            await stage.type(typed)
            await stage.settle()
            await stage.pilot.pause(0.3)
            await stage.press("enter")
            await stage.settle()
            assert stage.app.peil_screen.overlay is stage.app.overlay(name)
            await stage.press("enter")


@pytest.mark.parametrize("width", [20, 40, 78, 120])
def test_markdown_is_drawn_within_its_width(width: int) -> None:
    """Headings, lists, quotations and tables are folded; escapes are taken out."""
    drawn = markdown_lines(
        "# Title\n\n- **reason:** a \\*word\\* that is rather long, and goes on and on\n\n"
        "## 1\\. Part\n\n> Read this aloud, all of it, to everybody.\n\n1. first\n2. second one\n"
        "   - below it\n\n| begins | what |\n| ---: | --- |\n| 0:00 | a \\| b and more words |\n",
        width,
    )
    text = "\n".join(line.plain for line in drawn)
    assert all(line.cell_length <= width for line in drawn)
    assert "Title" not in text
    assert "\\" not in text
    assert "---" not in text
    assert "\n1. Part\n" in text
    assert "a *word*" in text.replace("\n", " ").replace("  ", " ") or width < 40
    assert "\n\n\n" not in text
