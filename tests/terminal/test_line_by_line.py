"""The walk line by line in a real terminal, and one assessment through all three ways."""

import re
import signal
import sys
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.line.test_plain import ask
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal
NAME = "bakery-jansen"


@pytest.fixture
def folder(sitting: Sitting, workspace: Workspace) -> Path:
    """Return the data folder with an assessment that nobody has open."""
    sitting.close()
    return workspace.folder


def program(folder: Path, *arguments: str) -> list[str]:
    """Return how the program is started on a data folder."""
    return [sys.executable, "-m", "peil", *arguments, "--data-dir", str(folder)]


def levels(folder: Path, count: int) -> list[int | None]:
    """Return the levels of the first questions of the walk, as another process reads them."""
    kept = Sitting.look(Workspace(folder), NAME)
    return [kept.answer(name).level for name in kept.walk.order[:count]]


def test_choosing_from_a_list(folder: Path) -> None:
    """The key of a level and Enter; everything else behind `m`; and Enter alone goes on."""
    with Terminal(program(folder, "ask", NAME), {"HOME": str(folder)}) as terminal:
        terminal.until("k) Go on to the next question")
        terminal.press("3", "enter")
        terminal.until("Saved: 3.")
        terminal.until("Core question 2 of 18.")
        terminal.press("enter")
        terminal.until("Core question 3 of 18.")
        terminal.press("m", "enter")
        terminal.until("n) Write a note.")
        terminal.press("n", "enter")
        terminal.until("> Note")
        terminal.press("our list", "enter")
        terminal.until("Saved: the note.")
        terminal.press("ctrl+c")
        terminal.until("1 of 54 questions is answered")
        assert terminal.ended() == 0
    assert levels(folder, 3) == [3, None, None]
    kept = Sitting.look(Workspace(folder), NAME)
    assert kept.answer(kept.walk.order[2]).note == "our list"


def test_no_level_is_cut_off(folder: Path) -> None:
    """In a narrow window its words go on below each other."""
    with Terminal(program(folder, "ask", NAME), {"HOME": str(folder)}, (60, 30)) as terminal:
        terminal.until("k) Go on to the next question")
        shown = " ".join(terminal.text.split())
        kept = Sitting.look(Workspace(folder), NAME)
        for level in kept.items.question(kept.walk.order[0]).levels:
            assert level.text in shown


def test_without_colours(folder: Path) -> None:
    """With NO_COLOR no colour is set, on the list either."""
    environment = {"HOME": str(folder), "NO_COLOR": "1"}
    with Terminal(program(folder, "ask", NAME), environment) as terminal:
        terminal.until("k) Go on to the next question")
        terminal.press("ctrl+c")
        assert terminal.ended() == 0
        assert not re.findall(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7])[;m]", terminal.raw)


def test_one_assessment_through_three_ways(folder: Path) -> None:
    """Begun on the full screen, gone on with in lists, ended in plain lines: unbroken."""
    with Terminal(program(folder, NAME), {"HOME": str(folder)}) as terminal:
        terminal.until("core question 1 of 18")
        for number in range(1, 10):
            terminal.until(f"core question {number} of 18")
            terminal.press(str(1 + number % 4), "right")
        terminal.until("core question 10 of 18")
        terminal.press("q")
        assert terminal.ended() == 0
    with Terminal(program(folder, "ask", NAME), {"HOME": str(folder)}) as terminal:
        for number in range(10, 15):
            terminal.until(f"Core question {number} of 18.")
            terminal.until("k) Go on to the next question")
            terminal.press(str(1 + number % 4), "enter")
            terminal.until(lambda text, at=number: f"question {at + 1} of 18." in text)  # type: ignore[misc]
        terminal.press("ctrl+c")
        assert terminal.ended() == 0
    typed = "".join(f"{1 + number % 4}\n" for number in range(15, 19))
    done = ask(folder, typed + "\n\nq\n", NAME, "--plain")
    assert done.returncode == 0
    assert b"Core question 15 of 18." in done.stdout
    assert b"You are through the core." in done.stdout
    assert levels(folder, 18) == [1 + number % 4 for number in range(1, 19)]
    with Terminal(program(folder, NAME), {"HOME": str(folder)}) as terminal:
        terminal.until("18")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("form", ["list", "plain"])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 0), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_the_walk_as_stopping_does(
    folder: Path, form: str, name: str, code: int
) -> None:
    """At a question, in a list as in lines: what was answered is there, the terminal as before."""
    arguments = ("ask", NAME, "--plain") if form == "plain" else ("ask", NAME)
    waits = "Your answer:" if form == "plain" else "k) Go on to the next question"
    with Terminal(program(folder, *arguments), {"HOME": str(folder)}) as terminal:
        before = terminal.modes
        terminal.until(waits)
        terminal.press("3", "enter")
        terminal.until("Core question 2 of 18.")
        terminal.until(lambda text: text.count(waits) > (form == "plain"))
        terminal.settle(0.3)
        terminal.child.kill(getattr(signal, name))
        terminal.until("1 of 54 questions is answered")
        assert terminal.modes == before
        assert terminal.ended() == code
    assert levels(folder, 2) == [3, None]
