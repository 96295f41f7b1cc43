"""Looking at every file of the data folder, and repairing what can be repaired."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from peil.errors import PeilError
from peil.store.writer import Saved
from peil.text.languages import mark
from peil.tui.dialogs.checking_sheet import CheckScene, checking_sheet
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet, moved, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.store.findings import Finding
    from peil.store.repairing import Repaired
    from peil.tui.app import PeilApp

REPAIR = Command(
    ("r",),
    "repair",
    "r",
    mark("repair"),
    mark("Repair what can be repaired. Each file is copied first, so nothing is lost."),
    palette=False,
)
EARLIER = Command(
    ("b",),
    "earlier",
    "b",
    mark("earlier saves"),
    mark("See the earlier saves of the assessment under the cursor, and go back to one."),
    palette=False,
)
TAKE_IN = Command(
    ("o",),
    "take_in",
    "o",
    mark("open this file"),
    mark("Open the file under the cursor as an assessment of its own, beside the others."),
    palette=False,
)
PUT_AWAY = Command(
    ("d", "delete"),
    "put_away",
    "d",
    mark("put away"),
    mark("Move the file under the cursor to deleted/, where nothing asks for a look any more."),
    palette=False,
)
_SAVES_THERE = mark(
    "This window saves your answers to that file, and no other file has them. Open it with o as an "
    "assessment of its own first; then it can be put away."
)


class Checking(Overlay):
    """Shows what is amiss, how many files are whole, and what was repaired."""

    DEFAULT_CSS = "Checking Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter", "x"), "close", mark("Enter"), mark("close"), mark("Close."), palette=False
        ),
        REPAIR,
        TAKE_IN,
        PUT_AWAY,
        EARLIER,
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
    )

    def __init__(self) -> None:
        """Make it; `begin` lets it look."""
        super().__init__()
        self._findings: Sequence[Finding] | None = None
        self._repaired: Sequence[Repaired] | None = None
        self._cursor: str | None = None
        self._wished: str | None = None
        """Where the cursor was when something was put away: there it stays."""
        self._turn = 0

    def compose(self) -> ComposeResult:
        """One list to read."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def title(self) -> str:
        """Return the title."""
        return self.say("Check all files")

    def offers(self, command: Command) -> bool:
        """Return whether the footer shows a command: what can be done here."""
        if command is REPAIR:
            return self._can_repair
        here = self._here
        if command is EARLIER:
            return here is not None and here.assessment is not None
        if command is TAKE_IN:
            return here is not None and here.state == "conflict"
        if command is PUT_AWAY:
            return here is not None and here.can_go
        return super().offers(command)

    @property
    def _amiss(self) -> "list[Finding]":
        """What there is something to say of, the serious first."""
        told = [each for each in self._findings or () if each.message is not None]
        return sorted(told, key=lambda each: not each.serious)

    @property
    def _can_repair(self) -> bool:
        """Whether there is something to repair that was not tried yet."""
        return self._repaired is None and any(each.repairable for each in self._findings or ())

    @property
    def _here(self) -> "Finding | None":
        """What the cursor stands on."""
        place = -1 if self._cursor is None else int(self._cursor)
        return self._amiss[place] if 0 <= place < len(self._amiss) else None

    def show(self) -> None:
        """Draw what is known by now."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    @property
    def _is_there(self) -> bool:
        """Whether somebody still looks: a thread may be done after Peil began to stop."""
        return self.peil.is_running and bool(self.peil.screen_stack)

    # Looking and repairing, each in a thread

    def begin(self) -> None:
        """Look at all files anew."""
        self._findings = self._repaired = self._cursor = None
        self._turn += 1
        # The thread may be done before the dialog is mounted, and knows its app: it is told.
        look = partial(self._look, self.peil, self._turn)
        self.peil.run_worker(look, thread=True, group="checking")

    def _look(self, app: "PeilApp", turn: int) -> None:
        from peil.store.examining import examine

        app.call_from_thread(self._looked, turn, examine(app.desk.workspace))

    def _looked(self, turn: int, findings: "Sequence[Finding]") -> None:
        if turn == self._turn and self._is_there:
            self._findings = findings
            self._shown_anew()

    def action_repair(self) -> None:
        """Repair in a thread what can be repaired; what is open is put aside meanwhile."""
        if not self._can_repair or not self.peil.put_aside():
            return
        self._repaired, self._findings = (), None
        self._turn += 1
        self.peil.run_worker(partial(self._repair, self._turn), thread=True, group="checking")
        self._shown_anew()

    def _repair(self, turn: int) -> None:
        from peil.sitting.repairing import repair
        from peil.store.examining import examine

        workspace = self.peil.desk.workspace
        repaired = repair(workspace)
        self.app.call_from_thread(self._mended, turn, repaired, examine(workspace))

    def _mended(
        self, turn: int, repaired: "Sequence[Repaired]", findings: "Sequence[Finding]"
    ) -> None:
        """Show what was done, and open again what was put aside for it."""
        if not self._is_there:
            return
        if turn == self._turn:
            self._repaired, self._findings = repaired, findings
        if self.peil.take_up():
            self.peil.changed()
        self._shown_anew()

    def _shown_anew(self) -> None:
        last = len(self._amiss) - 1
        self._cursor = str(min(int(self._wished or 0), last)) if last >= 0 else None
        self._wished = None
        if self.peil.peil_screen.overlay is self and self.query(Lines):
            self.query_one(Lines).to_top()
            self.show()
            self.peil.peil_screen.show_frame()

    def _sheet(self, width: int, _height: int) -> Sheet:
        scene = CheckScene(
            self._findings,
            self._amiss,
            self._repaired,
            self._cursor,
            self._can_repair,
            self.say,
            self.signs,
        )
        return checking_sheet(scene, width)

    # What keys do

    def action_move(self, by: int) -> None:
        """Move the cursor up or down."""
        lines = self.query_one(Lines)
        self._cursor = moved(names_of(lines.sheet), self._cursor, by)
        lines.redraw()
        self.peil.peil_screen.footer.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse."""
        event.stop()
        self._cursor = event.name
        self.action_move(0)

    def action_earlier(self) -> None:
        """Show the earlier saves of the assessment under the cursor in place of this."""
        here = self._here
        if here is not None and here.assessment is not None:
            self.close()
            self.peil.open_earlier(here.assessment)

    def action_take_in(self) -> None:
        """Offer to open a copy of an assessment that stands beside it."""
        here = self._here
        if here is not None and here.state == "conflict":
            self.close()
            self.peil.open_file(here.path)

    def action_put_away(self) -> None:
        """Move a file that only lies beside the assessments away, say where to, and look again."""
        here = self._here
        if here is None or not here.can_go:
            return
        sitting, place = self.peil.open_sitting, self._cursor
        status = None if sitting is None else sitting.status
        if isinstance(status, Saved) and status.beside == str(here.path):
            self.peil.tell(self.say(_SAVES_THERE), "failed")
            return
        held = None if sitting is None or sitting.looks_only else sitting.assessment.id
        try:
            moved_to = self.peil.desk.workspace.put_away(here.path, held)
        except PeilError as error:
            self.peil.tell(error.sentence(self.say), "failed")
            return
        self.begin()
        self._wished = place
        self.peil.changed()
        told = self.say("Moved to {place}; from there it can be brought back.", place=str(moved_to))
        self.screen.call_after_refresh(self.peil.tell, told, "good")
