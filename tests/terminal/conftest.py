"""Data folders and the real program, for the tests in a pseudo-terminal."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from peil.assessment.model import Answer
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP, bakery, prepared, shop

__all__ = ["bakery", "prepared", "shop"]

OpenShop: TypeAlias = Callable[..., Terminal]
FIRST_WORDS = "Is there a goal"
"""What the first question of the shop begins with."""


@pytest.fixture
def open_shop(shop: Path) -> Iterator[OpenShop]:
    """Return what opens the shop in a terminal of its own, and waits for its first question."""
    running: list[Terminal] = []

    def start(
        code: str | None = None, size: tuple[int, int] = (80, 24), **environment: str
    ) -> Terminal:
        program = ["-m", "peil"] if code is None else ["-c", code]
        command = [sys.executable, *program, SHOP, "--data-dir", str(shop)]
        terminal = Terminal(command, {"HOME": str(shop), **environment}, size)
        running.append(terminal)
        terminal.until(FIRST_WORDS)
        return terminal

    yield start
    for terminal in running:
        terminal.end()


def kept_answer(folder: Path) -> Answer:
    """Return the answer to the shop's first question, as it is on the disk."""
    return Sitting.look(Workspace(folder), SHOP).answer("shop/goal-written")
