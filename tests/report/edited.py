"""An exported list that people edited: what fixtures start from, and how they write an edit.

An edit is a line `old => new`: the first stretch of the list that reads `old` becomes `new`;
`/pattern/ => new` replaces every match of a pattern. As in the questionnaires' fixtures `␍`
stands for a carriage return, `␤` for a line's end and `⟦FEFF⟧` for the character with that
number. An input without an arrow is a whole file. What is expected is what the user reads.
"""

import re
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from peil.assessment.model import Smart
from peil.errors import PeilError
from peil.questionnaire.catalog import Catalog
from peil.report.actions import action_list
from peil.report.readback import text_read_back
from peil.report.readback_text import readback_lines
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from peil.text.languages import words
from tests.questionnaire.fixtures import Case, unescaped
from tests.sitting import bread

TODAY: Final = date(2026, 11, 21)
"""The day on which lists are read back."""
_TIME: Final = "2026-11-21T10:30:00Z"
_FOLDER: Final = Path(__file__).parent / "fixtures"
_ARROW: Final = " => "


class Exported(NamedTuple):
    """An open assessment, and its list as it was written."""

    sitting: Sitting
    list: str


def exported(folder: Path, language: str = "en") -> Exported:
    """Make a small firm with an action of each kind, and export its list."""
    source = bread.put(folder / "lists", bread_en=bread.ENGLISH, bread_nl=bread.DUTCH)
    wishes = Wishes("Bakery Jansen", people="team", goals=("sales",), questionnaires=("bread",))
    sitting = begin(
        Workspace(folder / "data"), Catalog([source]), wishes, language=language, now=lambda: _TIME
    )
    sitting.rate("bread/cracks", 1)
    sitting.rate("bread/listens", 1)
    sitting.set_target("bread/crust", 3)
    sitting.give_codes()
    own = sitting.add_action('Buy "new" flour', minutes=90)
    sitting.set_status("A01", "done")
    sitting.set_owner("A02", "Jan")
    sitting.set_due("A02", date(2026, 12, 1))
    sitting.note_action("A02", "ask *first*")
    sitting.set_status("A02", "doing")
    sitting.set_status("A04", "dropped", "too dear")
    sitting.make_checkable(own, Smart(specific="ten bags"))
    sitting.make_goal_checkable("sales", Smart(measurable="10 %"))
    return Exported(sitting, action_list(sitting).text)


def cases(file: str) -> list[Case]:
    """Return the blocks of a fixture file."""
    blocks = (_FOLDER / file).read_text(encoding="utf-8").split("\n.\n")
    return [
        Case(title.strip(), text, expected)
        for title, text, expected in zip(blocks[:-1:3], blocks[1::3], blocks[2::3], strict=True)
    ]


def edited(text: str, edits: str) -> str:
    """Return a list with the edits of a fixture in it; each must find its place."""
    if _ARROW not in edits:
        return unescaped(edits)
    for edit in edits.split("\n"):
        old, _, new = edit.partition(_ARROW)
        old, new = unescaped(old), unescaped(new)
        if old.startswith("/") and old.endswith("/"):
            text, count = re.subn(old[1:-1], new, text, flags=re.MULTILINE)
            assert count, edit
        else:
            assert old in text, edit
            text = text.replace(old, new, 1)
    return text


def report(sitting: Sitting, text: str, language: str = "en") -> str:
    """Return what the user reads of an edited list, a line each."""
    say = words(language)
    try:
        return "\n".join(readback_lines(text_read_back(sitting, text, TODAY), say))
    except PeilError as error:
        return error.sentence(say)
