"""The action list that comes back, on the screen: shown, chosen, taken over or left."""

import asyncio
from pathlib import Path

import pytest

from peil.report.actions import write_action_list
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.tui.dialogs.readback import ReadBack
from peil.tui.dialogs.readback_file import ReadBackFile
from tests import hostile, poison
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage

FIRST = "shop/goal-written"


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    """Return where the list is written."""
    return tmp_path / "list.md"


def export(stage: Stage, file: Path) -> None:
    """Answer a question and write the list of what follows."""
    stage.sitting.rate(FIRST, 1)
    write_action_list(stage.sitting, file)


def edit(file: Path, *edits: tuple[str, str]) -> None:
    """Edit the list as in a text editor."""
    text = file.read_text()
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text)


TICKED = ("- [ ] **A01**", "- [x] **A01**")
NAMED = ("  - owner:\n", "  - owner: Marieke\n")


async def shown(stage: Stage, file: Path) -> str:
    """Open the dialog and return what the screen says in one line."""
    stage.app.open_readback(file)
    await stage.settle()
    return told(stage)


def told(stage: Stage) -> str:
    """Return what the screen says in one line."""
    return " ".join(stage.text().replace("│", " ").split())


async def test_taken_over_and_undone(shop: Path, list_file: Path) -> None:
    """What changes stands there; `y` does it and says so, `z` takes all of it back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, TICKED, NAMED, ("\n## ", "\n- [ ] Sweep\n\n## "))
        words = await shown(stage, list_file)
        assert "ticked: done who: Marieke" in words
        assert "new: Sweep, becomes A" in words
        assert stage.sitting.assessment.actions["A01"].owner == ""
        await stage.press("y")
        record = stage.sitting.assessment.actions["A01"]
        assert (record.status, record.owner) == ("done", "Marieke")
        assert "Taken over: 3 changes from the list. z undoes it." in stage.text()
        assert stage.app.peil_screen.overlay is None
        await stage.press("z")
        assert stage.sitting.assessment.actions["A01"].status == "open"
        assert "Taken back: what was read back from the list." in stage.text()
        assert "ticked: done" in await shown(stage, list_file)
        await stage.saved()
    kept = Workspace(shop).copies(SHOP)
    assert [copy.why for copy in kept].count("readback") == 1


@pytest.mark.parametrize("keys", [("n",), ("escape",), ("enter", "enter", "n"), ("space", "n")])
async def test_anything_but_y_leaves_all_as_it_is(
    shop: Path, list_file: Path, keys: tuple[str, ...]
) -> None:
    """Enter too often, Escape, or no: nothing is changed."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, TICKED)
        before = stage.sitting.assessment
        await shown(stage, list_file)
        await stage.press(*keys)
        assert stage.app.peil_screen.overlay is None
        assert stage.sitting.assessment is before


@pytest.mark.parametrize(("keys", "owner"), [((), "Jan"), (("space",), "Marieke")])
async def test_where_both_changed_one_chooses(
    shop: Path, list_file: Path, keys: tuple[str, ...], owner: str
) -> None:
    """Peil's side stays unless Space gives the list's the cross; a second Space takes it off."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, TICKED, NAMED)
        stage.sitting.set_owner("A01", "Jan")
        words = await shown(stage, list_file)
        assert "[ ] A01 who: the list says Marieke, Peil says Jan" in words
        await stage.press("space", "space", *keys)
        assert (f"[{'x' if keys else ' '}] A01 who") in told(stage)
        await stage.press("y")
        record = stage.sitting.assessment.actions["A01"]
        assert (record.status, record.owner) == ("done", owner)


async def test_the_mouse_chooses_as_well(shop: Path, list_file: Path) -> None:
    """A click gives the cross."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, NAMED)
        stage.sitting.set_owner("A01", "Jan")
        await shown(stage, list_file)
        await stage.click_on("the list says Marieke")
        assert "[x] A01 who" in told(stage)


async def test_it_is_asked_for_a_file(shop: Path, list_file: Path) -> None:
    """The list that was written last is filled in; a wrong name is told, and can be put right."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, TICKED)
        stage.app.open_readback(None)
        await stage.settle()
        await stage.type("x")
        await stage.press("enter")
        assert "There is no file" in stage.text()
        await stage.press("ctrl+u")
        await stage.type(str(list_file))
        await stage.press("enter")
        assert isinstance(stage.app.peil_screen.overlay, ReadBack)
        assert "ticked: done" in stage.text()


async def test_without_a_list_it_asks_for_a_name(shop: Path) -> None:
    """Enter in an empty field says what is missing."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.open_readback()
        await stage.settle()
        await stage.press("enter")
        assert "Type the name of a file first." in stage.text()


async def test_what_cannot_be_read_is_one_sentence(shop: Path, tmp_path: Path) -> None:
    """No dialog opens over nothing."""
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "There is no file" in await shown(stage, tmp_path / "nowhere.md")
        assert stage.app.peil_screen.overlay is None


async def test_a_list_that_changes_nothing_is_read_and_not_asked_about(
    shop: Path, list_file: Path
) -> None:
    """It says so, offers nothing to take over, and home asks no more."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
        edit(list_file, ("\n## ", "\nsome prose\n\n## "))
        written = stage.sitting.assessment.exports[-1].digest
        assert "The list changes nothing." in await shown(stage, list_file)
        assert "take over" not in stage.footer
        assert "Esc or n close" in stage.footer
        assert stage.sitting.assessment.exports[-1].digest != written
        await stage.press("y")
        assert stage.app.peil_screen.overlay is None


async def test_a_window_that_looks_only_takes_nothing_over(shop: Path, list_file: Path) -> None:
    """The changes are shown, and `y` is refused with a sentence."""
    async with on_stage(shop, assessment=SHOP) as stage:
        export(stage, list_file)
    edit(list_file, TICKED)
    with Workspace(shop).open(SHOP):
        async with on_stage(shop, assessment=SHOP) as stage:
            await stage.press("enter")
            assert "ticked: done" in await shown(stage, list_file)
            await stage.press("y")
            assert isinstance(stage.app.peil_screen.overlay, ReadBack)
            assert stage.sitting.assessment.actions["A01"].status == "open"


async def test_the_palette_leads_there(shop: Path) -> None:
    """For whoever looks for it by its words."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("ctrl+p")
        await stage.type("read the list")
        await stage.press("down", "enter")
        assert isinstance(stage.app.peil_screen.overlay, ReadBackFile)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_a_hostile_list_shows_as_text(
    shop: Path, list_file: Path, size: tuple[int, int]
) -> None:
    """Neither its words nor its name become markup or reach the terminal as codes."""
    async with on_stage(shop, assessment=SHOP, size=size) as stage:
        export(stage, list_file)
        lines = [
            f"- [ ] {poison.one_line(text)}\n  - owner: {poison.one_line(text)}\n{text[:500]}"
            for text in hostile.ALL.values()
        ]
        written = "\n".join(lines).encode("utf-8", "replace").decode()
        edit(list_file, ("\n## ", f"\n- [ ] x\n{written}\n\n## "))
        target = list_file.with_name("[@click=app.quit]x[oops].md")
        await asyncio.to_thread(list_file.rename, target)
        await shown(stage, target)
        for key in ("pagedown", "down", "space", "pagedown", "up", "pageup", "y"):
            await stage.press(key)
            assert first_forbidden(stage.text().replace("\n", " ")) is None
        stage.app.open_page("plan")
        await stage.settle()
        assert first_forbidden(stage.text().replace("\n", " ")) is None
    assert stage.app.fault is None
