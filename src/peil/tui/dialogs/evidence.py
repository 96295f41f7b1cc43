"""Evidence: what one can point at, and from which day it is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.text.clean import LINE_LIMIT
from peil.text.days import read_day, today
from peil.text.languages import mark
from peil.tui.content import paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class EvidenceField(Overlay):
    """Two fields. Enter keeps them; Escape leaves them as they were."""

    DEFAULT_CSS = """
    EvidenceField Input { background: $raised; margin: 0 0 1 0; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "store",
            mark("Enter"),
            mark("keep"),
            mark("Keep the evidence and go back to the question."),
            palette=False,
        ),
        Command(
            ("tab", "down", "up", "shift+tab"),
            "other",
            mark("Tab"),
            mark("other field"),
            mark("Go to the other field."),
            palette=False,
        ),
        Command(
            ("ctrl+x", "f2"),
            "close",
            mark("Esc or F2"),
            mark("leave as it was"),
            mark("Close without changing the evidence."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `show` fills it for the question on the page."""
        super().__init__()
        self._question = ""
        self._done_when = ""
        self._begun = False
        self._above = Told(self._told)
        self._words = Field(self.action_store, most=LINE_LIMIT)
        self._between = Told(lambda _width: [text(self.say("From which day is it?"), "deep")])
        self._day = Field(self.action_store, most=20)

    def compose(self) -> ComposeResult:
        """Return what to point at, and the two fields."""
        yield self._above
        yield self._words
        yield self._between
        yield self._day

    def title(self) -> str:
        """Return the title."""
        return self.say("Evidence")

    def _told(self, width: int) -> list[Content]:
        if not self._question:
            return []
        question = self.sitting.items.question(self._question)
        lines = paragraph(question.text, width, "faint")
        if question.evidence:
            told = self.say("Point at: {what}", what=question.evidence)
            lines += paragraph(told, width, "faint")
        if self._done_when:
            told = self.say("Done when: {what}", what=self._done_when)
            lines += paragraph(told, width, "faint")
        return [*lines, text(self.say("What can you point at?"), "deep")]

    def remind(self, done_when: str) -> None:
        """Say above the fields when an action counts as done; until they are left."""
        self._done_when = done_when

    def show(self) -> None:
        """Fill the fields, unless something is being typed in them."""
        super().show()
        if not self._begun:
            self._begun = True
            self._question = self.sitting.assessment.place or self.sitting.walk.resume()
            self._words.value, self._day.value = self._filled()
        self._day.placeholder = self.say("year-month-day; may stay empty")
        self._above.show()
        self._between.show()

    @property
    def unkept(self) -> bool:
        """Whether the fields say something else than what is kept; Enter keeps it."""
        if not self._begun:
            return False
        return (self._words.value, self._day.value) != self._filled()

    def _filled(self) -> tuple[str, str]:
        """Return what the fields begin with: what is kept; for new evidence today."""
        answer = self.sitting.answer(self._question)
        day = answer.evidence_date or "" if answer.evidence else today().isoformat()
        return answer.evidence, day

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._words)

    def action_other(self) -> None:
        """Go to the other field."""
        self.take_focus(self._day if self._words.has_focus else self._words)

    def action_store(self) -> None:
        """Keep both fields, or say what is wrong with the day."""
        if self._store():
            self.close()

    def keep(self) -> None:
        """Store what is typed when Peil stops; a day that cannot be read is left out."""
        if self._begun and self._words.value.strip() and not self._store():
            self._day.value = ""
            self._store()

    def _store(self) -> bool:
        words, day, question = self._words.value, self._day.value, self._question
        if not words.strip() and not self.sitting.answer(question).evidence and self.unkept:
            self.peil.tell(self.say("Say what you can point at; the day alone is not kept."))
            self.take_focus(self._words)
            return False
        when = read_day(day, today()) if day.strip() else None
        if day.strip() and when is None:
            self.peil.tell(
                self.say("Write the day as year-month-day, such as 2026-11-21, or leave it empty.")
            )
            self.take_focus(self._day)
            return False
        return self.peil.attempt(lambda: self.sitting.write_evidence(question, words, when))

    def forget(self) -> None:
        """Begin with another question the next time."""
        self._begun = False
        self._done_when = ""
