"""A pseudo-terminal with a program in it, and the screen as a person would see it."""

import os
import re
import signal
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "pagedown": "\x1b[6~",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "tab": "\t",
    "f1": "\x1bOP",
    "ctrl+p": "\x10",
    "ctrl+c": "\x03",
    "ctrl+u": "\x15",
    "ctrl+z": "\x1a",
}


TAKEN = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1000h", b"\x1b[?2004h")
"""What takes a terminal over: the other screen, no cursor, the mouse, pastes marked."""
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
"""What gives it back."""
BEGIN_FRAME = b"\x1b[?2026h"
END_FRAME = b"\x1b[?2026l"
_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_DRAWS_FRAMES = "\x1b[?2026;2$y"
"""The answer of a terminal that draws every frame at once, as most do now."""
_PATIENCE = 2.0
"""Seconds after which an answer that changed nothing is given again."""


class Terminal:
    """A program in a terminal of some width and height; times are in seconds.

    A program that asks is told that frames are drawn at once. It marks them from then on, and
    `until` judges none of which only a part has come.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        folder: Path | None = None,
    ) -> None:
        """Start `command` with this environment added to a plain one; `size` is columns, rows."""
        columns, rows = size
        plain = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        self.started = time.perf_counter()
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**plain, **environment},
            dimensions=(rows, columns),
            cwd=folder and str(folder),
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self.raw = b""
        self.received = self.started
        """When something last came."""
        self._stream = pyte.ByteStream(self.screen)
        self._amid_frame = False
        self._marks_frames = False
        self._answered = 0
        self._answer_due = 0.0

    def __enter__(self) -> Self:
        """Return itself; the program is ended on leaving."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, whatever state it is in."""
        self.end()

    @property
    def text(self) -> str:
        """The screen as drawn, without blanks at the ends of lines."""
        # pyte's own display stumbles over a wide letter of which one half was drawn over.
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        cells = self.screen.buffer
        return "\n".join("".join(cells[y][x].data for x in columns).rstrip() for y in rows)

    def read(self, timeout: float) -> bool:
        """Take in what comes within `timeout`; False when nothing came or the program ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            self._answer_again()
            return False
        self.received = time.perf_counter()
        self.raw += data
        self._stream.feed(understood(data))
        self._watch_frames(self.raw[-len(data) - len(_ASKS_FOR_FRAMES) :])
        return True

    def _watch_frames(self, news: bytes) -> None:
        """Note whether a frame has begun and not ended, and answer who asks for frames."""
        begun, ended = news.rfind(BEGIN_FRAME), news.rfind(END_FRAME)
        if begun != ended:
            self._amid_frame, self._marks_frames = begun > ended, True
        asked = self.raw.rfind(_ASKS_FOR_FRAMES) + 1 if _ASKS_FOR_FRAMES in news else 0
        if asked > self._answered:
            self._answered = asked
            self._answer()

    def _answer(self) -> None:
        self._answer_due = time.monotonic() + _PATIENCE
        self.press(_DRAWS_FRAMES)

    def _answer_again(self) -> None:
        """Answer once more where the answer got lost: a program that only starts can miss it."""
        asked = self._answered and not self._marks_frames and time.monotonic() > self._answer_due
        if asked and self.child.isalive():
            self._answer()

    @property
    def shows_whole_frame(self) -> bool:
        """Whether a frame stands on the screen, and all of it has come."""
        return self._marks_frames and not self._amid_frame

    def until(self, seen: str | Callable[[str], bool], timeout: float = 20) -> float:
        """Read until the screen holds a text, or a test of it holds; return when that was.

        A frame of which only a part has come is waited for.
        AssertionError with the screen when it does not within `timeout`.
        """
        test = seen if callable(seen) else (lambda text: seen in text)
        end = time.perf_counter() + timeout
        while self._amid_frame or not test(self.text):
            if time.perf_counter() > end or not (self.read(0.2) or self.child.isalive()):
                message = f"not seen within {timeout} s: {seen}\n{self.text}"
                raise AssertionError(message)
        return time.perf_counter()

    def settle(self, quiet: float = 0.05) -> float:
        """Read until nothing has come for `quiet`; return when the last thing came."""
        last = time.perf_counter()
        while self.read(quiet):
            last = time.perf_counter()
        return last

    def settled_change(self, first_row: int = 0, quiet: float = 0.05) -> float:
        """Read until nothing has come for `quiet`; return when a row from this one last changed.

        0 when none did.
        """
        changed = 0.0
        self.screen.dirty.clear()
        while self.read(quiet if changed else 2):
            if any(row >= first_row for row in self.screen.dirty):
                changed = self.received
            self.screen.dirty.clear()
        return changed

    def press(self, *keys: str) -> None:
        """Send keys by name (`enter`, `f1`) or as the text that they type."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    @property
    def modes(self) -> list[object]:
        """How the terminal treats what is typed: echo, lines, signals."""
        return termios.tcgetattr(self.child.child_fd)

    @property
    def is_given_back(self) -> bool:
        """Whether everything that was taken over was given back since."""
        return all(
            self.raw.rfind(back) > self.raw.rfind(taken) >= 0
            for taken, back in zip(TAKEN, GIVEN_BACK, strict=True)
        )

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; what was on the screen is gone."""
        self.screen.resize(rows, columns)
        self.screen.reset()
        self.child.setwinsize(rows, columns)

    def paste(self, text: str) -> None:
        """Send a text that is too long to be sent at once, reading meanwhile."""
        writer = threading.Thread(target=self._write, args=[text.encode()])
        writer.start()
        while writer.is_alive():
            self.read(0.02)

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.child.child_fd, rest[:4096]) :]

    def hang_up(self) -> int:
        """Close the terminal, as somebody who closes the window; return the exit code."""
        self.child.ptyproc.fileobj.close()
        self.child.child_fd = -1
        self.child.closed = True
        self.child.ptyproc.fd = -1
        self.child.ptyproc.closed = True
        return int(self.child.ptyproc.wait())

    def kill(self) -> None:
        """End the program at once, as `kill -9` does."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def end(self) -> None:
        """End the program if it still runs, and close the terminal."""
        if self.child.isalive():
            self.kill()
        self.child.close()

    def ended(self, timeout: float = 10) -> int:
        """Wait until the program ends by itself; return its exit code."""
        end = time.perf_counter() + timeout
        while self.child.isalive() and time.perf_counter() < end:
            self.read(0.1)
        self.child.close()
        if self.child.signalstatus is not None:
            return 128 + int(self.child.signalstatus)
        return int(self.child.exitstatus)


_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[[?]?[0-9;]*\$p")


def understood(data: bytes) -> bytes:
    """Leave out what pyte would draw as text although a terminal does not."""
    return _UNKNOWN_TO_PYTE.sub(b"", data)
