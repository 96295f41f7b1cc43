"""The presenter view as lines: large, and nothing of any text is lost at any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.questionnaire.rules import LEVEL_TEXT_LIMIT
from peil.tui.content import width_of
from peil.tui.pages.present_sheet import Numbered, Said, Shown, present_lines, voted_line
from peil.tui.signs import ASCII, UNICODE, Signs
from peil.tui.widgets.big_digits import HIGH, WIDE, big

LONG = ("a word " * 30)[: LEVEL_TEXT_LIMIT - 1] + "."
"""As long as the text of a level can be."""
TEXT = st.text("abcdefghij klmno ", min_size=1, max_size=LEVEL_TEXT_LIMIT)
ROOMS = st.tuples(st.sampled_from((40, 60, 79, 80, 104, 120, 200)), st.integers(4, 36))


def question(*votes: int, levels: int = 4, words: str = "Something that one can see.") -> Shown:
    """Return a question as the room sees it; with votes as blocks where there are any."""
    numbered = [
        Numbered(str(number), words, votes[number - 1] if votes else 0)
        for number in range(1, levels + 1)
    ]
    return Shown((Said("How vast is it?"),), numbered, voted=bool(votes))


def drawn(shown: Shown, size: tuple[int, int], signs: Signs = UNICODE) -> list[str]:
    """Return the lines as plain text."""
    return [line.plain.rstrip() for line in present_lines(shown, signs, *size)]


def words_of(lines: list[str]) -> str:
    """Return all letters of some lines, however they are folded."""
    return "".join(sorted("".join(letter for line in lines for letter in line if letter.isalpha())))


@given(
    texts=st.lists(TEXT, min_size=2, max_size=7),
    votes=st.lists(st.integers(0, 40), min_size=7, max_size=7),
    size=ROOMS,
    voted=st.booleans(),
    signs=st.sampled_from((UNICODE, ASCII)),
)
def test_nothing_is_cut_off_at_any_size(
    *, texts: list[str], votes: list[int], size: tuple[int, int], voted: bool, signs: Signs
) -> None:
    """No line leaves the window, and each letter of each text stands somewhere."""
    numbered = [
        Numbered(str(number), words, count)
        for number, (words, count) in enumerate(zip(texts, votes, strict=False))
    ]
    lines = present_lines(Shown((Said(texts[0]),), numbered, voted), signs, *size)
    assert all(line.cell_length <= size[0] for line in lines)
    assert words_of([line.plain for line in lines]) == words_of([texts[0], *texts])


def test_digits_are_big_where_there_is_room() -> None:
    """Four levels of one or two lines stand beside digits of three lines at 80 by 24."""
    lines = drawn(question(), (80, 18))
    assert len(lines) == 18
    for number in range(1, 5):
        for row in big(number, UNICODE):
            assert any(row.rstrip() in line for line in lines)


@pytest.mark.parametrize("levels", range(2, 7))
def test_the_longest_levels_fit_at_80_by_24(levels: int) -> None:
    """Up to six levels of 140 letters stand there without scrolling, where digits give way."""
    lines = drawn(question(levels=levels, words=LONG), (80, 18))
    assert len(lines) <= 18
    assert sum(line.endswith(".") for line in lines) == levels


def test_six_long_levels_scroll_in_a_low_window() -> None:
    """At 60 by 20 the widget has more lines than it can show, and marks it."""
    assert len(drawn(question(levels=6, words=LONG), (60, 16))) > 16


def test_a_large_window_has_more_air() -> None:
    """At 120 by 40 more lines stand between two levels, and the margin is wider."""
    small, large = drawn(question(), (80, 18)), drawn(question(), (120, 34))
    assert large.index("") == 0
    assert next(line for line in large if line).index("How") > 6
    assert len(large) > len(small)


def test_votes_are_blocks_one_can_count() -> None:
    """As many blocks side by side as votes, all equally large, and the number behind them."""
    lines = drawn(question(1, 3, 0, 2), (80, 17))
    for count in (1, 3, 2):
        rows = [line for line in lines if f" {count}  " in f"{line}  " and "█" in line]
        assert len(rows) == 1
        assert len(rows[0].split("█ ")) - 1 == count
        widths = {len(block) for block in rows[0].split() if set(block) == {"█"}}
        assert len(widths) == 1
        assert widths.pop() >= 4


def test_many_votes_are_still_there() -> None:
    """Forty on one level: blocks side by side where they fit, else the number alone."""
    assert any("█" * 40 in line for line in drawn(question(40, 0, 0, 0), (80, 18)))
    narrow = drawn(question(40, 0, 0, 0), (60, 16))
    assert any("40" in line for line in narrow)


def test_the_agreed_level_has_a_sign() -> None:
    """It is not told by colour alone."""
    shown = question(1, 2, 0, 0)
    agreed = shown._replace(
        numbered=[each._replace(agreed=each.sign == "2") for each in shown.numbered]
    )
    assert sum(UNICODE.chosen in line for line in drawn(agreed, (80, 18))) == 1


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_each_digit_has_its_own_shape(signs: Signs) -> None:
    """All ten differ, and all are equally large."""
    shapes = [big(digit, signs) for digit in range(10)]
    assert len(set(shapes)) == 10
    assert {len(shape) for shape in shapes} == {HIGH}
    assert {width_of(row) for shape in shapes for row in shape} == {WIDE}
    assert not signs.ascii or all("".join(shape).isascii() for shape in shapes)


def test_in_ascii_everything_is() -> None:
    """Digits, blocks and boxes need no other letters."""
    lines = [*drawn(question(1, 3, 0, 2), (80, 17), ASCII), *drawn(question(), (80, 18), ASCII)]
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize(("width", "boxes"), [(80, "■ ■ □ □"), (40, "■ ■ □ □")])
def test_who_is_to_vote_is_a_count(width: int, boxes: str) -> None:
    """Boxes for the votes that fell and those that did not, and the figures."""
    line = voted_line(2, 4, ("Voted", "2 of 4"), UNICODE, width)
    assert boxes in line.plain
    assert line.plain.endswith("2 of 4")


def test_forty_voters_fit_everywhere() -> None:
    """Their boxes stand closer together, or give way to the figures."""
    for width in (40, 60, 80, 120):
        line = voted_line(17, 40, ("Voted", "17 of 40"), UNICODE, width)
        assert line.cell_length <= width
        assert line.plain.endswith("17 of 40")
