"""The real program in a terminal: signals save, restore the screen, and say their number."""

import signal
import sys
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_keeps_what_is_typed_and_gives_the_terminal_back(shop: Path, name: str) -> None:
    """The half-written note is on the disk, the screen is restored, the code is 128 + n."""
    number = getattr(signal, name)
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    with Terminal(command, {"HOME": str(shop)}) as terminal:
        terminal.until("Is there a goal")
        terminal.press("2", "n")
        terminal.until("Tab or Esc")
        terminal.press("half a wo")
        terminal.until("half a wo")
        terminal.child.kill(number)
        while terminal.read(1):
            pass
        terminal.child.wait()
        assert terminal.child.exitstatus == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
    answer = Sitting.look(Workspace(shop), SHOP).answer("shop/goal-written")
    assert (answer.level, answer.note) == (2, "half a wo")


def test_two_windows_on_one_assessment(shop: Path) -> None:
    """The second window says that it is open elsewhere, and can look."""
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    with Terminal(command, {"HOME": str(shop)}) as first:
        first.until("Is there a goal")
        with Terminal(command, {"HOME": str(shop)}) as second:
            second.until("Open in another window")
            second.press("enter")
            second.until("look only")
            second.press("2")
            second.until("open to look only")
            second.press("q")
            second.child.expect("1049l")
