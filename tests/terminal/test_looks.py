"""Every kind of terminal: its colours, its letters, its size."""

import re
from collections.abc import Iterator

import pytest

from tests.terminal.conftest import OpenShop
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

STYLE = re.compile(rb"\x1b\[([0-9;]*)m")


def colours(raw: bytes) -> Iterator[str]:
    """Return the kinds of colour in what was drawn: true, 256, 16, default."""
    for found in STYLE.finditer(raw):
        numbers = found[1].decode().split(";")
        while numbers:
            number = int(numbers.pop(0) or 0)
            if number in (38, 48):
                kind = numbers.pop(0)
                yield {"2": "true", "5": "256"}[kind]
                del numbers[: 3 if kind == "2" else 1]
            elif number in (39, 49):
                yield "default"
            elif 30 <= number <= 47 or 90 <= number <= 107:
                yield "16"


def walk(terminal: Terminal) -> str:
    """Answer, type a note, look at every page; return all that was seen."""
    seen = [terminal.text]
    for keys, words in (
        ("2", "saved"),
        ("n", "Tab or Esc"),
        ("café – ëxtra", "xtra"),
        ("\t", "1-4 choose"),
        ("r", "Results"),
        ("w", "Why Goals"),
        ("\r", "Already standing"),
        ("a", "week"),
        ("\x10", "Search for"),
        ("plan", "lan"),
        ("\r", "week"),
    ):
        terminal.press(keys)
        terminal.until(words)
        terminal.settle(0.1)
        seen.append(terminal.text)
    terminal.press("q")
    assert terminal.ended() == 0
    return "\n".join(seen)


@pytest.mark.fault("NO_COLOR")
def test_no_color_writes_no_colour(open_shop: OpenShop) -> None:
    """Not one, on no page; the cursor in a text is still seen, as reversed."""
    terminal = open_shop(NO_COLOR="1", COLORTERM="truecolor")
    assert "2 ●" in walk(terminal)
    assert not set(colours(terminal.raw))
    assert re.search(rb"\x1b\[(?:[0-9;]*;)?7(?:;[0-9;]*)?m", terminal.raw)


@pytest.mark.fault("16 colours")
def test_a_terminal_of_16_colours_gets_those(open_shop: OpenShop) -> None:
    """Nothing else is written where TERM says so."""
    terminal = open_shop(TERM="xterm")
    assert "2 ●" in walk(terminal)
    assert set(colours(terminal.raw)) <= {"16", "default"}


@pytest.mark.fault("C locale")
def test_the_locale_c_sees_ascii_alone(open_shop: OpenShop) -> None:
    """Also in sentences, frames and the palette, and in what one types; the file keeps it all."""
    terminal = open_shop(LC_ALL="C")
    seen = walk(terminal)
    assert seen.isascii(), {letter for letter in seen if not letter.isascii()}
    assert "2 *" in seen
    assert "cafe - extra" in seen


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"TERM": "xterm-mono"}, set()),
        ({"TERM": "vt100"}, set()),
        ({"TERM": "nonsense"}, {"16"}),
        ({"TERM": "linux", "PYTHONIOENCODING": "latin-1"}, {"16"}),
    ],
)
def test_other_terminals(open_shop: OpenShop, environment: dict[str, str], kind: set[str]) -> None:
    """Unknown ones, old ones and ones without colour: they draw, take keys, and end."""
    terminal = open_shop(**environment)
    terminal.child.send(b"2e\xe9\r")  # an e with an accent, from a terminal of Latin 1
    terminal.until("2 *" if environment["TERM"] == "linux" else "2 ●")
    terminal.press("q")
    assert terminal.ended() == 0
    assert set(colours(terminal.raw)) <= {"default", *kind}


SIZES = ((1, 1), (2, 2), (5, 3), (39, 11), (40, 12), (60, 20), (500, 200), (200, 60), (80, 24))
"""Sizes of a window; the last is the one it began with."""


@pytest.mark.fault("1x1 to 500x200 and a storm of resizes")
def test_any_size_and_a_storm_of_them(open_shop: OpenShop) -> None:
    """On every page and dialog; keys are pressed meanwhile; then the last size is drawn right."""
    terminal = open_shop()
    for keys in ("", "n", "\tx", "x?", "\rr", "w", "\ra", "\x10"):
        terminal.press(*keys)
        terminal.settle(0.1)
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            if (columns, rows) == (39, 11):
                terminal.until("Make the window")
        terminal.until(lambda text: len(text.split("\n")[0]) > 60)
    for number in range(200):
        columns, rows = SIZES[number % len(SIZES)]
        terminal.child.setwinsize(rows, columns)
        terminal.press("r" if number % 2 else "a")
        terminal.read(0)
    terminal.settle(0.3)
    terminal.resize(100, 30)
    terminal.until(lambda text: "help" in text.split("\n")[29])
    terminal.press("r")
    terminal.until(lambda text: "Results" in text and len(text.split("\n")[0]) > 90)
    terminal.press("q")
    assert terminal.ended() == 0
