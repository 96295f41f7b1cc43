"""Files that somebody else changed: what is odd in them is put right or dropped."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Assessment
from peil.assessment.team import Meeting
from peil.store import mending
from peil.store.envelope import TableWriter, decode
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, loaded, new_saver, sample, state_of

Tables = dict[str, dict[str, dict[str, Any]]]


def _read_after(change: Callable[[Tables], None]) -> Assessment:
    """Return what is read from a file after a change of its tables, with a fitting checksum."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(2)))
    contents = decode(disk.read(FILE)[0])
    tables: Tables = contents.tables
    change(tables)
    disk.put(FILE, TableWriter().encode(tables, 7, contents.envelope.summary))
    return loaded(disk).assessment


@pytest.mark.parametrize(("stated", "expected"), [(0, 0), (-5, 0), (10**12, 999_999), (40, 40)])
def test_a_last_code_is_believed_within_reason(stated: int, expected: int) -> None:
    """The highest code ever given is read as the file states it, never below nothing."""

    def change(tables: Tables) -> None:
        tables["assessment"]["about"]["last_code"] = stated

    assert _read_after(change).last_code == expected


def test_only_actions_under_a_code_of_ours_are_kept() -> None:
    """A code goes into exported lists as it stands: what is none is dropped."""

    def change(tables: Tables) -> None:
        codes = ("A07", "A999999", "**x** <b>", "A01\n- [ ] x", "a07", "A", "A" + "9" * 5000)
        tables["actions"] = {code: {"code": code, "key": f"q/a@{code}"} for code in codes}
        tables["actions"]["A08"] = {"code": "<script>", "key": "q/b@2"}

    assert set(_read_after(change).actions) == {"A07", "A999999"}


def test_only_targets_and_importances_that_can_be_are_kept() -> None:
    """Levels from 0 to 9, one of three importances, ids of topics: the rest is dropped."""

    def change(tables: Tables) -> None:
        tables["assessment"]["targets"] = {
            "iceberg/objectives": 4,
            "iceberg/zero": 0,
            "iceberg/much": 10,
            "iceberg/less": -1,
            "iceberg/half": 2.5,
            "iceberg/true": True,
            "iceberg/text": "3",
            "objectives": 3,
            "iceberg/a/b": 3,
            "Iceberg/\x1b[31m": 3,
        }
        tables["assessment"]["importances"] = {
            "iceberg/objectives": "high",
            "iceberg/policy": "huge",
            "iceberg/research": ["high"],
            "policy": "low",
        }

    result = _read_after(change)
    assert result.targets == {"iceberg/objectives": 4, "iceberg/zero": 0}
    assert result.importances == {"iceberg/objectives": "high"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("nl", "nl"),
        ("fry", "fry"),
        ("../../x", "en"),
        ("\x1b[31mnl", "en"),
        ("NL", "en"),
        (3, "en"),
    ],
)
def test_a_language_that_is_none_is_english(stated: object, expected: str) -> None:
    """Only two or three small letters are a language."""

    def change(tables: Tables) -> None:
        tables["assessment"]["about"]["language"] = stated

    assert _read_after(change).language == expected


@given(
    st.dictionaries(
        st.sampled_from(Meeting.__struct_fields__),
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9),
            st.lists(st.one_of(st.integers(), st.text(max_size=5)), max_size=3),
            st.dictionaries(st.text(max_size=2), st.integers(), max_size=3),
        ),
    )
)  # fmt: skip
def test_any_meeting_becomes_one_that_can_be(value: dict[str, object]) -> None:
    """A value that nothing in the program makes costs no more than itself."""
    made = msgspec.convert(mending.meeting(value), Meeting)
    assert 0 <= made.voters <= 40
    assert 1 <= made.minutes <= 480
    assert made.way in ("slips", "keyboard", "tally")
