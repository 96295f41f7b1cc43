"""Earlier saves of an assessment, the newest first; one of them can be put back."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.report.copies import STATES, WHY
from peil.text.days import today
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, columns, fit, join, paragraph, text, width_of
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.times import moment_words
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.store.copies import Copy
    from peil.store.loading import Loaded
    from peil.store.workspace import Workspace

LEAVE, PUT_BACK = "leave", "put-back"
"""The two answers to the question whether to put a save back."""


class Earlier(Overlay):
    """Lists the saves; Enter on one says what would happen, and asks."""

    DEFAULT_CSS = "Earlier Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "choose",
            mark("Enter"),
            mark("choose"),
            mark("Say what going back to this save would do, and ask; or take this answer."),
            palette=False,
        ),
        Command(
            ("up", "k"), "move(-1)", "↑ ↓", mark("choose"), mark("Move the cursor."), palette=False
        ),
        Command(
            ("down", "j"),
            "move(1)",
            "↓",
            mark("down"),
            mark("Move down."),
            footer=False,
            palette=False,
        ),
        Command(("x",), "close", "x", mark("close"), mark("Close the list."), palette=False),
    )

    def __init__(self) -> None:
        """Make it; `about` says of which assessment."""
        super().__init__()
        self._assessment = ""
        self._title = ""
        self._now: Loaded | None = None
        self._copies: Sequence[Copy] = ()
        self._cursor: str | None = None
        self._asked: Copy | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, assessment: str) -> None:
        """List the saves of an assessment, given by its id; PeilError when they cannot be."""
        workspace = self.peil.desk.workspace
        self._copies = workspace.copies(assessment)
        self._assessment, self._asked = assessment, None
        self._cursor = str(self._copies[0].number) if self._copies else None
        try:
            self._now = workspace.read(assessment)
        except PeilError:
            self._now = None
        titles = [copy.summary.title for copy in self._copies if copy.summary is not None]
        self._title = self._now.summary.title if self._now else next(iter(titles), assessment)

    def title(self) -> str:
        """Return the title, with the name of the assessment."""
        return self.say("Earlier saves: {title}", title=self._title)

    def key_brief(self, command: Command) -> str:
        """Return "go back" for Enter in the list."""
        if command.action == "choose" and self._asked is None:
            return self.say("go back…")
        return super().key_brief(command)

    def show(self) -> None:
        """Draw the list again."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    # What it draws

    def _sheet(self, width: int, _height: int) -> Sheet:
        if self._asked is not None:
            return self._question(self._asked, width)
        if not self._copies:
            told = self.say(
                "There is no earlier save yet. One is kept at the first change of each sitting."
            )
            return Sheet(paragraph(told, width))
        lines: list[Content] = [self._as_it_is(width), NOTHING]
        spots = []
        for copy in self._copies:
            spots.append(Spot(str(copy.number), len(lines), 0, width))
            lines.append(self._line(copy, width))
        return Sheet(lines, spots, self._cursor)

    def _as_it_is(self, width: int) -> Content:
        """Return the line of the assessment as it now is."""
        if not self.peil.desk.workspace.exists(self._assessment):
            return text(self.say("Now: gone; only these saves are left."), "failed")
        if self._now is None or self._now.known.damaged:
            return text(self.say("Now: damaged."), "failed")
        told = self.say(
            "Now: {answered} of {asked} answered, last changed {when}",
            answered=self._now.summary.answered,
            asked=self._now.summary.asked,
            when=moment_words(self._now.summary.changed, today(), self.say),
        )
        return fit(text(told, "faint"), width)

    def _line(self, copy: "Copy", width: int) -> Content:
        """Return one save: when, why it was kept, how much was answered, and what is amiss."""
        here = str(copy.number) == self._cursor
        caret = text(self.signs.cursor if here else " ", "cursor")
        before, after = self._sides
        room = max(0, width - 2 - 1 - before - after)
        cells = [
            (text(self._when(copy), "strong" if here else "plain"), before),
            (join(fit(text(self.say(WHY[copy.why]), "faint"), room - 2), "  "), room),
            (self._state(copy), after),
        ]
        return join(caret, " ", columns(cells))

    @property
    def _sides(self) -> tuple[int, int]:
        """The widths of the first and the last column, with the space after the first."""
        before = max(width_of(self._when(copy)) for copy in self._copies) + 2
        return before, max(width_of(self._state(copy)) for copy in self._copies)

    def _when(self, copy: "Copy") -> str:
        """Return when a save was last changed."""
        return moment_words(copy.time, today(), self.say) or "?"

    def _state(self, copy: "Copy") -> Content:
        """Return what is amiss with a save, or how much was answered in it."""
        amiss = STATES.get(copy.state)
        return text(self.say(amiss), "failed") if amiss else text(_answered(copy, self.say))

    def _question(self, copy: "Copy", width: int) -> Sheet:
        """Return what putting a save back would do, and the two answers."""
        lines = [self._line(copy, width), NOTHING]
        lines += paragraph(self._effect(copy), width - 2)
        lines.append(NOTHING)
        spots = []
        answers = (
            (LEAVE, self.say("No, leave everything as it is")),
            (PUT_BACK, self.say("Yes, go back to this one")),
        )
        for name, words in answers:
            here = name == self._cursor
            sign = text(self.signs.cursor if here else " ", "cursor")
            spots.append(Spot(name, len(lines), 0, width))
            lines.append(join(sign, " ", text(words, "strong" if here else "plain")))
        return Sheet(lines, spots, self._cursor)

    def _effect(self, copy: "Copy") -> str:
        """Return in a sentence what putting a save back would do."""
        return self.say(
            "{title} becomes again what it was then, with {answered} answered. What it is now is "
            "kept and will stand first in this list, so nothing is lost.",
            title=self._title,
            answered=_answered(copy, self.say) or "?",
        )

    # What keys do

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        lines = self.query_one(Lines)
        self._cursor = moved(names_of(lines.sheet), self._cursor, by)
        lines.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click takes it."""
        event.stop()
        self._cursor = event.name
        self.query_one(Lines).redraw()
        if event.again:
            self.action_choose()

    def action_choose(self) -> None:
        """Ask about the save under the cursor, or take the answer under it."""
        if self._asked is not None:
            asked, self._asked = self._asked, None
            if self._cursor == PUT_BACK:
                self._put_back(asked)
            else:
                self._back_to_list(asked)
            return
        copy = next((each for each in self._copies if str(each.number) == self._cursor), None)
        if copy is None:
            self.close()
        elif copy.state == "damaged":
            self.peil.tell(self.say("This save is damaged. Choose another one."), "failed")
        else:
            self._asked, self._cursor = copy, LEAVE
            self._draw_anew()

    def close(self) -> None:
        """Go back from the question to the list, or close the list."""
        if self._asked is not None:
            self._back_to_list(self._asked)
        else:
            super().close()

    def _back_to_list(self, asked: "Copy") -> None:
        self._asked, self._cursor = None, str(asked.number)
        self._draw_anew()

    def _draw_anew(self) -> None:
        self.query_one(Lines).to_top()
        self.show()
        self.peil.peil_screen.show_frame()

    def _put_back(self, copy: "Copy") -> None:
        """Put a save back; the open assessment is closed for it and opened again."""
        workspace, assessment = self.peil.desk.workspace, self._assessment
        super().close()
        if self.peil.replaced(assessment, partial(restore, workspace, assessment, copy)):
            self.peil.tell(
                self.say(
                    "{title} is again as it was {when}. What it replaced stands first among the "
                    "earlier saves now.",
                    title=self._title,
                    when=moment_words(copy.time, today(), self.say),
                ),
                "good",
            )


def restore(workspace: "Workspace", assessment: str, wanted: "Copy") -> None:
    """Put a save back that was listed a while ago; PeilError when it cannot be.

    Closing the assessment may have made one more, so that numbers are others by now.
    """
    for copy in workspace.copies(assessment):
        if (copy.saves, copy.time, copy.state) == (wanted.saves, wanted.time, wanted.state):
            workspace.restore(assessment, copy.number)
            return
    raise PeilError(
        mark(
            "This save was cleared away meanwhile, because there were too many. Choose another one."
        )
    )


def _answered(copy: "Copy", say: Words) -> str:
    """Return how much was answered in a save; empty when unknown."""
    if copy.summary is None:
        return ""
    return say("{answered} of {asked}", answered=copy.summary.answered, asked=copy.summary.asked)
