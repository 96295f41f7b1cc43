"""The texts of an assessment that was read, made safe: a file is an entrance like any other."""

import msgspec

from peil.assessment.model import Answer, Assessment, FormerAnswer
from peil.store import mending
from peil.text.clean import NOTE_LIMIT, clean, clean_line, clean_name


def safe_assessment(assessment: Assessment) -> Assessment:
    """Return the assessment with its texts cleaned, but for the questionnaires.

    Those are cleaned where they are read, and their Markdown must stay what it was,
    since the stamp of a result is made from it.
    """
    return msgspec.structs.replace(
        assessment,
        title=clean_name(assessment.title),
        last_code=mending.code_number(assessment.last_code),
        answers={key: _safe_answer(each) for key, each in assessment.answers.items()},
        former={key: _safe_former(each) for key, each in assessment.former.items()},
    )


def _safe_answer(answer: Answer) -> Answer:
    if not (answer.note or answer.reason or answer.evidence or answer.formerly):
        return answer
    return msgspec.structs.replace(
        answer,
        note=clean(answer.note),
        reason=clean_line(answer.reason),
        evidence=clean_line(answer.evidence),
        formerly=clean_line(answer.formerly, NOTE_LIMIT),
    )


def _safe_former(former: FormerAnswer) -> FormerAnswer:
    return msgspec.structs.replace(
        former,
        text=clean_line(former.text, NOTE_LIMIT),
        level_text=clean_line(former.level_text, NOTE_LIMIT),
        answer=_safe_answer(former.answer),
    )
