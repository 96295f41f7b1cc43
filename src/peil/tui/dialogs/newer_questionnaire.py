"""A newer version of a questionnaire: what it would change, and taking it over."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.text.languages import mark
from peil.tui.content import NOTHING, join, paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from peil.sitting.updating import Update


class NewerQuestionnaire(Overlay):
    """Shows what would change; `t` takes it over, anything else leaves all as it is.

    Enter only reads on: whoever opens this with Enter may press it once too often.
    """

    DEFAULT_CSS = "NewerQuestionnaire Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("t",),
            "take_over",
            "t",
            mark("take it over"),
            mark("Go on with the newer version. What is there now is kept, and z undoes it."),
            palette=False,
        ),
        Command(
            ("l",),
            "close",
            mark("Esc or l"),
            mark("later"),
            mark("Leave everything as it is; the newer version waits."),
            palette=False,
        ),
        Command(
            ("enter", "down", "j", "pagedown", "space"),
            "scroll(1)",
            mark("Enter or ↓"),
            mark("further"),
            mark("Read on."),
            palette=False,
        ),
        Command(
            ("up", "k", "pageup"), "scroll(-1)", "↑", mark("up"), mark("Read back."), palette=False
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says which versions."""
        super().__init__()
        self._updates: Sequence[Update] = ()

    def compose(self) -> ComposeResult:
        """One list to read."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, updates: "Sequence[Update]") -> None:
        """Show these newer versions, one after another."""
        self._updates = updates

    def title(self) -> str:
        """Return the title, with the questionnaire's."""
        if not self._updates:
            return ""
        update = self._updates[0]
        return self.say(
            "{title}: version {after} in the place of {before}",
            title=update.title,
            before=update.from_version,
            after=update.to_version,
        )

    def show(self) -> None:
        """Draw what would change."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        from peil.report.differences import difference_lines

        lines: list[Content] = []
        if self._updates:
            for line in difference_lines(self._updates[0], self.say):
                inset = len(line) - len(line.lstrip(" "))
                folded = paragraph(line, width - 2 - inset) if line else [NOTHING]
                lines += [join(" " * inset, each) for each in folded]
            lines += [NOTHING, *paragraph(self.say(_PROMISE), width - 2, "faint")]
        return Sheet(lines)

    def action_scroll(self, direction: int) -> None:
        """Move a page."""
        self.query_one(Lines).scroll_pages(direction)

    def action_take_over(self) -> None:
        """Take the newer version over; then show the next one, or say what to do now."""
        update, *rest = self._updates
        if not self.peil.attempt(lambda: self.sitting.update_questionnaire(update)):
            return
        if rest:
            self.about(rest)
            self.query_one(Lines).to_top()
            self.show()
            return
        self.close()
        self.peil.changed()
        self.peil.tell(self._told(), "good")

    def _told(self) -> str:
        """Return what to do now that it is taken over."""
        again = sum(bool(each.formerly) for each in self.sitting.assessment.answers.values())
        if not again:
            return self.say("Taken over; z undoes it.")
        return self.say.many(
            "Taken over; z undoes it. {count} answer is marked {flag} (g): does it still fit?",
            "Taken over; z undoes it. {count} answers are marked {flag} (g): do they still fit?",
            again,
            flag=self.signs.flag,
        )


_PROMISE = mark(
    "Nothing that was answered is dropped: what is no longer asked stays to be read, and answers "
    "to levels that read otherwise are marked, to look at again."
)
