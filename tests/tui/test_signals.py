"""The real program in a terminal: signals save, restore the screen, and say their number."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal

ENDING = (
    pytest.param("SIGTERM", marks=pytest.mark.fault("SIGTERM")),
    pytest.param("SIGHUP", marks=pytest.mark.fault("SIGHUP")),
    pytest.param("SIGINT", marks=pytest.mark.fault("Ctrl+C")),
    pytest.param("SIGQUIT", marks=pytest.mark.fault("SIGQUIT")),
)
"""The signals that end a program."""
BEGIN = (
    "import sys; from peil.__main__ import main, say_mistake; sys.excepthook = say_mistake; "
    "print(flush=True); main()"
)
"""Peil, which says when it begins: before that Python answers for itself."""


@pytest.mark.parametrize("name", ENDING)
def test_a_signal_keeps_what_is_typed_and_gives_the_terminal_back(shop: Path, name: str) -> None:
    """The half-written note is on the disk, the screen is restored, the code is 128 + n."""
    number = getattr(signal, name)
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    with Terminal(command, {"HOME": str(shop)}) as terminal:
        before = terminal.modes
        terminal.until("Is there a goal")
        terminal.press("2", "n")
        terminal.until("Tab or Esc")
        terminal.press("half a wo")
        terminal.until("half a wo")
        assert terminal.modes != before
        terminal.child.kill(number)
        if name == "SIGTERM":  # whatever follows while it closes
            terminal.settle(0.02)
            terminal.child.kill(signal.SIGHUP)
            terminal.child.kill(signal.SIGINT)
        while terminal.read(1):
            pass
        assert terminal.modes == before
        terminal.child.wait()
        assert terminal.child.exitstatus == 128 + number
        assert terminal.is_given_back
    answer = Sitting.look(Workspace(shop), SHOP).answer("shop/goal-written")
    assert (answer.level, answer.note) == (2, "half a wo")


@pytest.mark.fault("Ctrl+C")
def test_ctrl_c_says_how_to_stop_and_loses_no_letter(shop: Path) -> None:
    """On every page, in every dialog and in every field: nothing ends, what is typed stays."""
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    with Terminal(command, {"HOME": str(shop)}) as terminal:
        terminal.until("Is there a goal")
        for key, seen, typed in (
            ("n", "Tab or Esc", "a note"),
            ("e", "What can you point at?", "the wall"),
            ("x", "keep reason", ""),
            ("g", "Go to", "hours"),
            ("?", "close", ""),
            ("r", "Results", ""),
            ("a", "no plan yet", ""),
        ):
            terminal.press(key)
            terminal.until(seen)
            terminal.press(typed)
            terminal.until(typed)
            terminal.press("ctrl+c")
            terminal.until("everything is saved by itself")
            terminal.until(typed)
            terminal.press("escape")
            terminal.until(lambda text: "everything is saved by itself" not in text)
            if key in "ra":
                terminal.settle(0.2)
        terminal.press("q")
        assert terminal.ended() == 0
    assert Sitting.look(Workspace(shop), SHOP).answer("shop/goal-written").note == "a note"


def test_a_signal_at_any_moment_of_starting_and_closing(shop: Path) -> None:
    """Nothing is half done: the terminal is as it was, the file whole, the number said."""
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    for pause in (0.05, 0.2, 0.3, 0.4, 0.5):
        with Terminal(command, {"HOME": str(shop)}) as terminal:
            before = terminal.modes
            terminal.settle(pause)
            time.sleep(pause / 2)
            terminal.child.kill(signal.SIGTERM)
            while terminal.read(1):
                pass
            assert terminal.modes == before
            assert terminal.is_given_back or b"1049h" not in terminal.raw
            assert terminal.ended() == 128 + signal.SIGTERM
    with Terminal(command, {"HOME": str(shop)}) as terminal:
        terminal.until("Is there a goal")
        terminal.press("4", "q")
        while not terminal.is_given_back:
            terminal.read(1)
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ended() in (0, 128 + signal.SIGTERM)
    assert Sitting.look(Workspace(shop), SHOP).answer("shop/goal-written").level == 4


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_a_command_and_leaves_the_file_whole(shop: Path, name: str) -> None:
    """At any moment of answering: the answer is there or not, nothing else."""
    number = getattr(signal, name)
    workspace = Workspace(shop)
    for level, pause in enumerate((0, 0.05, 0.1, 0.15), 1):
        before = Sitting.look(workspace, SHOP).answer("shop/goal-written").level
        command = [sys.executable, "-c", BEGIN, "answer", SHOP, f"goal-written={level}"]
        process = subprocess.Popen(
            [*command, "--data-dir", str(shop)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.read(1)
        time.sleep(pause)
        process.send_signal(number)
        _, said = process.communicate()
        assert process.returncode in (0, -number, 128 + number)
        assert b"Traceback" not in said
        result = workspace.read(SHOP)
        assert result.notice is None
        assert Sitting.look(workspace, SHOP).answer("shop/goal-written").level in (before, level)


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
