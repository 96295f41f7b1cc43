"""How every number comes about, for `peil score --explain`."""

from peil.score import explanation
from peil.sitting import Sitting
from peil.text.languages import words


def explanation_text(sitting: Sitting) -> str:
    """Return how every score is made from the answers: readiness first, then each topic."""
    say = words(sitting.language)
    of = (sitting.questionnaires, sitting.assessment)
    lines = [*explanation.explain_readiness(*of, say)]
    for questionnaire in sitting.scores.questionnaires:
        lines += ["", *explanation.explain_questionnaire(*of, questionnaire.id, say)]
        for topic in questionnaire.topics:
            lines += ["", *explanation.explain_topic(*of, topic.id, say)]
    return "\n".join(lines)
