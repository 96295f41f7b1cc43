"""Home as lines: going on with the last assessment, what waits, and the list of all.

Pure drawing. Only the rows in sight are drawn, so ten thousand are as fast as ten.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from peil.score.model import percent_down
from peil.store.names import slug
from peil.store.summary import Summary
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, ends, fit, join, text
from peil.tui.frame import rule
from peil.tui.signs import Signs
from peil.tui.times import day_words

WIDEST = 110
"""Columns beyond which the table grows no more."""
RESUME = 0
"""Row of the cursor that goes on with the last assessment; what waits follows, then the list."""
LOW = 14
"""Lines up to which nothing is spent on empty lines above the list."""
_LEAST = 5
"""Lines that stay for other things than what waits: going on, and a row of the list."""
NAMED_FROM = 72
"""Columns from which what waits names its assessment."""


class Place(NamedTuple):
    """Where the last assessment stands."""

    topic: str
    core: bool
    number: int
    minutes: int


class ToDo(NamedTuple):
    """Something that waits."""

    name: str
    """What opens it: `check`, `vote`, `team`, `list`, `look` or `newer`."""
    number: int
    """How many."""
    words: str
    assessment: str = ""
    """Id of the assessment that it is about; empty when it is about all of them."""
    title: str = ""
    """Its title."""


class Home(NamedTuple):
    """Everything that the page shows."""

    summaries: Sequence[Summary]
    """The latest changed first."""
    place: Place | None
    """None while it is not known yet."""
    todo: Sequence[ToDo]
    cursor: int
    """Row of the cursor: `RESUME`, then a row for each to-do, then the list."""
    top: int
    """First line of the list that is drawn, from 1."""
    today: date


class Drawn(NamedTuple):
    """The lines, and which row of the cursor stands on each line."""

    lines: list[Content]
    rows: dict[int, int]


def home_sheet(home: Home, say: Words, signs: Signs, width: int, height: int) -> Drawn:
    """Return the lines of home for a width and a height."""
    measure = min(width, WIDEST)
    lines, rows = _above(home, say, signs, measure, height)
    lines.append(_titles(say, measure))
    room = list_room(height, any_there=bool(home.summaries), todo=len(todo_shown(home, height)))
    last = len(home.summaries)
    first = len(lines)
    for place in range(home.top, min(last, home.top + room - 1) + 1):
        rows[len(lines)] = len(home.todo) + place
        lines.append(_row(home, place, say, signs, measure))
    if home.top > 1:
        lines[first] = _more(lines[first], signs.more_above, measure)
    if home.top + room - 1 < last:
        lines[-1] = _more(lines[-1], signs.more_below, measure)
    return Drawn(lines, rows)


def list_room(height: int, *, any_there: bool, todo: int) -> int:
    """Return how many rows of the list fit below what stands above them."""
    blank = 1 if height > LOW else 0
    above = blank + (3 + blank if any_there else 0) + (todo + 2 * blank if todo else 0) + 1
    return max(1, height - above)


def todo_shown(home: Home, height: int) -> range:
    """Return which of what waits is drawn, from 1: in a low window those around the cursor."""
    count = len(home.todo)
    most = max(1, height - _LEAST) if height <= LOW else count
    last = max(min(home.cursor, count), min(most, count))
    return range(max(1, last - most + 1), last + 1)


def _above(
    home: Home, say: Words, signs: Signs, width: int, height: int
) -> tuple[list[Content], dict[int, int]]:
    """Return what stands above the list, and which row of the cursor stands on each line."""
    low = height <= LOW
    lines: list[Content] = [] if low else [NOTHING]
    rows: dict[int, int] = {}
    if home.summaries:
        for line in _resume(home, say, signs, width):
            rows[len(lines)] = RESUME
            lines.append(line)
        lines += [] if low else [NOTHING]
    if home.todo:
        lines += [] if low else [join("   ", text(say("TO DO"), "title"))]
        shown = todo_shown(home, height)
        for row in shown:
            rows[len(lines)] = row
            lines.append(_todo(home.todo[row - 1], signs, width, under=home.cursor == row))
        if shown[-1] < len(home.todo):
            lines[-1] = _more(lines[-1], signs.more_below, width)
        elif shown[0] > 1:
            lines[-len(shown)] = _more(lines[-len(shown)], signs.more_above, width)
        lines += [] if low else [NOTHING]
    return lines, rows


def _todo(todo: ToDo, signs: Signs, width: int, *, under: bool) -> Content:
    """Return the line of what waits: how many, what, and for which assessment."""
    caret = text(signs.cursor if under else " ", "cursor")
    count = fit(text(todo.number, "key"), 11)
    words = text(todo.words, "strong" if under else "plain")
    line = join("   ", caret, " ", count, words)
    if not todo.title or width < NAMED_FROM:
        return fit(line, width)
    room = max(0, width - 2 - line.cell_length - 3)
    title = text(todo.title, "faint")
    return ends(line, join(fit(title, min(room, title.cell_length)), "  "), width)


def _more(line: Content, sign: str, width: int) -> Content:
    return join(fit(line, width - 2), " ", text(sign, "key"))


def _resume(home: Home, say: Words, signs: Signs, width: int) -> list[Content]:
    """Return the three lines of the assessment to go on with."""
    summary = home.summaries[0]
    under = home.cursor == RESUME
    caret = text(signs.cursor if under else " ", "cursor")
    head = join(
        "   ",
        caret,
        " ",
        fit(text(say("GO ON"), "title"), 11),
        text(summary.title, "strong"),
        _which(summary),
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
        fit(join(indent, text(_where(home.place, say, signs), "plain")), width),
        join(indent, bar),
    ]


def _which(summary: Summary) -> Content:
    """Return the number in its id where another had the same name first; else nothing."""
    number = summary.id.removeprefix(f"{slug(summary.title)}-")
    return text(f" ({number})" if number != summary.id and number.isdecimal() else "", "faint")


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


def _row(home: Home, place: int, say: Words, signs: Signs, width: int) -> Content:
    summary = home.summaries[place - 1]
    under = len(home.todo) + place == home.cursor
    caret = text(signs.cursor if under else " ", "cursor")
    name = join(caret, " ", text(summary.title, "strong" if under else "plain"), _which(summary))
    if summary.damaged:
        cells = [text(say("damaged"), "failed"), NOTHING, NOTHING, NOTHING]
        return _line(name, cells, width)
    if summary.demo:
        name = join(name, " ", text(say("(example)"), "faint"))
    stands = ""
    if summary.foundations and summary.core_answered >= summary.core_asked:
        stands = say("{stands} of {all}", stands=summary.standing, all=summary.foundations)
    cells = [
        text(day_words(summary.changed, home.today, say), "plain"),
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
