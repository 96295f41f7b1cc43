"""Taking in an assessment from somebody else: a file name, typed or dropped here."""

from pathlib import Path
from typing import ClassVar

from textual.content import Content

from peil.errors import PeilError
from peil.text.languages import mark
from peil.tui.content import NOTHING, paragraph
from peil.tui.file_field import FileField
from peil.tui.keys import Command


class TakeIn(FileField):
    """Asks for an assessment, and opens what came of it."""

    asks: ClassVar[str] = mark(
        "An assessment from somebody else, for instance from your adviser: type the name "
        "of the file, or drag it here. It becomes a new assessment beside your own."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "read",
            mark("Enter"),
            mark("open"),
            mark("Take the file in as a new assessment, and open that."),
            palette=False,
        ),
        Command(
            ("tab", "f2"),
            "close",
            mark("Esc or Tab"),
            mark("do not open"),
            mark("Close without opening a file."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it with an empty field."""
        super().__init__()
        self._reading = False

    def offer(self, path: Path) -> None:
        """Fill in the name of a file."""
        self._field.value = str(path)

    def title(self) -> str:
        """Return the title."""
        return self.say("Open a file")

    def became(self, width: int) -> list[Content]:
        """Return why the file was not taken in, or that it is being read."""
        if self._reading:
            return [NOTHING, *paragraph(self.say("Reading it…"), width, "warm")]
        return super().became(width)

    def read(self, path: Path) -> None:
        """Show that the file is being read, and then read it."""
        if not self._reading and self.peil.may_leave():
            self._reading = True
            self.refuse(None)
            self.screen.call_after_refresh(self._take_in, path)

    def _take_in(self, path: Path) -> None:
        """Take the file in and open what came of it, or show why that cannot be."""
        from peil.sitting.taking_in import take_in

        try:
            taken = take_in(self.peil.desk.workspace, path)
        except PeilError as error:
            self.refuse(error)
            return
        finally:
            self._reading = False
            self._below.show()
        self._field.value = ""
        self.close()
        if self.peil.open_assessment(taken.id):
            say = self.peil.say
            told = say("{title} was taken in as {id}.", title=taken.title, id=taken.id)
            notices = [notice.sentence(say) for notice in taken.notices]
            if len(notices) > 1:
                self.peil.read_aloud(say("Taken in"), [told, "", *notices])
            else:
                self.tell_later(" ".join((told, *notices)), "caution" if notices else "good")
