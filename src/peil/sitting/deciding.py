"""What a team can decide: pure changes of what it voted and agreed, each checked first."""

from collections.abc import Collection, Mapping, Sequence
from typing import get_args

from msgspec.structs import replace

from peil.assessment.ballot import checked_voters
from peil.assessment.items import Items
from peil.assessment.model import Assessment
from peil.assessment.team import (
    FINGERS,
    MAX_MEETING,
    MAX_VOTERS,
    Agreement,
    Meeting,
    Parked,
    Round,
    TeamVote,
    Way,
)
from peil.assessment.votes import is_contested
from peil.errors import PeilError
from peil.sitting.texts import kept_line, kept_name
from peil.text.languages import mark


def with_rounds(assessment: Assessment, rounds: Mapping[str, Round]) -> Assessment:
    """Return the assessment with one more finished round on each of these questions."""
    votes = dict(assessment.votes)
    for question, votes_now in rounds.items():
        before = votes.get(question, TeamVote())
        votes[question] = replace(before, rounds=(*before.rounds, votes_now))
    return replace(assessment, votes=votes)


def agreed_on(
    assessment: Assessment, items: Items, question: str, agreement: Agreement
) -> Assessment:
    """Return the assessment with what a team agreed; its answer is changed elsewhere.

    PeilError before any round, and where the votes are contested and no reason is given.
    """
    vote = assessment.votes.get(question, TeamVote())
    if not vote.rounds:
        raise PeilError(
            mark("Nobody has voted on {question} yet. Vote first, then agree."), question=question
        )
    reason, dissent = kept_line(agreement.reason), kept_line(agreement.dissent)
    contested = is_contested(vote.rounds[-1], items.questionnaire_of(question))
    if contested and not reason:
        raise PeilError(
            mark("The votes lie far apart: write down in one line why you agree on this."),
        )
    kept = replace(agreement, reason=reason, dissent=dissent, rounds=len(vote.rounds))
    votes = {**assessment.votes, question: replace(vote, agreed=kept)}
    return replace(assessment, votes=votes)


def dissenting(assessment: Assessment, question: str, dissent: str) -> Assessment:
    """Return the assessment with what somebody who sees it otherwise wants on record.

    PeilError while nothing is agreed.
    """
    vote = assessment.votes.get(question, TeamVote())
    if vote.agreed is None:
        raise PeilError(mark("Nothing is agreed on this question yet, so nobody can disagree."))
    agreed = replace(vote.agreed, dissent=kept_line(dissent))
    return replace(assessment, votes={**assessment.votes, question: replace(vote, agreed=agreed)})


def parked(assessment: Assessment, text: str, question: str, now: str) -> Assessment:
    """Return the assessment with one more thing that belongs elsewhere.

    Without a text the question itself is put off, once. PeilError without either.
    """
    line = kept_line(text)
    if not (line or question):
        raise PeilError(mark("Write down in a few words what belongs elsewhere."))
    one = Parked(line, question, now)
    if any((each.text, each.question) == (line, question) for each in assessment.parked):
        return assessment
    return replace(assessment, parked=(*assessment.parked, one))


def unparked(assessment: Assessment, place: int) -> Assessment:
    """Return the assessment without what was parked at a place, from 0."""
    kept = tuple(each for at, each in enumerate(assessment.parked) if at != place)
    return replace(assessment, parked=kept)


def without_put_off(assessment: Assessment, questions: Collection[str]) -> Assessment:
    """Return the assessment in which these questions as a whole are no longer put off."""
    kept = tuple(each for each in assessment.parked if each.text or each.question not in questions)
    return assessment if kept == assessment.parked else replace(assessment, parked=kept)


def checked_meeting(items: Items, meeting: Meeting) -> Meeting:
    """Return how a team meets, with its texts safe; PeilError for what no meeting can be."""
    if meeting.voters:
        checked_voters(meeting.voters)
    if not 1 <= meeting.minutes <= MAX_MEETING:
        raise PeilError(
            mark("A meeting takes from 1 to {most} minutes: {minutes} is not."),
            most=MAX_MEETING,
            minutes=meeting.minutes,
        )
    if meeting.way not in get_args(Way):
        raise PeilError(
            mark("Votes come in by one of these: {ways}."), ways=", ".join(get_args(Way))
        )
    for topic in meeting.topics:
        if not items.has_topic(topic):
            raise PeilError(mark("There is no topic {topic} here."), topic=topic)
    names = tuple(dict.fromkeys(filter(None, map(kept_name, meeting.names))))
    return replace(meeting, names=names[:MAX_VOTERS])


def fist(word: str) -> dict[str, int]:
    """Return how many showed each number of fingers, out of a word such as `45344`.

    PeilError for what is no number of fingers, for nobody, or for too many.
    """
    shown: Sequence[str] = "".join(word.split())
    wrong = next((each for each in shown if each not in _fingers()), None)
    if wrong is not None:
        raise PeilError(
            mark("{sign} is no number of fingers: type 0 to {most} for each of you."),
            sign=wrong,
            most=FINGERS,
        )
    checked_voters(len(shown))
    return {each: shown.count(each) for each in _fingers() if each in shown}


def _fingers() -> tuple[str, ...]:
    return tuple(map(str, range(FINGERS + 1)))
