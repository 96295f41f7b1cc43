"""Iceberg, topics and curve: what they draw, at any width."""

from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from peil.plan.model import CurvePoint, Standing
from peil.score.model import percent_down
from peil.text.languages import words
from peil.tui.signs import ASCII, UNICODE
from peil.tui.themes import COLOURS, DEFAULT_THEME
from peil.tui.widgets.curve import Course, draw_curve, draw_standing
from peil.tui.widgets.iceberg import (
    Foundation,
    Iceberg,
    Pen,
    draw_iceberg,
    filled_cells,
    water,
)
from peil.tui.widgets.topics import TopicBar, TopicGroup, draw_topics

SAY = words("en")
PEN = Pen(UNICODE, water(DEFAULT_THEME))
TEN = tuple(
    Foundation(
        f"iceberg/{number}", number, f"Foundation {number}", number / 10, "no", "Begun", "40 %"
    )
    for number in range(10, 0, -1)
)


def iceberg(*foundations: Foundation) -> Iceberg:
    """Return an iceberg with these foundations, from the waterline down."""
    return Iceberg("The iceberg", ("the tip: tools", "not yet"), foundations)


def test_base_lies_at_the_bottom_under_tip_and_waterline() -> None:
    """The drawing shows tip, waterline, and the first foundation on its last line."""
    drawing = draw_iceberg(iceberg(*TEN), 60, 1, PEN)
    plain = [line.plain for line in drawing.lines]
    assert "▲" in plain[0]
    assert plain[2].startswith("~~~~")
    assert "Foundation 1 " in plain[-1]
    assert drawing.places["iceberg/1"] == (len(plain) - 1,)


def test_fills_each_foundation_to_its_score() -> None:
    """A higher score fills a larger share of the ice of its line."""
    lines = draw_iceberg(iceberg(*TEN), 90, 1, PEN).lines[3:]
    shares = [
        line.plain.count("█") / (line.plain.count("█") + line.plain.count("░")) for line in lines
    ]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1


def test_plain_signs_leave_the_drawing_out_and_keep_its_words() -> None:
    """In ASCII there is no outline, but title, tip, titles and levels stay."""
    drawing = draw_iceberg(iceberg(*TEN), 60, 1, Pen(ASCII, water(DEFAULT_THEME)))
    text = "\n".join(line.plain for line in drawing.lines)
    assert text.isascii()
    assert "the tip: tools not yet" in text
    assert all(f"Foundation {number}" in text for number in range(1, 11))


@given(
    count=st.integers(0, 25),
    width=st.integers(30, 200),
    rows=st.integers(1, 2),
    title=st.text(max_size=60),
    score=st.none() | st.floats(0, 1),
    ascii_signs=st.booleans(),
)
def test_iceberg_never_leaves_its_width(
    count: int, width: int, rows: int, title: str, score: float | None, *, ascii_signs: bool
) -> None:
    """Whatever the titles and the number of foundations, no line is wider than asked for."""
    ones = [
        Foundation(f"x/{number}", number, title, score, None, title, title)
        for number in range(count)
    ]
    pen = Pen(ASCII if ascii_signs else UNICODE, water(DEFAULT_THEME), "x/1")
    drawing = draw_iceberg(iceberg(*ones), width, rows, pen)
    assert all(line.cell_length <= width for line in drawing.lines)
    assert all(len(drawing.places[one.topic]) == rows for one in ones)


@given(score=st.floats(0, 1), cells=st.integers(2, 80))
def test_full_only_at_one_and_empty_only_at_nothing(score: float, cells: int) -> None:
    """A bar is full only at a score of 1, and empty only at 0."""
    filled = filled_cells(score, cells)
    assert (filled == cells) == (score >= 1)
    assert (filled == 0) == (score <= 0)


