"""Letters for a terminal that knows fewer of them: as wide as before, and readable."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.text.letters import READABLY, in_json, plain, readable
from peil.tui.signs import ASCII, UNICODE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("één geïnd café – Zoë’s “plan” …", 'een geind cafe - Zoe\'s "plan" ~'),
        ("Łódź, Straße, Ærø, ﬁets", "Lodz, Strase, Aro, fets"),
        ("50 × 2 ÷ 4 · € 3", "50 x 2 / 4 - E 3"),
        ("漢 👍", "?? ??"),
        ("▸ ● ✓ ━┄│", "> * + --|"),
    ],
)
def test_what_ascii_cannot_say(text: str, expected: str) -> None:
    """Accents go, signs become their likeness, and what has none is a question mark."""
    assert readable(text, "ascii") == expected
    assert "".join(map(plain, text)) == expected


def test_an_old_terminal_keeps_the_letters_that_it_has() -> None:
    """Latin 1 has é and ï; its signs are written in ASCII all the same."""
    assert readable("é ï – · ő", "latin-1") == "é ï - - o"
    assert readable("é – Ω", "utf-8") == "é - Ω"


@given(st.text())
def test_no_other_letter_is_left(text: str) -> None:
    """Whatever the text, ASCII alone comes out; and what is ASCII stays."""
    assert readable(text, "ascii").isascii()
    assert "".join(map(plain, text)) == readable(text, "ascii")


def test_every_sign_of_ours_has_a_likeness() -> None:
    """Of two signs that stand side by side none becomes a question mark."""
    for sign, likeness in zip(UNICODE[1:], ASCII[1:], strict=True):
        assert plain(str(sign)) != "?" or likeness == "?"


@given(st.text())
def test_json_in_ascii_means_the_same(text: str) -> None:
    """A script reads back what was written, whatever the output can hold."""
    written = in_json(json.dumps(text, ensure_ascii=False), "ascii")
    assert written.isascii()
    assert json.loads(written) == text


def test_streams_write_readably() -> None:
    """The handler is there for any encoding."""
    assert "café – ő".encode("latin-1", READABLY) == b"caf\xe9 - o"
