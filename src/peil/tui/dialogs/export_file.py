"""Where to write a file: its name, with one that is free filled in."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.content import Content

from peil.errors import PeilError
from peil.report.actions import file_name, write_action_list
from peil.sitting import Sitting
from peil.text.clean import clean_line
from peil.text.languages import mark
from peil.tui.content import NOTHING, paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told


class Writing(NamedTuple):
    """What is written to a file."""

    title: str
    """Of the dialog; a marked sentence."""
    asks: str
    """What stands above the field: what it is and for what; a marked sentence."""
    name: Callable[[Sitting], str]
    """The name that the file gets unless another is chosen."""
    write: Callable[[Sitting, Path], Path]
    """Writes it, and returns where it went; PeilError when it cannot be written."""
    back: str = ""
    """Name of the dialog from which it was asked for, which is shown again; or empty."""


ACTIONS = Writing(
    mark("Export the actions"),
    mark("A list in Markdown, to read, print and tick off. Write it to this file:"),
    file_name,
    write_action_list,
)
"""The action list."""


class ExportFile(Overlay):
    """Asks for a file name; what is there already is never overwritten."""

    DEFAULT_CSS = """
    ExportFile Input { background: $raised; margin: 1 0 0 0; }
    """
    typing: ClassVar[bool] = True
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "write",
            mark("Enter"),
            mark("write"),
            mark("Write it to this file."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not write"),
            mark("Close without writing."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `ask` fills the field."""
        super().__init__()
        self._fresh = True
        self._writing = ACTIONS
        self._above = Told(self._told)
        self._field = Field(self.action_write, most=1_000)

    def compose(self) -> ComposeResult:
        """Put up what it is about, and the field."""
        yield self._above
        yield self._field

    def title(self) -> str:
        """Return the title."""
        return self.say(self._writing.title)

    def _told(self, width: int) -> list[Content]:
        say = self.say
        return [
            *paragraph(say(self._writing.asks), width),
            NOTHING,
            *paragraph(say("Folder: {folder}", folder=str(Path.cwd())), width, "faint"),
        ]

    def ask(self, writing: Writing = ACTIONS) -> None:
        """Ask anew where to write something, with a name that is still free."""
        self._fresh, self._writing = True, writing

    def show(self) -> None:
        """Fill the field the first time, and say what it is about."""
        super().show()
        if self._fresh:
            self._fresh = False
            self._field.value = free_name(Path(self._writing.name(self.sitting))).name
            self._field.cursor_position = len(self._field.value)
        self._above.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._field)

    def close(self) -> None:
        """Close, and show again the dialog from which something was to be written."""
        super().close()
        if self._writing.back:
            self.peil.open_overlay(self._writing.back)

    def action_write(self) -> None:
        """Write it and say where it went, or say why it could not be written."""
        name = clean_line(self._field.value)
        if not name:
            self._tell(self.say("Type a file name first."), "warm")
            return
        target = Path(name)
        if target.expanduser().is_dir():
            target /= self._writing.name(self.sitting)
        try:
            written = self._writing.write(self.sitting, target)
        except PeilError as error:
            self._tell(error.sentence(self.say), "failed")
            return
        self.close()
        self.peil.changed()
        self._tell(self.say("Written: {file}", file=str(written)), "good")

    def _tell(self, sentence: str, ink: str) -> None:
        """Show a sentence once the key that led to it is done with: a key takes sentences away."""
        self.screen.call_after_refresh(self.peil.tell, sentence, ink)


def free_name(target: Path) -> Path:
    """Return a path at which nothing is yet: this one, or with -2, -3 … before its ending."""
    number, path = 1, target
    while path.exists() or path.is_symlink():
        number += 1
        path = target.with_stem(f"{target.stem}-{number}")
    return path
