"""What stands beside a question: its former words, its twin's answer, help, evidence, note."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from peil.report.vote_words import team_words
from peil.sitting.view import View
from peil.text.languages import Words


class Beside(NamedTuple):
    """One thing to read with a question."""

    kind: Literal["formerly", "twin", "help", "evidence", "pointer", "note", "team"]
    """What it is; a pointer says what evidence there could be, a team what it voted."""
    label: str
    text: str


def beside(view: View, name: str, say: Words) -> Iterator[Beside]:
    """Return everything that stands beside a question, given by its full id."""
    question, answer = view.items.question(name), view.answer(name)
    if answer.formerly and answer.level is not None:
        told = say(
            "Does level {level} still fit? When you chose it, it said: “{words}” "
            "Press {level} again if it does.",
            level=answer.level,
            words=answer.formerly,
        )
        yield Beside("formerly", say("Look again"), told)
    voted = team_words(view, name, say)
    if voted:
        yield Beside("team", say("Team"), voted)
    yield from _twin(view, name, say)
    for each in question.help:
        yield Beside("help", each.label, each.text)
    if answer.evidence:
        said = answer.evidence
        if answer.evidence_date:
            day = say.date(date.fromisoformat(answer.evidence_date))
            said = say("{evidence} ({day})", evidence=said, day=day)
        yield Beside("evidence", say("Evidence"), said)
    elif question.evidence:
        said = say("Nothing yet (e). Point at: {what}", what=question.evidence)
        yield Beside("pointer", say("Evidence"), said)
    if answer.note:
        yield Beside("note", say("Note"), answer.note)


def _twin(view: View, name: str, say: Words) -> Iterator[Beside]:
    """Return the answer that was given to the earlier twin."""
    twin = view.twin_of(name)
    if twin is None:
        return
    full = view.items.question(name).see
    answer = view.answer(full)
    said = say("Don't know")
    if answer.state == "not-applicable":
        said = say("Not applicable: {reason}", reason=answer.reason)
    elif answer.level is not None:
        said = next(level.text for level in twin.levels if level.number == answer.level)
    title = view.items.topic(view.items.topic_of(full)).title
    told = say("With {topic} you said: {answer}", topic=title, answer=said)
    yield Beside("twin", say("Earlier"), told)
