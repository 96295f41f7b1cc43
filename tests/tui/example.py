"""Assessments for the stage: the example firm, and the small one in another state."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from peil.assessment.model import Assessment
from peil.sitting.demo import make_demo
from peil.store.workspace import Workspace
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage


def example_folder(prepared: Path, folder: Path, language: str, *, core_only: bool = False) -> str:
    """Make a data folder with the example firm, and return its id."""
    shutil.copytree(prepared / "cache", folder / "cache")
    workspace = Workspace(folder)
    sitting = make_demo(workspace, language)
    if core_only:
        with sitting.all_or_nothing():
            for name in sitting.items.questions:
                if not sitting.items.question(name).core:
                    sitting.take_back(name)
    sitting.close()
    return sitting.assessment.id


def change(folder: Path, made: Callable[[Assessment], Assessment]) -> None:
    """Put another state of the small assessment on the disk, as a hand or another Peil might."""
    workspace = Workspace(folder)
    summary = workspace.read(SHOP).summary
    with workspace.open(SHOP) as file:
        assert file.loaded is not None
        file.save(made(file.loaded.assessment), summary, None)


@asynccontextmanager
async def example_on(
    page: str,
    prepared: Path,
    folder: Path,
    *,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
    core_only: bool = False,
) -> AsyncIterator[Stage]:
    """Start Peil with the example firm and open a page."""
    name = example_folder(prepared, folder, language, core_only=core_only)
    async with on_stage(folder, assessment=name, language=language, size=size) as stage:
        stage.app.open_page(page)
        await stage.settle()
        await settled_workers(stage)
        yield stage


async def settled_workers(stage: Stage) -> None:
    """Wait until what is worked out aside is there, and shown."""
    await stage.app.workers.wait_for_complete()
    await stage.settle()
