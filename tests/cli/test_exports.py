"""`peil export` as a table and as a calendar: the same bytes in a file and in a pipe."""

import sys
from datetime import date
from pathlib import Path

import icalendar
import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.cli.conftest import Peil

FORMATS = ("csv", "ics")


@pytest.fixture
def dated(peil: Peil, bakery: str, tmp_path: Path) -> str:
    """Give the first two actions a day, and return the name of their assessment."""
    peil("export", bakery)
    sitting = Sitting.open(Workspace(tmp_path / "data"), bakery)
    for code in ("A01", "A02"):
        sitting.set_due(code, date(2026, 12, 1))
    sitting.set_owner("A01", "Zoë")
    sitting.close()
    return bakery


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_a_pipe_gets(form: str, peil: Peil, dated: str) -> None:
    """Byte for byte, so that `>` and `-o` are the same; lines end in CR LF."""
    target = Path(f"plan.{form}")
    piped = peil("export", dated, "--format", form)
    written = peil("export", dated, "--format", form, "-o", str(target))
    assert (piped.code, written.code) == (0, 0)
    assert target.read_bytes() == piped.out.encode()
    assert piped.out.endswith("\r\n")
    assert written.out.startswith("Written to ")
    assert "Zoë" in piped.out


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_overwritten_unasked(form: str, peil: Peil, dated: str) -> None:
    """What stands there stays until `--force`."""
    target = Path("mine")
    target.write_text("mine")
    assert peil("export", dated, "--format", form, "-o", str(target)).code == 1
    assert target.read_text() == "mine"
    assert peil("export", dated, "--format", form, "-o", str(target), "--force").code == 0
    assert target.read_bytes() == peil("export", dated, "--format", form).out.encode()


@pytest.mark.parametrize("form", FORMATS)
def test_a_terminal_gets_plain_lines(
    form: str, peil: Peil, dated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without what only a file needs: no byte-order mark and no CR."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = peil("export", dated, "--format", form).out
    assert "\ufeff" not in shown
    assert "\r" not in shown
    assert "A01" in shown


def test_a_table_can_be_read_by_a_spreadsheet(peil: Peil, bakery: str) -> None:
    """It says at its beginning that it is UTF-8, and every action has its code from then on."""
    ran = peil("export", bakery, "--format", "csv")
    assert ran.out.encode().startswith(b'\xef\xbb\xbf"code","status","title",')
    codes = [action["code"] for action in peil("plan", bakery, "--json").json["actions"]]
    assert None not in codes
    assert [line[1:4] for line in ran.out.splitlines() if line.startswith('"A')] == codes


def test_the_words_are_those_of_the_language(peil: Peil, dated: str) -> None:
    """Heads, states and sentences."""
    table = peil("export", dated, "--format", "csv", "--language", "nl").out
    assert table.startswith('\ufeff"code";"status";"titel";"onderwerp";"vraag";"van";"naar";"uren"')
    calendar = peil("export", dated, "--format", "ics", "--language", "nl").out
    assert "wie: Zoë" in str(icalendar.Calendar.from_ical(calendar).subcomponents[0]["DESCRIPTION"])


def test_a_calendar_holds_each_dated_action_once(peil: Peil, dated: str) -> None:
    """With the same name each time, so that taking it in again doubles nothing."""
    ran = peil("export", dated, "--format", "ics")
    events = icalendar.Calendar.from_ical(ran.out).subcomponents
    assert [event["UID"] for event in events] == [
        "bakery-jansen-A01@peil",
        "bakery-jansen-A02@peil",
    ]
    assert {event.decoded("DTSTART") for event in events} == {date(2026, 12, 1)}
    assert ran.err == ""
    assert peil("export", dated, "--format", "ics").out == ran.out


def test_a_calendar_without_a_date_says_so(peil: Peil, bakery: str) -> None:
    """On stderr, with what to do; what it writes is a calendar all the same."""
    ran = peil("export", bakery, "--format", "ics", "-o", "plan.ics")
    assert ran.code == 0
    assert "has a date, so this calendar is empty" in ran.err
    assert f"peil action {bakery} CODE --due DATE" in ran.err
    assert icalendar.Calendar.from_ical(Path("plan.ics").read_text()).subcomponents == []


def test_without_the_library_nothing_is_written(
    peil: Peil, dated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with the command that helps, and no file."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = peil("export", dated, "--format", "ics", "-o", "plan.ics")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "-m pip install icalendar" in ran.err
    assert not Path("plan.ics").exists()
