"""The rooms of a team session as they look: set up, differences, promises, and their marks."""

from pathlib import Path

import pytest
import time_machine

from peil.sitting import Sitting
from tests.tui.conftest import BAKERY
from tests.tui.example import example_on, settled_workers
from tests.tui.stage import on_stage
from tests.tui.team import voted
from tests.tui.test_screens import DAY, SIZES, kept

both = pytest.mark.parametrize("language", ["nl", "en"])
sized = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
NAMES = ("Marieke", "Bo", "Cees")


@sized
@both
async def test_a_session_looks_as_before(
    bakery: Path, language: str, size: tuple[int, int]
) -> None:
    """Before anything is said, with too few voters, its topics, and while a vote runs."""
    async with on_stage(bakery, assessment=BAKERY, language=language, size=size) as stage:
        stage.app.speak(language)
        stage.app.open_page("team")
        await stage.settle()
        assert stage.text() == kept(stage, "team-first")
        await stage.press("2")
        assert stage.text() == kept(stage, "team-two")
        stage.sitting.set_meeting(voters=5, names=NAMES, topics=stage.sitting.items.topics[:4])
        stage.app.changed()
        await stage.press(*["down"] * 4, "enter")
        assert stage.text() == kept(stage, "team-topics")
        await stage.press("x")
        stage.sitting.begin_ballot(stage.sitting.to_vote_on, "slips")
        stage.sitting.stop_clock()
        stage.app.page("team").enter()
        stage.app.changed()
        await stage.saved()
        assert stage.text() == kept(stage, "team-voting")


@sized
@both
async def test_where_a_team_differs_looks_as_before(
    prepared: Path, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """Topics by consensus; and the marks in results and plan."""
    folder = tmp_path / "data"
    async with example_on("results", prepared, folder, language=language, size=size) as stage:
        stage.app.speak(language)
        questions = differing(stage.sitting)
        stage.app.changed()
        await settled_workers(stage)
        await stage.saved()
        assert stage.text() == kept(stage, "results-differ")
        await stage.press("v")
        assert stage.text() == kept(stage, "consensus")
        stage.app.open_page("plan")
        await settled_workers(stage)
        key = next(each.key for each in stage.sitting.plan.actions if each.question in questions)
        stage.app.go_to_action(key)
        await settled_workers(stage)
        assert stage.text() == kept(stage, "plan-differ")


@sized
@both
async def test_promises_look_as_before(
    prepared: Path, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """A name and a day are typed; then the list, with the fist."""
    folder = tmp_path / "data"
    with time_machine.travel(DAY, tick=False):
        async with example_on(
            "commitments", prepared, folder, language=language, size=size
        ) as stage:
            stage.app.speak(language)
            stage.sitting.set_meeting(names=NAMES)
            stage.app.changed()
            await stage.press("m", "tab", "enter", *"+2w")
            assert stage.text() == kept(stage, "commitments")
            await stage.press("enter", "f2")
            assert stage.text() == kept(stage, "commitments-list")
            await stage.press("f", *"45342", "enter")
            assert stage.text() == kept(stage, "commitments-fist")


def differing(sitting: Sitting) -> tuple[str, ...]:
    """Let a team differ on some questions and come closer on one; return those it differs on."""
    first, _, third, *_ = voted(sitting)
    sitting.tally(first, "2233")
    sitting.agree(third, 2, "half of it is there")
    return (third,)
