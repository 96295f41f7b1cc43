"""Which earlier saves stay when they grow old."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peil.store.thinning import MONTHS, NEWEST, WEEKS, YEAR, believed, day_of, thinned

_days = st.lists(st.integers(0, 40 * YEAR), max_size=60)
_mostly_rising = st.lists(st.integers(0, 60), max_size=60).map(
    lambda pauses: [sum(pauses[: place + 1]) for place in range(len(pauses))][::-1]
)


def _stay(days: Sequence[int]) -> list[int]:
    """Return the places of those that stay, of copies made on these days, the newest first."""
    return list(thinned(range(len(days)), days.__getitem__))


@given(_days | _mostly_rising)
@example([4] * 4 + [9] * 6 + [4, 9] * 5)
def test_the_newest_stay_in_their_order_and_few_of_the_others(days: list[int]) -> None:
    """Whatever the clock said: the newest ten, in order, and no more than the periods allow."""
    stay = _stay(days)
    assert stay[:NEWEST] == list(range(min(NEWEST, len(days))))
    assert stay == sorted(stay)
    years = {day // YEAR for day in days}
    assert len(stay) <= NEWEST + (WEEKS + 1) + (MONTHS + 1) + len(years)


@given(_days | _mostly_rising)
def test_thinning_twice_is_thinning_once(days: list[int]) -> None:
    """What stays once stays again."""
    once = _stay(days)
    assert [once[place] for place in _stay([days[place] for place in once])] == once


@given(_days)
def test_only_days_in_their_order_are_believed(days: list[int]) -> None:
    """Believed days never rise from the newest to the oldest, and are days of the copies."""
    result = believed(days)
    assert result == sorted(result, reverse=True)
    assert len(result) == len(days)
    assert set(result) <= set(days)
    if days == sorted(days, reverse=True):
        assert result == days


def _over_years(pause: int, count: int) -> list[int]:
    """Return the days of what is left after `count` copies, thinned after each one."""
    left: list[int] = []
    for number in range(count):
        days = [number * pause, *left]
        left = [days[place] for place in _stay(days)]
    return left


@pytest.mark.parametrize("pause", [1, 3, 7, 20])
def test_years_of_sittings_leave_a_spread(pause: int) -> None:
    """Thinned after each sitting for five years, something of each age is left."""
    left = _over_years(pause, 5 * YEAR // pause)
    newest = left[0]
    ages = [left[NEWEST - 1] - day for day in left[NEWEST:]]
    assert len([age for age in ages if age <= 56]) in range(min(8, 56 // pause), 10)
    assert len([age for age in ages if 56 < age <= 56 + 360]) in range(11, 15)
    assert max(newest - day for day in left) > 3 * YEAR
    assert len(left) <= 10 + 9 + 13 + 6


@pytest.mark.fault("clock set back")
@pytest.mark.parametrize("wrong", [0, 100 * YEAR])
@pytest.mark.parametrize("place", [0, 3, 12, 20])
def test_a_wrong_clock_throws_no_other_copy_away(wrong: int, place: int) -> None:
    """One copy made with the clock far back, or far ahead: as many others stay as would."""
    days = [20_000 - 7 * number for number in range(30)]
    stay = _stay([*days[:place], wrong, *days[place:]])
    usual = len(_stay(days))
    assert usual > NEWEST + WEEKS
    assert len([number for number in stay if number != place]) >= usual - 1


@pytest.mark.fault("clock set back")
def test_a_clock_that_stays_wrong_costs_what_is_old_at_most() -> None:
    """Set back by years and left there: the order of saves decides which are the newest."""
    days = [*(100 - number for number in range(5)), *(20_000 - 7 * number for number in range(30))]
    stay = _stay(days)
    assert stay[:NEWEST] == list(range(NEWEST))
    assert len(stay) >= NEWEST + WEEKS


@pytest.mark.parametrize(
    ("first_line", "expected"),
    [
        (b'{"peil":{"file":{"summary":{"changed":"2026-11-21T10:30:00Z"}}},\n', 739_941),
        (b'{"peil":{"file":{"summary":{"changed":"yesterday"}}},\n', 719_165),
        (b"", 719_165),
        (b"\xff\x00", 719_165),
    ],
)
def test_a_copy_says_itself_how_old_it_is(first_line: bytes, expected: int) -> None:
    """File times are asked only for what does not say it: they do not survive every move."""
    assert day_of(first_line, 2 * 24 * 3600 * 10**9 + 5) == expected
