"""The round of promises: a name and a day for each action of now, then the fist of five."""

from datetime import date
from pathlib import Path

import pytest
import time_machine

from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.pages.commitments_sheet import (
    CommitmentsScene,
    actions_now,
    end_sheet,
    names_like,
    one_action,
)
from peil.tui.signs import ASCII, UNICODE, Signs
from tests.tui.conftest import SHOP
from tests.tui.example import example_on
from tests.tui.stage import Stage, on_stage
from tests.tui.team import voted

DAY = "2026-01-09T12:00:00Z"


@pytest.fixture(autouse=True)
def _today() -> "object":
    with time_machine.travel(DAY, tick=False):
        yield


def _promised(stage: Stage) -> list[tuple[str, str | None]]:
    records = [stage.sitting.record(action.key) for action in actions_now(stage.sitting)]
    return [(record.owner, record.due) for record in records]


async def test_a_name_and_a_day_for_each(prepared: Path, tmp_path: Path) -> None:
    """Typed without waiting for the screen; empty ones are skipped; the list stands at the end."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        count = len(actions_now(stage.sitting))
        assert f"Promise 1 of {count}" in stage.text()
        assert "Done when" in stage.text()
        await stage.rush(*"Ann", "enter", *"+2w", "enter", "enter", "enter", *"Bo", "enter")
        await stage.press("enter")
        assert _promised(stage)[:4] == [("Ann", "2026-01-23"), ("", None), ("Bo", None), ("", None)]
        await stage.press(*["enter", "enter"] * (count - 3))
        text = stage.text()
        assert "THIS IS WHAT YOU PROMISE" in text
        assert "23 January" in text
        assert text.count("nobody yet") == count - 2


async def test_everything_is_kept_at_once_and_can_be_undone(prepared: Path, tmp_path: Path) -> None:
    """Each Enter is a change; `z` at the list takes the last one back."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.type("Ann")
        assert "not kept yet" in stage.text()
        await stage.press("enter")
        assert _promised(stage)[0] == ("Ann", None)
        await stage.type("23 january")
        assert "January 23, 2026" in stage.text() or "23 January 2026" in stage.text()
        await stage.press("enter", "f2")
        assert _promised(stage)[0] == ("Ann", "2026-01-23")
        await stage.press("z")
        assert _promised(stage)[0] == ("Ann", None)
        assert "Taken back: promise" in stage.text()


async def test_skip_back_and_leave_as_it_was(prepared: Path, tmp_path: Path) -> None:
    """PgDn and PgUp keep what is typed; Escape gives it up first, and then leaves."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.press(*"Ann", "pagedown")
        assert "Promise 2 of" in stage.text()
        assert _promised(stage)[0] == ("Ann", None)
        await stage.press("pageup", "pageup")
        assert "Promise 1 of" in stage.text()
        await stage.press("x", "escape")
        assert _promised(stage)[0] == ("Ann", None)
        assert stage.app.page_name == "commitments"
        await stage.press("escape")
        assert stage.app.page_name != "commitments"


async def test_what_cannot_be_a_day_stays_in_its_field(prepared: Path, tmp_path: Path) -> None:
    """The name is kept all the same; nothing is lost, and it says how to write a day."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.press(*"Ann", "enter", *"soon", "enter")
        assert "Write the day as year-month-day" in stage.text()
        assert "soon" in stage.text()
        assert _promised(stage)[0] == ("Ann", None)
        await stage.press("pagedown")
        assert "A01" in stage.text()
        await stage.press("tab", "tab", "escape", "f2")
        assert "THIS IS WHAT YOU PROMISE" in stage.text()


async def test_a_name_is_typed_once(prepared: Path, tmp_path: Path) -> None:
    """Tab completes a name of the meeting or an earlier promise, arrows choose one."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        stage.sitting.set_meeting(names=("Marieke", "Bo"))
        stage.app.changed()
        await stage.settle()
        assert "Marieke · Bo" in stage.text()
        await stage.press("m", "tab")
        await stage.press("enter", "down", "down", "up", "enter")
        assert _promised(stage)[0] == ("Marieke", "2026-01-16")
        await stage.press("down", "down", "enter", "tab", "tab", "up", "enter")
        assert _promised(stage)[1] == ("Bo", "2026-02-06")
        await stage.press(*"Zoë", "enter", "enter")
        assert names_like(stage.sitting, "z") == ("Zoë",)


async def test_it_goes_on_where_it_stood(prepared: Path, tmp_path: Path) -> None:
    """At the first action without a name; when all have one at the list, which leads back."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        name, count = stage.sitting.assessment.id, len(actions_now(stage.sitting))
        await stage.press(*"Ann", "enter", "enter", "escape")
        stage.app.open_page("commitments")
        await stage.settle()
        assert "Promise 2 of" in stage.text()
    async with on_stage(tmp_path / "data", assessment=name) as stage:
        stage.app.open_page("commitments")
        await stage.settle()
        assert "Promise 2 of" in stage.text()
        for action in actions_now(stage.sitting):
            stage.sitting.commit(stage.sitting.codes[action.key], "Bo", None)
    async with on_stage(tmp_path / "data", assessment=name) as stage:
        stage.app.open_page("commitments")
        await stage.settle()
        assert "nobody yet" not in stage.text()
        await stage.press("down", "enter")
        assert f"Promise 2 of {count}" in stage.text()
        await stage.press("f2", "pageup")
        assert f"Promise {count} of {count}" in stage.text()


