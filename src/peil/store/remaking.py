"""An assessment from somebody else, made again from what can be in one.

What was read has the right types; here every value gets into its range. What nothing in
the program could have made is dropped, as if it had never been there.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from msgspec.structs import replace

from peil.assessment.actions import own_key
from peil.assessment.model import (
    ActionRecord,
    Answer,
    Assessment,
    ExportRecord,
    FormerAnswer,
    Period,
    Profile,
)
from peil.assessment.team import TeamVote
from peil.questionnaire.ids import is_id
from peil.questionnaire.model import GOALS
from peil.store import mending

HIGHEST_NUMBER = 999_999
"""Highest number of a version or an export that is believed."""
HIGHEST_CODE = 99_999
"""Highest number of an action's code that is believed: beyond it, new codes would not fit."""
KEY_LIMIT = 200
"""Longest key of an action, in characters."""

_CODE = re.compile(r"A[0-9]{2,5}")
_AGAIN = re.compile(r"(-([2-9]|[1-9][0-9]{1,5}))?")
_YEARS = range(1990, 3000)


def remade(assessment: Assessment) -> Assessment:
    """Return an assessment of which every value is one that this Peil could have made.

    Its id, its title and its questionnaires are left as they are. It is never an example.
    """
    now = _written(datetime.now(UTC))
    changed = min(_time(assessment.changed) or now, now)
    actions, exports = _actions(assessment.actions), _exports(assessment.exports)
    return replace(
        assessment,
        created=min(_time(assessment.created) or changed, changed),
        changed=changed,
        profile=_profile(assessment.profile),
        answers={
            name: _answer(answer) for name, answer in assessment.answers.items() if _is_full(name)
        },
        former={
            key: replace(former, answer=_answer(former.answer))
            for key, former in assessment.former.items()
            if _is_former(key, former)
        },
        actions=actions,
        exports=exports,
        period=_period(assessment.period, actions),
        votes={name: _vote(vote) for name, vote in assessment.votes.items() if _is_full(name)},
        meeting=replace(
            assessment.meeting,
            began=_time(assessment.meeting.began),
            topics=tuple(filter(_is_full, assessment.meeting.topics)),
        ),
        parked=tuple(
            replace(each, question=each.question if _is_full(each.question) else "", time=time)
            for each in assessment.parked
            if (time := _time(each.time))
        ),
        last_code=_last_code(assessment.last_code, actions, exports),
        place=assessment.place if _is_full(assessment.place or "") else None,
        demo=False,
    )


def _is_full(name: str) -> bool:
    """Tell whether a name can be the full id of a question or topic."""
    questionnaire, slash, own = name.partition("/")
    return bool(slash) and is_id(questionnaire) and is_id(own)


def _time(text: str) -> str:
    """Return a time as Peil writes it; nothing for one that no clock of a user has shown."""
    try:
        time = datetime.fromisoformat(text)
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return _written(time) if time.year in _YEARS else ""


def _written(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(text: str) -> str | None:
    try:
        day = date.fromisoformat(text[: len("2026-11-21")])
    except ValueError:
        return None
    return day.isoformat() if day.year in _YEARS else None


def _profile(profile: Profile) -> Profile:
    """Return a profile of at least a minute a week, each goal once."""
    minutes = max(1, round(profile.hours * 60))
    return replace(profile, hours=minutes / 60, goals=tuple(dict.fromkeys(profile.goals)))


def _answer(answer: Answer) -> Answer:
    """Return an answer with times that are times; unanswered where no scale has its level."""
    answer = replace(
        answer,
        changed=_time(answer.changed),
        confirmed=_time(answer.confirmed or "") or None,
        evidence_date=_day(answer.evidence_date or ""),
    )
    if answer.level is not None and not 0 <= answer.level <= mending.HIGHEST_LEVEL:
        return replace(answer, state=None, level=None)
    return answer


def _vote(vote: TeamVote) -> TeamVote:
    """Return what was voted and agreed, of which the times are times and the level is one."""
    rounds = tuple(replace(each, time=time) for each in vote.rounds if (time := _time(each.time)))
    agreed = vote.agreed
    if agreed is not None:
        time = _time(agreed.time)
        fair = agreed.level is None or 0 <= agreed.level <= mending.HIGHEST_LEVEL
        agreed = replace(agreed, time=time) if time and fair and rounds else None
    return TeamVote(rounds, agreed)


def _is_former(key: str, former: FormerAnswer) -> bool:
    known = _is_full(former.question) and 0 < former.version <= HIGHEST_NUMBER
    again = key.removeprefix(f"{former.question}@{former.version}")
    return known and again != key and _AGAIN.fullmatch(again) is not None


def _actions(records: Mapping[str, ActionRecord]) -> dict[str, ActionRecord]:
    """Return the records with a code of their own, each for another action."""
    kept: dict[str, ActionRecord] = {}
    keys: set[str] = set()
    for code, record in records.items():
        fair = code == record.code and _CODE.fullmatch(code) and len(record.key) <= KEY_LIMIT
        if fair and record.key not in keys and _is_own_of(record):
            keys.add(record.key)
            kept[code] = _action(record)
    return kept


def _is_own_of(record: ActionRecord) -> bool:
    """Tell whether a record of one of the user's own actions has the key of its own code."""
    return not record.key.startswith(own_key("")) or (
        record.key == own_key(record.code) and bool(record.title)
    )


def _action(record: ActionRecord) -> ActionRecord:
    """Return a record of which the values fit each other."""
    done = record.status == "done"
    return replace(
        record,
        reason=record.reason if record.status == "dropped" else "",
        finished=_time(record.finished) if done else "",
        looked=record.looked and done,
        due=_day(record.due or ""),
        topic=record.topic if _is_full(record.topic) else "",
    )


def _period(period: Period | None, actions: Mapping[str, ActionRecord]) -> Period | None:
    """Return what was chosen for a period, of the actions that there are."""
    if period is None:
        return None
    codes = tuple(code for code in dict.fromkeys(period.codes) if code in actions)
    since = _time(period.since)
    return replace(period, codes=codes, since=since) if codes and since and period.name else None


def _exports(records: tuple[ExportRecord, ...]) -> tuple[ExportRecord, ...]:
    """Return the exports, each number once, in their order."""
    kept: dict[int, ExportRecord] = {}
    for record in records:
        time = _time(record.time)
        if time and 0 < record.number <= HIGHEST_NUMBER:
            codes = tuple(filter(_CODE.fullmatch, record.codes))
            language = mending.language(record.language)
            state = tuple(each for each in record.state if _CODE.fullmatch(each.code))
            goals = {goal: each for goal, each in record.goals.items() if goal in GOALS}
            # Where it was written is of another computer: nothing is looked for there.
            again = replace(
                record,
                time=time,
                language=language,
                codes=codes,
                state=state,
                goals=goals,
                path="",
                digest="",
            )
            kept.setdefault(record.number, again)
    return tuple(kept.values())


def _last_code(
    stated: int, actions: Mapping[str, ActionRecord], exports: tuple[ExportRecord, ...]
) -> int:
    """Return the highest number ever given; what is kept says it where that is not believed."""
    codes = {*actions, *(code for export in exports for code in export.codes)}
    return mending.last_code(stated if stated <= HIGHEST_CODE else 0, codes)
