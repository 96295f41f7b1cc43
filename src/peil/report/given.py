"""What was just answered or set, said back in plain lines."""

from collections.abc import Sequence

from peil.report.table import columns
from peil.sitting import Sitting
from peil.sitting.view import View
from peil.text.languages import mark, words

GOAL_NAMES = {
    "visibility": mark("becoming better known"),
    "relations": mark("relations"),
    "recruiting": mark("finding staff"),
    "knowledge": mark("sharing knowledge"),
    "service": mark("service"),
    "advertising": mark("advertising"),
    "sales": mark("sales"),
}
"""What a person calls the goals of a profile."""
PEOPLE_NAMES = {"solo": mark("alone"), "team": mark("with colleagues")}
AUDIENCE_NAMES = {
    "customers": mark("customers"),
    "staff": mark("staff"),
    "both": mark("customers and staff"),
}
IMPORTANCE_NAMES = {"low": mark("low"), "normal": mark("normal"), "high": mark("high")}


def answer_words(view: View, question: str) -> str:
    """Return the answer to a question as a sentence: the level's own words where rated."""
    say = words(view.language)
    answer = view.answer(question)
    if answer.state == "rated":
        for level in view.items.question(question).levels:
            if level.number == answer.level:
                return f"{level.number}: {level.text}"
    if answer.state == "unknown":
        return say("don't know")
    if answer.state == "not-applicable":
        return say("not applicable: {reason}", reason=answer.reason)
    return say("unanswered")


def answers_text(sitting: Sitting, questions: Sequence[str]) -> str:
    """Return what now stands for each of these questions, and how far the walk is."""
    say = words(sitting.language)
    progress = sitting.walk.progress(sitting.walk.resume())
    lines = [f"{question}  {answer_words(sitting, question)}" for question in questions]
    lines.append(
        say(
            "{answered} of {asked} questions answered.",
            answered=progress.answered,
            asked=progress.asked,
        )
    )
    return "\n".join(lines)


def profile_text(sitting: Sitting) -> str:
    """Return profile, own targets and importances, one a line."""
    say = words(sitting.language)
    assessment, profile = sitting.assessment, sitting.assessment.profile
    rows = [
        (say("name"), assessment.title),
        (say("questionnaires"), ", ".join(source.id for source in assessment.sources)),
        (say("people"), say(PEOPLE_NAMES[profile.people])),
        (say("for whom"), say(AUDIENCE_NAMES[profile.audience])),
        (say("hours a week"), say.number(profile.hours, 2)),
        (say("goals"), ", ".join(say(GOAL_NAMES[goal]) for goal in profile.goals) or "–"),
    ]
    rows += [
        (say("target"), f"{topic} = {level}") for topic, level in sorted(assessment.targets.items())
    ]
    rows += [
        (say("importance"), f"{topic} = {say(IMPORTANCE_NAMES[importance])}")
        for topic, importance in sorted(assessment.importances.items())
    ]
    return "\n".join(columns(rows))
