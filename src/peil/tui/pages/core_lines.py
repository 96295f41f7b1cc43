"""The lines of the page after the core questions."""

from typing import Final, NamedTuple

from textual.content import Content
from textual.style import Style

from peil.report.goal_words import GOAL_WORDS, offered_goals
from peil.score import sentences
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, fit, join, labelled, paragraph, text, width_of
from peil.tui.pages import outcome
from peil.tui.pages.hanging import Hanging
from peil.tui.pages.picture import divided, iceberg_of
from peil.tui.signs import Signs
from peil.tui.widgets.iceberg import Pen, draw_iceberg
from peil.tui.widgets.lines import Sheet, Spot

OPEN_QUESTIONS: Final = "open questions"
"""The name of the line that leads to the questions that matter."""
TEAM: Final = "team"
"""The name of the line that leads to the session of a team."""
_LABEL: Final = 28
"""Columns of the labels of the two things to settle."""
_MEASURE: Final = 96
"""Columns beyond which running text gets hard to read."""


_HIGH: Final = 33
"""Lines of a page from which the iceberg is drawn as well."""


class CoreScene(NamedTuple):
    """What the page is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    water: Style
    """The ground under the waterline."""
    hanging: Hanging | None
    """What can still change; None while that is worked out."""
    typing: bool
    """Whether the cursor stands in the field of the hours."""
    height: int
    """Lines of the page: they decide whether there is room for air, and for the iceberg."""

    @property
    def airy(self) -> bool:
        """Whether there is room for empty lines."""
        return self.height >= 19


def above(scene: CoreScene, width: int) -> list[Content]:
    """Return what is known, down to the field for the hours."""
    sitting, say, signs = scene.sitting, scene.say, scene.signs
    room = min(width, _MEASURE) - 3
    air = [NOTHING] if scene.airy else []
    known = [
        (text(signs.stands, "good"), say("Already standing"), outcome.strengths(sitting, say)),
        (text(signs.cursor, "cursor"), say("First"), _first(scene)),
    ]
    tools = _tools(scene)
    if tools:
        ready = sitting.scores.readiness.verdict == "ready"
        mark_of_tools = text(signs.stands, "good") if ready else text(signs.falls_short, "caution")
        known.append((mark_of_tools, say("New tools"), tools))
    lines = [*air, *_indented(paragraph(_opening(scene), room - 3, "strong")), *air]
    for sign, label, sentence in known:
        for row, line in enumerate(labelled(label, sentence, room - 3, 18, ("title", "plain"))):
            lines.append(join("   ", sign if row == 0 else " ", "  ", line))
    asked = (
        say("Two more things, and your plan fits:")
        if offered_goals(sitting)
        else say("One more thing, and your plan fits:")
    )
    return [*lines, *air, *_indented(paragraph(asked, room - 3, "strong")), *air]


def hours_label(scene: CoreScene) -> Content:
    """Return the label before the field of the hours."""
    sign = scene.signs.cursor if scene.typing else " "
    ink = "cursor" if scene.typing else "plain"
    return fit(
        join("   ", text(sign, "cursor"), "  ", text(scene.say("Hours a week"), ink)), _LABEL
    )


def hours_hint(scene: CoreScene) -> Content:
    """Return what to think of when filling in the hours."""
    return join(" ", text(scene.say("count the busy weeks too"), "faint"))


def below(scene: CoreScene, width: int) -> Sheet:
    """Return the goals, and what the open questions can still do."""
    lines, spots = _goals(scene, width)
    if scene.airy:
        lines.append(NOTHING)
    for line in _indented(paragraph(open_sentence(scene), min(width, _MEASURE) - 6, "plain")):
        spots.append(Spot(OPEN_QUESTIONS, len(lines), 0, width))
        lines.append(line)
    together = _together(scene, width)
    if len(above(scene, width)) + 1 + len(lines) + len(together) <= scene.height:
        spots += [Spot(TEAM, len(lines) + row, 0, width) for row in range(len(together))]
        lines += together
    lines += _iceberg(scene, width)
    return Sheet(lines, spots)


def _together(scene: CoreScene, width: int) -> list[Content]:
    """Return how a team can decide this together; nothing for who works alone."""
    if scene.sitting.assessment.profile.people != "team":
        return []
    words = scene.say("Decide this together? v: everybody votes unseen, then your team talks.")
    told = _indented(paragraph(words, min(width, _MEASURE) - 6, "faint"))
    return [NOTHING, *told] if scene.airy else told


def _goals(scene: CoreScene, width: int) -> tuple[list[Content], list[Spot]]:
    """Return the goals to choose from, in two columns where both fit."""
    lines: list[Content] = []
    spots: list[Spot] = []
    offered = offered_goals(scene.sitting)
    if not offered:
        return lines, spots
    beside = width >= 76
    start = _LABEL if beside else 6
    sign = text(" " if scene.typing else scene.signs.cursor, "cursor")
    ink = "plain" if scene.typing else "cursor"
    label = join("   ", sign, "  ", text(scene.say("What must it bring?"), ink))
    most = text(scene.say("(at most three)"), "faint")
    labels = [label, join("      ", most)] if beside else [NOTHING, NOTHING]
    if not beside:
        lines.append(fit(join(label, "  ", most), width))
    goals = [_goal(scene, number, goal) for number, goal in enumerate(offered, 1)]
    half = -(-len(goals) // 2)
    column = max(map(width_of, goals[:half])) + 4
    two = start + column + max(map(width_of, goals[half:]), default=0) <= width
    rows = half if two else len(goals)
    for row in range(rows):
        lead = fit(labels[row] if row < len(labels) else NOTHING, start)
        spots.append(Spot(offered[row], len(lines), start, start + column - 1))
        line = join(lead, fit(goals[row], min(column, width - start)))
        if row + rows < len(goals):
            spots.append(Spot(offered[row + rows], len(lines), start + column, width))
            line = join(line, goals[row + rows])
        lines.append(line)
    return lines, spots


def _iceberg(scene: CoreScene, width: int) -> list[Content]:
    """Return the iceberg so far, where the window is high enough for it."""
    icebergs, _ = divided(scene.sitting)
    if scene.height < _HIGH or not icebergs:
        return []
    pen = Pen(scene.signs, scene.water)
    drawn = draw_iceberg(
        iceberg_of(scene.sitting, icebergs[0], scene.say), min(width - 8, 76), 1, pen
    )
    if scene.height < _HIGH - 13 + len(drawn.lines):
        return []
    return [NOTHING, *(join("     ", line) for line in drawn.lines)]


def open_sentence(scene: CoreScene) -> str:
    """Return how many open questions can still change something, and how long they take."""
    sitting, say = scene.sitting, scene.say
    states = sitting.walk.states
    unanswered = [name for name in states if states[name] == "unanswered"]
    if not unanswered:
        return say("All questions are answered.")
    if scene.hanging is None:
        return say.many(
            "The other {count} question: working out whether it can still change something …",
            "The other {count} questions: working out which can still change something …",
            len(unanswered),
        )
    matter = [name for name in unanswered if name in scene.hanging.influence.top_three]
    rest = [name for name in unanswered if name not in matter]
    if matter:
        change = say.many(
            "{count} open question can still change your first three actions ({minutes} min).",
            "{count} open questions can still change your first three actions ({minutes} min).",
            len(matter),
            minutes=sitting.walk.minutes(matter),
        )
    else:
        change = say("No open question can change your first three actions any more.")
    if not rest:
        return change
    sharpen = say.many(
        "{count} other makes the picture sharper ({minutes} min); it may wait until next week.",
        "{count} others make the picture sharper ({minutes} min); they may wait until next week.",
        len(rest),
        minutes=sitting.walk.minutes(rest),
    )
    return f"{change} {sharpen}"


def _opening(scene: CoreScene) -> str:
    sitting, say = scene.sitting, scene.say
    if sitting.walk.core_done:
        return say("You are through the core. This is what we know now:")
    if not outcome.has_answers(sitting):
        return say("Nothing is answered yet: the core questions come first.")
    return say("You are on your way through the core. This is what we know so far:")


def _first(scene: CoreScene) -> str:
    first = outcome.first_topics(scene.sitting)
    if first:
        return scene.say.listing([outcome.title_of(scene.sitting, topic) for topic in first])
    if not outcome.has_answers(scene.sitting):
        return scene.say("the questions")
    return scene.say("nothing: what is answered stands at its target")


def _tools(scene: CoreScene) -> str:
    """Return whether new tools make sense; empty without a base."""
    plan, scores = scene.sitting.plan, scene.sitting.scores
    if not outcome.has_answers(scene.sitting):
        return ""
    if scores.complete:
        return sentences.tools_words(scores, plan.stands_in_week, plan.hours_per_week, scene.say)
    return sentences.tools_words_at_core(scores, scene.say)


def _goal(scene: CoreScene, number: int, goal: str) -> Content:
    chosen = goal in scene.sitting.assessment.profile.goals
    ink = "chosen" if chosen else "plain"
    box = "[x]" if chosen else "[ ]"
    return join(
        text(str(number), "key"),
        " ",
        text(box, "cursor" if chosen else "faint"),
        " ",
        text(scene.say(GOAL_WORDS[goal]), ink),
    )


def _indented(lines: list[Content]) -> list[Content]:
    return [join("   ", line) for line in lines]
