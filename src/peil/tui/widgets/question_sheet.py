"""One question as lines: what it asks, its levels, and what stands beside them.

Pure drawing. When room is short, first the empty lines go, then the help folds, then
the evidence, and only then the list scrolls; no level is ever cut off. In a wide
window help and evidence stand in a panel of their own at the right.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from peil.text.languages import Words
from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of, wrap
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

WIDE = 110
"""Columns from which the panel at the right is drawn."""
WIDEST = 132
"""Columns beyond which lines grow too long to read; the rest is margin."""
PANEL = 40
"""Columns of the panel."""
MARGIN = 3
"""Cells left of the cursor's column."""
TEXT = 10
"""Column in which level texts begin."""
LABEL = 13
"""Cells of a label beside its text, unless a label needs more."""
WIDEST_LABEL = 20
"""Cells beyond which a label does not push its text; it joins the text instead."""
ROOMY = 72
"""Columns from which a label may take more than `LABEL`."""


class Option(NamedTuple):
    """One line that can be chosen: a level, don't know, not applicable."""

    name: str
    """The name of its spot: the level's number, `unknown` or `not-applicable`."""
    key: str
    text: str
    chosen: bool
    last: bool = False
    """Whether it was chosen last time."""


class Aside(NamedTuple):
    """What stands beside the levels: help, an earlier answer, evidence, a note."""

    label: str
    text: str
    spot: str = ""
    """The name of its spot when it can be clicked."""
    ink: str = "faint"
    folds: int = 0
    """0 for what folds first (help); higher ones fold later."""

    @property
    def begun(self) -> str:
        """The text as it begins after a label of its own: with a capital, unless the user's."""
        if not self.label or self.spot:
            return self.text
        return self.text[:1].upper() + self.text[1:]


class Asked(NamedTuple):
    """Everything that the page of one question shows."""

    text: str
    introduction: str
    levels: tuple[Option, ...]
    others: tuple[Option, ...]
    """Don't know and not applicable."""
    asides: tuple[Aside, ...]
    cursor: str | None


class _Spacing(NamedTuple):
    top: int
    levels: int
    others: int
    asides: int


_AIRY = _Spacing(2, 1, 2, 2)
_SPACINGS = (
    _AIRY,
    _Spacing(1, 1, 1, 1),
    _Spacing(1, 0, 1, 1),
    _Spacing(0, 0, 1, 1),
    _Spacing(0, 0, 0, 1),
)


class _Drawn:
    """Lines that are being put together, and the spots in them."""

    def __init__(self) -> None:
        self.lines: list[Content] = []
        self.spots: list[Spot] = []

    def blank(self, count: int) -> None:
        self.lines += [NOTHING] * count

    def spot(self, name: str, left: int, right: int, count: int = 1) -> None:
        """Make the last `count` lines one thing that can be chosen."""
        for line in range(len(self.lines) - count, len(self.lines)):
            self.spots.append(Spot(name, line, left, right))


def question_sheet(asked: Asked, say: Words, signs: Signs, width: int, height: int) -> Sheet:
    """Return the question as a sheet of `width` columns that fits `height` lines if it can."""
    if width >= WIDE:
        return _wide(asked, signs, width, height)
    column = _label_column(asked.asides, width)
    for spacing in _SPACINGS:
        drawn = _body(asked, signs, width, spacing)
        asides = [_aside(aside, width, column) for aside in asked.asides]
        if len(drawn.lines) + spacing.asides + sum(map(len, asides)) <= height:
            return _with_asides(drawn, asked, asides, width, spacing.asides)
    drawn = _body(asked, signs, width, _SPACINGS[-1])
    room = height - len(drawn.lines)
    blank = 1 if room > len(asked.asides) else 0
    asides = _folded(asked.asides, say, width, room - blank)
    return _with_asides(drawn, asked, asides, width, blank if any(asides) else 0)


def _body(asked: Asked, signs: Signs, width: int, spacing: _Spacing) -> _Drawn:
    drawn = _Drawn()
    drawn.blank(spacing.top)
    measure = width - MARGIN - 2
    drawn.lines += [join(" " * MARGIN, line) for line in paragraph(asked.text, measure, "strong")]
    if asked.introduction:
        lines = paragraph(asked.introduction, measure, "faint")
        drawn.lines += [join(" " * MARGIN, line) for line in lines]
    drawn.blank(1)
    for number, option in enumerate(asked.levels):
        if number:
            drawn.blank(spacing.levels)
        _option(drawn, option, asked.cursor, signs, width)
    drawn.blank(spacing.others)
    _others(drawn, asked, signs, width)
    return drawn


def _option(drawn: _Drawn, option: Option, cursor: str | None, signs: Signs, width: int) -> None:
    """Draw one level, its number in front, its sentence in full."""
    ink = "chosen" if option.chosen else "plain"
    lines = wrap(option.text, width - TEXT - 2)
    for number, line in enumerate(lines):
        first = number == 0
        caret = text(signs.cursor if first and option.name == cursor else " ", "cursor")
        key = text(option.key if first else " ", "chosen" if option.chosen else "key")
        sign = text(_sign(option, signs) if first else " ", ink)
        between = text("  ", ink)
        rest = text(line, ink)
        piece = join(key, text(" ", ink), sign, between, rest)
        if option.chosen:
            pad = width - MARGIN - 3 - width_of(piece)
            piece = join(piece, text(" " * max(0, pad), ink))
        drawn.lines.append(join(" " * MARGIN, caret, " ", piece))
    drawn.spot(option.name, 0, width, len(lines))


