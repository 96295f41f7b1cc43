"""The real program on folders that its user may not write, or not even enter."""

import os
import subprocess
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.faults.plain_user import command, give_away
from tests.terminal.driver import Terminal

_CHANGES = {
    ("answer", "bakery-jansen", "iceberg/objectives-written=2"): "not allowed to write there",
    ("new", "Shop"): "it is not yours or read-only",
    ("delete", "bakery-jansen", "--yes"): "it is not yours or read-only",
}
"""What changes something, and what is said where that may not be."""


def _run(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command(*arguments, "--data-dir", str(home / "data")),
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _refuses(home: Path, arguments: tuple[str, ...], why: str) -> None:
    """See that a command ends with one line that says why and what to do."""
    done = _run(home, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert why in line


@pytest.mark.fault("read-only folder")
@pytest.mark.terminal
def test_a_read_only_folder_is_read_and_not_changed(
    sitting: Sitting, workspace: Workspace, tmp_path: Path
) -> None:
    """What only looks works; what changes is refused, and on the screen saved later."""
    sitting.close()
    before = workspace.file("bakery-jansen").read_bytes()
    folders = (workspace.folder, workspace.assessments)
    for folder in folders:
        folder.chmod(0o500)
    try:
        assert _run(tmp_path, "score", "bakery-jansen").returncode == 0
        for change, why in _CHANGES.items():
            _refuses(tmp_path, change, why)
        assert workspace.file("bakery-jansen").read_bytes() == before
        with Terminal(
            command("bakery-jansen", "--data-dir", str(workspace.folder)), {"HOME": str(tmp_path)}
        ) as terminal:
            terminal.until("core question 1 of 18")
            terminal.press("2")
            terminal.until("not saved: not allowed to write there")
            workspace.assessments.chmod(0o700)
            terminal.press("3")
            terminal.until(lambda text: "3 ●" in text and "✓ saved" in text)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    kept = Sitting.look(workspace, "bakery-jansen")
    assert kept.answer("iceberg/objectives-written").level == 3
    assert workspace.ids() == ["bakery-jansen"]


@pytest.mark.fault("read-only folder")
@pytest.mark.terminal
@pytest.mark.parametrize("codes", [True, False], ids=["with codes", "without codes"])
def test_a_read_only_copy_opens_to_look(
    sitting: Sitting, workspace: Workspace, tmp_path: Path, *, codes: bool
) -> None:
    """Without even a lock: the screen shows it and says why it changes nothing; so do commands."""
    sitting.rate("iceberg/objectives-written", 2)
    if codes:
        sitting.give_codes()
    sitting.close()
    for leftover in workspace.assessments.glob("*.lock"):
        leftover.unlink()
    before = workspace.file("bakery-jansen").read_bytes()
    folders = (workspace.folder, workspace.assessments)
    for folder in folders:
        folder.chmod(0o500)
    try:
        _refuses(tmp_path, next(iter(_CHANGES)), "opens to look only")
        written = _run(tmp_path, "export", "bakery-jansen")
        assert "opens to look only" in written.stderr
        if codes:
            assert "; export 0;" in written.stdout
            assert "- [ ] **A01** " in written.stdout
        else:
            assert (written.returncode, written.stdout) == (1, "")
            assert "Some actions have no code yet" in written.stderr
        with Terminal(
            command("bakery-jansen", "--data-dir", str(workspace.folder)), {"HOME": str(tmp_path)}
        ) as terminal:
            terminal.until(lambda text: "look only" in text and "core question 2 of 18" in text)
            terminal.until(lambda text: "is not yours" in " ".join(text.split()))
            terminal.press("left")
            terminal.until(lambda text: "2 ●" in text and "not yours" not in text)
            terminal.press("3")
            terminal.until(lambda text: "is not yours" in " ".join(text.split()))
            assert "2 ●" in terminal.text
            terminal.press("a")
            terminal.until("A01" if codes else "Plan ·")
            terminal.press("q")
            assert terminal.ended() == 0
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert workspace.file("bakery-jansen").read_bytes() == before


@pytest.mark.fault("folder not ours")
def test_a_folder_of_somebody_else_is_left_alone(
    sitting: Sitting, workspace: Workspace, tmp_path: Path
) -> None:
    """Every command says in one sentence that it may not look there."""
    sitting.close()
    (workspace.folder / "cache").unlink()  # of all tests together
    give_away(workspace.folder)
    try:
        for arguments in (("list",), *_CHANGES):
            _refuses(tmp_path, arguments, f"{workspace.folder} cannot be read (not allowed)")
    finally:
        workspace.folder.chmod(0o700)
