"""What an answer may be: pure changes of an assessment's answers, each checked first."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from peil.assessment.items import Items
from peil.assessment.model import Answer, Assessment
from peil.errors import PeilError
from peil.sitting.texts import kept_line, kept_note
from peil.text.languages import mark

_LOOKED_AT: Final = {"formerly": "", "flagged_before": False}
"""An answer whose newer words were looked at."""


def rated(assessment: Assessment, items: Items, question: str, level: int, now: str) -> Assessment:
    """Return the assessment with `question` at `level`; PeilError outside the scale."""
    scale = items.questionnaire_of(question)
    if not scale.first_level <= level <= scale.last_level:
        raise PeilError(
            mark(
                "Level {level} does not exist for {question}: "
                "choose a number from {first} to {last}."
            ),
            level=level,
            question=question,
            first=scale.first_level,
            last=scale.last_level,
        )
    return _said(assessment, question, now, state="rated", level=level, reason="")


def unknown(assessment: Assessment, question: str, now: str) -> Assessment:
    """Return the assessment with `question` answered "don't know"."""
    return _said(assessment, question, now, state="unknown", level=None, reason="")


def not_applicable(assessment: Assessment, question: str, reason: str, now: str) -> Assessment:
    """Return the assessment with `question` not applicable; PeilError without a reason."""
    reason = kept_line(reason)
    if not reason:
        raise PeilError(
            mark("Not applicable needs a reason, so that the result stays fair: say briefly why.")
        )
    return _said(assessment, question, now, state="not-applicable", level=None, reason=reason)


def taken_back(assessment: Assessment, question: str, now: str) -> Assessment:
    """Return the assessment with `question` unanswered; its note and evidence stay."""
    if question not in assessment.answers:
        return assessment
    return _said(assessment, question, now, state=None, level=None, reason="")


def confirmed(assessment: Assessment, question: str, now: str) -> Assessment:
    """Return the assessment with the answer to `question` dated now; PeilError without one."""
    if assessment.answers.get(question, Answer()).state is None:
        raise PeilError(mark("There is no answer to confirm yet: answer the question first."))
    return _with(assessment, question, confirmed=now, look_again=False, **_LOOKED_AT)


def noted(assessment: Assessment, question: str, note: str) -> Assessment:
    """Return the assessment with the note of `question` replaced (empty: taken out)."""
    return _with(assessment, question, note=kept_note(note))


def evidenced(assessment: Assessment, question: str, evidence: str, day: date | None) -> Assessment:
    """Return the assessment with the evidence of `question`, and its date, replaced."""
    text = kept_line(evidence)
    return _with(
        assessment,
        question,
        evidence=text,
        evidence_date=day.isoformat() if day and text else None,
    )


def flagged(assessment: Assessment, question: str, *, look_again: bool) -> Assessment:
    """Return the assessment with the look-again flag of `question` set or taken off.

    Taken off, it is also known that somebody looked at the newer words of the level.
    """
    if look_again:
        return _with(assessment, question, look_again=True)
    return _with(assessment, question, look_again=False, **_LOOKED_AT)


def _said(
    assessment: Assessment,
    question: str,
    now: str,
    **said: object,
) -> Assessment:
    # Whoever answers has read the newer words; a flag of his own stays until he takes it off.
    answer = assessment.answers.get(question, Answer())
    flag = answer.flagged_before if answer.formerly else answer.look_again
    said |= {"look_again": flag, **_LOOKED_AT}
    answered = _with(assessment, question, changed=now, confirmed=None, **said)
    return replace(answered, changed=now)


def _with(assessment: Assessment, question: str, **fields: object) -> Assessment:
    answers = dict(assessment.answers)
    answer = replace(answers.get(question, Answer()), **fields)
    if replace(answer, changed="") == Answer():
        answers.pop(question, None)
    else:
        answers[question] = answer
    return replace(assessment, answers=answers)
