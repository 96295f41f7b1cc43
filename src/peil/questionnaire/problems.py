"""What is wrong with a questionnaire: where, how grave, and what to write instead."""

from typing import Literal

import msgspec

from peil.questionnaire.messages import ERRORS, WARNINGS
from peil.text.clean import clean_line
from peil.text.languages import Words, mark

Severity = Literal["error", "warning"]

VALUE_LIMIT = 160
"""Longest piece of foreign text that a message repeats, in characters."""
SUGGESTIONS = 20
"""How often one file is searched for "did you mean": each search compares all names."""
_DID_YOU_MEAN = mark("Did you mean `{suggestion}`?")


class Problem(msgspec.Struct, frozen=True):
    """One thing that an author must or should change."""

    file: str
    """The file's name as it was given, made safe to print."""
    line: int
    """Line number in the file, from 1."""
    code: str
    """Stable name of the kind of problem, a key of `ERRORS` or `WARNINGS`."""
    values: dict[str, str | int] = {}
    """What fills the gaps of the message; foreign text in it is cleaned."""

    @property
    def severity(self) -> Severity:
        """Return whether the questionnaire cannot be used, or only could be better."""
        return "error" if self.code in ERRORS else "warning"

    def message(self, say: Words) -> str:
        """Return what is wrong and what to write instead, in the language of `say`."""
        template = ERRORS.get(self.code) or WARNINGS[self.code]
        sentence = say(template, **self.values)
        if "suggestion" in self.values:
            sentence = f"{sentence} {say(_DID_YOU_MEAN, **self.values)}"
        return sentence

    def printed(self, say: Words) -> str:
        """Return the line `FILE:LINE: severity: message` that editors can jump to."""
        return f"{self.file}:{self.line}: {self.severity}: {self.message(say)}"

    def as_data(self, say: Words) -> dict[str, str | int]:
        """Return file, line, severity, code and message, for JSON."""
        return {
            "file": self.file,
            "line": self.line,
            "severity": self.severity,
            "code": self.code,
            "message": self.message(say),
        }


class Problems:
    """The problems of one file, as they are found."""

    def __init__(self, file: str) -> None:
        """Begin without problems for the file named `file`."""
        self.file = clean_line(file) or "?"
        self._found: list[Problem] = []
        self._searches = 0

    def add(self, code: str, line: int, **values: str | int) -> None:
        """Note a problem of the kind `code` in `line` (from 1)."""
        safe = {
            name: _safe(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
        self._found.append(Problem(self.file, max(line, 1), code, safe))

    def add_unknown(
        self, code: str, line: int, name: str, known: list[str] | tuple[str, ...]
    ) -> None:
        """Note that `name` is not one of `known`, and which of them may be meant."""
        suggestion = self._closest(name, known)
        if suggestion:
            self.add(code, line, name=name, suggestion=suggestion)
        else:
            self.add(code, line, name=name)

    def _closest(self, name: str, known: list[str] | tuple[str, ...]) -> str:
        if self._searches >= SUGGESTIONS:
            return ""
        self._searches += 1
        return closest(name, known)

    @property
    def any_errors(self) -> bool:
        """Return whether one of the problems is an error."""
        return any(problem.severity == "error" for problem in self._found)

    @property
    def found(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the lines, each once."""
        unique = {
            (problem.line, problem.code, tuple(problem.values.items())): problem
            for problem in self._found
        }
        return tuple(sorted(unique.values(), key=lambda problem: (problem.line, problem.code)))


def _safe(value: str) -> str:
    # Nearly all values are plain, and this is asked often in a file full of mistakes.
    if len(value) <= VALUE_LIMIT and value.isascii() and value.isprintable():
        return value
    return clean_line(value, VALUE_LIMIT)


def closest(name: str, known: list[str] | tuple[str, ...]) -> str:
    """Return the one of `known` that looks most like `name`, or nothing."""
    from difflib import get_close_matches

    matches = get_close_matches(name[:80].casefold(), known, n=1, cutoff=0.6)
    return matches[0] if matches else ""


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)
