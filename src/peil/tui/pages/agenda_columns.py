"""The votes of several questions under each other: a column per level, a block per vote."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.agenda import Line
from peil.sitting import Sitting
from peil.tui.content import fit, join, text
from peil.tui.signs import Signs

GAPS: Final = (3, 2, 1)
"""Cells between two columns, the best one first."""
LAST: Final = 9
"""Cells of what stands at the end of a line: minutes, or a level."""


class Columns(NamedTuple):
    """How votes stand under each other."""

    sitting: Sitting
    widths: tuple[int, ...]
    """Cells of each column, from the lowest level of a scale to its highest."""
    gap: int
    figures: bool
    """Whether there is no room for a block per vote, and figures stand in their place."""
    last: int = LAST

    @property
    def blocks(self) -> int:
        """Cells of all columns."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)

    @property
    def width(self) -> int:
        """Cells of the columns, and of what stands at the end of a line."""
        return self.blocks + self.last

    def drawn(self, line: Line, signs: Signs) -> Content:
        """Return the votes of one question."""
        cells = []
        for count, width in zip(_counts(self.sitting, line, len(self.widths)), self.widths,
                                strict=True):  # fmt: skip
            shown = (str(count) if count else "") if self.figures else signs.filled * count
            cells.append(fit(text(shown, "full"), width))
        return join(*(part for cell in cells for part in (cell, " " * self.gap))).truncate(
            self.blocks
        )


def columns_for(sitting: Sitting, lines: Sequence[Line], room: int) -> Columns:
    """Return the columns for these questions in so many cells; figures where blocks do not fit."""
    count = max((_size(sitting, line) for line in lines), default=1)
    rows = [_counts(sitting, line, count) for line in lines]
    widths = tuple(max(1, *column) for column in zip(*rows, strict=True)) if rows else (1,)
    for gap in GAPS:
        columns = Columns(sitting, widths, gap, figures=False)
        if columns.width <= room:
            return columns
    return Columns(sitting, (2,) * count, 1, figures=True)


def _size(sitting: Sitting, line: Line) -> int:
    """Return how many levels the scale of a question has."""
    scale = sitting.items.questionnaire_of(line.question)
    return scale.last_level - scale.first_level + 1


def _counts(sitting: Sitting, line: Line, columns: int) -> list[int]:
    """Return how many chose each level, the lowest first, for so many columns."""
    scale = sitting.items.questionnaire_of(line.question)
    levels = range(scale.first_level, scale.first_level + columns)
    return [line.votes.votes.get(str(level), 0) for level in levels]
