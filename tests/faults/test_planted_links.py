"""Links and other things that are no files, where Peil reads and writes."""

import os
from pathlib import Path

import pytest

from peil.errors import DataDamaged, PeilError
from peil.store.cache import Cache
from peil.store.settings import Settings, load_settings, save_settings
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a data folder with one assessment."""
    workspace = Workspace(tmp_path / "data")
    workspace.create(sample(0), summary_of(sample(0))).close()
    return workspace


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """Return a file that is none of Peil's business."""
    path = tmp_path / "victim"
    path.write_text("precious")
    return path


@pytest.mark.parametrize("name", [f".{NAME}.json.tmp", f"{NAME}.since"])
def test_a_planted_link_is_not_followed(workspace: Workspace, victim: Path, name: str) -> None:
    """What a link at a file of ours points to stays as it is, and saving works."""
    (workspace.assessments / name).unlink(missing_ok=True)
    (workspace.assessments / name).symlink_to(victim)
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved()
    assert victim.read_text() == "precious"
    assert step_of(workspace.read(NAME).assessment) == 1


def test_a_link_at_the_lock_is_refused(workspace: Workspace, victim: Path) -> None:
    """One sentence, and the victim is as it was."""
    lock = workspace.assessments / f"{NAME}.lock"
    lock.unlink()
    lock.symlink_to(victim)
    with pytest.raises(PeilError, match="cannot be written"):
        workspace.open(NAME)
    assert victim.read_text() == "precious"


def test_a_link_at_the_assessment_is_no_assessment(workspace: Workspace, victim: Path) -> None:
    """A file of somebody else is not read as ours, not renamed, not replaced."""
    (workspace.assessments / "planted.json").symlink_to(victim)
    with pytest.raises(DataDamaged):
        workspace.open("planted")
    assert victim.read_text() == "precious"


def test_a_damaged_file_behind_a_link_is_left_alone(workspace: Workspace, victim: Path) -> None:
    """With earlier saves there is something to look at, and still nothing is replaced."""
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(1)))
    file = workspace.assessments / f"{NAME}.json"
    file.unlink()
    file.symlink_to(victim)
    result = workspace.read(NAME)
    assert step_of(result.assessment) == 0
    assert not result.writable
    with pytest.raises(DataDamaged, match="behind a link"):
        workspace.open(NAME)
    assert victim.read_text() == "precious"


def test_a_dangling_link_is_not_written_through(workspace: Workspace, tmp_path: Path) -> None:
    """A name that is taken by a link is taken."""
    (workspace.assessments / "new.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PeilError, match="already"):
        workspace.create(sample(0, "new"), summary_of(sample(0, "new")))
    assert not (tmp_path / "elsewhere").exists()


def test_a_link_of_the_user_stays_a_link(workspace: Workspace, tmp_path: Path) -> None:
    """An assessment that was moved elsewhere and linked is saved there."""
    file = workspace.assessments / f"{NAME}.json"
    elsewhere = tmp_path / "synced" / "bakery.json"
    elsewhere.parent.mkdir()
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(4)))
        assert opened.flush() == Saved()
    assert file.is_symlink()
    assert not elsewhere.is_symlink()
    assert step_of(workspace.read(NAME).assessment) == 4


def test_a_link_that_leads_round_is_one_damaged_line(workspace: Workspace) -> None:
    """The list shows the others as they are; opening it is one sentence."""
    (workspace.assessments / "round.json").symlink_to(workspace.assessments / "about.json")
    (workspace.assessments / "about.json").symlink_to(workspace.assessments / "round.json")
    damaged = {line.id: line.damaged for line in workspace.summaries()}
    assert damaged == {"about": True, "round": True, NAME: False}
    for look in (workspace.read, workspace.open):
        with pytest.raises(DataDamaged, match="damaged"):
            look("round")


def test_settings_in_a_circle_are_the_usual_ones(tmp_path: Path) -> None:
    """With a word about the file; choosing others is refused in one sentence."""
    (tmp_path / "settings.toml").symlink_to(tmp_path / "settings.toml")
    assert load_settings(tmp_path).notice is not None
    with pytest.raises(PeilError):
        save_settings(tmp_path, Settings(language="nl"))


def test_a_link_to_nothing_says_so(workspace: Workspace, tmp_path: Path) -> None:
    """The sentence names what is gone: a disk that is not there, for example."""
    (workspace.assessments / "far.json").symlink_to(tmp_path / "elsewhere")
    assert [line.damaged for line in workspace.summaries()] == [False, True]
    for look in (workspace.read, workspace.open):
        with pytest.raises(DataDamaged, match="elsewhere, and nothing is there"):
            look("far")


def test_the_list_follows_a_link_to_its_newest_save(workspace: Workspace, tmp_path: Path) -> None:
    """A save through a link changes its line."""
    file = workspace.assessments / f"{NAME}.json"
    elsewhere = tmp_path / "bakery.json"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert [line.answered for line in workspace.summaries()] == [0]
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(4)))
    assert [line.answered for line in workspace.summaries()] == [4]


def test_a_pipe_is_not_waited_for(workspace: Workspace) -> None:
    """Something that is no file is damage, and nobody waits for it."""
    os.mkfifo(workspace.assessments / "pipe.json")
    with pytest.raises(DataDamaged):
        workspace.read("pipe")
    assert [line.damaged for line in workspace.summaries()] == [False, True]


def test_links_in_the_cache_and_at_the_settings(tmp_path: Path, victim: Path) -> None:
    """A linked cache file is not read; a linked temporary file is not written through."""
    folder = tmp_path / "cache"
    folder.mkdir()
    digest = "ab" * 32
    (folder / digest).symlink_to(victim)
    cache = Cache(folder)
    assert cache.get(digest) is None
    (folder / f".{digest}.{os.getpid()}.tmp").symlink_to(victim)
    cache.put(digest, b"parsed")
    assert cache.get(digest) == b"parsed"
    (tmp_path / f".settings.toml.{os.getpid()}.tmp").symlink_to(victim)
    save_settings(tmp_path, Settings(language="nl"))
    assert load_settings(tmp_path).settings == Settings(language="nl")
    assert victim.read_text() == "precious"
