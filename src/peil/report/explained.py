"""How every number comes about: all of them, or the one that is asked about."""

from collections.abc import Sequence

from peil.score import explanation
from peil.sitting.view import View
from peil.text.languages import Words, words


def why_lines(view: View, item: str, say: Words) -> Sequence[str]:
    """Return how a question counts, with its topic; or how a topic's number comes about."""
    of = (view.questionnaires, view.assessment)
    if view.items.has_topic(item):
        return explanation.explain_topic(*of, item, say)
    topic = view.items.topic_of(item)
    own = explanation.explain_question(*of, item, say)
    return (*own, "", *explanation.explain_topic(*of, topic, say))


def explanation_text(view: View) -> str:
    """Return how every score is made from the answers: readiness first, then each topic."""
    say = words(view.language)
    of = (view.questionnaires, view.assessment)
    lines = [*explanation.explain_readiness(*of, say)]
    for questionnaire in view.scores.questionnaires:
        lines += ["", *explanation.explain_questionnaire(*of, questionnaire.id, say)]
        for topic in questionnaire.topics:
            lines += ["", *explanation.explain_topic(*of, topic.id, say)]
    return "\n".join(lines)
