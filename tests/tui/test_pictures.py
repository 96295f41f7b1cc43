"""Results, plan and core page as text, in both languages and at the three sizes."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from peil.assessment.model import Smart
from peil.sitting import Sitting
from tests.tui.example import example_on, settled_workers
from tests.tui.test_screens import kept

SIZES = ((80, 24), (120, 40), (60, 20))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_results_and_plan(prepared: Path, tmp_path: Path, language: str) -> None:
    """With everything answered, results and plan look as they are kept."""
    folder = tmp_path / "data"
    async with example_on("results", prepared, folder, language=language) as stage:
        for page in ("results", "plan"):
            stage.app.open_page(page)
            await stage.settle()
            await settled_workers(stage)
            for width, height in SIZES:
                await stage.resize(width, height)
                assert stage.text() == kept(stage, page)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_if(prepared: Path, tmp_path: Path, language: str) -> None:
    """With two actions taken as done, what if and its question for a name look as kept."""
    folder = tmp_path / "data"
    async with example_on("plan", prepared, folder, language=language) as stage:
        stage.app.open_page("what_if")
        await stage.press("space", "down", "down", "space")
        for width, height in SIZES:
            await stage.resize(width, height)
            assert stage.text() == kept(stage, "what_if")
        await stage.resize(80, 24)
        await stage.press("enter")
        assert stage.text() == kept(stage, "what_if-name")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_core_done(prepared: Path, tmp_path: Path, language: str) -> None:
    """After the core questions the page that tells so, and the results so far, are as kept."""
    folder = tmp_path / "data"
    async with example_on("results", prepared, folder, language=language, core_only=True) as stage:
        for page in ("results", "core_done"):
            stage.app.open_page(page)
            await stage.settle()
            await settled_workers(stage)
            for width, height in SIZES:
                await stage.resize(width, height)
                assert stage.text() == kept(stage, f"{page}-at-core")


PLAN_SCENES: Final[dict[str, tuple[str, ...]]] = {
    "plan-worked": (),
    "action": ("enter",),
    "action-fields": ("enter", *["down"] * 6, "enter", "down"),
    "action-typing": ("enter", "down", "down", "enter"),
    "what-matters": ("m",),
    "goals": ("g", "down"),
    "own-action": ("+",),
    "drop": ("k",),
}
"""Dialogs over the plan by name: the keys that lead to them."""


def worked(sitting: Sitting) -> None:
    """Do to the plan of the example what a shop owner does in a month."""
    sitting.set_status("A02", "done")
    sitting.set_status("A05", "dropped", "no time for it")
    sitting.set_status("A04", "doing")
    sitting.pin("A07")
    sitting.postpone("A03")
    sitting.set_owner("A01", "Marieke")
    sitting.set_due("A04", date(2096, 12, 1))
    sitting.note_action("A04", "40 orders a week; now there are 12.")
    sitting.make_checkable("A04", Smart("orders of bread", "12 to 40", "", "yes", "on 1 March"))
    sitting.set_importance("iceberg/capacity", "high")
    sitting.make_goal_checkable("sales", Smart(specific="more turnover"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scene", PLAN_SCENES)
async def test_what_is_done_in_the_plan(
    prepared: Path, tmp_path: Path, scene: str, language: str
) -> None:
    """The plan after a month of work, and its dialogs, look as they are kept."""
    async with example_on("plan", prepared, tmp_path / "data", language=language) as stage:
        worked(stage.sitting)
        stage.app.changed()
        await settled_workers(stage)
        await stage.press("home", "down", "down", *PLAN_SCENES[scene])
        if scene == "plan-worked":
            await stage.press("d")
        for width, height in SIZES:
            await stage.resize(width, height)
            assert stage.text() == kept(stage, scene)
