"""Which earlier saves stay when they grow old.

Of copies, the newest first, the first ten stay. Of the older ones one a week stays for
eight weeks, then one a month for twelve, then one a year; their ages count from the
tenth. The newest of a week, month or year stays, and the last of a week is later the
last of its month: so what is left is spread over the years.

The clock of the computer may have been wrong when a copy was made, and must not decide
what is thrown away: the order of copies is given, and only times that fit that order are
believed. A copy whose time does not fit counts as made when the next newer one was.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import TypeVar

from peil.store.envelope import NotAnAssessment, time_of

NEWEST = 10
"""How many copies stay whatever their age."""
WEEK, MONTH, YEAR = 7, 30, 365
"""Lengths in days of the periods of which one copy stays."""
WEEKS = 8
"""For how many weeks one a week stays."""
MONTHS = 12
"""For how many months after that one a month stays."""

_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 24 * 60 * 60 * 10**9

Copy = TypeVar("Copy")


def thinned(copies: Sequence[Copy], day_of: Callable[[Copy], int]) -> Collection[Copy]:
    """Return the copies that stay, of all from the newest to the oldest.

    `day_of` tells when one was made, as a number of days; it is asked only when some may go.
    """
    stay = list(copies)
    while len(stay) > NEWEST:
        days = believed([day_of(copy) for copy in stay])
        first = days[NEWEST - 1]
        periods = [_period(first - day, day) for day in days]
        fewer = [
            copy
            for place, copy in enumerate(stay)
            if place < NEWEST or place == NEWEST or periods[place] != periods[place - 1]
        ]
        if len(fewer) == len(stay):  # else the times that are left may fit otherwise
            break
        stay = fewer
    return stay


def believed(days: Sequence[int]) -> list[int]:
    """Return days that never rise, from those of copies from the newest to the oldest.

    The longest row of days that fit each other stands; each other day becomes that of
    the next newer copy in the row.
    """
    fitting = _longest_row([-day for day in days])
    result: list[int] = []
    last = days[fitting[0]] if fitting else 0
    row = set(fitting)
    for place, day in enumerate(days):
        last = day if place in row else last
        result.append(last)
    return result


def _longest_row(values: Sequence[int]) -> list[int]:
    """Return the places of a longest row of values that never falls."""
    ends: list[int] = []
    """The lowest value with which a row of each length ends so far."""
    places: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(values):
        length = bisect_right(ends, value)
        before.append(places[length - 1] if length else None)
        ends[length:] = [value, *ends[length + 1 :]]
        places[length:] = [place, *places[length + 1 :]]
    row: list[int] = []
    end = places[-1] if places else None
    while end is not None:
        row.append(end)
        end = before[end]
    return row[::-1]


def _period(age: int, day: int) -> tuple[int, int]:
    """Return the period of which one copy stays: how long it is, and its number."""
    length = WEEK if age < WEEKS * WEEK else MONTH if age < WEEKS * WEEK + MONTHS * MONTH else YEAR
    return length, day // length


def day_of(first_line: bytes, modified: int) -> int:
    """Return the day of a copy: when it was last changed, as its first line says.

    Without a first line that says it: the day of `modified`, in nanoseconds since 1970.
    """
    try:
        return date.fromisoformat(time_of(first_line)[:10]).toordinal()
    except (NotAnAssessment, ValueError):
        return _EPOCH + modified // _DAY
