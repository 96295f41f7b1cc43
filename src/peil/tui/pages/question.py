"""The page of one question: answering, and going from question to question."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.tui import deeds
from peil.tui.keys import Command
from peil.tui.overlay import Labelled, Line
from peil.tui.page import Heading
from peil.tui.pages.level_words import level_lines
from peil.tui.pages.question_keys import CHOOSE, COMMANDS
from peil.tui.pages.question_view import asked, opened_words, question_heading
from peil.tui.pages.question_writing import WritingPage
from peil.tui.widgets.lines import Lines, Sheet, moved
from peil.tui.widgets.question_sheet import Asked, question_sheet

if TYPE_CHECKING:
    from textual.timer import Timer

STAYING = 0.1
"""After how many seconds at a question the place is saved: when it stands drawn."""


class QuestionPage(WritingPage):
    """Puts one question at a time, always in the same place."""

    BLANK = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; `show` puts the question at which the walk stands."""
        super().__init__()
        self._was_complete = False
        self._staying: Timer | None = None
        self._cursor: str | None = None
        self._moved = False
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Everything is one drawn widget."""
        signs = self.signs
        self._lines = Lines(self._sheet, (signs.more_above, signs.more_below))
        yield self._lines

    # What it shows

    def show(self) -> None:
        """Show the question of the walk, with the cursor on its answer."""
        put = self.sitting.assessment.place or self.sitting.walk.resume()
        if put != self.question or not self.sitting.items.has_question(self.question):
            self.put(self.sitting.walk.resume())
        elif self._lines is not None:
            self._lines.redraw()

    def put(self, question: str) -> None:
        """Put a question."""
        self.question = question
        self._was_complete = self.sitting.walk.complete
        self._moved = False
        self._cursor = self._answered()
        self.sitting.go_to(question)
        if self._staying is not None:
            self._staying.stop()
        self._staying = self.set_timer(STAYING, self.sitting.keep_place)
        if self._lines is not None:
            self._lines.to_top()
            self._lines.redraw()

    def heading(self) -> Heading:
        """Return topic, progress and minutes left."""
        return question_heading(self.sitting, self.question, self.say, self.signs)

    def help_first(self) -> Sequence[Line]:
        """Return everything that stands beside the question, in full."""
        question = self.sitting.items.question(self.question)
        return [
            question.text,
            *(Labelled(each.label, each.begun) for each in self._asked().asides),
            *level_lines(self.sitting.items.questionnaire_of(self.question), self.say),
        ]

    def key_sign(self, command: Command) -> str:
        """Return the digits of this questionnaire's scale for the choosing command."""
        if command.action == CHOOSE.action and self.question:
            scale = self.sitting.items.questionnaire_of(self.question)
            return f"{scale.first_level}-{scale.last_level}"
        return super().key_sign(command)

    def key_brief(self, command: Command) -> str:
        """Say what Enter does: it chooses where the cursor was moved to, or goes on."""
        if command.action == "go_on" and self._enter_chooses:
            return self.say("choose this")
        return super().key_brief(command)

    @property
    def _enter_chooses(self) -> bool:
        return self._moved and self._cursor != self._answered()

    def _sheet(self, width: int, height: int) -> Sheet:
        if not self.question:  # mounted, and not yet told which question it is
            return Sheet()
        return question_sheet(
            self._asked(),
            self.say,
            self.signs,
            width,
            height,
        )

    def _asked(self) -> Asked:
        """Return everything that is shown of the question."""
        return asked(
            self.sitting, self.question, self._cursor, self.say, discreet=self.peil.presents
        )

    def _answered(self) -> str | None:
        """Return the spot of the answer there is."""
        answer = self.sitting.answer(self.question)
        return str(answer.level) if answer.state == "rated" else answer.state

    # Answering

    def _answer(self, change: Callable[[], object]) -> bool:
        before = self.sitting.walk.states
        done = self.peil.attempt(change)
        self._point_at_answer()
        if done:
            self.peil.tell(opened_words(self.sitting, before, self.say))
        return done

    def _point_at_answer(self) -> None:
        self._moved = False
        self._cursor = self._answered()
        if self._lines is not None:
            self._lines.redraw()

    def action_choose(self, digit: str) -> None:
        """Answer with a level; the level that is chosen already goes on.

        One that reads otherwise in a newer version is confirmed first.
        """
        if self._is_chosen(int(digit)):
            self.action_next()
        elif deeds.has_level(self.peil, self.question, int(digit)):
            self._rate(int(digit))

    def _is_chosen(self, level: int) -> bool:
        """Return whether a level is the answer already, and nobody need look at it again."""
        answer = self.sitting.answer(self.question)
        return answer.state == "rated" and answer.level == level and not answer.formerly

    def _rate(self, level: int) -> bool:
        return self._answer(lambda: self.sitting.rate(self.question, level))

    def action_unknown(self) -> None:
        """Answer don't know."""
        self._answer(lambda: self.sitting.mark_unknown(self.question))

    def action_not_applicable(self) -> None:
        """Ask for the reason."""
        self.peil.open_overlay("not_applicable")

    def action_take_back(self) -> None:
        """Make the question open again."""
        self._answer(lambda: self.sitting.take_back(self.question))

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)
        self._point_at_answer()

    # Moving

    def action_cursor(self, by: int) -> None:
        """Move the cursor over levels, don't know and not applicable."""
        if self._lines is None:
            return
        question = self.sitting.items.question(self.question)
        names = [str(level.number) for level in question.levels] + ["unknown", "not-applicable"]
        self._cursor = moved(names, self._cursor, by)
        self._moved = True
        self._lines.redraw()
        self.peil.peil_screen.footer.redraw()

    def action_take(self) -> None:
        """Choose where the cursor stands."""
        if self._cursor == "not-applicable":
            self.action_not_applicable()
        elif self._cursor == "unknown":
            self.action_unknown()
        elif self._cursor is not None:
            self._rate(int(self._cursor))

    def action_go_on(self) -> None:
        """Choose where the cursor was moved to; else go on."""
        if self._enter_chooses:
            self.action_take()
        else:
            self.action_next()

    def action_next(self) -> None:
        """Go to the next question; after the core to its own page, after all to the results."""
        walk, items = self.sitting.walk, self.sitting.items
        question = walk.next_after(self.question)
        leaves_core = question is None or not items.question(question).core
        if items.question(self.question).core and leaves_core and walk.core_done:
            self.peil.open_page("core_done")
            return
        if walk.complete and not self._was_complete:
            self.peil.open_page("results")
            return
        if question is None:
            question = walk.next_open_after(self.question)
            if question is None:
                self.peil.open_page("results")
                return
            self.peil.tell(self.say("That was the last question. This one is still open."))
        self._go(question)

    def action_before(self) -> None:
        """Go to the question before."""
        question = self.sitting.walk.before(self.question)
        if question is None:
            self.peil.tell(self.say("This is the first question."), "faint")
        else:
            self._go(question)

    def _go(self, question: str) -> None:
        self.put(question)
        self.peil.changed()

    def action_go_to(self) -> None:
        """Search for a question."""
        self.peil.open_overlay("go_to")

    def action_core_only(self) -> None:
        """Walk only core questions, or all."""
        wanted = not self.sitting.assessment.core_only
        items = self.sitting.items
        if wanted and not any(items.question(name).core for name in self.sitting.walk.order):
            self.peil.tell(self.say("There are no core questions here: all questions count."))
            return
        self.sitting.walk_core_only(wanted=wanted)
        self.peil.changed()
        self.peil.tell(
            self.say("From here on only the core questions; c brings the others back.")
            if wanted
            else self.say("From here on all questions.")
        )

    def action_why(self) -> None:
        """Show how the answer counts."""
        self.peil.open_why(self.question)

    def action_vote(self) -> None:
        """Go on with the vote that runs, or take a tally on this question."""
        self.peil.vote_on(self.question)

    def action_results(self) -> None:
        """Open the results."""
        self.peil.open_page("results")

    def action_plan(self) -> None:
        """Open the plan."""
        self.peil.open_page("plan")

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Do what the clicked line stands for."""
        event.stop()
        if event.name == "note":
            self.action_note()
        elif event.name == "evidence":
            self.action_evidence()
        else:
            self._cursor = event.name
            self.action_take()
