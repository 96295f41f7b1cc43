"""The fields of an action: what they hold, how they are edited, and how they are kept."""

from typing import TYPE_CHECKING, Final, NamedTuple

from peil.plan.model import PlannedAction
from peil.report.due import due_words
from peil.report.listed import STATUS_NAMES
from peil.sitting import Sitting
from peil.text.days import read_day, today
from peil.text.languages import Words, mark
from peil.tui.dialogs.action_text import ActionScene
from peil.tui.dialogs.smart_fields import FIELDS, smart_editables, with_field
from peil.tui.signs import Signs
from peil.tui.widgets.field_editor import Editable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from peil.tui.app import PeilApp

STATUS_FIELD: Final = "status"
SMART: Final = "smart"
"""The line of the five letters; Enter unfolds their fields."""
DROP: Final = "drop"
"""The reason for dropping; no field of its own among the others."""
LABELS: Final = {
    STATUS_FIELD: mark("Status"),
    "owner": mark("Who"),
    "due": mark("For"),
    "note": mark("Note"),
    "title": mark("Title"),
}
"""The fields above SMART in order, and what they are called."""


class FieldScene(NamedTuple):
    """What the fields are drawn from."""

    about: ActionScene
    signs: Signs
    chosen: str | None
    """The field under the cursor."""
    unfolded: bool
    """Whether the five SMART fields are shown."""


def editables(sitting: Sitting, action: PlannedAction, say: Words) -> list[Editable]:
    """Return the fields of an action that are typed, as they stand now."""
    record = sitting.record(action.key)
    title = say("Your own words for it; empty: those of the questionnaire.")
    return [
        Editable("owner", say(LABELS["owner"]), record.owner, say("Who does it?")),
        Editable(
            "due",
            say(LABELS["due"]),
            record.due or "",
            say("By which day? Such as 2026-12-01, today, or +2w for in two weeks."),
        ),
        Editable(
            "note",
            say(LABELS["note"]),
            record.note,
            say("What you do not want to forget."),
            several_lines=True,
        ),
        Editable(
            "title",
            say(LABELS["title"]),
            record.title,
            say("What is to be done?") if action.kind == "own" else title,
        ),
        *smart_editables(record.smart, "action", say),
        Editable(
            DROP,
            say("Drop {code}", code=record.code),
            "",
            say("Why not? Say it briefly, so that nobody wonders later."),
        ),
    ]


def shown_value(scene: FieldScene, field: str) -> str:
    """Return what a field holds, as one reads it; empty when it holds nothing."""
    sitting, say = scene.about.sitting, scene.about.say
    key = scene.about.action.key
    record = sitting.record(key)
    if field == STATUS_FIELD:
        return say(STATUS_NAMES[sitting.action_status(key)])
    if field == "due":
        return due_words(sitting, key, say)
    values = {"owner": record.owner, "note": record.note, "title": record.title}
    return values[field]


def keep_field(peil: "PeilApp", key: str, name: str, written: str) -> bool:
    """Keep what was written in a field of an action; False, and why is said, when it cannot be."""
    sitting = peil.sitting
    code = sitting.codes[key]
    if name in FIELDS:
        smart = with_field(sitting.record(key).smart, name, written)
        return peil.attempt(lambda: sitting.make_checkable(code, smart))
    if name == "due":
        return _keep_due(peil, code, written)
    keeps: Mapping[str, Callable[[str, str], None]] = {
        "owner": sitting.set_owner,
        "note": sitting.note_action,
        "title": sitting.retitle,
    }
    return peil.attempt(lambda: keeps[name](code, written))


def _keep_due(peil: "PeilApp", code: str, written: str) -> bool:
    day = read_day(written, today()) if written else None
    if written and day is None:
        peil.tell(
            peil.say(
                "Write the day as year-month-day, such as 2026-12-01; or today, tomorrow, +2w."
            )
        )
        return False
    return peil.attempt(lambda: peil.sitting.set_due(code, day))
