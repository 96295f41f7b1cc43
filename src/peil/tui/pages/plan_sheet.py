"""The plan as lines: now, next, later and what waits, each with its actions; then what is past."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from peil.plan.model import PlannedAction
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.pages import outcome
from peil.tui.pages.plan_rows import Row, action_row, heading_row, look_row
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

if TYPE_CHECKING:
    from textual.content import Content

SLOTS: Final = {
    "now": mark("NOW"),
    "next": mark("NEXT"),
    "later": mark("LATER"),
    "waiting": mark("WAITING"),
}
"""The parts of the plan in order; the last has no weeks."""
PAST: Final = {"done": mark("DONE"), "dropped": mark("DROPPED")}
"""The parts behind the plan: what is not to be done any more."""
LOOK: Final = "look again"
"""The line that leads to the questions of finished actions, by which the cursor knows it."""
_SHORTEST_PREVIEW = 4
"""Lines that must be free before the beginning of what comes next is shown."""


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
    past_shown: bool = False
    """Whether what was done or dropped is shown as well."""
    discreet: bool = False
    """Whether it is drawn before a room: without who does what."""


def heading_name(slot: str) -> str:
    """Return the name by which the cursor knows the heading of a slot."""
    return f"slot {slot}"


def slot_of(action: PlannedAction) -> str:
    """Return the part of the plan in which an action stands."""
    return action.slot or "waiting"


def actions_by_slot(sitting: Sitting) -> dict[str, list[PlannedAction]]:
    """Return the actions of each part of the plan that has any, in order."""
    parts: dict[str, list[PlannedAction]] = {
        slot: [action for action in sitting.plan.actions if slot_of(action) == slot]
        for slot in SLOTS
    }
    return {slot: actions for slot, actions in parts.items() if actions}


def parts_of(scene: PlanScene) -> dict[str, list[PlannedAction]]:
    """Return the actions of each part that has any, in order, also of the past if that is shown."""
    sitting, parts = scene.sitting, actions_by_slot(scene.sitting)
    if scene.past_shown:
        for status in PAST:
            parts[status] = [
                action for action in sitting.past if sitting.action_status(action.key) == status
            ]
    return {slot: actions for slot, actions in parts.items() if actions}


def is_unfolded(scene: PlanScene, slot: str) -> bool:
    """Return whether a part shows all its actions.

    As the reader left it; before that what comes now does, and any part of the plan that is
    the only one.
    """
    if slot in scene.unfolded:
        return scene.unfolded[slot]
    return slot == "now" or (slot in SLOTS and len(parts_of(scene)) == 1)


def shown_actions(scene: PlanScene, height: int) -> dict[str, list[PlannedAction]]:
    """Return the actions shown in each part.

    In a high window the beginning of what comes next fills the room that is left.
    """
    parts = parts_of(scene)
    shown = {slot: actions if is_unfolded(scene, slot) else [] for slot, actions in parts.items()}
    room = height - len(parts) - sum(map(len, shown.values())) - bool(scene.sitting.to_look_at)
    if "next" in parts and "next" not in scene.unfolded and not shown["next"]:
        coming = parts["next"]
        if len(coming) <= room:
            shown["next"] = coming
        elif room >= _SHORTEST_PREVIEW:
            shown["next"] = coming[: room - 1]
    return shown


def shown_names(scene: PlanScene, height: int) -> list[str]:
    """Return what the cursor can stand on, in order: headings, and the actions that are shown."""
    names = [LOOK] if scene.sitting.to_look_at else []
    for slot, actions in shown_actions(scene, height).items():
        names += (heading_name(slot), *(action.key for action in actions))
    return names


def nearest_name(names: Sequence[str], cursor: str | None, before: Sequence[str]) -> str | None:
    """Return the cursor, or what followed it `before`, whichever is still among `names`.

    At the end of the list it is what stood above it; None where nothing is left.
    """
    if cursor in names or cursor not in before:
        return cursor if cursor in names else None
    place = before.index(cursor)
    after = [*before[place:], *reversed(before[:place])]
    return next((name for name in after if name in names), None)


def plan_sheet(scene: PlanScene, width: int, height: int) -> Sheet:
    """Return the parts of the plan as lines; `height` decides how much shows at first."""
    lines: list[Content] = []
    spots: list[Spot] = []
    if scene.sitting.to_look_at:
        spots.append(Spot(LOOK, 0, 0, width))
        lines.append(look_row(_row_of(scene, LOOK), width))
    if not scene.sitting.plan.actions:
        sentence = nothing_to_do(scene.sitting, scene.say)
        told = paragraph(sentence, min(width, 90) - 6)
        lines += [NOTHING, *(join("   ", line) for line in told), NOTHING]
    shown = shown_actions(scene, height)
    for slot, actions in parts_of(scene).items():
        name = heading_name(slot)
        spots.append(Spot(name, len(lines), 0, width))
        lines.append(
            heading_row(
                _row_of(scene, name),
                scene.say({**SLOTS, **PAST}[slot]),
                actions,
                width,
                [fold_words(scene.say, unfolded=shown[slot] == actions)]
                if scene.cursor == name
                else (),
            )
        )
        for action in shown[slot]:
            spots.append(Spot(action.key, len(lines), 0, width))
            lines.append(action_row(_row_of(scene, action.key), action, width))
        more = len(actions) - len(shown[slot])
        if shown[slot] and more:
            words = scene.say("… and {count} more", count=more)
            spots.append(Spot(name, len(lines), 0, width))
            lines.append(join(" " * 6, text(words, "faint")))
    return Sheet(lines, spots, scene.cursor)


def fold_words(say: Words, *, unfolded: bool) -> str:
    """Return what Enter does to a part under the cursor."""
    return say("Enter folds") if unfolded else say("Enter unfolds")


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


def _row_of(scene: PlanScene, name: str) -> Row:
    return Row(
        scene.sitting,
        scene.say,
        scene.signs,
        scene.codes.get(name, "–"),
        here=scene.cursor == name,
        discreet=scene.discreet,
    )
