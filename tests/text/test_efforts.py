"""Efforts as people write them."""

import pytest

from peil.text.efforts import read_effort


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2", 120), ("2h", 120), ("1,5 uur", 90), ("1.5 hours", 90), ("45m", 45), ("45 min.", 45),
        (" 30 minuten ", 30), ("0,25u", 15), ("0", None), ("", None), ("h", None), ("1e9", None),
        ("nan", None), ("-2", None), ("2 days", None), ("12345h", None),
    ],
)  # fmt: skip
def test_an_effort_is_minutes(text: str, minutes: int | None) -> None:
    """Hours unless it says minutes; anything else is no effort."""
    assert read_effort(text) == minutes
