"""Signs: each one cell wide, with an ASCII form where a terminal needs it."""

import pytest
from rich.cells import cell_len

from peil.tui.signs import ASCII, UNICODE, Signs, signs_for

NAMES = [name for name in Signs._fields if name != "ascii"]


@pytest.mark.parametrize("name", NAMES)
def test_every_sign_is_one_cell_and_has_an_ascii_form(name: str) -> None:
    """No sign is wider than a cell, and its other form is plain ASCII."""
    assert cell_len(getattr(UNICODE, name)) == 1
    assert len(getattr(ASCII, name)) == 1
    assert getattr(ASCII, name).isascii()


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({"TERM": "xterm-256color"}, "UTF-8", UNICODE),
        ({"TERM": "linux"}, "UTF-8", ASCII),
        ({"TERM": "xterm"}, "ANSI_X3.4-1968", ASCII),
        ({"TERM": "xterm", "PEIL_ASCII": "1"}, "UTF-8", ASCII),
        ({"TERM": "xterm", "PEIL_ASCII": "0"}, "utf8", UNICODE),
    ],
)
def test_the_terminal_decides(environment: dict[str, str], encoding: str, expected: Signs) -> None:
    """The Linux console, another encoding than UTF-8 and a wish lead to ASCII."""
    assert signs_for(environment, encoding) is expected


def test_arrows_in_words_are_written_as_the_signs_are() -> None:
    """A key's sign such as an arrow follows the set of signs."""
    assert ASCII.plain("↑ ↓ ← →") == "^ v < >"
    assert UNICODE.plain("↑ ↓") == "↑ ↓"
