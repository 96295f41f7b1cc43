"""Ctrl+Z and `fg`, and whatever else stops and continues a program or takes its terminal."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import FIRST_WORDS, OpenShop, kept_answer
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal


def child_of(process: int) -> int:
    """Return the one process that a process started."""
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def press_ctrl_z(shell: Terminal) -> None:
    """Stop what runs in the shell with a key."""
    shell.press("ctrl+z")


def send_sigtstp(shell: Terminal) -> None:
    """Stop what runs in the shell with a signal."""
    os.kill(child_of(shell.child.pid), signal.SIGTSTP)


def stop(shell: Terminal, how: Callable[[Terminal], None], before: list[object]) -> None:
    """Stop Peil, and look whether the shell has its terminal as it was."""
    how(shell)
    shell.until("Stopped")
    shell.settle(0.2)
    assert shell.is_given_back
    assert shell.modes == before


@pytest.mark.fault("Ctrl+Z and fg")
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again(shop: Path) -> None:
    """What was typed is saved before; all is drawn again, in the window's new size."""
    with Terminal(
        ["bash", "--norc", "--noediting", "-i"], {"HOME": str(shop), "PS1": "$ "}
    ) as shell:
        shell.until("$")
        before = shell.modes
        shell.press(f"{sys.executable} -m peil {SHOP} --data-dir {shop}\r")
        shell.until(FIRST_WORDS)
        shell.press("2", "e")
        shell.until("What can you point at?")
        shell.press("the wall")
        shell.until("the wall")
        stop(shell, press_ctrl_z, before)
        assert (kept_answer(shop).level, kept_answer(shop).evidence) == (2, "the wall")
        shell.resize(100, 30)
        shell.press("fg\r")
        shell.until("Enter keep")
        shell.settle(0.1)
        lines = shell.text.splitlines()
        assert "The shop" in lines[0]
        assert lines[0].endswith("saved")
        assert len(lines[0]) > 90
        assert "Enter keep" in lines[29]
        shell.press(" and the fridge", "enter")
        shell.until("the wall and the fridge (")
        shell.press("n")
        shell.until("Tab or Esc")
        shell.press("half a wo")
        shell.until("half a wo")
        stop(shell, send_sigtstp, before)
        assert kept_answer(shop).note == "half a wo"
        shell.screen.reset()
        shell.press("bg\r")
        shell.settle(0.3)
        assert shell.modes == before
        shell.screen.reset()
        shell.press("fg\r")
        shell.until("half a wo")
        shell.press("rd", "tab", "q")
        while not shell.is_given_back:
            shell.read(1)
        shell.settle(0.2)
        shell.press("echo ended $?\r")
        shell.until("ended 0")
        assert shell.is_given_back
        assert shell.modes == before
    assert kept_answer(shop).note == "half a word"


@pytest.mark.fault("SIGHUP")
def test_stopped_continued_frozen_and_cut_off(open_shop: OpenShop, shop: Path) -> None:
    """Continued without a stop, stopped hard, without a shell, and the window closed at last."""
    terminal = open_shop()
    process = terminal.child.pid
    for number in (signal.SIGCONT, signal.SIGSTOP, signal.SIGCONT, signal.SIGCONT):
        os.kill(process, number)
        terminal.settle(0.1)
    terminal.screen.reset()
    os.kill(process, signal.SIGCONT)
    terminal.until(FIRST_WORDS)
    terminal.press("ctrl+z")
    terminal.until("There is no shell here")
    terminal.press("3", "n")
    terminal.until("Tab or Esc")
    terminal.press("cut o")
    terminal.until("cut o")
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert (kept_answer(shop).level, kept_answer(shop).note) == (3, "cut o")


def test_a_terminal_that_takes_nothing_holds_no_signal_up(open_shop: OpenShop, shop: Path) -> None:
    """Nobody reads what is drawn any more: SIGTERM still saves and ends it."""
    terminal = open_shop()
    terminal.press("2")
    terminal.until("2 ●")
    for columns in range(200, 300):  # draws more than a terminal keeps
        terminal.child.setwinsize(60, columns)
        os.kill(terminal.child.pid, signal.SIGWINCH)
        terminal.press("3" if columns % 2 else "4")
        time.sleep(0.005)
    terminal.child.kill(signal.SIGTERM)
    assert terminal.child.wait() == 128 + signal.SIGTERM
    assert kept_answer(shop).level in (2, 3, 4)
