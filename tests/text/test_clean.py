"""Foreign text made safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.text.clean import (
    NAME_LIMIT,
    clean,
    clean_line,
    clean_name,
    clean_within,
    first_forbidden,
)

_HOSTILE = st.text(
    st.sampled_from(
        "\x1b[]()P^_X;0123m\x07\x9b\x9d\x9c\\\r\n\t \u2028\u202e\ufeff\ud800ab\U000e0041"
    )
)
_ANY = st.text(st.characters()) | _HOSTILE


@given(_ANY)
def test_nothing_forbidden_is_left(text: str) -> None:
    """Whatever comes in, nothing that drives a terminal comes out."""
    cleaned = clean(text)
    assert first_forbidden(cleaned) is None
    assert not any(
        unicodedata.category(sign) in ("Cc", "Cs") for sign in cleaned if sign not in "\n\t"
    )
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(_ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """No sequence is put together by taking another out."""
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_name(clean_name(text)) == clean_name(text)


@given(st.text(st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029")))
def test_readable_text_stays(text: str) -> None:
    """What a person wrote is not touched."""
    assert clean(text) == text


@given(_ANY, st.integers(0, 30))
def test_a_limit_is_kept_and_told(text: str, limit: int) -> None:
    """A text is cut after so many characters, and only then said to be cut."""
    cleaned, cut = clean_within(text, limit)
    whole = clean(text)
    assert cleaned == whole[:limit]
    assert cut == (len(whole) > limit)


@given(_ANY)
def test_a_name_is_one_short_line(text: str) -> None:
    """One line, no white space at its ends, not too long."""
    name = clean_name(text)
    assert len(name.splitlines()) <= 1
    assert name == name.strip()
    assert len(name) <= NAME_LIMIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b1;2mb", "ab"),
        ("\x1b]0;title\x07b", "b"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPdevice\x1b\\b", "b"),
        ("\x1b]52;c;Y29weQ==\x9cb", "b"),
        ("\x1b(Bb", "b"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tkept", "tab\tkept"),
        ("\u202eabc\u2066", "abc"),
        ("\ufeffb\U000e0041", "b"),
        ("\x00\x08\x7fb", "b"),
        ("\ud83d", ""),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_known_attacks(text: str, expected: str) -> None:
    """Sequences go whole; joiners, tabs and new lines stay."""
    assert clean(text) == expected


def test_names_are_composed() -> None:
    """Two ways to write the same letter are one name."""
    assert clean_name("Cafe\u0301") == clean_name("Caf\u00e9") == "Caf\u00e9"


def test_a_name_stays_within_its_limit_when_composed() -> None:
    """Some letters grow when they are composed: the limit holds after it."""
    name = clean_name("\u0958" * NAME_LIMIT)
    assert len(name) <= NAME_LIMIT
    assert clean_name(name) == name
