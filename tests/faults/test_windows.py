"""Two windows at the same time."""

import subprocess
import sys
from pathlib import Path

import pytest

from peil.store.workspace import Workspace
from tests.faults import properties
from tests.store.samples import NAME, sample, state_of, step_of, summary_of

_OTHER_WINDOW = """
import sys
from pathlib import Path
from peil.errors import OpenElsewhere
from peil.store.workspace import Workspace
from tests.store.samples import sample, state_of, step_of, summary_of

workspace, name = Workspace(Path(sys.argv[1])), sys.argv[2]
try:
    with workspace.open(name) as opened:
        opened.save(*state_of(sample(5, name)))
        print(opened.flush())
except OpenElsewhere as error:
    print(step_of(workspace.read(name).assessment), error)
"""


def _other_window(workspace: Workspace, name: str) -> str:
    """Open an assessment in another process, save there if that may be, return what it said."""
    return subprocess.run(
        [sys.executable, "-c", _OTHER_WINDOW, str(workspace.folder), name],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    ).stdout


@pytest.mark.fault("second window on the same assessment")
def test_a_second_window_on_the_same_assessment_only_looks(tmp_path: Path) -> None:
    """It is refused with the time since when, sees what is saved, and takes nothing away."""
    workspace = properties.new_workspace(tmp_path)
    with workspace.open(NAME) as opened:
        said = _other_window(workspace, NAME)
        assert said.startswith(f"1 {NAME} has been open in another window since 20")
        opened.save(*state_of(sample(2)))
    assert step_of(workspace.read(NAME).assessment) == 2
    assert "Saved" in _other_window(workspace, NAME)
    assert step_of(workspace.read(NAME).assessment) == 5


@pytest.mark.fault("second window on another assessment")
def test_two_windows_on_two_assessments_both_save(tmp_path: Path) -> None:
    """Neither waits for the other or knows of it."""
    workspace = properties.new_workspace(tmp_path)
    workspace.create(sample(0, "other"), summary_of(sample(0, "other"))).close()
    with workspace.open(NAME) as opened:
        assert "Saved" in _other_window(workspace, "other")
        opened.save(*state_of(sample(2)))
    assert step_of(workspace.read(NAME).assessment) == 2
    assert step_of(workspace.read("other").assessment) == 5
