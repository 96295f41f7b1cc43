"""Fixtures: Markdown files of blocks `title . input . expected .`, as the parser's own tests have.

In an input `␍` stands for a carriage return, `␤` for a line's end, `⟦202E⟧` for the character
with that number, and `⟦500×[⟧` for 500 brackets, so that our own files hold nothing invisible
or endless. An input of several files begins each with a line `=== NAME`; a name without text
is a file that is not there, one that ends in `/` a folder. What is expected is one line for each
problem: `LINE: severity: code: message`.
"""

import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from peil.questionnaire.checking import check_files
from peil.questionnaire.problems import Problem
from peil.questionnaire.reading import read
from peil.text.languages import Words

FOLDER = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One block of a fixture file."""

    title: str
    text: str
    expected: str


def cases(file: str) -> list[Case]:
    """Return the blocks of a fixture file."""
    parts: list[list[str]] = [[]]
    for line in (FOLDER / file).read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["".join(f"{line}\n" for line in part) for part in parts]
    return [
        Case(title.strip(), text, expected)
        for title, text, expected in zip(texts[:-1:3], texts[1::3], texts[2::3], strict=True)
    ]


def found_in(text: str, say: Words) -> str:
    """Return the problems of one text, as fixtures write them."""
    return "".join(_line(problem, say) for problem in read(unescaped(text), "file").problems)


def found_in_files(text: str, say: Words) -> str:
    """Return the problems of several files, as fixtures write them, with the files' names."""
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for part in text.removeprefix("=== ").split("\n=== "):
            name, _, content = part.partition("\n")
            paths.append(Path(folder) / name)
            if name.endswith("/"):
                paths[-1].mkdir()
            elif content:
                data = unescaped(content).encode("utf-8", "surrogateescape")
                paths[-1].write_bytes(data)
        problems = check_files(paths)
        lines = [f"{Path(problem.file).name}:{_line(problem, say)}" for problem in problems]
        return "".join(lines).replace(f"{folder}/", "")


def unescaped(text: str) -> str:
    """Return a fixture's text with the characters that it only names, and what it repeats."""
    text = text.replace("␍", "\r")
    text = re.sub("⟦([0-9A-F]{2,5})⟧", lambda found: chr(int(found[1], 16)), text)
    for _ in range(2):
        text = re.sub("⟦(\\d+)×([^⟦⟧]*)⟧", lambda found: found[2] * int(found[1]), text)
    return text.replace("␤", "\n")


def _line(problem: Problem, say: Words) -> str:
    return f"{problem.line}: {problem.severity}: {problem.code}: {problem.message(say)}\n"
