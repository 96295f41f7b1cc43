"""How the walk speaks and listens, whatever kind of terminal there is.

Two voices keep this promise: `plain.py` with nothing but print and input, and
`prompts.py` with lists to choose from. What is said, and when, `walk.py` decides.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Stopped(Exception):
    """The person went away: the end of the input, or Ctrl+C."""


class Choice(NamedTuple):
    """One thing that can be answered."""

    key: str
    """What is typed for it: a digit or a letter."""
    words: str
    """What it means, in words."""


class Voice(Protocol):
    """Speaks to one person and listens. Everything it says it makes safe for a terminal.

    Every method that listens raises Stopped when nobody is there any more.
    """

    def tell(self, *lines: str) -> None:
        """Say some lines; an empty one is a pause."""

    def choose(
        self,
        question: str,
        choices: Sequence[Choice],
        others: Sequence[Choice] = (),
        default: str = "",
        *,
        known: bool = False,
    ) -> str:
        """Return the key of what was chosen; `others` are there without being read out.

        With a default Enter chooses it; without one there must be a choice. What is `known`
        was read out a moment ago, and need not be again.
        """
        ...

    def line(self, question: str, default: str = "") -> str:
        """Return a line of text; the default when nothing is typed."""
        ...

    def hidden_line(self, question: str) -> str:
        """Return a line of text that does not appear while it is typed."""
        ...

    def speak(self, language: str) -> None:
        """Go on in another language."""
