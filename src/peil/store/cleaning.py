"""The texts of an assessment that was read, made safe: a file is an entrance like any other."""

import msgspec

from peil.assessment.model import (
    ActionRecord,
    Answer,
    Assessment,
    ExportRecord,
    FormerAnswer,
    Listed,
    Period,
    Smart,
)
from peil.assessment.team import MAX_VOTERS, Meeting, Parked, TeamVote
from peil.store import mending
from peil.text.clean import NAME_LIMIT, NOTE_LIMIT, clean, clean_line, clean_name


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
        actions={code: _safe_action(each) for code, each in assessment.actions.items()},
        goal_plans={goal: safe_smart(each) for goal, each in assessment.goal_plans.items()},
        period=_safe_period(assessment.period),
        votes={key: _safe_vote(each) for key, each in assessment.votes.items()},
        meeting=_safe_meeting(assessment.meeting),
        parked=tuple(map(_safe_parked, assessment.parked)),
        exports=tuple(map(_safe_export, assessment.exports)),
    )


def _safe_action(action: ActionRecord) -> ActionRecord:
    if action == ActionRecord(action.code, action.key):
        return action
    return msgspec.structs.replace(
        action,
        reason=clean_line(action.reason),
        owner=clean_line(action.owner, NAME_LIMIT),
        note=clean(action.note),
        title=clean_line(action.title),
        smart=safe_smart(action.smart),
    )


def safe_smart(smart: Smart) -> Smart:
    """Return the five texts, made safe."""
    if smart == Smart():
        return smart
    return Smart(*(clean_line(getattr(smart, field)) for field in smart.__struct_fields__))


def _safe_period(period: Period | None) -> Period | None:
    return period and msgspec.structs.replace(period, name=clean_line(period.name, NAME_LIMIT))


def _safe_vote(vote: TeamVote) -> TeamVote:
    agreed = vote.agreed
    if agreed is None or not (agreed.reason or agreed.dissent):
        return vote
    safe = msgspec.structs.replace(
        agreed, reason=clean_line(agreed.reason), dissent=clean_line(agreed.dissent)
    )
    return msgspec.structs.replace(vote, agreed=safe)


def _safe_meeting(meeting: Meeting) -> Meeting:
    if not meeting.names:
        return meeting
    names = tuple(filter(None, (clean_name(name) for name in meeting.names)))
    return msgspec.structs.replace(meeting, names=names[:MAX_VOTERS])


def _safe_parked(parked: Parked) -> Parked:
    return msgspec.structs.replace(parked, text=clean_line(parked.text))


def _safe_export(export: ExportRecord) -> ExportRecord:
    if not (export.state or export.goals or export.path):
        return export
    return msgspec.structs.replace(
        export,
        state=tuple(map(_safe_listed, export.state)),
        goals={goal: safe_smart(each) for goal, each in export.goals.items()},
    )


def _safe_listed(listed: Listed) -> Listed:
    return msgspec.structs.replace(
        listed,
        title=clean_line(listed.title, NOTE_LIMIT),
        reason=clean_line(listed.reason),
        owner=clean_line(listed.owner, NAME_LIMIT),
        due=listed.due and clean_line(listed.due, NAME_LIMIT),
        note=clean_line(listed.note, NOTE_LIMIT),
        smart=safe_smart(listed.smart),
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
