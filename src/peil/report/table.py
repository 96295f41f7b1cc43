"""Columns of plain text, for people and for screen readers: no drawing, no colour."""

from collections.abc import Sequence


def columns(rows: Sequence[Sequence[str]], indent: str = "") -> list[str]:
    """Return the rows as lines whose cells stand under each other; no blanks at the ends."""
    widths = [max(map(len, column), default=0) for column in zip(*rows, strict=True)]
    return [
        indent
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
