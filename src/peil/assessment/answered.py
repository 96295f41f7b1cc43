"""What was answered, ready to be looked up: states and levels beside the questions."""

from collections.abc import Sequence
from typing import NamedTuple

from peil.assessment.items import Items, items_of
from peil.assessment.model import Assessment
from peil.assessment.states import QuestionState, question_states
from peil.questionnaire.model import Questionnaire

OPEN_STATES: frozenset[QuestionState] = frozenset(("unanswered", "pending", "unknown"))
"""States of questions whose level may still turn out to be any of the scale."""


class Answered(NamedTuple):
    """The questions of an assessment with what is known about each."""

    items: Items
    """The topics and questions by full id."""
    states: dict[str, QuestionState]
    """State of each question by full id, in questionnaire order."""
    levels: dict[str, int]
    """Level number of each rated question by full id, in questionnaire order."""

    def is_open(self, question: str) -> bool:
        """Return whether a question is unanswered, pending or don't know."""
        return self.states[question] in OPEN_STATES


def answered(questionnaires: Sequence[Questionnaire], assessment: Assessment) -> Answered:
    """Return what an assessment says about the questions of its questionnaires."""
    states = question_states(questionnaires, assessment)
    levels = {}
    for name, state in states.items():
        if state == "rated":
            level = assessment.answers[name].level
            if level is not None:
                levels[name] = level
    return Answered(items_of(questionnaires), states, levels)
