"""The rows of the plan: a heading with its weeks, an action with its sign, effort and week."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from textual.content import Content

from peil.plan.model import PlannedAction
from peil.report.differing import differs
from peil.report.titles import action_title, weeks_words
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, ends, fit, join, text
from peil.tui.pages import outcome
from peil.tui.signs import STATUS, Signs

_WIDE: Final = 100
"""Columns from which each action also names its topic."""
_NARROW: Final = 70
"""Columns below which the week of each action is left to the headings."""


class Row(NamedTuple):
    """What one row is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    code: str
    """The code of its action."""
    here: bool
    """Whether the cursor stands on it."""
    discreet: bool = False
    """Whether it is drawn before a room: without who does it."""


def heading_row(
    row: Row, title: str, actions: Sequence[PlannedAction], width: int, about: Sequence[str] = ()
) -> Content:
    """Return the heading of a part: its weeks, what there is to say `about` it, how much it is."""
    say, signs = row.say, row.signs
    left = [
        text(signs.cursor if row.here else " ", "cursor"),
        text(" "),
        text(title, "cursor" if row.here else "title"),
    ]
    told = (weeks_words(actions, say), *about)
    left += [text(f" {signs.between} {words}", "faint") for words in told if words]
    count = say.many("{count} action", "{count} actions", len(actions))
    effort = say.duration(sum(action.minutes for action in actions))
    return ends(join(*left), text(f"{count} {signs.between} {effort}  ", "faint"), width)


def look_row(row: Row, width: int) -> Content:
    """Return the line that says how many finished actions wait for a look at their question."""
    words = row.say.many(
        "{count} finished action: look at its question again",
        "{count} finished actions: look at their questions again",
        len(row.sitting.to_look_at),
    )
    line = join(
        text(row.signs.cursor if row.here else " ", "cursor"),
        " ",
        text(words, "cursor" if row.here else "good"),
        text(f" {row.signs.between} l", "faint"),
    )
    return fit(line, width)


def action_row(row: Row, action: PlannedAction, width: int) -> Content:
    """Return the row of an action; in a wide window with its topic."""
    status = row.sitting.action_status(action.key)
    sign = text(STATUS[status], "good" if status in ("doing", "done") else "faint")
    return row_of_cells(row, action, width, sign, _title)


def row_of_cells(
    row: Row,
    action: PlannedAction,
    width: int,
    sign: Content,
    title: Callable[[Row, PlannedAction, int], Content],
) -> Content:
    """Return the row of an action with a sign before its code; `title` is given its room."""
    say = row.say
    topic = 24 if width >= _WIDE else 0
    weeks = 7 if width >= _NARROW else 1
    week = say("wk {week}", week=action.week) if action.week is not None else ""
    room = width - 19 - topic - weeks
    cells = [
        (text(row.signs.cursor if row.here else "", "cursor"), 2),
        (sign, 4),
        (text(row.code, "key"), 5),
        (title(row, action, room), room),
        (NOTHING, 1),
    ]
    if topic:
        name = outcome.title_of(row.sitting, action.topic) if action.topic else ""
        cells += [(text(name, "faint"), topic - 1), (NOTHING, 1)]
    cells += [
        (text(f"{say.duration(action.minutes):>7}", "faint"), 7),
        (text(f"{week:>6}" if weeks > 1 else "", "faint"), weeks),
    ]
    return columns(cells)


def _title(row: Row, action: PlannedAction, room: int) -> Content:
    """Return what an action is called, signs where it was moved or is contested; who and when."""
    ink = "cursor" if row.here else "plain"
    title = text(action_title(row.sitting, action), ink)
    moved = row.signs.up if action.pinned else row.signs.down if action.postponed else ""
    if moved:
        title = join(text(moved, "caution"), " ", title)
    if differs(row.sitting, action.question):
        title = join(text(row.signs.differs, "caution"), " ", title)
    for words in _who_and_when(row, action.key):
        if words and title.cell_length + len(words) + 2 <= room:
            return ends(title, text(words, "deep"), room)
    return title


def _who_and_when(row: Row, key: str) -> tuple[str, ...]:
    """Return who does an action and by which day: first both, then who alone."""
    if row.discreet:
        return ()
    record = row.sitting.record(key)
    day = row.say.date(date.fromisoformat(record.due), year=False) if record.due else ""
    both = f" {row.signs.between} ".join(part for part in (record.owner, day) if part)
    return both, record.owner
