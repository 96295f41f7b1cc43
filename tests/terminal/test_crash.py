"""A crash of our own, wherever it is: the terminal given back, one sentence, nothing lost."""

import sys
import time
from pathlib import Path

import pytest

from peil.store.logbook import LOG
from tests.terminal.conftest import FIRST_WORDS, kept_answer
from tests.terminal.crashing import FAULTS, POISON
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal


def crash(terminal: Terminal, name: str) -> str:
    """Type a note and set a fault off; return what is said once the terminal is given back."""
    terminal.raw = b""
    terminal.screen.reset()
    terminal.until(FIRST_WORDS)
    terminal.press("n")
    terminal.until("Tab or Esc")
    terminal.press(name)
    terminal.until(name)
    terminal.press("ctrl+c")
    ended = f"ended {name} ".encode()
    end = time.monotonic() + 20
    while ended not in terminal.raw:
        assert time.monotonic() < end, terminal.text
        if name == "input":  # one that is read together with Ctrl+C still gets through
            terminal.press("up")
        terminal.read(0.2)
    terminal.settle(0.02)
    assert terminal.is_given_back
    after = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    return " ".join(after.rpartition("\x1b[?")[2].split())


@pytest.mark.fault("crash of our own")
def test_a_crash_of_our_own_gives_the_terminal_back_and_loses_nothing(shop: Path) -> None:
    """Keys, tasks, threads, drawing, input, output, closing: each time the same good end."""
    command = [sys.executable, "-m", "tests.terminal.crashing", SHOP, "--data-dir", str(shop)]
    house = Path(__file__).parents[2]
    log = shop / LOG
    with Terminal(command, {"HOME": str(shop)}, (120, 30), house) as terminal:
        before = terminal.modes
        for name in FAULTS:
            log.unlink(missing_ok=True)
            said = crash(terminal, name)
            assert f"ended {name} 1" in said, said
            assert said.count("Peil itself made a mistake") == 1, said
            assert "Traceback" not in terminal.raw.decode(), name
            assert str(log) in said
            assert POISON.encode() not in terminal.raw, name
            assert terminal.modes == before
            assert kept_answer(shop).note.rstrip("x").endswith(name)
            noted = log.read_text(encoding="ascii")
            assert noted.count("== ") == 1, noted
            assert ":" in noted.splitlines()[-1]
            assert not any(word in noted for word in (POISON, SHOP, str(shop)))
            assert log.stat().st_mode & 0o777 == 0o600
            terminal.press("enter")
