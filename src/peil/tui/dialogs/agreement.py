"""Why a team agreed on something, and what somebody sees otherwise: two lines, both short."""

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.content import Content

from peil.assessment.team import Agreement
from peil.report.vote_words import agreed_words
from peil.text.clean import LINE_LIMIT
from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told

if TYPE_CHECKING:
    from peil.sitting.together import Choice

ROOMY = 22
"""Lines of the window from which there are empty lines as well."""


class AgreementLines(Overlay):
    """A line for the reason and one for dissent; nothing is agreed or changed until Enter."""

    DEFAULT_CSS = """
    AgreementLines Input { background: $raised; }
    AgreementLines.roomy Input { margin: 0 0 1 0; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "store",
            mark("Enter"),
            mark("keep"),
            mark("Keep both lines with what you agreed on."),
            palette=False,
        ),
        Command(
            ("tab", "shift+tab", "down", "up"),
            "other",
            mark("Tab"),
            mark("other line"),
            mark("Go to the other line."),
            palette=False,
        ),
        Command(
            ("f2",),
            "close",
            mark("Esc or F2"),
            mark("leave as it was"),
            mark("Close without keeping anything."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says what is agreed."""
        super().__init__()
        self._question = ""
        self._wanted = Agreement("unknown")
        self._is_new = False
        self._at: Literal["reason", "dissent"] = "reason"
        self._labels = (Told(self._above), Told(self._between))
        self._reason = Field(self.action_store, most=LINE_LIMIT)
        self._dissent = Field(self.action_store, most=LINE_LIMIT)
        for field in (self._reason, self._dissent):
            field.select_on_focus = False  # what is there is gone on with, not written over

    def about(
        self,
        question: str,
        wanted: Agreement,
        *,
        is_new: bool,
        at: Literal["reason", "dissent"] = "reason",
    ) -> None:
        """Begin with what is to be agreed, or with what is: then only its lines change."""
        self._question, self._wanted, self._is_new, self._at = question, wanted, is_new, at
        for field, written in ((self._reason, wanted.reason), (self._dissent, wanted.dissent)):
            field.value = written
            field.cursor_position = len(written)

    def compose(self) -> ComposeResult:
        """Put up the two lines, each under what it asks."""
        yield self._labels[0]
        yield self._reason
        yield self._labels[1]
        yield self._dissent

    def title(self) -> str:
        """Return the title, with what is agreed."""
        what = agreed_words(self._wanted, self.say)
        return (
            self.say("Agree on: {what}", what=what)
            if self._is_new
            else self.say("Agreed: {what}", what=what)
        )

    def show(self) -> None:
        """Ask in the language of the screen."""
        super().show()
        self.set_class(self.app.size.height >= ROOMY, "roomy")
        self._reason.placeholder = self.say("say briefly why")
        self._dissent.placeholder = self.say("only if somebody asks for it")
        for label in self._labels:
            label.show()

    def on_resize(self) -> None:
        """Leave the empty lines out where there is no room for them."""
        self.set_class(self.app.size.height >= ROOMY, "roomy")

    def enter(self) -> None:
        """Begin at the line that is asked for."""
        self.take_focus(self._reason if self._at == "reason" else self._dissent)

    def _above(self, width: int) -> list[Content]:
        if not self._question:
            return []
        asked = self.sitting.items.question(self._question).text
        lines = paragraph(asked, width, "strong")
        if self.has_class("roomy"):
            lines.append(NOTHING)
        why = self.say("Why do you agree on this?")
        if self._is_new:
            why = self.say("The votes lie far apart. Why do you agree on this?")
        return [*lines, *paragraph(why, width, "deep")]

    def _between(self, width: int) -> list[Content]:
        return paragraph(self.say("Who sees it otherwise, and how? (dissent)"), width, "deep")

    @property
    def unkept(self) -> bool:
        """Whether something is typed that is not kept."""
        kept = (self._wanted.reason, self._wanted.dissent)
        return bool(self._question) and self._written != kept

    @property
    def _written(self) -> tuple[str, str]:
        return self._reason.value.strip(), self._dissent.value.strip()

    def action_other(self) -> None:
        """Go to the other line."""
        self.take_focus(self._dissent if self._reason.has_focus else self._reason)

    def action_store(self) -> None:
        """Agree, or keep what was changed; the dialog stays open where that is refused."""
        if self._is_new or self.unkept:
            if not self._kept():
                self.take_focus(self._reason)
                return
            what = agreed_words(self._wanted, self.say)
            self.close()
            self.peil.tell(self.say("Agreed: {what}. Enter goes on.", what=what), "good")
        else:
            self.close()

    def keep(self) -> None:
        """Keep changed lines when Peil stops; what was not agreed yet stays so."""
        if self.unkept and not self._is_new:
            self._kept()

    def _kept(self) -> bool:
        if not deeds.may_change(self.peil):
            return False
        sitting, question, wanted = self.sitting, self._question, self._wanted
        reason, dissent = self._written
        if not self._is_new and reason == wanted.reason:
            return self.peil.attempt(lambda: sitting.dissent(question, dissent))
        if wanted.state == "not-applicable":
            return self.peil.attempt(
                lambda: sitting.agree_not_applicable(question, reason, dissent)
            )
        choice: Choice = wanted.level if wanted.level is not None else "unknown"
        return self.peil.attempt(lambda: sitting.agree(question, choice, reason, dissent))

    def forget(self) -> None:
        """Hold nothing of what was typed."""
        self._question = ""
        self._reason.value = self._dissent.value = ""
