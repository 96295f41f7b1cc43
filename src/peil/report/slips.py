"""What is printed for the voters of a team session: slips, cards, and the questions.

A rule between two slips is the line along which they are cut apart.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peil.assessment.ballot import OTHER_SIGNS, signs_of
from peil.report.escape import escaped, escaped_cell
from peil.sitting.view import View
from peil.text.languages import Words

APART: Final = "\u2003"
"""Stands between two signs to circle: as wide as a letter, and kept by every reader."""


def slips(view: View, questions: Sequence[str], voters: int, say: Words) -> Iterator[str]:
    """Yield one slip for each voter, all of them alike: nothing on them tells whose one is."""
    yield from ("", "# " + say("Slips"), "")
    yield say(
        "One for each voter. Circle one sign a question: a level, ? for don't know, - for an "
        "abstention. No name. Cut along the lines."
    )
    slip = [*_slip(view, questions, say)]
    for number in range(voters):
        yield from ("", *slip)
        if number + 1 < voters:
            yield from ("", "---")


def _slip(view: View, questions: Sequence[str], say: Words) -> Iterator[str]:
    titles = (say("topic"), say("circle one"))
    yield f"|  | {titles[0]} | {titles[1]} |"
    yield "| ---: | --- | :---: |"
    for number, question in enumerate(questions, 1):
        topic = view.items.topic(view.items.topic_of(question)).title
        signs = APART.join(signs_of(view.items, question))
        yield f"| {number} | {escaped_cell(topic)} | {signs} |"


def cards(view: View, questions: Sequence[str], say: Words) -> Iterator[str]:
    """Yield one page of cards, a sign on each; everybody needs such a page."""
    yield from ("", "# " + say("Cards"), "")
    yield say("Print this page once for each voter, and cut the cards apart.")
    levels = {sign for each in questions for sign in signs_of(view.items, each)}
    signs = [*sorted(levels - set(OTHER_SIGNS)), *OTHER_SIGNS]
    yield ""
    for place in range(0, len(signs), 2):
        pair = [*signs[place : place + 2], ""][:2]
        yield f"| {pair[0]} | {pair[1]} |"
        if not place:
            yield "| :---: | :---: |"


def question_sheet(view: View, questions: Sequence[str], say: Words) -> Iterator[str]:
    """Yield the questions with what each level says: who votes must be able to read them."""
    yield from ("", "# " + say("The questions"), "")
    yield say(
        "Choose the highest level that you can point at today, with all levels below it. "
        "? is don't know, - is an abstention."
    )
    for number, name in enumerate(questions, 1):
        question = view.items.question(name)
        topic = view.items.topic(view.items.topic_of(name)).title
        yield from ("", f"## {number}\\. {escaped(topic)}", "", escaped(question.text), "")
        yield from (f"- **{level.number}** {escaped(level.text)}" for level in question.levels)