async def test_the_fist_of_five(prepared: Path, tmp_path: Path) -> None:
    """One word, shown as blocks, the lowest first, with what to ask."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.press("f2", "f", *"45941", "enter")
        assert "9 is no number of fingers" in stage.text()
        await stage.press(*["backspace"] * 3, *"341", "enter")
        lines = [line.strip() for line in stage.lines()]
        assert lines.index("1  ██") < lines.index("4  ██ ██")
        assert "what would make it a three?" in stage.text()
        await stage.press("f", *["backspace"] * 5, *"333", "escape")
        assert stage.sitting.assessment.meeting.fist == {"1": 1, "3": 1, "4": 2, "5": 1}
        await stage.press("f", *["backspace"] * 5, *"345", "enter")
        assert "you can begin" in stage.text()
        await stage.press("z")
        assert stage.sitting.assessment.meeting.fist == {"1": 1, "3": 1, "4": 2, "5": 1}


async def test_what_is_typed_is_kept_when_peil_stops(prepared: Path, tmp_path: Path) -> None:
    """In a field of a promise, and in that of the fingers."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.type("Ann")
        stage.app.open_page("plan")
        await stage.settle()
        assert _promised(stage)[0] == ("Ann", None)
        stage.app.open_page("commitments")
        await stage.settle()
        await stage.press("f2", "f", "4", "4")
        assert stage.app.peil_screen.unkept
        stage.app.keep_typed()
        assert stage.sitting.assessment.meeting.fist == {"4": 2}


async def test_without_actions_it_leads_to_the_plan(shop: Path) -> None:
    """Nothing to do yet: it says so, and no key fails."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.open_page("commitments")
        await stage.settle()
        assert "There is nothing to do now" in stage.text()
        await stage.press("down", "up", "tab", "pagedown", "pageup", "f2", "z", "enter")
        assert stage.app.page_name == "plan"


async def test_one_page_to_print(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`o` asks for a file name: a page for the browser, or Markdown by its ending."""
    monkeypatch.chdir(tmp_path)
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        name = stage.sitting.assessment.id
        await stage.press(*"Ann", "enter", "f2", "o", "enter")
        assert "Written:" in stage.text()
        page = (tmp_path / f"promises-{name}.html").read_text()
        assert "<html" in page
        assert "Ann" in page
        await stage.press("o", *["backspace"] * 60, *"list.md", "enter")
        assert "# Promises" in (tmp_path / "list.md").read_text()


async def test_the_mouse_does_what_keys_do(prepared: Path, tmp_path: Path) -> None:
    """A click chooses a line, another one goes back to its action."""
    async with example_on("commitments", prepared, tmp_path / "data") as stage:
        await stage.press("f2")
        await stage.click_on("A03")
        await stage.click_on("A03")
        assert "Promise 3 of" in stage.text()
        await stage.click_on("F1 help")
        assert "Keep what is typed" in stage.text()


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_leaves_the_window(sitting: Sitting, width: int, signs: Signs) -> None:
    """At any width, with long names and everybody's fingers."""
    question, *_ = voted(sitting)
    sitting.agree(question, 1, "so it is")
    code = sitting.give_codes()[actions_now(sitting)[0].key]
    sitting.commit(code, "Somebody With A Very Long Name Indeed", date(2026, 2, 3).isoformat())
    sitting.show_fingers("0123455" + "4" * 30)
    scene = CommitmentsScene(sitting, words("en"), signs, actions_now(sitting)[0].key)
    for height in (12, 20, 36):
        lines = [*end_sheet(scene, width, height).lines, *one_action(scene, width, height)]
        assert all(line.cell_length <= width for line in lines)
