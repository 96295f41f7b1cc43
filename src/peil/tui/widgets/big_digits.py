"""Digits three lines high, for whoever sits in the last row."""

from typing import Final

from peil.tui.signs import Signs

HIGH: Final = 3
"""Lines of a big digit."""
WIDE: Final = 3
"""Cells of a big digit."""

_LINES: Final = (
    ("┏━┓", "┃ ┃", "┗━┛"),
    ("╺┓ ", " ┃ ", "╺┻╸"),
    ("╺━┓", "┏━┛", "┗━╸"),
    ("╺━┓", " ━┫", "╺━┛"),
    ("╻ ╻", "┗━┫", "  ╹"),
    ("┏━╸", "┗━┓", "╺━┛"),
    ("┏━╸", "┣━┓", "┗━┛"),
    ("╺━┓", "  ┃", "  ╹"),
    ("┏━┓", "┣━┫", "┗━┛"),
    ("┏━┓", "┗━┫", "╺━┛"),
)
_ASCII: Final = (
    (" _ ", "| |", "|_|"),
    ("   ", " | ", " | "),
    (" _ ", " _|", "|_ "),
    (" _ ", " _|", " _|"),
    ("   ", "|_|", "  |"),
    (" _ ", "|_ ", " _|"),
    (" _ ", "|_ ", "|_|"),
    (" _ ", "  |", "  |"),
    (" _ ", "|_|", "|_|"),
    (" _ ", "|_|", " _|"),
)
"""From 0 to 9, as a meter shows them."""


def big(digit: int, signs: Signs) -> tuple[str, ...]:
    """Return the lines of a digit from 0 to 9."""
    return (_ASCII if signs.ascii else _LINES)[digit]
