"""What state each question is in, given the answers and the profile.

A question with `ask if` is not asked when its condition is false, and pending while
the condition rests on a question that is itself unanswered, pending or don't know.
A condition on a question that is not applicable or not asked is false.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Final, Literal

from peil.assessment.model import Assessment, Profile
from peil.questionnaire.model import Condition, Operator, Question, Questionnaire, full_id

QuestionState = Literal["rated", "unknown", "not-applicable", "unanswered", "pending", "not-asked"]
"""What a question counts as. Stored answers of a question that is not put do not count."""

PROFILE_FIELDS: Final = ("people", "audience")
"""Fields of the profile on which a question may be conditional."""

_COMPARE: Final[Mapping[Operator, Callable[[int, int], bool]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}


class Holds(Enum):
    """Whether a condition holds."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


def is_about_profile(condition: Condition) -> bool:
    """Return whether the condition names a field of the profile, not a question."""
    return condition.subject in PROFILE_FIELDS and not condition.value.isdigit()


def profile_fits(profile: Profile, condition: Condition) -> bool:
    """Return whether the profile has the value that the condition names.

    A profile's audience `both` equals each audience.
    """
    if condition.subject == "people":
        return profile.people == condition.value
    return profile.audience in (condition.value, "both")


def condition_holds(
    condition: Condition,
    questionnaire: str,
    assessment: Assessment,
    states: Mapping[str, QuestionState],
) -> Holds:
    """Return whether one part of `ask if` holds, given the states of earlier questions."""
    if is_about_profile(condition):
        return Holds.YES if profile_fits(assessment.profile, condition) else Holds.NO
    subject = full_id(questionnaire, condition.subject)
    match states.get(subject):
        case "rated":
            level = assessment.answers[subject].level or 0
            fits = _COMPARE[condition.operator](level, int(condition.value))
            return Holds.YES if fits else Holds.NO
        case "unanswered" | "pending" | "unknown":
            return Holds.UNDECIDED
        case _:
            return Holds.NO


def question_states(
    questionnaires: Sequence[Questionnaire], assessment: Assessment
) -> dict[str, QuestionState]:
    """Return the state of each question by full id, in questionnaire order.

    Answers of questions that do not exist, and levels outside the scale, count as no
    answer.
    """
    states: dict[str, QuestionState] = {}
    answers = assessment.answers
    for questionnaire in questionnaires:
        first, last = questionnaire.first_level, questionnaire.last_level
        prefix = questionnaire.id + "/"
        for topic in questionnaire.topics:
            for question in topic.questions:
                name = prefix + question.id
                state: QuestionState | None = None
                if question.ask_if:
                    state = _kept_back(question, questionnaire.id, assessment, states)
                if state is None:
                    answer = answers.get(name)
                    state = (answer and answer.state) or "unanswered"
                    if state == "rated" and not (
                        answer and answer.level is not None and first <= answer.level <= last
                    ):
                        state = "unanswered"
                states[name] = state
    return states


def _kept_back(
    question: Question,
    questionnaire: str,
    assessment: Assessment,
    states: Mapping[str, QuestionState],
) -> QuestionState | None:
    """Return the state of a question that its condition keeps back, or None when it is put."""
    parts = {condition_holds(part, questionnaire, assessment, states) for part in question.ask_if}
    if Holds.NO in parts:
        return "not-asked"
    return "pending" if Holds.UNDECIDED in parts else None
