"""The readiness curve of a plan, and how many foundations stand in which week."""

from math import ceil
from typing import Final, NamedTuple

from textual.content import Content

from peil.plan.model import CurvePoint, Standing
from peil.score.model import percent_down
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, fit, join, text, width_of
from peil.tui.signs import Signs
from peil.tui.widgets.iceberg import filled_cells

_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_PLAIN_EIGHTHS: Final = "   ..::##"
NEXT_WEEKS: Final = 12
"""Weeks of a plan's Now and Next together."""
NOW_WEEKS: Final = 4
"""Weeks of a plan's Now."""


class Course(NamedTuple):
    """What a plan brings over the weeks."""

    points: tuple[CurvePoint, ...]
    hours_per_week: float
    standing: tuple[Standing, ...]
    foundations: int
    """How many there are; 0 where no questionnaire is a gate."""
    stands_in_week: int | None

    @property
    def weeks(self) -> int:
        """Weeks that the plan takes, at least one."""
        hours = self.points[-1].hours if self.points else 0.0
        return max(1, ceil(round(hours / self.hours_per_week, 6)))

    def low_after(self, hours: float) -> float:
        """Return readiness `low` after some hours of work."""
        return max((point.low for point in self.points if point.hours <= hours + 1e-9), default=0.0)

    def low_in(self, week: int) -> float:
        """Return readiness `low` at the end of a week; 0 is now."""
        return self.low_after(week * self.hours_per_week)

    def standing_in(self, week: int) -> int:
        """Return how many foundations stand in a week; 0 is now."""
        return max((step.topics for step in self.standing if step.week <= week), default=0)


def marked_weeks(last: int) -> list[int]:
    """Return the weeks worth naming, up to `last`: now, the ends of Now and Next, the last."""
    return sorted({0, last, *(week for week in (NOW_WEEKS, NEXT_WEEKS) if week < last)})


def draw_curve(
    course: Course, last: int, width: int, height: int, say: Words, signs: Signs
) -> list[Content]:
    """Return the curve up to week `last`: `height` rows, the axis, and the weeks below it.

    The upper row is named after the figure at the end, rounded down like every other one.
    """
    hours = last * course.hours_per_week
    top = percent_down(course.low_after(hours))
    bottom = max(0, min(percent_down(course.low_after(0)), top - (height - 1)))
    step = max(1.0, (top - bottom) / max(1, height - 1))
    room = width - 6
    lows = [course.low_after(hours * column / max(1, room - 1)) * 100 for column in range(room)]
    lines = []
    for row in reversed(range(height)):
        label = bottom + row * step
        steps = _PLAIN_EIGHTHS if signs.ascii else _EIGHTHS
        cells = "".join(steps[_eighths(low, label, step)] for low in lows)
        edge = f"{int(label + 1e-9):>3} " + ("|" if signs.ascii else "┤")
        lines.append(join(text(edge, "faint"), text(cells, "ice")))
    return [*lines, *_weeks(last, room, say, signs)]


def draw_standing(course: Course, last: int, width: int, say: Words, signs: Signs) -> list[Content]:
    """Return a bar of standing foundations for each week worth naming, and the last of them."""
    weeks = marked_weeks(last)
    names = [_week_name(week, say) for week in weeks]
    label = max(map(len, names)) + 1
    said = [
        say("{count} of {total}", count=course.standing_in(week), total=course.foundations)
        for week in weeks
    ]
    bar = max(4, min(20, course.foundations, width - label - max(map(len, said)) - 2))
    lines = []
    for name, words, week in zip(names, said, weeks, strict=True):
        filled = filled_cells(course.standing_in(week) / max(1, course.foundations), bar)
        cells = join(
            text(signs.filled * filled, "ice"), text(signs.empty * (bar - filled), "empty")
        )
        lines.append(columns([(text(name, "faint"), label), (cells, bar + 1), (text(words), 16)]))
    return lines


def _eighths(low: float, label: float, step: float) -> int:
    """Return how many eighths of a row a reading fills; it is full at the row's own figure."""
    return max(0, min(8, int((low - (label - step)) / step * 8 + 1e-6)))


def _week_name(week: int, say: Words) -> str:
    return say("wk {week}", week=week) if week else say("now")


def _weeks(last: int, room: int, say: Words, signs: Signs) -> list[Content]:
    """Return the axis with a tick for each week worth naming, and their names below."""
    weeks = marked_weeks(last)
    places = [round(week * (room - 1) / last) for week in weeks]
    corner, line, tick = ("+", "-", "+") if signs.ascii else ("└", "─", "┴")
    axis = "".join(tick if place in places else line for place in range(room))
    names = NOTHING
    for week, place in zip(weeks, places, strict=True):
        name = _week_name(week, say)
        start = min(place, room - width_of(name))
        if start > width_of(names) or not names:
            names = join(fit(names, start), text(name, "faint"))
    return [text(f"    {corner}{axis}", "line"), join(" " * 5, names)]
