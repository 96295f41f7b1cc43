"""Keys that are typed ahead of the screen wait until what they are meant for is there.

Opening a page or a dialog takes a moment. What is typed in that moment is meant for it:
`n` and a note in one go must not answer questions with the digits of the note. So it is
when a field gives the focus to the next one: a name, Enter and a day typed in one go must
come out as that name and that day. Two kinds of keys wait: those that only come now, and
those that are already on their way through the widgets. A messenger that follows the
latter tells when the last of them has passed.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ParamSpec

from textual.events import Event, Key, Paste
from textual.message import Message
from textual.widget import Widget

from peil.tui.quiet import QuietApp

LONGEST_WALK = 0.3
"""Seconds after which a messenger is given up: its widget was taken down on the way."""
What = ParamSpec("What")


class PatientApp(QuietApp):
    """Holds back what is typed while something opens, and hands it on in order."""

    class Passed(Message):
        """Follows the keys that were on their way when something began to open."""

    def __init__(self) -> None:
        """Begin with nothing that opens."""
        super().__init__()
        self._opening = 0
        self._messengers: list[Message] = []
        self._on_their_way: list[Event] = []
        self._waiting: list[Event] = []

    @property
    def is_opening(self) -> bool:
        """Whether what is typed waits for something that opens."""
        return bool(self._opening or self._messengers)

    def open_soon(
        self, opening: Callable[What, Awaitable[None]], *args: What.args, **kwargs: What.kwargs
    ) -> None:
        """Open something as soon as what happens now is done; keys wait until it is there."""
        self._opening += 1
        self.follow(self.focused)

        async def opened() -> None:
            try:
                await opening(*args, **kwargs)
            finally:
                self._opening -= 1
                await self._hand_on()

        self.call_next(opened)

    def follow(self, widget: Widget | None) -> None:
        """Send somebody after the keys that are on their way to a widget, if there can be any.

        Keys that come now wait until he has passed: those before them may be meant for the
        same place, once the widget has handed them over.
        """
        if widget is not None and widget.is_running:
            messenger = self.Passed()
            messenger.set_sender(widget)  # from a parent it would go no further than there
            self._messengers.append(messenger)
            widget.post_message(messenger)
            self.set_timer(LONGEST_WALK, partial(self.on_patient_app_passed, messenger))

    def hand_over(self, widget: Widget, event: Event) -> None:
        """Take a key or paste from a widget that has lost the focus since it was typed."""
        self._on_their_way.append(event)
        if not self._messengers:
            self.follow(widget)

    async def on_event(self, event: Event) -> None:
        """Let keys wait while something opens."""
        if self.is_opening and isinstance(event, Key | Paste) and not event.is_forwarded:
            self._waiting.append(event)
        else:
            await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """Let a key that nobody took wait as well: its place is not there yet."""
        if self.is_opening:
            event.prevent_default()
            self._on_their_way.append(Key(event.key, event.character))

    def on_paste(self, event: Paste) -> None:
        """Let a paste that nobody took wait in the same way."""
        if self.is_opening:
            self._on_their_way.append(Paste(event.text))

    async def on_patient_app_passed(self, messenger: Message) -> None:
        """Hand on what waited, once the last key before it has passed."""
        if messenger in self._messengers:
            self._messengers.remove(messenger)
            await self._hand_on()

    async def _hand_on(self) -> None:
        """Hand on what waited, in the order in which it was typed."""
        while (
            self.is_running
            and not self.is_opening
            and (waited := [*self._on_their_way, *self._waiting])
        ):
            self._on_their_way.clear()
            self._waiting.clear()
            for event in waited:
                await self.on_event(event)
