"""The line of the list: what home must know without opening a file."""

from pathlib import Path

import pytest

from peil.assessment.model import Listed
from peil.sitting import Sitting
from peil.sitting.summary import summarise
from peil.store.summary import Summary
from peil.store.workspace import Workspace
from peil.text.clean import LINE_LIMIT

CORE = "iceberg/objectives-written"
DIGEST = "a" * 64


def _on_disk(sitting: Sitting, folder: Path) -> Summary:
    sitting.close()
    return Workspace(folder).summaries()[0]


def test_it_counts_what_waits_to_be_looked_at(sitting: Sitting, tmp_path: Path) -> None:
    """A finished action counts until its question is answered or confirmed."""
    sitting.rate(CORE, 1)
    code = sitting.give_codes()[f"{CORE}@2"]
    sitting.set_status(code, "done")
    assert summarise(sitting).to_look_at == 1
    sitting.confirm(CORE)
    assert summarise(sitting).to_look_at == 0
    sitting.set_status(code, "done")
    assert _on_disk(sitting, tmp_path / "data").to_look_at == 1


def test_it_names_the_latest_list_that_was_written_to_a_file(
    sitting: Sitting, tmp_path: Path
) -> None:
    """A list that went to a pipe since, of which nobody knows the place, changes nothing."""
    assert summarise(sitting).list_path == ""
    for name in ("first.md", "second.md"):
        record = sitting.record_export([Listed("A01")])
        sitting.note_list_file(record.number, str(tmp_path / name), DIGEST)
    sitting.record_export([Listed("A01")])
    found = _on_disk(sitting, tmp_path / "data")
    assert (found.list_path, found.list_digest) == (str(tmp_path / "second.md"), DIGEST)


@pytest.mark.parametrize("path", ["here.md", "/home/\x1b[2J.md", "/" + "long" * LINE_LIMIT])
def test_a_place_that_cannot_be_told_is_left_out(sitting: Sitting, path: str) -> None:
    """The first line of a file stays short, and holds no place that depends on where one is."""
    record = sitting.record_export([Listed("A01")])
    sitting.note_list_file(record.number, path, DIGEST)
    found = summarise(sitting)
    assert (found.list_path, found.list_digest) == ("", "")
