"""Assessments with something the matter: earlier saves, damage, newer questionnaires."""

from collections.abc import Mapping
from pathlib import Path

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.tui.conftest import SAMPLE, SHOP

FIRST = "shop/goal-written"
"""The first question of the small assessment."""
OTHER_LEVEL = {"There is a goal in words.": "There is a goal in words that all have read."}
"""What the second level of the first question says in a newer version."""
WITHOUT_HOURS = {"### How many hours are there for it? `hours-set`": "### Who does it? `hours-who`"}
"""Another question in the place of the one about hours."""


def answered(folder: Path, *levels: int) -> None:
    """Answer the first question with one level after another, each in a sitting of its own."""
    for level in levels:
        sitting = Sitting.open(Workspace(folder), SHOP)
        sitting.rate(FIRST, level)
        assert isinstance(sitting.close(), Saved)


def level_of(folder: Path) -> int | None:
    """Return the answer to the first question as it is on the disk."""
    return Sitting.look(Workspace(folder), SHOP).answer(FIRST).level


def file_of(folder: Path) -> Path:
    """Return the file of the small assessment."""
    return Workspace(folder).file(SHOP)


def change_outside(folder: Path) -> None:
    """Change the file as an editor would: whole, but not as Peil wrote it."""
    file = file_of(folder)
    text = file.read_text(encoding="utf-8")
    assert "The shop" in text
    file.write_text(text.replace('"title":"The shop"', '"title":"The  shop"', 1), encoding="utf-8")


def put_newer(folder: Path, changes: Mapping[str, str] = OTHER_LEVEL) -> None:
    """Put a newer version of the small questionnaire among the user's own."""
    own = Workspace(folder).questionnaires
    own.mkdir(exist_ok=True)
    text = SAMPLE.read_text(encoding="utf-8").replace("version: 1", "version: 2", 1)
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after, 1)
    (own / SAMPLE.name).write_text(text, encoding="utf-8")
