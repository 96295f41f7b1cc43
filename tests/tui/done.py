"""Assessments with actions that were done, whose questions wait to be looked at again."""

import hashlib
from pathlib import Path

from peil.assessment.model import Listed
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.tui.conftest import SHOP

GOAL, KNOWN, HOURS = "shop/goal-written", "shop/goal-known", "shop/hours-set"
"""The questions of the small assessment."""
NOTE = "It hangs beside the till."
"""What was noted with the first finished action."""


def finished(folder: Path) -> dict[str, str]:
    """Finish three actions of the small assessment, the goal first; return codes by key."""
    sitting = Sitting.open(Workspace(folder), SHOP)
    sitting.rate(GOAL, 2)
    sitting.rate(HOURS, 1)
    sitting.mark_unknown(KNOWN)
    sitting.go_to(GOAL)
    codes = sitting.give_codes()
    sitting.note_action(codes[f"{GOAL}@3"], NOTE)
    for key in (f"{GOAL}@3", f"{HOURS}@2", f"{KNOWN}?"):
        sitting.set_status(codes[key], "done")
    sitting.close()
    return codes


def written_list(folder: Path, file: Path) -> None:
    """Put an action list on the disk, and let the small assessment know of it."""
    file.write_text("- [ ] **A01** Write it down\n", encoding="utf-8")
    sitting = Sitting.open(Workspace(folder), SHOP)
    sitting.rate(GOAL, 2)
    record = sitting.record_export([Listed("A01")])
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    sitting.note_list_file(record.number, str(file), digest)
    sitting.close()


def tick(file: Path) -> None:
    """Tick the action in a list, as an owner does in an editor."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[ ]", "[x]"), encoding="utf-8")
