"""What the room sees: a question with its levels, what was voted, or the result; as lines.

Pure drawing, from the largest form that fits to the smallest one, which scrolls. No text
is ever cut off.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of
from peil.tui.signs import Signs
from peil.tui.widgets.big_digits import HIGH, WIDE, big

MEASURE: Final = 96
"""Columns beyond which running text gets hard to read."""
_MOST_GAP: Final = 3
_NARROWEST: Final = 22
"""Columns below which no words stand beside blocks."""


class Numbered(NamedTuple):
    """A level, or a thing to do, with its number."""

    sign: str
    """A digit; or another sign, which is never drawn big."""
    words: str
    votes: int = 0
    """How many chose it."""
    agreed: bool = False
    """Whether it is what the team agreed on."""


class Said(NamedTuple):
    """A sentence above them, and its ink."""

    words: str
    ink: str = "strong"


class Shown(NamedTuple):
    """Everything that stands in the middle of the view."""

    above: Sequence[Said]
    numbered: Sequence[Numbered]
    voted: bool = False
    """Whether votes are shown as blocks."""


class _Form(NamedTuple):
    """How large everything is drawn."""

    indent: int
    """Columns before the sentence above."""
    tall: bool
    """Whether digits are big."""
    gap: int
    """Empty lines between two of the numbered, at least."""
    block: int = 0
    """Columns of the block of one vote; 0 where none are drawn."""
    between: int = 1
    """Columns between two blocks."""
    high: int = HIGH
    """Lines of a block."""

    @property
    def text_at(self) -> int:
        """Column of the words behind a number, or of its blocks."""
        return self.indent + (WIDE + 6 if self.tall else 5)


_PLAIN: Final = (
    _Form(14, tall=True, gap=2),
    _Form(6, tall=True, gap=1),
    _Form(2, tall=True, gap=1),
    _Form(3, tall=False, gap=1),
    _Form(1, tall=False, gap=0),
)
_WIDE_FROM: Final = 104
"""Columns from which the first form is tried."""


def present_lines(shown: Shown, signs: Signs, width: int, height: int) -> list[Content]:
    """Return the lines in the largest form that fits into `height`, else in the smallest one."""
    lines: list[Content] = []
    for form in _forms(shown, width):
        lines = _drawn(shown, form, signs, width, height)
        if len(lines) <= height:
            break
    return lines


def _forms(shown: Shown, width: int) -> Iterator[_Form]:
    """Return the forms to try, the largest first."""
    plain = [form for form in _PLAIN if form.indent <= 6 or width >= _WIDE_FROM]
    if not shown.voted:
        yield from plain
        return
    for form in plain:
        for high in (HIGH,) if form.tall else (2, 1):
            for block in (8, 6, 5, 4, 3, 2, 1) if form.tall else (4, 3, 2, 1):
                sized = form._replace(block=block, high=high)
                if _blocks_width(shown, sized) <= _room(sized, width) - _NARROWEST:
                    yield sized
    most = max((each.votes for each in shown.numbered), default=0)
    last = _PLAIN[-1]._replace(block=1, between=0, high=1)
    if _blocks_width(shown, last) > _room(last, width) - _NARROWEST and most:
        last = last._replace(block=0)  # more votes than columns: their number alone
    yield last


def _room(form: _Form, width: int) -> int:
    """Return the columns behind a number."""
    return min(width - 2 - form.text_at, MEASURE)


def _blocks_width(shown: Shown, form: _Form) -> int:
    """Return the columns of the blocks, with the number of votes behind the longest row."""
    if not shown.voted:
        return 0
    most = max((each.votes for each in shown.numbered), default=0)
    return most * (form.block + form.between if form.block else 0) + len(str(most)) + 3


def _drawn(shown: Shown, form: _Form, signs: Signs, width: int, height: int) -> list[Content]:
    """Return everything in one form, with as much air as there is room."""
    above = _above(shown, form, width)
    rows = [_row(each, shown, form, signs, width) for each in shown.numbered]
    between = max(len(rows) - 1, 0)
    free = height - len(above) - sum(map(len, rows)) - between * form.gap
    gap = form.gap
    under = 0 if form.gap == 0 and free < 1 else 1
    free -= under if rows else 0
    while form.tall and between and gap < _MOST_GAP and free >= between + 2:
        gap, free = gap + 1, free - between
    top = 0 if free < 1 else 1 if width < _WIDE_FROM else min(2, free)
    lines = [*[NOTHING] * top, *above, *[NOTHING] * (under if rows else 0)]
    for place, row in enumerate(rows):
        lines += [*([NOTHING] * gap if place else []), *row]
    return lines


def _above(shown: Shown, form: _Form, width: int) -> list[Content]:
    """Return the sentences above, an empty line between two of them where there is room."""
    lines: list[Content] = []
    for said in shown.above:
        if lines and form.gap:
            lines.append(NOTHING)
        folded = paragraph(said.words, min(width - form.indent - 2, MEASURE), said.ink)
        lines += [join(" " * form.indent, line) for line in folded]
    return lines


def _row(each: Numbered, shown: Shown, form: _Form, signs: Signs, width: int) -> list[Content]:
    """Return a number with its words, and between them its votes."""
    words = paragraph(
        each.words, _room(form, width) - _blocks_width(shown, form), _ink(each, "plain")
    )
    blocks = _blocks(each, shown, form, signs)
    number = _number(each, form, signs)
    words = [*[NOTHING] * ((HIGH - len(words)) // 2 if form.tall else 0), *words]
    width_of_blocks = _blocks_width(shown, form)
    return [
        join(
            fit(_at(number, place), form.text_at),
            fit(_at(blocks, place), width_of_blocks),
            _at(words, place),
        )
        for place in range(max(len(words), len(number), len(blocks)))
    ]


def _at(lines: Sequence[Content], place: int) -> Content:
    return lines[place] if place < len(lines) else NOTHING


def _number(each: Numbered, form: _Form, signs: Signs) -> list[Content]:
    """Return the lines of a number, from the left edge; a sign where it was agreed on."""
    ink = _ink(each, "key")
    mark = text(signs.chosen if each.agreed else " ", "cursor")
    before = " " * form.indent
    if not form.tall or not each.sign.isdecimal():
        alone = join(before, mark, " ", text(each.sign, ink))
        return [NOTHING, alone] if form.tall else [alone]
    digits = big(int(each.sign), signs)
    return [
        join(before, mark if place == 1 else " ", " ", text(line, ink))
        for place, line in enumerate(digits)
    ]


def _blocks(each: Numbered, shown: Shown, form: _Form, signs: Signs) -> list[Content]:
    """Return the blocks of the votes for one level, and their number behind them."""
    if not shown.voted or not each.votes:
        return []
    ink = "cursor" if each.agreed else "full"
    block = join(text(signs.filled * form.block, ink), " " * form.between)
    line = join(*[block] * each.votes) if form.block else NOTHING
    count = text(str(each.votes), "strong")
    lines = [line] * form.high
    middle = form.high // 2
    lines[middle] = join(line, count)
    return lines


def _ink(each: Numbered, ink: str) -> str:
    return "cursor" if each.agreed else ink


def foot_indent(width: int) -> int:
    """Return the columns before what stands below."""
    if width >= _WIDE_FROM:
        return 14
    return 6 if width >= 72 else 1


def voted_line(
    fallen: int, voters: int, words: tuple[str, str], signs: Signs, width: int
) -> Content:
    """Return how many voted and how many are to vote: boxes, and the words before and behind.

    Never who, and never what.
    """
    label, count = words
    indent = " " * foot_indent(width)
    rest = width - width_of(indent) - width_of(label) - width_of(count) - 7
    boxes = [text(signs.reached, "key")] * fallen
    boxes += [text(signs.to_target, "faint")] * (voters - fallen)
    drawn = join(" ").join(boxes) if 2 * voters - 1 <= rest else join(*boxes)
    if drawn.cell_length > rest:
        drawn = NOTHING
    gap = "   " if drawn.cell_length else ""
    return join(indent, text(label, "strong"), "   ", drawn, gap, text(count, "strong"))
