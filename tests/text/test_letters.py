"""Letters for a terminal that knows fewer of them: as wide as before, and readable."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

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


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Mn", "Me", "Mc", "Co", "Cn"])
    )
)
def test_every_text_is_as_wide_as_before(text: str) -> None:
    """So nothing on the screen moves, and no letter is left that ASCII does not have."""
    plainly = readable(text, "ascii")
    assert plainly.isascii()
    for character in text:
        assert cell_len(plain(character)) == cell_len(character), repr(character)


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
