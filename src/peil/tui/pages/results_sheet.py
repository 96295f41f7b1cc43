"""The results as lines: sentences, the iceberg beside the topics, and what else to know."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content

from peil.questionnaire.model import Questionnaire
from peil.report.differing import differs_on
from peil.score.model import QuestionnaireScore
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, fit, join, labelled, paragraph, shortened, text, width_of
from peil.tui.pages import outcome
from peil.tui.pages.level_words import named_levels
from peil.tui.pages.picture import divided, iceberg_of
from peil.tui.widgets.iceberg import Drawing, Iceberg, Pen, draw_iceberg
from peil.tui.widgets.lines import Sheet, Spot
from peil.tui.widgets.topics import TopicBar, TopicGroup, draw_topics

_BESIDE = 76
"""Columns from which the topics stand beside the iceberg, not below it."""
_WIDE = 104
"""Columns from which there is room for more air, and for the names of the levels."""
_MEASURE = 78
"""Columns beyond which the meaning of a level is folded."""
_LABEL = 14
"""Columns of the labels before the notes."""


class Scene(NamedTuple):
    """What the results are drawn from."""

    sitting: Sitting
    say: Words
    pen: Pen
    hangs_on: str
    """What the result hangs on, in a sentence; empty while that is computed."""


class _Part(NamedTuple):
    """Some lines with what can be chosen on them, numbered within the part."""

    lines: list[Content]
    spots: list[Spot]


def results_sheet(scene: Scene, width: int, height: int) -> Sheet:
    """Return all results as lines `width` wide; `height` decides how much air there is."""
    head = _head(scene, width)
    below = _notes(scene, width)
    room = height - len(head) - len(below.lines)
    picture = _picture(scene, width, room)
    airy = len(head) + len(picture.lines) + len(below.lines) + 2 <= height
    lines, spots = list(head), []
    for part in (picture, below):
        if airy or width < _BESIDE:
            lines.append(NOTHING)
        spots += [spot._replace(line=spot.line + len(lines)) for spot in part.spots]
        lines += part.lines
    return Sheet(lines, spots, scene.pen.cursor)


def _head(scene: Scene, width: int) -> list[Content]:
    """Return what stands, the verdict, the figures: in this order."""
    say, sitting = scene.say, scene.sitting
    lines = []
    if outcome.has_answers(sitting):
        standing = outcome.strengths_sentence(sitting, say)
        mark = text(scene.pen.signs.stands, "good")
        said = paragraph(standing, width - 5)
        if width >= _BESIDE:  # there the page fits as a whole; a narrow one is scrolled anyway
            said = shortened(said, 2, width - 5)
        lines = [
            join(" ", mark if number == 0 else " ", " ", line) for number, line in enumerate(said)
        ]
    verdict = paragraph(outcome.verdict_sentence(sitting, say), width - 5, "strong")
    lines += [join("   ", line) for line in verdict]
    figures = outcome.figures(sitting, say)
    if figures:
        lines += [join("   ", line) for line in paragraph(figures, width - 5, "faint")]
    return lines


def _notes(scene: Scene, width: int) -> _Part:
    """Return what else to know, each note a thing to choose."""
    lines: list[Content] = []
    spots: list[Spot] = []
    for number, note in enumerate(outcome.notes(scene.sitting, scene.hangs_on, scene.say)):
        name = note_name(number)
        here = name == scene.pen.cursor
        ink = "cursor" if here else "plain"
        mark = text(scene.pen.signs.cursor if here else " ", "cursor")
        label = note.label
        if note.page == "consensus":
            label = f"{scene.pen.signs.differs} {label}"
        for row, line in enumerate(
            labelled(label, note.sentence, width - 5, _LABEL, ("faint", ink))
        ):
            spots.append(Spot(name, len(lines), 0, width))
            lines.append(join(" ", mark if row == 0 else " ", " ", line))
    return _Part(lines, spots)


def note_name(number: int) -> str:
    """Return the name by which the cursor knows a note."""
    return f"note {number}"


def _picture(scene: Scene, width: int, room: int) -> _Part:
    """Return the iceberg, where there is one, and the topics beside or below it."""
    icebergs, others = divided(scene.sitting)
    if not icebergs:
        return _topics_only(scene, others, width)
    iceberg = _marked(scene, iceberg_of(scene.sitting, icebergs[0], scene.say))
    count = len(iceberg.foundations)
    if width < _BESIDE or not others:
        rows = 2 if width >= _WIDE and room >= 2 * count + 6 else 1
        drawn = draw_iceberg(iceberg, width, rows, scene.pen)
        above = _Part(drawn.lines, _spots(drawn, 0, width))
        if not others:
            return above
        return _below(above, _topics_only(scene, others, width))
    wide = width >= _WIDE
    rows = 2 if wide and room >= 2 * count + 6 else 1
    gap = int(wide)
    right = _side_width(scene, others, gap, width)
    left = width - right - (3 if wide else 1)
    drawn = draw_iceberg(iceberg, left, rows, scene.pen)
    topics = draw_topics(_groups(scene, others, right, gap), right, gap, scene.pen)
    side = _Part(
        [*topics.lines, NOTHING, *_legend(scene, others, right, wide=wide)],
        _spots(topics, width - right, width),
    )
    return _beside(_Part(drawn.lines, _spots(drawn, 0, left)), side, width - right)


def _groups(
    scene: Scene, questionnaires: Sequence[QuestionnaireScore], width: int, gap: int
) -> tuple[TopicGroup, ...]:
    """Return the topics of these questionnaires; a title that does not fit becomes a count."""
    groups = []
    for each in questionnaires:
        levels = levels_shown(_scale(scene, each))
        room = width - len(levels) * (gap + 1) - 3
        count = scene.say.many("{count} topic", "{count} topics", len(each.topics))
        groups.append(
            TopicGroup(
                each.title if width_of(text(each.title)) <= room else count,
                levels,
                tuple(
                    TopicBar(
                        topic.id,
                        _title(scene, topic.id, topic.title),
                        topic.level,
                        topic.target,
                        topic.stands,
                    )
                    for topic in each.topics
                ),
            )
        )
    return tuple(groups)


def _title(scene: Scene, topic: str, title: str) -> str:
    """Return the title of a topic, with a sign before it where the team differs."""
    return f"{scene.pen.signs.differs} {title}" if differs_on(scene.sitting, topic) else title


def _marked(scene: Scene, iceberg: Iceberg) -> Iceberg:
    """Return an iceberg with a sign at the foundations about which the team differs."""
    return iceberg._replace(
        foundations=tuple(
            each._replace(title=_title(scene, each.topic, each.title))
            for each in iceberg.foundations
        )
    )


def _scale(scene: Scene, score: QuestionnaireScore) -> Questionnaire:
    """Return the questionnaire of a score."""
    return next(one for one in scene.sitting.questionnaires if one.id == score.id)


def levels_shown(questionnaire: Questionnaire) -> range:
    """Return the levels of which a bar has a square: a level 0 is nothing, and has none."""
    return range(max(1, questionnaire.first_level), questionnaire.last_level + 1)


def _side_width(scene: Scene, others: Sequence[QuestionnaireScore], gap: int, width: int) -> int:
    """Return the columns that the topics need beside the iceberg, up to a share of the width."""
    needed = 0
    for each in others:
        cells = len(levels_shown(_scale(scene, each))) * (gap + 1) - gap
        titles = [width_of(_title(scene, topic.id, topic.title)) for topic in each.topics]
        needed = max(needed, max(titles, default=0) + cells + 3)
    return max(26 + 14 * gap, min(needed, width * 2 // 5))


def _spots(drawing: Drawing, left: int, right: int) -> list[Spot]:
    return [
        Spot(topic, line, left, right) for topic, lines in drawing.places.items() for line in lines
    ]


def _topics_only(scene: Scene, others: Sequence[QuestionnaireScore], width: int) -> _Part:
    """Return the topics over the whole width, up to a width that the eye can follow."""
    room = min(width, 64) - 1
    drawn = draw_topics(_groups(scene, others, room, 1), room, 1, scene.pen)
    return _Part(
        [*drawn.lines, NOTHING, *_legend(scene, others, width, wide=True)], _spots(drawn, 0, width)
    )


def _legend(
    scene: Scene, others: Sequence[QuestionnaireScore], width: int, *, wide: bool
) -> list[Content]:
    """Say what the signs mean, and in a wide window what the levels are called and mean."""
    say, signs = scene.say, scene.pen.signs
    parts = [
        (signs.reached, "ice", say("level now")),
        (signs.to_target, "caution", say("to target")),
    ]
    if wide:
        parts += [(signs.beyond, "faint", say("beyond")), (signs.unanswered, "faint", say("open"))]
    entries = [join(text(sign, ink), " ", text(word, "faint")) for sign, ink, word in parts]
    lines = [join("  ", join("  ").join(entries[at : at + 2])) for at in range(0, len(entries), 2)]
    if not wide:
        return lines
    for each in others:
        scale = _scale(scene, each)
        if scale.level_names or scale.level_meanings:
            lines += [NOTHING, *_levels(scale, min(width, _MEASURE))]
    return lines


def _levels(questionnaire: Questionnaire, width: int) -> list[Content]:
    """Return the levels by name, with their meaning beside it, folded under itself."""
    lines: list[Content] = []
    for name, meaning in named_levels(questionnaire):
        said = f"{name}: {meaning}" if meaning else name
        folded = paragraph(said, width - 4, "faint")
        lines += [join("    " if row else "  ", line) for row, line in enumerate(folded)]
    return lines


def _below(above: _Part, under: _Part) -> _Part:
    """Put one part under another, with an empty line between."""
    start = len(above.lines) + 1
    moved = [spot._replace(line=spot.line + start) for spot in under.spots]
    return _Part([*above.lines, NOTHING, *under.lines], [*above.spots, *moved])


def _beside(left: _Part, right: _Part, start: int) -> _Part:
    """Put one part beside another, which begins at cell `start`."""
    lines = [
        join(fit(one or NOTHING, start), other or NOTHING)
        for one, other in zip_longest(left.lines, right.lines)
    ]
    return _Part(lines, [*left.spots, *right.spots])
