"""The lines of the page after the core questions."""

from typing import Final, NamedTuple

from textual.content import Content

from peil.questionnaire.model import GOALS
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, fit, join, labelled, paragraph, text, width_of
from peil.tui.pages import outcome
from peil.tui.pages.hanging import Hanging
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

GOAL_WORDS: Final = {
    "visibility": mark("become better known"),
    "relations": mark("relations"),
    "recruiting": mark("find staff"),
    "knowledge": mark("share knowledge"),
    "service": mark("service"),
    "advertising": mark("advertise"),
    "sales": mark("sell more"),
}
"""The goals in words, by id."""
OPEN_QUESTIONS: Final = "open questions"
"""The name of the line that leads to the questions that matter."""
_LABEL: Final = 27
"""Columns of the labels of the two things to settle."""
_MEASURE: Final = 96
"""Columns beyond which running text gets hard to read."""


class CoreScene(NamedTuple):
    """What the page is drawn from."""

    sitting: Sitting
    say: Words
    signs: Signs
    hanging: Hanging | None
    """What can still change; None while that is worked out."""
    typing: bool
    """Whether the cursor stands in the field of the hours."""
    airy: bool
    """Whether there is room for empty lines."""


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
        sign = signs.stands if sitting.scores.readiness.verdict == "ready" else signs.falls_short
        known.append((text(sign, "caution"), say("New tools"), tools))
    lines = [*air, *_indented(paragraph(_opening(scene), room - 3, "strong")), *air]
    for sign, label, sentence in known:
        for row, line in enumerate(labelled(label, sentence, room - 3, 20, ("title", "plain"))):
            lines.append(join("   ", sign if row == 0 else " ", "  ", line))
    asked = say("Two more things, and your plan fits:")
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
    return join("  ", text(scene.say("count the busy weeks too"), "faint"))


def below(scene: CoreScene, width: int) -> Sheet:
    """Return the goals, and what the open questions can still do."""
    lines: list[Content] = []
    spots: list[Spot] = []
    beside = width >= 76
    start = _LABEL if beside else 6
    sign = text(" " if scene.typing else scene.signs.cursor, "cursor")
    ink = "plain" if scene.typing else "cursor"
    label = join("   ", sign, "  ", text(scene.say("What must it bring?"), ink))
    most = text(scene.say("(at most three)"), "faint")
    labels = [label, join("      ", most)] if beside else [NOTHING, NOTHING]
    if not beside:
        lines.append(join(label, "  ", most))
    goals = [_goal(scene, number) for number in range(1, len(GOALS) + 1)]
    rows = -(-len(goals) // 2)
    column = max(map(width_of, goals)) + 4
    for row in range(rows):
        lead = fit(labels[row] if row < len(labels) else NOTHING, start)
        spots.append(Spot(GOALS[row], len(lines), start, start + column - 1))
        line = join(lead, fit(goals[row], column))
        if row + rows < len(goals):
            spots.append(Spot(GOALS[row + rows], len(lines), start + column, width))
            line = join(line, goals[row + rows])
        lines.append(line)
    if scene.airy:
        lines.append(NOTHING)
    for line in _indented(paragraph(open_sentence(scene), min(width, _MEASURE) - 6, "plain")):
        spots.append(Spot(OPEN_QUESTIONS, len(lines), 0, width))
        lines.append(line)
    return Sheet(lines, spots)


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
    sentences = []
    if matter:
        sentences.append(
            say.many(
                "{count} open question can still change your first three actions ({minutes} min).",
                "{count} open questions can still change your first three actions ({minutes} min).",
                len(matter),
                minutes=sitting.walk.minutes(matter),
            )
        )
    else:
        sentences.append(say("No open question can change your first three actions any more."))
    if rest:
        sentences.append(
            say.many(
                "{count} other makes the picture sharper ({minutes} min) and may wait until next week.",
                "{count} others make the picture sharper ({minutes} min) and may wait until next week.",
                len(rest),
                minutes=sitting.walk.minutes(rest),
            )
        )
    return " ".join(sentences)


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
        return scene.say.listing(first)
    if not outcome.has_answers(scene.sitting):
        return scene.say("the questions")
    return scene.say("nothing: what is answered stands at its target")


def _tools(scene: CoreScene) -> str:
    """Return whether new tools make sense, and whether that can still change."""
    words = outcome.tools_words(scene.sitting, scene.say)
    if not words or scene.hanging is None or scene.hanging.complete:
        return words
    count = len(scene.hanging.influence.verdict)
    if not count:
        return scene.say("{words}; no single open question changes that", words=words)
    return scene.say.many(
        "{words}; {count} open question can still change that",
        "{words}; {count} open questions can still change that",
        count,
        words=words,
    )


def _goal(scene: CoreScene, number: int) -> Content:
    goal = GOALS[number - 1]
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
