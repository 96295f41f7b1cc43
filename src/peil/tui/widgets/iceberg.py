"""The iceberg: foundations under the waterline, each filled to its score, and the tip.

Drawn from the words outward: number and title at the left, the ice in the middle, a
sign and the level's name at the right. Where signs must be plain or the room is
narrow, the same words stand beside straight bars.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from textual.color import Color
from textual.content import Content
from textual.style import Style

from peil.score.model import Stands
from peil.tui.content import NOTHING, columns, ends, join, text, width_of
from peil.tui.signs import Signs
from peil.tui.themes import COLOURS, DEFAULT_THEME

_LEFT: Final = ((0, 0.38), (0.2, 0.6), (0.42, 0.8), (0.62, 1.0), (0.8, 0.76), (1, 0.24))
_RIGHT: Final = (
    (0, 0.46),
    (0.15, 0.74),
    (0.3, 0.9),
    (0.46, 1),
    (0.62, 0.94),
    (0.82, 0.6),
    (1, 0.2),
)
"""How far the ice reaches to each side, from the waterline (0) to the foot (1)."""

_SMALLEST_ICE: Final = 13
"""Cells of ice below which titles are cut instead."""
_WIDEST_ICE: Final = 57
_WIDEST_FLAT_ICE: Final = 33
"""With two lines and with one line a foundation, so that it stays an iceberg, not a floe."""
_SHORTEST_WORD: Final = 8
"""Cells at the right that are kept even for shorter words: the tip is told there too."""
_NARROWEST_DRAWING: Final = 44
"""Cells of width below which straight bars say more than an outline."""


class Foundation(NamedTuple):
    """One foundation as it is drawn."""

    topic: str
    """Full id of the topic."""
    number: int
    """Its place from the base up."""
    title: str
    score: float | None
    """Fraction of the ice that is filled; None while nothing is rated."""
    stands: Stands | None
    word: str
    """Its level in words."""
    figure: str
    """Score or range in figures, shown where there is room for a second line."""


class Iceberg(NamedTuple):
    """Everything that the drawing shows."""

    title: str
    tip: tuple[str, str]
    """What the tip stands for, and what there is to say about it."""
    foundations: tuple[Foundation, ...]
    """From the waterline down: the base comes last."""


class Pen(NamedTuple):
    """What to draw with."""

    signs: Signs
    water: Style
    """The ground under the waterline."""
    cursor: str | None = None
    """Full id of the topic under the cursor."""


class Drawing(NamedTuple):
    """Lines of a drawing, and on which of them each topic stands."""

    lines: list[Content]
    places: dict[str, tuple[int, ...]]
    """Line numbers by topic."""


class _Columns(NamedTuple):
    """How the width is divided, in cells."""

    ice_from: int
    """First cell of the ice where it is widest."""
    ice: int
    """Its widest row; an odd number, so that the tip stands on the middle."""
    word: int
    """Cells for the words at the right."""
    width: int
    """The whole width."""


@cache
def water(theme: str) -> Style:
    """Return the ground under the waterline in a theme: its background with a breath of blue."""
    colours = COLOURS.get(theme, COLOURS[DEFAULT_THEME])
    ground = Color.parse(colours.background).blend(Color.parse(colours.deep), 0.1)
    return Style(background=ground)


def draw_iceberg(iceberg: Iceberg, width: int, rows: int, pen: Pen) -> Drawing:
    """Return the iceberg at `width` cells, each foundation on `rows` lines (1 or 2)."""
    parts = _columns(iceberg, width, rows)
    outlined = not pen.signs.ascii and width >= _NARROWEST_DRAWING
    if not outlined:
        parts = _straight(iceberg, width)
    lines = _tip(iceberg, parts, rows) if outlined else _words_of_tip(iceberg, width)
    places: dict[str, tuple[int, ...]] = {}
    count = len(iceberg.foundations) * rows
    for place, foundation in enumerate(iceberg.foundations):
        start = len(lines)
        for row in range(rows):
            depth = (place * rows + row + 0.5) / count
            span = _outline(depth, parts.ice) if outlined else (0, parts.ice)
            line = _row(foundation, parts, span, row, pen)
            lines.append(line.stylize_before(pen.water) if outlined else line)
        places[foundation.topic] = tuple(range(start, len(lines)))
    return Drawing(lines, places)


def filled_cells(score: float | None, cells: int) -> int:
    """Return how many cells a score fills: all of them only at 1, none only at 0."""
    if score is None or score <= 0:
        return 0
    if score >= 1:
        return cells
    return min(cells - 1, max(1, round(score * cells)))


def standing_sign(stands: Stands | None, signs: Signs) -> Content:
    """Return the sign for a foundation that stands, does not, or is still open."""
    if stands == "yes":
        return text(signs.stands, "good")
    if stands == "no":
        return text(signs.falls_short, "caution")
    return text(signs.unanswered, "faint")


def _columns(iceberg: Iceberg, width: int, rows: int) -> _Columns:
    """Make the ice as wide as the words allow; a title may reach up to the ice of its own row."""
    word = _word_cells(iceberg, width)
    count = len(iceberg.foundations)
    titles = [width_of(text(one.title)) for one in iceberg.foundations]
    ice = slack = 0
    for ice in range(_WIDEST_ICE if rows > 1 else _WIDEST_FLAT_ICE, _SMALLEST_ICE - 1, -2):
        leads = [_outline((place + 0.5 / rows) / max(1, count), ice)[0] for place in range(count)]
        start = width - word - 3 - ice
        slack = min(
            (start + lead - title - 5 for lead, title in zip(leads, titles, strict=True)), default=0
        )
        if slack >= 0:
            break
    return _Columns(width - word - 3 - ice - max(0, slack // 2), ice, word, width)


def _straight(iceberg: Iceberg, width: int) -> _Columns:
    """Divide the width for bars that all begin at the same cell."""
    word = _word_cells(iceberg, width)
    label = max((width_of(text(one.title)) for one in iceberg.foundations), default=0)
    label = min(label, max(10, width - word - 20))
    return _Columns(label + 5, max(4, width - label - word - 8), word, width)


def _word_cells(iceberg: Iceberg, width: int) -> int:
    word = max((width_of(text(one.word)) for one in iceberg.foundations), default=0)
    return max(_SHORTEST_WORD, min(word, width // 5))


@lru_cache(maxsize=1024)
def _outline(depth: float, ice: int) -> tuple[int, int]:
    """Return the first cell of the ice at a depth from 0 to 1, and how many cells it has."""
    half = ice // 2
    left, right = round(_at(_LEFT, depth) * half), round(_at(_RIGHT, depth) * half)
    return half - left, left + right + 1


def _at(profile: Sequence[tuple[float, float]], depth: float) -> float:
    """Return the reach at a depth, on straight lines between the points of the profile."""
    for (above, reach_above), (below, reach_below) in pairwise(profile):
        if depth <= below:
            share = (depth - above) / (below - above)
            return reach_above + share * (reach_below - reach_above)
    return profile[-1][1]


def _row(
    foundation: Foundation, parts: _Columns, span: tuple[int, int], row: int, pen: Pen
) -> Content:
    """Draw one line of a foundation: title, ice and word, or ice and figure."""
    here = foundation.topic == pen.cursor
    lead, cells = span
    reached = filled_cells(foundation.score, cells)
    ice = join(
        text(pen.signs.filled * reached, "ice"),
        text(pen.signs.empty * (cells - reached), "water"),
    )
    start = parts.ice_from + lead
    room = parts.width - parts.word - 2 - start
    if row:
        figure = text(foundation.figure, "faint")
        return columns([(NOTHING, start), (ice, room + 2), (figure, parts.word)])
    ink = "cursor" if here else "plain"
    sign = standing_sign(foundation.stands, pen.signs)
    return columns(
        [
            (text(pen.signs.cursor if here else "", "cursor"), 1),
            (text(f"{foundation.number:>2}", "faint"), 3),
            (text(foundation.title, ink), start - 5),
            (NOTHING, 1),
            (ice, room),
            (join(sign, " ", text(foundation.word, ink)), parts.word + 2),
        ]
    )


def _words_of_tip(iceberg: Iceberg, width: int) -> list[Content]:
    """Say in words what the tip and the waterline show."""
    tip = join(" ", text(" ".join(part for part in iceberg.tip if part), "faint"))
    return [ends(join(" ", text(iceberg.title, "title")), tip, width)]


def _tip(iceberg: Iceberg, parts: _Columns, rows: int) -> list[Content]:
    """Draw the tip above the water, with the title at its left and its words at its right."""
    centre = parts.ice_from + parts.ice // 2
    peaks = ["▲", *("▟" + "█" * (2 * step - 1) + "▙" for step in range(1, 2 * rows + 1))]
    words = ["", "", *iceberg.tip] if rows > 1 else list(iceberg.tip)
    lines = []
    for height, ice in enumerate(peaks[:-1]):
        left = centre - height
        title = join(" ", text(iceberg.title if height == 0 else "", "title"))
        said = text(words[height] if height < len(words) else "", "faint")
        room = max(0, parts.width - left - len(ice))
        lines.append(
            columns([(title, left), (text(ice, "ice"), len(ice)), (join("  ", said), room)])
        )
    left = centre - len(peaks) + 1
    right = parts.width - left - len(peaks[-1])
    lines.append(
        join(text("~" * left, "water"), text(peaks[-1], "ice"), text("~" * right, "water"))
    )
    return lines
