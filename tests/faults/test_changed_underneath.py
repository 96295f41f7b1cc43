"""Another program changes the file while an assessment is open."""

import os
from pathlib import Path

import pytest

from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a data folder with one assessment."""
    workspace = Workspace(tmp_path)
    workspace.create(sample(0), summary_of(sample(0))).close()
    return workspace


@pytest.mark.fault("file changed underneath")
def test_ours_goes_beside_theirs(workspace: Workspace) -> None:
    """Their file stays as it is; ours has a name of its own, which the status says."""
    file = workspace.assessments / f"{NAME}.json"
    beside = workspace.assessments / f"{NAME}.conflict-1.json"
    with workspace.open(NAME) as opened:
        file.write_bytes(b"theirs")
        for step in (1, 2):
            opened.save(*state_of(sample(step)))
            assert opened.flush() == Saved(str(beside))
    assert file.read_bytes() == b"theirs"
    beside.rename(workspace.assessments / "ours.json")
    assert workspace.ids() == [NAME, "ours"]
    assert step_of(workspace.read("ours").assessment) == 2


def test_an_earlier_conflict_is_not_overwritten(workspace: Workspace) -> None:
    """The next free number is taken."""
    (workspace.assessments / f"{NAME}.conflict-1.json").write_text("first")
    with workspace.open(NAME) as opened:
        (workspace.assessments / f"{NAME}.json").write_bytes(b"theirs")
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved(str(workspace.assessments / f"{NAME}.conflict-2.json"))
    assert (workspace.assessments / f"{NAME}.conflict-1.json").read_text() == "first"


def test_what_somebody_puts_in_the_place_of_ours_stays(workspace: Workspace) -> None:
    """Two computers in conflict give their files the same name, and a sync tool moves them."""
    beside, further = (workspace.assessments / f"{NAME}.conflict-{n}.json" for n in (1, 2))
    with workspace.open(NAME) as opened:
        (workspace.assessments / f"{NAME}.json").write_bytes(b"theirs")
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved(str(beside))
        beside.write_bytes(b"their conflict")
        for step in (2, 3):
            opened.save(*state_of(sample(step)))
            assert opened.flush() == Saved(str(further))
    assert beside.read_bytes() == b"their conflict"
    further.rename(workspace.assessments / "ours.json")
    assert step_of(workspace.read("ours").assessment) == 3


@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_what_is_no_file_is_a_change(workspace: Workspace, what: str) -> None:
    """A tool that put a link or something else in the place does not keep answers from the disk."""
    file = workspace.assessments / f"{NAME}.json"
    with workspace.open(NAME) as opened:
        kept = file.rename(workspace.folder / "elsewhere")
        before = kept.read_bytes()
        if what == "link":
            file.symlink_to(kept)
        elif what == "folder":
            file.mkdir()
        else:
            os.mkfifo(file)
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved(str(workspace.assessments / f"{NAME}.conflict-1.json"))
    assert kept.read_bytes() == before


def test_the_same_bytes_are_no_change(workspace: Workspace) -> None:
    """A sync tool that puts back what was there is not in the way."""
    file = workspace.assessments / f"{NAME}.json"
    with workspace.open(NAME) as opened:
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data)
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 1


def test_a_removed_file_comes_back(workspace: Workspace) -> None:
    """Nothing is overwritten by it, so the answers are put where they were."""
    file = workspace.assessments / f"{NAME}.json"
    with workspace.open(NAME) as opened:
        file.unlink()
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 1
