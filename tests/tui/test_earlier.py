"""Earlier saves on the screen: which there are, and going back to one."""

import shutil
from pathlib import Path

import pytest

from peil.store.workspace import Workspace
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.stage import Stage, on_stage
from tests.tui.trouble import FIRST, answered, change_outside, file_of, level_of


def rows(stage: Stage) -> list[str]:
    """Return the lines of the saves in the list."""
    return [line for line in stage.lines() if "before " in line or "last saves" in line]


async def test_home_leads_to_them_and_back_to_one(shop: Path) -> None:
    """`b`, the save, a question with No under the cursor, Yes: then it is as it was."""
    answered(shop, 1, 2, 3)
    async with on_stage(shop) as stage:
        await stage.press("b")
        assert "Earlier saves: The shop" in stage.text()
        assert "Now: 1 of 3 answered, last changed today" in stage.text()
        assert "today" in rows(stage)[0]
        assert "1 of 3" in rows(stage)[0]
        await stage.press("enter")
        assert "with 1 of 3 answered" in " ".join(stage.text().split())
        assert "▸ No, leave everything as it is" in stage.text()
        await stage.press("down", "enter")
        assert "The shop is again as it was today" in stage.text()
        assert level_of(shop) == 2
        await stage.press("b")
        assert "before you went back" in rows(stage)[0]
        await stage.press("enter", "down", "enter")
    assert level_of(shop) == 3


@pytest.mark.parametrize("keys", [("enter",), ("escape",), ("x",), ("down", "up", "enter")])
async def test_nothing_happens_by_accident(shop: Path, keys: tuple[str, ...]) -> None:
    """Enter on the question says no; Escape and x go back to the list, and then out of it."""
    answered(shop, 1, 2)
    async with on_stage(shop) as stage:
        await stage.press("b", "enter", *keys)
        assert rows(stage)
        await stage.press("x")
        assert not rows(stage)
        assert stage.app.page_name == "home"
    assert level_of(shop) == 2


async def test_the_open_assessment_is_opened_again_where_one_was(shop: Path) -> None:
    """It is closed for it, restored, and open for writing again on the same page."""
    answered(shop, 1, 2)
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.go_to_question(FIRST)
        await stage.settle()
        await stage.press("3", "r")
        assert stage.app.page_name == "results"
        stage.app.open_earlier(SHOP)
        await stage.settle()
        await stage.press("enter", "down", "enter")
        assert stage.app.page_name == "results"
        assert "The shop is again as it was today" in stage.text()
        assert stage.sitting.answer(FIRST).level == 2
        await stage.press("escape", "4")
        assert stage.app.page_name == "question"
        await stage.saved()
        assert level_of(shop) == 4
        assert "✓ saved" in stage.lines()[0]


async def test_the_save_that_is_chosen_is_the_one_restored(shop: Path) -> None:
    """Also when closing what is open makes one more save, so that all are counted anew."""
    answered(shop, 1, 2)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("3")
        await stage.saved()
        stage.app.open_earlier(SHOP)
        await stage.settle()
        stage.sitting.go_to(FIRST)
        await stage.press("down", "enter", "down", "enter")
        assert stage.sitting.answer(FIRST).level == 1


async def test_what_is_damaged_can_be_opened_this_way(bakery: Path) -> None:
    """Enter says what is wrong; `b` there leads to what is left, and that says so."""
    answered(bakery, 1, 2)
    file_of(bakery).write_bytes(b"gone")
    for copy in (bakery / "backups" / SHOP).iterdir():
        copy.write_bytes(b"gone too")
    async with on_stage(bakery) as stage:
        await stage.press("end")
        assert "b earlier saves" in stage.footer
        await stage.press("enter")
        assert "is damaged, and there is no whole earlier save" in " ".join(stage.text().split())
        await stage.press("b")
        assert "Now: damaged." in stage.text()
        assert "damaged" in stage.lines()[5]
        await stage.press("enter")
        assert "This save is damaged. Choose another one." in stage.text()
        await stage.press("x", "home", "enter")
        assert stage.sitting.assessment.id == BAKERY


async def test_a_file_changed_outside_can_be_put_back(shop: Path) -> None:
    """It opens to look only; after going back to a save it opens for writing."""
    answered(shop, 1, 2)
    change_outside(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "was changed outside Peil" in " ".join(stage.text().split())
        assert stage.lines()[0].endswith("look only")
        await stage.press("b", "enter", "down", "enter")
        assert not stage.sitting.looks_only
        assert stage.sitting.answer(FIRST).level == 1


async def test_another_window_keeps_it(shop: Path) -> None:
    """What is open elsewhere is not replaced, and that is said."""
    answered(shop, 1, 2)
    with Workspace(shop).open(SHOP):
        async with on_stage(shop) as stage:
            await stage.press("b", "enter", "down", "enter")
            assert "open in another window" in " ".join(stage.text().split())
    assert level_of(shop) == 2


async def test_without_earlier_saves_it_says_so(bakery: Path) -> None:
    """A new assessment has none yet; Enter closes."""
    shutil.rmtree(bakery / "backups", ignore_errors=True)
    async with on_stage(bakery) as stage:
        stage.app.open_earlier(BAKERY)
        await stage.settle()
        assert "There is no earlier save yet." in stage.text()
        await stage.press("enter")
        assert "There is no earlier save yet." not in stage.text()


async def test_an_assessment_that_is_gone_comes_back(shop: Path) -> None:
    """Home says that a file needs a look, check says which, and its saves bring it back."""
    answered(shop, 1, 2)
    file_of(shop).unlink()
    async with on_stage(shop) as stage:
        assert stage.app.page_name == "home"
        await stage.app.workers.wait_for_complete()
        await stage.settle()
        assert "1          file needs a look" in stage.text()
        await stage.press("enter")
        await stage.app.workers.wait_for_complete()
        await stage.settle()
        await stage.press("b")
        assert "Now: gone; only these saves are left." in stage.text()
        await stage.press("enter", "down", "enter")
    assert level_of(shop) == 1


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
async def test_it_fits(shop: Path, size: tuple[int, int]) -> None:
    """Narrow and wide: when and how much are never cut off."""
    answered(shop, 1, 2)
    async with on_stage(shop, size=size) as stage:
        await stage.press("b")
        assert all("today" in row and "1 of 3" in row for row in rows(stage)[:1])
