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
    return "\n".join(depends_lines(view, answered_influence(*of), open_influence(*of), say))


def depends_lines(view: View, answered: Influence, still_open: Influence, say: Words) -> list[str]:
    """Return the same, one line for each question with what it can change.

    Of open questions nothing is said where there are none.
    """
    lines = list(_questions(answered, view.items, say))
    lines = (
        [say("One level more or less on one of these answers would change something:"), *lines]
        if lines
        else [
            say(
                "No single answer, one level higher or lower, changes your first three actions "
                "or whether the base carries new tools."
            )
        ]
    )
    if view.scores.complete:
        return lines
    of_open = list(_questions(still_open, view.items, say))
    if of_open:
        return [*lines, say("These open questions can still change something:"), *of_open]
    return [
        *lines,
        say(
            "No open question can still change your first three actions or whether the base "
            "carries new tools."
        ),
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
