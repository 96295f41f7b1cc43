"""The terminal, on Linux and Mac: taken over, given back, left for a while, and lost.

Textual's driver knows the sequences; what happens to a terminal in real life is here:
it is stopped and continued, used by another program meanwhile, frozen, closed, or sends
bytes that are no UTF-8. All but input and output runs in the app's thread.
"""

import contextlib
import os
import selectors
import signal
import sys
import termios
import tty
from collections.abc import Iterable
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste, Resize
from textual.geometry import Size

from peil.tui.arriving import Arrival, Arrivals, decoder
from peil.tui.output import Output
from peil.tui.plain import without_colours

if TYPE_CHECKING:
    from peil.tui.quiet import QuietApp

LOOK = 0.1
"""Seconds between two looks at the input when nothing comes."""
AT_ONCE = 65_536
"""Most bytes that are read at once."""
_EVERY_KEY = "\x1b[>25u"
"""Asks terminals that can to tell all keys apart."""


class PeilDriver(LinuxDriver):
    """Draws on stderr, reads keys from stdin, and loses neither the terminal nor a byte."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Listen to being stopped and continued; the terminal is taken over later."""
        self._others = {name: signal.getsignal(name) for name in (signal.SIGTSTP, signal.SIGCONT)}
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._quiet = cast("QuietApp", app)
        self._output = self._new_output()
        self._holds = False
        """Whether the terminal is taken over."""
        self._steps_aside = False
        """Whether a stop was asked for that is not over yet."""
        self._was_continued = False
        signal.signal(signal.SIGTSTP, self._hear_stop)
        signal.signal(signal.SIGCONT, self._hear_continue)

    # Taking over and giving back

    def _new_output(self) -> Output:
        screen = sys.__stderr__
        handle = 2 if screen is None else screen.fileno()
        encoding = (screen and screen.encoding) or "utf-8"
        return Output(handle, encoding, self._lose, self._quiet.stop_from_thread)

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._holds = True
        self._output = self._new_output()
        self._output.start()
        with contextlib.suppress(termios.error):
            self.attrs_before = termios.tcgetattr(self.fileno)
        # This also lets the loop wake for every other signal, whichever thread it reaches.
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._take()
        self._key_thread = Thread(target=self._run_input_thread, name="peil-input", daemon=True)
        self._key_thread.start()

    def _take(self) -> None:
        """Set the terminal's modes, whatever they are now, and look at its size."""
        with contextlib.suppress(termios.error):
            modes = termios.tcgetattr(self.fileno)
            modes[tty.IFLAG] = self._patch_iflag(modes[tty.IFLAG])
            modes[tty.LFLAG] = self._patch_lflag(modes[tty.LFLAG])
            modes[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")  # other screen, no cursor, focus told
        if not constants.DISABLE_KITTY_KEY:
            self.write(_EVERY_KEY)
        self._request_terminal_sync_mode_support()
        self._query_in_band_window_resize()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._enable_mouse_support()
        self._tell_size(always=True)

    def _tell_size(self, *, always: bool = False) -> None:
        """Tell the app how large the window is, unless the terminal does so in its input."""
        if always or not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(Resize(size, size))

    def write(self, data: str) -> None:
        """Write soon; never waits."""
        self._output.write(without_colours(data) if self._quiet.no_color else data)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, if it is taken over."""
        if self._holds:
            self._holds = False
            super().stop_application_mode()

    def close(self) -> None:
        """Wait until everything is written."""
        if self._output.is_alive():
            self._output.stop()

    def give_back(self) -> None:
        """Give the terminal back for good, however the app ended."""
        self.stop_application_mode()
        self.close()
        for name, handler in self._others.items():
            signal.signal(name, handler)

    # A stop, and going on after it

    def _hear_stop(self, *_: object) -> None:
        if not self._steps_aside:
            self._steps_aside = True
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self.step_aside, os.getpid())

    def _hear_continue(self, *_: object) -> None:
        self._was_continued = True
        if not self._steps_aside:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._take_again)

    def step_aside(self, target: int = 0) -> bool:
        """Stop until somebody continues us; False when nobody is there who could.

        `target` is the process to stop, or 0 for everything that was started with it, as
        Ctrl+Z does. The system ignores the wish where no shell waits.
        """
        self._steps_aside = True
        if self._holds:
            self._quiet.keep_all()
            self.stop_application_mode()
            self.close()
            self._was_continued = False
            signal.signal(signal.SIGTSTP, self._others[signal.SIGTSTP])
            os.kill(target, signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, self._hear_stop)
            if self._is_wanted():
                self.start_application_mode()
                self._quiet.draw_all()
        self._steps_aside = False
        return self._was_continued

    def _take_again(self) -> None:
        """Set all modes again after a stop that nobody told us of before."""
        if self._holds and self._is_wanted():
            self._take()
            self._quiet.draw_all()

    def _is_wanted(self) -> bool:
        """Wait until the terminal is ours again; False when Peil is to end."""
        while self._quiet.heard is None:
            with contextlib.suppress(OSError):
                if os.tcgetpgrp(self.fileno) != os.getpgrp():
                    os.kill(os.getpid(), signal.SIGSTOP)
                    continue
            return True
        return False

    # Input

    def _lose(self) -> None:
        """End as if hung up, from any thread: the terminal is gone."""
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._quiet.hear, signal.SIGHUP)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            self._lose()
        except Exception as error:  # noqa: BLE001 - whatever it is, the app ends and says so
            self._quiet.stop_from_thread(error)

    def run_input_thread(self) -> None:
        """Hand on what comes until the terminal is given back."""
        arrivals, bytes_to_text, parser = Arrivals(), decoder(), XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK):
                    data = os.read(self.fileno, AT_ONCE)
                    if not data:
                        self._lose()
                        return
                    self._hand_on(arrivals.feed(bytes_to_text.decode(data)), parser)
                else:
                    self._hand_on(arrivals.rest(), parser)
                for message in parser.tick():
                    self.process_message(message)

    def _hand_on(self, arrivals: Iterable[Arrival], parser: XTermParser) -> None:
        for arrival in arrivals:
            if arrival.pasted:
                self.process_message(Paste(arrival.text))
            else:
                for message in parser.feed(arrival.text):
                    self.process_message(message)
