"""Checking all files on the screen: what is said, and what repairing does."""

import shutil
from pathlib import Path

import pytest

from peil.errors import OpenElsewhere
from peil.store.workspace import Workspace
from peil.tui.dialogs.checking import Checking
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage
from tests.tui.trouble import FIRST, answered, change_outside, file_of, level_of


async def checked(stage: Stage) -> str:
    """Open the check and wait for it; return what it says in one line."""
    stage.app.open_check()
    await stage.settle()
    await settled_workers(stage)
    return said(stage)


def said(stage: Stage) -> str:
    """Return what stands on the screen in one line, without the edges of the dialog."""
    return " ".join(stage.text().replace("│", " ").split())


async def test_all_is_well(shop: Path) -> None:
    """Then it says how many files are whole, and offers nothing."""
    answered(shop, 1, 2)
    async with on_stage(shop) as stage:
        told = await checked(stage)
        assert "Whole: 1 assessment and" in told
        assert "Everything is as it should be." in told
        assert "r repair" not in stage.footer
        await stage.press("r", "enter")
        assert "Check all files" not in stage.text()


async def test_a_damaged_file_is_repaired_and_said(bakery: Path) -> None:
    """It is named first; `r` puts the last save in its place, and keeps the damaged one."""
    answered(bakery, 1, 2)
    file_of(bakery).write_bytes(b"gone")
    async with on_stage(bakery, assessment=BAKERY) as stage:
        told = await checked(stage)
        assert "▸ ! assessments/the-shop.json is damaged." in told
        assert "Press r to put 1 of these right. It is copied before anything changes." in told
        await stage.press("r")
        await settled_workers(stage)
        assert "✓ assessments/the-shop.json is the last whole save again" in said(stage)
        assert "r repair" not in stage.footer
        assert not stage.sitting.looks_only
        await stage.press("enter", "2")
        assert stage.sitting.answer("iceberg/objectives-written").level == 2
    assert level_of(bakery) == 1


