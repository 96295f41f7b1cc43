"""Columns of plain text, for people and for screen readers: no drawing, no colour."""

from collections.abc import Sequence


def columns(rows: Sequence[Sequence[str]], indent: str = "") -> list[str]:
    """Return the rows as lines whose cells stand under each other; no blanks at the ends."""
    widths = [max(map(len, column), default=0) for column in zip(*rows, strict=True)]
    line = indent + "  ".join(f"{{:<{width}}}" for width in widths)
    return [line.format(*row).rstrip() for row in rows]
