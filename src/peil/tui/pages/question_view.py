"""What the page of a question shows: its heading, and everything about the question."""

from collections.abc import Mapping

from textual.content import Content

from peil.assessment.walkthrough import Progress
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, join, text
from peil.tui.page import Heading
from peil.tui.signs import Signs
from peil.tui.widgets.question_asides import asides
from peil.tui.widgets.question_sheet import Asked, Option


def place_words(progress: Progress, say: Words) -> str:
    """Return which question this is, and of how many."""
    numbers = {"number": progress.number, "total": progress.total}
    if progress.core:
        return say("core question {number} of {total}", **numbers)
    return say("question {number} of {total}", **numbers)


def question_heading(sitting: Sitting, name: str, say: Words, signs: Signs) -> Heading:
    """Return topic, progress and minutes left."""
    walk = sitting.walk
    progress = walk.progress(name)
    topic = sitting.items.topic_of(name)
    left = join(
        text(sitting.items.topic(topic).title, "title"),
        text(f" {signs.between} ", "faint"),
        text(place_words(progress, say)),
    )
    if sitting.answer(name).look_again:
        left = join(left, text(f"  {signs.flag}", "caution"))
    if progress.core:
        answered, asked = progress.core_answered, progress.core_total
    else:
        answered, asked = progress.answered, progress.asked
    minutes = progress.minutes_left
    return Heading(
        left=left,
        end=_time_left(minutes, say),
        short_end=text(say("{minutes} min", minutes=minutes) if minutes else "", "faint"),
        done=answered / max(asked, 1),
    )


def _time_left(minutes: int, say: Words) -> Content:
    if not minutes:
        return NOTHING
    return text(
        say.many("about {count} minute left", "about {count} minutes left", minutes),
        "faint",
    )


def asked(
    sitting: Sitting, name: str, cursor: str | None, say: Words, *, discreet: bool = False
) -> Asked:
    """Return everything that the page shows of a question, given by its full id.

    Before a room (`discreet`) without what was noted and pointed at.
    """
    question = sitting.items.question(name)
    answer = sitting.answer(name)
    reason = say("Not applicable (with a reason)")
    if answer.state == "not-applicable":
        reason = say("Not applicable: {reason}", reason=answer.reason)
    return Asked(
        text=question.text,
        introduction=question.introduction,
        levels=tuple(
            Option(str(level.number), str(level.number), level.text, answer.level == level.number)
            for level in question.levels
        ),
        others=(
            Option("unknown", "d", say("Don't know"), answer.state == "unknown"),
            Option("not-applicable", "x", reason, answer.state == "not-applicable"),
        ),
        asides=asides(sitting, name, say, discreet=discreet),
        cursor=cursor,
    )


def opened_words(sitting: Sitting, before: Mapping[str, str], say: Words) -> str:
    """Return which questions are put now that were not, in a sentence; empty when none is.

    `before` are the states of the questions as they were.
    """
    opened = [
        name
        for name, state in sitting.walk.states.items()
        if state == "unanswered" and before[name] in ("not-asked", "pending")
    ]
    if not opened:
        return ""
    return say.many(
        "This opens a question: {question}",
        "This opens {count} questions, the first: {question}",
        len(opened),
        question=sitting.items.question(opened[0]).text,
    )
