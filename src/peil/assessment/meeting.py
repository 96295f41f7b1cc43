"""What a meeting has still to do, how long a vote takes, and whether the meeting is over."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from peil.assessment.model import Assessment
from peil.assessment.team import Meeting, Way

SECONDS_A_SLIP: Final = 40
"""How long reading a question and writing one vote on a slip takes, everybody at once."""
SECONDS_A_TURN: Final = 20
"""How long one vote at the keyboard takes whoever has read the question before."""
SECONDS_A_TALK: Final = 180
"""How long a question takes that is read, voted on, talked about and agreed on at once."""
SECONDS_TO_TYPE: Final = 1
"""How long typing one vote over from a slip takes."""


def minutes_to_vote(way: Way, questions: int, voters: int) -> int:
    """Return about how many whole minutes a vote takes; one by one the talks are in it."""
    if way == "tally":
        return -(-questions * SECONDS_A_TALK // 60)
    if way == "keyboard":
        return -(-questions * voters * SECONDS_A_TURN // 60)
    return -(-questions * (SECONDS_A_SLIP + voters * SECONDS_TO_TYPE) // 60)


def not_voted_on(assessment: Assessment, questions: Sequence[str]) -> tuple[str, ...]:
    """Return those of `questions` on which there was no round since the meeting began.

    All of them before it began: what an earlier meeting voted is asked again.
    """
    began = assessment.meeting.began
    return tuple(
        question
        for question in questions
        if not began
        or (vote := assessment.votes.get(question)) is None
        or not vote.rounds
        or vote.rounds[-1].time < began
    )


def was_another_day(meeting: Meeting, today: date) -> bool:
    """Tell whether a meeting began on another day than this one."""
    if not meeting.began:
        return False
    try:
        return datetime.fromisoformat(meeting.began).astimezone().date() != today
    except ValueError:  # a hand wrote it
        return True


def is_going_on(meeting: Meeting, today: date) -> bool:
    """Tell whether a meeting of this day has begun, and did not end with promises."""
    return bool(meeting.began) and not meeting.fist and not was_another_day(meeting, today)


def is_over(meeting: Meeting, seconds_left: int, today: date) -> bool:
    """Tell whether a meeting lies behind the team: another day, no time left, or all promised."""
    if not meeting.began:
        return False
    return was_another_day(meeting, today) or not seconds_left or bool(meeting.fist)
