"""A file of an earlier Peil: `format-1.json` was written by the last one of format 1."""

import copy
import errno
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Answer
from peil.errors import DataDamaged
from peil.sitting import Sitting
from peil.store.envelope import FORMAT, Tables, TableWriter, decode
from peil.store.generations import Generations
from peil.store.loading import load
from peil.store.migration import STEPS, accepted, migrated, with_last_code
from peil.store.rewriting import take_over
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.faults.failing_disk import FailingDisk
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.promises import Tally

SHOP: Final = "the-shop"
OLD: Final = (Path(__file__).parent / "format-1.json").read_bytes()
"""Saved six times. It holds a field and a table that no Peil knows, and a code too low."""
COPY: Final = "00000006.migration.json"


@pytest.fixture
def old(tmp_path: Path) -> Workspace:
    """Return a data folder in which an earlier Peil left its file."""
    workspace = Workspace(tmp_path / "data")
    workspace.assessments.mkdir(parents=True, mode=0o700)
    workspace.file(SHOP).write_bytes(OLD)
    return workspace


def _kept(workspace: Workspace) -> dict[str, bytes]:
    paths = workspace.generations(SHOP).newest_first()
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.fault("older format")
def test_reading_changes_nothing(old: Workspace) -> None:
    """Whoever only looks sees all of it, with the code put right, and finds no word needed."""
    loaded = old.read(SHOP)
    assert loaded.format == 1
    assert (loaded.notice, loaded.writable) == (None, True)
    assert loaded.assessment.last_code == 2
    assert loaded.assessment.answers["shop/hours-set"].state == "unknown"
    assert [line.answered for line in old.summaries()] == [2]
    assert [path.name for path in old.assessments.iterdir()] == [f"{SHOP}.json"]
    assert old.file(SHOP).read_bytes() == OLD
    assert not (old.folder / "backups").exists()


@pytest.mark.fault("older format")
def test_opening_keeps_it_and_takes_it_over(old: Workspace) -> None:
    """A copy of each byte first; then the same in the present form, and a word about it, once."""
    before = old.read(SHOP)
    with old.open(SHOP) as opened:
        assert opened.loaded is not None
        assert opened.loaded.assessment == before.assessment
        assert COPY in str(opened.loaded.notice)
        assert "made by an earlier Peil" in str(opened.loaded.notice)
    assert _kept(old) == {COPY: OLD}
    was, now = decode(OLD), decode(old.file(SHOP).read_bytes())
    assert (now.envelope.format, now.envelope.saves, now.intact) == (FORMAT, 7, True)
    assert now.envelope.summary == was.envelope.summary
    expected = copy.deepcopy(was.tables)
    expected["assessment"]["about"]["last_code"] = 2
    assert now.tables == expected
    with old.open(SHOP) as again:
        assert again.loaded is not None
        assert (again.loaded.notice, again.loaded.format) == (None, FORMAT)
    assert _kept(old) == {COPY: OLD}


def test_work_goes_on_with_what_nobody_knows_kept(old: Workspace) -> None:
    """After answers in the new form the parts that no Peil knows are still there."""
    with old.open(SHOP) as opened:
        assert opened.loaded is not None
        now = opened.loaded.assessment
        answers = {**now.answers, "shop/goal-written": Answer("rated", 3, formerly="One goal.")}
        opened.save(msgspec.structs.replace(now, answers=answers), opened.loaded.summary, None)
        assert opened.flush() == Saved()
    tables = decode(old.file(SHOP).read_bytes()).tables
    assert tables["rounds"] == decode(OLD).tables["rounds"]
    assert tables["assessment"]["about"]["mood"] == "fine"
    assert tables["answers"]["shop/goal-written"] == {
        "state": "rated", "level": 3, "formerly": "One goal.", "colour": "blue",
    }  # fmt: skip


def test_a_link_stays_a_link(old: Workspace, tmp_path: Path) -> None:
    """A file that was moved elsewhere and linked is taken over where it is."""
    elsewhere = tmp_path / "synced.json"
    old.file(SHOP).rename(elsewhere)
    old.file(SHOP).symlink_to(elsewhere)
    old.open(SHOP).close()
    assert old.file(SHOP).is_symlink()
    assert decode(elsewhere.read_bytes()).envelope.format == FORMAT
    assert _kept(old) == {COPY: OLD}


@pytest.mark.fault("older format")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_without_a_copy_it_opens_to_look_only(old: Workspace, code: int) -> None:
    """Whatever fails: the file is as it was, or whole in the new form with its copy."""
    failing = 1
    disk = FailingDisk(failing, failing, code, contents={old.file(SHOP): OLD})
    while sentence := _refusal(Workspace(old.folder, disk)):
        assert "to look only" in sentence
        data = disk.read(old.file(SHOP))[0]
        assert data == OLD or decode(data).envelope.format == FORMAT
        assert Workspace(old.folder, disk).read(SHOP).assessment.last_code == 2
        failing += 1
        disk = FailingDisk(failing, failing, code, contents={old.file(SHOP): OLD})
    assert failing > 8


