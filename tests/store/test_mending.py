"""Files that somebody else changed: what is odd in them is put right or dropped."""

from collections.abc import Callable
from typing import Any

import pytest

from peil.assessment.model import Assessment
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


@pytest.mark.parametrize(("stated", "expected"), [(0, 12), (-5, 12), (10**12, 999_999), (40, 40)])
def test_no_code_is_ever_given_again(stated: int, expected: int) -> None:
    """The last code is at least the highest that an action or an exported list has."""

    def change(tables: Tables) -> None:
        tables["assessment"]["about"]["last_code"] = stated
        tables["actions"] = {
            "A07": {"code": "A07", "key": "iceberg/q0@2"},
            "A09": {"code": "A11", "key": "iceberg/q0@3"},
            "Axx": {"code": "Axx", "key": "iceberg/q1@3"},
        }
        tables["exports"] = {
            "1": {"number": 1, "time": "2026-11-21", "language": "en", "codes": ["A12"]}
        }

    assert _read_after(change).last_code == expected


def test_a_last_code_below_nothing_is_nothing() -> None:
    """Without any code, the next one is the first."""

    def change(tables: Tables) -> None:
        tables["assessment"]["about"]["last_code"] = -3

    assert _read_after(change).last_code == 0


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
