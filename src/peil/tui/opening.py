"""Opening an assessment for the screen: only one whose questions can be put is opened."""

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.writer import NotSaved, Saved
from peil.text.languages import mark, words

PATIENCE = 2.0
"""Seconds to wait for the last save of an assessment before another one is opened."""


def with_questions(sitting: Sitting) -> Sitting:
    """Return the sitting when it has a question to put; else close it and raise PeilError.

    QuestionnaireInvalid when a questionnaire in it cannot be read.
    """
    try:
        if not sitting.walk.order and sitting.assessment.core_only:
            sitting.walk_core_only(wanted=False)
        if not sitting.walk.order:
            raise _nothing_to_ask(sitting)
    except PeilError:
        sitting.close()
        raise
    return sitting


def _nothing_to_ask(sitting: Sitting) -> PeilError:
    """Return why there is no question to put."""
    title = sitting.assessment.title
    if sitting.items.questions:
        return PeilError(
            mark(
                "{title} has no question that is asked in a business like this one. "
                "Change its profile with peil set, or delete it."
            ),
            title=title,
        )
    return PeilError(
        mark(
            "{title} has no questions, so there is nothing to answer. "
            "Add a questionnaire with peil set, or delete it."
        ),
        title=title,
    )


_SOLVE_FIRST = mark(
    "{title} is not saved yet: {reason}. Solve that first; then another one can be opened."
)


def ready_to_leave(sitting: Sitting, refusal: str = _SOLVE_FIRST) -> None:
    """Wait until everything is on the disk; PeilError when it is not, so that nothing is lost.

    `refusal` is its sentence, with gaps for the title and the reason.
    """
    sitting.keep_place()
    if sitting.file is None:
        return
    status = sitting.file.flush(PATIENCE)
    if isinstance(status, Saved):
        return
    reason = status.reason if isinstance(status, NotSaved) else mark("the disk does not answer")
    raise PeilError(refusal, title=sitting.assessment.title, reason=words(sitting.language)(reason))
