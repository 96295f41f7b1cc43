"""A running vote as lines. Nothing here knows what was voted: only how many votes fell."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual.content import Content

from peil.text.languages import Words
from peil.tui.content import NOTHING, fit, join, paragraph, text, width_of
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

Face = Literal["question", "slip", "tally", "card", "all_in", "shown"]
"""What stands on the screen: a question to vote on, a slip that is typed, cards that are typed
in a row, the card between two votes, the card after the last one, or a warm-up that is over."""

MARGIN = 3
TEXT = 7
"""Cells from the margin to where level texts begin."""
WIDEST = 100
"""Columns beyond which lines grow too long to read."""
TWO_COLUMNS = 56
"""Columns from which the questions of a slip stand in two columns."""
_OTHER = 28
"""Columns of don't know, and of abstaining, where they stand side by side."""
GROUP = 5
"""Boxes that stand together, so that many can be counted."""


class _Spacing(NamedTuple):
    """How many empty lines stand where."""

    top: int
    levels: int
    others: int
    below: int


_AIRY, _DENSE = _Spacing(1, 1, 1, 2), _Spacing(0, 0, 0, 0)
_SPACINGS = (_AIRY, _Spacing(1, 1, 1, 1), _Spacing(1, 0, 1, 1), _Spacing(0, 0, 0, 1), _DENSE)


class VoteScene(NamedTuple):
    """Everything that the page shows of a vote."""

    face: Face
    say: Words
    signs: Signs
    way: str
    voters: int
    """How many vote; 0 where that is not known."""
    fallen: int
    """How many votes are in."""
    position: int
    """At which question the present voter is, from 0."""
    levels: str
    """The levels of the question as one reads them: `1-4`."""
    question: str = ""
    introduction: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """The key and the text of each level."""
    titles: tuple[str, ...] = ()
    """What each question of a slip is called."""
    told: tuple[str, ...] = ()
    """What is to be said of how it goes."""
    caution: str = ""
    """What is to be said before the first vote."""
    can_take_back: bool = True
    """Whether what was given last can be taken back."""
    margin: int = MARGIN
    """Cells left of everything."""


def vote_sheet(scene: VoteScene, width: int, height: int) -> Sheet:
    """Return the lines of a vote for a width and a height."""
    measure = min(width, WIDEST)
    if scene.face == "slip":
        return _slip(scene, measure, height)
    for spacing in _SPACINGS:
        lines = _question(scene, measure, spacing)
        if len(lines) <= height:
            lower = max(0, height - len(lines)) // 4 if spacing is _AIRY else 0
            return Sheet([*[NOTHING] * lower, *lines])
    brief = scene._replace(told=())
    lines = _question(brief, measure, _DENSE)
    if len(lines) > height:  # how many votes are in stays in sight, and the levels scroll
        lines = [*_below(brief, measure), *_levels(brief, measure, _DENSE)]
    return Sheet(lines)


