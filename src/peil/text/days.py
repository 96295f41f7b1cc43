"""Days as people write them: 2026-11-21, 21 November, today, +2w; and which day it is."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Final

FORMS: Final = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y")
"""The ways in which a day may be written in figures."""
NAMED: Final = {"today": 0, "vandaag": 0, "tomorrow": 1, "morgen": 1}
"""Days that have a name, in either language, and how many days from today they are."""

_DUTCH: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ENGLISH: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS: Final = {
    "mrt": 3,
    **{
        name[:length]: number
        for names in (_DUTCH, _ENGLISH)
        for number, name in enumerate(names, 1)
        for length in range(3, len(name) + 1)
    },
}
"""The names of the months in either language, and what they begin with, and their numbers."""
_WITH_MONTH: Final = re.compile(
    r"(?P<day>[0-9]{1,2})\s(?P<month>[^\W\d]{3,9})\.?(?:\s(?P<year>[0-9]{4}))?"
)
"""14 december, 14 Dec 2026."""
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
    named = _WITH_MONTH.fullmatch(written)
    return None if named is None else _in_month(named, now)


def _in_month(named: re.Match[str], now: date) -> date | None:
    """Return a day of a month that is named; without a year the next one there is."""
    month = MONTHS.get(named["month"])
    if month is None:
        return None
    years = [int(named["year"])] if named["year"] else [now.year, now.year + 1]
    for year in years:
        try:
            day = date(year, month, int(named["day"]))
        except ValueError:
            continue
        if named["year"] or day >= now:
            return day
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
