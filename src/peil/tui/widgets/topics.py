"""Topics as bars of their levels: reached, still to the target, and beyond it."""

from typing import NamedTuple

from textual.content import Content

from peil.score.model import Stands
from peil.tui.content import NOTHING, columns, join, text
from peil.tui.signs import Signs
from peil.tui.widgets.iceberg import Drawing, Pen, standing_sign


class TopicBar(NamedTuple):
    """One topic as it is drawn."""

    topic: str
    """Full id of the topic."""
    title: str
    level: int | None
    """Level number reached; None while nothing is rated."""
    target: int
    stands: Stands | None
    """Shown for the topics of a gate; None elsewhere."""


class TopicGroup(NamedTuple):
    """The topics of one questionnaire."""

    title: str
    levels: range
    """The level numbers of which each bar has a square."""
    topics: tuple[TopicBar, ...]


def draw_topics(groups: tuple[TopicGroup, ...], width: int, gap: int, pen: Pen) -> Drawing:
    """Return the groups under each other at `width` cells, `gap` cells between two levels."""
    lines: list[Content] = []
    places: dict[str, tuple[int, ...]] = {}
    for group in groups:
        if lines:
            lines.append(NOTHING)
        cells = len(group.levels) + gap * (len(group.levels) - 1)
        numbers = text((" " * gap).join(str(level) for level in group.levels), "faint")
        title = join("  ", text(group.title, "title"))
        lines.append(columns([(title, width - cells - 1), (NOTHING, 1), (numbers, cells)]))
        for bar in group.topics:
            places[bar.topic] = (len(lines),)
            lines.append(_bar(bar, group.levels, width, gap, pen))
    return Drawing(lines, places)


def level_signs(level: int | None, target: int, levels: range, signs: Signs) -> list[Content]:
    """Return one sign for each level: reached, to the target, beyond it, or unanswered."""
    if level is None:
        return [text(signs.unanswered, "faint") for _ in levels]
    return [
        text(signs.reached, "ice")
        if number <= level
        else text(signs.to_target, "caution")
        if number <= target
        else text(signs.beyond, "faint")
        for number in levels
    ]


def _bar(bar: TopicBar, levels: range, width: int, gap: int, pen: Pen) -> Content:
    """Draw one topic: cursor, title and its levels."""
    here = bar.topic == pen.cursor
    title = text(bar.title, "cursor" if here else "plain")
    if bar.stands is not None:
        title = join(standing_sign(bar.stands, pen.signs), " ", title)
    cells = join(" " * gap).join(level_signs(bar.level, bar.target, levels, pen.signs))
    return columns(
        [
            (text(pen.signs.cursor if here else "", "cursor"), 2),
            (title, width - cells.cell_length - 3),
            (NOTHING, 1),
            (cells, cells.cell_length),
        ]
    )
