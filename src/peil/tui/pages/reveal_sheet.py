"""The reveal as lines: blocks per level, the texts of the levels beside them, and what it says.

Pure drawing. When room is short the empty lines go first, then the blocks become narrower
and the texts shorter (help has them in full), and only then the page scrolls. Every vote
keeps a block of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from peil.assessment.team import Round
from peil.questionnaire.model import Level
from peil.tui.content import (
    NOTHING,
    fit,
    join,
    labelled,
    paragraph,
    shortened,
    text,
    width_of,
    wrap,
)
from peil.tui.pages.reveal_words import RevealScene, told_of
from peil.tui.widgets.lines import Sheet, Spot
from peil.tui.widgets.vote_blocks import Shape, shapes

WIDEST: Final = 112
"""Columns beyond which lines grow too long to read; the rest is margin."""
BESIDE: Final = 56
"""Columns from which the texts of the levels stand beside the blocks; else above them."""
ROOMY: Final = 72
"""Columns from which there is a margin."""
KEY: Final = 4
"""Cells of a level's number and sign."""
COUNT: Final = 5
"""Cells of the number of votes, and around it."""
GAP: Final = 3
"""Cells between two rounds."""
SHORTEST: Final = 22
"""Fewest cells for the text of a level."""
INDENT: Final = 15
"""Column in which what is said under the blocks begins."""


class _Spacing(NamedTuple):
    """Empty lines."""

    top: int
    head: int
    levels: int
    foot: int


_SPACINGS: Final = (
    _Spacing(2, 2, 2, 2),
    _Spacing(1, 1, 1, 1),
    _Spacing(0, 1, 1, 1),
    _Spacing(0, 0, 1, 1),
    _Spacing(0, 0, 1, 0),
)
_TIGHT: Final = _Spacing(0, 0, 0, 0)


class _Plan(NamedTuple):
    """One way to draw the levels."""

    latest: Shape
    earlier: Shape | None
    most: int
    """Most lines of the text of one level."""
    spacing: _Spacing


def reveal_sheet(scene: RevealScene, width: int, height: int) -> Sheet:
    """Return the reveal as a sheet of `width` columns that fits `height` lines if it can."""
    whole = min(width, WIDEST)
    offset = (width - whole) // 2
    drawing = _Drawing(scene, whole)
    *others, last = drawing.plans()
    sheet = drawing.draw(next((plan for plan in others if drawing.height(plan) <= height), last))
    lines = [join(" " * offset, line) for line in sheet.lines]
    spots = [
        spot._replace(left=spot.left + offset, right=spot.right + offset) for spot in sheet.spots
    ]
    return Sheet(lines, spots)


