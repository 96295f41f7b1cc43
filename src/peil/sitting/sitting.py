"""`Sitting`: the only door to an open assessment."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from peil.assessment.model import Audience, People, Source
from peil.assessment.walkthrough import reading_seconds
from peil.sitting import adjusting, answering
from peil.sitting.together import Together
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.sitting.updating import Update


class Sitting(Together):
    """One open assessment, in one language, and everything that can be done in it."""

    # Answers

    def rate(self, question: str, level: int) -> None:
        """Answer with a level number."""
        self._put(question)
        changed = answering.rated(self.assessment, self.items, question, level, self._now())
        self._learn_pace(question)
        self._change(mark("answer"), question, self._followed(question, changed))

    def mark_unknown(self, question: str) -> None:
        """Answer "don't know"."""
        self._put(question)
        changed = answering.unknown(self.assessment, question, self._now())
        self._learn_pace(question)
        self._change(mark("don't know"), question, self._followed(question, changed))

    def mark_not_applicable(self, question: str, reason: str) -> None:
        """Answer "not applicable", with a reason."""
        self._put(question)
        changed = answering.not_applicable(self.assessment, question, reason, self._now())
        self._change(mark("not applicable"), question, self._followed(question, changed))

    def confirm(self, question: str) -> None:
        """Say that the answer there is still holds, as of today."""
        self._put(question)
        changed = answering.confirmed(self.assessment, question, self._now())
        self._change(mark("still so"), question, self._followed(question, changed))

    def take_back(self, question: str) -> None:
        """Make a question unanswered again; note and evidence stay."""
        self._put(question)
        changed = answering.taken_back(self.assessment, question, self._now())
        self._change(mark("answer taken back"), question, changed)

    def write_note(self, question: str, note: str) -> None:
        """Replace the note of a question."""
        self._put(question)
        self._change(mark("note"), question, answering.noted(self.assessment, question, note))

    def go_on_writing_note(self, question: str, note: str) -> None:
        """Replace the note that was written last, as a part of that change: undone with it."""
        self._put(question)
        self._go_on(mark("note"), question, answering.noted(self.assessment, question, note))

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
        self._refuse_while_voting()
        from peil.sitting.updating import with_newer

        changed = with_newer(self, update.source, self._now(), self._cache)
        self.file.keep_before("update")
        self._change(mark("newer version of a questionnaire"), None, changed)

    # The reader

    def speak(self, language: str) -> None:
        """Go on in another language; the place stays."""
        self.language = language
        self._forget("questionnaires", "items")
        self._keep(replace(self.assessment, language=language))

    def walk_core_only(self, *, wanted: bool) -> None:
        """Walk only core questions, or all of them."""
        self._keep(replace(self.assessment, core_only=wanted))

    def _learn_pace(self, question: str) -> None:
        self.pace.answered(question, reading_seconds(self.items.question(question)))
