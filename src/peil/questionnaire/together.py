"""Whether questionnaires can go together: no needs may lead from one to others and back."""

from collections.abc import Sequence

from peil.questionnaire.model import Questionnaire


def circle_across(questionnaires: Sequence[Questionnaire]) -> str:
    """Return a circle of needs that runs through several questionnaires, in one line.

    Empty where there is none, as it must be for an assessment. Each questionnaire by
    itself has none: else it would not have been loaded.
    """
    if not _lead_back(questionnaires):
        return ""
    from peil.questionnaire.needs import circles, spelled  # hardly ever needed

    return next(map(spelled, circles(questionnaires)), "")


def _lead_back(questionnaires: Sequence[Questionnaire]) -> bool:
    """Return whether needs lead from some questionnaire to others and back to it."""
    waiting = {one.id: _needed_by(one) for one in questionnaires}
    while free := [name for name, needed in waiting.items() if needed.isdisjoint(waiting)]:
        for name in free:
            del waiting[name]
    return bool(waiting)


def _needed_by(one: Questionnaire) -> set[str]:
    """Return the ids of the other questionnaires that the levels of one need."""
    return {
        need.target.partition("/")[0]
        for topic in one.topics
        for question in topic.questions
        for level in question.levels
        for need in level.needs
    } - {one.id}
