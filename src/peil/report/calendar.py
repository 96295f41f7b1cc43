"""The days by which actions are to be done, as a calendar that other programs read.

All-day events, since most calendars leave to-dos out. Each keeps its name for ever, so
that taking the calendar in once more moves events instead of doubling them.
"""

import re
import shlex
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from peil.errors import PeilError
from peil.plan.model import PlannedAction
from peil.plan.reasons import Reasons
from peil.report.listed import NAMES
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.sitting.view import View
from peil.text.clean import NOTE_LIMIT, clean, clean_line
from peil.text.languages import Words, mark, words

if TYPE_CHECKING:
    from icalendar import Event, vText

_SPECIAL: Final = re.compile(r"[\\;,]")
"""Letters that mean something in a text of a calendar (RFC 5545, 3.3.11), beside a line break."""


class Calendar(NamedTuple):
    """A calendar as it was written."""

    text: str
    """In the iCalendar format, with its own line ends."""
    events: int
    """How many days it holds."""


def calendar(sitting: Sitting) -> Calendar:
    """Return the actions that are open or doing and have a due date, each on its day.

    Gives codes to actions without one; the same assessment gives the same text. PeilError
    where the library is not installed.
    """
    try:
        import icalendar
    except ImportError as error:
        raise PeilError(
            mark(
                "A calendar is written with the library icalendar, which is not installed here. "
                "Install it and give the command again: {command}"
            ),
            command=_installing(),
        ) from error
    say = words(sitting.language)
    sitting.give_codes()
    made = icalendar.Calendar()
    made.add("prodid", f"-//Peil//{sitting.language.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", _text(clean_line(sitting.assessment.title)))
    reasons = sitting.reasons(say)
    dated = [action for action in sitting.plan.actions if sitting.record(action.key).due]
    for action in dated:
        event = icalendar.Event()
        _fill(event, sitting, action, _told(sitting, action, reasons, say))
        made.add_component(event)
    return Calendar(made.to_ical().decode(), len(dated))


def _installing() -> str:
    """Return the command that puts the library beside this very Peil, wherever that lies."""
    return shlex.join([sys.executable, "-m", "pip", "install", "icalendar"])


def _fill(event: "Event", view: View, action: PlannedAction, told: str) -> None:
    """Say when and what; `told` is what the event says when it is opened."""
    record = view.record(action.key)
    title = clean_line(action_title(view, action), NOTE_LIMIT)
    event.add("uid", f"{view.assessment.id}-{record.code}@peil")
    event.add("dtstamp", _moment(view.assessment.changed))
    event.add("dtstart", date.fromisoformat(record.due or ""))
    event.add("summary", _text(f"{record.code} {title}"))
    event.add("transp", "TRANSPARENT")  # it fills nobody's day
    if told:
        event.add("description", _text(told))


def _text(value: str) -> "vText":
    r"""Return a text as a calendar holds it; the library would make a line break of its `\N`."""
    import icalendar

    class Escaped(icalendar.vText):
        def to_ical(self) -> bytes:
            return _SPECIAL.sub(r"\\\g<0>", self).replace("\n", r"\n").encode()

    return Escaped(value)


def _told(view: View, action: PlannedAction, reasons: Reasons, say: Words) -> str:
    """Return when it is done, who does it, and why it is there, one a line."""
    parts = (
        (say("done when"), action.done_when),
        (say(NAMES["owner"]), view.record(action.key).owner),
        (say("why"), reasons.line(action)),
    )
    told = "\n".join(f"{name}: {value}" for name, value in parts if value)
    return clean(told, len(told))


def _moment(time: str) -> datetime:
    """Return a stored time as one of the world's clock."""
    moment = datetime.fromisoformat(time)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
