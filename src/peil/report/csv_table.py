"""The plan as a table for a spreadsheet: one row an action, every text kept a text.

Spreadsheets take what begins with `=` and the like for a formula, whoever wrote it, so
such a cell begins with an apostrophe. What stands between the cells and how a number is
written follows the language, as the spreadsheets of its readers expect.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from peil.plan.model import PlannedAction, Slot
from peil.plan.reasons import Reasons
from peil.plan.smart import LETTERS, text_of
from peil.report.listed import NAMES, STATUS_NAMES
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.sitting.view import View
from peil.text.clean import clean
from peil.text.languages import Words, mark, words

COLUMNS: Final = (
    *(mark("code"), mark("status"), mark("title"), mark("topic"), mark("question"), mark("from")),
    *(mark("to"), mark("hours"), mark("week"), mark("slot"), NAMES["owner"], NAMES["due"]),
    *(mark("needs"), mark("reason"), NAMES["note"], *(each.name for each in LETTERS)),
)
"""Heads of the columns, in English."""
SLOT_NAMES: Final[dict[Slot | None, str]] = {
    "now": mark("Now"),
    "next": mark("Next"),
    "later": mark("Later"),
    None: mark("Waiting"),
}
BYTE_ORDER_MARK: Final = "\ufeff"
"""By this spreadsheets know that the letters are UTF-8."""
BETWEEN: Final = {"nl": ";", "en": ","}
"""What stands between two cells: a comma is a decimal sign in Dutch."""
_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # wide ones count too


def csv_table(sitting: Sitting) -> str:
    """Return the actions of the plan, then those done, then those dropped, as one table.

    Lines end in CR LF, as the files that spreadsheets write; a line break inside a text
    stays inside its cell. Gives codes to actions without one; where a sitting that looks
    only cannot, their cell is empty.
    """
    say = words(sitting.language)
    sitting.give_codes()
    past = sorted(sitting.past, key=lambda each: sitting.action_status(each.key) == "dropped")
    rows = [[say(name) for name in COLUMNS]]
    reasons = sitting.reasons(say)
    rows += [_planned(sitting, action, reasons, say) for action in sitting.plan.actions]
    rows += [_past(sitting, action, say) for action in past]
    table = StringIO(newline="")
    writer = csv.writer(
        table,
        delimiter=BETWEEN[sitting.language],
        quoting=csv.QUOTE_ALL,
        lineterminator="\r\n",
    )
    writer.writerows(map(_safe, rows))
    return BYTE_ORDER_MARK + table.getvalue()


def as_text(cell: str) -> str:
    """Return a cell, cleaned, that no spreadsheet takes for a formula."""
    text = clean(cell, len(cell))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _safe(row: Iterable[str]) -> list[str]:
    return [as_text(cell) for cell in row]


def _planned(view: View, action: PlannedAction, reasons: Reasons, say: Words) -> list[str]:
    """Return the row of an action that has a place in the plan."""
    why = reasons.reason(action).whole
    return _row(view, action, say, place=say(SLOT_NAMES[action.slot]), why=why)


def _past(view: View, action: PlannedAction, say: Words) -> list[str]:
    """Return the row of one that was done, or dropped for a reason."""
    return _row(view, action, say, place="", why=view.record(action.key).reason)


def _row(view: View, action: PlannedAction, say: Words, *, place: str, why: str) -> list[str]:
    record, items = view.record(action.key), view.items
    return [
        record.code,
        say(STATUS_NAMES[view.action_status(action.key)]),
        action_title(view, action),
        items.topic(action.topic).title if action.topic else "",
        items.question(action.question).text if action.question else "",
        _number(action.from_level),
        _number(action.to_level),
        say.number(action.minutes / 60, 2),
        _number(action.week),
        place,
        record.owner,
        record.due or "",
        ", ".join(view.codes.get(key, "–") for key in action.needs),
        why,
        record.note,
        *(text_of(record.smart, letter) for letter in LETTERS),
    ]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
