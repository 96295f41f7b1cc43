"""Looking at every file of the data folder, and repairing what can be repaired."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.text.languages import Words, mark, mark_many
from peil.tui.content import NOTHING, join, paragraph, text
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.lines import Lines, Sheet

if TYPE_CHECKING:
    from peil.store.findings import Finding, Group
    from peil.store.repairing import Repaired

REPAIR = Command(
    ("r",),
    "repair",
    "r",
    mark("repair"),
    mark("Repair what can be repaired. Each file is copied first, so nothing is lost."),
    palette=False,
)
_LOOKING = mark("Looking at all files…")
_REPAIRING = mark("Repairing…")
_KINDS: "tuple[tuple[Group, tuple[str, str]], ...]" = (
    ("assessments", mark_many("{count} assessment", "{count} assessments")),
    ("copies", mark_many("{count} earlier version", "{count} earlier versions")),
    ("questionnaires", mark_many("{count} questionnaire", "{count} questionnaires")),
    ("deleted", mark_many("{count} deleted assessment", "{count} deleted assessments")),
)
"""What is counted of the files that are whole."""


class Checking(Overlay):
    """Shows what is amiss, how many files are whole, and what was repaired."""

    DEFAULT_CSS = "Checking Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter", "x"), "close", mark("Enter"), mark("close"), mark("Close."), palette=False
        ),
        REPAIR,
        Command(
            ("down", "j", "pagedown", "space"),
            "scroll(1)",
            "↓",
            mark("further"),
            mark("Read on."),
            palette=False,
        ),
        Command(
            ("up", "k", "pageup"), "scroll(-1)", "↑", mark("up"), mark("Read back."), palette=False
        ),
    )

    def __init__(self) -> None:
        """Make it; `begin` lets it look."""
        super().__init__()
        self._findings: Sequence[Finding] | None = None
        self._repaired: Sequence[Repaired] | None = None
        self._failed: PeilError | None = None
        self._turn = 0

    def compose(self) -> ComposeResult:
        """One list to read."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def title(self) -> str:
        """Return the title."""
        return self.say("Check all files")

    def offers(self, command: Command) -> bool:
        """Return whether the footer shows a command: repair where something can be repaired."""
        return self._can_repair if command is REPAIR else super().offers(command)

    @property
    def _can_repair(self) -> bool:
        """Whether there is something to repair that was not tried yet."""
        return self._repaired is None and any(each.repairable for each in self._findings or ())

    def show(self) -> None:
        """Draw what is known by now."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    # Looking and repairing, each in a thread

    def begin(self) -> None:
        """Look at all files anew."""
        self._findings = self._repaired = self._failed = None
        self._turn += 1
        self.peil.run_worker(partial(self._look, self._turn), thread=True, group="checking")

    def _look(self, turn: int) -> None:
        from peil.store.examining import examine

        outcome = _tried(lambda: examine(self.peil.desk.workspace))
        self.app.call_from_thread(self._looked, turn, outcome)

    def _looked(self, turn: int, outcome: "Outcome[tuple[Finding, ...]]") -> None:
        if turn != self._turn:
            return
        self._findings, self._failed = outcome.value, outcome.error
        self._shown_anew()

    def action_repair(self) -> None:
        """Repair in a thread what can be repaired."""
        if not self._can_repair:
            return
        self._repaired = ()
        self._findings = None
        self._turn += 1
        self.peil.run_worker(partial(self._repair, self._turn), thread=True, group="checking")
        self._shown_anew()

    def _repair(self, turn: int) -> None:
        from peil.store.examining import examine
        from peil.store.repairing import repair

        workspace = self.peil.desk.workspace
        repaired = _tried(lambda: repair(workspace))
        after = _tried(lambda: examine(workspace))
        self.app.call_from_thread(self._mended, turn, repaired, after)

    def _mended(
        self,
        turn: int,
        repaired: "Outcome[tuple[Repaired, ...]]",
        after: "Outcome[tuple[Finding, ...]]",
    ) -> None:
        """Show what was done; what opened to look only opens for writing where it now can."""
        if turn == self._turn:
            self._repaired = repaired.value or ()
            self._findings, self._failed = after.value, repaired.error or after.error
        if self.peil.has_sitting and self.sitting.looks_only:
            self.peil.reopened(lambda: None)
        self.peil.changed()
        self._shown_anew()

    def _shown_anew(self) -> None:
        if self.peil.peil_screen.overlay is self:
            self.query_one(Lines).to_top()
            self.show()
            self.peil.peil_screen.show_frame()

    # What it draws

    def _sheet(self, width: int, _height: int) -> Sheet:
        lines: list[Content] = []
        if self._failed is not None:
            lines += paragraph(self._failed.sentence(self.say), width, "failed")
        for done in self._repaired or ():
            lines += _told(self.signs.stands, "good", done.file, done.message, width, self.say)
        if self._findings is None:
            if self._failed is None:
                busy = _REPAIRING if self._repaired is not None else _LOOKING
                lines.append(text(self.say(busy), "faint"))
            return Sheet(lines)
        lines += self._found(self._findings, width)
        return Sheet(lines)

    def _found(self, findings: "Sequence[Finding]", width: int) -> list[Content]:
        """Return what is amiss, the serious first, then what is whole, then what can be done."""
        lines: list[Content] = []
        amiss = [each for each in findings if each.message is not None]
        for finding in sorted(amiss, key=lambda each: not each.serious):
            sign = self.signs.failed if finding.serious else self.signs.between
            ink = "failed" if finding.serious else "faint"
            lines += _told(sign, ink, finding.file, finding.message, width, self.say)
        if lines:
            lines.append(NOTHING)
        whole = Counter(each.group for each in findings if each.state == "whole")
        lines += paragraph(whole_words(whole, self.say), width)
        if not any(each.serious for each in amiss):
            lines.append(text(self.say("Nothing needs you."), "good"))
        count = sum(each.repairable for each in findings)
        if count and self._can_repair:
            lines += [NOTHING, *paragraph(self._offer(count), width, "warm")]
        return lines

    def _offer(self, count: int) -> str:
        return self.say.many(
            "Press r to put {count} of these right. It is copied before anything changes.",
            "Press r to put {count} of these right. Each is copied before anything changes.",
            count,
        )

    def action_scroll(self, direction: int) -> None:
        """Move a page."""
        self.query_one(Lines).scroll_pages(direction)


Value = TypeVar("Value")


class Outcome(NamedTuple, Generic[Value]):
    """What came of some work: a value, or why there is none."""

    value: Value | None = None
    error: PeilError | None = None


def _tried(work: Callable[[], Value]) -> Outcome[Value]:
    try:
        return Outcome(work())
    except PeilError as error:
        return Outcome(error=error)


def _told(
    sign: str, ink: str, file: str, message: PeilError | None, width: int, say: Words
) -> list[Content]:
    """Return a file with what is to say of it, folded, behind a sign."""
    told = message.sentence(say) if message is not None else ""
    if file not in told:
        told = say("{file}: {what}", file=file, what=told)
    return [
        join(text(sign if row == 0 else " ", ink), " ", line)
        for row, line in enumerate(paragraph(told, width - 3, "plain" if ink == "failed" else ""))
    ]


def whole_words(whole: "Counter[Group]", say: Words) -> str:
    """Return how many files of each kind are whole, in a sentence."""
    counted = [say.many(*forms, whole[kind]) for kind, forms in _KINDS if whole[kind]]
    if not counted:
        return say("No file of an assessment is whole.")
    return say("Whole: {files}.", files=say.listing(counted))
