"""An assessment that is open for changes: each can be undone, and is saved by itself."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from peil.assessment.ballot import fits
from peil.assessment.model import Assessment
from peil.errors import DataDamaged, NotWritable, PeilError, Phrase
from peil.questionnaire.loading import Cache
from peil.sitting import summary
from peil.sitting.history import Change, taken_back
from peil.sitting.pace import Pace
from peil.sitting.view import View
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved, Status
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.assessment.ballot import Ballot
    from peil.store.openfile import OpenFile


_READ_ONLY = mark(
    "{folder} is not yours or read-only, so this assessment opens to look only. To go on with it, "
    "copy that folder to a place of your own and name it with --data-dir or PEIL_DATA."
)
_NO_SUCH_VOTE = mark(
    "A vote was running here on questions that this assessment does not have, or not with these "
    "levels. It cannot go on, and nothing of it is shown; begin it again."
)


def timestamp() -> str:
    """Return the time now, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Changeable(View):
    """An assessment that can be changed; which changes there are, `Sitting` knows.

    Everything computed from it (`walk`, `scores`, `plan`) is computed when first asked
    for after a change. Changes raise PeilError with a sentence, and then nothing has
    changed. Without an open file it only looks: every change is refused.
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
        self.ballot: Ballot | None = None
        """The vote that runs, which nobody may see; None without one."""
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
            return cls._looking(workspace, assessment_id, language, refusal)
        except NotWritable:
            why = NotWritable(_READ_ONLY, folder=str(workspace.folder))
            return cls._looking(workspace, assessment_id, language, why)
        loaded = file.loaded or workspace.read(assessment_id)
        sitting = cls(
            loaded.assessment, language=language, cache=workspace.cache, notice=loaded.notice
        )
        sitting.file = file
        ballot = file.ballot
        if ballot is not None and not fits(sitting.items, ballot):
            ballot, sitting.notice = None, sitting.notice or PeilError(_NO_SUCH_VOTE)
        sitting.ballot = ballot
        return sitting

    @classmethod
    def _looking(
        cls, workspace: Workspace, assessment_id: str, language: str | None, why: PeilError
    ) -> Self:
        """Return a sitting that looks only; `why`, unless its file says more."""
        looking = cls.look(workspace, assessment_id, language)
        looking.notice = looking.notice or why
        return looking

    @property
    def looks_only(self) -> bool:
        """Whether changes are refused."""
        return self.file is None

    def refusal(self) -> PeilError:
        """Return why nothing can be changed, for a sitting that looks only."""
        return self.notice or PeilError(
            mark("This assessment is open to look only: nothing can be changed here now.")
        )

    @property
    def pace_factor(self) -> float:
        """How much longer than usual this reader takes, as learned so far."""
        return self.pace.factor

    def go_to(self, question: str) -> None:
        """Remember the question at which the walk goes on; `keep_place` saves it.

        Going through the questions would write the whole file for each of them; so a place
        is saved with the next change, by `keep_place` when the reader stays, or on closing.
        """
        self.pace.show(question)
        if question != self.assessment.place:
            self._place_is_kept = False
            self.assessment = replace(self.assessment, place=question)
            self._forget("walk")

    def keep_place(self) -> None:
        """Save the question at which the walk stands, unless it is saved already."""
        if not self._place_is_kept:
            self._save()

    def undo(self) -> Change | None:
        """Take back the last change of this sitting; None when there is none."""
        if not self._changes:
            return None
        change = self._changes.pop()
        before = taken_back(self.assessment, change)
        if before.sources != self.assessment.sources:
            from peil.sitting.updating import with_codes_back

            before = with_codes_back(before, change.before, self.assessment, self._cache)
        self._keep(replace(before, changed=self._now()))
        return change

    @contextmanager
    def all_or_nothing(self, what: str = mark("several changes")) -> Iterator[None]:
        """Make several changes one, called `what`: undone and saved together, or none of them."""
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
            self._changes = [*changes, Change(what, None, before)]
            self._save()

    @property
    def status(self) -> Status:
        """Whether every change is on the disk; nothing to save counts as saved."""
        return Saved() if self.file is None else self.file.status

    def must_be_saved(self) -> None:
        """Wait until every change is on the disk; PeilError when it is not."""
        status = Saved() if self.file is None else self.file.flush()
        if isinstance(status, NotSaved):
            raise PeilError(
                mark(
                    "Not saved: {reason}. What was there before stands; make room or mend the "
                    "folder, and try again."
                ),
                reason=Phrase(status.reason),
            )

    def close(self) -> Status:
        """Wait for the last save and let others open the assessment; return how it went."""
        self.keep_place()
        return Saved() if self.file is None else self.file.close()

    def _change(self, what: str, question: str | None, changed: Assessment) -> None:
        if self.file is None:
            raise self.refusal()
        if replace(changed, changed=self.assessment.changed) == self.assessment:
            return
        self._changes.append(Change(what, question, self.assessment))
        if changed.changed == self.assessment.changed:
            changed = replace(changed, changed=self._now())
        self._keep(changed)

    def _go_on(self, what: str, question: str | None, changed: Assessment) -> None:
        """Make a change a part of the last one, if that was of the same kind and question."""
        before = len(self._changes)
        goes_on = [(each.what, each.question) for each in self._changes[-1:]] == [(what, question)]
        self._change(what, question, changed)
        if goes_on:
            del self._changes[before:]

    def _keep(self, changed: Assessment) -> None:
        self._set(changed)
        if not self._together:
            self._save()

    def _set(self, assessment: Assessment) -> None:
        same_questions = assessment.sources == self.assessment.sources
        self.assessment = assessment
        self._forget(
            *(
                "walk",
                "scores",
                "plan",
                "known",
                "past",
                "to_look_at",
                "codes",
                "agenda",
                "_records",
            )
        )
        if not same_questions:
            self._forget("questionnaires", "items")

    def _forget(self, *computed: str) -> None:
        for name in computed:
            self.__dict__.pop(name, None)

    def _save(self) -> None:
        self._place_is_kept = True
        if self.file is not None:
            self.file.save(self.assessment, summary.summarise(self), self.ballot)
