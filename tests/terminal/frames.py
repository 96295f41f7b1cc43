"""The frames that a terminal was given, one by one, as somebody with quick eyes would see them."""

from collections.abc import Iterator
from typing import Final

import pyte

from tests.terminal.driver import Terminal, understood

_DOES_IT: Final = b"\x1b[?2026$p"
_IT_DOES: Final = "\x1b[?2026;2$y"
_BEGIN: Final = b"\x1b[?2026h"
_END: Final = b"\x1b[?2026l"


def mark_frames(terminal: Terminal) -> None:
    """Answer the program, once it asks, that this terminal draws every frame at once.

    From then on it marks where frames begin and end.
    """
    terminal.until(lambda _: _DOES_IT in terminal.raw)
    terminal.press(_IT_DOES)


def is_whole(raw: bytes) -> bool:
    """Return whether what came ends with a frame that was drawn whole."""
    return 0 < raw.count(_BEGIN) == raw.count(_END)


def frames(terminal: Terminal) -> Iterator[str]:
    """Return what stood on the screen after each frame."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    stream = pyte.ByteStream(screen)
    for part in terminal.raw.split(_END)[:-1]:
        stream.feed(understood(part))
        if _BEGIN in part:
            yield "\n".join(line.rstrip() for line in screen.display)
