"""The plan as lines: now, next, later and what waits, each with its actions."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from textual.content import Content

from peil.plan.model import PlannedAction
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, columns, ends, join, paragraph, text
from peil.tui.pages import outcome
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

SLOTS: Final = {
    "now": mark("NOW"),
    "next": mark("NEXT"),
    "later": mark("LATER"),
    "waiting": mark("WAITING FOR AN ANSWER"),
}
"""The parts of the plan in order; the last has no weeks."""
_SHORTEST_PREVIEW = 4
"""Lines that must be free before the beginning of what comes next is shown."""
_WIDE = 100
"""Columns from which each action also names its topic."""
_NARROW = 70
"""Columns below which the week of each action is left to the headings."""


class PlanScene(NamedTuple):
    """What the plan is drawn from."""

    sitting: Sitting
    codes: Mapping[str, str]
    """Codes of the actions by key."""
    say: Words
    signs: Signs
    cursor: str | None
    """Key of an action, or the name of a slot's heading."""
    unfolded: Mapping[str, bool]
    """What the reader folded or unfolded, by slot."""


def heading_name(slot: str) -> str:
    """Return the name by which the cursor knows the heading of a slot."""
    return f"slot {slot}"


def slot_of(action: PlannedAction) -> str:
    """Return the part of the plan in which an action stands."""
    return action.slot or "waiting"


def actions_by_slot(sitting: Sitting) -> dict[str, list[PlannedAction]]:
    """Return the actions of each part that has any, in order."""
    parts: dict[str, list[PlannedAction]] = {
        slot: [action for action in sitting.plan.actions if slot_of(action) == slot]
        for slot in SLOTS
    }
    return {slot: actions for slot, actions in parts.items() if actions}


def is_unfolded(scene: PlanScene, slot: str) -> bool:
    """Return whether a part shows all its actions.

    As the reader left it; before that what comes now does, and any part that is the
    only one.
    """
    if slot in scene.unfolded:
        return scene.unfolded[slot]
    return slot == "now" or len(actions_by_slot(scene.sitting)) == 1


def shown_actions(scene: PlanScene, height: int) -> dict[str, list[PlannedAction]]:
    """Return the actions shown in each part.

    In a high window the beginning of what comes next fills the room that is left.
    """
    parts = actions_by_slot(scene.sitting)
    shown = {slot: actions if is_unfolded(scene, slot) else [] for slot, actions in parts.items()}
    room = height - len(parts) - sum(map(len, shown.values()))
    if "next" in parts and "next" not in scene.unfolded and not shown["next"]:
        coming = parts["next"]
        if len(coming) <= room:
            shown["next"] = coming
        elif room >= _SHORTEST_PREVIEW:
            shown["next"] = coming[: room - 1]
    return shown


def plan_sheet(scene: PlanScene, width: int, height: int) -> Sheet:
    """Return the parts of the plan as lines; `height` decides how much shows at first."""
    parts = actions_by_slot(scene.sitting)
    if not parts:
        sentence = nothing_to_do(scene.sitting, scene.say)
        lines = [join("   ", line) for line in paragraph(sentence, min(width, 90) - 6)]
        return Sheet([NOTHING, *lines])
    shown = shown_actions(scene, height)
    lines, spots = [], []
    for slot, actions in parts.items():
        spots.append(Spot(heading_name(slot), len(lines), 0, width))
        lines.append(_heading(scene, slot, actions, width, unfolded=shown[slot] == actions))
        for action in shown[slot]:
            spots.append(Spot(action.key, len(lines), 0, width))
            lines.append(_row(scene, action, width))
        more = len(actions) - len(shown[slot])
        if shown[slot] and more:
            words = scene.say("… and {count} more", count=more)
            spots.append(Spot(heading_name(slot), len(lines), 0, width))
            lines.append(join(" " * 6, text(words, "faint")))
    return Sheet(lines, spots, scene.cursor)


def nothing_to_do(sitting: Sitting, say: Words) -> str:
    """Return why there is no action, and what to do instead."""
    if not outcome.has_answers(sitting):
        return say(
            "There is no plan yet, because nothing is answered. "
            "Press Enter to begin with the first question."
        )
    if sitting.scores.complete:
        return say(
            "There is nothing to do: everything stands at its target. "
            "Answer the questions again in three months, to see whether it stays so."
        )
    return say(
        "There is nothing to do yet: what is answered stands at its target. "
        "Press Enter to go on with the questions that are still open."
    )


def weeks_words(actions: list[PlannedAction], say: Words) -> str:
    """Return the weeks in which these actions begin; empty when they have none."""
    weeks = [action.week for action in actions if action.week is not None]
    if not weeks:
        return ""
    first, last = min(weeks), max(weeks)
    if first == last:
        return say("week {week}", week=first)
    return say("weeks {first}–{last}", first=first, last=last)


def _heading(
    scene: PlanScene, slot: str, actions: list[PlannedAction], width: int, *, unfolded: bool
) -> Content:
    say = scene.say
    here = scene.cursor == heading_name(slot)
    weeks = weeks_words(actions, say)
    count = say.many("{count} action", "{count} actions", len(actions))
    effort = say.duration(sum(action.minutes for action in actions))
    title = say(SLOTS[slot])
    left = [
        text(scene.signs.cursor if here else " ", "cursor"),
        text(" "),
        text(title, "cursor" if here else "title"),
    ]
    if weeks:
        left.append(text(f" {scene.signs.between} {weeks}", "faint"))
    if here:
        fold = say("Enter folds") if unfolded else say("Enter unfolds")
        left.append(text(f" {scene.signs.between} {fold}", "faint"))
    right = text(f"{count} {scene.signs.between} {effort}  ", "faint")
    return ends(join(*left), right, width)


def _row(scene: PlanScene, action: PlannedAction, width: int) -> Content:
    say = scene.say
    here = scene.cursor == action.key
    ink = "cursor" if here else "plain"
    topic = 24 if width >= _WIDE else 0
    weeks = 7 if width >= _NARROW else 1
    week = say("wk {week}", week=action.week) if action.week is not None else ""
    effort = say.duration(action.minutes)
    title = text(action_title(scene.sitting, action), ink)
    cells = [
        (text(scene.signs.cursor if here else "", "cursor"), 2),
        (text("[ ]", "faint"), 4),
        (text(scene.codes.get(action.key, "–"), "key"), 5),
        (title, width - 19 - topic - weeks),
        (NOTHING, 1),
    ]
    if topic:
        cells += [
            (text(outcome.title_of(scene.sitting, action.topic), "faint"), topic - 1),
            (NOTHING, 1),
        ]
    cells += [
        (text(f"{effort:>7}", "faint"), 7),
        (text(f"{week:>6}" if weeks > 1 else "", "faint"), weeks),
    ]
    return columns(cells)
