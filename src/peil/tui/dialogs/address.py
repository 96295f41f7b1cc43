"""The addresses beside a question: each shown whole before anything is opened."""

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.text.addresses import addresses, host_of
from peil.text.languages import mark
from peil.tui.browser import open_outside
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved, names_of

if TYPE_CHECKING:
    from textual.content import Content


def addresses_beside(sitting: Sitting, question: str) -> tuple[str, ...]:
    """Return the addresses in a question's evidence, note and sources, each once."""
    answer = sitting.answer(question)
    texts = (answer.evidence, answer.note, *sitting.items.question(question).source)
    return tuple(dict.fromkeys(address for each in texts for address in addresses(each)))


class AddressList(Overlay):
    """Shows whole addresses; only Enter here opens the one under the cursor."""

    DEFAULT_CSS = "AddressList Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "open",
            mark("Enter"),
            mark("open outside"),
            mark("Open the address under the cursor in your browser or mail program."),
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
        Command(
            ("x", "o", "tab"),
            "close",
            mark("Esc or Tab"),
            mark("do not open"),
            mark("Close without opening anything."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `about` says which addresses."""
        super().__init__()
        self._addresses: tuple[str, ...] = ()
        self._cursor: str | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, found: tuple[str, ...]) -> None:
        """Show these addresses, which `addresses` found."""
        self._addresses = found
        self._cursor = next(iter(found), None)

    def title(self) -> str:
        """Return the title."""
        return self.say("Open an address outside Peil?")

    def show(self) -> None:
        """Draw the list again."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        lines: list[Content] = []
        spots: list[Spot] = []
        for address in self._addresses:
            if lines:
                lines.append(NOTHING)
            sign = self.signs.cursor if address == self._cursor else " "
            leads = self.say("leads to {host}", host=host_of(address))
            block = [
                *paragraph(address, width - 4, "strong"),
                *paragraph(leads, width - 4, "faint"),
            ]
            for row, line in enumerate(block):
                spots.append(Spot(address, len(lines), 0, width))
                lines.append(join(text(sign if row == 0 else " ", "cursor"), " ", line))
        return Sheet(lines, spots, self._cursor)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        lines = self.query_one(Lines)
        self._cursor = moved(names_of(lines.sheet), self._cursor, by)
        lines.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; nothing is opened by it."""
        event.stop()
        self._cursor = event.name
        self.query_one(Lines).redraw()

    def action_open(self) -> None:
        """Open the address under the cursor, without waiting for the browser."""
        if self._cursor is None:
            return
        address = self._cursor
        self.close()
        self.peil.tell(self.say("Opening {address} …", address=address), "faint")
        # Not one of the loop's own threads: Peil would wait for the browser when it stops.
        Thread(target=self._opened, args=(address,), daemon=True).start()

    def _opened(self, address: str) -> None:
        """Open an address, in a thread of its own, and say why where it does not open."""
        try:
            open_outside(address)
        except PeilError as error:
            sentence = f"{error.sentence(self.say)} {address}"
            with suppress(RuntimeError):  # Peil has stopped meanwhile
                self.app.call_from_thread(self.peil.tell, sentence, "failed")
