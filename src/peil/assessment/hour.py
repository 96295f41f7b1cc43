"""How the time of a team session is divided before it begins: what its run-sheet says."""

from typing import Final, Literal, NamedTuple

from peil.assessment.agenda import time_left
from peil.assessment.meeting import minutes_to_vote

PartName = Literal["opening", "vote", "talks", "plan", "commitments", "closing"]

OPENING: Final = 120
"""Seconds for the opening sentence and a question to practise on."""
SHORTEST_TALKS: Final = 5
"""Minutes of talk below which a session is too short for its questions."""


class Part(NamedTuple):
    """One part of a session, in whole minutes from its beginning."""

    name: PartName
    begin: int
    end: int


def hour_plan(minutes: int, questions: int, voters: int) -> tuple[Part, ...]:
    """Divide a session over its parts; a part for which no minute is left is not there.

    The vote is on slips, which one of the team types over. What it leaves is divided as
    `time_left` does while the session runs; half of the plan's part goes to the commitments.
    """
    vote = minutes_to_vote("slips", questions, voters) * 60
    before = OPENING + vote
    left = time_left(minutes * 60 - before, minutes, 0)
    seconds: tuple[tuple[PartName, int], ...] = (
        ("opening", OPENING),
        ("vote", vote),
        ("talks", left.talks),
        ("plan", left.plan - left.plan // 2),
        ("commitments", left.plan // 2),
        ("closing", left.closing),
    )
    parts, passed, begin = [], 0, 0
    for name, each in seconds:
        passed += each
        end = min(minutes, round(passed / 60))
        if end > begin:
            parts.append(Part(name, begin, end))
        begin = end
    return tuple(parts)


def is_too_short(parts: tuple[Part, ...]) -> bool:
    """Tell whether hardly any time is left to talk."""
    talks = (part.end - part.begin for part in parts if part.name == "talks")
    return sum(talks) < SHORTEST_TALKS
