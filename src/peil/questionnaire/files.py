"""One file on its way in: what it says, and what is wrong with it."""

import msgspec

from peil.questionnaire.draft import Draft
from peil.questionnaire.frontmatter import read_front
from peil.questionnaire.parsing import parse_body
from peil.questionnaire.problems import Problems
from peil.questionnaire.repairs import repaired
from peil.questionnaire.sections import read_sections
from peil.questionnaire.source import safe_lines


class File(msgspec.Struct, eq=False):
    """A file, as far as it could be parsed."""

    problems: Problems
    """Found so far, with the file's name; the checks add theirs."""
    draft: Draft | None
    """None where the file cannot be read, or a limit forbids parsing it."""

    @property
    def fitting_name(self) -> str:
        """Return the name that the file should have, or nothing where that is unknown."""
        front = self.draft.front if self.draft else None
        if front is None or not front.id or not front.language:
            return ""
        return f"{front.id}.{front.language}.md"


def parse(name: str, text: str) -> File:
    """Return what a text says, and what is wrong in it so far."""
    problems = Problems(name)
    lines = safe_lines(text, problems)
    if lines is None:
        return File(problems, None)
    front, before = read_front(lines, problems)
    blocks = parse_body(repaired(lines, before, problems), before, problems)
    draft = None if blocks is None else read_sections(front, blocks, problems)
    return File(problems, draft)
