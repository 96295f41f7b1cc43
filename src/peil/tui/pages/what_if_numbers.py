"""Under the what-if list: now and then side by side, what opens, and the new top three."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from peil.report.titles import named_action
from peil.report.what_if_text import (
    TOP,
    carries_then,
    carries_words,
    first_then,
    readiness_words,
    standing_now,
)
from peil.score.model import TopicScore
from peil.sitting.view import View
from peil.tui.content import NOTHING, columns, fit, join, text, width_of
from peil.tui.pages import outcome
from peil.tui.pages.what_if_sheet import WhatIfScene, code_of
from peil.tui.widgets.curve import Course, draw_curve
from peil.tui.widgets.iceberg import filled_cells, standing_sign

TABLE: Final = 6
"""Lines of the table: its heading, and five figures."""
_SMALL, _MIDDLE, _TALL = TABLE + 2, TABLE + 2 + TOP, TABLE + 4 + TOP
"""Heights of the numbers, by how much room the page has."""
_WHOLE: Final = 80
"""Columns of the table in full; from there on it says in words whether a topic stands."""
_CURVE_BESIDE: Final = 104
"""Columns from which the curve stands beside the table."""
_CURVE_BELOW: Final = 38
"""Lines of a page from which the curve stands below everything where it fits nowhere else."""
_CURVE_ROWS: Final = TABLE - 3


def numbers_height(width: int, height: int) -> int:
    """Return how many lines the numbers get on a page of this size."""
    if height < 19:
        return min(_SMALL, max(0, height - 5))
    if height < 28:
        return _MIDDLE
    below = height >= _CURVE_BELOW and width < _CURVE_BESIDE
    return _TALL + (TABLE + 1 if below else 0)


def numbers(scene: WhatIfScene, width: int, height: int) -> list[Content]:
    """Return now and then, what can be begun then, and what comes first then."""
    if not scene.sitting.plan.actions or height < _SMALL:
        return _table(scene, min(width, _WHOLE))[:height] if scene.sitting.plan.actions else []
    table, curve = _table(scene, min(width, _WHOLE)), []
    if width >= _CURVE_BESIDE:
        drawn = _curve(scene, min(width - _WHOLE - 2, 60))
        table = [join(one, " ", other) for one, other in zip(table, drawn, strict=False)]
    elif height > _TALL:
        curve = [NOTHING, *_curve(scene, min(width - 4, 76))]
    if height < _MIDDLE:
        return [*table, *_coming_short(scene, width)][:height]
    air = [NOTHING] if height >= _TALL else []
    return [NOTHING, *table, *air, *_coming(scene, width), *curve][:height]


# Now and then


def _is_narrow(width: int) -> bool:
    return width < _WHOLE


def _label_width(width: int) -> int:
    return 23 if _is_narrow(width) else 28


def _column_width(width: int) -> int:
    return (width + 1 - _label_width(width)) // 2 if _is_narrow(width) else 26


def _table(scene: WhatIfScene, width: int) -> list[Content]:
    """Return what is so now, and what would be so then, in two columns of `TABLE` lines."""
    say, now, then = scene.say, scene.sitting, scene.what_if.view
    lines = [
        _line("", text(say("NOW"), "title"), text(say("THEN"), "title"), width),
        _line(_readiness_label(now, scene), *_readiness(scene, width), width),
    ]
    if outcome.foundations_of(now):
        lines.append(_line(say("Foundations in place"), *_foundations(scene, width), width))
    lines += _topic(scene, width)
    if outcome.tools_words(now, say):
        carries = carries_words(now, say), carries_then(now, scene.what_if, say)
        tools = outcome.tools_words(now, say), outcome.tools_words(then, say)
        lines += [
            _line(say("The base carries"), *_compared(*carries), width),
            _line(say("New tools"), *_compared(*tools), width),
        ]
    return [*lines, *[NOTHING] * (TABLE - len(lines))]


def _line(label: str, now: Content, then: Content, width: int) -> Content:
    cells = _column_width(width)
    return columns(
        [
            (NOTHING, 2),
            (text(label, "faint"), _label_width(width) - 3),
            (NOTHING, 1),
            (now, cells - 1),
            (NOTHING, 1),
            (then, width - _label_width(width) - cells),
        ]
    )


def _compared(now: str, then: str) -> tuple[Content, Content]:
    """Return two words for the table; what differs is set off."""
    return text(now, "plain"), text(then, "plain" if now == then else "strong")


def _readiness_label(view: View, scene: WhatIfScene) -> str:
    """Return what the figure is called: it says what it rests on."""
    match view.scores.basis:
        case "all" | "nothing":
            return scene.say("Readiness")
        case "core":
            return scene.say("Readiness (core)")
        case _:
            return scene.say("Readiness so far")


def _readiness(scene: WhatIfScene, width: int) -> tuple[Content, Content]:
    """Return readiness as a figure and a bar, and by how much it rises."""
    now, then = scene.sitting, scene.what_if.view
    rise = (then.scores.readiness.score or 0.0) - (now.scores.readiness.score or 0.0)
    return (
        _bar(readiness_words(now, scene.say), now.scores.readiness.score, scene, width),
        join(
            _bar(readiness_words(then, scene.say), then.scores.readiness.score, scene, width),
            _rise(scene.say.number(rise * 100)),
        ),
    )


def _foundations(scene: WhatIfScene, width: int) -> tuple[Content, Content]:
    """Return how many foundations stand, as a count and a bar, and how many more then."""
    now, then = scene.sitting, scene.what_if.view
    before, after = standing_now(now), standing_now(then)
    return (
        _bar(str(before), before / len(outcome.foundations_of(now)), scene, width),
        join(
            _bar(str(after), after / max(1, len(outcome.foundations_of(then))), scene, width),
            _rise(str(after - before)),
        ),
    )


def _bar(words: str, share: float | None, scene: WhatIfScene, width: int) -> Content:
    if share is None:
        return text(words)
    cells = 6 if _is_narrow(width) else 10
    filled = filled_cells(share, cells)
    return join(
        fit(text(words, "strong"), 6),
        text(scene.signs.filled * filled, "ice"),
        text(scene.signs.empty * (cells - filled), "empty"),
    )


def _rise(by: str) -> Content:
    """Return by how much a figure rises, or falls, as it is printed; nothing for nothing."""
    if by in ("0", "-0"):
        return NOTHING
    return text(f" {by}", "caution") if by.startswith("-") else text(f" +{by}", "good")


def _topic(scene: WhatIfScene, width: int) -> list[Content]:
    """Return how the topic of the action under the cursor stands; nothing without one."""
    action = scene.sitting.plan.find(scene.cursor)
    if action is None or not action.topic:
        return [_line("", NOTHING, NOTHING, width)]
    now, then = (view.scores.topic(action.topic) for view in (scene.sitting, scene.what_if.view))
    return [_line(now.title, _standing(now, scene, width), _standing(then, scene, width), width)]


def _standing(topic: TopicScore, scene: WhatIfScene, width: int) -> Content:
    """Return a topic's level, and whether it stands: at its target, where nothing is a gate."""
    say = scene.say
    if topic.level is None:
        return text(say("still open"), "faint")
    stands = topic.stands or ("yes" if topic.level >= topic.target else "no")
    level = say("level {level}", level=topic.level)
    if _is_narrow(width):
        return join(standing_sign(stands, scene.signs), " ", text(level))
    words = {"yes": say("stands"), "no": say("not yet"), "open": say("still open")}[stands]
    return join(standing_sign(stands, scene.signs), " ", text(words), text(f", {level}", "faint"))


