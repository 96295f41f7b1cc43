"""Home: going on on top, and the list of all."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.sitting.taking_in import take_in
from peil.store.disk import Disk
from peil.store.workspace import Workspace
from peil.tui import waiting
from peil.tui.app import PeilApp
from peil.tui.pages.home import HomePage
from peil.tui.widgets.home_sheet import ToDo
from tests.tui.conftest import BAKERY, SAMPLE, SHOP
from tests.tui.done import tick, written_list
from tests.tui.example import settled_workers
from tests.tui.stage import on_stage
from tests.tui.trouble import answered, put_newer

MANY = 10_000
"""Assessments in a list that is very long."""


class Counted:
    """Counts how often the beginning of a file is read."""

    def __init__(self) -> None:
        """Begin with none."""
        self.times = 0

    def __call__(self, path: Path, limit: int) -> bytes:
        """Read the beginning of a file."""
        self.times += 1
        return path.read_bytes()[:limit]


async def test_one_enter_goes_on(shop: Path) -> None:
    """Resume stands on top with the cursor, and says where one is."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("3", "enter")
    async with on_stage(shop) as stage:
        assert "▸ GO ON      The shop" in stage.text()
        assert "1 of 2 core" in stage.text()
        assert "Hours, core question 2 · about 1 minute left" in stage.text()
        await stage.press("enter")
        assert "How many hours are there for it?" in stage.text()


async def test_the_list_shows_what_can_be_known(bakery: Path) -> None:
    """No percentage before the core, one marked as core after it, a plain one at the end."""
    async with on_stage(bakery) as stage:
        assert stage.text().count("after the core") == 2
    async with on_stage(bakery, assessment=SHOP) as stage:
        await stage.press("3", "enter", "3")
    async with on_stage(bakery) as stage:
        line = next(line for line in stage.lines() if "2/3" in line)
        assert "66 % (core)" in line
    async with on_stage(bakery, assessment=SHOP) as stage:
        stage.app.go_to_question("shop/goal-known")
        await stage.settle()
        await stage.press("3")
    async with on_stage(bakery) as stage:
        line = next(line for line in stage.lines() if "3/3" in line)
        assert "2 of 2" in line
        assert line.endswith("66 %")


async def test_two_of_one_name_can_be_told_apart(shop: Path) -> None:
    """The one that came later shows the number of its id."""
    workspace = Workspace(shop)
    take_in(workspace, workspace.file(SHOP))
    async with on_stage(shop) as stage:
        table = [line for line in stage.lines() if "after the core" in line]
    assert sum("The shop (2) " in line for line in table) == 1
    assert sum("The shop  " in line for line in table) == 1


async def test_the_latest_is_on_top_and_another_can_be_opened(bakery: Path) -> None:
    """The cursor moves through the list; Enter opens what it stands on."""
    async with on_stage(bakery, assessment=SHOP) as stage:
        await stage.press("2")
    async with on_stage(bakery) as stage:
        assert "GO ON      The shop" in stage.text()
        await stage.press("down", "j", "enter")
        assert stage.sitting.assessment.id == BAKERY


async def test_the_mouse_opens(bakery: Path) -> None:
    """A click on a line of the list opens it."""
    async with on_stage(bakery) as stage:
        row = next(y for y, line in enumerate(stage.lines()) if "0/54" in line)
        await stage.click(10, row)
        assert stage.sitting.assessment.id == BAKERY


async def test_new_and_back(shop: Path) -> None:
    """`n` asks for a new one; Escape comes back without having made anything."""
    async with on_stage(shop) as stage:
        await stage.press("n")
        assert stage.app.page_name == "start"
        await stage.press("escape")
        assert stage.app.page_name == "home"
        assert Workspace(shop).ids() == [SHOP]


async def test_what_is_open_elsewhere_can_be_looked_at(shop: Path) -> None:
    """A sentence says since when; Enter looks, and nothing can be changed."""
    with Workspace(shop).open(SHOP):
        async with on_stage(shop) as stage:
            await stage.press("enter")
            assert "has been open in another window since" in " ".join(stage.text().split())
            await stage.press("b")
            assert stage.app.page_name == "home"
            await stage.press("enter", "enter")
            assert stage.lines()[0].endswith("look only")


