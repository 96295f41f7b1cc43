"""Data becomes content: cleaned, cut to measure, and never markup."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from peil.text.clean import clean, drawn, first_forbidden
from peil.tui.content import ends, fit, join, labelled, paragraph, text, width_of, wrap
from tests import hostile

ANYTHING = st.text(max_size=200)


@given(ANYTHING)
def test_nothing_that_drives_a_terminal_passes(value: str) -> None:
    """Whatever is put in, neither controls nor direction marks come out, and one line it stays."""
    shown = text(value).plain
    assert first_forbidden(shown) is None
    assert "\n" not in shown


def test_square_brackets_are_square_brackets() -> None:
    """What looks like markup is shown as it was written."""
    for value in ("[bold]x[/bold]", "[/oops]", "[@click=app.quit]here[/]"):
        assert text(value).plain == value
        assert text(value).spans == []


@given(ANYTHING, st.integers(min_value=2, max_value=60))
def test_folded_lines_fit_and_lose_no_word(value: str, width: int) -> None:
    """No line is wider than asked for, and put together again it is the same text."""
    lines = wrap(value, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(drawn(clean(value)).split())


@given(st.text(min_size=1, max_size=60), st.integers(min_value=1, max_value=3))
@example("世", 1)
@example("世" * 30, 1)
def test_no_room_is_too_narrow_for_folding(value: str, width: int) -> None:
    """Also where a letter is wider than the room, every line holds one, and nothing is lost."""
    lines = wrap(value, width)
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert "".join("".join(lines).split()) == "".join(drawn(clean(value)).split())


@pytest.mark.parametrize("shape", hostile.SHAPES.values(), ids=list(hostile.SHAPES))
def test_every_terminal_draws_a_line_as_wide_as_it_was_reckoned(shape: str) -> None:
    """Joined, tinted and piled up signs take no cells that were not given to them."""
    for line in paragraph(shape, 40):
        assert sum(map(wcwidth, line.plain)) == line.cell_length <= 40


@given(ANYTHING, st.integers(min_value=1, max_value=60))
def test_fit_is_exact(value: str, width: int) -> None:
    """A fitted line takes exactly the cells that it was given."""
    assert width_of(fit(text(value), width)) == width


@given(st.text(max_size=60), st.text(max_size=10), st.integers(min_value=12, max_value=80))
def test_both_ends_never_overflow(left: str, right: str, width: int) -> None:
    """A line with two ends never takes more than its width."""
    assert width_of(ends(text(left), text(right), width)) <= max(width, width_of(text(right)))


def test_joined_pieces_keep_their_inks() -> None:
    """Each piece of a joined line keeps the ink that it had, at its new place."""
    line = join("  ", text("ab", "key"), " ", join(text("c", "faint")))
    assert line.plain == "  ab c"
    assert [tuple(span) for span in line.spans] == [(2, 4, "key"), (5, 6, "faint")]


def test_a_label_stands_beside_the_first_line_only() -> None:
    """The lines of a labelled text begin in one column."""
    lines = labelled("Why", "one two three", 12, 6, ("key", ""))
    assert [line.plain for line in lines] == ["Why   one", "      two", "      three"]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    """Nothing to fold still takes its line."""
    assert [line.plain for line in paragraph("", 10)] == [""]


def test_a_label_too_wide_for_its_column_gets_its_own_line() -> None:
    """It never runs into the text, and nothing of it is lost."""
    lines = labelled("Does not count", "a wish", 30, 10, ("", ""))
    assert [line.plain.rstrip() for line in lines] == ["Does not count", " " * 10 + "a wish"]
