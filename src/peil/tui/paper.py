"""A dialog in which one reads a paper of a team session, and from which it is written to a file."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, cast

from textual.content import Content

from peil.errors import PeilError
from peil.report import files
from peil.sitting import Sitting
from peil.text.languages import mark, words
from peil.tui.content import paragraph
from peil.tui.dialogs.export_file import ExportFile, Writing
from peil.tui.keys import Command
from peil.tui.markdown_lines import markdown_lines
from peil.tui.overlay import Reading

WRITE = Command(
    ("o",),
    "write",
    "o",
    mark("as Markdown"),
    mark("Write it to a file in Markdown, to read, change and send."),
    palette=False,
)
WRITE_PAGE = Command(
    ("h",),
    "write_page",
    "h",
    mark("as a page"),
    mark("Write it to a file in HTML, for a browser to print."),
    palette=False,
)

_CLOSE, _DOWN, _UP = Reading.commands
PAPER_KEYS: tuple[Command, ...] = (
    _CLOSE,
    _DOWN._replace(sign="↑ ↓", brief=mark("read on")),
    WRITE,
    WRITE_PAGE,
    _UP._replace(footer=False),
)
"""The keys of every paper."""


class Paper(Reading):
    """Reads on like any other text; which paper it is, a class of its own says."""

    opened_as: ClassVar[str] = ""
    """The name by which this dialog is opened."""
    heading: ClassVar[str] = ""
    """What stands in its upper edge, with the title of the assessment; a marked sentence."""
    asks: ClassVar[tuple[str, str]] = ("", "")
    """What stands above the name of a file in Markdown, and in HTML; marked sentences."""

    def __init__(self) -> None:
        """Make it; what it says is worked out when it is shown."""
        super().__init__()
        self._said = ""
        self._refusal: PeilError | None = None
        self._folded: tuple[int, list[Content]] | None = None

    def read(self, sitting: Sitting) -> str:
        """Return what is read here, as Markdown; PeilError when there is nothing."""
        raise NotImplementedError

    def paper(self, sitting: Sitting) -> str:
        """Return what is written to a file, as Markdown; PeilError when there is nothing."""
        return self.read(sitting)

    def file_name(self, sitting: Sitting) -> str:
        """Return the name of its file, with the ending of Markdown."""
        raise NotImplementedError

    def title(self) -> str:
        """Return the title, with the name of the assessment."""
        return self.say(self.heading, title=self.sitting.assessment.title)

    def show(self) -> None:
        """Show the paper as everything stands now."""
        self._folded = None
        try:
            self._said, self._refusal = self.read(self.sitting), None
        except PeilError as refusal:
            self._said, self._refusal = "", refusal
        super().show()

    def forget(self) -> None:
        """Begin at the top when it is opened again."""
        self._top = 0

    def folded(self, width: int) -> list[Content]:
        """Return all lines folded to `width`."""
        if self._refusal is not None:
            return paragraph(self._refusal.sentence(self.say), width)
        if self._folded is None or self._folded[0] != width:
            self._folded = (width, markdown_lines(self._said, width))
        return self._folded[1]

    def action_write(self) -> None:
        """Ask where to write it as Markdown."""
        self._ask(self.asks[0], self.file_name, self._write)

    def action_write_page(self) -> None:
        """Ask where to write it as a page to print."""
        self._ask(self.asks[1], self._page_name, self._write_page)

    def _ask(
        self, asks: str, name: Callable[[Sitting], str], write: Callable[[Sitting, Path], Path]
    ) -> None:
        if self._refusal is not None:
            self.peil.tell(self._refusal.sentence(self.say), "failed")
            return
        export = cast("ExportFile", self.peil.overlay("export_file"))
        export.ask(Writing(mark("Write to a file"), asks, name, write, self.opened_as))
        self.peil.open_overlay("export_file")

    def _page_name(self, sitting: Sitting) -> str:
        return str(Path(self.file_name(sitting)).with_suffix(".html"))

    def _write(self, sitting: Sitting, target: Path) -> Path:
        return files.write_new(target, self.paper(sitting))

    def _write_page(self, sitting: Sitting, target: Path) -> Path:
        from peil.report.printed import printed_page

        title = words(sitting.language)(self.heading, title=sitting.assessment.title)
        return files.write_new(target, printed_page(title, self.paper(sitting), sitting.language))