def boxes(done: int, total: int, signs: Signs, width: int) -> list[Content]:
    """Return a box for each of `total`, of which `done` are filled, in lines of at most `width`.

    They stand in groups where they are many. Whoever fills them, they look the same.
    """
    many = total > 2 * GROUP - 1
    size = GROUP if many else max(total, 1)
    groups = [
        [number < done for number in range(first, min(first + size, total))]
        for first in range(0, total, size)
    ]
    a_line = max(1, (width + 2) // (2 * size + 1))
    lines = []
    for first in range(0, len(groups), a_line):
        pieces: list[Content | str] = []
        for group in groups[first : first + a_line]:
            full = sum(group)
            pieces += [
                "  " if pieces else "",
                text(" ".join(signs.reached * full), "full"),
                " " if 0 < full < len(group) else "",
                text(" ".join(signs.to_target * (len(group) - full)), "faint"),
            ]
        lines.append(join(*pieces))
    return lines


def count_line(scene: VoteScene, label: str, done: int, total: int, width: int) -> list[Content]:
    """Return the boxes beside their label."""
    head = text(f"{label}   ", "title")
    indent = width_of(head)
    rows = boxes(done, total, scene.signs, width - indent)
    return [
        join(head if number == 0 else " " * indent, row)
        for number, row in enumerate(rows or [NOTHING])
    ]


def _inset(scene: VoteScene, lines: Sequence[Content]) -> list[Content]:
    return [join(" " * scene.margin, line) for line in lines]


def _question(scene: VoteScene, width: int, spacing: _Spacing) -> list[Content]:
    """Return the question with its levels, and below them how many votes fell."""
    levels = _levels(scene, width, spacing)
    return [*levels, *[NOTHING] * spacing.below, *_below(scene, width)]


def _below(scene: VoteScene, width: int) -> list[Content]:
    """Return how many votes fell, and what is to be said."""
    measure = width - scene.margin - 2
    told, counted = _told(scene, measure), _counted(scene, measure)
    lines = [*told, *counted] if scene.face == "tally" else [*counted, *told]
    if scene.caution:
        lines += paragraph(scene.caution, measure, "caution")
    return _inset(scene, lines)


def _levels(scene: VoteScene, width: int, spacing: _Spacing) -> list[Content]:
    """Return the question and its levels, none of them marked."""
    measure = width - scene.margin - 2
    lines = [NOTHING] * spacing.top
    lines += _inset(scene, paragraph(scene.question, measure, "strong"))
    if scene.introduction:
        lines += _inset(scene, paragraph(scene.introduction, measure, "faint"))
    lines.append(NOTHING)
    for number, (key, words) in enumerate(scene.options):
        lines += [NOTHING] * (spacing.levels if number else 0)
        lines += _option(scene, key, words, width)
    return [*lines, *[NOTHING] * spacing.others, *_others(scene, width)]


def _option(scene: VoteScene, key: str, words: str, width: int) -> list[Content]:
    """Return a level: its number in front, its sentence in full, and no mark of any kind."""
    column = scene.margin + TEXT
    return [
        join(fit(join(" " * (scene.margin + 2), text(key if first else "", "key")), column), line)
        for first, line in _firsts(paragraph(words, width - column - 2))
    ]


def _firsts(lines: Sequence[Content]) -> list[tuple[bool, Content]]:
    return [(number == 0, line) for number, line in enumerate(lines)]


def _others(scene: VoteScene, width: int) -> list[Content]:
    """Return don't know and abstaining, side by side where both fit."""
    say = scene.say
    first, second = (
        fit(join(" " * (scene.margin + 2), text(key, "key"), text(f"    {words}")), _OTHER)
        for key, words in (("?", say("Don't know")), ("-", say("I abstain")))
    )
    return [join(first, second)] if width >= 2 * _OTHER else [first, second]


def _counted(scene: VoteScene, width: int) -> list[Content]:
    """Return how many votes fell, or were typed."""
    say, done, total = scene.say, scene.fallen, scene.voters
    if scene.face != "tally":
        label = say("Vote {number} of {voters}", number=done + 1, voters=total)
    elif total:
        label = say("Typed {number} of {voters}", number=done, voters=total)
    else:
        label = say("Typed {number}", number=done)
    return count_line(scene, label, done, max(total, done), width)


def _told(scene: VoteScene, width: int) -> list[Content]:
    return [line for each in scene.told for line in paragraph(each, width, "faint")]


def _slip(scene: VoteScene, width: int, height: int) -> Sheet:
    """Return the questions of a slip, with the one that comes next, so that the place is kept."""
    say, measure = scene.say, width - MARGIN - 2
    label = say("Slip {number} of {voters}", number=scene.fallen + 1, voters=scene.voters)
    above = _inset(scene, count_line(scene, label, scene.fallen, scene.voters, measure))
    count = 2 if width >= TWO_COLUMNS else 1
    rows = -(-len(scene.titles) // count)
    below = _next(scene, measure)
    if len(above) + rows + len(below) > height:
        below = _next(scene._replace(told=()), measure)
    room = height - len(above) - len(below) - rows
    blank = min(1, max(0, room // 2))
    lines = [*[NOTHING] * (1 if room > 2 else 0), *above, *[NOTHING] * blank]
    here = Spot("here", len(lines) + scene.position % rows, 0, width)
    lines += [_row(scene, range(row, len(scene.titles), rows), width) for row in range(rows)]
    return Sheet([*lines, *[NOTHING] * blank, *_inset(scene, below)], [here], "here")


def _next(scene: VoteScene, width: int) -> list[Content]:
    """Return the question that comes next on a slip, and what is to be said."""
    number, total = scene.position + 1, len(scene.titles)
    heading = scene.say("Next: {number} of {total}", number=number, total=total)
    return [
        *paragraph(heading, width, "title"),
        *paragraph(scene.question, width, "strong"),
        *_told(scene, width),
        *(paragraph(scene.caution, width, "caution") if scene.caution else []),
    ]


def _row(scene: VoteScene, numbers: Sequence[int], width: int) -> Content:
    """Return the questions of a slip that stand beside each other."""
    column = (width - MARGIN) // (2 if width >= TWO_COLUMNS else 1)
    return join(" " * MARGIN, *(fit(_title(scene, number), column) for number in numbers))


def _title(scene: VoteScene, number: int) -> Content:
    """Return a question of a slip: typed, next, or still to come."""
    title = f"{number + 1:>2}  {scene.titles[number]}"
    if number == scene.position:
        return join(text(scene.signs.cursor, "cursor"), text(f" {title}", "strong"), "  ")
    if number < scene.position:
        return join(text(scene.signs.reached, "full"), text(f" {title}", "faint"), "  ")
    return join(text(scene.signs.to_target, "faint"), text(f" {title}", "plain"), "  ")
