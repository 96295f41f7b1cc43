"""`--present`: a run before a room, in which one assessment appears, without notes and names."""

from pathlib import Path

import pytest

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.text.languages import mark
from peil.tui.navigation import OVERLAYS, PAGES
from peil.tui.presenting import OF_OTHERS, PRIVATE, REFUSAL, SHUT
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.done import GOAL, HOURS, finished, tick, written_list
from tests.tui.example import settled_workers
from tests.tui.rooms import rooms
from tests.tui.stage import Stage, on_stage
from tests.tui.test_palette import hits
from tests.tui.test_present import PRIVATE as WRITTEN
from tests.tui.test_present import prepared_team

OTHERS = ("Bakkerij", "bakkerij", BAKERY)
"""What would tell of the other assessment."""


def shown(stage: Stage) -> str:
    """Return what stands on the screen, on one line."""
    return " ".join(stage.text().replace("│", " ").split())


async def test_it_begins_at_the_question_of_the_walk(bakery: Path) -> None:
    """In the presenter view, with `p` to work and Escape to come back."""
    prepared_team(bakery)
    sitting = Sitting.open(Workspace(bakery), SHOP)
    sitting.go_to(HOURS)
    sitting.close()
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        assert stage.app.page_name == "present"
        assert "How many hours are there for it?" in stage.text()
        await stage.press("p")
        assert stage.app.page_name == "question"
        await stage.press("escape")
        assert stage.app.page_name == "present"
        await stage.press("p", "p")
        assert stage.app.page_name == "present"


async def test_it_begins_at_the_vote_that_runs(bakery: Path) -> None:
    """Whatever question the walk stands at."""
    prepared_team(bakery)
    sitting = Sitting.open(Workspace(bakery), SHOP)
    sitting.begin_ballot((GOAL,), "keyboard")
    sitting.give("2")
    sitting.go_to(HOURS)
    sitting.close()
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        assert "Is there a goal for what you post?" in stage.text()
        assert "1 of 5" in stage.text()
        await stage.press("right")
        assert "How many hours are there for it?" in stage.text()


async def test_home_shows_one(bakery: Path) -> None:
    """Neither list nor file nor new one; Escape stays, Enter leads back to the view."""
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        await stage.press("escape")
        assert stage.app.page_name == "home"
        await settled_workers(stage)
        text = stage.text()
        assert text.count("The shop") == 2
        assert not [other for other in OTHERS if other in text]
        for key in ("new", "open a file"):
            assert key not in stage.footer
        for key in ("n", "o"):
            await stage.press(key)
            assert stage.app.page_name == "home"
            assert REFUSAL in shown(stage)
        await stage.press("end", "down", "pagedown")
        assert not [other for other in OTHERS if other in stage.text()]
        await stage.press("escape")
        assert stage.app.page_name == "home"
        await stage.press("home", "enter")
        assert stage.app.page_name == "present"


async def test_home_tells_of_nothing_that_waits(bakery: Path, tmp_path: Path) -> None:
    """Neither of files of others, nor of lists, nor of finished actions."""
    written_list(bakery, tmp_path / "list.md")
    tick(tmp_path / "list.md")
    finished(bakery)
    (bakery / "assessments" / f"{BAKERY}.conflict-1.json").write_text("")
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        await stage.press("escape")
        await settled_workers(stage)
        assert "TO DO" not in stage.text()


async def test_another_assessment_is_never_opened(bakery: Path) -> None:
    """However one would get there."""
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        for room in OF_OTHERS:
            if room in PAGES:
                stage.app.open_page(room)
            else:
                stage.app.open_overlay(room)
            await stage.settle()
            assert stage.app.page_name == "present"
            assert stage.app.peil_screen.overlay is None
        stage.app.open_check()
        await stage.settle()
        assert stage.app.peil_screen.overlay is None
        assert not stage.app.open_assessment(BAKERY)
        assert stage.sitting.assessment.id == SHOP


