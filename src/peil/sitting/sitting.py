"""`Sitting`: the only door to an open assessment."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from peil.assessment.model import (
    ActionRecord,
    Assessment,
    Audience,
    ExportRecord,
    Importance,
    People,
    Source,
)
from peil.assessment.walkthrough import reading_seconds
from peil.errors import DataDamaged, PeilError
from peil.questionnaire.loading import Cache
from peil.sitting import adjusting, answering, summary
from peil.sitting.history import Change, taken_back
from peil.sitting.pace import Pace
from peil.sitting.view import View
from peil.store.workspace import Workspace
from peil.store.writer import Saved, Status
from peil.text.languages import mark, words

if TYPE_CHECKING:
    from peil.sitting.updating import Update
    from peil.store.openfile import OpenFile


def timestamp() -> str:
    """Return the time now, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Sitting(View):
    """One open assessment, in one language.

    Everything computed from it (`walk`, `scores`, `plan`) is computed when first asked
    for after a change. Changes raise PeilError with a sentence, and then nothing has
    changed. A sitting without an open file only looks: every change is refused.
    """

    def __init__(
        self,
        assessment: Assessment,
        *,
        language: str | None = None,
        cache: Cache | None = None,
        notice: PeilError | None = None,
        now: Callable[[], str] = timestamp,
    ) -> None:
        """Sit down with `assessment`; `notice` is what the store had to say about its file."""
        super().__init__(assessment, language=language, cache=cache, notice=notice)
        self.file: OpenFile | None = None
        """Where changes are saved; None for a sitting that looks only."""
        self.pace = Pace(time.monotonic)
        self._now = now
        self._changes: list[Change] = []
        self._together = False
        self._place_is_kept = True

    @classmethod
    def open(
        cls,
        workspace: Workspace,
        assessment_id: str,
        language: str | None = None,
        on_save: Callable[[], None] = lambda: None,
    ) -> Self:
        """Open for writing, or to look only where the file allows no more; `notice` says why.

        Takes the lock; OpenElsewhere when another window has it. `on_save` is called from
        the writer's thread after each attempt to save.
        """
        try:
            file = workspace.open(assessment_id, on_save)
        except DataDamaged as refusal:
            looking = cls.look(workspace, assessment_id, language)
            looking.notice = looking.notice or refusal
            return looking
        loaded = file.loaded or workspace.read(assessment_id)
        sitting = cls(
            loaded.assessment, language=language, cache=workspace.cache, notice=loaded.notice
        )
        sitting.file = file
        return sitting

    @property
    def looks_only(self) -> bool:
        """Whether changes are refused."""
        return self.file is None

    @property
    def pace_factor(self) -> float:
        """How much longer than usual this reader takes, as learned so far."""
        return self.pace.factor

    # Answers

    def rate(self, question: str, level: int) -> None:
        """Answer with a level number."""
        self._put(question)
        changed = answering.rated(self.assessment, self.items, question, level, self._now())
        self._learn_pace(question)
        self._change(mark("answer"), question, changed)

    def mark_unknown(self, question: str) -> None:
        """Answer "don't know"."""
        self._put(question)
        changed = answering.unknown(self.assessment, question, self._now())
        self._learn_pace(question)
        self._change(mark("don't know"), question, changed)

    def mark_not_applicable(self, question: str, reason: str) -> None:
        """Answer "not applicable", with a reason."""
        self._put(question)
        changed = answering.not_applicable(self.assessment, question, reason, self._now())
        self._change(mark("not applicable"), question, changed)

    def take_back(self, question: str) -> None:
        """Make a question unanswered again; note and evidence stay."""
        self._put(question)
        changed = answering.taken_back(self.assessment, question, self._now())
        self._change(mark("answer taken back"), question, changed)

    def write_note(self, question: str, note: str) -> None:
        """Replace the note of a question."""
        self._put(question)
        self._change(mark("note"), question, answering.noted(self.assessment, question, note))

    def write_evidence(self, question: str, evidence: str, day: date | None = None) -> None:
        """Replace the evidence of a question, and the date it is from."""
        self._put(question)
        changed = answering.evidenced(self.assessment, question, evidence, day)
        self._change(mark("evidence"), question, changed)

    def look_again(self, question: str, *, wanted: bool) -> None:
        """Set or take off the flag "look at it again later"."""
        self._put(question)
        changed = answering.flagged(self.assessment, question, look_again=wanted)
        self._change(mark("look again"), question, changed)

    # Profile and plan settings

    def rename(self, title: str) -> None:
        """Change the title; the id stays."""
        changed = replace(self.assessment, title=adjusting.checked_title(title))
        self._change(mark("name"), None, changed)

    def set_profile(
        self,
        *,
        people: People | None = None,
        audience: Audience | None = None,
        hours: float | None = None,
        goals: Sequence[str] | None = None,
    ) -> None:
        """Change the parts of the profile that are given."""
        now = self.assessment.profile
        profile = adjusting.checked_profile(
            people or now.people,
            audience or now.audience,
            now.hours if hours is None else hours,
            now.goals if goals is None else goals,
        )
        self._change(mark("profile"), None, replace(self.assessment, profile=profile))

    def add_sources(self, sources: Sequence[Source]) -> None:
        """Add questionnaires that were found and checked with those already here."""
        changed = replace(self.assessment, sources=(*self.assessment.sources, *sources))
        self._change(mark("questionnaire"), None, changed)

    def update_questionnaire(self, update: "Update") -> None:
        """Let a newer version take the place of the questionnaire that is frozen here.

        The file as it is now is kept first; undo takes all of it back.
        """
        if self.file is None:
            raise self.refusal()
        from peil.sitting.updating import with_newer

        changed = with_newer(self, update.source, self._now(), self._cache)
        self.file.keep_before("update")
        self._change(mark("newer version of a questionnaire"), None, changed)

    def set_target(self, topic: str, level: int) -> None:
        """Give a topic a target level of its own."""
        changed = adjusting.aimed(self.assessment, self.items, topic, level)
        self._change(mark("target"), None, changed)

    def set_importance(self, topic: str, importance: Importance) -> None:
        """Make a topic more or less important in the plan."""
        changed = adjusting.weighed(self.assessment, topic, importance)
        self._change(mark("importance"), None, changed)

    # The reader

    def speak(self, language: str) -> None:
        """Go on in another language; the place stays."""
        self.language = language
        self._forget("questionnaires", "items")
        self._keep(replace(self.assessment, language=language))

    def go_to(self, question: str) -> None:
        """Remember the question at which the walk goes on; `keep_place` saves it.

        Going through the questions would write the whole file for each of them; so a place
        is saved with the next change, by `keep_place` when the reader stays, or on closing.
        """
        self.pace.show(question)
        if question != self.assessment.place:
            self._place_is_kept = False
            scores, plan = self.__dict__.get("scores"), self.__dict__.get("plan")
            self._set(replace(self.assessment, place=question))
            self.__dict__.update(
                {name: value for name, value in (("scores", scores), ("plan", plan)) if value}
            )

    def keep_place(self) -> None:
        """Save the question at which the walk stands, unless it is saved already."""
        if not self._place_is_kept:
            self._save()

    def walk_core_only(self, *, wanted: bool) -> None:
        """Walk only core questions, or all of them."""
        self._keep(replace(self.assessment, core_only=wanted))

    # The plan's memory

    def give_codes(self) -> dict[str, str]:
        """Give every action of the plan a code, in plan order, once; return codes by key."""
        codes = self.codes
        missing = [action.key for action in self.plan.actions if action.key not in codes]
        if missing and not self.looks_only:
            given = [int(code[1:]) for code in self.assessment.actions if code[1:].isdecimal()]
            last = max(self.assessment.last_code, 0, *given)
            records = [
                ActionRecord(f"A{number:02d}", key) for number, key in enumerate(missing, last + 1)
            ]
            actions = {**self.assessment.actions, **{new.code: new for new in records}}
            self._keep(replace(self.assessment, actions=actions, last_code=last + len(records)))
        return self.codes

    def record_export(self, keys: Sequence[str]) -> ExportRecord:
        """Note that an action list was written with these actions; return its record."""
        codes = self.codes
        exports = self.assessment.exports
        record = ExportRecord(
            number=1 + max((export.number for export in exports), default=0),
            time=self._now(),
            language=self.language,
            codes=tuple(codes[key] for key in keys if key in codes),
        )
        self._keep(replace(self.assessment, exports=(*exports, record)))
        return record

    # Undo and saving

    def undo(self) -> Change | None:
        """Take back the last change of this sitting; None when there is none."""
        if not self._changes:
            return None
        change = self._changes.pop()
        before = taken_back(self.assessment, change)
        if before.sources != self.assessment.sources:
            from peil.sitting.updating import with_codes_back

            before = with_codes_back(before, change.before.actions, self.assessment, self._cache)
        self._keep(replace(before, changed=self._now()))
        return change

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Make several changes one: undone together, saved together, or none of them."""
        before, changes = self.assessment, list(self._changes)
        self._together = True
        try:
            yield
        except BaseException:
            self._together = False
            self._changes = changes
            self._set(before)
            raise
        self._together = False
        if self.assessment != before:
            self._changes = [*changes, Change(mark("several changes"), None, before)]
            self._save()

    @property
    def status(self) -> Status:
        """Whether every change is on the disk; nothing to save counts as saved."""
        return Saved() if self.file is None else self.file.status

    def close(self) -> Status:
        """Wait for the last save and let others open the assessment; return how it went."""
        self.keep_place()
        return Saved() if self.file is None else self.file.close()

    def _put(self, question: str) -> None:
        """Refuse a question that is not put to this organisation, saying why."""
        if not self.items.has_question(question):
            raise PeilError(mark("There is no question {question} here."), question=question)
        reason = self.walk.why_not_put(question, words(self.language))
        if reason:
            raise PeilError(
                mark("{question} is not asked now. {reason}"), question=question, reason=reason
            )

    def refusal(self) -> PeilError:
        """Return why nothing can be changed, for a sitting that looks only."""
        return self.notice or PeilError(
            mark("This assessment is open to look only: nothing can be changed here now.")
        )

    def _learn_pace(self, question: str) -> None:
        self.pace.answered(question, reading_seconds(self.items.question(question)))

    def _change(self, what: str, question: str | None, changed: Assessment) -> None:
        if self.file is None:
            raise self.refusal()
        if replace(changed, changed=self.assessment.changed) == self.assessment:
            return
        self._changes.append(Change(what, question, self.assessment))
        if changed.changed == self.assessment.changed:
            changed = replace(changed, changed=self._now())
        self._keep(changed)

    def _keep(self, changed: Assessment) -> None:
        self._set(changed)
        if not self._together:
            self._save()

    def _set(self, assessment: Assessment) -> None:
        same_questions = assessment.sources == self.assessment.sources
        self.assessment = assessment
        self._forget("walk", "scores", "plan")
        if not same_questions:
            self._forget("questionnaires", "items")

    def _forget(self, *computed: str) -> None:
        for name in computed:
            self.__dict__.pop(name, None)

    def _save(self) -> None:
        self._place_is_kept = True
        if self.file is not None:
            self.file.save(self.assessment, summary.summarise(self))
