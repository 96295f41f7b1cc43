"""Every command of the walk line by line: its letter, and what it does."""

from typing import Final, NamedTuple

from peil.line.voice import Choice
from peil.text.languages import Words, mark


class Letter(NamedTuple):
    """One command."""

    key: str
    does: str
    """A marked sentence."""


KEEP: Final = "k"
BACK: Final = "b"
UNKNOWN: Final = "d"
NOT_APPLICABLE: Final = "x"
NOTE: Final = "n"
EVIDENCE: Final = "e"
LOOK_AGAIN: Final = "f"
TAKE_BACK: Final = "t"
HELP: Final = "h"
WHY: Final = "w"
SKIP: Final = "s"
GO_TO: Final = "g"
AGAIN: Final = "o"
UNDO: Final = "z"
VOTE: Final = "v"
RESULTS: Final = "r"
ACTIONS: Final = "a"
LANGUAGE: Final = "l"
STOP: Final = "q"

LETTERS: Final = (
    Letter(KEEP, mark("Go on to the next question; the answer stays as it is.")),
    Letter(BACK, mark("Back to the question before.")),
    Letter(SKIP, mark("On to the next question without an answer.")),
    Letter(GO_TO, mark("Go to another question.")),
    Letter(NOTE, mark("Write a note.")),
    Letter(EVIDENCE, mark("Write down what you can point at.")),
    Letter(LOOK_AGAIN, mark("Mark it to be looked at again, or take that mark off.")),
    Letter(TAKE_BACK, mark("Take the answer back: the question is open again.")),
    Letter(AGAIN, mark("Hear the question once more.")),
    Letter(HELP, mark("Why this is asked, and what does not count.")),
    Letter(WHY, mark("How the number of this topic comes about.")),
    Letter(UNDO, mark("Undo the last change.")),
    Letter(VOTE, mark("Vote on this question with your team.")),
    Letter(RESULTS, mark("The result so far.")),
    Letter(ACTIONS, mark("The plan so far.")),
    Letter(LANGUAGE, mark("Ga verder in het Nederlands.")),
    Letter(STOP, mark("Stop; everything is saved.")),
)
"""The commands beside the answers themselves, in the order in which they are listed."""


def other_choices(say: Words) -> list[Choice]:
    """Return the commands as choices."""
    return [Choice(letter.key, say(letter.does)) for letter in LETTERS]
