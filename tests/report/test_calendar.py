"""The calendar of due dates: read back by another reader it says what was meant."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime

import icalendar
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.errors import PeilError
from peil.report.calendar import calendar
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.clean import first_forbidden
from peil.text.languages import LANGUAGES, words
from tests import hostile
from tests.promises import Tally
from tests.report.filled import DUE, TEXTS, filled
from tests.report.test_action_list import TEXTS as ANY


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar, those that were folded in one."""
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def texts(lines: list[str], name: str) -> list[str]:
    """Return the texts of a property as the standard reads them (RFC 5545, 3.3.11)."""
    begin = f"{name}:"
    return [
        re.sub(
            r"\\(.)",
            lambda found: "\n" if found[1] in "nN" else found[1],
            line.removeprefix(begin),
        )
        for line in lines
        if line.startswith(begin)
    ]


def check(sitting: Sitting) -> None:
    """Compare what a reader finds with what was meant, event by event."""
    made = calendar(sitting)
    assert first_forbidden(made.text.replace("\r\n", "\n")) is None
    assert all(len(line.encode()) <= 75 for line in made.text.split("\r\n"))
    lines = unfolded(made.text)
    assert not any("\n" in line or "\r" in line for line in lines)
    read = icalendar.Calendar.from_ical(made.text)
    actions = [action for action in sitting.plan.actions if sitting.record(action.key).due]
    assert lines.count("BEGIN:VEVENT") == len(read.subcomponents) == made.events == len(actions)
    assert {line.partition(":")[0].partition(";")[0] for line in lines} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "SUMMARY", "DTSTART", "DTSTAMP"),
        *("UID", "DESCRIPTION", "TRANSP"),
    }
    say = words(sitting.language)
    assert texts(lines, "X-WR-CALNAME") == [sitting.assessment.title]
    summaries, told = texts(lines, "SUMMARY"), texts(lines, "DESCRIPTION")
    assert len(summaries) == len(told) == len(actions)
    for number, (event, action) in enumerate(zip(read.subcomponents, actions, strict=True)):
        record = sitting.record(action.key)
        assert event.errors == []
        assert event["UID"] == f"bakery-jansen-{record.code}@peil"
        assert event.decoded("DTSTART") == date.fromisoformat(DUE)
        assert summaries[number] == f"{record.code} {action_title(sitting, action)}".rstrip()
        parts = told[number].split("\n")
        for name, value in ((say("done when"), action.done_when), (say("owner"), record.owner)):
            assert (f"{name}: {value}" in parts) == bool(value)
        assert any(part.startswith(f"{say('why')}: ") for part in parts)


@given(st.lists(ANY, min_size=TEXTS, max_size=TEXTS), st.sampled_from(LANGUAGES))
def test_any_text_is_the_same_text_in_its_event(texts: list[str], language: str) -> None:
    """No event and no property comes or goes, whatever stands in a text."""
    check(filled(texts, language))


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_no_hostile_text_changes_the_calendar(name: str, tally: Tally) -> None:
    """Each of them in every place at once."""
    for language in LANGUAGES:
        check(filled([hostile.ALL[name]] * TEXTS, language))
    tally("hostile strings", 2)


@pytest.mark.parametrize(
    "text",
    [
        "a\\nb",
        "a\\Nb",
        "a\\",
        "a;b,c:d",
        "END:VEVENT",
        "x\nBEGIN:VALARM",
        "C:\\New\\names",
        "%2C%3A",
        '"q"',
        "^n^'",
    ],
)
def test_signs_of_the_format_are_letters(text: str) -> None:
    """What means something in a calendar means nothing in a text."""
    check(filled([text] * TEXTS))


def changed(sitting: Sitting, **values: object) -> Sitting:
    """Return the sitting with other facts about its assessment."""
    other = Sitting(msgspec.structs.replace(sitting.assessment, **values))
    other.__dict__["questionnaires"] = sitting.questionnaires
    return other


@pytest.mark.parametrize(
    ("time", "stamp"),
    [
        ("2026-11-21T10:30:00Z", datetime(2026, 11, 21, 10, 30, tzinfo=UTC)),
        ("2026-11-21T10:30:00+02:00", datetime(2026, 11, 21, 8, 30, tzinfo=UTC)),
        ("2026-11-21T10:30:00", datetime(2026, 11, 21, 10, 30, tzinfo=UTC)),
    ],
)
def test_the_same_assessment_gives_the_same_calendar(time: str, stamp: datetime) -> None:
    """Letter by letter; its stamp is that of the last change, not of the writing."""
    sitting = changed(filled(["Anna"] * TEXTS), changed=time)
    first = calendar(sitting).text
    assert first == calendar(changed(sitting)).text
    stamps = {
        event.decoded("DTSTAMP") for event in icalendar.Calendar.from_ical(first).subcomponents
    }
    assert stamps == {stamp}


def test_what_is_done_or_dropped_or_undated_is_not_in_it() -> None:
    """Without one date left the calendar holds nothing, and says how many it holds."""
    sitting = filled(["Anna"] * TEXTS)
    codes = list(sitting.assessment.actions)
    records = dict(sitting.assessment.actions)
    records[codes[0]] = msgspec.structs.replace(records[codes[0]], status="done")
    records[codes[1]] = msgspec.structs.replace(records[codes[1]], status="doing")
    records["A98"] = msgspec.structs.replace(records["A98"], due=None)
    made = calendar(changed(sitting, actions=records))
    read = icalendar.Calendar.from_ical(made.text)
    assert [event["UID"] for event in read.subcomponents] == [f"bakery-jansen-{codes[1]}@peil"]
    undated = {code: msgspec.structs.replace(record, due=None) for code, record in records.items()}
    assert calendar(changed(sitting, actions=undated)).events == 0


def test_the_last_day_that_can_be_written() -> None:
    """A day after which there is none needs none."""
    sitting = filled(["Anna"] * TEXTS)
    actions = {
        code: msgspec.structs.replace(record, due="9999-12-31")
        for code, record in sitting.assessment.actions.items()
    }
    assert "DTSTART;VALUE=DATE:99991231" in calendar(changed(sitting, actions=actions)).text


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, with the command for this very Python."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(PeilError) as refused:
        calendar(filled(["Anna"] * TEXTS))
    assert f"{sys.executable} -m pip install icalendar" in str(refused.value)


def test_the_library_is_loaded_on_use_only() -> None:
    """Whoever writes no calendar need not have it."""
    program = (
        "import sys, peil.report.calendar, peil.cli.exports; print('icalendar' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_what_came_in_unclean_goes_out_clean() -> None:
    """Even a text that no entrance cleaned drives nothing where the calendar is shown."""
    sitting = filled(["Anna"] * TEXTS)
    actions = {
        code: msgspec.structs.replace(record, owner="\x1b]0;HACKED\x07Anna\x85")
        for code, record in sitting.assessment.actions.items()
    }
    made = calendar(changed(sitting, actions=actions, title="\x9b31mBakery"))
    assert first_forbidden(made.text.replace("\r\n", "\n")) is None
    assert "owner: Anna" in made.text
