"""A text field of one line that loses no key to somebody who types ahead of the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input

from peil.text.clean import clean

if TYPE_CHECKING:
    from peil.tui.app import PeilApp


def handed_on(field: Widget, event: Key | Paste) -> bool:
    """Give what waited at a field to whoever has the focus now; False when that is the field.

    Keys that arrive in one go all wait at the field, also those after the one that takes
    the focus away; Textual would type them here.
    """
    if field.screen.focused is field:
        return False
    event.stop()
    event.prevent_default()
    again = Key(event.key, event.character) if isinstance(event, Key) else Paste(event.text)
    cast("PeilApp", field.app).hand_over(field, again)
    return True


async def acted(field: Widget, event: Key) -> bool:
    """Do at once what a key stands for while a field has the focus; False when for nothing.

    Textual looks such keys up only after they went all the way up to the app. Letters that
    were typed after them would be there before them: clearing a field would take those too,
    and what is meant for the next field would stand in this one.
    """
    if event.is_printable:
        return False
    found = field.screen.active_bindings.get(event.key)
    if found is None or not found.enabled:
        return False
    cast("PeilApp", field.app).tell("")
    if not await field.app.run_action(found.binding.action, found.node):
        return False  # such as scrolling where there is nothing to scroll
    event.stop()
    event.prevent_default()
    return True


class Field(Input):
    """Does what Enter stands for at once, and hands on the keys that came after it."""

    DEFAULT_CSS: ClassVar[str] = "Field:nocolor > .input--cursor { text-style: reverse; }"

    def __init__(
        self,
        entered: Callable[[], None],
        *,
        most: int,
        allowed: str | None = None,
        classes: str | None = None,
        compact: bool = True,
    ) -> None:
        """Call `entered` for Enter; take `most` characters, matching the pattern `allowed`."""
        super().__init__(max_length=most, restrict=allowed, classes=classes, compact=compact)
        self._most = most
        self._entered = entered

    async def on_key(self, event: Key) -> None:
        """Act on Enter and on keys that edit; give what is meant for another room to it."""
        if handed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            cast("PeilApp", self.app).tell("")
            self._entered()
        else:
            await acted(self, event)

    def on_paste(self, event: Paste) -> None:
        """Take in all lines as one, cleaned; say so where the end does not fit."""
        if handed_on(self, event):
            return
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = self._most - len(self.value) + end - start
        line = clean(event.text).strip("\n").replace("\n", " ").replace("\t", " ")
        self.replace(line[:room], start, end)
        if len(line) > room:
            app = cast("PeilApp", self.app)
            app.tell(app.say("The text was cut after {most} characters.", most=self._most))

    def restricted(self) -> None:
        """Leave out what is not allowed without ringing a bell."""
