"""Promises as functions: each tries to break one, in a folder of its own.

They raise AssertionError when a promise is broken. The storage of Peil passes them all;
each storage in `mutants.py` is one that was broken on purpose, and is caught by one of them.
"""

from pathlib import Path

import pytest

from peil.errors import OpenElsewhere
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.faults import damage
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


def new_workspace(folder: Path) -> Workspace:
    """Return a data folder on the real disk with one assessment, saved twice."""
    workspace = Workspace(folder / "data")
    workspace.create(sample(0), summary_of(sample(0))).close()
    save(workspace, 1)
    return workspace


def save(workspace: Workspace, step: int) -> None:
    """Open the assessment, save one state of it, and close it."""
    with workspace.open(NAME) as opened:
        opened.save(*state_of(sample(step)))
        assert opened.flush() == Saved()


def damage_is_seen(_: Path) -> None:
    """Damage a file: the newest whole save before it comes back, with a word."""
    damage.try_damaged_file(61)


def others_changes_stay(folder: Path) -> None:
    """Put another file in the place of ours: it is not written over."""
    workspace = new_workspace(folder)
    file = workspace.file(NAME)
    with workspace.open(NAME) as opened:
        file.write_bytes(b"theirs")
        for step in (2, 3):
            opened.save(*state_of(sample(step)))
            opened.flush()
    assert file.read_bytes() == b"theirs", "their file was written over"
    file.with_name(f"{NAME}.conflict-1.json").rename(workspace.file("ours"))
    assert step_of(workspace.read("ours").assessment) == 3


def two_windows_keep_apart(folder: Path) -> None:
    """Open a second window: the same assessment is refused; on another, both save."""
    workspace = new_workspace(folder)
    other = sample(0, "other")
    with workspace.open(NAME) as first:
        with pytest.raises(OpenElsewhere):
            workspace.open(NAME).close()
        with workspace.create(other, summary_of(other)) as second:
            second.save(*state_of(sample(3, "other")))
            first.save(*state_of(sample(2)))
            assert first.flush() == second.flush() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 2
    assert step_of(workspace.read("other").assessment) == 3


def planted_links_stay(folder: Path) -> None:
    """Plant a link at a name that Peil writes: it is not followed."""
    workspace = new_workspace(folder)
    victim = folder / "victim"
    victim.write_text("precious")
    workspace.file(NAME).with_name(f".{NAME}.json.tmp").symlink_to(victim)
    save(workspace, 2)
    assert victim.read_text() == "precious", "a link was followed"
    assert not workspace.file(NAME).is_symlink()
    assert step_of(workspace.read(NAME).assessment) == 2