@pytest.mark.parametrize("page", ["present", "question", "results", "plan", "home", "what_if"])
async def test_help_and_palette_lead_to_nothing_that_is_shut(bakery: Path, page: str) -> None:
    """Neither other assessments nor what leads to them; no private room is offered either."""
    prepared_team(bakery)
    finished(bakery)
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        stage.app.open_page(page)
        await stage.settle()
        found = " ".join(await hits(stage.app, ""))
        for leads in (
            "all assessments",
            "Begin a new assessment",
            "Open another file",
            "Check all files",
            "Read the list back",
            "Take over what you changed",
            "Look at the questions again",
            "Write a note",
            "evidence",
            "SMART",
        ):
            assert leads not in found
        await stage.press("?")
        for leads in ("new assessment", "another file", "Write a note", "evidence", "SMART"):
            assert leads not in shown(stage)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_no_note_evidence_or_owner_is_drawn(bakery: Path, size: tuple[int, int]) -> None:
    """On no page of the run, nor in what its keys open."""
    prepared_team(bakery)
    note, proof, owner, *_ = WRITTEN
    async with on_stage(bakery, assessment=SHOP, present=True, size=size) as stage:
        frames = stage.record_frames()
        await stage.press("p", "n", "escape", "e", "escape", "o", "escape", "?", "escape", "w")
        await stage.press("escape", "r", "enter", "escape", "w", "escape", "a", "enter", "escape")
        await stage.press("u", "escape", "g", "escape", "d", "w", "escape", "m", "g", "escape")
        await stage.press("escape", "i", "escape", "p", "p", "escape", "escape", "escape", "escape")
        stage.app.look_at_done()
        stage.app.open_former()
        stage.app.open_readback()
        await stage.settle()
        for private in (note, proof, owner):
            assert private not in "\n".join([*frames, stage.text()])


async def test_without_it_they_are_drawn(bakery: Path) -> None:
    """So that the test above tries something."""
    prepared_team(bakery)
    async with on_stage(bakery, assessment=SHOP, size=(120, 40)) as stage:
        assert all(private in stage.text() for private in WRITTEN[:2])
        await stage.press("a")
        assert WRITTEN[2] in stage.text()


async def test_what_there_is_to_say_of_the_file_waits(bakery: Path) -> None:
    """One sentence without a path before the room; all of it where one works."""
    told = PeilError(
        mark("There is no assessment {id}. `peil list` shows which there are."), id="X"
    )
    async with on_stage(bakery, assessment=SHOP, present=True) as stage:
        stage.sitting.notice = told
        stage.app.tell_notice()
        await stage.settle()
        assert "There is something to know about this file" in stage.text()
        assert "no assessment X" not in stage.text()
        await stage.press("p")
        await stage.settle()
        assert "no assessment X" in stage.text()


async def test_open_elsewhere_it_can_be_looked_at(bakery: Path) -> None:
    """Then home shows it alone, and looking leads to the presenter view, where nothing changes."""
    with Workspace(bakery).open(SHOP):
        async with on_stage(bakery, assessment=SHOP, present=True) as stage:
            assert not [other for other in OTHERS if other in stage.text()]
            await stage.press("enter")
            assert stage.app.page_name == "present"
            assert "v vote" not in stage.footer
            for key in ("v", "t"):
                await stage.press(key)
                assert "Nothing can be changed here now." in stage.text()


def test_what_is_shut_is_there() -> None:
    """Each name is a page or dialog, or something to read; each key that opens it says so."""
    assert OF_OTHERS.isdisjoint(PRIVATE)
    assert SHUT - PAGES.keys() - OVERLAYS.keys() == {"former"}
    opened = {command.opens for room in rooms().values() for command in room.commands} - {""}
    assert opened <= SHUT


@pytest.mark.parametrize("room", sorted(SHUT - {"former"}))
def test_each_key_that_opens_what_is_shut_says_so(room: str) -> None:
    """A command named after a room that is shut leads there."""
    for each in rooms().values():
        for command in each.commands:
            if command.action == room:
                assert command.opens == room
