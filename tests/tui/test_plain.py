"""What a line passes on its way to a terminal that can show less."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from peil.tui.plain import PlainLetters, filters_for, is_monochrome, without_colours
from peil.tui.signs import ASCII, UNICODE

BLACK = Color(0, 0, 0)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_a_line_in_ascii_is_as_wide_as_before(text: str) -> None:
    """So nothing on the screen moves, whatever letters stand in it."""
    (segment,) = PlainLetters("ascii").apply([Segment(text)], BLACK)
    assert segment.text.isascii()
    assert cell_len(segment.text) == sum(map(cell_len, text))


def test_only_plain_signs_make_plain_letters() -> None:
    """Nothing is in the way of a terminal that can draw everything."""
    assert filters_for(ASCII)
    assert not filters_for(UNICODE)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("\x1b[1;38;2;1;2;3;48;5;16mx\x1b[0m", "\x1b[1mx\x1b[0m"),
        ("\x1b[38;5;16mx\x1b[0m", "x\x1b[0m"),
        ("\x1b[7;97;40my\x1b[m", "\x1b[7my\x1b[m"),
        ("\x1b[39;49mz\x1b[2J\x1b[?25l\x1b[12;40H", "z\x1b[2J\x1b[?25l\x1b[12;40H"),
    ],
)
def test_colours_go_and_everything_else_stays(written: str, left: str) -> None:
    """Bold and reversed are no colours; other sequences are not touched."""
    assert without_colours(written) == left


@given(st.lists(st.integers(0, 110), max_size=6), st.text("abc"))
def test_no_colour_is_left(numbers: list[int], text: str) -> None:
    """Whatever numbers stand in a style, also half a colour."""
    left = without_colours(f"\x1b[{';'.join(map(str, numbers))}m{text}")
    found = re.match("\x1b\\[([0-9;]*)m", left)
    kept = [int(number) for number in found[1].split(";") if number] if found else []
    assert not any(30 <= number <= 49 or 90 <= number <= 107 for number in kept)
    assert left.endswith(text)


def test_terminals_without_colour() -> None:
    """By their names."""
    assert all(map(is_monochrome, ("xterm-mono", "vt100", "vt220", "screen-m")))
    assert not any(map(is_monochrome, ("xterm", "xterm-256color", "linux", "vtmonster", "")))
