"""An assessment through TinyDB and back."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.assessment.model import Answer, Assessment, FormerAnswer, Profile
from peil.store.documents import Documents
from peil.store.envelope import TableWriter, decode
from peil.store.openfile import Saver, State
from peil.store.usable import NotUsable, check
from tests.faults.model_disk import ModelDisk
from tests.store.samples import (
    FILE,
    assessments,
    box,
    copies,
    loaded,
    new_saver,
    sample,
    state_of,
    summary_of,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(assessments, min_size=1, max_size=3))
def test_whatever_is_saved_is_read(versions: list[Assessment]) -> None:
    """Any assessment, saved over any other, is read as it was saved."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for version in versions:
        saver.save(state_of(version))
    result = loaded(disk)
    assert result.assessment == versions[-1]
    assert result.summary == summary_of(versions[-1])
    assert (result.notice, result.writable) == (None, True)


@settings(max_examples=20, deadline=None)
@given(assessments, assessments)
def test_going_on_later_is_the_same(first: Assessment, second: Assessment) -> None:
    """A second sitting saves as the first would have."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(first))
    Saver(FILE, loaded(disk), copies(disk), disk, box(disk)).save(state_of(second))
    assert loaded(disk).assessment == second


def test_tables_are_plain_tinydb() -> None:
    """The file has the promised tables, with our own strings as document ids."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(2)))
    tables = decode(disk.read(FILE)[0]).tables
    assert set(tables) == {"assessment", "questionnaires", "answers"}
    assert set(tables["answers"]) == {"iceberg/q0", "iceberg/q1"}
    assert set(tables["assessment"]) == {"about", "profile", "targets", "importances"}


def _with_unknown_parts(disk: ModelDisk) -> None:
    """Put parts into the file that this Peil does not know, with the checksum they have."""
    contents = decode(disk.read(FILE)[0])
    tables: dict[str, dict[str, dict[str, Any]]] = contents.tables
    tables["rounds"] = {"iceberg/q0": {"votes": [1, 2]}}
    tables["answers"]["iceberg/q0"]["colour"] = "blue"
    tables["assessment"]["about"]["mood"] = "fine"
    disk.put(FILE, TableWriter().encode(tables, 7, contents.envelope.summary))


def test_unknown_parts_are_kept() -> None:
    """What a later Peil added stays through reading, changing and saving."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(2)))
    _with_unknown_parts(disk)
    before = loaded(disk)
    changed = msgspec.structs.replace(
        before.assessment,
        title="Bakery Smit",
        answers={**before.assessment.answers, "iceberg/q0": Answer("unknown", note="why?")},
    )
    Saver(FILE, before, copies(disk), disk, box(disk)).save(state_of(changed))
    after = decode(disk.read(FILE)[0]).tables
    assert after["rounds"] == {"iceberg/q0": {"votes": [1, 2]}}
    assert after["answers"]["iceberg/q0"] == {"state": "unknown", "note": "why?", "colour": "blue"}
    assert after["assessment"]["about"]["mood"] == "fine"
    assert loaded(disk).assessment == changed


def test_one_save_is_one_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """A save that touches several tables replaces the file once."""
    disk = ModelDisk()
    saver = new_saver(disk)
    saver.save(state_of(sample(0)))
    replaced: list[Path] = []
    replace = disk.replace

    def count(source: Path, target: Path) -> None:
        replaced.append(target)
        replace(source, target)

    monkeypatch.setattr(disk, "replace", count)
    saver.save(State(sample(9), summary_of(sample(9)), None))
    assert replaced == [FILE]


def test_texts_of_the_file_are_made_safe() -> None:
    """A file is an entrance: escape sequences in it do not come further."""
    disk = ModelDisk()
    hostile = msgspec.structs.replace(
        sample(1),
        title="Bak\x1b[31mery",
        answers={
            "iceberg/q0": Answer(note="a\x1b]0;b\x07c\nd", evidence="e\u202ef", reason="\x9b1mg"),
            "iceberg/q1": Answer(formerly="h\x1b[2J\ni"),
        },
        former={
            "iceberg/q2@1": FormerAnswer(
                "iceberg/q2", 1, "j\x1b[31mk", "l\n\u202em", Answer(note="n\x07")
            )
        },
    )
    new_saver(disk).save(state_of(hostile))
    result = loaded(disk)
    assert result.assessment.title == result.summary.title == "Bakery"
    answer = result.assessment.answers["iceberg/q0"]
    assert (answer.note, answer.evidence, answer.reason) == ("ac\nd", "ef", "g")
    assert result.assessment.answers["iceberg/q1"].formerly == "h i"
    former = result.assessment.former["iceberg/q2@1"]
    assert (former.text, former.level_text, former.answer.note) == ("jk", "l m", "n")


@pytest.mark.parametrize(
    "changes",
    [
        {"profile": Profile(hours=0)},
        {"profile": Profile(hours=81)},
        {"profile": Profile(hours=float("nan"))},
        {"profile": Profile(goals=("visibility", "relations", "knowledge", "sales"))},
        {"profile": Profile(goals=("fame",))},
        {"created": "yesterday"},
        {"answers": {"iceberg/q0": Answer("rated")}},
        {"answers": {"iceberg/q0": Answer("unknown", level=2)}},
        {"answers": {"iceberg/q0": Answer(evidence_date="soon")}},
        {"answers": {"iceberg/\x1b[31m": Answer("unknown")}},
        {"former": {"iceberg/\x1b[31m@1": FormerAnswer("iceberg/q", 1, "", "", Answer())}},
        {"former": {"iceberg/q@1": FormerAnswer("iceberg/\x9b", 1, "", "", Answer())}},
        {"former": {"iceberg/q@1": FormerAnswer("iceberg/q", 1, "", "", Answer("rated"))}},
        {"place": "iceberg/\u202eq"},
        {"targets": {"iceberg/a\nb": 3}},
    ],
)
def test_values_out_of_range_are_refused(changes: dict[str, Any]) -> None:
    """What could not be used after reading is not saved either."""
    with pytest.raises(NotUsable):
        check(msgspec.structs.replace(sample(0), **changes))


def test_an_empty_database_is_no_assessment() -> None:
    """Tables without the assessment itself are refused."""
    from tinydb.storages import MemoryStorage

    from peil.store.documents import from_documents

    with pytest.raises(NotUsable):
        from_documents(Documents(storage=MemoryStorage), "x")


@pytest.mark.parametrize(
    "time", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "today", "", "2026-13-01"]
)
def test_a_time_that_no_clock_shows_is_refused(time: str) -> None:
    """What another time zone could not show would stop a screen that shows it there."""
    with pytest.raises(NotUsable):
        check(msgspec.structs.replace(sample(0), changed=time))


def test_evidence_is_of_a_day() -> None:
    """A whole time in the place of a day is refused, since screens show the day."""
    answer = Answer(state="rated", level=1, evidence="x", evidence_date="2026-11-21T10:00:00Z")
    with pytest.raises(NotUsable):
        check(msgspec.structs.replace(sample(0), answers={"iceberg/x": answer}))
