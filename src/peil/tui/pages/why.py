"""The sums behind the figures, as lines to read: what `w` shows."""

from peil.report.depends import depends_lines
from peil.score.explanation import explain_question, explain_readiness, explain_topic
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING, text
from peil.tui.overlay import Line
from peil.tui.pages.hanging import Hanging
from peil.tui.pages.level_words import level_lines


def why_readiness(sitting: Sitting, say: Words) -> list[str]:
    """Return how readiness is worked out."""
    return list(explain_readiness(sitting.questionnaires, sitting.assessment, say))


def why_topic(sitting: Sitting, topic: str, say: Words) -> list[Line]:
    """Return how a topic's score is worked out, what its levels mean, and then readiness."""
    return [
        *explain_topic(sitting.questionnaires, sitting.assessment, topic, say),
        *level_lines(sitting.items.questionnaire_of(topic), say),
        NOTHING,
        *why_readiness(sitting, say),
    ]


def why_action(sitting: Sitting, key: str, hanging: Hanging | None, say: Words) -> list[Line]:
    """Return why an action stands where it does, the sums behind it, and what it hangs on.

    `hanging` is None while that is worked out.
    """
    action = sitting.plan.action(key)
    why = sitting.reasons(say).reason(action)
    lines = [why.words, why.figures, why.opens]
    told: list[Line] = [line for line in lines if line]
    if action.question:
        inputs = sitting.questionnaires, sitting.assessment
        told += ["", *explain_question(*inputs, action.question, say)]
    return [*told, NOTHING, *what_it_hangs_on(sitting, hanging, say)]


def what_it_hangs_on(sitting: Sitting, hanging: Hanging | None, say: Words) -> list[Line]:
    """Return which answers and open questions can change what comes first, and the verdict."""
    if hanging is None:
        lines = [say("Peil is working out what this hangs on; close this and press w again.")]
    else:
        lines = depends_lines(sitting, hanging.answered, hanging.still_open, say)
    return [text(say("What the result hangs on"), "title"), *lines]
