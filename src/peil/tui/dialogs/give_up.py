"""Giving a running vote up: asked first, because what was voted is then gone."""

from typing import ClassVar

from textual.app import ComposeResult

from peil.text.languages import mark
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet, Spot

GO_ON, GIVE_UP = "go-on", "give-up"
"""The two answers; the first one is there at first."""
_ANSWERS = {GO_ON: mark("No, go on with the vote"), GIVE_UP: mark("Yes, give it up")}
_EFFECT = mark(
    "{fallen} of {voters} votes are in. Giving up throws them away: nothing of them is kept, and "
    "nothing is shown. You can vote again from the start."
)


class GiveUp(Overlay):
    """Asks; nothing happens until Yes is chosen."""

    DEFAULT_CSS = "GiveUp Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "choose",
            mark("Enter"),
            mark("choose"),
            mark("Take this answer."),
            palette=False,
        ),
        Command(
            ("down", "j", "up", "k"),
            "move",
            "↑ ↓",
            mark("the other one"),
            mark("Move to the other answer."),
            palette=False,
        ),
        Command(
            ("x", "tab"),
            "close",
            mark("Esc or x"),
            mark("go on with the vote"),
            mark("Close, and go on with the vote."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it, with No chosen."""
        super().__init__()
        self._cursor = GO_ON
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    @property
    def hides(self) -> bool:
        """Nothing else opens while a vote runs."""
        return True

    def title(self) -> str:
        """Return the question."""
        return self.say("Give this vote up?")

    def show(self) -> None:
        """Draw the answers."""
        super().show()
        if self._lines is not None:
            self._lines.refresh(layout=True)
            self._lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        ballot = self.sitting.ballot
        if ballot is None:
            return Sheet()
        effect = self.say(_EFFECT, fallen=ballot.fallen, voters=ballot.voters)
        lines = [*paragraph(effect, width - 2), NOTHING]
        spots = []
        for name, words in _ANSWERS.items():
            here = name == self._cursor
            sign = text(self.signs.cursor if here else " ", "cursor")
            spots.append(Spot(name, len(lines), 0, width))
            lines.append(join(sign, " ", text(self.say(words), "strong" if here else "plain")))
        return Sheet(lines, spots, self._cursor)

    def action_move(self) -> None:
        """Move to the other answer."""
        self._cursor = GIVE_UP if self._cursor == GO_ON else GO_ON
        self.show()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click takes it."""
        event.stop()
        self._cursor = event.name
        self.show()
        if event.again:
            self.action_choose()

    def action_choose(self) -> None:
        """Go on, or give the vote up and leave."""
        gives_up = self._cursor == GIVE_UP
        self.close()
        if gives_up:
            self.peil.give_up_vote()

    def forget(self) -> None:
        """Begin with No the next time."""
        self._cursor = GO_ON
