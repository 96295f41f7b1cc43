"""One question as lines: nothing is cut off, whatever the window."""

from hypothesis import given
from hypothesis import strategies as st

from peil.text.languages import words
from peil.tui.content import width_of
from peil.tui.signs import UNICODE
from peil.tui.widgets.question_sheet import WIDE, Aside, Asked, Option, question_sheet

SAY = words("en")
SENTENCE = st.text("abcdé ", min_size=1, max_size=140).filter(str.strip)


def asked(levels: list[str], *, chosen: str | None = None, asides: tuple[Aside, ...] = ()) -> Asked:
    """Return a question with these levels."""
    return Asked(
        "How steady is it?",
        "",
        tuple(Option(str(n), str(n), text, str(n) == chosen) for n, text in enumerate(levels, 1)),
        (
            Option("unknown", "d", "Don't know", chosen == "unknown"),
            Option("not-applicable", "x", "Not applicable", chosen == "not-applicable"),
        ),
        asides,
        chosen,
    )


def together(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


@given(
    st.lists(SENTENCE, min_size=2, max_size=6),
    st.integers(min_value=40, max_value=160),
    st.integers(min_value=7, max_value=40),
)
def test_no_level_is_ever_cut_off(levels: list[str], width: int, height: int) -> None:
    """Every level stands in full between its spot's lines, and no line is too wide."""
    help_text = Aside("Why", "because " * 20)
    sheet = question_sheet(asked(levels, asides=(help_text,)), SAY, UNICODE, width, height)
    assert all(width_of(line) <= width for line in sheet.lines)
    for number, level in enumerate(levels, 1):
        spots = [spot for spot in sheet.spots if spot.name == str(number)]
        shown = "".join(sheet.lines[spot.line].plain[spot.left : spot.right] for spot in spots)
        assert together(shown) == f"{number}" + together(level)


def test_the_chosen_level_carries_a_sign() -> None:
    """What is chosen can be seen without colours, and so can the cursor."""
    sheet = question_sheet(asked(["one", "two"], chosen="2"), SAY, UNICODE, 80, 20)
    line = next(line.plain for line in sheet.lines if "two" in line.plain)
    assert line.split() == ["▸", "2", "●", "two"]


def test_empty_lines_go_first_then_help_then_evidence() -> None:
    """With less and less room the sheet shrinks in that order, and then scrolls."""
    asides = (
        Aside("Why", "because it helps " * 12),
        Aside("Evidence", "the calendar of this month", "evidence", folds=1),
    )
    question = asked(["one"] * 4, asides=asides)
    texts = {
        height: [line.plain for line in question_sheet(question, SAY, UNICODE, 80, height).lines]
        for height in range(6, 22)
    }
    assert sum(line == "" for line in texts[21]) > sum(line == "" for line in texts[14])
    assert sum("because" in line for line in texts[21]) == 4
    assert any("? more" in line for line in texts[10])
    assert any("Evidence" in line for line in texts[9])
    assert not any("because" in line for line in texts[8])
    assert not any("Evidence" in line for line in texts[7])
    assert all("one" in " ".join(lines) for lines in texts.values())
    assert all(len(lines) <= height for height, lines in texts.items() if height > 7)


def test_a_label_as_long_as_does_not_count_has_room() -> None:
    """It stands in the column of the labels, which all texts share; not in its text."""
    asides = (Aside("Why", "it helps"), Aside("Does not count", "an automatic reply"))
    sheet = question_sheet(asked(["one"], asides=asides), SAY, UNICODE, 80, 20)
    why, not_counted = [line.plain for line in sheet.lines[-2:]]
    assert not_counted.strip() == "Does not count  An automatic reply"
    assert why.index("It helps") == not_counted.index("An automatic reply")


def test_a_label_that_does_not_fit_joins_its_text() -> None:
    """In a narrow window it is the beginning of the sentence, which goes on as it was written."""
    asides = (Aside("Does not count", "an automatic reply"),)
    sheet = question_sheet(asked(["one"], asides=asides), SAY, UNICODE, 60, 20)
    assert sheet.lines[-1].plain.strip() == "Does not count: an automatic reply"


def test_a_wide_window_has_a_panel() -> None:
    """Help and evidence stand beside the levels, and can be clicked there."""
    aside = Aside("Evidence", "the calendar", "evidence")
    question = asked(["one", "two"], asides=(aside,))
    narrow = question_sheet(question, SAY, UNICODE, WIDE - 1, 30)
    wide = question_sheet(question, SAY, UNICODE, WIDE, 30)
    assert "│" not in "".join(line.plain for line in narrow.lines)
    row = next(row for row, line in enumerate(wide.lines) if "the calendar" in line.plain)
    column = wide.lines[row].plain.index("the calendar")
    spot = next(spot for spot in wide.spots if spot.name == "evidence" and spot.line == row)
    assert column > 60
    assert spot.left <= column < spot.right
