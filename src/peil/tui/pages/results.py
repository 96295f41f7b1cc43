"""The results page: what stands, the verdict, the iceberg, the topics, what is open."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.text.languages import mark
from peil.tui.content import text
from peil.tui.dialogs.question_list import QuestionList
from peil.tui.keys import Command
from peil.tui.page import Heading, Page
from peil.tui.pages import outcome
from peil.tui.pages.hanging import HangingDesk, certainty
from peil.tui.pages.present_keys import PRESENT
from peil.tui.pages.results_sheet import Scene, note_name, results_sheet
from peil.tui.widgets.iceberg import Pen, water
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of, nearest_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.tui.overlay import Line


class ResultsPage(Page):
    """Shows the results; a cursor walks over foundations, topics and notes."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(("a",), "plan", "a", mark("actions"), mark("What to do first, and why.")),
        Command(
            ("enter",),
            "open",
            "Enter",
            mark("questions"),
            mark("The questions of the topic under the cursor, with your answers."),
        ),
        Command(
            ("w",),
            "why",
            "w",
            mark("why"),
            mark("How the figure under the cursor is worked out, with your own answers."),
        ),
        Command(
            ("v",),
            "differ",
            "v",
            mark("where you differ"),
            mark("Where your team differs: the topics by consensus, lowest first."),
        ),
        Command(
            ("up", "k"), "move(-1)", "↑ ↓", mark("choose"), mark("Move the cursor."), palette=False
        ),
        PRESENT,
        Command(
            ("down", "j"),
            "move(1)",
            "↓",
            mark("down"),
            mark("Move the cursor down."),
            footer=False,
            palette=False,
        ),
        Command(
            ("left", "right"),
            "across",
            "← →",
            mark("beside"),
            mark("To what stands beside it, where there are two columns."),
            footer=False,
            palette=False,
        ),
        Command(
            ("pageup",),
            "pages(-1)",
            "PgUp",
            mark("up"),
            mark("Scroll up."),
            footer=False,
            palette=False,
        ),
        Command(
            ("pagedown",),
            "pages(1)",
            "PgDn",
            mark("down"),
            mark("Scroll down."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make the page; the cursor finds its place when there is something to show."""
        super().__init__()
        self._cursor: str | None = None
        self._moved = False
        """Whether the reader moved the cursor: until then the page stands at its top."""
        self._desk = HangingDesk(self)
        self._questions = QuestionList()

    def compose(self) -> ComposeResult:
        """One widget draws it all."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    def heading(self) -> Heading:
        """Say how much is answered; the rule shows it."""
        progress = self.sitting.walk.progress(self.sitting.walk.resume())
        return Heading(
            right=text(
                self.say(
                    "Results · {answered} of {asked} questions",
                    answered=progress.answered,
                    asked=progress.asked,
                ),
                "faint",
            ),
            done=progress.answered / progress.asked if progress.asked else 0.0,
        )

    def key_brief(self, command: Command) -> str:
        """Say what Enter does where the cursor stands."""
        if command.action == "open" and not outcome.has_answers(self.sitting):
            return self.say("begin")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Offer what a team voted only where it did."""
        if command.action == "differ" and not self.sitting.assessment.votes:
            return False
        return super().offers(command)

    def help_first(self) -> "Sequence[Line]":
        """Say what the signs mean."""
        say, signs = self.say, self.signs
        return [
            text(say("What the signs mean"), "title"),
            say(
                "{stands} at its target · {short} not yet · {open} still open",
                stands=signs.stands,
                short=signs.falls_short,
                open=signs.unanswered,
            ),
            say("{sign} your team differs about it", sign=signs.differs),
        ]

    def show(self) -> None:
        """Draw the results as they stand now, and begin to work out what they hang on."""
        self._desk.refresh()
        if self._cursor is None:
            self._cursor = self._first_place()
        self._lines.redraw()

    def _first_place(self) -> str | None:
        """Return the topic to begin with, so that Enter leads where it matters."""
        return next(iter((*outcome.first_topics(self.sitting), *self.sitting.items.topics)), None)

    @property
    def _hangs_on(self) -> str:
        """What the result hangs on, in a sentence; empty while that is not known."""
        hanging = self._desk.hanging
        if hanging is None or not outcome.has_answers(self.sitting):
            return ""
        return certainty(hanging, self.say)

    def _sheet(self, width: int, height: int) -> Sheet:
        pen = Pen(self.signs, water(self.app.theme), self._cursor)
        scene = Scene(self.sitting, self.say, pen, self._hangs_on)
        sheet = results_sheet(scene, width - 1, height)  # the last cell is for the scroll mark
        return sheet if self._moved else sheet._replace(cursor=None)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        self._point_at(moved(names_of(self._lines.sheet), self._cursor, by))

    def _point_at(self, name: str | None) -> None:
        """Move the cursor to a topic or note, and bring it into sight."""
        self._cursor, self._moved = name, True
        self._lines.redraw()

    def action_across(self) -> None:
        """Move the cursor to what stands beside it."""
        self._point_at(nearest_beside(self._lines.sheet._replace(cursor=self._cursor)))

    def action_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self._lines.scroll_pages(pages)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click opens."""
        event.stop()
        again = event.name == self._cursor
        self._point_at(event.name)
        if again:
            self.action_open()

    def action_plan(self) -> None:
        """Go to the plan."""
        self.peil.open_page("plan")

    def action_differ(self) -> None:
        """Go to the topics by consensus."""
        self.peil.open_page("consensus")

    def action_open(self) -> None:
        """Open the questions of the topic, or the question that a note leads to."""
        if not outcome.has_answers(self.sitting):
            self._go_to(self.sitting.walk.resume())
            return
        if self._cursor is None:
            return
        if self.sitting.items.has_topic(self._cursor):
            self._list_topic(self._cursor)
        for number, note in enumerate(outcome.notes(self.sitting, self._hangs_on, self.say)):
            if note_name(number) == self._cursor and note.page == "looking":
                self.peil.look_at_done()
            elif note_name(number) == self._cursor and note.question:
                self._go_to(note.question)
            elif note_name(number) == self._cursor and note.page:
                self.peil.open_page(note.page)
            elif note_name(number) == self._cursor:
                self._list_what_it_hangs_on()

    def _list_topic(self, topic: str) -> None:
        """Open the questions of a topic."""
        self._questions.about(
            self.sitting.items.questions_of(topic), lambda: outcome.title_of(self.sitting, topic)
        )
        self.peil.open_soon(self.peil.peil_screen.open_overlay, self._questions)

    def _list_what_it_hangs_on(self) -> None:
        """Open the questions that can change what comes first, where there are any."""
        hanging = self._desk.hanging
        if hanging is None:
            return
        influence = hanging.influence
        questions = influence.first_action if hanging.complete else influence.top_three
        if questions:
            self._questions.about(questions, lambda: self.say("What the result hangs on"))
            self.peil.open_soon(self.peil.peil_screen.open_overlay, self._questions)

    def _go_to(self, question: str) -> None:
        self.sitting.go_to(question)
        self.peil.open_page("question")

    def action_why(self) -> None:
        """Show the sum behind the figure under the cursor, and behind the whole."""
        from peil.tui.pages.why import why_readiness, why_topic

        if self._cursor is not None and self.sitting.items.has_topic(self._cursor):
            title = outcome.title_of(self.sitting, self._cursor)
            lines = why_topic(self.sitting, self._cursor, self.say)
            self.peil.read_aloud(self.say("Why {topic}", topic=title), lines)
        else:
            self.peil.read_aloud(
                self.say("Why this readiness"), why_readiness(self.sitting, self.say)
            )
