"""The what-if page as lines: which actions are taken as done, in the parts of the plan."""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from textual.content import Content

from peil.plan.model import PlannedAction
from peil.report.titles import action_title, weeks_words
from peil.sitting import Sitting
from peil.sitting.view import WhatIf
from peil.text.languages import Words
from peil.tui.content import NOTHING, columns, ends, join, paragraph, text
from peil.tui.pages import outcome
from peil.tui.pages.plan_sheet import (
    SLOTS,
    actions_by_slot,
    heading_name,
    nothing_to_do,
    slot_of,
)
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

_WIDE: Final = 100
"""Columns from which each action also names its topic."""
_NARROW: Final = 70
"""Columns below which the week of each action is left to the headings."""


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


def _heading(scene: WhatIfScene, slot: str, actions: list[PlannedAction], width: int) -> Content:
    say, between = scene.say, scene.signs.between
    here = scene.cursor == heading_name(slot)
    chosen = sum(action.key in scene.what_if.done for action in actions)
    about = [weeks_words(actions, say)]
    if chosen:
        about.append(say.many("{count} chosen", "{count} chosen", chosen))
    if here:
        about.append(say("Enter folds") if slot in scene.unfolded else say("Enter unfolds"))
    left = [
        text(scene.signs.cursor if here else " ", "cursor"),
        text(" "),
        text(say(SLOTS[slot]), "cursor" if here else "title"),
        *(text(f" {between} {words}", "faint") for words in about if words),
    ]
    count = say.many("{count} action", "{count} actions", len(actions))
    effort = say.duration(sum(action.minutes for action in actions))
    return ends(join(*left), text(f"{count} {between} {effort}  ", "faint"), width)


def _row(scene: WhatIfScene, action: PlannedAction, width: int) -> Content:
    say = scene.say
    here, chosen = scene.cursor == action.key, action.key in scene.what_if.done
    topic = 24 if width >= _WIDE else 0
    weeks = 7 if width >= _NARROW else 1
    week = say("wk {week}", week=action.week) if action.week is not None else ""
    effort = f"{say.duration(action.minutes):>7}"
    cells = [
        (text(scene.signs.cursor if here else "", "cursor"), 2),
        (_mark(action, chosen=chosen), 4),
        (text(code_of(scene, action.key), "key"), 5),
        (
            text(action_title(scene.sitting, action), _ink(action, here=here)),
            width - 19 - topic - weeks,
        ),
        (NOTHING, 1),
    ]
    if topic:
        title = outcome.title_of(scene.sitting, action.topic) if action.topic else ""
        cells += [(text(title, "faint"), topic - 1), (NOTHING, 1)]
    cells += [
        (text(effort, "faint"), 7),
        (text(f"{week:>6}" if weeks > 1 else "", "faint"), weeks),
    ]
    return columns(cells)


def _mark(action: PlannedAction, *, chosen: bool) -> Content:
    """Return whether an action is taken as done; nothing for one that waits."""
    if action.waits:
        return NOTHING
    return text("[x]", "strong") if chosen else text("[ ]", "faint")


def _ink(action: PlannedAction, *, here: bool) -> str:
    if here:
        return "cursor"
    return "faint" if action.waits else "plain"
