"""What an edited list would change, in plain words: line by line, and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from peil.report.edits import Changes, Conflict, Edit, NewAction
from peil.report.listed import NAMES, STATUS_NAMES
from peil.report.readback import ReadBack
from peil.report.reading_back import Remark
from peil.report.sayings import DUE, STATUS, TITLE, Value
from peil.text.languages import Words, mark

if TYPE_CHECKING:
    from peil.assessment.model import ActionStatus

REMARKS_SHOWN: Final = 40
"""Most remarks that are told one by one."""
_FIELDS: Final = {
    **NAMES,
    TITLE: mark("called"),
    STATUS: mark("status"),
    "owner": mark("who"),
    DUE: mark("when"),
}


def readback_lines(found: ReadBack, say: Words) -> Iterator[str]:
    """Return what a list would change line by line, and what there is to remark."""
    changes = found.changes
    yield from (edit_line(edit, say) for edit in changes.edits)
    for new in changes.new:
        yield new_line(new, say)
        yield from (edit_line(edit, say) for edit in new.edits)
    yield from (conflict_line(conflict, say) for conflict in changes.conflicts)
    if found.changes_nothing:
        yield say("The list changes nothing.")
    yield from remark_lines(changes.remarks, say)


def edit_line(edit: Edit, say: Words) -> str:
    """Return a change of one field: "A05  who: Marieke"."""
    return f"{edit.code}  {edit_words(edit, say)}"


def edit_words(edit: Edit, say: Words) -> str:
    """Return what a field becomes: "who: Marieke", "ticked: done"."""
    if edit.field == STATUS:
        return _status_words(edit, say)
    name = say(_FIELDS[edit.field])
    if not edit.value.text:
        was = value_words(edit.field, edit.before, say)
        return say("{name}: emptied, was {value}", name=name, value=was)
    return f"{name}: {value_words(edit.field, edit.value, say)}"


def new_line(new: NewAction, say: Words) -> str:
    """Return an action that comes in: "new: Buy flour (2 h), becomes A52"."""
    if not new.minutes:
        return say("new: {title}, becomes {code}", title=new.title, code=new.code)
    return say(
        "new: {title} ({effort}), becomes {code}",
        title=new.title,
        effort=say.duration(new.minutes),
        code=new.code,
    )


def conflict_line(conflict: Conflict, say: Words) -> str:
    """Return what the two sides of a conflict say."""
    edit = conflict.edit
    return say(
        "{code}  {name}: the list says {theirs}, Peil says {ours}",
        code=edit.code,
        name=say(_FIELDS[edit.field]),
        theirs=value_words(edit.field, edit.value, say),
        ours=value_words(edit.field, conflict.now, say),
    )


def remark_lines(remarks: Sequence[Remark], say: Words) -> Iterator[str]:
    """Return the remarks with their line numbers; of very many the first ones."""
    for remark in remarks[:REMARKS_SHOWN]:
        sentence = remark_sentence(remark, say)
        if remark.line:
            yield say("line {line}: {sentence}", line=remark.line, sentence=sentence)
        else:
            yield sentence[:1].upper() + sentence[1:]
    more = len(remarks) - REMARKS_SHOWN
    if more > 0:
        yield say.many("and {count} more line", "and {count} more lines", more)


def remark_sentence(remark: Remark, say: Words) -> str:
    """Return what there is to remark, without the number of its line."""
    sentence = remark.notice.sentence(say)
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def value_words(field: str, value: Value, say: Words) -> str:
    """Return what a field holds, in words."""
    if field == STATUS:
        return _one_status(value, say)
    if field == DUE and value.text:
        return day_words(value.text, say)
    return value.text or say("nothing")


def day_words(text: str, say: Words) -> str:
    """Return an ISO date in words; anything else as it stands."""
    try:
        return say.date(date.fromisoformat(text))
    except ValueError:
        return text


def told(changes: Changes, chosen: int, say: Words) -> str:
    """Return in a sentence how much was taken over; `chosen`: conflicts as the list has them."""
    count = len(changes.edits) + len(changes.new) + chosen
    return say.many(
        "Taken over: {count} change from the list.",
        "Taken over: {count} changes from the list.",
        count,
    )


def readback_document(found: ReadBack, *, applied: bool, say: Words) -> dict[str, object]:
    """Return the same for scripts; days are ISO dates, an empty value is an emptied field."""
    changes = found.changes
    return {
        "assessment": found.assessment,
        "export": found.export,
        "edits": [_edit(edit) for edit in changes.edits],
        "new": [
            {
                "line": new.line,
                "code": new.code,
                "title": new.title,
                "minutes": new.minutes or None,
                "edits": [_edit(edit) for edit in new.edits],
            }
            for new in changes.new
        ],
        "conflicts": [
            {**_edit(each.edit), "peil": _value(each.edit.field, each.now)}
            for each in changes.conflicts
        ],
        "remarks": [
            {"line": remark.line or None, "text": remark_sentence(remark, say)}
            for remark in changes.remarks
        ],
        "applied": applied,
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {
        "line": edit.said.line,
        "code": edit.code,
        "field": edit.field,
        "before": _value(edit.field, edit.before),
        "value": _value(edit.field, edit.value),
    }


def _value(field: str, value: Value) -> object:
    return {"status": value.text, "reason": value.reason} if field == STATUS else value.text


def _status_words(edit: Edit, say: Words) -> str:
    match edit.value.text:
        case "done":
            return say("ticked: done")
        case "doing":
            return say("begun: doing")
        case "dropped":
            return say("dropped: {reason}", reason=edit.value.reason)
    if edit.before.text == "done":
        return say("no longer ticked: open again")
    return say("open again")


def _one_status(value: Value, say: Words) -> str:
    word = say(STATUS_NAMES[cast("ActionStatus", value.text)])
    return f"{word} ({value.reason})" if value.reason else word
