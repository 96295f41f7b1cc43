"""What the list of assessments shows of one, kept in the first line of its file.

The sitting computes it at each save; the store keeps it as given. The list may hold
ten thousand of these, and none can be part of a circle: the collector skips them.
"""

import re
from pathlib import Path
from typing import Literal

import msgspec

from peil.store.when import is_time
from peil.text.clean import LINE_LIMIT, clean_line, clean_name

_HIGHEST_COUNT = 999_999
"""Highest count or version that is believed."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


class SummarySource(msgspec.Struct, frozen=True, gc=False):
    """A questionnaire that an assessment answers."""

    id: str
    version: int


class SummaryReadiness(msgspec.Struct, frozen=True, gc=False):
    """The readiness of an assessment as it was at its last save: fractions of 1, or None."""

    score: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: Literal["ready", "not-ready", "undecided"] | None = None
    blocking: tuple[str, ...] = ()
    """Full ids of the gate topics that do not stand."""
    gate_not_applicable: tuple[str, ...] = ()
    """Full ids of the gate's questions marked not applicable."""


class Summary(msgspec.Struct, frozen=True, gc=False):
    """One line of the list of assessments. `peil list --json` prints a part of it."""

    id: str
    title: str
    created: str
    """UTC, ISO 8601."""
    changed: str
    """UTC, ISO 8601."""
    questionnaires: tuple[SummarySource, ...] = ()
    answered: int = 0
    """Rated and don't know."""
    asked: int = 0
    core_answered: int = 0
    core_asked: int = 0
    standing: int = 0
    """How many foundations stand."""
    foundations: int = 0
    """How many foundations are assessed; 0 where no questionnaire has any."""
    readiness: SummaryReadiness = SummaryReadiness()
    demo: bool = False
    """Whether it is the example firm of `peil demo`."""
    to_look_at: int = 0
    """How many finished actions wait until their question is looked at again."""
    list_path: str = ""
    """Where the latest action list was written; empty where Peil does not know."""
    list_digest: str = ""
    """SHA-256 of that file as it was written, or as it was last read back."""
    damaged: bool = False
    """Whether nothing of its file could be read; the title is then its id."""


def safe_summary(summary: Summary, assessment: str) -> Summary:
    """Return a summary that was read, under the id of its file and with its texts made safe."""
    return msgspec.structs.replace(
        summary,
        id=assessment,
        title=clean_name(summary.title) or assessment,
        created=_time(summary.created),
        changed=_time(summary.changed),
        questionnaires=tuple(
            SummarySource(clean_line(source.id), _count(source.version))
            for source in summary.questionnaires
        ),
        answered=_count(summary.answered),
        asked=_count(summary.asked),
        core_answered=_count(summary.core_answered),
        core_asked=_count(summary.core_asked),
        standing=_count(summary.standing),
        foundations=_count(summary.foundations),
        readiness=_safe_readiness(summary.readiness),
        to_look_at=_count(summary.to_look_at),
        list_path=summary.list_path if is_list_path(summary.list_path) else "",
        list_digest=summary.list_digest if _DIGEST.fullmatch(summary.list_digest) else "",
        damaged=False,  # a line that can be read does not say so of itself
    )


def is_list_path(path: str) -> bool:
    """Return whether a file at `path` is looked for: a whole path, of letters that can be read."""
    return len(path) <= LINE_LIMIT and clean_line(path) == path and Path(path).is_absolute()


def _safe_readiness(readiness: SummaryReadiness) -> SummaryReadiness:
    return msgspec.structs.replace(
        readiness,
        score=_fraction(readiness.score),
        low=_fraction(readiness.low),
        high=_fraction(readiness.high),
        blocking=tuple(map(clean_line, readiness.blocking)),
        gate_not_applicable=tuple(map(clean_line, readiness.gate_not_applicable)),
    )


def _fraction(value: float | None) -> float | None:
    return value if value is not None and 0 <= value <= 1 else None


def _count(number: int) -> int:
    """Return a number as it stands, or the nearest that is believed."""
    return max(0, min(number, _HIGHEST_COUNT))


def _time(text: str) -> str:
    """Return a time as it stands, and nothing for what is none."""
    return text if is_time(text) else ""


def damaged_summary(assessment: str) -> Summary:
    """Return the line for an assessment of which nothing can be read."""
    return Summary(id=assessment, title=assessment, created="", changed="", damaged=True)
