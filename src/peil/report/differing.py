"""What rests on an answer about which the team differs, and how that is said."""

from peil.assessment.agenda import contested_now
from peil.sitting.view import View
from peil.text.languages import Words


def differs(view: View, question: str) -> bool:
    """Return whether the latest round on a question that applies is contested.

    By its full id; an empty one is no question.
    """
    return (
        contested_now(view.items, view.assessment, question)
        and view.walk.states[question] != "not-applicable"
    )


def differing_questions(view: View) -> tuple[str, ...]:
    """Return the full ids of the questions that are contested, in the order of the walk."""
    if not view.assessment.votes:
        return ()
    return tuple(question for question in view.walk.order if differs(view, question))


def differs_on(view: View, topic: str) -> bool:
    """Return whether a question of a topic, by full id, is contested."""
    return any(differs(view, question) for question in view.items.questions_of(topic))


def differing_words(view: View, question: str, say: Words) -> str:
    """Return that an action rests on a contested answer, and how many see it otherwise.

    Empty where nobody differs.
    """
    if not differs(view, question):
        return ""
    votes = view.vote_on(question).rounds[-1]
    levels, answer = votes.levels, view.answer(question)
    if answer.state != "rated":
        return say(
            "You differ about the answer that this rests on: the votes go from {low} to {high}.",
            low=levels[0],
            high=levels[-1],
        )
    return say(
        "You differ about the answer that this rests on: {count} of {total} see it otherwise.",
        count=sum(level != answer.level for level in levels),
        total=len(levels),
    )
