"""Foreign text made safe."""

import json
import unicodedata
from collections.abc import Callable
from typing import cast

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcwidth

from peil.text.clean import (
    MARKS_LIMIT,
    NAME_LIMIT,
    clean,
    clean_line,
    clean_name,
    clean_within,
    drawn,
    escaped_in_json,
    first_forbidden,
)
from tests import hostile
from tests.promises import Tally

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


@given(_ANY)
def test_cleaning_adds_nothing(text: str) -> None:
    """A text never grows, and every letter of the result was there, in the same order."""
    left = iter(text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))
    assert all(letter in left for letter in clean(text))


@given(_ANY, _ANY)
@example("\x1b", "[31m")
@example("a\x1b]0;", "title\x07")
@example("\x9b", "31m")
def test_two_clean_parts_make_a_clean_whole(first: str, second: str) -> None:
    """No sequence arises where two texts are joined, nor where one is cut."""
    whole = clean(first) + clean(second)
    assert clean(whole, len(whole)) == whole


class Witness:
    """A terminal that notes whatever it is made to do beside drawing letters."""

    def __init__(self) -> None:
        """Begin with nothing obeyed."""
        self.obeyed: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Return what is called for an event of a terminal, and notes it."""

        def note(*_: object, **__: object) -> None:
            if name not in ("draw", "linefeed", "tab"):
                self.obeyed.append(name)

        return note


def obeyed(text: str) -> list[str]:
    """Return what a terminal does with a text, beside drawing it."""
    witness = Witness()
    pyte.Stream(cast("pyte.Screen", witness)).feed(text)
    return witness.obeyed


def test_the_witness_sees_what_is_obeyed() -> None:
    """Every sequence that this terminal knows is noticed when it is not cleaned."""
    known = ("colour", "title", "cursor report", "other screen", "reset", "bell", "backspaces")
    assert all(obeyed(hostile.PAYLOADS[name]) for name in known)


@given(_ANY)
def test_a_terminal_only_draws_what_was_cleaned(text: str) -> None:
    """No cursor is moved, no title set, no colour changed, no bell rung."""
    assert obeyed(clean(text)) == []


def test_no_payload_drives_a_terminal(tally: Tally) -> None:
    """Neither whole, nor cut at any place, nor with another payload after it."""
    tried = 0
    for payload in hostile.PAYLOADS.values():
        for end in range(1, len(payload) + 1):
            text = clean(payload[:end]) + clean(payload[end:])
            assert first_forbidden(text) is None
            assert obeyed(text) == []
            tried += 1
        for other in hostile.PAYLOADS.values():
            assert first_forbidden(clean(payload + other)) is None
            tried += 1
    tally("hostile strings", tried)


@given(st.text(st.characters(exclude_categories=["Cs"])) | _HOSTILE)
@example(hostile.SHAPES["family"])
@example(hostile.SHAPES["tints"])
@example(hostile.SHAPES["flags"])
@example(hostile.SHAPES["hearts"])
@example(hostile.SHAPES["marks piled up"])
@example(hostile.SHAPES["unknown letters"])
@example(hostile.SHAPES["nothing to see"])
def test_what_is_drawn_is_as_wide_in_every_terminal(text: str) -> None:
    """No letter is left whose width depends on what stands beside it, and marks do not pile up."""
    seen = drawn(clean(text).replace("\n", " ").replace("\t", " "))
    assert all(wcwidth(letter) >= 0 for letter in seen)
    marks = "".join("m" if unicodedata.combining(letter) else "." for letter in seen)
    assert "m" * (MARKS_LIMIT + 1) not in marks
    assert drawn(seen) == seen


def test_letters_of_all_scripts_are_drawn_as_they_are() -> None:
    """Accents, other alphabets, signs and single emoji stay."""
    text = "Crème brûlée – “één” € ½ שָׁלוֹם می\u200cخواهم กำลัง 世界 👍 ❤ → ● ▸"
    assert drawn(text) == text
    assert drawn("👨\u200d👩\u200d👧 🇳🇱 👍\U0001f3fd") == "👨👩👧 NL 👍"


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
        ("a\x1b]0;no end, and not the line\nb", "a\nb"),
        ("said â\x80\x9dhelloâ\x80\x99s", "said âhelloâs"),
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


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text('\x7f\x9b\u202e\U000e0041\\"a'))
def test_json_without_a_raw_control_means_the_same(text: str) -> None:
    """What would drive a terminal stands in JSON as an escape, and is read back."""
    written = escaped_in_json(json.dumps(text, ensure_ascii=False))
    assert first_forbidden(written) is None
    assert json.loads(written) == text
