"""Edits as a person makes them in a list, drawn at random, and what should come back of them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st

from peil.assessment.model import Listed
from peil.report.escape import escaped
from peil.report.labels import label_of
from peil.report.listed import NAMES
from peil.report.sayings import one_line, same_words
from peil.text.languages import Words, words
from tests.report.test_action_list import PIECES

CODES = ("A01", "A02", "A03", "A04", "A05", "A06")
"""The actions of a poisoned sitting."""
SMART = ("specific", "measurable", "acceptable", "realistic", "time")
WRITTEN = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(max_size=30)
)
VALUES = WRITTEN.map(one_line).filter(lambda text: 0 < len(text) <= 200)
"""What people fill in."""


class Change(NamedTuple):
    """One thing that is edited; the code is empty for a new action."""

    code: str
    field: str
    value: str


CHANGES = st.one_of(
    st.builds(Change, st.sampled_from(CODES), st.sampled_from(("owner", "note", *SMART)), VALUES),
    st.builds(Change, st.sampled_from(CODES), st.sampled_from(("owner", "note")), st.just("")),
    st.builds(Change, st.sampled_from(CODES), st.just("title"), VALUES),
    st.builds(
        Change,
        st.sampled_from(CODES),
        st.just("due"),
        st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    ),
    st.builds(
        Change,
        st.sampled_from(CODES),
        st.just("status"),
        st.one_of(st.sampled_from(("done", "open", "doing")), VALUES.map("dropped: {}".format)),
    ),
    st.builds(Change, st.sampled_from(("G7", "G5")), st.sampled_from(SMART), VALUES),
    st.builds(Change, st.just(""), st.just("title"), VALUES.map("Buy {}".format)),
)
EDITS = st.lists(CHANGES, max_size=8, unique_by=lambda each: each[:2] if each.code else each)
"""Some edits, no field twice."""


class Expected(NamedTuple):
    """What should come back."""

    edits: set[tuple[str, str, str, str]]
    """Code, field, value and reason."""
    new: list[str]
    """The titles of new actions."""


def edit(text: str, changes: list[Change], language: str) -> str:
    """Return a list in which a person made these changes."""
    lines = text.split("\n")
    for change in changes:
        _edit(lines, change, words(language))
    return "\n".join(lines)


def expected(
    changes: list[Change], state: Mapping[str, Listed], goals: Mapping[str, Mapping[str, str]]
) -> Expected:
    """Return what should come back of changes to a list that said this."""
    edits: set[tuple[str, str, str, str]] = set()
    for change in changes:
        before = goals.get(change.code)
        if change.code and (before is None or before[change.field] != change.value):
            found = _expected(change, state.get(change.code))
            if found is not None:
                edits.add((change.code, change.field, *found))
    return Expected(edits, [change.value for change in changes if not change.code])


def _expected(change: Change, each: Listed | None) -> tuple[str, str] | None:
    if each is None:
        return change.value, ""
    if change.field == "status":
        status, _, reason = change.value.partition(": ")
        now = (each.status, one_line(each.reason) if each.status == "dropped" else "")
        return None if now == (status, reason) else (status, reason)
    if change.field == "title":
        return None if same_words(change.value, each.title) else (change.value, "")
    texts = {"owner": each.owner, "note": each.note, "due": each.due or ""}
    now_text = (
        texts.get(change.field) if change.field in texts else getattr(each.smart, change.field)
    )
    return None if one_line(str(now_text)) == change.value else (change.value, "")


def _edit(lines: list[str], change: Change, say: Words) -> None:
    if not change.code:
        lines.insert(len(lines) - 1, f"- [ ] {escaped(change.value)}")
        return
    place = next(n for n, line in enumerate(lines) if f"**{change.code}** " in line[:15])
    if change.field == "title":
        head = lines[place].partition("** ")[0]
        lines[place] = f"{head}** {escaped(change.value)}"
    elif change.field == "status":
        tick = "x" if change.value == "done" else " "
        lines[place] = f"- [{tick}]{lines[place][5:]}"
        word, _, reason = change.value.partition(": ")
        told = {"doing": say("doing"), "dropped": f"{say('dropped')}: {reason}"}
        _fill(lines, place, say(NAMES["status"]), told.get(word, ""))
    else:
        _fill(lines, place, say(NAMES[change.field]), change.value)


def _fill(lines: list[str], place: int, label: str, value: str) -> None:
    """Fill in a bullet below an item, in its place or as a new one."""
    bullet = f"  - {label}: {escaped(value)}".rstrip()
    end = place + 1
    while lines[end].startswith("  - "):
        if lines[end].startswith(f"  - {label}:"):
            lines[end] = bullet
            return
        end += 1
    assert label_of(label)
    lines.insert(place + 1, bullet)
