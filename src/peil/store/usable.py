"""What an assessment must be for the rest of the program to trust it, on its way in and out."""

from collections.abc import Iterable, Iterator
from datetime import date

from peil.assessment.model import (
    MAX_GOALS,
    MAX_HOURS,
    MAX_MINUTES,
    ActionRecord,
    Answer,
    Assessment,
)
from peil.assessment.team import TeamVote
from peil.questionnaire.model import GOALS
from peil.store import mending
from peil.store.when import is_time


class NotUsable(ValueError):
    """What is kept does not make an assessment that the rest of the program can trust."""


def check(assessment: Assessment, before: Assessment | None = None) -> None:
    """Raise NotUsable for values that the model allows and the product does not.

    The same check stands before saving and after reading, so that whatever was saved
    can be read. What is the same object as in `before` is not checked again.
    """
    _check_profile(assessment)
    known = before.answers if before else {}
    for question, answer in assessment.answers.items():
        if known.get(question) is not answer:
            _check_answer(question, answer)
    if before is None or assessment.former is not before.former:
        for key, former in assessment.former.items():
            _check_ids([key])
            _check_answer(former.question, former.answer)
    if before is None or assessment.actions is not before.actions:
        for action in assessment.actions.values():
            _check_action(action)
    _check_team(assessment, before)
    _check_ids(_other_ids(assessment))


def _check_team(assessment: Assessment, before: Assessment | None) -> None:
    if before is None or assessment.votes is not before.votes:
        for question, vote in assessment.votes.items():
            _check_vote(question, vote)
    for parked in assessment.parked:
        _check_time(parked.time)
    if assessment.meeting.began:
        _check_time(assessment.meeting.began)


def _check_vote(question: str, vote: TeamVote) -> None:
    _check_ids([question])
    for votes in vote.rounds:
        _check_time(votes.time)
    agreed = vote.agreed
    if agreed is not None:
        _check_time(agreed.time)
        if (agreed.state == "rated") != (agreed.level is not None):
            raise NotUsable(f"{question}: agreed {agreed.state} with level {agreed.level}")


def _check_action(action: ActionRecord) -> None:
    if action.finished:
        _check_time(action.finished)
    if action.due is not None:
        _check_day(action.due)
    if not (0 <= action.minutes <= MAX_MINUTES and 0 <= action.pinned <= mending.HIGHEST_CODE):
        raise NotUsable(f"{action.code}: {action.minutes} minutes, pin {action.pinned}")


def _check_profile(assessment: Assessment) -> None:
    profile = assessment.profile
    if not 0 < profile.hours <= MAX_HOURS:
        raise NotUsable(f"hours: {profile.hours}")
    if len(profile.goals) > MAX_GOALS or not set(profile.goals) <= set(GOALS):
        raise NotUsable(f"goals: {profile.goals}")
    _check_time(assessment.created)
    _check_time(assessment.changed)


def _check_answer(question: str, answer: Answer) -> None:
    _check_ids([question])
    if (answer.state == "rated") != (answer.level is not None):
        raise NotUsable(f"{question}: {answer.state} with level {answer.level}")
    if answer.changed:
        _check_time(answer.changed)
    if answer.confirmed:
        _check_time(answer.confirmed)
    if answer.evidence_date:
        _check_day(answer.evidence_date)


def _check_time(time: str) -> None:
    if not is_time(time):
        raise NotUsable(f"time: {time!r}")


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise NotUsable(f"day: {day!r}") from error


def _check_ids(names: Iterable[str]) -> None:
    if not "".join(names).isprintable():
        raise NotUsable("an id with characters that drive a terminal")


def _other_ids(assessment: Assessment) -> Iterator[str]:
    """Every id that an assessment holds beside those of its answers: no texts, so not cleaned."""
    yield from assessment.targets
    yield from assessment.importances
    yield assessment.place or ""
    yield from assessment.meeting.topics
    for parked in assessment.parked:
        yield parked.question
    for code, action in assessment.actions.items():
        yield from (code, action.code, action.key, action.topic)
    if assessment.period:
        yield from (assessment.period.since, *assessment.period.codes)
    for source in assessment.sources:
        yield from (source.id, *source.texts)
    for export in assessment.exports:
        yield from (export.time, export.language, *export.codes, *export.goals, export.digest)
        for listed in export.state:
            yield listed.code
