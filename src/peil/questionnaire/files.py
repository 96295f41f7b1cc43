"""One file on its way in: what it says, and what is wrong with it."""

import msgspec

from peil.questionnaire.draft import Draft
from peil.questionnaire.frontmatter import read_front
from peil.questionnaire.parsing import parse_body
from peil.questionnaire.problems import Problems
from peil.questionnaire.sections import read_sections
from peil.questionnaire.source import safe_lines


class File(msgspec.Struct, eq=False):
    """A file, as far as it could be parsed."""

    problems: Problems
    """Found so far, with the file's name; the checks add theirs."""
    draft: Draft | None
    """None where the file cannot be read, or a limit forbids parsing it."""


def parse(name: str, text: str) -> File:
    """Return what a text says, and what is wrong in it so far."""
    problems = Problems(name)
    lines = safe_lines(text, problems)
    if lines is None:
        return File(problems, None)
    front, before = read_front(lines, problems)
    blocks = parse_body(lines, before, problems)
    draft = None if blocks is None else read_sections(front, blocks, problems)
    return File(problems, draft)


def says_original(text: str) -> bool:
    """Return whether the front matter of a text says `original: yes`."""
    problems = Problems("")
    lines = safe_lines(text, problems)
    return bool(lines and read_front(lines, problems)[0].original)


def fitting_name(file: File) -> str:
    """Return the name that a file should have, or nothing where that is unknown."""
    front = file.draft.front if file.draft else None
    if front is None or not front.id or not front.language:
        return ""
    return f"{front.id}.{front.language}.md"
