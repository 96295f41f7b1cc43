"""What the result hangs on: as JSON, and as lines for people."""

import msgspec

from peil.plan.influence import answered_influence, open_influence
from peil.report.score_json import Document
from peil.sitting import Sitting
from peil.text.languages import words


def depends_document(sitting: Sitting) -> Document:
    """Return `depends_on` of `peil score --json --depends`."""
    answered = answered_influence(sitting.questionnaires, sitting.assessment)
    still_open = open_influence(sitting.questionnaires, sitting.assessment)
    return {**msgspec.structs.asdict(answered), "open": msgspec.structs.asdict(still_open)}


def depends_text(sitting: Sitting) -> str:
    """Return which answers, given and open, can still change the first actions or the verdict."""
    say = words(sitting.language)
    of = (sitting.questionnaires, sitting.assessment)
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
                *(f"  {sitting.items.question(each).text}" for each in influence.top_three),
            ]
        else:
            lines.append(none)
    return "\n".join(lines)
