"""What stands beside a question: its former words, its twin's answer, help, evidence, note."""

from datetime import date

from peil.questionnaire.model import Question
from peil.sitting import Sitting
from peil.text.languages import Words
from peil.tui.widgets.question_sheet import Aside


def asides(sitting: Sitting, name: str, say: Words) -> tuple[Aside, ...]:
    """Return everything that stands beside a question, given by its full id."""
    question = sitting.items.question(name)
    return (
        *_former_words(sitting, name, say),
        *_twin(sitting, name, say),
        *(Aside(each.label, each.text) for each in question.help),
        *_evidence(sitting, name, question, say),
        *_note(sitting, name, say),
    )


def _former_words(sitting: Sitting, name: str, say: Words) -> tuple[Aside, ...]:
    """Return what the chosen level said when it was chosen, where it reads otherwise now."""
    answer = sitting.answer(name)
    if not answer.formerly or answer.level is None:
        return ()
    told = say(
        "Does level {level} still fit? When you chose it, it said: “{words}” "
        "Press {level} again if it does.",
        level=answer.level,
        words=answer.formerly,
    )
    return (Aside(say("Look again"), told, ink="caution", folds=3),)


def _twin(sitting: Sitting, name: str, say: Words) -> tuple[Aside, ...]:
    """Return the answer that was given to the earlier twin."""
    twin = sitting.twin_of(name)
    if twin is None:
        return ()
    full = sitting.items.question(name).see
    answer = sitting.answer(full)
    said = say("Don't know")
    if answer.state == "not-applicable":
        said = say("Not applicable: {reason}", reason=answer.reason)
    elif answer.level is not None:
        said = next(level.text for level in twin.levels if level.number == answer.level)
    title = sitting.items.topic(sitting.items.topic_of(full)).title
    return (
        Aside(
            say("Earlier"),
            say("With {topic} you said: {answer}", topic=title, answer=said),
            ink="deep",
            folds=1,
        ),
    )


def _evidence(sitting: Sitting, name: str, question: Question, say: Words) -> tuple[Aside, ...]:
    """Return the evidence that was given, or what to point at."""
    answer = sitting.answer(name)
    if answer.evidence:
        said = answer.evidence
        if answer.evidence_date:
            day = say.date(date.fromisoformat(answer.evidence_date))
            said = say("{evidence} ({day})", evidence=said, day=day)
        return (Aside(say("Evidence"), said, "evidence", "plain", 2),)
    if question.evidence:
        said = say("Nothing yet (e). Point at: {what}", what=question.evidence)
        return (Aside(say("Evidence"), said, "evidence", "faint", 1),)
    return ()


def _note(sitting: Sitting, name: str, say: Words) -> tuple[Aside, ...]:
    """Return the note, if there is one."""
    note = sitting.answer(name).note
    return (Aside(say("Note"), note, "note", "plain", 2),) if note else ()
