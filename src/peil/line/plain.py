"""The plainest voice: print and input, and no byte that is not text or a newline.

Made for screen readers, slow lines and programs that listen. Choices are numbered or
lettered, what holds now is said in words, and every command is a letter that `?` lists.
"""

import getpass
import sys
from collections.abc import Sequence

from peil.line.speaking import print_lines, safe
from peil.line.voice import Choice, Stopped
from peil.text.clean import clean
from peil.text.languages import words

HELP = "?"
"""What lists every letter."""


class PlainVoice:
    """Prints lines and reads lines."""

    def __init__(self, language: str) -> None:
        """Speak a language."""
        self._say = words(language)
        self._echoes = sys.stdin is not None and sys.stdin.isatty()
        """Whether what is typed stands on the screen, and its Enter ends the line."""

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._say = words(language)

    def tell(self, *lines: str) -> None:
        """Print some lines."""
        print_lines(lines)

    def choose(
        self,
        question: str,
        choices: Sequence[Choice],
        others: Sequence[Choice] = (),
        default: str = "",
        *,
        known: bool = False,
    ) -> str:
        """Read a key until it is one of those that there are."""
        if not known:
            self._list(choices)
        by_key = {choice.key: choice.key for choice in (*choices, *others)}
        while True:
            typed = self._read(question)
            key = by_key.get(typed) or by_key.get(typed.lower()) or ("" if typed else default)
            if key:
                return key
            if typed == HELP:
                self._list((*choices, *others))
            elif typed:
                self.tell(
                    self._say("{typed} is none of the choices. ? lists them.", typed=typed[:40])
                )
            else:
                self.tell(self._say("Type one of the choices. ? lists them."))

    def line(self, question: str, default: str = "") -> str:
        """Read a line."""
        return self._read(question) or default

    def hidden_line(self, question: str) -> str:
        """Read a line that does not appear on a terminal."""
        if self._echoes:
            try:
                return getpass.getpass(_prompt(question)).strip()
            except (EOFError, KeyboardInterrupt, ValueError) as gone:
                raise Stopped from gone
        return self._read(question)

    def _list(self, choices: Sequence[Choice]) -> None:
        self.tell(*(f"{choice.key}. {choice.words}" for choice in choices))

    def _read(self, question: str) -> str:
        try:
            typed = input(_prompt(question))
        except (EOFError, KeyboardInterrupt, ValueError, RuntimeError) as gone:
            raise Stopped from gone  # the last two: closed while it is read, or before
        if not self._echoes:
            self.tell("")
        return clean(typed).strip()


def _prompt(question: str) -> str:
    return f"{safe(question)}: "
