"""Results, plan and core page as text, in both languages and at the three sizes."""

from pathlib import Path

import pytest

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
