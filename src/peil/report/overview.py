"""The list of assessments: as JSON, and as lines for people."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import msgspec

from peil.report.table import columns
from peil.score.model import percent_shown
from peil.store.names import SHOWN
from peil.store.summary import Summary
from peil.text.languages import Words


def summary_document(summary: Summary) -> dict[str, object]:
    """Return one assessment as `peil list --json` and `peil new --json` print it."""
    return {
        "id": summary.id,
        "title": summary.title,
        "created": summary.created,
        "changed": summary.changed,
        "questionnaires": msgspec.to_builtins(summary.questionnaires),
        "answered": summary.answered,
        "asked": summary.asked,
        "readiness": msgspec.to_builtins(summary.readiness),
    }


def list_text(summaries: Sequence[Summary], say: Words) -> str:
    """Return the assessments as lines for people, aligned under their headings."""
    rows = [(say("id"), say("name"), say("changed"), say("questions"), say("readiness"))]
    rows += [_row(summary, say) for summary in summaries]
    return "\n".join(columns(rows))


def none_text(gone: Sequence[str], say: Words) -> str:
    """Return what to say for an empty list; `gone` are the ids of which earlier saves are left."""
    if not gone:
        return say("There are no assessments yet. Begin one with: peil new NAME")
    return say(
        "There are no assessments, but earlier saves of {names} are there. Bring one back with: "
        "peil backups {name} --restore 1",
        names=say.listing(list(gone[:SHOWN])),
        name=gone[0],
    )


def _row(summary: Summary, say: Words) -> tuple[str, str, str, str, str]:
    if summary.damaged:
        return summary.id, say("cannot be read"), "", "", ""
    return (
        summary.id,
        summary.title,
        changed_on(summary, say),
        f"{summary.answered}/{summary.asked}",
        readiness_words(summary, say),
    )


def changed_on(summary: Summary, say: Words) -> str:
    """Return the day of the last change, as the language writes it."""
    return _day(summary.changed[:10], say)


def readiness_words(summary: Summary, say: Words) -> str:
    """Return readiness for a list: no figure before the core is answered."""
    score = summary.readiness.score
    if summary.core_answered < summary.core_asked or score is None:
        return say("after the core")
    complete = summary.answered >= summary.asked
    return _percent(percent_shown(score, complete=complete), complete, say)


@cache
def _day(text: str, say: Words) -> str:
    try:
        return say.date(date.fromisoformat(text))
    except ValueError:
        return "–"


@cache
def _percent(percent: int, complete: bool, say: Words) -> str:  # noqa: FBT001 - one of two wordings
    if complete:
        return say("{percent} %", percent=percent)
    return say("{percent} % (core)", percent=percent)
