"""The note with an answer: several lines, kept while they are written and by leaving them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from peil.text.clean import NOTE_LIMIT, Cleaned, clean_within
from peil.text.languages import mark
from peil.tui.content import paragraph
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import acted, handed_on
from peil.tui.widgets.fields import Told

KEEPING = 1.0
"""Most seconds for which what is typed is nowhere but on the screen."""

if TYPE_CHECKING:
    from textual.timer import Timer

    from peil.tui.app import PeilApp

STEP_ASIDE = "ctrl+z"
"""Gives the terminal to the shell, here as everywhere; Textual's area would undo with it."""
NEW_LINE = "enter"
LEAVING = ("tab", "ctrl+s", "escape")
"""The keys that leave the note."""


class NoteArea(TextArea):
    """A text area into which even a huge paste goes at once: cleaned, and cut at the limit."""

    DEFAULT_CSS: ClassVar[str] = "NoteArea:nocolor .text-area--cursor { text-style: reverse; }"

    def __init__(self, left: Callable[[], None]) -> None:
        """Call `left` for the keys that leave it."""
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._left = left

    async def on_key(self, event: Key) -> None:
        """Leave or edit at once, and give what came after leaving to whoever has the focus."""
        if handed_on(self, event):
            return
        if event.key not in (STEP_ASIDE, *LEAVING):
            if event.key != NEW_LINE:
                await acted(self, event)
            return
        event.stop()
        event.prevent_default()
        cast("PeilApp", self.app).tell("")
        if event.key == STEP_ASIDE:
            self.app.action_suspend_process()
        else:
            self._left()

    def on_paste(self, event: Paste) -> None:
        """Take a paste, and leave the focus where it is: the note may be left by now."""
        if handed_on(self, event):
            return
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        if not self._room(start, end):
            self.post_message(self.Cut())  # a paste in many lumps would take long
            return
        result = self.replace(event.text, start, end, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def edit(self, edit: Edit) -> EditResult:
        """Perform an edit with its text made safe, and as much of it as there is room for."""
        cleaned = clean_within(edit.text, self._room(edit.top, edit.bottom) if edit.text else 0)
        if cleaned.cut:
            self.post_message(self.Cut())
        edit.text = cleaned.text
        return super().edit(edit)

    def _room(self, start: tuple[int, int], end: tuple[int, int]) -> int:
        """Return how many characters fit in the place of those from `start` to `end`."""
        replaced = len(self.get_text_range(start, end))
        return max(0, NOTE_LIMIT - len(self.text) + replaced)

    class Cut(Message):
        """A text was too long and lost its end."""


class NoteField(Overlay):
    """A field of several lines, kept by itself; `z` on the page takes the whole of it back."""

    DEFAULT_CSS = """
    NoteField TextArea, NoteField TextArea:focus {
        height: 8; margin: 1 0; padding: 0 1; border: none; background: $raised;
    }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("tab", "ctrl+s"),
            "close",
            mark("Tab or Esc"),
            mark("keep and back"),
            mark("Keep the note and go back to the question."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; `show` fills it for the question on the page."""
        super().__init__()
        self._question = ""
        self._begun = False
        self._went_on = False
        """Whether a part of this note was kept already."""
        self._keeping: Timer | None = None
        self._above = Told(self._told)
        self._area = NoteArea(self.close)

    def compose(self) -> ComposeResult:
        """Return the question, and the field."""
        yield self._above
        yield self._area

    def title(self) -> str:
        """Return the title."""
        return self.say("Note")

    def _told(self, width: int) -> list[Content]:
        if not self._question:
            return []
        return paragraph(self.sitting.items.question(self._question).text, width, "faint")

    def show(self) -> None:
        """Fill the field, unless something is being typed in it."""
        super().show()
        if not self._begun:
            self._begun, self._went_on = True, False
            self._question = self.sitting.assessment.place or self.sitting.walk.resume()
            self._area.text = self.sitting.answer(self._question).note
            self._area.move_cursor(self._area.document.end)
        self._above.show()

    def enter(self) -> None:
        """Take the focus."""
        self.take_focus(self._area)

    @property
    def unkept(self) -> bool:
        """Whether the note on the screen is another one than the one that is kept."""
        return self._begun and self._written().text != self.sitting.answer(self._question).note

    def _written(self) -> Cleaned:
        return clean_within(self._area.text.strip(), NOTE_LIMIT)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that this is not kept yet, and keep it soon."""
        event.stop()
        self.peil.peil_screen.header.redraw()
        if self._keeping is None and self.unkept:
            self._keeping = self.set_timer(KEEPING, self.keep)

    def keep(self) -> None:
        """Store the note, if it is another one."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if not self.unkept:
            return
        question, written = self._question, self._written()
        write = self.sitting.go_on_writing_note if self._went_on else self.sitting.write_note
        self._went_on = self.peil.attempt(lambda: write(question, written.text)) or self._went_on
        if written.cut:
            self.on_note_area_cut()

    def on_note_area_cut(self) -> None:
        """Say that the end is lost."""
        self.peil.tell(self.say("The note was cut after {most} characters.", most=NOTE_LIMIT))

    def close(self) -> None:
        """Keep the note and go back."""
        self.keep()
        super().close()

    def forget(self) -> None:
        """Begin with another question the next time."""
        self._begun = False
