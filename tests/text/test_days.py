"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.text.days import FORMS, read_day

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_a_day_in_figures_is_that_day(form: str, day: date) -> None:
    """In each of the ways in which it may be written."""
    assert read_day(f" {day.strftime(form)} ", TODAY) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("today", TODAY),
        ("Vandaag", TODAY),
        ("tomorrow", date(2026, 12, 1)),
        ("morgen", date(2026, 12, 1)),
        ("+3d", date(2026, 12, 3)),
        ("+2w", date(2026, 12, 14)),
        ("+ 2 W", date(2026, 12, 14)),
        ("+1m", date(2026, 12, 30)),
        ("+3m", date(2027, 2, 28)),
        ("+0d", TODAY),
        ("14 december", date(2026, 12, 14)),
        ("14 Dec 2027", date(2027, 12, 14)),
        ("1 mrt", date(2027, 3, 1)),
        ("1 maart", date(2027, 3, 1)),
        ("30 november", TODAY),
        ("29 November", date(2027, 11, 29)),
        ("5 oktober 2026", date(2026, 10, 5)),
        ("29 feb 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_from_today_is_counted(written: str, day: date) -> None:
    """In both languages; a month that is shorter ends on its last day."""
    assert read_day(written, TODAY) == day


@given(st.integers(0, 9_999))
def test_days_and_weeks_are_counted_alike(number: int) -> None:
    """A week is seven days."""
    assert read_day(f"+{number}d", TODAY) == TODAY + timedelta(days=number)
    assert read_day(f"+{number}w", TODAY) == read_day(f"+{number * 7}d", TODAY) or number > 1_428


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2026-02-30",
        "30-02-2026",
        "+2",
        "2w",
        "+2y",
        "+99999d",
        "+9999m",
        "-3d",
    ],
)
def test_anything_else_is_no_day(written: str) -> None:
    """Nobody guesses."""
    assert read_day(written, date(9_900, 1, 31)) is None


@given(st.text(max_size=30))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever is typed, it is a day or it is none."""
    assert isinstance(read_day(text, date.max), date | None)
