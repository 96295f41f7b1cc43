"""The frames that a terminal was given, one by one, as somebody with quick eyes would see them."""

from collections.abc import Iterator

import pyte

from tests.terminal.driver import BEGIN_FRAME, END_FRAME, Terminal, understood


def frames(terminal: Terminal) -> Iterator[str]:
    """Return what stood on the screen after each frame."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    stream = pyte.ByteStream(screen)
    for part in terminal.raw.split(END_FRAME)[:-1]:
        stream.feed(understood(part))
        if BEGIN_FRAME in part:
            yield "\n".join(line.rstrip() for line in screen.display)
