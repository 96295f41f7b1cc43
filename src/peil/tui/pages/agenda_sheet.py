"""The agenda as lines: what to talk about, what has a proposal, what is parked, what is settled."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual.content import Content

from peil.assessment.agenda import Line
from peil.report.vote_words import agreed_words, verdict_words
from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of
from peil.tui.countdown import clock_words
from peil.tui.pages.agenda_columns import Columns, columns_for
from peil.tui.pages.agenda_scene import NOTES, PROPOSED, SETTLED, AgendaScene, is_empty
from peil.tui.widgets.lines import Sheet, Spot

BEGIN: Final = 7
"""Cells before the name of a question: the cursor and its number."""
NARROW: Final = 72
"""Columns below which only the topic is named."""
LEAST_NAME: Final = 18
"""Fewest cells for the name of a question."""
WIDEST_NAME: Final = 70
"""Most cells for it."""


def agenda_sheet(scene: AgendaScene, width: int, height: int) -> Sheet:
    """Return the agenda as lines of `width` columns; without room the empty lines go."""
    if is_empty(scene.agenda):
        return _nothing_yet(scene, width)
    parts = list(_parts(scene, width))
    blank = _blanks(len(parts), height - sum(map(len, parts)))
    lines: list[Content] = []
    spots: list[Spot] = []
    for place, part in enumerate(parts):
        if place in blank:
            lines.append(NOTHING)
        for name, line in part:
            if name is not None:
                spots.append(Spot(name, len(lines), 0, width))
            lines.append(fit(line, width))
    return Sheet(lines, spots, scene.cursor)


def _blanks(parts: int, room: int) -> set[int]:
    """Return before which parts an empty line stands: the first talk, then from the end up."""
    order = [1, *range(parts - 1, 1, -1)]
    return set(order[: max(0, room)])


def _nothing_yet(scene: AgendaScene, width: int) -> Sheet:
    say = scene.say
    told = (
        (say("Nobody has voted yet, so there is nothing to talk about."), "strong"),
        (
            say(
                "Let everybody vote on all core questions first, in silence. This page then shows "
                "what to talk about, those furthest apart first. Press Enter to begin."
            ),
            "plain",
        ),
    )
    lines: list[Content] = []
    for sentence, ink in told:
        lines += [NOTHING, *(join("   ", line) for line in paragraph(sentence, width - 6, ink))]
    return Sheet(lines)


_Row = tuple[str | None, Content]
"""A line, and the name of its spot."""


def _parts(scene: AgendaScene, width: int) -> Iterator[list[_Row]]:
    """Return the parts of the page, each some lines."""
    agenda, say = scene.agenda, scene.say
    shown = [*agenda.talk, *agenda.parked]
    shown += agenda.proposed if PROPOSED in scene.unfolded else ()
    shown += agenda.settled if SETTLED in scene.unfolded else ()
    columns = columns_for(scene.sitting, shown, width - BEGIN - LEAST_NAME)
    rows = _Rows(scene, columns, width)
    summary = paragraph(_summary(scene), width - 5, "strong")
    yield [(None, join("   ", line)) for line in summary]
    yield from rows.talks()
    if agenda.proposed:
        told = say.many(
            "{count} with a proposal: o takes it over, Enter shows it",
            "{count} with a proposal: o takes all over, Enter shows them",
            len(agenda.proposed),
        )
        heading = say("AGREED, OR NEARLY")
        yield rows.folding(PROPOSED, heading, told, agenda.proposed, _proposal)
    if agenda.low:
        told = say.many(
            "{count} of them: needs no talk, but an action",
            "{count} of them: need no talk, but an action",
            len(agenda.low),
        )
        yield [rows.heading(say("LOW AND AGREED")), (None, join(" " * 5, text(told, "faint")))]
    if agenda.parked or scene.notes:
        yield [rows.heading(say("PARKED")), *rows.parked()]
    if agenda.settled:
        told = say.many(
            "{count} agreed on: Enter shows it, to open it again",
            "{count} agreed on: Enter shows them, to open one again",
            len(agenda.settled),
        )
        yield rows.folding(SETTLED, say("SETTLED"), told, agenda.settled, _settled)


def _summary(scene: AgendaScene) -> str:
    """Return how much was voted on, and what to do now."""
    agenda, say = scene.agenda, scene.say
    voted = say.many("{count} question voted on.", "{count} questions voted on.", scene.voted)
    if agenda.talk:
        now = say("Now talk where it matters.")
    elif agenda.proposed:
        now = say("No talk is needed: take the proposals over.")
    elif agenda.parked:
        now = say("What is left is parked.")
    else:
        now = say("Everything is settled: press c to promise who does what.")
    return f"{voted} {now}"


def _proposal(line: Line, scene: AgendaScene) -> str:
    return f"{scene.signs.right} {line.proposal}"


def _settled(line: Line, scene: AgendaScene) -> str:
    agreed = line.agreed
    if agreed is None:
        return ""
    return str(agreed.level) if agreed.level is not None else agreed_words(agreed, scene.say)


class _Rows:
    """Draws the lines of questions, all in the same columns."""

    def __init__(self, scene: AgendaScene, columns: Columns, width: int) -> None:
        self.scene = scene
        self.columns = columns
        self.width = width
        room = width - BEGIN - columns.width
        self.name = min(WIDEST_NAME, max(LEAST_NAME, room))

    def heading(self, words: str) -> _Row:
        """Return the heading of a part."""
        return None, join("   ", text(words, "title"))

    def talks(self) -> Iterator[list[_Row]]:
        """Return what to talk about, under how far apart it is."""
        said = ""
        block: list[_Row] = []
        for number, line in enumerate(self.scene.agenda.talk, 1):
            heading = self._kind(line)
            if heading != said:
                if block:
                    yield block
                block = [self._columns_heading(heading, first=not said)]
                said = heading
            block.append((line.question, self._row(line, str(number), self._minutes(line))))
        if block:
            yield block

    def _kind(self, line: Line) -> str:
        if line.contested:
            return verdict_words(line.verdict, self.scene.say).upper()
        return self.scene.say("MANY DO NOT KNOW")

    def _columns_heading(self, words: str, *, first: bool) -> _Row:
        """Return a heading, the first one with what the columns mean."""
        title = join("   ", text(words, "title"))
        if not first:
            return None, title
        scene = self.scene
        low, high = scene.say("low"), scene.say("high")
        span = self.columns.blocks
        rule = span - width_of(low) - width_of(high) - 3
        named = f"{low} {scene.signs.rule * max(1, rule)}{scene.signs.cursor} {high}"
        meaning = fit(text(named if rule > 0 else "", "faint"), span)
        minutes = scene.say("minutes").rjust(self.columns.last)
        return None, join(fit(title, BEGIN + self.name), meaning, text(minutes, "faint"))

    def _minutes(self, line: Line) -> str:
        """Return the minutes of a talk: what is left of it once it was begun."""
        sitting = self.scene.sitting
        left = sitting.talk_seconds_left(line.question)
        return clock_words(sitting.time_plan.each if left is None else left)

    def folding(
        self,
        name: str,
        words: str,
        told: str,
        lines: Sequence[Line],
        last: Callable[[Line, AgendaScene], str],
    ) -> list[_Row]:
        """Return a part that shows its questions once it is unfolded."""
        here = name == self.scene.cursor
        sign = text(self.scene.signs.cursor if here else " ", "cursor")
        heading = join("   ", text(words, "title"))
        under = join("   ", sign, " ", text(told, "strong" if here else "plain"))
        rows: list[_Row] = [(name, heading), (name, under)]
        if name in self.scene.unfolded:
            rows += [(line.question, self._row(line, "", last(line, self.scene))) for line in lines]
        return rows

    def parked(self) -> list[_Row]:
        """Return the questions that were put off, and how much else is parked."""
        scene = self.scene
        rows: list[_Row] = [
            (line.question, self._row(line, "", "")) for line in scene.agenda.parked
        ]
        if scene.notes:
            told = scene.say.many(
                "{count} thing in the parking lot: Enter shows it",
                "{count} things in the parking lot: Enter shows them",
                scene.notes,
            )
            here = scene.cursor == NOTES
            sign = text(scene.signs.cursor if here else " ", "cursor")
            line = join("   ", sign, " ", text(told, "strong" if here else "plain"))
            rows.append((NOTES, line))
        return rows

    def _row(self, line: Line, number: str, last: str) -> Content:
        scene = self.scene
        here = line.question == scene.cursor
        items = scene.sitting.items
        topic = items.topic(items.topic_of(line.question)).title
        name = text(topic, "strong" if here else "plain")
        if self.width >= NARROW:
            asked = items.question(line.question).text
            name = join(name, text(f"  {asked}", "faint"))
        return join(
            "   ",
            text(scene.signs.cursor if here else " ", "cursor"),
            text(f"{number:>2} ", "key"),
            fit(name, self.name - 1),
            " ",
            self.columns.drawn(line, scene.signs),
            text(f"{last:>{self.columns.last}}", "strong" if here else "plain"),
        )
