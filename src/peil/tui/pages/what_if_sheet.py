"""The what-if page as lines: which actions are taken as done, in the parts of the plan."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from textual.content import Content

from peil.plan.model import PlannedAction
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.sitting.view import WhatIf
from peil.text.languages import Words
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.pages.plan_rows import Row, heading_row, row_of_cells
from peil.tui.pages.plan_sheet import (
    SLOTS,
    actions_by_slot,
    fold_words,
    heading_name,
    nothing_to_do,
    slot_of,
)
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot


class WhatIfScene(NamedTuple):
    """What the page is drawn from."""

    sitting: Sitting
    codes: Mapping[str, str]
    """Codes of the actions by key."""
    what_if: WhatIf
    """What the assessment would be with the chosen actions done."""
    say: Words
    signs: Signs
    cursor: str | None
    """Key of an action, or the name of a slot's heading."""
    unfolded: Collection[str]
    """The parts of the plan that show their actions."""


def what_if_sheet(scene: WhatIfScene, width: int) -> Sheet:
    """Return the plan as lines: what comes now open, the rest under headings that unfold."""
    parts = actions_by_slot(scene.sitting)
    if not parts:
        sentence = nothing_to_do(scene.sitting, scene.say)
        lines = [join("   ", line) for line in paragraph(sentence, min(width, 90) - 6)]
        return Sheet([NOTHING, *lines])
    lines, spots = [], []
    for slot, actions in parts.items():
        if has_heading(slot):
            spots.append(Spot(heading_name(slot), len(lines), 0, width))
            lines.append(_heading(scene, slot, actions, width))
        if not has_heading(slot) or slot in scene.unfolded:
            for action in actions:
                spots.append(Spot(action.key, len(lines), 0, width))
                lines.append(_row(scene, action, width))
    return Sheet(lines, spots, scene.cursor)


def has_heading(slot: str) -> bool:
    """Return whether a part of the plan folds; what comes now is always open."""
    return slot != "now"


def part_under(scene: WhatIfScene) -> str | None:
    """Return the part of the plan in which the cursor stands, where that part folds."""
    for slot in SLOTS:
        if has_heading(slot) and scene.cursor == heading_name(slot):
            return slot
    action = scene.sitting.plan.find(scene.cursor)
    return slot_of(action) if action and has_heading(slot_of(action)) else None


def codes_of(scene: WhatIfScene, keys: Collection[str]) -> str:
    """Return the codes of some actions as one phrase, in the order of the plan."""
    actions = scene.sitting.plan.actions
    return scene.say.listing([code_of(scene, each.key) for each in actions if each.key in keys])


def code_of(scene: WhatIfScene, key: str) -> str:
    """Return the code of an action; a dash where it has none yet."""
    return scene.codes.get(key, "–")


def _row_of(scene: WhatIfScene, name: str) -> Row:
    code = code_of(scene, name)
    return Row(scene.sitting, scene.say, scene.signs, code, here=scene.cursor == name)


def _heading(scene: WhatIfScene, slot: str, actions: list[PlannedAction], width: int) -> Content:
    """Return the heading of a part, with how many of its actions are chosen."""
    say, row = scene.say, _row_of(scene, heading_name(slot))
    chosen = sum(action.key in scene.what_if.done for action in actions)
    about = [say.many("{count} chosen", "{count} chosen", chosen)] if chosen else []
    if row.here:
        about.append(fold_words(say, unfolded=slot in scene.unfolded))
    return heading_row(row, say(SLOTS[slot]), actions, width, about)


def _row(scene: WhatIfScene, action: PlannedAction, width: int) -> Content:
    sign = _mark(action, chosen=action.key in scene.what_if.done)
    return row_of_cells(_row_of(scene, action.key), action, width, sign, _title)


def _title(row: Row, action: PlannedAction, _room: int) -> Content:
    ink = "cursor" if row.here else "faint" if action.waits else "plain"
    return text(action_title(row.sitting, action), ink)


def _mark(action: PlannedAction, *, chosen: bool) -> Content:
    """Return whether an action is taken as done; nothing for one that waits."""
    if action.waits:
        return NOTHING
    return text("[x]", "strong") if chosen else text("[ ]", "faint")
