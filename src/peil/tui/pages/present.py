"""The presenter view: a question or the result for the whole room, at ten metres."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from peil.tui.content import NOTHING, join, text
from peil.tui.countdown import TimedPage, clock_words
from peil.tui.keys import Command
from peil.tui.overlay import Labelled, Line
from peil.tui.page import Heading
from peil.tui.pages.present_keys import COMMANDS
from peil.tui.pages.present_sheet import present_lines
from peil.tui.pages.present_view import (
    question_foot,
    question_shown,
    result_shown,
    runs_on,
)
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet

RESULT_PAGES: Final = frozenset({"results", "plan", "what_if", "core_done", "commitments"})
"""Pages behind which the view shows the result; behind all others it shows the question."""


class PresentPage(TimedPage):
    """Shows the question at which the walk stands, or the result; nothing private."""

    DEFAULT_CSS = "PresentPage Foot { height: 0; }"
    discreet = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        """Make the page; from where it is opened says what it shows."""
        super().__init__()
        self._from = ""
        self._shows_result = False
        self._put = ""

    def compose(self) -> ComposeResult:
        """Put up what fills the page, and what always stays in sight below it."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(self._below)

    def opened_from(self, page: str) -> None:
        """Show the result behind a page of results, else the question."""
        self._from = page
        self._shows_result = page in RESULT_PAGES

    @property
    def question(self) -> str:
        """Full id of the question at which the walk stands, or on which a vote runs."""
        put, ballot = self.sitting.walk.resume(), self.sitting.ballot
        if ballot is None or put in ballot.questions or self._put == put:
            return put
        return ballot.questions[0]

    # What it shows

    def heading(self) -> Heading:
        """Return topic and clock, and nothing else."""
        clock = text(self._clock(), "strong")
        if self._shows_result:
            return Heading(right=clock, name=text(self.say("Results"), "title"), titled=False)
        sitting = self.sitting
        progress = sitting.walk.progress(self.question)
        topic = sitting.items.topic(sitting.items.topic_of(self.question)).title
        count = self.say("{number} of {total}", number=progress.number, total=progress.total)
        return Heading(
            right=clock,
            name=text(topic, "title"),
            behind=join(text(f" {self.signs.between} ", "faint"), text(count)),
            titled=False,
            done=progress.number / max(progress.total, 1),
        )

    def _clock(self) -> str:
        """Return the time of the talk, or of the meeting; nothing before that began."""
        left = None if self._shows_result else self.sitting.talk_seconds_left(self.question)
        if left is None and (self.sitting.assessment.meeting.began or self.sitting.clock.runs):
            left = self.sitting.seconds_left
        return "" if left is None else clock_words(left)

    def show(self) -> None:
        """Draw what the room sees as it stands now."""
        self._foot_size()
        self.query_one(Lines).redraw()
        self.query_one(Foot).redraw()

    def on_resize(self) -> None:
        """Give what stands below the lines that it needs at this width."""
        self._foot_size()

    def _foot_size(self) -> None:
        width, height = self.size
        lines = len(self._foot(width))
        self.query_one(Foot).be_high(lines + (1 if lines and height >= 18 else 0))

    def _sheet(self, width: int, height: int) -> Sheet:
        shown = (
            result_shown(self.sitting, self.say)
            if self._shows_result
            else question_shown(self.sitting, self.question, self.say)
        )
        return Sheet(present_lines(shown, self.signs, width, height))

    def _foot(self, width: int) -> list[Content]:
        if self._shows_result:
            return []
        return question_foot(self.sitting, self.question, self.say, self.signs, width)

    def _below(self, width: int, height: int) -> list[Content]:
        lines = self._foot(width)
        return [*[NOTHING] * (height - len(lines)), *lines]

    def help_first(self) -> Sequence[Line]:
        """Explain the question: what stands beside it for everybody, without what was noted."""
        if self._shows_result:
            return []
        question = self.sitting.items.question(self.question)
        lines: list[Line] = [question.text]
        if question.introduction:
            lines.append(question.introduction)
        told = (
            Labelled(each.label, each.text[:1].upper() + each.text[1:]) for each in question.help
        )
        return [*lines, *told]

    # Its keys

    def offers(self, command: Command) -> bool:
        """Leave out what has no meaning behind a result, or where nothing can be changed."""
        if command.action == "clock":
            return not self.sitting.looks_only
        if command.action == "vote":
            return not (self._shows_result or self.sitting.looks_only)
        return super().offers(command) and not (self._shows_result and command.action == "turn")

    def key_brief(self, command: Command) -> str:
        """Say what Enter does: it reveals what was voted, or goes on."""
        if command.action == "go_on" and self._shows_result:
            return self.say("questions")
        if command.action == "go_on" and runs_on(self.sitting, self.question):
            return self.say("reveal")
        return super().key_brief(command)

    def action_vote(self) -> None:
        """Go on with the vote that runs, or begin one on this question."""
        if self._shows_result or not self._may_change():
            return
        if self.sitting.ballot is None:
            self._go_to(self.question)
        self.peil.vote_on(self.question)

    def action_clock(self) -> None:
        """Let the time run, or stand still for a break."""
        if self._may_change():
            super().action_clock()

    def _may_change(self) -> bool:
        """Return whether anything can be changed; else say that it cannot, but not why."""
        if self.sitting.looks_only:
            self.peil.tell(self.say("Nothing can be changed here now."), "failed")
        return not self.sitting.looks_only

    def action_go_on(self) -> None:
        """Reveal what was voted, once all votes are in; without a vote go to the next question."""
        if self._shows_result:
            self._shows_result = False
            self.peil.changed()
        elif runs_on(self.sitting, self.question):
            self._go_to(self.question)
            self.peil.attempt(self.sitting.reveal)
        else:
            self.action_turn("right")

    def action_turn(self, key: str) -> None:
        """Go to the next question, or to the one before."""
        if self._shows_result:
            return
        walk = self.sitting.walk
        forward = key == "right"
        put = walk.next_after(self.question) if forward else walk.before(self.question)
        if put is not None:
            self._go_to(put)
            self.query_one(Lines).to_top()
            self.peil.changed()
        elif forward:
            self.peil.tell(self.say("This is the last question."), "faint")
        else:
            self.peil.tell(self.say("This is the first question."), "faint")

    def _go_to(self, question: str) -> None:
        self._put = question
        self.sitting.go_to(question)

    def action_work(self) -> None:
        """Go back to the page from which this was opened, or to the question."""
        if self._from in ("", "home", "start"):
            self.peil.open_page("question")
        elif self._from == "vote" and self.sitting.ballot is None:
            self.peil.open_instead("question")
        else:
            self.peil.open_instead(self._from)

    def action_scroll(self, by: int) -> None:
        """Show what did not fit."""
        self.query_one(Lines).scroll_by(by)