async def test_what_only_could_be_looked_at_can_be_worked_in(shop: Path) -> None:
    """A file changed outside is accepted by the repair, and is open for writing then."""
    answered(shop, 1, 2)
    change_outside(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("c")
        await settled_workers(stage)
        await stage.press("r")
        await settled_workers(stage)
        await stage.press("enter")
        assert not stage.sitting.looks_only
        assert stage.lines()[0].startswith(" Peil · The shop")
        stage.app.go_to_question(FIRST)
        await stage.settle()
        await stage.press("4")
    assert level_of(shop) == 4


async def test_while_it_repairs_nothing_can_be_changed(shop: Path) -> None:
    """What is open is put aside until the repair is done; then it goes on."""
    answered(shop, 1, 2)
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.go_to_question(FIRST)
        await stage.settle()
        assert stage.app.put_aside()
        stage.app.changed()
        await stage.press("4")
        assert stage.sitting.answer(FIRST).level == 2
        assert stage.app.take_up()
        await stage.press("4")
    assert level_of(shop) == 4


async def test_a_copy_beside_can_be_opened(shop: Path) -> None:
    """A conflict is named on home; from the check it becomes an assessment of its own."""
    answered(shop, 1)
    file = file_of(shop)
    shutil.copy(file, file.with_name(f"{SHOP}.conflict-1.json"))
    async with on_stage(shop) as stage:
        await settled_workers(stage)
        await stage.press("down", "enter")
        await settled_workers(stage)
        assert "holds what could not be saved" in said(stage)
        assert "o open this file" in stage.footer
        await stage.press("o", "enter")
        await stage.settle()
        assert stage.sitting.assessment.id == f"{SHOP}-2"
        assert stage.sitting.answer(FIRST).level == 1


async def test_what_lies_beside_can_be_put_away(shop: Path) -> None:
    """A copy that nobody needs goes to `deleted/`, whole, and home asks no more."""
    answered(shop, 1)
    file = file_of(shop)
    beside = file.with_name(f"{SHOP}.conflict-1.json")
    shutil.copy(file, beside)
    whole = beside.read_bytes()
    async with on_stage(shop) as stage:
        await checked(stage)
        assert "d put away" in stage.footer
        await stage.press("d")
        await settled_workers(stage)
        assert not beside.exists()
        assert (shop / "deleted" / f"{SHOP}.beside" / beside.name).read_bytes() == whole
        assert "Moved to" in said(stage)
        assert "Everything is as it should be." in said(stage)
        await stage.press("d", "enter")  # there is nothing under the cursor now
        assert "need" not in said(stage)
    assert level_of(shop) == 1


async def test_the_cursor_stays_when_something_is_put_away(shop: Path) -> None:
    """A second `d` takes the next one, never one that was not chosen."""
    answered(shop, 1)
    file = file_of(shop)
    for number in (1, 2, 3):
        shutil.copy(file, file.with_name(f"{SHOP}.conflict-{number}.json"))
    async with on_stage(shop) as stage:
        await checked(stage)
        await stage.press("down", "d")
        await settled_workers(stage)
        await stage.press("d")
        await settled_workers(stage)
    left = [path.name for path in file.parent.glob("*.conflict-*")]
    assert left == [f"{SHOP}.conflict-1.json"]


@pytest.mark.fault("second window on the same assessment")
async def test_where_somebody_saves_to_is_not_put_away(shop: Path) -> None:
    """Neither this window's own file, nor one beside what another window has open."""
    answered(shop, 1)
    async with on_stage(shop, assessment=SHOP) as stage:
        change_outside(shop)
        stage.sitting.rate(FIRST, 3)
        await stage.saved()
        beside = file_of(shop).with_name(f"{SHOP}.conflict-1.json")
        assert beside.exists()
        await checked(stage)
        while "d put away" not in stage.footer:
            await stage.press("down")
        await stage.press("d")
        assert "no other file has them" in said(stage)
        assert beside.exists()
        with pytest.raises(OpenElsewhere):
            Workspace(shop).put_away(beside)
    assert beside.exists()


async def test_an_assessment_cannot_be_put_away_there(shop: Path) -> None:
    """Only what lies beside: a damaged assessment has its earlier saves."""
    answered(shop, 1, 2)
    file_of(shop).write_bytes(b"gone")
    async with on_stage(shop) as stage:
        await checked(stage)
        assert "d put away" not in stage.footer
        await stage.press("d")
        assert file_of(shop).read_bytes() == b"gone"


async def test_the_cursor_leads_to_the_earlier_saves(shop: Path) -> None:
    """`b` opens those of the assessment under the cursor, and only there."""
    answered(shop, 1, 2)
    file_of(shop).write_bytes(b"gone")
    (shop / "assessments" / "readme.txt").write_text("not Peil's")
    async with on_stage(shop) as stage:
        assert "readme.txt is not Peil's" in await checked(stage)
        assert "b earlier saves" in stage.footer
        await stage.press("down")
        assert "b earlier saves" not in stage.footer
        await stage.press("b", "up", "b")
        assert "Earlier saves: The shop" in stage.text()


async def test_it_never_makes_keys_wait(shop: Path) -> None:
    """It can be closed while it looks; what it finds then is shown to nobody."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.open_check()
        await stage.rush("x", "2")
        await settled_workers(stage)
        assert "Check all files" not in stage.text()
        assert stage.sitting.answer(FIRST).level == 2


async def test_stopping_while_it_looks_is_no_mistake(bakery: Path) -> None:
    """What a thread found after Peil stopped is shown to nobody."""
    async with on_stage(bakery) as stage:
        stage.app.open_check()
        await stage.settle()
        dialog = stage.app.peil_screen.overlay
        assert isinstance(dialog, Checking)
    with stage.app._context():  # noqa: SLF001 - there the thread hands over what it found
        dialog._looked(dialog._turn, ())  # noqa: SLF001 - as the thread does
    assert stage.app.fault is None
