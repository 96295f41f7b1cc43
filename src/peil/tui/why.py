"""The sum behind a number, as lines to read; imported when first asked for."""

from collections.abc import Sequence

from peil.score.explanation import explain_question, explain_topic
from peil.sitting import Sitting
from peil.text.languages import Words


def why_lines(sitting: Sitting, item: str, say: Words) -> Sequence[str]:
    """Return how a question counts, with its topic; or how a topic's number comes about."""
    inputs = sitting.questionnaires, sitting.assessment
    if sitting.items.has_topic(item):
        return explain_topic(*inputs, item, say)
    topic = sitting.items.topic_of(item)
    return (*explain_question(*inputs, item, say), "", *explain_topic(*inputs, topic, say))
