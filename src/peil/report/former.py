"""Answers that are no longer asked for, each with the words of its question and level."""

from collections.abc import Iterator, Mapping

from peil.assessment.model import Answer, FormerAnswer
from peil.sitting.view import View
from peil.text.clean import clean_line
from peil.text.languages import Words


def former_lines(view: View, say: Words) -> tuple[str, ...]:
    """Return the former answers as plain lines, what was said indented by two; none: nothing."""
    ordered = sorted(view.assessment.former.values(), key=lambda one: (one.question, -one.version))
    titles = {each.id: each.title for each in view.questionnaires}
    return tuple(line for one in ordered for line in _lines(one, titles, say))


def _lines(one: FormerAnswer, titles: Mapping[str, str], say: Words) -> Iterator[str]:
    questionnaire = one.question.partition("/")[0]
    yield say(
        "{text} ({questionnaire}, version {version})",
        text=one.text,
        questionnaire=titles.get(questionnaire, questionnaire),
        version=one.version,
    )
    for part in _said(one, one.answer, say):
        yield f"  {part}"


def _said(one: FormerAnswer, answer: Answer, say: Words) -> Iterator[str]:
    if answer.state == "rated":
        yield f"{answer.level}: {one.level_text}" if one.level_text else str(answer.level)
    elif answer.state == "unknown":
        yield say("don't know")
    elif answer.state == "not-applicable":
        yield say("not applicable: {reason}", reason=answer.reason)
    if answer.note:
        yield say("note: {note}", note=clean_line(answer.note, len(answer.note)))
    if answer.evidence:
        yield say("evidence: {evidence}", evidence=answer.evidence)
