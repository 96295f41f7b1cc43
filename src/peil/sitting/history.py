"""Undo: which changes were made in this sitting, newest last."""

from typing import NamedTuple

import msgspec

from peil.assessment.model import Assessment


class Change(NamedTuple):
    """One undoable change."""

    what: str
    """A marked sentence that says what was done."""
    question: str | None
    """Full id of the question that it was about, if it was about one."""
    before: Assessment


def taken_back(now: Assessment, change: Change) -> Assessment:
    """Return the assessment as it was before `change`, keeping what is never taken back.

    Codes and export numbers were seen outside, so they stay given; language and place
    belong to the reader, not to the answers.
    """
    return msgspec.structs.replace(
        change.before,
        actions=now.actions,
        exports=now.exports,
        last_code=now.last_code,
        language=now.language,
        place=change.question or now.place,
    )