# The curve


def _curve(scene: WhatIfScene, width: int) -> list[Content]:
    """Return the readiness curve of what is left to do then, `TABLE` lines high."""
    plan, say = scene.what_if.view.plan, scene.say
    if not plan.curve or not plan.actions:
        return [NOTHING] * TABLE
    foundations = len(outcome.foundations_of(scene.what_if.view))
    course = Course(
        plan.curve, plan.hours_per_week, plan.standing, foundations, plan.stands_in_week
    )
    drawn = draw_curve(course, course.weeks, width, _CURVE_ROWS, say, scene.signs)
    return [text(say("READINESS AFTER THAT"), "title"), *drawn]


# What opens, and what comes first


def _coming(scene: WhatIfScene, width: int) -> list[Content]:
    """Return what can be begun then, and the first three actions, one a line."""
    say = scene.say
    first = _named(scene, first_then(scene.what_if.view))
    lines = [_labelled(say("Opens"), _opened(scene, width - _INDENT), width)]
    labels = [say("First then"), *[""] * TOP]
    lines += [_labelled(label, each, width) for label, each in zip(labels, first, strict=False)]
    if not first:
        lines.append(_labelled(say("First then"), say("nothing is left to do"), width))
    return [*lines, *[NOTHING] * (1 + TOP - len(lines))]


def _coming_short(scene: WhatIfScene, width: int) -> list[Content]:
    """Return the same in two lines, the first three with as many words as fit."""
    say = scene.say
    first = _named(scene, first_then(scene.what_if.view))
    room = (width - _INDENT) // max(1, len(first)) - 3
    words = f" {scene.signs.between} ".join(fit(text(each), room).plain.rstrip() for each in first)
    return [
        _labelled(say("Opens"), _opened(scene, width - _INDENT), width),
        _labelled(say("First then"), words or say("nothing is left to do"), width),
    ]


_INDENT: Final = 15
"""Columns before the words of what is coming."""


def _labelled(label: str, words: str, width: int) -> Content:
    return columns(
        [(NOTHING, 2), (text(label, "faint"), _INDENT - 2), (text(words), width - _INDENT)]
    )


def _opened(scene: WhatIfScene, room: int) -> str:
    """Return what can be begun then: by name where that fits, else by code."""
    say, opened = scene.say, scene.what_if.opened
    if not opened:
        return say("nothing new")
    between = f" {scene.signs.between} "
    named = _named(scene, opened)
    whole = between.join(named)
    if len(opened) == 1 or width_of(whole) <= room:
        return whole
    codes = [code_of(scene, key) for key in opened]
    most = max(1, (room - 12) // 5)
    if len(codes) > most:
        codes = [*codes[:most], say.many("{count} more", "{count} more", len(codes) - most)]
    return ", ".join(codes)


def _named(scene: WhatIfScene, keys: Sequence[str]) -> list[str]:
    """Return actions of the later plan by code and words."""
    return [named_action(scene.what_if.view, key) for key in keys]
