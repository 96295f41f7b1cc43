"""How many vote: asked before the first vote, and again when somebody comes or leaves."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.assessment.team import ANONYMOUS_FROM, MAX_VOTERS
from peil.text.languages import mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.pages.vote_sheet import boxes
from peil.tui.widgets.fields import Told

_USUAL = 5
"""The number that is offered while nobody said one."""


class Voters(Overlay):
    """A number that is typed or counted up and down; Enter keeps it."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            tuple("0123456789"),
            "type",
            "0-9",
            mark("number"),
            mark("Type how many vote."),
            footer=False,
            palette=False,
            each=True,
        ),
        Command(
            ("left", "down", "minus"),
            "count(-1)",
            "← →",
            mark("fewer, more"),
            mark("One fewer."),
            palette=False,
        ),
        Command(
            ("right", "up", "plus"),
            "count(1)",
            "→",
            mark("one more"),
            mark("One more."),
            footer=False,
            palette=False,
        ),
        Command(
            ("enter",),
            "keep",
            mark("Enter"),
            mark("keep"),
            mark("So many vote from now on."),
            palette=False,
        ),
        Command(
            ("e",),
            "end",
            "e",
            mark("end with these"),
            mark("The others have left: those who voted are all."),
            palette=False,
        ),
        Command(
            ("x", "tab"),
            "close",
            mark("Esc or x"),
            mark("close"),
            mark("Close without changing anything."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `ask` begins."""
        super().__init__()
        self._number = 0
        self._begun = False
        """Whether a digit was typed, to which the next one is added."""
        self._then: Callable[[], object] | None = None
        self._told = Told(self._lines)

    def compose(self) -> ComposeResult:
        """Put up the number."""
        yield self._told

    def ask(self, then: Callable[[], object] | None = None) -> None:
        """Ask how many vote; `then` is done once that is kept."""
        self._number = self._now or _USUAL
        self._begun = False
        self._then = then

    @property
    def _now(self) -> int:
        """How many vote as it was said; 0 where nobody said it."""
        ballot = self.sitting.ballot
        return self.sitting.assessment.meeting.voters if ballot is None else ballot.voters

    @property
    def hides(self) -> bool:
        """Nothing else opens while a vote runs."""
        return self.sitting.ballot is not None

    @property
    def unkept(self) -> bool:
        """Whether the number is another one than was kept; Enter keeps it."""
        return self._number not in (self._now, 0) and self._now > 0

    def title(self) -> str:
        """Return the title."""
        return self.say("How many of you vote?")

    def _lines(self, width: int) -> Sequence[Content]:
        say, ballot = self.say, self.sitting.ballot
        number = join(text(f"{self._number}   ", "chosen"), "  ")
        row, *more = boxes(0, self._number, self.signs, width - 6)
        lines = [join(number, row), *[join(" " * 6, each) for each in more], NOTHING]
        if ballot is None:
            lines += paragraph(say("Count a facilitator who votes as well."), width, "faint")
        else:
            told = say.many(
                "{count} vote is in, and stays in.", "{count} votes are in, and stay in.",
                ballot.fallen,
            )  # fmt: skip
            lines += paragraph(told, width, "faint")
            if self._can_end:
                lines += paragraph(say("Has somebody left? e ends with these."), width, "faint")
            if ballot.position and not ballot.is_word_whole:
                begun = say("One more was begun: if its voter has left, it does not count.")
                lines += paragraph(begun, width, "faint")
        if min(self._number, self._at_the_end) < ANONYMOUS_FROM:
            few = say("With fewer than {least}, votes cannot be anonymous.", least=ANONYMOUS_FROM)
            lines += paragraph(few, width, "caution")
        return lines

    def show(self) -> None:
        """Draw the number."""
        super().show()
        self._told.show()

    def offers(self, command: Command) -> bool:
        """Offer to end with those who voted where others did not vote yet."""
        if command.action == "end":
            return self._can_end
        return super().offers(command)

    @property
    def _can_end(self) -> bool:
        """Whether somebody voted, and somebody else did not yet."""
        ballot = self.sitting.ballot
        return ballot is not None and 0 < ballot.fallen < ballot.voters

    @property
    def _at_the_end(self) -> int:
        """How many votes would be shown if it ended now; as many as are said, where it cannot."""
        ballot = self.sitting.ballot
        return self._number if ballot is None or not self._can_end else ballot.fallen

    def action_type(self, digit: str = "") -> None:
        """Write a digit, behind the one before."""
        if not digit:
            return
        longer = self._number * 10 + int(digit)
        self._number = longer if self._begun and longer <= MAX_VOTERS else int(digit)
        self._begun = self._number > 0
        self._number = max(1, self._number)
        self.peil.changed()

    def action_count(self, by: int) -> None:
        """Count one up or down."""
        self._begun = False
        self._number = max(1, min(MAX_VOTERS, self._number + by))
        self.peil.changed()

    def action_keep(self) -> None:
        """Keep the number, and go on with what waited for it."""
        self._say(self._number)

    def action_end(self) -> None:
        """Let those who voted be all."""
        ballot = self.sitting.ballot
        if ballot is not None and ballot.fallen:
            self._say(ballot.fallen)

    def _say(self, number: int) -> None:
        then, self._begun = self._then, False
        if not self.peil.attempt(lambda: self.sitting.set_meeting(voters=number)):
            return
        self.close()
        if then is not None:
            then()

    def forget(self) -> None:
        """Wait for nothing any more."""
        self._then = None
