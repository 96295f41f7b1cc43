"""The bytes of an assessment file."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from peil.store.envelope import (
    NotAnAssessment,
    Tables,
    TableWriter,
    checksum,
    decode,
    first_line,
    stated_checksum,
)
from peil.store.summary import Summary, SummaryReadiness

_SUMMARY = Summary("a", "A", "2026-11-21", "2026-11-21", answered=3)
_TABLES: Tables = {
    "questionnaires": {"x": {"order": 1}},
    "answers": {"x/b": {"level": 2, "a": None}, "x/a": {"level": 1}},
    "actions": {},
}

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_tables = st.dictionaries(
    _texts.filter(lambda name: name != "peil"),
    st.dictionaries(
        _texts,
        st.dictionaries(_texts, st.none() | _texts | st.integers(0, 9), max_size=3),
        max_size=3,
    ),
    max_size=3,
)


@settings(max_examples=60)
@given(_tables)
def test_any_tables_come_back(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    """Whatever tables are written are read, whole, but for empty ones."""
    contents = decode(TableWriter().encode(tables, 4, _SUMMARY))
    assert contents.intact
    assert contents.envelope.saves == 4
    assert contents.envelope.summary == _SUMMARY
    assert contents.tables == {name: table for name, table in tables.items() if table}


def test_one_document_a_line_with_sorted_keys() -> None:
    """Two copies of a file can be compared line by line."""
    lines = TableWriter().encode(_TABLES, 1, _SUMMARY).decode().splitlines()
    assert lines[1:] == [
        '"questionnaires":{',
        '"x":{"order":1}',
        "},",
        '"answers":{',
        '"x/a":{"level":1},',
        '"x/b":{"a":null,"level":2}',
        "}}",
    ]


def test_it_is_json_that_tinydb_itself_can_read(tmp_path: Path) -> None:
    """The library's own storage opens the file, with the envelope as a table of its own."""
    file = tmp_path / "a.json"
    file.write_bytes(TableWriter().encode(_TABLES, 1, _SUMMARY))
    with TinyDB(file, access_mode="r") as database:
        assert database.tables() == {"peil", "questionnaires", "answers"}
    assert json.loads(file.read_bytes())["answers"] == _TABLES["answers"]


def test_no_number_is_written_that_json_does_not_know() -> None:
    """What is no number becomes nothing, wherever it stands."""
    nan = float("nan")
    summary = msgspec.structs.replace(_SUMMARY, readiness=SummaryReadiness(score=nan, high=-nan))
    data = TableWriter().encode({"x": {"y": {"z": nan, "u": float("inf")}}}, 1, summary)
    assert decode(data).tables == {"x": {"y": {"z": None, "u": None}}}
    assert first_line(data, len(data)).summary == _SUMMARY


def test_kept_tables_make_the_same_bytes() -> None:
    """A writer that remembers writes what a fresh one writes."""
    writer = TableWriter()
    writer.encode(_TABLES, 1, _SUMMARY)
    changed = {**_TABLES, "answers": {"x/a": {"level": 4}}}
    assert writer.encode(changed, 2, _SUMMARY) == TableWriter().encode(changed, 2, _SUMMARY)
    other = {**_TABLES, "questionnaires": {"y": {"order": 1}}}
    assert writer.encode(other, 3, _SUMMARY) == TableWriter().encode(other, 3, _SUMMARY)


def test_the_checksum_is_the_one_that_is_documented() -> None:
    """Anyone can compute it: the lines after the first, then the first without the checksum."""
    data = TableWriter().encode(_TABLES, 1, _SUMMARY)
    line, _, rest = data.partition(b"\n")
    stated = stated_checksum(data)
    without = line.replace(stated.encode(), b"", 1) + b"\n"
    assert hashlib.sha256(rest + without).hexdigest() == stated == checksum(data)


def test_the_first_line_alone_is_enough_for_the_list() -> None:
    """The summary is read from the beginning of a file."""
    data = TableWriter().encode(_TABLES, 1, _SUMMARY)
    assert first_line(data[: data.index(b"\n") + 5], len(data)).summary == _SUMMARY


def test_a_file_of_another_size_is_not_believed_by_its_first_line() -> None:
    """One that was cut short, or grew, is to be read whole; format 1 need not say its size."""
    data = TableWriter().encode(_TABLES, 1, _SUMMARY)
    for size in (data.index(b"\n") + 1, len(data) - 1, len(data) + 1):
        with pytest.raises(NotAnAssessment):
            first_line(data, size)
    start, _, rest = data.partition(b'"below":')
    silent = start + rest.partition(b",")[2]
    older = silent.replace(b'"format":2', b'"format":1')
    assert first_line(older, 10).summary == _SUMMARY
    assert decode(older).tables == decode(data).tables
    for read in (decode, lambda data: first_line(data, len(data))):
        with pytest.raises(NotAnAssessment):
            read(silent)


@pytest.mark.parametrize(
    ("stated", "expected"), [(0, 0), (10**15, 10**15), (10**15 + 1, 0), (-5, 0), (10**30, 0)]
)
def test_only_a_number_that_a_copy_can_have_counts(stated: int, expected: int) -> None:
    """With any other number of a save, its copies would be ones that nobody finds again."""
    contents = decode(_with_saves(stated))
    assert contents.intact
    assert contents.envelope.saves == expected


def _with_saves(stated: int) -> bytes:
    """Return a file that states a number of the save, also one that no Peil writes."""
    written = TableWriter().encode(_TABLES, 7, _SUMMARY)
    data = written.replace(b'"saves":7', b'"saves":%d' % stated)
    return data.replace(stated_checksum(written).encode(), checksum(data).encode(), 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        bytes(300),
        b"{}",
        b"[]",
        b"null",
        b'{"peil":{}}',
        b'{"peil":{"file":{}}}',
        b'{"answers":{}}',
        b'{"peil":{"file":[]}}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe{}",
        TableWriter().encode(_TABLES, 1, _SUMMARY).replace(b'"format":2', b'"format":0'),
        TableWriter().encode(_TABLES, 1, _SUMMARY).replace(b'{"level":1}', b"NaN"),
    ],
)
def test_what_is_not_ours_is_refused(data: bytes) -> None:
    """Empty, all zero, deep, of another shape: refused, never a crash."""
    with pytest.raises(NotAnAssessment):
        decode(data)
