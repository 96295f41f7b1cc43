"""Which steps change what is asked: where the predicted gain is exact no longer."""

import msgspec

from peil.assessment.items import Items
from peil.assessment.model import Answer, Assessment
from peil.assessment.states import question_states
from peil.plan.model import PlannedAction


def with_level(assessment: Assessment, question: str, level: int) -> Assessment:
    """Return the assessment with a question rated at a level."""
    answers = {**assessment.answers, question: Answer("rated", level)}
    return msgspec.structs.replace(assessment, answers=answers)


def switched_by(action: PlannedAction, items: Items, assessment: Assessment) -> int:
    """Return how many questions are asked, or no longer asked, once a step is made."""
    questionnaire = items.questionnaire_of(action.question)
    local = items.question(action.question).id
    if (
        action.from_level is None
        or action.to_level is None
        or not any(
            condition.subject == local
            for topic in questionnaire.topics
            for question in topic.questions
            for condition in question.ask_if
        )
    ):
        return 0
    before, after = (
        question_states(items.questionnaires, with_level(assessment, action.question, level))
        for level in (action.from_level, action.to_level)
    )
    return sum(
        (before[name] in ("not-asked", "pending")) != (after[name] in ("not-asked", "pending"))
        for name in before
    )
