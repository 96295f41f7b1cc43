"""What the screen shows is what a key acts on: the same question, in the same language."""

import random
from pathlib import Path

import pytest

from tests.tui.example import example_on
from tests.tui.stage import Stage, on_stage

KEYS = (
    *("r", "a", "enter", "down", "up", "right", "left", "escape", "L", "g", "x", "w", "c"),
    *("1", "2", "z", "d", "?", "n", "tab"),
)


def shows_its_question(stage: Stage) -> None:
    """Assert that the question on the screen is the one that a digit would answer."""
    app = stage.app
    if app.page_name != "question" or app.peil_screen.overlay is not None:
        return
    place = stage.sitting.assessment.place
    assert place is not None
    items = stage.sitting.items
    shown = " ".join(stage.text().split())
    assert items.question(place).text in shown
    assert items.topic(items.topic_of(place)).title in stage.lines()[1]


async def test_a_question_reached_from_the_results_is_the_one_shown(
    prepared: Path, tmp_path: Path
) -> None:
    """Coming back to the question page at another question draws that question."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("up", "enter", "enter")
        shows_its_question(stage)
        await stage.press("r", "down", "down", "enter", "enter")
        shows_its_question(stage)


async def test_a_page_reached_again_speaks_the_new_language(prepared: Path, tmp_path: Path) -> None:
    """A page that was hidden while the language changed shows no word of the old one."""
    async with example_on("results", prepared, tmp_path / "data") as stage:
        await stage.press("a", "L", "r")
        assert "De basis draagt nog geen nieuwe tools" in stage.text()
        assert "The base" not in stage.text()


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_pressed_the_screen_tells_the_truth(bakery: Path, seed: int) -> None:
    """After any keys, the question shown is the question that a digit would answer."""
    keys = random.Random(seed)  # noqa: S311 - repeatable, not secret
    async with on_stage(bakery, assessment="bakkerij-jansen") as stage:
        for _ in range(60):
            await stage.press(keys.choice(KEYS))
            shows_its_question(stage)
