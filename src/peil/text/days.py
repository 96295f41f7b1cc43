"""Days as people write them: 2026-11-21, 21-11-2026, today, +2w; and which day it is."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Final

FORMS: Final = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y")
"""The ways in which a day may be written in figures."""
NAMED: Final = {"today": 0, "vandaag": 0, "tomorrow": 1, "morgen": 1}
"""Days that have a name, in either language, and how many days from today they are."""

_FROM_TODAY: Final = re.compile(r"\+\s?([0-9]{1,4})\s?([dwm])")
"""So many days, weeks or months from today; the letters are the same in both languages."""


def today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()


def read_day(text: str, now: date) -> date | None:
    """Return the day that is written on the day `now`; None when it is none of the forms above."""
    written = text.strip().casefold()
    if written in NAMED:
        return _later(now, NAMED[written])
    counted = _FROM_TODAY.fullmatch(written)
    if counted is not None:
        number = int(counted[1])
        if counted[2] == "m":
            return _months_later(now, number)
        return _later(now, number * (7 if counted[2] == "w" else 1))
    for form in FORMS:
        try:
            return datetime.strptime(written, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _months_later(day: date, months: int) -> date | None:
    """Return the same day of a later month, or its last one where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
