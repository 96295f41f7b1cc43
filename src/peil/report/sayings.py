"""What one item of an edited list says of its fields, each compared with what stood there."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace

from peil.assessment.model import MAX_MINUTES, Listed, Smart
from peil.errors import PeilError, Phrase
from peil.report.labels import status_said
from peil.report.listed import NAMES, smart_texts
from peil.report.reading_back import Item, Remark, Said
from peil.text.clean import LINE_LIMIT, NAME_LIMIT, NOTE_LIMIT, clean_line
from peil.text.days import read_day
from peil.text.efforts import read_effort
from peil.text.languages import mark

TITLE: Final = "title"
STATUS: Final = "status"
DUE: Final = "due"
EFFORT: Final = "effort"
SMART: Final = Smart.__struct_fields__
LIMITS: Final = {
    **dict.fromkeys((TITLE, *SMART), LINE_LIMIT),
    "owner": NAME_LIMIT,
    "note": NOTE_LIMIT,
    STATUS: LINE_LIMIT,
}
"""Most characters of what is filled in, by field."""
_TYPOGRAPHY: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´`", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
    }
)

_TOO_LONG: Final = mark("{label} is longer than {limit} characters, so left as it was: shorten it")
_NO_DAY: Final = mark(
    "“{text}” is no date, so left as it was: write it as 14 december, 14-12-2026, today or +2w"
)
_NO_STATUS: Final = mark(
    "“{text}” is no status, so left as it was: write doing, or dropped: and why"
)
_NO_REASON: Final = mark(
    "dropping needs a reason, so left as it was: write it behind the colon, as in dropped: we do "
    "without"
)
_NO_TITLE: Final = mark("{code} has no words any more; they stay as they were")
_NOT_HERE: Final = mark("a goal has no {label}, so left out")
_NO_EFFORT: Final = mark(
    "“{text}” is no effort, so the usual one is taken: write it as 2h, 1.5h or 45m"
)


class Value(NamedTuple):
    """What a field holds."""

    text: str
    """One line; a status by its name, a day as ISO date."""
    reason: str = ""
    """Why it was dropped; only with that status."""


class Saying(NamedTuple):
    """What the list says of one field."""

    field: str
    value: Value
    said: Said
    """Where it stands, and in which words."""


def values_of(each: Listed) -> dict[str, Value]:
    """Return what a list said of an action, by field, each as one line."""
    return {
        TITLE: Value(one_line(each.title)),
        STATUS: Value(each.status, one_line(each.reason) if each.status == "dropped" else ""),
        "owner": Value(one_line(each.owner)),
        DUE: Value(one_line(each.due or "")),
        "note": Value(one_line(each.note)),
        **goal_values(each.smart),
    }


def goal_values(smart: Smart) -> dict[str, Value]:
    """Return the five texts by field, each as one line."""
    return {field: Value(one_line(text)) for field, text in smart_texts(smart).items()}


def renewed(each: Listed, sayings: Mapping[str, Saying]) -> Listed:
    """Return what a list says of an action after it was edited; a day in the words it has."""
    texts: dict[str, str | None] = {field: saying.said.text for field, saying in sayings.items()}
    if DUE in texts:
        texts[DUE] = texts[DUE] or None
    if STATUS in sayings:
        status = sayings[STATUS].value
        texts.update(status=status.text, reason=status.reason)
    own = {field: text for field, text in texts.items() if field not in SMART}
    return replace(each, smart=renewed_smart(each.smart, sayings), **own)


def renewed_smart(smart: Smart, sayings: Mapping[str, Saying]) -> Smart:
    """Return the five texts after the list was edited."""
    texts = {field: saying.value.text for field, saying in sayings.items() if field in SMART}
    return replace(smart, **texts)


def same_words(one: str, other: str) -> bool:
    """Return whether two titles differ at most in what a word processor makes of them."""
    return folded(one) == folded(other)


def folded(title: str) -> str:
    """Return a title without capitals and the finer points of typography."""
    return one_line(title).translate(_TYPOGRAPHY).casefold().rstrip(".")


def one_line(text: str) -> str:
    """Return a text as one line of a list shows it."""
    return clean_line(text, len(text))


def sayings_of(item: Item, before: Mapping[str, Value], today: date) -> Iterator[Saying | Remark]:
    """Return what an item says of each field that `before` has, and what cannot be taken over.

    What it does not mention is left out; so is what nobody can read.
    """
    if TITLE in before:
        yield from _title(item, before[TITLE].text)
    if STATUS in before:
        yield from _status(item, before[STATUS])
    for field, said in item.fields.items():
        if field == EFFORT or (field == STATUS and STATUS in before):
            continue
        if field not in before:
            yield Remark(said.line, PeilError(_NOT_HERE, label=Phrase(NAMES[field])))
        elif said.text == before[field].text:
            yield Saying(field, before[field], said)
        elif field == DUE:
            yield from _due(said, today)
        else:
            yield _within(field, Value(said.text), said)


def effort_of(item: Item) -> int | Remark:
    """Return the minutes that an item of one's own takes; 0 where it does not say."""
    said = item.fields.get(EFFORT)
    if said is None or not said.text:
        return 0
    minutes = read_effort(said.text)
    if minutes is not None and minutes <= MAX_MINUTES:
        return minutes
    return Remark(said.line, PeilError(_NO_EFFORT, text=said.text))


def _title(item: Item, before: str) -> Iterator[Saying | Remark]:
    said = Said(item.line, item.title)
    if not said.text:
        if before:
            yield Remark(item.line, PeilError(_NO_TITLE, code=item.code))
    elif not before or not same_words(said.text, before):
        yield _within(TITLE, Value(said.text), said)


def _status(item: Item, before: Value) -> Iterator[Saying | Remark]:
    """Return the status that box and bullet say together; a tick wins."""
    said, box = item.fields.get(STATUS), Said(item.line, "")
    if item.ticked:
        yield Saying(STATUS, Value("done"), box)
    elif said is not None and said.text:
        yield _status_in_words(said, before)
    elif (item.ticked is False and before.text == "done") or (
        said is not None and before.text in ("doing", "dropped")
    ):
        yield Saying(STATUS, Value("open"), said or box)


def _status_in_words(said: Said, before: Value) -> Saying | Remark:
    status, reason = status_said(said.text)
    if status is None or (reason and status != "dropped"):
        return Remark(said.line, PeilError(_NO_STATUS, text=said.text))
    value = Value(status, reason)
    if value != before and status == "dropped" and not reason:
        return Remark(said.line, PeilError(_NO_REASON))
    return _within(STATUS, value, said) if value != before else Saying(STATUS, value, said)


def _due(said: Said, today: date) -> Iterator[Saying | Remark]:
    day = read_day(said.text, today) if said.text else None
    if said.text and day is None:
        yield Remark(said.line, PeilError(_NO_DAY, text=said.text))
    else:
        yield Saying(DUE, Value(day.isoformat() if day else ""), said)


def _within(field: str, value: Value, said: Said) -> Saying | Remark:
    limit = LIMITS[field]
    if max(len(value.text), len(value.reason)) <= limit:
        return Saying(field, value, said)
    label = Phrase(NAMES.get(field, TITLE))
    return Remark(said.line, PeilError(_TOO_LONG, label=label, limit=limit))
