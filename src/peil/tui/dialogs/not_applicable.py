"""Not applicable: why, in one of three ways, and when not to use it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.report.usual_reasons import REASONS
from peil.text.clean import LINE_LIMIT
from peil.text.languages import mark
from peil.tui.content import NOTHING, join, labelled, paragraph, text, wrap
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told

OWN = len(REASONS)
"""Place of the reason in one's own words."""

ROOMY = 22
"""Lines of the window from which the question and empty lines are drawn as well."""


class NotApplicable(Overlay):
    """Stores nothing until Enter."""

    DEFAULT_CSS = """
    NotApplicable Input { margin: 0 0 0 7; background: $raised; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("1", "2", "3"),
            "choose",
            "1-3",
            mark("choose"),
            mark("Choose a reason."),
            palette=False,
            each=True,
        ),
        Command(
            ("enter",),
            "store",
            mark("Enter"),
            mark("keep reason"),
            mark("Keep the reason: the question no longer counts."),
            palette=False,
        ),
        Command(
            ("x",),
            "close",
            mark("Esc or x"),
            mark("back"),
            mark("Close without it."),
            palette=False,
        ),
        Command(("down", "j"), "move(1)", "↓", mark("down"), mark("Next reason."), False, False),
        Command(("up", "k"), "move(-1)", "↑", mark("up"), mark("Reason before."), False, False),
    )

    def __init__(self) -> None:
        """Make it; `show` fills it for the question on the page."""
        super().__init__()
        self._chosen = 0
        self._question = ""
        self._begun = False
        self._rows: dict[int, int] = {}
        self._choices = Told(self.lines)
        self._guidance = Told(self.guidance)
        self._words = Field(self.action_store, most=LINE_LIMIT, classes="own-words")

    @property
    def chosen(self) -> int:
        """Place of the reason that is chosen, from 0."""
        return self._chosen

    def compose(self) -> ComposeResult:
        """Return the reasons, the field for one's own words, the guidance."""
        yield self._choices
        yield self._words
        yield self._guidance

    def title(self) -> str:
        """Return the title."""
        return self.say("Not applicable")

    def show(self) -> None:
        """Begin with the answer there is; while it is open keep what is chosen and typed."""
        super().show()
        if not self._begun:
            self._begun = True
            self._begin(self.sitting.assessment.place or self.sitting.walk.resume())
        self._words.placeholder = self.say("say briefly why")
        self._choices.show()
        self._guidance.show()

    def _begin(self, question: str) -> None:
        self._question = question
        reason = self.sitting.answer(question).reason
        known = {self.say(each): place for place, each in enumerate(REASONS)}
        self._chosen = known.get(reason, OWN if reason else 0)
        self._words.value = reason if self._chosen == OWN else ""

    @property
    def unkept(self) -> bool:
        """Whether a reason is typed that is not kept; Enter keeps it."""
        typed, kept = self._words.value.strip(), self.sitting.answer(self._question).reason
        return self._begun and self._chosen == OWN and typed != kept

    def enter(self) -> None:
        """Take the focus where the choice is."""
        if self._chosen == OWN:
            self.take_focus(self._words)
        else:
            self.take_focus(self)

    def forget(self) -> None:
        """Begin with another question the next time."""
        self._begun = False

    def lines(self, width: int) -> list[Content]:
        """Return the question and the three reasons."""
        if not self._question:
            return []
        question = self.sitting.items.question(self._question).text
        lines = [*paragraph(question, width, "strong"), NOTHING] if self._roomy else []
        options = [*(self.say(each) for each in REASONS), self.say("Otherwise, namely:")]
        self._rows = {}
        for place, option in enumerate(options):
            taken = place == self._chosen
            ink = "chosen" if taken else "plain"
            for row, piece in enumerate(wrap(option, width - 9)):
                self._rows[len(lines)] = place
                caret = text(self.signs.cursor if taken and not row else " ", "cursor")
                key = text(f"{place + 1}" if not row else " ", "key")
                sign = text(self.signs.chosen if taken and not row else " ", "cursor")
                lines.append(join(caret, " ", key, " ", sign, "  ", text(piece, ink)))
        return lines

    def guidance(self, width: int) -> list[Content]:
        """Return what happens, and what to do instead where this is not meant."""
        say = self.say
        rows = (
            (say("Not arranged yet?"), say("Press Esc, then the first level.")),
            (say("Not on purpose, or later?"), say("You will do that in the plan.")),
            (say("No idea?"), say("Press Esc, then d: don't know.")),
        )
        indent = max(len(label) for label, _ in rows) + 2
        blank = [NOTHING] if self._roomy else []
        told = say("The question does not count. If a level rises by it, Peil says so.")
        lines = [*blank, *paragraph(told, width), *blank]
        for label, advice in rows:
            lines += labelled(label, advice, width, indent, ("deep", "plain"))
        return lines

    @property
    def _roomy(self) -> bool:
        return self.app.size.height >= ROOMY

    def action_choose(self, key: str) -> None:
        """Choose a reason by its number; the third opens the field."""
        self._chosen = int(key) - 1
        self._choices.redraw()
        self.enter()

    def action_move(self, by: int) -> None:
        """Choose the reason above or below."""
        self.action_choose(str(max(0, min(OWN, self._chosen + by)) + 1))

    def action_store(self) -> None:
        """Keep the reason, or say that it is missing."""
        reason = self._words.value if self._chosen == OWN else self.say(REASONS[self._chosen])
        if not reason.strip():
            self.peil.tell(self.say("Say briefly why; then press Enter."))
            self.take_focus(self._words)
            return
        if self.keep_reason(self._question, reason):
            self.close()

    def keep_reason(self, question: str, reason: str) -> bool:
        """Make it the answer to the question; False, and why is said, when it cannot be."""
        return self.peil.attempt(lambda: self.sitting.mark_not_applicable(question, reason))

    def on_told_clicked(self, event: Told.Clicked) -> None:
        """Choose the reason under the mouse."""
        event.stop()
        if event.told is self._choices and event.line in self._rows:
            self.action_choose(str(self._rows[event.line] + 1))
