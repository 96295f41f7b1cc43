"""What a repair does with each file, and that nothing is lost by it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Assessment
from peil.store.envelope import FORMAT, decode
from peil.store.examining import examine
from peil.store.generations import Generations, Why
from peil.store.lock import Lock
from peil.store.repairing import Repaired, repair
from peil.store.summary import Summary
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.folders import (
    CUT,
    LITTER,
    NAMES,
    OLDER,
    OUTSIDE,
    SAVED,
    TARGET,
    held,
    new_folder,
    plain,
    shape,
)
from tests.store.samples import step_of, summary_of

BAKERY = "bakery"
LEFT_OVER = f"assessments/.{BAKERY}.json.tmp"

repairable = sorted(LITTER.keys() - {"a planted lock"})
"""All litter but what keeps every repair of its assessment from being made."""
litter = st.lists(st.tuples(st.sampled_from(repairable), st.sampled_from(NAMES)), max_size=9)


def _with(parent: Path, *things: str) -> Workspace:
    """Return a data folder in which these things lie."""
    workspace = new_folder(parent)
    for name in things:
        LITTER[name].put(workspace.folder, BAKERY)
    return workspace


def _said(repaired: tuple[Repaired, ...]) -> str:
    (one,) = repaired
    assert (one.outcome, one.assessment) == ("done", BAKERY)
    return str(one.message)


def _copies(workspace: Workspace) -> dict[str, bytes]:
    folder = workspace.generations(BAKERY).folder
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_damaged_assessment_is_the_last_whole_save_again(tmp_path: Path) -> None:
    """The damaged file lies beside it, and work goes on with a higher count of saves."""
    workspace = _with(tmp_path, "damaged")
    said = _said(repair(workspace))
    assert "is the last whole save again" in said
    assert "kept as assessments/bakery.damaged-1.json" in said
    assert (workspace.assessments / "bakery.damaged-1.json").read_bytes() == CUT
    with workspace.open(BAKERY) as opened:
        assert opened.loaded is not None
        assert step_of(opened.loaded.assessment) == 2
        assert opened.loaded.notice is None
        opened.save(plain(5), summary_of(plain(5)), None)
        assert opened.flush() == Saved()
    assert decode(workspace.file(BAKERY).read_bytes()).envelope.saves == 5


def test_a_save_of_an_older_peil_takes_the_place_in_the_present_form(tmp_path: Path) -> None:
    """What comes back need not be migrated once more."""
    workspace = _with(tmp_path, "damaged, saves older")
    repair(workspace)
    assert decode(workspace.file(BAKERY).read_bytes()).envelope.format == FORMAT
    assert workspace.read(BAKERY).notice is None


def test_what_was_changed_outside_is_accepted(tmp_path: Path) -> None:
    """Each byte of it is kept; the file then opens for writing, with its list line renewed."""
    workspace = _with(tmp_path, "changed outside")
    said = _said(repair(workspace))
    assert "is accepted as it was changed" in said
    assert "backups/bakery/00000004.repair.json" in said
    assert _copies(workspace) == {"00000004.repair.json": OUTSIDE}
    accepted = workspace.file(BAKERY).read_bytes()
    assert accepted.split(b"\n", 1)[1] == OUTSIDE.split(b"\n", 1)[1]
    with workspace.open(BAKERY) as opened:
        assert opened.loaded is not None
        assert opened.loaded.assessment.title == "Butcher Smit"
    assert [line.title for line in workspace.summaries()] == ["Butcher Smit"]


def test_the_line_of_the_list_can_be_computed(tmp_path: Path) -> None:
    """Whoever knows the scores says what the list shows of what was accepted."""
    workspace = _with(tmp_path, "changed outside")

    def summarise(assessment: Assessment, before: Summary) -> Summary:
        return msgspec.structs.replace(before, answered=len(assessment.answers) + 40)

    repair(workspace, summarise)
    assert [line.answered for line in workspace.summaries()] == [43]


def test_an_older_file_is_kept_and_migrated(tmp_path: Path) -> None:
    """A copy of each byte first."""
    workspace = _with(tmp_path, "older")
    assert "has the form that this Peil needs" in _said(repair(workspace))
    assert _copies(workspace) == {"00000004.migration.json": OLDER}
    contents = decode(workspace.file(BAKERY).read_bytes())
    assert (contents.envelope.format, contents.intact) == (FORMAT, True)


def test_a_damaged_copy_counts_no_longer(tmp_path: Path) -> None:
    """It keeps its bytes under another name, which is not offered to go back to."""
    workspace = _with(tmp_path, "with earlier saves", "a damaged copy")
    assert "called backups/bakery/00000001.damaged-1.json from now on" in _said(repair(workspace))
    assert _copies(workspace) == {"00000003.json": SAVED[2], "00000001.damaged-1.json": CUT}
    assert [copy.file for copy in workspace.copies(BAKERY)] == ["00000003.json"]


def test_a_left_over_that_is_newer_is_kept(tmp_path: Path) -> None:
    """It becomes the newest of the earlier saves; the assessment stays what it was."""
    workspace = _with(tmp_path, "a whole assessment", "a new left-over")
    assert "backups/bakery/00000007.repair.json" in _said(repair(workspace))
    assert not (workspace.folder / LEFT_OVER).exists()
    assert _copies(workspace) == {"00000007.repair.json": SAVED[6]}
    assert workspace.file(BAKERY).read_bytes() == SAVED[3]


@pytest.mark.parametrize("name", ["an old left-over", "half a left-over"])
def test_a_left_over_that_is_not_goes(tmp_path: Path, name: str) -> None:
    """Nothing is in it that the assessment does not have."""
    workspace = _with(tmp_path, "a whole assessment", name)
    assert "held nothing newer than the assessment" in _said(repair(workspace))
    assert not (workspace.folder / LEFT_OVER).exists()
    assert workspace.file(BAKERY).read_bytes() == SAVED[3]


def test_a_left_over_that_was_changed_is_never_thrown_away(tmp_path: Path) -> None:
    """Nobody can tell whether it is newer."""
    workspace = _with(tmp_path, "a whole assessment")
    left_over = workspace.folder / LEFT_OVER
    left_over.write_bytes(OUTSIDE)
    left_over.chmod(0o600)
    repair(workspace)
    assert _copies(workspace) == {"00000004.repair.json": OUTSIDE}


def test_a_damaged_assessment_gets_what_was_left_over(tmp_path: Path) -> None:
    """The save that was interrupted is the newest that is whole."""
    workspace = _with(tmp_path, "damaged", "a new left-over")
    repair(workspace)
    assert step_of(workspace.read(BAKERY).assessment) == 6


def test_what_was_left_over_may_be_all_there_is(tmp_path: Path) -> None:
    """An assessment of which nothing else is whole comes back from it in the same run."""
    workspace = _with(tmp_path, "empty, nothing whole", "a new left-over")
    assert [each.outcome for each in repair(workspace)] == ["done", "done"]
    assert step_of(workspace.read(BAKERY).assessment) == 6


def test_rights_are_put_right(tmp_path: Path) -> None:
    """Files for the owner only, folders too, the data folder among them."""
    workspace = _with(tmp_path, "readable by all", "a folder for all", "a bad questionnaire")
    workspace.folder.chmod(0o755)
    mine = workspace.questionnaires / "mine.en.md"
    mine.chmod(0o644)
    assert {each.outcome for each in repair(workspace)} == {"done"}
    rights = {path: path.stat().st_mode & 0o777 for path in workspace.folder.rglob("*")}
    assert rights.pop(mine) == 0o644
    assert {rights[path] for path in rights if path.is_dir()} == {0o700}
    assert {rights[path] for path in rights if path.is_file()} == {0o600}
    assert workspace.folder.stat().st_mode & 0o777 == 0o700


def test_rights_behind_links_are_left_alone(tmp_path: Path) -> None:
    """A link to a file or to a folder of somebody else changes nothing there."""
    workspace = _with(tmp_path, "a link of the user", "a planted lock")
    elsewhere = tmp_path / "shared"
    elsewhere.mkdir()
    (elsewhere / "00000003.json").write_bytes(SAVED[2])
    for path in (elsewhere, *elsewhere.iterdir(), tmp_path / "elsewhere.json"):
        path.chmod(0o777)
    (workspace.folder / "backups").symlink_to(elsewhere)
    before = shape(tmp_path)
    assert repair(workspace) == ()
    assert shape(tmp_path) == before


def test_what_was_closed_is_opened_and_then_repaired(tmp_path: Path) -> None:
    """A damaged file that could not be read is repaired in the same run."""
    workspace = _with(tmp_path, "damaged")
    workspace.file(BAKERY).chmod(0o000)
    assert [each.outcome for each in repair(workspace)] == ["done", "done"]
    assert workspace.read(BAKERY).notice is None


@pytest.mark.parametrize(
    "name", ["only earlier saves", "empty, nothing whole", "a planted link, saves", "newer",
             "a conflict copy", "a link to nothing", "bad settings", "a pipe", "a foreign file"],
)  # fmt: skip
def test_everything_else_is_only_named(tmp_path: Path, name: str) -> None:
    """What may be meant so, or cannot be mended, stays as it is, to the byte."""
    workspace = _with(tmp_path, name)
    before = shape(tmp_path)
    assert repair(workspace) == ()
    assert shape(tmp_path) == before


def test_an_assessment_that_is_open_is_left_alone(tmp_path: Path) -> None:
    """The other window may be saving: its file and its left-over stay as they are."""
    workspace = _with(tmp_path, "changed outside", "half a left-over")
    before = held(workspace.folder)
    lock = Lock(workspace.assessments, BAKERY)
    repaired = repair(workspace)
    lock.release()
    assert {each.outcome for each in repaired} == {"elsewhere"}
    assert all("is open in another window" in str(each.message) for each in repaired)
    assert held(workspace.folder) >= before


def test_a_planted_lock_stops_the_repair(tmp_path: Path) -> None:
    """Without the lock nothing is touched, and a sentence says why; others are repaired."""
    workspace = _with(tmp_path, "damaged", "a planted lock")
    LITTER["damaged"].put(workspace.folder, "butcher")
    before = held(workspace.folder)
    outcomes = {each.assessment: each.outcome for each in repair(workspace)}
    assert outcomes == {BAKERY: "failed", "butcher": "done"}
    assert held(workspace.folder) >= before
    assert (tmp_path / "target").read_bytes() == TARGET


def test_a_file_that_changes_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync tool that is faster is not written over."""
    workspace = _with(tmp_path, "changed outside")
    keep = Generations.keep_before

    def slow(copies: Generations, file: Path, saves: int, why: Why) -> Path:
        kept = keep(copies, file, saves, why)
        file.write_bytes(SAVED[6])
        return kept

    monkeypatch.setattr(Generations, "keep_before", slow)
    (one,) = repair(workspace)
    assert one.outcome == "failed"
    assert "is not as it was found" in str(one.message)
    assert workspace.file(BAKERY).read_bytes() == SAVED[6]


