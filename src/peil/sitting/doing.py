"""What can be done with the plan of an open assessment: actions, goals, lists, a period."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from peil.assessment.actions import after_answer
from peil.assessment.model import (
    STATES_KEPT,
    ActionRecord,
    ActionStatus,
    Assessment,
    ExportRecord,
    Importance,
    Listed,
    Smart,
)
from peil.errors import PeilError
from peil.sitting import acting, adjusting
from peil.sitting.changing import Changeable
from peil.text.languages import mark, words


class Doing(Changeable):
    """An assessment of which the plan can be worked with. Actions are named by their code."""

    # One action

    def set_status(self, code: str, status: ActionStatus, reason: str = "") -> None:
        """Say that an action is open, doing, done, or dropped for a reason."""
        changed = acting.with_status(self.assessment, self.known, code, status, reason, self._now())
        self._change_action(mark("status"), code, changed)

    def set_owner(self, code: str, owner: str) -> None:
        """Say who does an action; an empty name says nobody."""
        self._change_action(mark("owner"), code, acting.owned(self.assessment, code, owner))

    def set_due(self, code: str, day: date | None) -> None:
        """Say by which day an action is to be done; None says none."""
        self._change_action(mark("due date"), code, acting.due(self.assessment, code, day))

    def note_action(self, code: str, note: str) -> None:
        """Replace the note of an action."""
        self._change_action(mark("note"), code, acting.annotated(self.assessment, code, note))

    def go_on_noting_action(self, code: str, note: str) -> None:
        """Replace the note of an action that was kept last, as a part of that change."""
        changed = acting.annotated(self.assessment, code, note)
        self._go_on(mark("note"), self._question_of(code), changed)

    def retitle(self, code: str, title: str) -> None:
        """Give an action words of one's own; empty ones give it its own again."""
        self._change_action(mark("title"), code, acting.retitled(self.assessment, code, title))

    def pin(self, code: str) -> None:
        """Put an action at the top, with what it needs before it."""
        self._change_action(mark("put at the top"), code, acting.pinned(self.assessment, code))

    def postpone(self, code: str) -> None:
        """Put an action, and what needs it, at the end."""
        self._change_action(mark("postponed"), code, acting.postponed(self.assessment, code))

    def free(self, code: str) -> None:
        """Let an action stand where its gain per hour puts it."""
        self._change_action(mark("place in the plan"), code, acting.freed(self.assessment, code))

    def make_checkable(self, code: str, smart: Smart) -> None:
        """Say what makes an action one that can be checked."""
        changed = acting.made_checkable(self.assessment, code, smart)
        self._change_action(mark("SMART"), code, changed)

    def add_action(self, title: str, *, minutes: int = 0, topic: str = "") -> str:
        """Add an action of one's own and return its code; `minutes` 0 is the usual effort."""
        changed, code = acting.with_own(self.assessment, self.items, title, minutes, topic)
        self._change(mark("own action"), None, changed)
        return code

    def _change_action(self, what: str, code: str, changed: Assessment) -> None:
        self._change(what, self._question_of(code), changed)

    def _question_of(self, code: str) -> str | None:
        """Return the question of an action, if it belongs to one that is here."""
        question = acting.question_of(acting.record_of(self.assessment, code))
        return question if self.items.has_question(question) else None

    # The plan as a whole

    def set_target(self, topic: str, level: int) -> None:
        """Give a topic a target level of its own."""
        changed = adjusting.aimed(self.assessment, self.items, topic, level)
        self._change(mark("target"), None, changed)

    def set_importance(self, topic: str, importance: Importance) -> None:
        """Make a topic more or less important in the plan, whatever the goals propose."""
        changed = adjusting.weighed(self.assessment, self.items, topic, importance)
        self._change(mark("importance"), None, changed)

    def follow_goals(self, topic: str) -> None:
        """Let a topic be as important again as the goals of the profile make it."""
        self._change(mark("importance"), None, adjusting.unweighed(self.assessment, topic))

    def make_goal_checkable(self, goal: str, smart: Smart) -> None:
        """Say what makes a goal of the profile one that can be checked."""
        self._change(mark("SMART"), None, acting.with_goal(self.assessment, goal, smart))

    def choose_period(self, name: str, codes: Sequence[str]) -> None:
        """Choose what is to be reached in this period; without codes nothing is any more."""
        changed = acting.with_period(self.assessment, name, codes, self._now())
        self._change(mark("goal of this period"), None, changed)

    # The plan's memory

    def give_codes(self) -> dict[str, str]:
        """Give every action of the plan a code, in plan order, once; return codes by key."""
        codes = self.codes
        missing = [action.key for action in self.plan.actions if action.key not in codes]
        if missing and not self.looks_only:
            last = int(acting.next_code(self.assessment)[1:])
            records = [
                ActionRecord(f"A{number:02d}", key) for number, key in enumerate(missing, last)
            ]
            actions = {**self.assessment.actions, **{new.code: new for new in records}}
            last_code = last + len(records) - 1
            self._keep(replace(self.assessment, actions=actions, last_code=last_code))
        return self.codes

    def record_export(self, state: Sequence[Listed]) -> ExportRecord:
        """Note that an action list was written that says this; return its record.

        A sitting that looks only keeps no record: that list has number 0.
        """
        exports = self.assessment.exports
        last = max((export.number for export in exports), default=0)
        record = ExportRecord(
            number=0 if self.looks_only else last + 1,
            time=self._now(),
            language=self.language,
            codes=tuple(each.code for each in state),
            state=tuple(state),
            goals={
                goal: self.assessment.goal_plans.get(goal, Smart())
                for goal in self.assessment.profile.goals
            },
        )
        if not self.looks_only:
            kept = [
                replace(each, state=(), goals={}) if each.number <= last + 1 - STATES_KEPT else each
                for each in exports
            ]
            self._keep(replace(self.assessment, exports=(*kept, record)))
        return record

    def note_list_file(self, number: int, path: str, digest: str) -> None:
        """Remember where list `number` was written, and what the file held; no change to undo."""
        exports = tuple(
            replace(each, path=path, digest=digest) if each.number == number else each
            for each in self.assessment.exports
        )
        if not self.looks_only and exports != self.assessment.exports:
            self._keep(replace(self.assessment, exports=exports))

    def note_list_read(
        self, number: int, state: Sequence[Listed], goals: Mapping[str, Smart]
    ) -> None:
        """Remember what list `number` says since it was read back: edits are what differs from it.

        No change of its own; but whoever takes the edits back can read them back again.
        """
        exports = tuple(
            replace(each, state=tuple(state), goals=dict(goals))
            if each.number == number and each.state
            else each
            for each in self.assessment.exports
        )
        if not self.looks_only and exports != self.assessment.exports:
            self._keep(replace(self.assessment, exports=exports))

    def _put(self, question: str) -> None:
        """Refuse a question that is not put to this organisation, saying why."""
        if not self.items.has_question(question):
            raise PeilError(mark("There is no question {question} here."), question=question)
        reason = self.walk.why_not_put(question, words(self.language))
        if reason:
            raise PeilError(
                mark("{question} is not asked now. {reason}"), question=question, reason=reason
            )

    def _followed(self, question: str, changed: Assessment) -> Assessment:
        """Return a changed assessment of which the actions follow the answer to a question."""
        answer = changed.answers.get(question)
        if answer is None or not changed.actions:
            return changed
        actions = after_answer(changed.actions, question, answer)
        return changed if actions == changed.actions else replace(changed, actions=actions)
