"""Every number explained with the user's own answers, so that a pencil can redo it.

Each explanation is some lines of text; those about a part are indented by two spaces.
"""

from collections.abc import Sequence
from typing import NamedTuple

from peil.assessment.answered import answered
from peil.assessment.model import Assessment
from peil.questionnaire.model import Questionnaire, full_id
from peil.score.account import Account, Terms, headed, is_complete, sums, weighted
from peil.score.explained_question import question_lines
from peil.score.explained_topic import topic_lines
from peil.score.explained_votes import question_votes_lines, topic_votes_lines
from peil.score.lifts import lifts
from peil.score.mean import NOTHING, Means
from peil.score.model import Scores
from peil.score.readiness import score_assessment
from peil.score.sentences import base_line, lift_sentence
from peil.score.sums import Term, fraction
from peil.score.topics import topic_means
from peil.text.languages import Words


def explain_question(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, question: str, say: Words
) -> tuple[str, ...]:
    """Return how a question counts, by its full id; KeyError when there is none."""
    account = _account(questionnaires, assessment, say)
    votes = question_votes_lines(account.answered.items, assessment, question, say)
    return (*question_lines(account, question), *votes)


def explain_topic(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, topic: str, say: Words
) -> tuple[str, ...]:
    """Return how a topic's figures come about, by its full id; KeyError when there is none."""
    account = _account(questionnaires, assessment, say)
    votes = topic_votes_lines(account.answered.items, assessment, topic, say)
    return (*topic_lines(account, topic), *votes)


def explain_questionnaire(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, name: str, say: Words
) -> tuple[str, ...]:
    """Return how a questionnaire's score is made of its topics', by its id; or KeyError."""
    account = _account(questionnaires, assessment, say)
    questionnaire = {each.id: each for each in questionnaires}[name]
    return _mean_lines(questionnaire.title, _topic_parts(account, questionnaire), say)


def explain_readiness(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, say: Words
) -> tuple[str, ...]:
    """Return how readiness is made of the questionnaires' scores, and then the verdict."""
    account = _account(questionnaires, assessment, say)
    parts = [_questionnaire_part(account, questionnaire) for questionnaire in questionnaires]
    return (
        *_mean_lines(say("Readiness"), parts, say),
        say(
            "Scores and the worst case are rounded down, the best case is rounded up: "
            "so 100 % never shows too early."
        ),
        *explain_verdict(questionnaires, assessment, say),
    )


def explain_verdict(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, say: Words
) -> tuple[str, ...]:
    """Return why new tools make sense or not yet; nothing where there is no verdict."""
    scores = score_assessment(questionnaires, assessment)
    if scores.readiness.verdict is None:
        return ()
    titles = [each.title for each in questionnaires if each.gate]
    base = say.listing([f'"{title}"' for title in titles])
    account = _account(questionnaires, assessment, say)
    return (
        say("New tools make sense once every foundation of {base} stands.", base=base),
        *_standing(scores, say),
        *(
            lift_sentence(lift, account.answered.items, say)
            for lift in lifts(account.answered)
            if lift.stands
        ),
    )


class _Part(NamedTuple):
    """A topic of a questionnaire, or a questionnaire of readiness."""

    title: str
    weight: int
    means: Means
    complete: bool
    """Whether nothing in it is unanswered or pending."""


def _account(
    questionnaires: Sequence[Questionnaire], assessment: Assessment, say: Words
) -> Account:
    """Return what an explanation is written from."""
    return Account(answered(questionnaires, assessment), assessment, say)


def _topic_parts(account: Account, questionnaire: Questionnaire) -> list[_Part]:
    """Return the topics of a questionnaire as parts of its mean."""
    items = account.answered.items
    names = {full_id(questionnaire.id, topic.id): topic for topic in questionnaire.topics}
    return [
        _Part(
            topic.title,
            topic.weight,
            topic_means(account.answered, name),
            is_complete(account, items.questions_of(name)),
        )
        for name, topic in names.items()
    ]


def _questionnaire_part(account: Account, questionnaire: Questionnaire) -> _Part:
    """Return a questionnaire as a part of readiness."""
    parts = _topic_parts(account, questionnaire)
    return _Part(
        questionnaire.title,
        questionnaire.weight,
        _means_of(parts),
        all(part.complete for part in parts),
    )


def _means_of(parts: Sequence[_Part]) -> Means:
    """Return the means over some parts."""
    means = Means()
    for part in parts:
        means.add(part.weight, part.means)
    return means


def _mean_lines(title: str, parts: Sequence[_Part], say: Words) -> tuple[str, ...]:
    """Return a mean over parts: its figures, each part, and the sums."""
    complete = all(part.complete for part in parts)
    terms = Terms([], [], [])
    for part in parts:
        for term, mean in zip(terms, part.means.parts, strict=True):
            ratio = mean.ratio()
            if ratio is not None:
                term.append(Term(part.weight, ratio))
    return (
        headed(title, _means_of(parts), say, complete=complete),
        *("  " + _part_line(part, say) for part in parts),
        *sums(terms, say, complete=complete),
    )


def _part_line(part: _Part, say: Words) -> str:
    """Return one part with the fraction that it adds to the score."""
    if part.means.low.ratio() is None:
        return say("{title}: does not count, so left out", title=part.title)
    score, low, high = (mean.ratio() or NOTHING for mean in part.means.parts)
    values = {
        "title": part.title,
        "score": fraction(score),
        "low": fraction(low),
        "high": fraction(high),
    }
    if part.means.score.ratio() is None:
        line = say("{title}: open, so left out; {low} at worst, {high} at best", **values)
    elif low == high:
        line = say("{title}: {score}", **values)
    else:
        line = say("{title}: {score}; {low} at worst, {high} at best", **values)
    return weighted(line, part.weight, say)


def _standing(scores: Scores, say: Words) -> list[str]:
    """Return which foundations stand, which do not, which are open, and what follows."""
    topics = [
        topic
        for questionnaire in scores.questionnaires
        for topic in questionnaire.topics
        if topic.stands is not None
    ]
    lines = []
    for stands, sentence in (
        ("yes", say("Standing: {topics}.")),
        ("no", say("Not standing yet: {topics}.")),
        ("open", say("Not certain, because something is open: {topics}.")),
    ):
        titles = [topic.title for topic in topics if topic.stands == stands]
        if titles:
            lines.append(sentence.format(topics=say.listing(titles)))
    return [*lines, base_line(scores, say)]