def test_the_damaged_file_is_kept_once(tmp_path: Path) -> None:
    """A repair that failed half-way and is tried again makes no second copy of it."""
    workspace = _with(tmp_path, "damaged")
    (workspace.assessments / "bakery.damaged-1.json").hardlink_to(workspace.file(BAKERY))
    repair(workspace)
    kept = sorted(path.name for path in workspace.assessments.glob("*.damaged-*"))
    assert kept == ["bakery.damaged-1.json"]


@given(litter)
def test_no_repair_loses_anything(things: list[tuple[str, str]]) -> None:
    """Whatever lies there: all bytes stay, a second repair does nothing, and nothing is left.

    But for left-overs that hold nothing newer: those may go. What lies outside stays as
    it is.
    """
    with TemporaryDirectory() as parent:
        workspace = new_folder(Path(parent))
        for name, assessment in things:
            LITTER[name].put(workspace.folder, assessment)
        findings = examine(workspace)
        left_over = {each.path.read_bytes() for each in findings if each.state == "left-over"}
        before = held(workspace.folder)
        outside = {path: path.read_bytes() for path in Path(parent).iterdir() if path.is_file()}
        repaired = repair(workspace)
        assert {each.outcome for each in repaired} <= {"done"}
        assert held(workspace.folder) >= before - left_over
        assert not [each for each in examine(workspace) if each.repairable]
        first = shape(workspace.folder)
        assert repair(workspace) == ()
        assert shape(workspace.folder) == first
        assert outside == {path: path.read_bytes() for path in outside}
        assert outside[Path(parent) / "target"] == TARGET


def test_repairing_nothing_makes_nothing(tmp_path: Path) -> None:
    """Where there is no data folder, none is made."""
    assert repair(Workspace(tmp_path / "data")) == ()
    assert list(tmp_path.iterdir()) == []
