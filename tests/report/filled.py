"""A sitting in which every text is somebody else's, what is filled in at actions as well."""

from typing import Final

import msgspec

from peil.assessment.actions import is_own
from peil.assessment.model import ActionRecord, Smart
from peil.sitting import Sitting
from peil.text.clean import clean, clean_line
from tests.report.test_action_list import untouched

DUE: Final = "2026-12-01"
"""The day by which every action that is still to be done is to be done."""
TEXTS: Final = 8
"""How many texts `filled` takes."""


def filled(texts: list[str], language: str = "en") -> Sitting:
    """Return a sitting with an action that is dropped and one of the user's own, and `texts`.

    They are cleaned as at every entrance.
    """
    made = untouched(texts, language)
    lines = [clean_line(text) for text in texts]
    planned = {
        code: record for code, record in made.assessment.actions.items() if not is_own(record.key)
    }
    last = max(planned)
    own = ActionRecord("A98", "own/A98", title=lines[0] or "x", minutes=90)
    records = {
        code: _filled(record, texts[0], lines) for code, record in (*planned.items(), ("A98", own))
    }
    records[last] = msgspec.structs.replace(
        records[last], status="dropped", reason=lines[1] or "x", due=None
    )
    sitting = Sitting(msgspec.structs.replace(made.assessment, actions=records), language=language)
    sitting.__dict__["questionnaires"] = made.questionnaires
    return sitting


def _filled(record: ActionRecord, note: str, lines: list[str]) -> ActionRecord:
    return msgspec.structs.replace(
        record,
        status="open",
        reason="",
        finished="",
        owner=lines[2],
        note=clean(note),
        due=DUE,
        smart=Smart(*lines[3:8]),
    )
