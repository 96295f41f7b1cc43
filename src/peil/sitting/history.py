"""Undo: which changes were made in this sitting, newest last."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from peil.assessment.actions import is_own
from peil.assessment.model import ActionRecord, Assessment, ExportRecord
from peil.assessment.team import TeamVote


class Change(NamedTuple):
    """One undoable change."""

    what: str
    """A marked sentence that says what was done."""
    question: str | None
    """Full id of the question that it was about, if it was about one."""
    before: Assessment


def taken_back(now: Assessment, change: Change) -> Assessment:
    """Return the assessment as it was before `change`, keeping what is never taken back.

    Codes and export numbers were seen outside, so they stay given, whatever is taken back of
    their actions; language and place belong to the reader, not to the answers. Rounds of votes
    were seen by everybody and cannot be voted again as they were; the clock does not run back.
    """
    return msgspec.structs.replace(
        change.before,
        actions=_with_codes_of(now.actions, change.before.actions),
        exports=_with_states_of(now.exports, change.before.exports),
        last_code=now.last_code,
        votes=with_rounds_of(now.votes, change.before.votes),
        meeting=msgspec.structs.replace(
            change.before.meeting,
            used=now.meeting.used,
            began=now.meeting.began,
            counted=now.meeting.counted,
        ),
        language=now.language,
        place=change.question or now.place,
    )


def with_rounds_of(
    now: Mapping[str, TeamVote], before: Mapping[str, TeamVote]
) -> dict[str, TeamVote]:
    """Return the rounds that there are, with what was agreed before."""
    return {
        question: TeamVote(vote.rounds, before.get(question, TeamVote()).agreed)
        for question, vote in now.items()
    }


def _with_states_of(
    now: Sequence[ExportRecord], before: Sequence[ExportRecord]
) -> tuple[ExportRecord, ...]:
    """Return the exports with what they said before, so that edits can be read back once more."""
    states = {each.number: each for each in before if each.state}
    return tuple(
        msgspec.structs.replace(
            each, state=states[each.number].state, goals=states[each.number].goals
        )
        if each.state and each.number in states
        else each
        for each in now
    )


def _with_codes_of(
    now: Mapping[str, ActionRecord], before: Mapping[str, ActionRecord]
) -> dict[str, ActionRecord]:
    """Return the records as they were before; a code given since stays, with nothing said of it.

    One of the user's own that was added since is gone.
    """
    return {
        code: before.get(code) or ActionRecord(code, record.key)
        for code, record in now.items()
        if code in before or not is_own(record.key)
    }
