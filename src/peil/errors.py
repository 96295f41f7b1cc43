"""Everything that can go wrong for a user, as a small tree.

PeilError                 exit 1: cannot; one sentence says why and what to do
├── NotWritable           exit 1: nothing can be written there; looking works
├── WrongUse              exit 2: wrong use, or a terminal is needed
├── QuestionnaireInvalid  exit 3: a questionnaire has errors
├── OpenElsewhere         exit 4: another window has the assessment open
└── DataDamaged           exit 5: a file is damaged, or from a newer Peil

An error carries its sentence in English with named gaps, and the values for the
gaps; whoever shows it asks for `sentence(say)` in the user's language.
"""

from typing import ClassVar

from peil.text.clean import clean_line
from peil.text.languages import Words, words


class Phrase(str):
    """A value for a gap that is itself marked for translation ("disk full")."""

    __slots__ = ()


class PeilError(Exception):
    """Something that cannot be done, with the sentence that the user reads."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, /, **values: object) -> None:
        """Keep `message` (marked for translation, with `{name}` gaps) and its values."""
        super().__init__(message)
        self.message = message
        self.values = values

    def sentence(self, say: Words) -> str:
        """Return what happened, why, and what to do now, with foreign values made safe."""
        return say(self.message, **{name: _safe(each, say) for name, each in self.values.items()})

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.sentence(words("en"))


def _safe(value: object, say: Words) -> object:
    """Return a value as it may stand in a sentence."""
    if isinstance(value, Phrase):
        return say(value)
    return value if isinstance(value, int | float) else clean_line(str(value))


class NotWritable(PeilError):
    """The folder is read-only, or somebody else's: what is in it can only be looked at."""


class WrongUse(PeilError):
    """The command's words are off, or it needs a terminal."""

    exit_code = 2


class QuestionnaireInvalid(PeilError):
    """A questionnaire has errors and cannot be used."""

    exit_code = 3


class OpenElsewhere(PeilError):
    """The assessment is open for writing in another window."""

    exit_code = 4


class DataDamaged(PeilError):
    """A file of the data folder is damaged, or written by a newer Peil."""

    exit_code = 5
