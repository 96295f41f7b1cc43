"""What is said of finished actions when their question is looked at again."""

from datetime import datetime
from typing import NamedTuple

from peil.assessment.actions import parts_of
from peil.assessment.model import ActionRecord, Answer
from peil.plan.model import PlannedAction
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.sitting.acting import question_of
from peil.text.days import today
from peil.text.languages import Words
from peil.tui.signs import Signs
from peil.tui.widgets.question_sheet import Aside, Asked, Option

_FOLDS = 3
"""What is said of the actions gives way last."""


class Round(NamedTuple):
    """The questions to look at, as everything stood when it began."""

    sitting: Sitting
    finished: dict[str, tuple[ActionRecord, ...]]
    """The finished actions by the full id of their question, the oldest first."""
    before: dict[str, Answer]
    """The answer to each question as it was."""
    place: str
    """Full id of the question at which the walk stood."""

    @property
    def questions(self) -> tuple[str, ...]:
        """Full ids of the questions, in the order in which to look at them."""
        return tuple(self.finished)

    def waits(self, question: str) -> bool:
        """Return whether nobody has looked at a question yet."""
        return any(question_of(record) == question for record in self.sitting.to_look_at)

    @property
    def waiting(self) -> int:
        """How many of the questions nobody has looked at yet."""
        return sum(map(self.waits, self.finished))


def new_round(sitting: Sitting) -> Round:
    """Return a round along the questions of the finished actions that wait now."""
    finished: dict[str, tuple[ActionRecord, ...]] = {}
    for record in sitting.to_look_at:
        question = question_of(record)
        finished[question] = (*finished.get(question, ()), record)
    before = {question: sitting.answer(question) for question in finished}
    return Round(sitting, finished, before, sitting.walk.resume())


def marked(asked: Asked, tour: Round, question: str, say: Words, signs: Signs) -> Asked:
    """Return a question with last time's answer marked, and beside it what was done since."""
    before, waits = tour.before[question], tour.waits(question)
    last = str(before.level) if before.state == "rated" else before.state

    def as_it_was(options: tuple[Option, ...]) -> tuple[Option, ...]:
        return tuple(
            each._replace(last=each.name == last, chosen=each.chosen and not waits)
            for each in options
        )

    beside = (*_last_time(before, say, signs), *_since(tour, question, say))
    return asked._replace(
        levels=as_it_was(asked.levels),
        others=as_it_was(asked.others),
        asides=(*beside, *asked.asides),
    )


def _last_time(before: Answer, say: Words, signs: Signs) -> tuple[Aside, ...]:
    day = _day(before.confirmed or before.changed, say)
    if before.state == "unknown":
        answer = say("don't know")
    else:
        answer = say("level {level}", level=before.level)
    told = f"{signs.last} {answer} ({day})" if day else f"{signs.last} {answer}"
    return (Aside(say("Last time"), told, folds=_FOLDS),)


def _since(tour: Round, question: str, say: Words) -> list[Aside]:
    """Return what was done since, action by action, each with its note."""
    found: list[Aside] = []
    for record in tour.finished[question]:
        now = tour.sitting.record(record.key)
        title = _title(tour.sitting, record)
        if now.status == "done":
            day = _day(record.finished, say)
            told = say("{code} done on {day}: {title}", code=record.code, day=day, title=title)
        else:
            told = say("{code} is open again: {title}", code=record.code, title=title)
        found.append(Aside("" if found else say("Since then"), told, ink="deep", folds=_FOLDS))
        if record.note:
            found.append(Aside("", record.note, ink="plain", folds=_FOLDS - 1))
    return found


def outcome(tour: Round, question: str, say: Words) -> str:
    """Return what became of the finished actions of a question that was looked at."""
    if tour.waits(question) or tour.sitting.answer(question).state is None:
        return ""
    return " ".join(_became(tour.sitting, record, say) for record in tour.finished[question])


def _became(sitting: Sitting, record: ActionRecord, say: Words) -> str:
    if sitting.action_status(record.key) == "done":
        return say("{code} stays done.", code=record.code)
    parts = parts_of(record.key)
    if parts is None or parts.level is None:
        return say("{code} is open again: this is not known yet.", code=record.code)
    return say(
        "{code} is open again: it is done at level {level}, and you are not there yet.",
        code=record.code,
        level=parts.level,
    )


def to_point_at(tour: Round, question: str) -> str | None:
    """Return when the furthest action that stays done counts as done; None when none does."""
    done = [
        each.key
        for each in tour.finished[question]
        if tour.sitting.action_status(each.key) == "done"
    ]
    if not done:
        return None
    found = [_planned(tour.sitting, key) for key in done]
    return next((each.done_when for each in reversed(found) if each and each.done_when), "")


def _title(sitting: Sitting, record: ActionRecord) -> str:
    action = _planned(sitting, record.key)
    return record.title if action is None else action_title(sitting, action)


def _planned(sitting: Sitting, key: str) -> PlannedAction | None:
    actions = (*sitting.past, *sitting.plan.actions)
    return next((each for each in actions if each.key == key), None)


def _day(time: str, say: Words) -> str:
    """Return the day of an ISO 8601 time, with the year unless it is this one; or nothing."""
    try:
        day = datetime.fromisoformat(time).astimezone().date()
    except ValueError:
        return ""
    return say.date(day, year=day.year != today().year)
