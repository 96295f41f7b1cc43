"""Actions that are no longer to be done: done, by the user or by an answer, or dropped."""

from collections.abc import Iterator

from msgspec.structs import replace

from peil.assessment.actions import is_own, parts_of, status_of
from peil.assessment.answered import Answered
from peil.assessment.model import ActionRecord, Assessment
from peil.plan.importance import importance_of
from peil.plan.model import PlannedAction
from peil.plan.shares import shares_of
from peil.plan.steps import DEFAULT_OWN_MINUTES, FIND_OUT_MINUTES, minutes_to


def past_actions(known: Answered, assessment: Assessment) -> tuple[PlannedAction, ...]:
    """Return what was done or dropped, in the order of the codes; all of it had a code."""
    return tuple(_past(known, assessment))


def _past(known: Answered, assessment: Assessment) -> Iterator[PlannedAction]:
    records = sorted(assessment.actions.values(), key=lambda each: int(each.code[1:]))
    for record in records:
        if status_of(record, known) in ("done", "dropped"):
            yield out_of_plan(record, known, assessment)


def out_of_plan(record: ActionRecord, known: Answered, assessment: Assessment) -> PlannedAction:
    """Return an action without a place in the plan.

    One that the questionnaires no longer have keeps the user's own words, or is called by
    its key.
    """
    if is_own(record.key):
        return _own(record, known)
    action = _scored(record, known, assessment)
    return action or _bare(record, "", "", record.title or record.key, 0)


def _own(record: ActionRecord, known: Answered) -> PlannedAction:
    topic = record.topic if known.items.has_topic(record.topic) else ""
    minutes = record.minutes or DEFAULT_OWN_MINUTES
    return _bare(record, "", topic, record.title, minutes)


def _scored(record: ActionRecord, known: Answered, assessment: Assessment) -> PlannedAction | None:
    """Return a step or a find-out; None when the questionnaires no longer have it."""
    parts, items = parts_of(record.key), known.items
    if parts is None or not items.has_question(parts.question):
        return None
    topic = items.topic_of(parts.question)
    if parts.level is None:
        return _bare(record, parts.question, topic, record.title, FIND_OUT_MINUTES)
    levels = {level.number: level for level in items.question(parts.question).levels}
    level = levels.get(parts.level)
    if level is None or parts.level - 1 not in levels:
        return None
    shares = shares_of(known)
    words = level.action.title if level.action else level.text
    action = _bare(
        record, parts.question, topic, record.title or words, minutes_to(level), parts.level
    )
    return replace(
        action,
        gain=shares.of_level.get(parts.question, 0) / shares.unit,
        importance=importance_of(topic, items, assessment),
        role=level.action.role if level.action else "",
        done_when=level.action.done_when if level.action else "",
        how=level.action.how if level.action else (),
    )


def _bare(
    record: ActionRecord,
    question: str,
    topic: str,
    title: str,
    minutes: int,
    level: int | None = None,
) -> PlannedAction:
    """Return an action of which nothing but this is known."""
    return PlannedAction(
        key=record.key,
        kind="own" if is_own(record.key) else "find-out" if level is None else "step",
        question=question,
        topic=topic,
        title=title,
        from_level=None if level is None else level - 1,
        to_level=level,
        minutes=minutes,
        gain=0.0,
        importance="normal",
        needs=(),
        opens=(),
        waiting_for=(),
        waiting_for_dropped=(),
        needed_by=(),
        completes=None,
        moved_up=False,
        start_minutes=None,
        week=None,
        slot=None,
        role="",
        done_when="",
        how=(),
    )
