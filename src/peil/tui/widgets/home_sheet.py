"""Home as lines: going on with the last assessment, and the list of all.

Pure drawing. Only the rows in sight are drawn, so ten thousand are as fast as ten.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from textual.content import Content

from peil.score.model import percent_down
from peil.store.summary import Summary
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, ends, fit, join, text
from peil.tui.frame import rule
from peil.tui.signs import Signs

WIDEST = 110
"""Columns beyond which the table grows no more."""
RESUME = 0
"""Row of the cursor that goes on with the last assessment; the list follows."""


class Place(NamedTuple):
    """Where the last assessment stands."""

    topic: str
    core: bool
    number: int
    minutes: int


class Home(NamedTuple):
    """Everything that the page shows."""

    summaries: Sequence[Summary]
    """The latest changed first."""
    place: Place | None
    """None while it is not known yet."""
    cursor: int
    """Row of the cursor: `RESUME`, or 1 and further in the list."""
    top: int
    """First row of the list that is drawn, from 1."""
    today: date


class Drawn(NamedTuple):
    """The lines, and which row of the cursor stands on each line."""

    lines: list[Content]
    rows: dict[int, int]


def home_sheet(home: Home, say: Words, signs: Signs, width: int, height: int) -> Drawn:
    """Return the lines of home for a width and a height."""
    lines: list[Content] = [NOTHING] if height > 14 else []
    rows: dict[int, int] = {}
    measure = min(width, WIDEST)
    if home.summaries:
        for line in _resume(home, say, signs, measure):
            rows[len(lines)] = RESUME
            lines.append(line)
        lines.append(NOTHING)
    lines.append(_titles(say, measure))
    room = height - len(lines)
    last = len(home.summaries)
    for row in range(home.top, min(last, home.top + room - 1) + 1):
        rows[len(lines)] = row
        lines.append(_row(home, row, say, signs, measure))
    if home.top > 1:
        lines[-1 - (min(last, home.top + room - 1) - home.top)] = _more(
            lines[-1 - (min(last, home.top + room - 1) - home.top)], signs.more_above, measure
        )
    if home.top + room - 1 < last:
        lines[-1] = _more(lines[-1], signs.more_below, measure)
    return Drawn(lines, rows)


def list_room(height: int, *, any_there: bool) -> int:
    """Return how many rows of the list fit: what `home_sheet` leaves them."""
    above = (1 if height > 14 else 0) + (4 if any_there else 0) + 1
    return max(1, height - above)


def _more(line: Content, sign: str, width: int) -> Content:
    return join(fit(line, width - 2), " ", text(sign, "key"))


def _resume(home: Home, say: Words, signs: Signs, width: int) -> list[Content]:
    """Return the three lines of the assessment to go on with."""
    summary = home.summaries[0]
    under = home.cursor == RESUME
    caret = text(signs.cursor if under else " ", "cursor")
    head = join(
        "   ", caret, " ", fit(text(say("GO ON"), "title"), 11), text(summary.title, "strong")
    )
    if summary.core_answered < summary.core_asked:
        share = summary.core_answered / max(summary.core_asked, 1)
        told = say(
            "{answered} of {asked} core", answered=summary.core_answered, asked=summary.core_asked
        )
    else:
        share = summary.answered / max(summary.asked, 1)
        told = say("{answered} of {asked}", answered=summary.answered, asked=summary.asked)
    bar = rule(share, max(1, width - 16 - 2), signs)
    indent = " " * 16
    return [
        ends(head, join(text(told, "faint"), "  "), width),
        join(indent, text(_where(home.place, say, signs), "plain")),
        join(indent, bar),
    ]


def _where(place: Place | None, say: Words, signs: Signs) -> str:
    """Return where the walk goes on, in words."""
    if place is None:
        return ""
    if place.core:
        question = say("core question {number}", number=place.number)
    else:
        question = say("question {number}", number=place.number)
    told = f"{place.topic}, {question}"
    if not place.minutes:
        return told
    left = say.many("about {count} minute left", "about {count} minutes left", place.minutes)
    return f"{told} {signs.between} {left}"


def _widths(width: int) -> tuple[int, int, int, int]:
    """Return the widths of the columns after the name; 0 leaves one out."""
    if width >= 76:
        return (14, 10, 10, 15)
    return (0, 10, 0, 15) if width >= 56 else (0, 0, 0, 15)


def _titles(say: Words, width: int) -> Content:
    titles = (say("changed"), say("questions"), say("in place"), say("readiness"))
    return _line(text(say("ASSESSMENTS"), "title"), [text(each, "faint") for each in titles], width)


def _line(name: Content, cells: Sequence[Content], width: int) -> Content:
    widths = _widths(width)
    room = width - 6 - sum(widths)
    parts = [(join(fit(name, room - 1), " "), room)]
    for cell, cell_width in zip(cells, widths, strict=True):
        if cell_width:
            parts.append((join(fit(cell, cell_width - 1), " "), cell_width))
    return join("   ", columns(parts))


def _row(home: Home, row: int, say: Words, signs: Signs, width: int) -> Content:
    summary = home.summaries[row - 1]
    under = row == home.cursor
    caret = text(signs.cursor if under else " ", "cursor")
    name = join(caret, " ", text(summary.title, "strong" if under else "plain"))
    if summary.damaged:
        cells = [text(say("damaged"), "failed"), NOTHING, NOTHING, NOTHING]
        return _line(name, cells, width)
    if summary.demo:
        name = join(name, " ", text(say("(example)"), "faint"))
    stands = ""
    if summary.foundations and summary.core_answered >= summary.core_asked:
        stands = say("{stands} of {all}", stands=summary.standing, all=summary.foundations)
    cells = [
        text(_day(summary.changed, home.today, say), "plain"),
        text(f"{summary.answered}/{summary.asked}"),
        text(stands),
        text(_readiness(summary, say)),
    ]
    return _line(name, cells, width)


def _readiness(summary: Summary, say: Words) -> str:
    """Return the readiness in words: none before the core, marked until all is answered."""
    score = summary.readiness.score
    if summary.core_answered < summary.core_asked or score is None:
        return say("after the core")
    told = f"{percent_down(score)} %"
    return told if summary.answered >= summary.asked else say("{percent} (core)", percent=told)


def _day(changed: str, today: date, say: Words) -> str:
    """Return the day of a change as one says it: today, yesterday, or the date."""
    try:
        day = datetime.fromisoformat(changed).astimezone().date()
    except ValueError:
        return ""
    if day == today:
        return say("today")
    if (today - day).days == 1:
        return say("yesterday")
    if day.year == today.year:
        return say.date(day, year=False)
    return day.isoformat()
