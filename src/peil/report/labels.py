"""The words by which an edited list is understood, in every language and however written."""

import re
from functools import cache
from typing import Final

from peil.assessment.model import ActionStatus
from peil.report.listed import (
    GOALS_HEADING,
    HEADINGS,
    NAMES,
    NOTHING_TO_DO,
    STATUS_NAMES,
    TOLD,
)
from peil.text.languages import LANGUAGES, words

_SYNONYMS: Final = {
    "who": "owner",
    "when": "due",
    "wanneer": "due",
    "deadline": "due",
    "tijdgebonden": "time",
}
"""What people write besides."""
LONGEST_LABEL: Final = 40
"""Most characters before the colon of a label."""


def label_of(text: str) -> str:
    """Return the field that a label means, in either language; empty when it means none."""
    return _labels().get(_plain(text), "") if len(text) <= LONGEST_LABEL else ""


def status_said(text: str) -> tuple[ActionStatus | None, str]:
    """Return the status that `text` says, and the reason behind its colon; None: it says none."""
    word, _, reason = text.partition(":")
    return _statuses().get(_plain(word)), reason.strip()


def is_heading(text: str) -> bool:
    """Return whether a text is a heading over actions, as Peil writes them."""
    return any(each.fullmatch(text) for each in _headings())


def is_goals_heading(text: str) -> bool:
    """Return whether a text is the heading over the goals."""
    return text in {words(language)(GOALS_HEADING) for language in LANGUAGES}


def is_told(text: str) -> bool:
    """Return whether a line is the sentence that stands where there is nothing to do."""
    return text in {words(language)(NOTHING_TO_DO) for language in LANGUAGES}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _labels() -> dict[str, str]:
    labels = dict(_SYNONYMS)
    for language in LANGUAGES:
        say = words(language)
        labels.update({_plain(say(word)): field for field, word in NAMES.items()})
        labels.update({_plain(say(word)): word for word in TOLD})
    return labels


@cache
def _statuses() -> dict[str, ActionStatus]:
    return {
        _plain(words(language)(word)): status
        for language in LANGUAGES
        for status, word in STATUS_NAMES.items()
    }


@cache
def _headings() -> tuple[re.Pattern[str], ...]:
    patterns = []
    for language in LANGUAGES:
        for heading in HEADINGS.values():
            parts = re.split(r"\{\w+\}", words(language)(heading))
            patterns.append(re.compile("[^()]{1,40}".join(map(re.escape, parts))))
    return tuple(patterns)
