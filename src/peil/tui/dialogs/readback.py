"""An edited action list: what it would change, and taking that over."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.report.readback_text import told
from peil.text.languages import mark
from peil.tui.dialogs.readback_sheet import ReadBackScene, readback_sheet
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

if TYPE_CHECKING:
    from peil.report.readback import ReadBack as Found


class ReadBack(Overlay):
    """Shows what would change; `y` takes it over, Escape leaves all as it is.

    Enter only reads on: whoever opens this with Enter may press it once too often.
    """

    DEFAULT_CSS = "ReadBack Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("y",),
            "take_over",
            mark("y"),
            mark("take over"),
            mark("Take over what the list says. What is there now is kept, and z undoes it."),
            palette=False,
        ),
        Command(
            ("n",),
            "close",
            mark("Esc or n"),
            mark("leave"),
            mark("Leave everything as it is; the list can be read back later."),
            palette=False,
        ),
        Command(
            ("space",),
            "choose",
            mark("Space"),
            mark("swap"),
            mark("Where both changed: take what the list says, or leave what Peil holds."),
            palette=False,
        ),
        Command(
            ("enter", "pagedown"),
            "scroll(1)",
            mark("Enter"),
            mark("further"),
            mark("Read on."),
            palette=False,
        ),
        Command(
            ("down", "j"),
            "move(1)",
            "↑ ↓",
            mark("up, down"),
            mark("Move the cursor, or read on."),
            palette=False,
        ),
        Command(
            ("up", "k"), "move(-1)", "↑", mark("up"), mark("Move up."), footer=False, palette=False
        ),
        Command(
            ("pageup",),
            "scroll(-1)",
            "PgUp",
            mark("up"),
            mark("Read back."),
            footer=False,
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says which list."""
        super().__init__()
        self._found: Found | None = None
        self._chosen: set[int] = set()
        self._cursor: str | None = None

    def compose(self) -> ComposeResult:
        """One list to read."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, found: "Found") -> None:
        """Show what this list would change; where that is nothing, remember that it was read."""
        self._found, self._chosen = found, set()
        self._cursor = "0" if found.changes.conflicts else None
        if found.changes_nothing and not self.sitting.looks_only:
            self._take(found)

    def forget(self) -> None:
        """Choose anew the next time."""
        self._chosen = set()

    def title(self) -> str:
        """Return the title."""
        return self.say("Read the list back")

    def offers(self, command: Command) -> bool:
        """Leave out of the footer what needs something to take over, or to choose."""
        changes = None if self._found is None else self._found.changes
        if command.action == "choose":
            return changes is not None and bool(changes.conflicts)
        if command.action == "take_over":
            return self._found is not None and not self._found.changes_nothing
        return super().offers(command)

    def key_brief(self, command: Command) -> str:
        """Return "close" where there is nothing to leave."""
        if command.action == "close" and self._found and self._found.changes_nothing:
            return self.say("close")
        return super().key_brief(command)

    def show(self) -> None:
        """Draw what would change."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        if self._found is None:
            return Sheet()
        scene = ReadBackScene(
            self.sitting, self._found, self._chosen, self._cursor, self.say, self.signs
        )
        return readback_sheet(scene, width - 2)

    # What keys do

    def action_move(self, by: int) -> None:
        """Move the cursor to another conflict; where there is none, scroll."""
        lines = self.query_one(Lines)
        there = moved(names_of(lines.sheet), self._cursor, by)
        if there == self._cursor:
            lines.scroll_by(by)
        else:
            self._cursor = there
            lines.redraw()

    def action_scroll(self, direction: int) -> None:
        """Move a page."""
        self.query_one(Lines).scroll_pages(direction)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse."""
        event.stop()
        self._cursor = event.name
        self.action_choose()

    def action_choose(self) -> None:
        """Take the list's side of a conflict, or Peil's."""
        if self._cursor is not None:
            self._chosen ^= {int(self._cursor)}
            self.query_one(Lines).redraw()

    def action_take_over(self) -> None:
        """Take over what the list says, and say what was done."""
        found, chosen = self._found, len(self._chosen)
        if found is None or found.changes_nothing:
            self.close()
            return
        if not self._take(found):
            return
        self.close()
        if self.peil.page_name != "plan":
            self.peil.open_page("plan")  # there stands what came of it, and z undoes it
        self.peil.changed()
        sentence = " ".join((told(found.changes, chosen, self.say), self.say("z undoes it.")))
        self.screen.call_after_refresh(self.peil.tell, sentence, "good")

    def _take(self, found: "Found") -> bool:
        from peil.report.taking_over import take_over

        chosen = tuple(self._chosen)
        return self.peil.attempt(lambda: take_over(self.sitting, found, chosen))
