"""Files cut short, flipped, emptied, changed outside, or from a newer Peil."""

import json
from pathlib import Path
from typing import Any

import pytest

from peil.errors import DataDamaged
from peil.store.envelope import FORMAT, TableWriter, decode
from peil.store.loading import Loaded
from peil.store.openfile import Saver
from peil.store.writer import Saved
from tests.faults.damage import try_damaged_copies, try_damaged_file
from tests.faults.model_disk import ModelDisk
from tests.faults.properties import new_workspace
from tests.promises import Tally
from tests.store.samples import (
    FILE,
    NAME,
    box,
    copies,
    loaded,
    new_saver,
    sample,
    state_of,
    step_of,
    summary_of,
)


def _disk(steps: int = 3) -> ModelDisk:
    """Return a disk with an assessment that was saved a few times."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for step in range(1, steps + 1):
        saver.save(state_of(sample(step)))
    return disk


def _sentence(result: Loaded) -> str:
    assert result.notice is not None
    return str(result.notice)


@pytest.mark.fault("file cut short")
def test_a_file_cut_short_or_flipped_comes_back_from_the_save_before(
    tally: Tally, *, long_run: bool
) -> None:
    """Wherever it was cut, whichever bit: the save before it, and a word about it."""
    tally("damaged files", try_damaged_file(1 if long_run else 23))


def test_a_damaged_copy_is_never_taken(tally: Tally, *, long_run: bool) -> None:
    """The file does without it, and an older save comes back where the file is damaged too."""
    tally("damaged files", try_damaged_copies(1 if long_run else 89))


@pytest.mark.parametrize("data", [b"", bytes(4096), b"{}", b"\x00"])
def test_an_empty_file_is_damage(data: bytes) -> None:
    """A file of no bytes or of zeros is not taken for a new assessment."""
    disk = _disk()
    disk.put(FILE, data)
    assert step_of(loaded(disk).assessment) == 2


def test_the_damaged_file_is_kept() -> None:
    """At the next save it gets another name, and work goes on in its place."""
    disk = _disk()
    disk.put(FILE, b"scribble")
    saver = Saver(FILE, loaded(disk), copies(disk), disk, box(disk))
    saver.save(state_of(sample(7)))
    saver.save(state_of(sample(8)))
    kept = [path for path in disk.names_now if "damaged" in path.name]
    assert [path.name for path in kept] == ["bakery-jansen.damaged-1.json"]
    assert disk.read(kept[0])[0] == b"scribble"
    assert (loaded(disk).assessment, loaded(disk).notice) == (sample(8), None)


def test_the_newest_whole_copy_is_taken() -> None:
    """Damaged copies are passed over."""
    disk = _disk(4)
    for path in (FILE, *copies(disk).newest_first()[:1]):
        disk.put(path, b"scribble")
    assert step_of(loaded(disk).assessment) == 2


@pytest.mark.fault("all generations damaged")
def test_nothing_whole_is_said() -> None:
    """With every copy damaged there is one sentence, and nothing is changed."""
    disk = _disk()
    for path in (FILE, *copies(disk).newest_first()):
        disk.put(path, b"scribble")
    before = dict(disk.names_now)
    with pytest.raises(DataDamaged, match="no whole earlier save"):
        loaded(disk)
    assert disk.names_now == before


@pytest.mark.fault("all generations damaged")
def test_other_assessments_open_beside_one_that_is_lost(tmp_path: Path) -> None:
    """The list shows it as damaged, it is refused in a sentence, and the others work."""
    workspace = new_workspace(tmp_path)
    workspace.create(sample(3, "other"), summary_of(sample(3, "other"))).close()
    files = (workspace.file(NAME), *workspace.generations(NAME).newest_first())
    for path in files:
        path.unlink()
        path.write_bytes(b"scribble")
    assert {line.id: line.damaged for line in workspace.summaries()} == {NAME: True, "other": False}
    for look in (workspace.read, workspace.open):
        with pytest.raises(DataDamaged, match="no whole earlier save"):
            look(NAME)
    with workspace.open("other") as opened:
        opened.save(*state_of(sample(4, "other")))
        assert opened.flush() == Saved()
    assert all(path.read_bytes() == b"scribble" for path in files)


def test_a_copy_that_was_changed_is_only_looked_at() -> None:
    """When all that is left was changed by somebody, it opens to look only."""
    disk = _disk(2)
    for path in copies(disk).newest_first():
        disk.put(path, disk.read(path)[0].replace(b"Bakery", b"Butchr"))
    disk.put(FILE, b"scribble")
    result = loaded(disk)
    assert not result.writable
    assert result.assessment.title == "Butchr Jansen"


def test_what_was_changed_outside_is_only_looked_at() -> None:
    """Whole and of the right shape: it is shown as it is, and no copy replaces it."""
    disk = _disk()
    disk.put(FILE, disk.read(FILE)[0].replace(b"Bakery Jansen", b"Butcher Smit"))
    result = loaded(disk)
    assert result.assessment.title == "Butcher Smit"
    assert not result.writable
    assert "changed outside Peil" in _sentence(result)


def _rewritten(disk: ModelDisk, **envelope: object) -> None:
    """Put a file there that says something else of itself, with a checksum that fits."""
    contents = decode(disk.read(FILE)[0])
    data = TableWriter().encode(contents.tables, 9, summary_of(sample(3)))
    whole: dict[str, Any] = json.loads(data)
    whole["peil"]["file"].update(envelope)
    disk.put(FILE, json.dumps(whole, separators=(",", ":")).encode())


def test_a_newer_format_is_only_looked_at() -> None:
    """What can be read of it is shown, and the sentence names the version."""
    disk = _disk()
    _rewritten(disk, format=FORMAT + 1, version="3.1.0")
    result = loaded(disk)
    assert result.assessment == sample(3)
    assert not result.writable
    assert "written by Peil 3.1.0" in _sentence(result)


@pytest.mark.parametrize("envelope", [{}, {"summary": ["of", "another", "shape"]}])
def test_a_newer_format_that_cannot_be_read_is_no_damage(envelope: dict[str, object]) -> None:
    """Its copies are not taken instead: the sentence names the version."""
    disk = _disk()
    _rewritten(disk, format=FORMAT + 1, version="9.0", **envelope)
    first, _, _ = disk.read(FILE)[0].partition(b',"answers"')
    disk.put(FILE, first + b',\n"answers":[1,2]}')
    with pytest.raises(DataDamaged, match=r"written by Peil 9\.0"):
        loaded(disk)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"hours":3.0', b'"hours":0'),
        (b'"hours":3.0', b'"hours":1e300'),
        (b'"state":"rated"', b'"state":"great"'),
        (b'"level":1', b'"level":"one"'),
        (b'"about"', b'"above"'),
        (b'"order":1', b'"order":[]'),
        (b'"last_code":0', b'"last_code":null'),
    ],
)
def test_a_wrong_shape_is_damage(old: bytes, new: bytes) -> None:
    """JSON that is no assessment is not shown, even with a checksum that fits."""
    disk = _disk()
    contents = decode(disk.read(FILE)[0])
    data = TableWriter().encode(contents.tables, 9, summary_of(sample(3)))
    assert old in data
    tables = decode(data.replace(old, new)).tables
    disk.put(FILE, TableWriter().encode(tables, 9, summary_of(sample(3))))
    assert step_of(loaded(disk).assessment) == 2
