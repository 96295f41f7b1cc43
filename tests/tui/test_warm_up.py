"""The warm-up question: a minute of practice of which nothing is kept."""

from pathlib import Path

import pytest

from peil.tui.pages.warm_up import LEVELS
from peil.tui.palette import Everything
from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage
from tests.tui.voters import cast, vote_begun


def kept(folder: Path) -> dict[Path, bytes]:
    """Return every file that holds an assessment, an earlier save of it, or a vote."""
    endings = (".json", ".ballot")
    return {path: path.read_bytes() for path in folder.rglob("*") if path.suffix in endings}


def words(stage: Stage) -> str:
    """Return what stands on the screen as one line."""
    return " ".join(stage.text().split())


async def test_the_keyboard_goes_round(bakery: Path) -> None:
    """Each step says what happens; the end shows blocks and what a team would do now."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=3, way="keyboard")
        await stage.saved()
        before = stage.sitting.assessment
        files = kept(bakery)
        stage.app.warm_up()
        await stage.settle()
        assert "This is practice: nothing of it is kept." in words(stage)
        assert all(level in words(stage) for level in LEVELS)
        assert "Vote 1 of 3" in stage.text()
        await stage.press("1")
        assert "looks the same whatever was pressed" in words(stage)
        await stage.press("space", "4", "space", "?")
        assert "Nobody has seen anything yet" in words(stage)
        await stage.press("enter")
        assert "Each block is one vote." in words(stage)
        assert "Whoever chose 1 and whoever chose 4 speak first" in words(stage)
        assert "Don't know: 1. Abstained: 0." in words(stage)
        await stage.press("enter")
        assert stage.app.page_name == "question"
        assert "Nothing of it was kept." in words(stage)
        await stage.saved()
        assert stage.sitting.assessment == before
        assert kept(bakery) == files


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2222", "You are all of one mind"),
        ("2233", "You are nearly of one mind"),
        ("1124", "Whoever chose 1 and whoever chose 4"),
        ("??--", "Nobody chose a level"),
    ],
)
async def test_a_tally_says_what_it_would_mean(bakery: Path, typed: str, said: str) -> None:
    """Cards are typed in a row, unseen; then the blocks stand there."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.warm_up()
        await stage.settle()
        await stage.type(typed)
        assert "Typed 4" in stage.text()
        assert typed not in stage.text()
        await stage.press("enter")
        assert said in words(stage)
        assert stage.text().count("████") == sum(each.isdigit() for each in typed)
        assert stage.sitting.assessment.meeting.voters == 0


async def test_another_number_of_cards_asks_once_more(bakery: Path) -> None:
    """As a tally does."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=5)
        stage.app.warm_up("tally")
        await stage.settle()
        await stage.type("123")
        await stage.press("enter")
        assert "Typed: 3. Voters: 5." in stage.text()
        await stage.press("backspace", "3", "enter", "enter")
        assert "Each block is one vote." in words(stage)


async def test_stopping_forgets_it(bakery: Path) -> None:
    """Escape ends it, and the next one begins anew; in Dutch as well."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=3)
        stage.app.warm_up("keyboard")
        await stage.settle()
        await stage.press("9", "n", "x", "1", "space", "2", "escape")
        assert stage.app.page_name == "question"
        assert stage.sitting.ballot is None
        found = [hit async for hit in Everything(stage.app.screen).search("warm-up")]
        found[0].command()
        await stage.settle()
        assert "Typed 0 of 3" in stage.text()
        await stage.press("L", "1")
        assert stage.app.page_name == "vote"


async def test_a_vote_that_runs_goes_first(bakery: Path) -> None:
    """No practice while a vote runs; and one that begins takes the place of practice."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.warm_up("keyboard")
        await stage.settle()
        await vote_begun(stage, "keyboard", 2, 1)
        assert stage.lines()[0].endswith("Voting · round 1")
        stage.app.warm_up()
        await stage.settle()
        assert "A vote is still running" in stage.text()
        await cast(stage, ["1", "2"])
        assert "All votes are in." in stage.text()