def test_topic_shows_reached_target_beyond_and_unanswered() -> None:
    """Each level has one sign: reached, to the target, beyond it, or a question mark."""
    group = TopicGroup(
        "Topics",
        range(1, 5),
        (TopicBar("m/a", "A", 2, 3, None), TopicBar("m/b", "B", None, 3, None)),
    )
    lines = [line.plain for line in draw_topics((group,), 26, 0, PEN).lines]
    assert lines[0].endswith("1234")
    assert lines[1].endswith("■■□·")
    assert lines[2].endswith("????")


COURSE = Course(
    (CurvePoint(0, 0.41), CurvePoint(3, 0.43), CurvePoint(12, 0.5), CurvePoint(36, 0.9)),
    3.0,
    (Standing(0, 4), Standing(4, 5), Standing(12, 10)),
    10,
    12,
)


def test_curve_starts_full_at_its_lowest_figure_and_never_falls() -> None:
    """The lowest row is full from now on, and no column is lower than the one before it."""
    rows = draw_curve(COURSE, COURSE.weeks, 60, 4, SAY, UNICODE)[:4]
    cells = [row.plain[5:] for row in rows]
    assert set(cells[-1]) == {"█"}
    heights = [
        sum(" ▁▂▃▄▅▆▇█".index(row[column]) for row in cells) for column in range(len(cells[0]))
    ]
    assert heights == sorted(heights)
    assert rows[-1].plain.startswith(" 41 ")


@given(
    first=st.integers(0, 100),
    last=st.integers(0, 100),
    height=st.integers(2, 6),
    part=st.floats(0, 0.99),
)
def test_curve_is_named_after_its_end(first: int, last: int, height: int, part: float) -> None:
    """The upper row has the figure at the end, rounded down, so that it never says more."""
    low, high = sorted((first, last))
    end = min(1.0, (high + part) / 100)
    course = Course((CurvePoint(0, low / 100), CurvePoint(36, end)), 3.0, (), 0, None)
    rows = [row.plain for row in draw_curve(course, course.weeks, 60, height, SAY, UNICODE)]
    labels = [int(row[:4]) for row in rows[:height]]
    assert max(labels) == max(percent_down(end), height - 1)
    assert len(set(labels)) == height


def test_curve_names_now_and_the_weeks() -> None:
    """Under the curve stand now, the end of Now, and the last week."""
    last = draw_curve(COURSE, COURSE.weeks, 60, 3, SAY, UNICODE)[-1].plain
    assert last.split() == ["now", "wk", "4", "wk", "12"]


def test_standing_says_how_many_stand_in_which_week() -> None:
    """Each named week has its count of foundations."""
    lines = [line.plain.strip() for line in draw_standing(COURSE, 12, 40, SAY, UNICODE)]
    assert lines[0].endswith("4 of 10")
    assert lines[1].endswith("5 of 10")
    assert lines[2].endswith("10 of 10")


@given(
    hours=st.lists(st.floats(0.25, 40), max_size=60),
    a_week=st.floats(0.5, 80),
    width=st.integers(20, 120),
    height=st.integers(1, 8),
)
def test_curve_holds_for_any_plan(
    hours: list[float], a_week: float, width: int, height: int
) -> None:
    """Any number of actions and hours gives `height` rows, axis and names, all in the width."""
    points, done = [CurvePoint(0, 0.1)], 0.0
    for number, effort in enumerate(hours, 1):
        done += effort
        points.append(CurvePoint(done, min(1, 0.1 + number * 0.012)))
    course = Course(tuple(points), a_week, (), 0, None)
    lines = draw_curve(course, course.weeks, width, height, SAY, UNICODE)
    assert len(lines) == height + 2
    assert all(line.cell_length <= width for line in lines)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it."""

    def luminance(colour: Color) -> float:
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour.normalized
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_words_in_the_water_can_be_read_in_every_theme() -> None:
    """On the ground of the water every ink that is written there keeps a contrast of 4.5 to 1."""
    for name, colours in COLOURS.items():
        ground = water(name).background
        assert ground is not None
        for ink in (colours.plain, colours.faint, colours.warm, colours.good, colours.caution):
            assert contrast(ground, Color.parse(ink)) >= 4.5, (name, ink)
