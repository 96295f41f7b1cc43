"""What an edited list changes: its differences from the state against which it was written.

Where the assessment itself changed the same thing since, the two stand side by side as a
conflict, and nobody decides but the user. All is worked out on a `View`; nothing changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from peil.assessment.actions import done_by, status_of
from peil.assessment.model import ExportRecord, Listed, Smart
from peil.errors import PeilError
from peil.report.listed import all_listed, goal_code
from peil.report.matching import matched
from peil.report.reading_back import Item, ReadList, Remark, Said
from peil.report.sayings import (
    STATUS,
    TITLE,
    Saying,
    Value,
    effort_of,
    goal_values,
    renewed,
    renewed_smart,
    sayings_of,
    values_of,
)
from peil.sitting.acting import next_code
from peil.sitting.view import View
from peil.text.languages import mark

MOST_NEW: Final = 100
"""Most new actions that one list may bring."""
_DONE_BY_ANSWER: Final = mark(
    "{code} is done, because the answer to its question says so. To do it again, answer that "
    "question with the level that holds now"
)
_TOO_MANY: Final = mark("more than {most} new actions, so the rest is left out")


class Edit(NamedTuple):
    """One field that the list changes."""

    code: str
    """Of an action or a goal."""
    field: str
    before: Value
    """What it held when the list was written."""
    value: Value
    """What it is to hold."""
    said: Said
    """Where the list says so, and in which words."""


class Conflict(NamedTuple):
    """A field that the list changes, and that was changed in Peil since the list was written."""

    edit: Edit
    now: Value
    """What Peil holds."""


class NewAction(NamedTuple):
    """An action of the user's own that the list brings."""

    line: int
    code: str
    """The code that it gets."""
    title: str
    minutes: int
    """0: the usual effort."""
    edits: Sequence[Edit]
    """What is filled in besides."""


class Changes(NamedTuple):
    """What an edited list changes."""

    edits: Sequence[Edit]
    new: Sequence[NewAction]
    conflicts: Sequence[Conflict]
    remarks: Sequence[Remark]
    """In the order of the lines; those about no line last."""
    state: Sequence[Listed]
    """What the list says now of each action, in its order, and of the new ones last."""
    goals: Mapping[str, Smart]
    """What it says now of the goals."""
    recognised: bool
    """Whether any line was one of this assessment's."""


def changes_in(read: ReadList, view: View, export: ExportRecord, today: date) -> Changes:
    """Return what a list changes that was written as `export`, of an assessment as it is now.

    `view` speaks the language of that export.
    """
    state = {each.code: each for each in export.state}
    known = {**_standing(view, state), **state}
    found = matched(read.items, state, tuple(export.goals), known)
    merge = _Merge(view, state, today)
    says = {code: merge.action(code, item, known[code]) for code, item in found.actions.items()}
    goals = {
        goal: merge.goal(goal, item, export.goals.get(goal)) for goal, item in found.goals.items()
    }
    new = tuple(merge.new(found.new))
    remarks = [*read.remarks, *found.remarks, *merge.remarks]
    missing = [each for code, each in state.items() if code not in says]
    return Changes(
        edits=tuple(merge.edits),
        new=new,
        conflicts=tuple(merge.conflicts),
        remarks=tuple(sorted(remarks, key=lambda each: (not each.line, each.line))),
        state=(*says.values(), *missing, *map(_listed, new)),
        goals={**export.goals, **goals},
        recognised=bool(found.actions or found.goals),
    )


def state_now(view: View) -> dict[str, Listed]:
    """Return what a list would say now of each action that has a code, in its order."""
    return {each.code: each for each in all_listed(view).values() if each.code}


def _standing(view: View, state: Mapping[str, Listed]) -> dict[str, Listed]:
    """Return every action that has a code as it stands now, also what is in no list any more."""
    bare = {
        each.code: Listed(
            code=each.code,
            title=each.title or (state[each.code].title if each.code in state else ""),
            status=status_of(each, view.known),
            reason=each.reason,
            owner=each.owner,
            due=each.due,
            note=each.note,
            smart=each.smart,
        )
        for each in view.assessment.actions.values()
    }
    return {**bare, **state_now(view)}


