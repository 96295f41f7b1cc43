"""What the result hangs on: as JSON, and as lines for people."""

import msgspec

from peil.plan.influence import answered_influence, open_influence
from peil.report.score_json import Document
from peil.sitting.view import View
from peil.text.languages import words


def depends_document(view: View) -> Document:
    """Return `depends_on` of `peil score --json --depends`."""
    answered = answered_influence(view.questionnaires, view.assessment)
    still_open = open_influence(view.questionnaires, view.assessment)
    return {**msgspec.structs.asdict(answered), "open": msgspec.structs.asdict(still_open)}


def depends_text(view: View) -> str:
    """Return which answers, given and open, can still change the first actions or the verdict."""
    say = words(view.language)
    of = (view.questionnaires, view.assessment)
    lines = []
    for influence, none, some in (
        (
            answered_influence(*of),
            say("No single answer, one level higher or lower, changes your first three actions."),
            say("One level more or less on one of these changes your first three actions:"),
        ),
        (
            open_influence(*of),
            say("No open question can still change your first three actions."),
            say("These open questions can still change your first three actions:"),
        ),
    ):
        if influence.top_three:
            lines += [
                some,
                *(f"  {view.items.question(each).text}" for each in influence.top_three),
            ]
        else:
            lines.append(none)
    return "\n".join(lines)
