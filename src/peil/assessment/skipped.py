"""Why a question is not put, in a sentence for the person who wonders where it went."""

from collections.abc import Mapping
from typing import Final

from peil.assessment.items import Items
from peil.assessment.model import Assessment
from peil.assessment.states import (
    Holds,
    QuestionState,
    condition_holds,
    is_about_profile,
)
from peil.questionnaire.model import Operator, full_id
from peil.text.languages import Words, mark

_PROFILE_SENTENCES: Final[Mapping[tuple[str, str], str]] = {
    ("people", "team"): mark("Asked only where people work together; you work alone."),
    ("people", "solo"): mark("Asked only of people who work alone; you work with colleagues."),
    ("audience", "customers"): mark(
        "Asked only when you want to reach customers; you chose staff."
    ),
    ("audience", "staff"): mark("Asked only when you want to reach staff; you chose customers."),
    ("audience", "both"): mark(
        "Asked only when you want to reach customers and staff; you chose one of the two."
    ),
}
_PROFILE_OTHER: Final = mark("Asked only of businesses with another profile than yours.")
_WANTED: Final[Mapping[Operator, str]] = {
    ">=": mark('Asked only when "{question}" stands at {level} or higher'),
    "<=": mark('Asked only when "{question}" stands at {level} or lower'),
    "=": mark('Asked only when "{question}" stands at {level}'),
    "<": mark('Asked only when "{question}" stands below {level}'),
    ">": mark('Asked only when "{question}" stands above {level}'),
}
_FOUND: Final[Mapping[QuestionState, str]] = {
    "rated": mark("{wanted}; now it stands at {level}."),
    "unknown": mark("{wanted}; you do not know yet where that one stands."),
    "unanswered": mark("{wanted}; that one is still open."),
    "pending": mark("{wanted}; that one itself waits for another answer."),
    "not-applicable": mark("{wanted}; you marked that one as not applicable."),
    "not-asked": mark("{wanted}; that one is not asked either."),
}


def why_not_put(
    question: str,
    items: Items,
    assessment: Assessment,
    states: Mapping[str, QuestionState],
    say: Words,
) -> str:
    """Return why a question is not asked, or waits; empty when it is put.

    KeyError when there is no such question.
    """
    wanted = {"not-asked": Holds.NO, "pending": Holds.UNDECIDED}.get(states[question])
    if wanted is None:
        return ""
    questionnaire = items.questionnaire_of(question).id
    part = next(
        part
        for part in items.question(question).ask_if
        if condition_holds(part, questionnaire, assessment, states) is wanted
    )
    if is_about_profile(part):
        return say(_PROFILE_SENTENCES.get((part.subject, part.value), _PROFILE_OTHER))
    subject = full_id(questionnaire, part.subject)
    text = items.question(subject).text
    sentence = say(_WANTED[part.operator], question=text, level=part.value)
    level = assessment.answers[subject].level if states[subject] == "rated" else None
    return say(_FOUND[states[subject]], wanted=sentence, level=level)
