"""Assessments on which a team voted, for the stage and for drawing without one."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage

WORDS = (
    *("1222344", "1114444", "22?3333", "2222233", "3333333", "1224444", "2233333", "33333--"),
    *("11?????", "1111112", "2222223", "2", "3333333", "22222222", "33333333", "1122333"),
    *("4444333", "3333333"),
)
"""What seven voters said on the eighteen core questions: five to talk about, far apart first."""


def voted(folder: Path, words: Sequence[str] = WORDS, language: str = "en") -> str:
    """Let the team of the bakery vote on its core questions, and return its id."""
    sitting = Sitting.open(Workspace(folder), BAKERY, language)
    sitting.set_meeting(voters=7, minutes=60)
    for question, word in zip(sitting.to_vote_on, words, strict=False):
        sitting.tally(question, word)
    sitting.close()
    return BAKERY


@asynccontextmanager
async def team_on(
    folder: Path,
    page: str,
    *,
    at: int = 0,
    rounds: Sequence[str] = (),
    words: Sequence[str] = WORDS,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Stage]:
    """Start Peil after the pass over all questions, more rounds on the one `at` a place, a page."""
    name = voted(folder, words, language)
    async with on_stage(folder, assessment=name, language=language, size=size) as stage:
        stage.app.speak(language)
        question = stage.sitting.to_vote_on[at]
        for word in rounds:
            stage.sitting.tally(question, word)
        stage.sitting.go_to(question)
        stage.app.open_page(page)
        await stage.settle()
        yield stage
