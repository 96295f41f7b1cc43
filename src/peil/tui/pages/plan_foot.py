"""Under the plan: why the action under the cursor stands there, and what it all brings."""

from textual.content import Content

from peil.plan.figures import short_figures
from peil.report.differing import differing_words
from peil.report.goal import goal_line
from peil.score.model import percent_down
from peil.text.languages import mark
from peil.tui.content import NOTHING, ends, fit, join, paragraph, shortened, text
from peil.tui.pages import outcome
from peil.tui.pages.plan_past import past_title, past_words
from peil.tui.pages.plan_sheet import LOOK, PlanScene, heading_name, parts_of
from peil.tui.widgets.curve import Course, draw_curve, draw_standing

SMALL, MIDDLE, TALL = 7, 11, 16
"""Heights of the part under the list, by how much room the page has."""
_NARROW = 58
"""Columns below which curve and foundations are told in one line."""
_MEASURE = 100
"""Columns beyond which running text gets hard to read."""

_ABOUT_SLOT = {
    "now": mark(
        "What to do in the coming four weeks: six actions at most, so that it stays doable."
    ),
    "next": mark("What begins within twelve weeks, after what comes now."),
    "later": mark("What comes after that. It moves up by itself when something is done."),
    "waiting": mark(
        "These wait for an answer, until you have found something out, or for what you dropped."
    ),
    "done": mark("What was done. Space makes an action open again."),
    "dropped": mark("What you decided not to do. k makes an action open again."),
}

_ABOUT_LOOKING = mark(
    "What you did changes no answer by itself. Look at the question again: where do you stand now?"
)


def foot_height(width: int, height: int) -> int:
    """Return how many lines the foot gets on a page of this size."""
    if height < 19 or width < _NARROW:
        return min(SMALL, max(0, height - 8))
    return MIDDLE if height < 28 else TALL


def plan_foot(scene: PlanScene, width: int, height: int, hangs_on: str = "") -> list[Content]:
    """Return the box of the action under the cursor, and below it what the plan brings.

    `hangs_on` is what `certainty` says, or empty while that is worked out; it stands there
    where a line is free.
    """
    if not scene.sitting.plan.actions or height < 2:
        return []
    course = course_of(scene)
    if height < MIDDLE:
        last = join(" ", _readiness(scene, course))
        if course.stands_in_week is not None:
            last = join(last, "   ", text(_carries(course.stands_in_week, scene), "good"))
        return [*_box(scene, width, height - 1), fit(last, width)]
    rows = 5 if height >= TALL else 3
    picture = _picture(scene, course, width, rows)
    room = height - len(picture) - (1 if height >= TALL else 0)
    box = _box(scene, width, room)
    certain = paragraph(hangs_on, min(width, _MEASURE) - 5, "faint") if hangs_on else []
    if len(certain) <= room - len(box):
        box += [join("   ", line) for line in certain]
    return [*box, *[NOTHING] * (height - len(box) - len(picture)), *picture]


def course_of(scene: PlanScene) -> Course:
    """Return what the plan brings over the weeks."""
    plan = scene.sitting.plan
    foundations = outcome.foundations_of(scene.sitting)
    return Course(
        plan.curve, plan.hours_per_week, plan.standing, len(foundations), plan.stands_in_week
    )


def _box(scene: PlanScene, width: int, height: int) -> list[Content]:
    """Return the heading and the sentences of the box, in at most `height` lines.

    Words give way before figures: effort and what it opens are always there.
    """
    title, words, figures = _said(scene)
    room = min(width, _MEASURE) - 5
    last = paragraph(figures, room, "faint") if figures else []
    last = shortened(last, min(2, max(1, height - 3)), room)
    first = shortened(paragraph(words, room), max(0, height - 2 - len(last)), room)
    lines = [*first, *last]
    head = [NOTHING, _head(scene, title, width)]
    return [*head, *(join("   ", line) for line in lines)][: max(0, height)]


