"""Efforts as people write them: 2h, 1.5 hours, 45m; a bare number is hours."""

import re
from typing import Final

_EFFORT: Final = re.compile(
    r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*"
    r"(h|u|hours?|uur|uren|m|min|minutes?|minuten|minuut)?\.?"
)


def read_effort(text: str) -> int | None:
    """Return the minutes that an effort says; None for what is none, and for nothing at all."""
    found = _EFFORT.fullmatch(text.strip().casefold())
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    return round(number if (found[2] or "h").startswith("m") else number * 60) or None