async def test_a_damaged_one_does_not_keep_the_others_away(bakery: Path) -> None:
    """It is named in the list, and opening it says why it cannot be."""
    (bakery / "assessments" / f"{SHOP}.json").write_bytes(b"")
    for copy in (bakery / "backups").rglob("*"):
        if copy.is_file():
            copy.unlink()
    async with on_stage(bakery) as stage:
        assert "damaged" in stage.text()
        assert "Bakkerij Jansen" in stage.text()


async def test_a_long_list_scrolls_with_the_cursor(shop: Path) -> None:
    """However many there are, the one under the cursor is in sight."""
    workspace = Workspace(shop)
    catalog = Catalog([shipped_folder()], workspace.cache)
    for number in range(30):
        wishes = Wishes(f"Shop {number:02d}", questionnaires=(str(SAMPLE),))
        begin(workspace, catalog, wishes, language="en").close()
    (shop / "assessments" / f"{SHOP}.conflict-1.json").write_text("")
    async with on_stage(shop) as stage:
        await settled_workers(stage)
        assert "TO DO" in stage.text()
        assert "▼" in stage.text()
        for key in ("pagedown", "end", "up", "pageup", "home"):
            await stage.press(key)
            assert sum("▸" in line for line in stage.lines()) == 1
        await stage.press("end")
        assert "▲" in stage.text()
        assert "▼" not in stage.text()