def _head(scene: PlanScene, title: str, width: int) -> Content:
    """Return the heading of the box, and beside it how far one is with the goal of the period."""
    heading = join("   ", text(title, "title"))
    goal = text(goal_line(scene.sitting, scene.say), "good")
    return ends(heading, fit(goal, min(goal.cell_length, width - heading.cell_length - 2)), width)


def _said(scene: PlanScene) -> tuple[str, str, str]:
    """Return the heading of the box, its words, and its figures."""
    say, sitting = scene.say, scene.sitting
    if scene.cursor == LOOK:
        return say("WHAT THIS IS"), say(_ABOUT_LOOKING), ""
    for slot in parts_of(scene):
        if scene.cursor == heading_name(slot):
            return say("WHAT THIS IS"), say(_ABOUT_SLOT[slot]), ""
    if scene.cursor and any(action.key == scene.cursor for action in sitting.past):
        past = (past_title(sitting, scene.cursor, say), past_words(sitting, scene.cursor, say))
        return *past, ""
    actions = sitting.plan.actions
    action = sitting.plan.find(scene.cursor) or actions[0]
    code = scene.codes.get(action.key, "")
    title = (
        say("WHY {code} FIRST", code=code)
        if action is actions[0]
        else say("WHY {code} HERE", code=code)
    )
    why = sitting.reasons(say).reason(action)
    figures = short_figures(action, say)
    if why.opens:
        figures = f"{figures} {scene.signs.between} {why.opens}"
    differing = differing_words(sitting, action.question, say)
    if differing:
        return title, f"{scene.signs.differs} {differing} {why.words}", figures
    return title, why.words, figures


def _readiness(scene: PlanScene, course: Course) -> Content:
    """Return readiness now and at the end of the plan."""
    if not course.points:
        return NOTHING
    say = scene.say
    readiness = scene.sitting.scores.readiness
    exact = readiness.low == readiness.high
    name = say("READINESS") if exact else say("READINESS, AT LEAST")
    start = say("{percent} %", percent=percent_down(course.low_after(0)))
    end = say("{percent} %", percent=percent_down(course.low_in(course.weeks)))
    return join(
        "  ",
        text(name, "title"),
        "  ",
        text(start),
        " ",
        text(scene.signs.cursor, "faint"),
        " ",
        text(end, "strong"),
    )


def _carries(week: int, scene: PlanScene) -> str:
    return scene.say("the base carries: week {week}", week=week)


def _foundations(scene: PlanScene, course: Course, width: int) -> list[Content]:
    """Return how many foundations stand in which week, or why that is not known yet."""
    say = scene.say
    unsure = [
        topic
        for topic in outcome.foundations_of(scene.sitting)
        if topic.stands != "yes" and (topic.unknown or topic.answered < topic.asked)
    ]
    if unsure:
        why = say.many(
            "{count} foundation still has open questions; with their answers the weeks appear.",
            "{count} foundations still have open questions; with their answers the weeks appear.",
            len(unsure),
        )
        return paragraph(why, width - 2, "faint")
    lines = draw_standing(course, course.weeks, width, say, scene.signs)
    if course.stands_in_week is not None:
        lines.append(text(_carries(course.stands_in_week, scene), "good"))
    return lines


def _picture(scene: PlanScene, course: Course, width: int, rows: int) -> list[Content]:
    """Return the curve, with the foundations beside it where there are any."""
    if not course.points:
        return [NOTHING] * (rows + 2)
    say, signs, last = scene.say, scene.signs, course.weeks
    right = 0 if not course.foundations else 28 if width < 100 else 40
    left = min(width - right - 6, 76)
    curve = [
        join(" ", _readiness(scene, course)),
        *draw_curve(course, last, left, rows, say, signs),
    ]
    if not right:
        return [
            NOTHING,
            *(join("   ", line) if number else line for number, line in enumerate(curve)),
        ]
    beside = [text(say("FOUNDATIONS IN PLACE"), "title"), *_foundations(scene, course, right)]
    beside += [NOTHING] * (len(curve) - len(beside))
    return [
        join(fit(join("   " if number else "", line), left + 5), " ", other)
        for number, (line, other) in enumerate(zip(curve, beside, strict=False))
    ]
