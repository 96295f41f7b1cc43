"""The end of the real program: one sentence for what went wrong, and the right exit code."""

import signal
import sys
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal

LOG = "peil.log"
RESTORED = b"\x1b[?1049l"
"""What gives the terminal back."""
BEGIN = "import sys; sys.argv[0] = 'peil'; from peil.__main__ import main; main()"
MISTAKE = f"""
from peil.tui.pages.question import QuestionPage
def wrong(page):
    typed = "a note that is nobody else's business"
    raise KeyError(len(typed))
QuestionPage.action_undo = wrong
{BEGIN}
"""
"""Peil, with a key that goes wrong while it holds something private."""
WRITER_FAILS = f"""
from peil.store.storage import AssessmentStorage
def fail(*_):
    raise KeyError("private")
AssessmentStorage.write = fail
{BEGIN}
"""
"""Peil, with a mistake in the thread that saves."""
FULL = f"""
import errno, os
from peil.store.storage import AssessmentStorage
def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
AssessmentStorage.write = full
{BEGIN}
"""
"""Peil, on a disk without room."""


def peil(code: str, folder: Path, **environment: str) -> Terminal:
    """Start Python code that runs Peil on the small assessment."""
    command = [sys.executable, "-c", code, SHOP, "--data-dir", str(folder)]
    terminal = Terminal(command, {"HOME": str(folder), **environment}, (120, 30))
    terminal.until("Is there a goal")
    return terminal


def end(terminal: Terminal) -> tuple[int, str]:
    """Wait for the end; return the exit code and what came after the screen was given back."""
    while terminal.read(1):
        pass
    code = terminal.ended()
    assert RESTORED in terminal.raw
    after = terminal.raw.rpartition(RESTORED)[2].decode()
    return code, " ".join(after.rpartition("\x1b[?")[2].split())


def test_a_mistake_of_our_own_says_one_sentence(shop: Path) -> None:
    """No traceback and nothing that was typed; the folder is named, the answer is kept."""
    with peil(MISTAKE, shop) as terminal:
        terminal.press("2")
        terminal.until("saved")
        terminal.press("z")
        code, said = end(terminal)
    assert code == 1
    assert "Peil itself made a mistake (KeyError)" in said
    assert str(shop) in said
    assert f"{shop / LOG} tells whoever mends it" in said
    assert said.count(". ") == 1
    assert b"nobody else" not in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert Sitting.look(Workspace(shop), SHOP).answer("shop/goal-written").level == 2


def test_a_mistake_can_be_seen_by_whoever_mends_it(shop: Path) -> None:
    """With PEIL_DEBUG the traceback is there, without what the variables held."""
    with peil(MISTAKE, shop, PEIL_DEBUG="1") as terminal:
        terminal.press("z")
        code, _ = end(terminal)
    assert code == 1
    assert b"Traceback" in terminal.raw
    assert b"KeyError: 37" in terminal.raw
    assert b"nobody else" not in terminal.raw


def test_a_mistake_while_saving_is_said_in_the_header_and_noted(shop: Path) -> None:
    """The thread that saves goes wrong: no traceback in the screen, no answer is called saved."""
    with peil(WRITER_FAILS, shop) as terminal:
        terminal.press("2")
        terminal.until("not saved: an error in Peil")
        terminal.press("q")
        terminal.until("press q again")
        terminal.press("q")
        code, said = end(terminal)
    assert code == 1
    assert "Your last changes are not saved: an error in Peil." in said
    assert b"Traceback" not in terminal.raw
    assert "KeyError" in (shop / LOG).read_text(encoding="ascii")


def test_a_mistake_that_cannot_be_noted_is_said_all_the_same(shop: Path) -> None:
    """Something else stands in the place of the log."""
    (shop / LOG).mkdir()
    with peil(MISTAKE, shop) as terminal:
        terminal.press("z")
        code, said = end(terminal)
    assert code == 1
    assert "PEIL_DEBUG=1" in said
    assert LOG not in said


@pytest.mark.parametrize(("leave", "expected"), [("q", 1), ("SIGTERM", 143)])
def test_what_could_not_be_saved_is_said_at_the_end(shop: Path, leave: str, expected: int) -> None:
    """A disk that stays full until the end: why, and where what was saved before is."""
    with peil(FULL, shop) as terminal:
        terminal.press("2")
        terminal.until("not saved: disk full")
        if leave == "q":
            terminal.press("q")
            terminal.until("press q again to stop")
            terminal.press("q")
        else:
            terminal.child.kill(getattr(signal, leave))
        code, said = end(terminal)
    assert code == expected
    assert "Your last changes are not saved: disk full." in said
    assert str(shop) in said
