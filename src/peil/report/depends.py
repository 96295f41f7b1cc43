"""What the result hangs on: as JSON, and as lines for people."""

from collections.abc import Iterator

import msgspec

from peil.assessment.items import Items
from peil.plan.influence import Influence, answered_influence, open_influence
from peil.report.score_json import Document
from peil.sitting.view import View
from peil.text.languages import Words, words


def depends_document(view: View) -> Document:
    """Return `depends_on` of `peil score --json --depends`."""
    answered = answered_influence(view.questionnaires, view.assessment)
    still_open = open_influence(view.questionnaires, view.assessment)
    return {**msgspec.structs.asdict(answered), "open": msgspec.structs.asdict(still_open)}


def depends_text(view: View) -> str:
    """Return which answers, given and open, can still change the first actions or the verdict."""
    of = (view.questionnaires, view.assessment)
    say = words(view.language)
    return "\n".join(depends_lines(answered_influence(*of), open_influence(*of), view.items, say))


def depends_lines(
    answered: Influence, still_open: Influence, items: Items, say: Words
) -> list[str]:
    """Return the same, one line for each question, with what it can change."""
    of_answers = list(_questions(answered, items, say))
    of_open = list(_questions(still_open, items, say))
    lines = [
        say("One level more or less on one of these answers would change something:")
        if of_answers
        else say(
            "No single answer, one level higher or lower, changes your first three actions or "
            "whether the base carries new tools."
        ),
        *of_answers,
    ]
    return [
        *lines,
        say("These open questions can still change something:")
        if of_open
        else say(
            "No open question can still change your first three actions or whether the base "
            "carries new tools."
        ),
        *of_open,
    ]


def _questions(influence: Influence, items: Items, say: Words) -> Iterator[str]:
    """Return each question that can change anything, in questionnaire order."""
    parts = (
        (say("the first action"), set(influence.first_action)),
        (say("the first three"), set(influence.top_three)),
        (say("whether the base carries"), set(influence.verdict)),
    )
    for name in items.questions:
        changes = [words for words, names in parts if name in names]
        if changes:
            yield f"  {items.question(name).text} ({', '.join(changes)})"
