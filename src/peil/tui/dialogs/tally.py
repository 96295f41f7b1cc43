"""A tally: cards or fingers are up, and one types them in a row. Nothing typed is shown."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.assessment.ballot import OTHER_SIGNS, signs_of
from peil.text.languages import mark
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.pages.vote_keys import SIGNS, TAKE_BACK, VOTE
from peil.tui.pages.vote_scene import asked_again
from peil.tui.pages.vote_sheet import VoteScene, vote_sheet
from peil.tui.tallying import TallyWord
from peil.tui.widgets.lines import Lines, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.tui.overlay import Line

_CARDS = mark(
    "On three, everybody puts up a card or fingers. Type what is up, in a row: one sign for each "
    "of you. What you type is not shown."
)
_UNKNOWN = mark("How many of you vote was not said yet: what you type now says it.")


class Tally(Overlay):
    """Takes a finished round on one question, in one go."""

    DEFAULT_CSS = "Tally { height: 100%; max-width: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        VOTE._replace(about=mark("One vote: the number of a level, ? or d, or -.")),
        Command(
            ("enter",),
            "finish",
            mark("Enter"),
            mark("show"),
            mark("Take these votes as a round, and show them."),
            palette=False,
        ),
        Command(
            ("k",),
            "keyboard",
            "k",
            mark("keyboard round"),
            mark("Let the keyboard go round instead: everybody votes alone, with one key."),
            palette=False,
        ),
        Command(
            ("f2", "tab"),
            "close",
            mark("Esc or Tab"),
            mark("leave"),
            mark("Close; nothing of what was typed is kept."),
            palette=False,
        ),
        TAKE_BACK._replace(about=mark("Take back what was typed last.")),
        Command(
            ("delete",),
            "begin_again",
            mark("Delete"),
            mark("again"),
            mark("Type all of them again."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says for which question."""
        super().__init__()
        self._question = ""
        self._typed: TallyWord | None = None
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Everything is one drawn widget, which covers the page: no answer stands behind it."""
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    def about(self, question: str) -> None:
        """Take the votes on a question, given by its full id."""
        self._question = question
        self._begin()

    def _begin(self) -> None:
        signs = signs_of(self.sitting.items, self._question)
        self._typed = TallyWord(signs, self.sitting.assessment.meeting.voters)

    @property
    def hides(self) -> bool:
        """Votes are typed here."""
        return True

    @property
    def unkept(self) -> bool:
        """Whether votes are typed that Enter has not taken yet."""
        return self._typed is not None and self._typed.typed > 0

    def title(self) -> str:
        """Return which round it is."""
        if self._typed is None:
            return ""
        number = 1 + len(self.sitting.vote_on(self._question).rounds)
        return self.say("Tally of round {number}", number=number)

    @property
    def _levels(self) -> str:
        levels = signs_of(self.sitting.items, self._question).removesuffix("".join(OTHER_SIGNS))
        return f"{levels[0]}-{levels[-1]}"

    def _sheet(self, width: int, height: int) -> Sheet:
        typed, say = self._typed, self.say
        if typed is None:
            return Sheet()
        question = self.sitting.items.question(self._question)
        scene = VoteScene(
            face="tally",
            say=say,
            signs=self.signs,
            way="tally",
            voters=typed.voters,
            fallen=typed.typed,
            position=0,
            margin=1,
            levels=self._levels,
            question=question.text,
            introduction=question.introduction,
            options=tuple((str(level.number), level.text) for level in question.levels),
            told=(say(_CARDS), *(() if typed.voters else (say(_UNKNOWN),))),
            caution=asked_again(typed.voters, typed.typed, say) if typed.asks else "",
        )
        return vote_sheet(scene, width, height)

    def show(self) -> None:
        """Draw how many votes are typed."""
        super().show()
        if self._lines is not None:
            self._lines.redraw()

    def key_sign(self, command: Command) -> str:
        """Return the levels of the question with the keys that vote."""
        if command.action == "vote" and self._typed is not None:
            return f"{self._levels} ? -"
        return super().key_sign(command)

    def help_first(self) -> "Sequence[Line]":
        """Return what a tally is for."""
        return [
            self.say(
                "A tally is the quick way for one question. Where somebody might look at the "
                "others first, pass the keyboard instead: then nobody sees anything until all "
                "votes are in."
            )
        ]

    def action_vote(self, key: str = "") -> None:
        """Take one vote; what is wrong with it is said without naming it."""
        typed = self._typed
        if typed is not None and key:
            self.peil.attempt(lambda: typed.give(SIGNS.get(key, key)))

    def action_take_back(self) -> None:
        """Take the last one back."""
        if self._typed is not None:
            self._typed.take_back_sign()
        self.peil.changed()

    def action_begin_again(self) -> None:
        """Begin again without a vote."""
        self._begin()
        self.peil.changed()

    def action_finish(self) -> None:
        """Take the votes as a round and show them; ask once more where one seems to be missing."""
        typed, question = self._typed, self._question
        if typed is None:
            return
        sure: list[bool] = []
        if not self.peil.attempt(lambda: sure.append(typed.is_sure())) or not all(sure):
            return
        if self.peil.attempt(lambda: self._keep_round(typed)):
            self.close()
            self.peil.show_tallied(question)

    def _keep_round(self, typed: TallyWord) -> None:
        self.sitting.tally(self._question, typed.word)
        if not typed.voters:
            self.sitting.set_meeting(voters=typed.typed)

    def action_keyboard(self) -> None:
        """Let the keyboard go round for this question instead."""
        question = self._question
        self.close()
        self.peil.begin_vote([question], "keyboard")

    def forget(self) -> None:
        """Forget what was typed."""
        self._typed = None
