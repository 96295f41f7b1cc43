"""Which edited list to read back: a file name, typed or dropped here."""

from pathlib import Path
from typing import ClassVar

from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.file_field import FileField
from peil.tui.keys import Command


class ReadBackFile(FileField):
    """Asks for a list; the one that was written last is filled in."""

    asks: ClassVar[str] = mark(
        "The action list in which you ticked and filled in: type the name of the file, or "
        "drag it here. First you see what it would change."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "read",
            mark("Enter"),
            mark("look"),
            mark("Show what this list would change; nothing is changed yet."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not read"),
            mark("Close without reading a list."),
            palette=False,
        ),
    )

    def ask(self) -> None:
        """Begin with the file to which a list was written last."""
        written = self.sitting.list_file
        self._field.value = "" if written is None else written.path
        self._refusal = None

    def title(self) -> str:
        """Return the title."""
        return self.say("Read the list back")

    def read(self, path: Path) -> None:
        """Show what the list would change, or why it cannot be read."""
        try:
            self.peil.show_readback(path)
        except PeilError as error:
            self.refuse(error)
