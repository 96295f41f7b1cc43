"""What an edited list would change, as lines: what both changed, what it changes, what to know."""

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from textual.content import Content

from peil.report.edits import Changes, Edit
from peil.report.given import GOAL_NAMES
from peil.report.listed import all_listed, goal_code
from peil.report.readback import ReadBack
from peil.report.readback_text import conflict_line, edit_words, new_line, remark_lines
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.signs import Signs
from peil.tui.widgets.lines import Sheet, Spot

_INSET: Final = 5
"""Columns before what an action becomes: its code stands above."""
_BOTH: Final = mark(
    "Changed in Peil as well since the list was written. A cross takes what the list says; without "
    "one it stays as Peil has it."
)


class ReadBackScene(NamedTuple):
    """What the lines are drawn from."""

    sitting: Sitting
    found: ReadBack
    chosen: Collection[int]
    """The numbers of the conflicts in which the list is right."""
    cursor: str | None
    """Number of the conflict under the cursor."""
    say: Words
    signs: Signs


def readback_sheet(scene: ReadBackScene, width: int) -> Sheet:
    """Return all there is to read, with the conflicts as what can be chosen."""
    say = scene.say
    lines = paragraph(say("File: {file}", file=str(scene.found.path)), width, "faint")
    spots = list(_add_conflicts(scene, lines, width))
    lines.append(NOTHING)
    if scene.found.changes_nothing:
        lines += paragraph(say("The list changes nothing."), width)
    lines += _changes(scene, scene.found.changes, width)
    remarks = [*remark_lines(scene.found.changes.remarks, say)]
    if remarks:
        lines += [NOTHING, text(say("To know"), "deep")]
        for remark in remarks:
            lines += paragraph(remark, width, "faint")
    return Sheet(lines, spots, scene.cursor)


def _add_conflicts(scene: ReadBackScene, lines: list[Content], width: int) -> Iterator[Spot]:
    """Add what both sides changed, and return where each can be chosen."""
    conflicts = scene.found.changes.conflicts
    if conflicts:
        lines += [NOTHING, *paragraph(scene.say(_BOTH), width, "deep")]
    for number, conflict in enumerate(conflicts):
        name = str(number)
        here = name == scene.cursor
        box = "[x]" if number in scene.chosen else "[ ]"
        words = paragraph(
            conflict_line(conflict, scene.say), width - 6, "strong" if here else "plain"
        )
        for place, line in enumerate(words):
            yield Spot(name, len(lines), 0, width)
            caret = text(scene.signs.cursor if here and not place else " ", "cursor")
            lines.append(join(caret, " ", text("   " if place else box, "key"), " ", line))


def _changes(scene: ReadBackScene, changes: Changes, width: int) -> Iterator[Content]:
    """Return what changes, action by action."""
    names, code = _names(scene) if changes.edits else {}, ""
    for edit in changes.edits:
        if edit.code != code:
            code = edit.code
            yield from paragraph(f"{code}  {names.get(code, '')}", width, "strong")
        yield from _edit(scene, edit, width)
    for new in changes.new:
        yield from paragraph(new_line(new, scene.say), width, "strong")
        for edit in new.edits:
            yield from _edit(scene, edit, width)


def _names(scene: ReadBackScene) -> dict[str, str]:
    """Return the words of all actions and goals by code."""
    goals = {goal_code(goal): scene.say(name) for goal, name in GOAL_NAMES.items()}
    return {**goals, **{each.code: each.title for each in all_listed(scene.sitting).values()}}


def _edit(scene: ReadBackScene, edit: Edit, width: int) -> Iterator[Content]:
    for line in paragraph(edit_words(edit, scene.say), width - _INSET):
        yield join(" " * _INSET, line)
