"""What the pages of a team share: how much time is left and how far the agenda is."""

from textual.content import Content

from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, text
from peil.tui.countdown import clock_words


def time_left(sitting: Sitting, say: Words, question: str = "") -> tuple[Content, Content]:
    """Return what is left of the talk about a question, else of the meeting; and in fewer words.

    Nothing as long as the meeting's clock never ran.
    """
    of_talk = sitting.talk_seconds_left(question) if question else None
    if of_talk is None and not (sitting.assessment.meeting.began or sitting.clock.runs):
        return NOTHING, NOTHING
    seconds = sitting.seconds_left if of_talk is None else of_talk
    time = clock_words(seconds)
    if not sitting.clock.runs:
        told = say("{time} left, the clock stands still", time=time)
    elif of_talk is None:
        told = say("{time} left", time=time)
    else:
        told = say("{time} left for this talk", time=time)
    ink = "strong" if sitting.clock.runs else "faint"
    return text(told, ink), text(time, ink)


def part_settled(sitting: Sitting) -> float | None:
    """Return how much of the agenda is settled, from 0 to 1; None where nothing was voted on."""
    agenda = sitting.agenda
    left = len(agenda.talk) + len(agenda.proposed) + len(agenda.parked)
    total = left + len(agenda.settled)
    return len(agenda.settled) / total if total else None