@pytest.mark.fault("10,000 assessments in the list")
async def test_ten_thousand_assessments(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first rows are there, the cursor moves and jumps, and no file is read a second time."""
    workspace = Workspace(shop)
    file = workspace.file(SHOP)
    for number in range(MANY - 1):
        (workspace.assessments / f"shop-{number:05d}.json").hardlink_to(file)
    assert len(workspace.summaries()) == MANY
    read = Counted()
    monkeypatch.setattr(Disk, "beginning", read)
    async with on_stage(shop) as stage:
        assert stage.text().count("The shop") == 15
        assert "▼" in stage.text()
        await settled_workers(stage)
        await stage.press("down", "pagedown", "end")
        assert "▸" in stage.lines()[-3]
        assert "▲" in stage.text()
        assert "▼" not in stage.text()
        await stage.press("home", "down", "down", "enter")
        assert stage.sitting.assessment.id.startswith("shop-")
        stage.app.open_page("home")
        await stage.settle()
        await settled_workers(stage)
        assert "GO ON" in stage.text()
    assert read.times <= 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (40, 12)], ids=str)
async def test_what_waits_leaves_room_for_the_list(bakery: Path, size: tuple[int, int]) -> None:
    """What waits, the one to go on with, and the list are all in sight, and lead on."""
    (bakery / "assessments" / f"{SHOP}.conflict-1.json").write_text("")
    put_newer(bakery)
    answered(bakery, 1)
    async with on_stage(bakery, size=size) as stage:
        await settled_workers(stage)
        assert "GO ON" in stage.text()
        assert "1          file needs a look: check" in stage.text()
        assert "1          newer questionnaire: " in stage.text()
        assert stage.text().count("The shop") + stage.text().count("Bakkerij Jansen") >= 3
        assert all(len(line) <= size[0] for line in stage.lines())
        await stage.press("end")
        assert sum("▸" in line for line in stage.lines()) == 1
        await stage.press("home", "down")
        assert "▸ 1          file needs a look: check" in stage.text()
        await stage.press("enter")
        assert "Check all files" in stage.text()


async def test_a_list_that_was_edited_is_offered_to_be_read_back(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home says so of a list that changed, of none that did not or is gone, and opens it."""
    asked: list[Path] = []
    monkeypatch.setattr(PeilApp, "open_readback", lambda _, path: asked.append(path), raising=False)
    file = tmp_path / "list.md"
    written_list(shop, file)
    async with on_stage(shop) as stage:
        await settled_workers(stage)
        assert "TO DO" not in stage.text()
        tick(file)
        stage.app.changed()
        await stage.settle()
        await settled_workers(stage)
        assert "list of actions changed on disk: read it back?" in stage.text()
        await stage.press("down", "enter")
        assert stage.sitting.assessment.id == SHOP
        assert asked == [file]
        file.unlink()
        stage.app.open_page("home")
        await stage.settle()
        await settled_workers(stage)
        assert "TO DO" not in stage.text()


async def test_only_the_latest_lists_are_looked_at(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With many assessments home looks at few files, and says the same of few."""
    summary = Workspace(shop).summaries()[0]
    many = [
        replace(summary, id=f"shop-{each}", list_path="/list.md", to_look_at=1)
        for each in range(100)
    ]
    looked: list[str] = []
    monkeypatch.setattr(waiting, "is_edited", lambda path, _: looked.append(path))
    async with on_stage(shop) as stage:
        found = waiting.what_waits(stage.app.desk, many, stage.app.say)
    assert len(looked) == waiting.LISTS_LOOKED_AT
    assert [todo.name for todo in found] == ["look"] * waiting.MOST


@pytest.mark.parametrize("size", [(80, 24), (60, 14), (40, 12)], ids=str)
async def test_everything_that_waits_can_be_reached(shop: Path, size: tuple[int, int]) -> None:
    """Where not all fits, what waits scrolls with the cursor and says that there is more."""
    todo = [ToDo("look", each, f"thing {each}", SHOP, "The shop") for each in range(1, 8)]
    async with on_stage(shop, size=size) as stage:
        await settled_workers(stage)
        page = stage.app.page("home")
        assert isinstance(page, HomePage)
        page.take(todo)
        await stage.settle()
        for each in range(1, 8):
            await stage.press("down")
            assert f"▸ {each}          thing {each}" in stage.text()
        await stage.press("down")
        assert next(line for line in stage.lines() if "▸" in line).startswith("   ▸ The shop")
        await stage.press("home")
        assert "thing 1" in stage.text()
        assert ("▼" in stage.text()) == (size[1] < 24)


async def test_the_cursor_stays_on_its_assessment(bakery: Path) -> None:
    """What waits is found out after the first paint: the cursor moves along with the list."""
    (bakery / "assessments" / f"{SHOP}.conflict-1.json").write_text("")
    async with on_stage(bakery) as stage:
        await stage.press("end")
        last = next(line for line in stage.lines() if "▸" in line)
        await settled_workers(stage)
        assert "TO DO" in stage.text()
        assert next(line for line in stage.lines() if "▸" in line) == last
        (bakery / "assessments" / f"{SHOP}.conflict-1.json").unlink()
        stage.app.changed()
        await stage.settle()
        await settled_workers(stage)
        assert "TO DO" not in stage.text()
        assert next(line for line in stage.lines() if "▸" in line) == last


async def test_hostile_titles_show_as_text(shop: Path) -> None:
    """Brackets and escape sequences in a name neither crash nor drive anything."""
    sitting = Sitting.open(Workspace(shop), SHOP)
    sitting.rename("[@click=app.quit]Shop[/] \x1b[2J[red]")
    sitting.close()
    async with on_stage(shop) as stage:
        assert "[@click=app.quit]Shop[/]" in stage.text()
        await stage.press("enter")
        assert stage.lines()[0].startswith(" Peil · [@click=app.quit]Shop[/] [red]")


async def test_keys_typed_ahead_find_the_page(shop: Path) -> None:
    """Enter and a digit in one breath open and answer."""
    async with on_stage(shop) as stage:
        await stage.rush("enter", "3", "enter", "2")
        assert stage.sitting.answer("shop/goal-written").level == 3
        assert stage.sitting.answer("shop/hours-set").level == 2


async def test_a_team_session_of_today_goes_on(bakery: Path) -> None:
    """After a stop in the middle of it; once it ended with promises it waits no longer."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=3)
        stage.sitting.start_clock()
        await stage.press("q")
    async with on_stage(bakery) as stage:
        await settled_workers(stage)
        assert "team session: go on with it" in stage.text()
        await stage.press("down", "enter")
        assert stage.app.page_name == "team"
        stage.sitting.show_fingers("455")
        await stage.saved()
        await stage.press("escape")
        await settled_workers(stage)
        assert "team session: go on with it" not in stage.text()