def _listed(new: NewAction) -> Listed:
    """Return what the list says of an action that it brought."""
    sayings = {edit.field: Saying(edit.field, edit.value, edit.said) for edit in new.edits}
    return renewed(Listed(new.code, new.title), sayings)


class _Merge:
    """Puts side by side what the list said, what it says, and what there is now."""

    def __init__(self, view: View, state: Mapping[str, Listed], today: date) -> None:
        self._view, self._today = view, today
        self._now = _standing(view, state)
        self.edits: list[Edit] = []
        self.conflicts: list[Conflict] = []
        self.remarks: list[Remark] = []

    def action(self, code: str, item: Item, before: Listed) -> Listed:
        """Compare one action, and return what the list says of it now."""
        values = values_of(before)
        sayings = self._sayings(item, values)
        status = sayings.get(STATUS)
        if status and status.value != values[STATUS] and self._is_refused(code, status.value):
            self._remark(status.said.line, _DONE_BY_ANSWER, code=code)
            del sayings[STATUS]
        if code in self._now:
            self._compare(code, values, sayings, values_of(self._now[code]))
        return renewed(before, sayings)

    def goal(self, goal: str, item: Item, before: Smart | None) -> Smart:
        """Compare one goal, and return what the list says of it now."""
        now = self._view.assessment.goal_plans.get(goal, Smart())
        before = now if before is None else before
        sayings = self._sayings(item, goal_values(before))
        self._compare(goal_code(goal), goal_values(before), sayings, goal_values(now))
        return renewed_smart(before, sayings)

    def new(self, items: Sequence[Item]) -> Iterator[NewAction]:
        """Return the actions that the list brings, with the codes that they get."""
        number = int(next_code(self._view.assessment)[1:])
        if len(items) > MOST_NEW:
            self._remark(items[MOST_NEW].line, _TOO_MANY, most=MOST_NEW)
        for item in items[:MOST_NEW]:
            nothing = values_of(Listed(""))
            sayings = self._sayings(item, nothing)
            title, minutes = sayings.pop(TITLE, None), effort_of(item)
            if isinstance(minutes, Remark):
                self.remarks.append(minutes)
                minutes = 0
            if title is not None:
                code = f"A{number:02d}"
                edits = _edits(code, nothing, sayings)
                yield NewAction(item.line, code, title.value.text, minutes, tuple(edits))
                number += 1

    def _sayings(self, item: Item, before: Mapping[str, Value]) -> dict[str, Saying]:
        """Return what an item says by field, and remember what there is to remark."""
        sayings: dict[str, Saying] = {}
        for found in sayings_of(item, before, self._today):
            if isinstance(found, Remark):
                self.remarks.append(found)
            else:
                sayings[found.field] = found
        return sayings

    def _compare(
        self,
        code: str,
        before: Mapping[str, Value],
        sayings: Mapping[str, Saying],
        now: Mapping[str, Value],
    ) -> None:
        for edit in _edits(code, before, sayings):
            holds = now[edit.field]
            if holds == edit.value:
                continue
            if holds == edit.before or _is_in_words(edit):
                self.edits.append(edit)
            else:
                self.conflicts.append(Conflict(edit, holds))

    def _is_refused(self, code: str, status: Value) -> bool:
        """Return whether an answer says that an action is done, and the list that it is not."""
        record = self._view.assessment.actions.get(code)
        by_answer = record is not None and done_by(record, self._view.known) == "answer"
        return by_answer and status.text != "done"

    def _remark(self, line: int, message: str, **values: object) -> None:
        self.remarks.append(Remark(line, PeilError(message, **values)))


def _is_in_words(edit: Edit) -> bool:
    """Return whether a list said a day in words: then Peil holds the day that was meant."""
    if edit.field != "due" or not edit.before.text:
        return False
    try:
        date.fromisoformat(edit.before.text)
    except ValueError:
        return True
    return False


def _edits(code: str, before: Mapping[str, Value], sayings: Mapping[str, Saying]) -> Iterator[Edit]:
    for field, saying in sayings.items():
        if saying.value != before[field]:
            yield Edit(code, field, before[field], saying.value, saying.said)