class _Drawing:
    """What stays the same whichever way the levels are drawn."""

    def __init__(self, scene: RevealScene, width: int) -> None:
        self.scene = scene
        self.width = width
        self.margin = 3 if width >= ROOMY else 1
        self.measure = width - self.margin - 2
        rounds = scene.sitting.vote_on(scene.question).rounds
        self.latest = rounds[-1] if rounds else Round()
        self.before = rounds[0] if len(rounds) > 1 else None
        self.titles = self._titles(len(rounds))
        self.question = scene.sitting.items.question(scene.question)
        self.told = [
            line
            for told in told_of(scene, brief=width < ROOMY)
            for line in labelled(
                told.label, told.words, self.measure, INDENT, (told.label_ink, told.ink)
            )
        ]

    def _titles(self, rounds: int) -> tuple[str, str]:
        """Return what stands above the first round and the latest one, where there are two."""
        if rounds < 2:
            return "", ""
        say = self.scene.say
        return say("round {number}", number=1), say("round {number}", number=rounds)

    @property
    def is_beside(self) -> bool:
        """Whether texts stand beside the blocks."""
        return self.width >= BESIDE

    @property
    def room(self) -> int:
        """Cells for the blocks of all rounds that are shown."""
        rest = SHORTEST if self.is_beside else 0
        gap = GAP if self.before is not None else 0
        return max(2, self.measure - KEY - COUNT - rest - gap)

    # Which way to draw

    def plans(self) -> Iterator[_Plan]:
        """Return the ways to draw the levels, the best one first; the last one may scroll."""
        earlier = self._earlier()
        room = self.room - (self._column(earlier, self.before, 0) if self.before else 0)
        found = list(shapes(_most(self.latest), room))
        wide = [shape for shape in found if shape.wide > 1]
        narrow = [shape for shape in found if shape.wide == 1]
        for chosen in (wide, narrow):
            for most in (9, 3, 2):
                for shape in chosen:
                    yield from (_Plan(shape, earlier, most, spacing) for spacing in _SPACINGS)
        close = earlier._replace(apart=0) if earlier is not None else None
        for shape in found:
            yield _Plan(shape._replace(apart=0), close, 2, _TIGHT)
        yield _Plan(found[0], earlier, 9, _SPACINGS[-1])

    def _earlier(self) -> Shape | None:
        if self.before is None:
            return None
        return next(shapes(_most(self.before), self.room // 2, widest=1))

    def _column(self, shape: Shape | None, votes: Round | None, place: int) -> int:
        """Return the cells that the blocks of a round take, its title included."""
        if shape is None or votes is None:
            return 0
        return max(shape.cells(_most(votes)), width_of(self.titles[place]))

    def height(self, plan: _Plan) -> int:
        """Return how many lines everything takes, drawn one way."""
        spacing, levels = plan.spacing, self.question.levels
        blank = spacing.top + spacing.head + spacing.foot + spacing.levels * (len(levels) - 1)
        blocks = sum(self._level_height(plan, level) for level in levels)
        asked = len(self._asked(spacing)) + (self.before is not None)
        return asked + blank + blocks + len(self.told)

    def _level_height(self, plan: _Plan, level: Level) -> int:
        chart = plan.latest.lines(_count(self.latest, level.number))
        if plan.earlier is not None and self.before is not None:
            chart = max(chart, plan.earlier.lines(_count(self.before, level.number)))
        words = min(plan.most, len(wrap(level.text, self._words_width(plan))))
        return max(chart, words) if self.is_beside else chart + words

    def _words_width(self, plan: _Plan) -> int:
        """Return the cells for the text of a level."""
        if not self.is_beside:
            return self.measure - KEY
        first = self._column(plan.earlier, self.before, 0)
        gap = GAP if first else 0
        return self.measure - KEY - first - gap - self._column(plan.latest, self.latest, 1) - COUNT

    def _asked(self, spacing: _Spacing) -> list[Content]:
        asked = paragraph(self.question.text, self.measure, "strong")
        return asked if spacing is not _TIGHT else shortened(asked, 1, self.measure)

    # Drawing

    def draw(self, plan: _Plan) -> Sheet:
        """Return everything, drawn one way."""
        spacing = plan.spacing
        lines: list[Content] = [NOTHING] * spacing.top
        lines += map(self._inset, self._asked(spacing))
        lines += [NOTHING] * spacing.head
        lines += self._headings(plan)
        spots: list[Spot] = []
        for number, level in enumerate(self.question.levels):
            if number:
                lines += [NOTHING] * spacing.levels
            block = self._level(plan, level)
            name = str(level.number)
            spots += [Spot(name, len(lines) + row, 0, self.width) for row in range(len(block))]
            lines += block
        lines += [NOTHING] * spacing.foot
        return Sheet([*lines, *map(self._inset, self.told)], spots)

    def _inset(self, line: Content) -> Content:
        return join(" " * self.margin, line)

    def _headings(self, plan: _Plan) -> list[Content]:
        """Return a line that says which blocks are of which round, where there are two."""
        if self.before is None:
            return []
        first = self._column(plan.earlier, self.before, 0)
        line = join(
            " " * KEY,
            fit(text(self.titles[0], "faint"), first),
            " " * GAP,
            text(self.titles[1], "deep"),
        )
        return [self._inset(line)]

    def _level(self, plan: _Plan, level: Level) -> list[Content]:
        """Return one level: number, blocks, how many, and its text beside them or above."""
        charts = self._charts(plan, level.number)
        chosen = self._is_agreed(level.number)
        ink = "chosen" if chosen else "plain"
        key = join(
            text(str(level.number), "chosen" if chosen else "key"),
            text(f" {self.scene.signs.chosen} " if chosen else "   ", ink),
        )
        count = self._count(level.number)
        words = self._words(level, plan, ink)
        if not self.is_beside:
            above = [join(key if not row else " " * KEY, line) for row, line in enumerate(words)]
            below = [
                join(" " * KEY, line, f"  {count}" if not row else "")
                for row, line in enumerate(charts)
            ]
            return [self._inset(line) for line in (*above, *below)]
        taken = width_of(charts[0])
        block = []
        for row in range(max(len(charts), len(words))):
            chart = charts[row] if row < len(charts) else NOTHING
            said = words[row] if row < len(words) else NOTHING
            many = text(f"{count if not row else '':>3}  ", "strong")
            first = key if not row else " " * KEY
            block.append(self._inset(join(first, fit(chart, taken), many, said)))
        return block

    def _words(self, level: Level, plan: _Plan, ink: str) -> list[Content]:
        width = self._words_width(plan)
        return shortened(paragraph(level.text, width, ink), plan.most, width)

    def _charts(self, plan: _Plan, level: int) -> list[Content]:
        """Return the blocks of a level, the first round left of the latest one, as one column."""
        signs = self.scene.signs
        lower = signs.lower if plan.spacing is _TIGHT else ""  # else two levels would be one
        now = plan.latest.drawn(_count(self.latest, level), signs.filled, lower)
        room = self._column(plan.latest, self.latest, 1)
        if self.before is None or plan.earlier is None:
            return [fit(text(line, "full"), room) for line in now]
        then = plan.earlier.drawn(_count(self.before, level), signs.before, lower)
        first = self._column(plan.earlier, self.before, 0)
        height = max(len(now), len(then))
        return [
            join(
                fit(text(_line(then, row), "faint"), first),
                " " * GAP,
                fit(text(_line(now, row), "full"), room),
            )
            for row in range(height)
        ]

    def _count(self, level: int) -> str:
        """Return how many chose a level in the latest round; empty for nobody."""
        return str(_count(self.latest, level) or "")

    def _is_agreed(self, level: int) -> bool:
        line = self.scene.line
        return line is not None and line.agreed is not None and line.agreed.level == level


def _line(lines: Sequence[str], row: int) -> str:
    return lines[row] if row < len(lines) else ""


def _count(votes: Round, level: int) -> int:
    return votes.votes.get(str(level), 0)


def _most(votes: Round) -> int:
    """Return the most votes that a level has."""
    return max(votes.votes.values(), default=0)
