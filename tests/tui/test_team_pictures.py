"""Reveal, agenda and their dialogs as text, in both languages and at the three sizes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.tui.stage import Stage
from tests.tui.test_screens import kept
from tests.tui.voted import team_on

SIZES: Final = ((80, 24), (120, 40), (60, 20))


class Scene(NamedTuple):
    """A page, more rounds on its question, and the keys that lead to what is kept."""

    page: str
    keys: Sequence[str] = ()
    at: int = 0
    rounds: Sequence[str] = ()


SCENES: Final[dict[str, Scene]] = {
    "agenda": Scene("agenda"),
    "agenda-settled": Scene("agenda", ("f", "o", "enter", "end", "enter")),
    "take-over": Scene("agenda", ("o",)),
    "reveal": Scene("reveal"),
    "reveal-nearly": Scene("reveal", at=3),
    "reveal-two-rounds": Scene("reveal", rounds=("2223344",)),
    "reveal-three-rounds": Scene("reveal", rounds=("2223344", "2223333")),
    "reveal-reason": Scene("reveal", ("2", *"4 of 7", "tab", *"Piet: 1", "enter")),
    "reveal-why": Scene("reveal", ("w",)),
    "agreement": Scene("reveal", ("2",)),
    "parking": Scene("reveal", ("f", *"telefoon", "enter", "f", *"foto")),
}
"""What is kept, by name."""


async def _play(stage: Stage, scene: Scene) -> None:
    for key in scene.keys:
        await stage.press(key)
    await stage.saved()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SCENES)
async def test_a_team_page_looks_as_before(bakery: Path, name: str, language: str) -> None:
    """Each looks as it was approved."""
    scene = SCENES[name]
    async with team_on(
        bakery, scene.page, at=scene.at, rounds=scene.rounds, language=language
    ) as stage:
        await _play(stage, scene)
        for width, height in SIZES:
            await stage.resize(width, height)
            assert stage.text() == kept(stage, name)


async def test_a_full_room_looks_as_before(bakery: Path) -> None:
    """Forty voters, all of them counted in a narrow window as well."""
    word = "1" * 9 + "2" * 22 + "3" * 4 + "4" * 5
    async with team_on(bakery, "reveal", words=(word,)) as stage:
        for width, height in SIZES:
            await stage.resize(width, height)
            assert stage.text() == kept(stage, "reveal-forty")