def _others(drawn: _Drawn, asked: Asked, signs: Signs, width: int) -> None:
    """Draw don't know and not applicable, side by side where both fit."""
    pieces = [_other(option, asked.cursor, signs) for option in asked.others]
    half = max(30, width_of(pieces[0]) + 3) if pieces else 0
    if len(pieces) == 2 and half + width_of(pieces[1]) + 1 <= width:
        drawn.lines.append(join(fit(pieces[0], half), pieces[1]))
        drawn.spot(asked.others[0].name, 0, half)
        drawn.spot(asked.others[1].name, half, width)
        return
    for option, piece in zip(asked.others, pieces, strict=True):
        drawn.lines.append(fit(piece, width - 1))
        drawn.spot(option.name, 0, width)


def _other(option: Option, cursor: str | None, signs: Signs) -> Content:
    ink = "chosen" if option.chosen else "plain"
    return join(
        " " * MARGIN,
        text(signs.cursor if option.name == cursor else " ", "cursor"),
        " ",
        text(option.key, "chosen" if option.chosen else "key"),
        text(f" {_sign(option, signs)}  ", ink),
        text(option.text, ink),
    )


def _sign(option: Option, signs: Signs) -> str:
    """Return the sign of a line: chosen now, or else chosen last time."""
    if option.chosen:
        return signs.chosen
    return signs.last if option.last else " "


def _label_column(asides: Sequence[Aside], width: int) -> int:
    """Return the cells that the labels take: as many as the longest, within bounds."""
    if width < ROOMY:
        return LABEL
    needed = [width_of(aside.label) + 2 for aside in asides]
    return max((LABEL, *(label for label in needed if label <= WIDEST_LABEL)))


def _aside(aside: Aside, width: int, column: int) -> list[Content]:
    """Return an aside beside its label; a label too long for its column joins the text."""
    fits = width_of(aside.label) < column - 1
    said = aside.begun if fits or not aside.label else f"{aside.label}: {aside.text}"
    label = aside.label if fits else ""
    indent = MARGIN + column
    lines = paragraph(said, width - indent - 2, aside.ink)
    return [
        join(fit(join(" " * MARGIN, text(label if first else "", "deep")), indent), line)
        for first, line in zip([True, *[False] * (len(lines) - 1)], lines, strict=True)
    ]


def _folded(asides: Sequence[Aside], say: Words, width: int, room: int) -> list[list[Content]]:
    """Return the asides cut until they fit `room` lines: those that fold first give way first."""
    column = _label_column(asides, width)
    blocks = [_aside(aside, width, column) for aside in asides]
    for turn in sorted({aside.folds for aside in asides}):
        for place in reversed(range(len(blocks))):
            over = sum(map(len, blocks)) - room
            if asides[place].folds == turn and over > 0:
                blocks[place] = _cut(blocks[place], len(blocks[place]) - over, say, width)
    for place, _ in sorted(enumerate(asides), key=lambda item: (item[1].folds, -item[0])):
        if sum(map(len, blocks)) > room:
            blocks[place] = []
    return blocks


def _cut(block: list[Content], keep: int, say: Words, width: int) -> list[Content]:
    """Return at least one line of a block, with a sign that help (`?`) holds the rest."""
    keep = max(1, keep)
    if keep >= len(block):
        return block
    more = text(" … " + say("? more"), "key")
    last = block[keep - 1]
    room = width - 2 - width_of(more)
    if width_of(last) > room:
        last = last.truncate(room).rstrip()
    return [*block[: keep - 1], join(last, more)]


def _with_asides(
    drawn: _Drawn, asked: Asked, asides: Sequence[list[Content]], width: int, blank: int
) -> Sheet:
    if any(asides):
        drawn.blank(blank)
    clicks: list[Spot] = []
    for aside, lines in zip(asked.asides, asides, strict=True):
        drawn.lines += lines
        if aside.spot:
            begin = len(drawn.lines) - len(lines)
            clicks += [Spot(aside.spot, begin + row, 0, width) for row in range(len(lines))]
    return Sheet(drawn.lines, [*drawn.spots, *clicks], asked.cursor)


def _wide(asked: Asked, signs: Signs, width: int, height: int) -> Sheet:
    """Draw the levels at the left and a panel with the asides at the right."""
    whole = min(width, WIDEST)
    offset = (width - whole) // 2
    left = whole - PANEL - 3
    drawn = _Drawn()
    for spacing in _SPACINGS[1:]:
        drawn = _body(asked, signs, left, spacing)
        if len(drawn.lines) <= height:
            break
    panel, clicks = _panel(asked, offset + left + 3)
    count = max(len(drawn.lines), len(panel))
    lines = [
        join(
            " " * offset,
            fit(drawn.lines[row] if row < len(drawn.lines) else NOTHING, left),
            text(f" {signs.bar} ", "line") if row else "   ",
            panel[row] if row < len(panel) else NOTHING,
        )
        for row in range(count)
    ]
    lower = max(0, height - count) // 4
    spots = [
        Spot(spot.name, spot.line, offset + spot.left, offset + min(spot.right, left))
        for spot in drawn.spots
    ]
    moved = [spot._replace(line=spot.line + lower) for spot in (*spots, *clicks)]
    return Sheet([*[NOTHING] * lower, *lines], moved, asked.cursor)


def _panel(asked: Asked, begin: int) -> tuple[list[Content], list[Spot]]:
    """Return the lines of the panel, and what can be clicked in it."""
    lines: list[Content] = [NOTHING]
    clicks: list[Spot] = []
    for aside in asked.asides:
        if len(lines) > 1:
            lines.append(NOTHING)
        first = len(lines)
        if aside.label:
            lines.append(text(aside.label, "deep"))
        lines += paragraph(aside.begun, PANEL - 2, aside.ink)
        if aside.spot:
            clicks += [
                Spot(aside.spot, row, begin, begin + PANEL) for row in range(first, len(lines))
            ]
    return lines, clicks
