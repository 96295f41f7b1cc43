"""Slips that change what a whole part means: noted once, and read as they were meant.

Without the repair each would be followed by problems that only tell of its consequences.
"""

import re
from typing import Final

from peil.questionnaire.problems import Problems
from peil.questionnaire.settings import (
    ACTION_SETTINGS,
    LEVEL_SETTINGS,
    QUESTION_SETTINGS,
    TOPIC_SETTINGS,
)

_NAMES: Final = frozenset((*TOPIC_SETTINGS, *QUESTION_SETTINGS, *LEVEL_SETTINGS, *ACTION_SETTINGS))
_BULLETS: Final = "•◦▪‣·●○"
_DASHES: Final = "–—−"
_SIGNS: Final = frozenset(_BULLETS + _DASHES)
_HEADING: Final = re.compile(r"(#{2,3})[^#\s]")
_LONGEST_NAME: Final = 24


def repaired(lines: list[str], before: int, problems: Problems) -> list[str]:
    """Return the lines, those after the first `before` repaired where their sign is wrong."""
    found: dict[int, str] = {}
    title = next((at for at in range(before, len(lines)) if lines[at].strip()), -1)
    for place in range(before, len(lines)):
        line = lines[place]
        first = line.lstrip()[:1]
        if first == "#":
            signs = _heading_signs(line, is_title=place == title)
            if signs:
                words = line[len(signs) :]
                problems.add("heading-without-space", place + 1, sign=signs)
                found[place] = f"{signs} {words}"
        elif first in _SIGNS and _is_bullet(line.lstrip()):
            problems.add("bullet-sign", place + 1, sign=first)
            found[place] = line.replace(first, "- " if line.lstrip()[1:2].strip() else "-", 1)
    return [found.get(place, line) for place, line in enumerate(lines)] if found else lines


def _heading_signs(line: str, *, is_title: bool) -> str:
    """Return the signs of a heading that lacks the space after them; nothing for other lines."""
    if is_title and line.startswith("#") and line[1:2].strip("# "):
        return "#"
    heading = _HEADING.match(line)
    return heading[1] if heading else ""


def _is_bullet(text: str) -> bool:
    """Return whether a line that begins with such a sign is a setting; a dash may be a dash."""
    name, colon, _ = text[1 : _LONGEST_NAME + 2].partition(":")
    known = name.strip().casefold() in _NAMES
    return bool(colon) and (known or text[0] in _BULLETS)
