"""What can be done to an action: pure changes of an assessment's records, each checked first."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from peil.assessment.actions import done_by, is_own, opened, own_key, parts_of
from peil.assessment.answered import Answered
from peil.assessment.items import Items
from peil.assessment.model import (
    MAX_MINUTES,
    ActionRecord,
    ActionStatus,
    Assessment,
    Period,
    Smart,
)
from peil.errors import PeilError
from peil.questionnaire.model import GOALS
from peil.sitting.texts import kept_line, kept_name, kept_note
from peil.text.languages import mark


def record_of(assessment: Assessment, code: str) -> ActionRecord:
    """Return what is kept about the action with this code; PeilError when there is none."""
    written = code.strip().upper()
    found = assessment.actions.get(written) or assessment.actions.get(_in_full(written))
    if found is None:
        raise PeilError(
            mark("There is no action {code} here. See which there are: peil plan {name} --all"),
            code=code.strip() or "“”",
            name=assessment.id,
        )
    return found


def _in_full(code: str) -> str:
    """Return a code with its zeros: `A7` is `A07` as well."""
    number = code[1:]
    is_short = code[:1] == "A" and len(number) < len("999999") and number.isascii()
    return f"A{int(number):02d}" if is_short and number.isdecimal() else code


def with_status(
    assessment: Assessment, known: Answered, code: str, status: ActionStatus, reason: str, now: str
) -> Assessment:
    """Return the assessment with an action open, doing, done or dropped for a reason.

    PeilError for dropping without a reason, and for an action that an answer has done.
    """
    record = record_of(assessment, code)
    if status != "done" and done_by(record, known) == "answer":
        raise PeilError(
            mark(
                "{code} is done, because the answer to its question says so. To do it again, "
                "answer that question with the level that holds now."
            ),
            code=record.code,
        )
    why = kept_line(reason)
    if status == "dropped" and not why:
        raise PeilError(
            mark("Dropping {code} needs a reason, so that nobody wonders later: say briefly why."),
            code=record.code,
        )
    if status == "done":
        if record.status == "done":
            return assessment
        changed = replace(record, status=status, finished=now, looked=False, reason="")
    elif status == "dropped":
        changed = replace(opened(record), status=status, reason=why)
    else:
        changed = replace(opened(record), status=status, reason="")
    return _put(assessment, changed)


def owned(assessment: Assessment, code: str, owner: str) -> Assessment:
    """Return the assessment with somebody's name at an action; nobody's where it is empty."""
    return _put(assessment, replace(record_of(assessment, code), owner=kept_name(owner)))


def due(assessment: Assessment, code: str, day: date | None) -> Assessment:
    """Return the assessment with a day by which an action is to be done, or none."""
    record = record_of(assessment, code)
    return _put(assessment, replace(record, due=day.isoformat() if day else None))


def annotated(assessment: Assessment, code: str, note: str) -> Assessment:
    """Return the assessment with the note of an action replaced."""
    return _put(assessment, replace(record_of(assessment, code), note=kept_note(note)))


def retitled(assessment: Assessment, code: str, title: str) -> Assessment:
    """Return the assessment with the user's own words for an action.

    Empty words give a step or a find-out those of the questionnaire again; PeilError for one
    of the user's own, which has no others.
    """
    record, words = record_of(assessment, code), kept_line(title)
    if not words and is_own(record.key):
        raise _no_title()
    return _put(assessment, replace(record, title=words))


def pinned(assessment: Assessment, code: str) -> Assessment:
    """Return the assessment with an action at the top, below those that were pinned before."""
    record = record_of(assessment, code)
    if record.pinned:
        return assessment
    last = max((each.pinned for each in assessment.actions.values()), default=0)
    return _put(assessment, replace(record, pinned=last + 1, postponed=False))


def postponed(assessment: Assessment, code: str) -> Assessment:
    """Return the assessment with an action at the end."""
    return _put(assessment, replace(record_of(assessment, code), pinned=0, postponed=True))


def freed(assessment: Assessment, code: str) -> Assessment:
    """Return the assessment with an action where the order by gain puts it."""
    return _put(assessment, replace(record_of(assessment, code), pinned=0, postponed=False))


def made_checkable(assessment: Assessment, code: str, smart: Smart) -> Assessment:
    """Return the assessment with what makes an action one that can be checked."""
    return _put(assessment, replace(record_of(assessment, code), smart=_smart(smart)))


def with_goal(assessment: Assessment, goal: str, smart: Smart) -> Assessment:
    """Return the assessment with what makes a goal one that can be checked."""
    if goal not in GOALS:
        raise PeilError(
            mark("There is no goal {goal}: choose from {goals}."), goal=goal, goals=", ".join(GOALS)
        )
    plans = {**assessment.goal_plans, goal: _smart(smart)}
    if plans[goal] == Smart():
        del plans[goal]
    return replace(assessment, goal_plans=plans)


def with_own(
    assessment: Assessment, items: Items, title: str, minutes: int, topic: str
) -> tuple[Assessment, str]:
    """Return the assessment with one more action of the user's own, and its code.

    `minutes` 0 is the usual effort, `topic` the full id of a topic or nothing.
    """
    words = kept_line(title)
    if not words:
        raise _no_title()
    if not 0 <= minutes <= MAX_MINUTES:
        raise PeilError(
            mark("The effort of an action is above 0 and at most {most} hours."),
            most=MAX_MINUTES // 60,
        )
    if topic and not items.has_topic(topic):
        raise PeilError(mark("There is no topic {name} here."), name=topic)
    code = next_code(assessment)
    record = ActionRecord(code, own_key(code), title=words, minutes=minutes, topic=topic)
    return replace(_put(assessment, record), last_code=int(code[1:])), code


def next_code(assessment: Assessment) -> str:
    """Return the code that no action has had yet."""
    given = [int(code[1:]) for code in assessment.actions if code[1:].isdecimal()]
    return f"A{max(assessment.last_code, 0, *given) + 1:02d}"


def with_period(assessment: Assessment, name: str, codes: Sequence[str], now: str) -> Assessment:
    """Return the assessment with what is to be reached in this period; no codes take it away."""
    if not codes:
        return replace(assessment, period=None)
    for code in codes:
        record_of(assessment, code)
    words = kept_name(name)
    if not words:
        raise PeilError(mark("A name is needed, such as: goal of this quarter."))
    return replace(assessment, period=Period(words, tuple(dict.fromkeys(codes)), now))


def question_of(record: ActionRecord) -> str:
    """Return the full id of the question that an action belongs to; empty for an own one."""
    parts = parts_of(record.key)
    return parts.question if parts else ""


def _no_title() -> PeilError:
    return PeilError(mark("An action needs words: say in one sentence what is to be done."))


def _smart(smart: Smart) -> Smart:
    return Smart(*(kept_line(getattr(smart, field)) for field in smart.__struct_fields__))


def _put(assessment: Assessment, record: ActionRecord) -> Assessment:
    return replace(assessment, actions={**assessment.actions, record.code: record})
