"""Taking over what an edited list changes: one change, after the file as it was is kept."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from peil.assessment.model import Smart
from peil.report.edits import Edit
from peil.report.listed import goal_of
from peil.report.readback import ReadBack
from peil.report.sayings import SMART
from peil.sitting import Sitting
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.assessment.model import ActionStatus


def take_over(sitting: Sitting, found: ReadBack, from_list: Collection[int] = ()) -> None:
    """Do what a list changes, as one change, after the file as it is was kept.

    Of the conflicts, those with a number in `from_list` (from 0) become as the list has
    them; the others stay as Peil has them. PeilError where nothing could be changed.
    """
    if sitting.file is None:
        raise sitting.refusal()
    changes = found.changes
    chosen = [changes.conflicts[number].edit for number in sorted(from_list)]
    if not changes.edits and not changes.new and not chosen:
        _note(sitting, found)
        return
    sitting.file.keep_before("readback")
    with sitting.all_or_nothing(mark("what was read back from the list")):
        _do(sitting, [*changes.edits, *chosen])
        for each in changes.new:
            code = sitting.add_action(each.title, minutes=each.minutes)
            _do(sitting, [edit._replace(code=code) for edit in each.edits])
        _note(sitting, found)


def _note(sitting: Sitting, found: ReadBack) -> None:
    """Remember the list as it was read, so that only later edits count as edits."""
    if found.export:
        changes = found.changes
        sitting.note_list_read(found.export, changes.state, changes.goals)
        sitting.note_list_file(found.export, str(found.path), found.digest)


def _do(sitting: Sitting, edits: Sequence[Edit]) -> None:
    """Change the fields; the five of one action or goal together."""
    smart: dict[str, dict[str, str]] = {}
    for edit in edits:
        if edit.field in SMART:
            smart.setdefault(edit.code, {})[edit.field] = edit.value.text
        else:
            _do_one(sitting, edit)
    for code, texts in smart.items():
        if code[0] == "G":
            goal = goal_of(code)
            now = sitting.assessment.goal_plans.get(goal, Smart())
            sitting.make_goal_checkable(goal, replace(now, **texts))
        else:
            now = sitting.assessment.actions[code].smart
            sitting.make_checkable(code, replace(now, **texts))


def _do_one(sitting: Sitting, edit: Edit) -> None:
    code, value = edit.code, edit.value
    match edit.field:
        case "title":
            sitting.retitle(code, value.text)
        case "status":
            sitting.set_status(code, cast("ActionStatus", value.text), value.reason)
        case "owner":
            sitting.set_owner(code, value.text)
        case "due":
            sitting.set_due(code, date.fromisoformat(value.text) if value.text else None)
        case "note":
            sitting.note_action(code, value.text)
