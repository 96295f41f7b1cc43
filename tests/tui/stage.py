"""A stage on which tests play Peil's screen: keys in, text out, without waiting for clocks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from peil.errors import PeilError
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.store.settings import Settings
from peil.store.workspace import Workspace
from peil.tui.app import PeilApp
from peil.tui.run import make_app

NAMES = {"?": "question_mark", "-": "minus", "+": "plus", " ": "space"}
"""Textual's names of keys that are written as one character here."""


class Stage:
    """A running app without a terminal."""

    def __init__(self, app: PeilApp, pilot: Pilot[int]) -> None:
        """Play with `app` through `pilot`."""
        self.app = app
        self.pilot = pilot

    @property
    def sitting(self) -> Sitting:
        """The open assessment."""
        return self.app.sitting

    async def settle(self) -> None:
        """Wait until every message is handled, and those that followed from them."""
        opening = True
        while opening:
            for _ in range(4):
                await self.pilot.pause(0)
            opening = self.app.is_opening and self.app.is_running

    async def saved(self) -> None:
        """Wait until everything is on the disk and the screen says so."""
        file = self.sitting.file
        assert file is not None
        await asyncio.to_thread(file.flush)
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names, or single characters."""
        for key in keys:
            self._post(key)
            await self.settle()

    async def type(self, words: str) -> None:
        """Type words, as fast as one can."""
        for letter in words:
            self._post(letter)
        await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys without waiting for the screen in between."""
        for key in keys:
            self._post(key)
        await self.settle()
        await self.settle()

    def _post(self, key: str) -> None:
        character = key if len(key) == 1 else " " if key == "space" else None
        self.app.post_message(Key(NAMES.get(key, key), character))

    async def click(self, x: int, y: int) -> None:
        """Click on a cell of the screen."""
        await self.pilot.click(offset=(x, y))
        await self.settle()

    async def click_on(self, words: str) -> None:
        """Click where words stand."""
        for y, line in enumerate(self.lines()):
            if words in line:
                await self.click(line.index(words), y)
                return
        raise AssertionError(words + " is not on the screen:\n" + self.text())

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        for _ in range(20):
            await self.settle()
            if self.app.screen.size == (width, height):
                break

    def lines(self) -> list[str]:
        """Return what stands on the screen, line by line."""
        # Textual has no public way to the plain text of its screen.
        compositor = self.app.screen._compositor  # noqa: SLF001
        return [
            "".join(segment.text for segment in strip).rstrip()
            for strip in compositor.render_strips()
        ]

    def text(self) -> str:
        """Return what stands on the screen."""
        return "\n".join(self.lines())

    def styled(self) -> str:
        """Return what stands on the screen, with the colours in which it stands there."""
        compositor = self.app.screen._compositor  # noqa: SLF001 - as above
        return "\n".join(
            "".join(f"{segment.text}{segment.style}" for segment in strip)
            for strip in compositor.render_strips()
        )

    def record_frames(self) -> list[str]:
        """Return a list to which the text of every frame is added as soon as it is drawn."""
        frames: list[str] = []
        # Textual has no public way to hear of a frame.
        draw = self.app.screen._compositor_refresh  # noqa: SLF001

        def drawn() -> None:
            draw()
            frames.append(self.text())

        vars(self.app.screen)["_compositor_refresh"] = drawn
        return frames

    @property
    def footer(self) -> str:
        """The last line."""
        return self.lines()[-1]


@asynccontextmanager
async def on_stage(
    folder: Path,
    *,
    assessment: str | None = None,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
    settings: Settings | None = None,
    notice: PeilError | None = None,
    present: bool = False,
) -> AsyncIterator[Stage]:
    """Start Peil with the data of `folder`, and close what it opened at the end."""
    workspace = Workspace(folder)
    catalog = Catalog([workspace.questionnaires, shipped_folder()], workspace.cache)
    app = make_app(
        workspace,
        catalog,
        assessment=assessment,
        language=language,
        settings=settings or Settings(),
        present=present,
    )
    app.notice = notice
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot)
            await stage.settle()
            yield stage
    finally:
        if app.open_sitting is not None:
            app.open_sitting.close()
