"""A meeting: what it has still to vote on, how long that takes, when it is over."""

from datetime import date

import pytest

from peil.assessment.meeting import (
    is_going_on,
    is_over,
    minutes_to_vote,
    not_voted_on,
    was_another_day,
)
from peil.assessment.model import Assessment
from peil.assessment.team import Meeting, Round, TeamVote, Way

BEGAN = "2026-11-21T10:30:00Z"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("way", "questions", "voters", "expected"),
    [
        ("slips", 18, 0, 12),
        ("slips", 18, 5, 14),
        ("keyboard", 18, 5, 30),
        ("tally", 18, 5, 54),
        ("slips", 0, 5, 0),
    ],
)
def test_a_vote_takes_about_so_many_minutes(
    way: Way, questions: int, voters: int, expected: int
) -> None:
    """Slips are filled in by all at once; a keyboard is used by one after the other."""
    assert minutes_to_vote(way, questions, voters) == expected


def _with(meeting: Meeting, **times: str) -> Assessment:
    votes = {name: TeamVote((Round({"1": 3}, time=time),)) for name, time in times.items()}
    votes["empty"] = TeamVote()
    return Assessment("a", "A", "", "", "en", (), votes=votes, meeting=meeting)


def test_what_an_earlier_meeting_voted_is_asked_again() -> None:
    """A round counts from the moment at which the meeting began."""
    questions = ("old", "now", "empty", "new")
    times = {"old": "2026-11-20T09:00:00Z", "now": BEGAN}
    assert not_voted_on(_with(Meeting(), **times), questions) == questions
    begun = _with(Meeting(began=BEGAN), **times)
    assert not_voted_on(begun, questions) == ("old", "empty", "new")


@pytest.mark.parametrize(
    ("meeting", "left", "over"),
    [
        (Meeting(), 0, False),
        (Meeting(began=BEGAN), 10, False),
        (Meeting(began=BEGAN), 0, True),
        (Meeting(began=BEGAN, fist={"4": 3}), 10, True),
        (Meeting(began="2026-11-19T10:30:00Z"), 10, True),
        (Meeting(began="yesterday"), 10, True),
    ],
)
def test_when_a_meeting_is_over(meeting: Meeting, left: int, *, over: bool) -> None:
    """On another day, without time left, or with everybody's fingers shown."""
    assert is_over(meeting, left, DAY) is over
    assert is_going_on(meeting, DAY) is (meeting.began == BEGAN and not meeting.fist)
    assert was_another_day(meeting, DAY) is (meeting.began not in {"", BEGAN})
