"""How every number comes about, for `peil score --explain`."""

from peil.score import explanation
from peil.sitting.view import View
from peil.text.languages import words


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
