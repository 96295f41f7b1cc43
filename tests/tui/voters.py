"""A team that votes on the stage."""

import types
from collections.abc import Sequence

import pytest

from peil.assessment.team import Way
from tests.tui.stage import Stage

NOON = 1000.0
"""When everything happens: the clock of a meeting stands still."""


def freeze(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock of the meeting stand still, and no other clock."""
    clock = types.SimpleNamespace(monotonic=lambda: NOON)
    monkeypatch.setattr("peil.sitting.together.time", clock)


async def vote_begun(stage: Stage, way: Way, voters: int, count: int | None = None) -> list[str]:
    """Begin a vote of so many on the first core questions, and return these."""
    stage.sitting.set_meeting(voters=voters)
    questions = list(stage.sitting.to_vote_on[:count])
    stage.app.begin_vote(questions, way)
    await stage.settle()
    return questions


async def cast(stage: Stage, words: Sequence[str]) -> None:
    """Type the words of some voters, with a card after each but the last."""
    for number, word in enumerate(words):
        if number:
            await stage.press("space")
        await stage.press(*word)
