"""The sums behind the figures, as lines to read: what `w` shows."""

from peil.plan.reasons import Reasons
from peil.score.explanation import explain_question, explain_readiness, explain_topic
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.content import NOTHING
from peil.tui.overlay import Line
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


def why_action(sitting: Sitting, key: str, say: Words) -> list[str]:
    """Return why an action stands where it does, and the sums that its figures come from."""
    action = sitting.plan.action(key)
    reasons = Reasons(sitting.plan, sitting.questionnaires, sitting.assessment, sitting.codes, say)
    why = reasons.reason(action)
    lines = [why.words, why.figures, why.opens]
    question = explain_question(sitting.questionnaires, sitting.assessment, action.question, say)
    return [*(line for line in lines if line), "", *question]
