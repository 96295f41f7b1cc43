"""One question in lines: what is asked, what can be chosen, what was said before."""

from collections.abc import Iterator

from peil.line import letters
from peil.line.voice import Choice
from peil.report.beside import beside
from peil.sitting.view import View
from peil.text.languages import Words

READ_OUT = ("formerly", "twin", "evidence", "note")
"""What stands beside a question and is read with it; help is asked for."""


def heading(view: View, question: str, say: Words) -> str:
    """Return topic, progress and minutes left in one line."""
    progress = view.walk.progress(question)
    topic = view.items.topic(view.items.topic_of(question)).title
    numbers = {"topic": topic, "number": progress.number, "total": progress.total}
    if progress.core:
        where = say("{topic}. Core question {number} of {total}.", **numbers)
    else:
        where = say("{topic}. Question {number} of {total}.", **numbers)
    if not progress.minutes_left:
        return where
    left = say.many(
        "About {count} minute left.", "About {count} minutes left.", progress.minutes_left
    )
    return f"{where} {left}"


def told(view: View, question: str, say: Words) -> Iterator[str]:
    """Return what stands with a question beside its levels."""
    yield from (
        f"{each.label}: {each.text}"
        for each in beside(view, question, say)
        if each.kind in READ_OUT
    )
    if view.answer(question).look_again:
        yield say("Marked to be looked at again.")


def help_lines(view: View, question: str, say: Words) -> list[str]:
    """Return why a question is asked, what does not count, and what to point at."""
    asked = view.items.question(question)
    lines = [asked.introduction] if asked.introduction else []
    lines += [
        f"{each.label}: {each.text}" if each.label else each.text
        for each in beside(view, question, say)
        if each.kind in ("help", "pointer")
    ]
    return lines or [say("There is no help with this question.")]


def choices(view: View, question: str, say: Words) -> list[Choice]:
    """Return the levels, don't know and not applicable."""
    levels = view.items.question(question).levels
    return [
        *(Choice(str(level.number), level.text) for level in levels),
        Choice(letters.UNKNOWN, say("I don't know.")),
        Choice(letters.NOT_APPLICABLE, say("Not applicable; you say why.")),
    ]


def stands_now(view: View, question: str, say: Words) -> str:
    """Return the answer there is, in a sentence that says what Enter does."""
    answer = view.answer(question)
    if answer.state == "rated":
        return say("Your answer is {level}. Enter keeps it and goes on.", level=answer.level)
    if answer.state == "unknown":
        return say("Your answer is that you don't know. Enter keeps it and goes on.")
    if answer.state == "not-applicable":
        return say(
            "You said that it does not apply: {reason} Enter keeps that and goes on.",
            reason=_sentence(answer.reason),
        )
    return say("There is no answer yet. Enter leaves it open and goes on.")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
