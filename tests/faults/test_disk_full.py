"""The disk fills up under the real program, in a terminal."""

import errno
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal

_ON_A_SMALL_DISK: Final = """
mount -t tmpfs -o size=4m,mode=700 none "$0" && cp -a "$1/." "$0" && shift && exec "$@"
"""
_PIECE: Final = 4096


def _fill(path: Path) -> None:
    """Write until the disk takes no more."""
    try:
        with path.open("wb", buffering=0) as file:
            while file.write(bytes(_PIECE)):
                pass
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


@pytest.mark.fault("disk full")
@pytest.mark.terminal
@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a disk of its own: unshare")
def test_what_is_answered_on_a_full_disk_is_saved_when_there_is_room(
    sitting: Sitting, workspace: Workspace, tmp_path: Path
) -> None:
    """The header says "not saved: disk full", answering goes on, and nothing of it is lost."""
    sitting.close()
    mount = tmp_path / "small"
    mount.mkdir()
    program = [sys.executable, "-m", "peil", "bakery-jansen", "--data-dir", str(mount)]
    small = ["unshare", "-rm", "sh", "-c", _ON_A_SMALL_DISK, str(mount), str(workspace.folder)]
    with Terminal([*small, *program], {"HOME": str(tmp_path)}) as terminal:
        terminal.until(lambda text: "core question 1 of 18" in text or "unshare" in text)
        if "unshare" in terminal.text:
            pytest.skip("no disk of its own may be made here")
        seen = Path(f"/proc/{terminal.child.pid}/root{mount}")
        terminal.press("2")
        terminal.until(lambda text: "2 ●" in text and "✓ saved" in text)
        _fill(seen / "filler")
        terminal.press("enter")
        for number, level in enumerate("314", 2):
            terminal.until(f"core question {number} of 18")
            terminal.press(level)
            terminal.until(f"{level} ●")
            terminal.until("not saved: disk full")
            terminal.press("enter")
        assert _levels(seen, tmp_path / "meanwhile") == [2, None, None, None, None]
        (seen / "filler").unlink()
        terminal.until("core question 5 of 18")
        terminal.press("2")
        terminal.until(lambda text: "2 ●" in text and "✓ saved" in text)
        assert _levels(seen, tmp_path / "then") == [2, 3, 1, 4, 2]
        assert not list((seen / "assessments").glob(".*.tmp"))


def _levels(seen: Path, copy: Path) -> list[int | None]:
    """Return the first answers in a data folder, of which a copy is made: links lead back."""
    shutil.copytree(seen, copy, symlinks=True)
    kept = Sitting.look(Workspace(copy), "bakery-jansen")
    assert kept.notice is None
    return [kept.answer(question).level for question in kept.walk.order[:5]]
