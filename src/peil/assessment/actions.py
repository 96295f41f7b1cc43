"""The life of an action: open, doing, done or dropped, and what an answer does to it.

*Done* is said by the user, and changes no answer; the question waits to be looked at
again. An answer at the level of a step or above does the step as well; an answer below
it opens a step that was done. All functions are pure.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from peil.assessment.answered import Answered
from peil.assessment.model import ActionRecord, ActionStatus, Answer, Assessment

_OWN: Final = "own/"
DoneBy = Literal["user", "answer"]


class Parts(NamedTuple):
    """What the key of an action says."""

    question: str
    """Full id; empty for one of the user's own."""
    level: int | None
    """The level to which a step leads; None for a find-out and an own one."""


def own_key(code: str) -> str:
    """Return the key of one of the user's own actions."""
    return f"{_OWN}{code}"


def is_own(key: str) -> bool:
    """Return whether a key is that of one of the user's own actions."""
    return key.startswith(_OWN) and key[len(_OWN) + 1 :].isdecimal()


def parts_of(key: str) -> Parts | None:
    """Return question and level of a key; None for a step of a scale that is gone."""
    if is_own(key):
        return Parts("", None)
    question, at, level = key.partition("@")
    if not at:
        return Parts(question.removesuffix("?"), None)
    return Parts(question, int(level)) if level.isascii() and level.isdecimal() else None


def records_by_key(assessment: Assessment) -> dict[str, ActionRecord]:
    """Return the records of an assessment by the key of their action."""
    return {record.key: record for record in assessment.actions.values()}


def done_by(record: ActionRecord, known: Answered) -> DoneBy | None:
    """Return who did an action: an answer at its level or above, or the user's word; or nobody."""
    parts = parts_of(record.key)
    if parts is not None and parts.question in known.states:
        state = known.states[parts.question]
        if parts.level is None:
            if state in ("rated", "not-applicable"):
                return "answer"
        elif state == "rated" and known.levels[parts.question] >= parts.level:
            return "answer"
    return "user" if record.status == "done" else None


def status_of(record: ActionRecord, known: Answered) -> ActionStatus:
    """Return how an action stands, answers included."""
    return "done" if done_by(record, known) else record.status


def after_answer(
    actions: Mapping[str, ActionRecord], question: str, answer: Answer
) -> dict[str, ActionRecord]:
    """Return the records after a question was answered or confirmed.

    Its finished actions are looked at; one that the answer denies is open again.
    """
    result = dict(actions)
    for code, record in actions.items():
        parts = parts_of(record.key)
        if record.status == "done" and parts is not None and parts.question == question:
            denied = _denies(parts, answer)
            result[code] = opened(record) if denied else replace(record, looked=True)
    return result


def opened(record: ActionRecord) -> ActionRecord:
    """Return an action that is to be done again."""
    return replace(record, status="open", finished="", looked=False)


def _denies(parts: Parts, answer: Answer) -> bool:
    """Return whether an answer says that an action is not done."""
    if parts.level is None:
        return answer.state == "unknown"
    return answer.level is not None and answer.level < parts.level


def to_look_at(assessment: Assessment, known: Answered) -> Iterator[ActionRecord]:
    """Return the finished actions whose question was not looked at since, the oldest first.

    Those that an answer has done, and those whose question is not put, are not among them.
    """
    for record in sorted(assessment.actions.values(), key=lambda each: each.finished):
        if record.status != "done" or record.looked or is_own(record.key):
            continue
        parts = parts_of(record.key)
        state = known.states.get(parts.question) if parts else None
        if state in ("rated", "unknown") and done_by(record, known) == "user":
            yield record
