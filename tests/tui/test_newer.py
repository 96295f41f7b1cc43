"""Newer questionnaires on the screen: said once, shown, taken over or not."""

from pathlib import Path

import pytest

from peil.store.workspace import Workspace
from peil.tui.dialogs.newer_questionnaire import NewerQuestionnaire
from peil.tui.newer import newer_ones, remark
from tests.tui.conftest import SHOP
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage
from tests.tui.trouble import FIRST, WITHOUT_HOURS, answered, put_newer


async def shown(stage: Stage) -> str:
    """Open the dialog and return what the screen says in one line."""
    stage.app.open_newer()
    await stage.settle()
    return " ".join(stage.text().replace("│", " ").split())


async def test_home_names_it_and_leads_there(shop: Path) -> None:
    """A line under TO DO; Enter opens the assessment and shows what would change."""
    put_newer(shop)
    async with on_stage(shop) as stage:
        await settled_workers(stage)
        assert "newer questionnaire: The shop check" in stage.text()
        await stage.press("down", "enter")
        await stage.settle()
        assert stage.sitting.assessment.id == SHOP
        assert "The shop check: version 2 in the place of 1" in stage.text()
        await stage.press("enter")  # once too often, by whoever came here with it
        assert stage.sitting.assessment.sources[0].version == 1


@pytest.mark.parametrize("key", ["l", "escape"])
async def test_it_is_never_forced(shop: Path, key: str) -> None:
    """Later, or Escape: all stays as it was."""
    answered(shop, 2)
    put_newer(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "your answer is kept, look at it again" in await shown(stage)
        await stage.press(key)
        assert stage.sitting.assessment.sources[0].version == 1
        assert "in the place of" not in stage.text()


async def test_taken_over_and_looked_at_again(shop: Path) -> None:
    """The question says what the level said; the same digit confirms, and then goes on."""
    answered(shop, 2)
    put_newer(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await shown(stage)
        await stage.press("t")
        assert "Taken over; z undoes it. 1 answer is marked" in stage.text()
        await stage.press("g")
        assert "2⚑ Goals" in stage.text()
        await stage.press("home", "up", "up", "enter")
        assert "There is a goal in words that all have read." in stage.text()
        told = " ".join(stage.text().split())
        assert (
            "Does level 2 still fit? When you chose it, it said: “There is a goal in words.”"
            in told
        )
        await stage.press("2")
        assert "Does level 2 still fit?" not in stage.text()
        assert not stage.sitting.answer(FIRST).look_again
        await stage.press("2")
        assert "How many hours are there for it?" in stage.text()


async def test_undone_with_one_key(shop: Path) -> None:
    """`z` brings the version back that was there."""
    put_newer(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await shown(stage)
        await stage.press("t", "z")
        assert stage.sitting.assessment.sources[0].version == 1


async def test_what_is_no_longer_asked_can_be_read(shop: Path) -> None:
    """The palette leads to the former answers, once there are any."""
    put_newer(shop, WITHOUT_HOURS)
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.go_to_question("shop/hours-set")
        await stage.settle()
        await stage.press("3")
        await shown(stage)
        await stage.press("t")
        stage.app.open_former()
        await stage.settle()
        told = stage.text()
        assert "No longer asked" in told
        assert "How many hours are there for it? (The shop check, version 1)" in told
        assert "3: The hours were really spent." in told


async def test_without_one_it_says_so(shop: Path) -> None:
    """The palette's entry is always there, and answers."""
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "There is no newer version of these questionnaires." in await shown(stage)


async def test_the_remark_waits_for_other_messages(shop: Path) -> None:
    """It takes the place of no other sentence, and is not made over a dialog."""
    put_newer(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        app, sitting = stage.app, stage.sitting
        (update,) = newer_ones(app.desk, sitting)
        await stage.press("x")
        remark(app, sitting, update.title)
        assert app.peil_screen.footer.message == ""
        await stage.press("escape")
        app.tell("Something else.")
        remark(app, sitting, update.title)
        assert app.peil_screen.footer.message == "Something else."
        app.tell("")
        remark(app, sitting, update.title)
        assert "There is a newer version of The shop check." in app.peil_screen.footer.message


async def test_a_window_that_looks_only_takes_nothing_over(shop: Path) -> None:
    """The differences are shown, and t is refused with a sentence."""
    put_newer(shop)
    with Workspace(shop).open(SHOP):
        async with on_stage(shop, assessment=SHOP) as stage:
            await stage.press("enter")
            await shown(stage)
            await stage.press("t")
            assert isinstance(stage.app.peil_screen.overlay, NewerQuestionnaire)
            assert stage.sitting.assessment.sources[0].version == 1
