"""Votes as blocks that the last row of the room can count: one for each vote, two rows high.

Between two blocks is an empty cell, after each fifth one more. Where one row of blocks is
too wide they go on below it, five, ten, fifteen … a row.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

FIVE: Final = 5
"""Blocks that stand together: the eye counts no more."""
WIDEST: Final = 6
"""Cells of the widest block."""


class Shape(NamedTuple):
    """How blocks are drawn."""

    wide: int
    """Cells of one block."""
    a_row: int
    """Most blocks in one row."""
    apart: int = 1
    """Empty lines between two rows of blocks."""

    def cells(self, count: int) -> int:
        """Return how many cells so many blocks take."""
        longest = min(count, self.a_row)
        return longest * self.wide + longest - 1 + (longest - 1) // FIVE if longest else 0

    def rows(self, count: int) -> int:
        """Return in how many rows so many blocks stand; without any it is one, and empty."""
        return max(1, -(-count // self.a_row))

    def lines(self, count: int) -> int:
        """Return how many lines so many blocks take: two a row, and what is empty between."""
        return (2 + self.apart) * self.rows(count) - self.apart

    def drawn(self, count: int, sign: str, lower: str = "") -> list[str]:
        """Return the lines of so many blocks; `lower` is drawn in the second line of each."""
        lines: list[str] = []
        for row in range(self.rows(count)):
            here = min(self.a_row, count - row * self.a_row)
            if row:
                lines += [""] * self.apart
            lines += [self._row(here, sign), self._row(here, lower or sign)]
        return lines

    def _row(self, count: int, sign: str) -> str:
        groups = [min(FIVE, count - begin) for begin in range(0, count, FIVE)]
        return "  ".join(" ".join([sign * self.wide] * group) for group in groups)


def shapes(most: int, room: int, widest: int = WIDEST) -> Iterator[Shape]:
    """Return how as many as `most` blocks can be drawn in `room` cells, the widest first.

    At least one, also where not even a single block has room.
    """
    most = max(1, most)
    for wide in range(widest, 0, -1):
        one = Shape(wide, most)
        if one.cells(most) <= room:
            yield one
    for a_row in range((most - 1) // FIVE * FIVE, 0, -FIVE):
        one = Shape(1, a_row)
        if one.cells(a_row) <= room:
            yield one
    yield Shape(1, max(1, min(most, FIVE, (room + 1) // 2)))
