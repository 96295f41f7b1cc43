"""Reading one questionnaire: from Markdown to the model, with all its problems at once."""

from pathlib import Path

import msgspec

from peil.questionnaire.files import File, parse
from peil.questionnaire.groups import Group
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.problems import Problem, Problems
from peil.questionnaire.source import read_text


class Reading(msgspec.Struct, frozen=True):
    """What reading a file gave."""

    questionnaire: Questionnaire | None
    """None when there are errors."""
    problems: tuple[Problem, ...]
    """All of them, in the order of the lines."""


def read(text: str, file: str) -> Reading:
    """Read one questionnaire that stands alone, named `file` in its problems. Never raises."""
    return _reading(parse(file, text))


def read_file(path: Path) -> Reading:
    """Read the questionnaire in a file; a file that cannot be read is a problem as well."""
    return _reading(parse_file(path))


def parse_file(path: Path) -> File:
    """Return a file from the disk, as far as it can be parsed."""
    problems = Problems(str(path))
    text = read_text(path, problems)
    return File(problems, None) if text is None else parse(str(path), text)


def _reading(file: File) -> Reading:
    group = Group([file])
    group.examine()
    group.examine_among(())
    questionnaires = group.questionnaires()
    return Reading(questionnaires[0] if questionnaires else None, file.problems.found)