def _refusal(workspace: Workspace) -> str:
    """Return why it does not open for writing; empty when it does."""
    try:
        workspace.open(SHOP).close()
    except DataDamaged as error:
        return str(error)
    return ""


def test_the_sitting_says_why_it_looks_only(
    old: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing can be changed, and the sentence says what to do."""

    def full(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Generations, "keep_before", full)
    sitting = Sitting.open(old, SHOP)
    assert sitting.looks_only
    assert "keeps a copy first, and the disk refused (disk full" in str(sitting.notice)
    assert old.file(SHOP).read_bytes() == OLD
    monkeypatch.undo()
    opened = Sitting.open(old, SHOP)
    assert not opened.looks_only
    assert "earlier Peil" in str(opened.notice)
    opened.close()


@pytest.mark.fault("power cut")
def test_no_power_cut_loses_anything_while_it_is_taken_over(tally: Tally) -> None:
    """At every moment there is the old file, or the new one beside a copy of the old."""
    file, folder = Path("/data/assessments/the-shop.json"), Path("/data/backups/the-shop")
    disk = ModelDisk({file: OLD})
    generations = Generations(folder, disk)
    expected = load(file, generations, disk).assessment
    disk.promised = "everything"

    def check(found: ModelDisk, _: object) -> None:
        loaded = load(file, Generations(folder, found), found)
        assert (loaded.assessment, loaded.notice) == (expected, None)
        if loaded.format == FORMAT:
            assert found.read(folder / COPY)[0] == OLD
        else:
            assert found.read(file)[0] == OLD

    take_over(file, load(file, generations, disk), generations, disk)
    moments, disks = try_every_power_cut(disk, check)
    tally("crash points", moments)
    tally("disks after a crash", disks)
    assert moments > 8
    assert disk.read(folder / COPY)[0] == OLD


def test_an_older_copy_takes_the_place_of_a_damaged_file(old: Workspace) -> None:
    """The copy kept before the file was taken over is as good as any other."""
    old.open(SHOP).close()
    old.file(SHOP).write_bytes(b"scribble")
    with old.open(SHOP) as opened:
        assert opened.loaded is not None
        assert "is damaged" in str(opened.loaded.notice)
        assert opened.loaded.assessment.last_code == 2
        opened.save(opened.loaded.assessment, opened.loaded.summary, None)
    assert _kept(old) == {COPY: OLD}


@pytest.mark.fault("newer format")
def test_a_newer_format_is_left_as_it_is(old: Workspace) -> None:
    """It opens to look only, and neither a copy nor a save is made."""
    contents = decode(OLD)
    data = TableWriter().encode(contents.tables, 7, contents.envelope.summary)
    newer = data.replace(b'"format":%d' % FORMAT, b'"format":%d' % (FORMAT + 1))
    old.file(SHOP).write_bytes(newer)
    with pytest.raises(DataDamaged, match="Install Peil"):
        old.open(SHOP)
    assert old.file(SHOP).read_bytes() == newer
    assert _kept(old) == {}


def test_there_is_a_step_for_each_format() -> None:
    """From every format there was to the present one, and none beyond."""
    assert len(STEPS) == FORMAT - 1
    tables = decode(OLD).tables
    assert migrated(tables, FORMAT) is tables
    assert accepted(tables, 1) == migrated(tables, 1)


@pytest.mark.parametrize(("stated", "expected"), [(0, 12), (-5, 12), (10**12, 999_999), (40, 40)])
def test_no_code_is_ever_given_again(stated: int, expected: int) -> None:
    """The last code is at least the highest that an action or an exported list has."""
    tables: Tables = {
        "assessment": {"about": {"last_code": stated, "mood": "fine"}},
        "actions": {
            "A07": {"code": "A07", "key": "iceberg/q0@2"},
            "A09": {"code": "A11", "key": "iceberg/q0@3"},
            "Axx": {"code": ["A99"], "key": "iceberg/q1@3"},
        },
        "exports": {"1": {"number": 1, "codes": ["A12", 99]}, "2": {"codes": "A98"}},
    }
    before = copy.deepcopy(tables)
    about = with_last_code(tables)["assessment"]["about"]
    assert about == {"last_code": expected, "mood": "fine"}
    assert tables == before


_values: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
_documents = st.dictionaries(
    st.sampled_from(("about", "A07", "1", "x")),
    st.dictionaries(
        st.sampled_from(("last_code", "code", "codes", "y")),
        _values | st.lists(_values, max_size=2) | st.just("A31"),
        max_size=3,
    ),
    max_size=3,
)


@given(
    st.dictionaries(st.sampled_from(("assessment", "actions", "exports", "x")), _documents),
    st.integers(1, FORMAT),
)
def test_a_step_takes_whatever_stands_in_a_file(tables: Tables, number: int) -> None:
    """Tables of any content go through, nothing but the last code changes, and once is enough."""
    before = copy.deepcopy(tables)
    result = accepted(tables, number)
    assert tables == before
    assert accepted(result, FORMAT) == result
    for each in (result, before):
        each.get("assessment", {}).get("about", {}).pop("last_code", None)
    assert result == before
