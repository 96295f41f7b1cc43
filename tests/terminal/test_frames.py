"""No frame of the real program tells of two moments at once."""

import random
import re

import pytest

from tests.terminal.conftest import OpenShop
from tests.terminal.frames import frames

pytestmark = pytest.mark.terminal

QUESTIONS = {
    "core question 1 of 2": "Is there a goal",
    "core question 2 of 2": "How many hours",
    "question 3 of 3": "Does everybody",
    "kernvraag 1 van 2": "Is er een doel",
    "kernvraag 2 van 2": "Hoeveel uur",
    "vraag 3 van 3": "Kent iedereen",
}
"""What the header says, and how the question begins that must stand below it."""
_WITH_A_SLOW_HEADER = """
import asyncio, sys
from peil.cli.main import run
from peil.tui.frame import Header

async def slowly(_header: Header) -> None:
    await asyncio.sleep(0.03)

Header.on_idle = slowly
sys.exit(run(sys.argv[1:]))
"""
_HEADING = re.compile(" · ((?:core |kern)?(?:question|vraag) [0-9] (?:of|van) [0-9])")
_ON_A_QUESTION = ("right", "left", "right", "left", "1", "2", "L", "r")
_ELSEWHERE = ("enter", "escape")


def test_no_frame_shows_a_heading_over_another_question(
    open_shop: OpenShop, *, long_run: bool
) -> None:
    """Going back and forth, switching language and pages: heading and question come together.

    Also where the header is ready later than the question, as on a busy computer.
    """
    chance = random.Random(20261121)  # noqa: S311 - no secret, the same in every run
    terminal = open_shop(_WITH_A_SLOW_HEADER)
    for _ in range(1500 if long_run else 60):
        keys = _ON_A_QUESTION if _HEADING.search(terminal.text) else _ELSEWHERE
        terminal.press(chance.choice(keys))
        terminal.read(chance.uniform(0, 0.03))
    terminal.settle()
    seen = [(found[1], text) for text in frames(terminal) if (found := _HEADING.search(text))]
    assert len({heading for heading, _ in seen}) > 2
    for heading, text in seen:
        assert QUESTIONS[heading] in text, text
