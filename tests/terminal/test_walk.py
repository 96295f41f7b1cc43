"""From the first start to the exported list, with keys alone, on the real program."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

Start = Callable[..., Terminal]
PLACE = re.compile(r"(core question|question) (\d+) of (\d+)|(Core done)|(Results) ·")


@pytest.fixture
def start(tmp_path: Path, parsed: Path) -> Iterator[Start]:
    """Return a way to start the real program in a terminal, on a home of its own."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "cache").symlink_to(parsed)
    running: list[Terminal] = []

    def begin(*arguments: str, **environment: str) -> Terminal:
        terminal = Terminal(
            [sys.executable, "-m", "peil", *arguments],
            {"HOME": str(tmp_path), "PEIL_DATA": str(data), **environment},
            folder=tmp_path,
        )
        running.append(terminal)
        return terminal

    yield begin
    for terminal in running:
        terminal.end()


def place(text: str) -> str:
    """Return where the walk stands, in the screen's own words; empty while it is being drawn."""
    found = PLACE.search(text)
    return found[0] if found else ""


def answer(terminal: Terminal, level: int) -> None:
    """Choose a level and go on, when each is seen to be done."""
    here = place(terminal.text)
    terminal.press(str(level))
    terminal.until(lambda text: re.search(rf"{level} ●", text) is not None)
    terminal.until("✓ saved")
    terminal.press("enter")
    terminal.until(lambda text: place(text) not in ("", here))


def begin_bakery(terminal: Terminal) -> None:
    """Fill in the first page: a name, with colleagues, for everybody."""
    terminal.until("What is your business called?")
    terminal.press("Bakery Jansen")
    terminal.until("Bakery Jansen")
    terminal.press("enter")
    terminal.until("▸")
    terminal.press("right")
    terminal.until("(●) with colleagues")
    terminal.press("enter", "enter")
    terminal.until("core question 1 of 18")


def test_three_times_enter_reaches_the_first_question(start: Start) -> None:
    """Every field of the first page has a default."""
    with start() as terminal:
        terminal.until("What is your business called?")
        terminal.press("enter", "enter", "enter")
        terminal.until("core question 1 of 18")
        terminal.press("q")
        assert terminal.ended() == 0


def test_the_main_job_with_keys_alone(start: Start, tmp_path: Path) -> None:
    """All 54 questions, results, plan and export; and the commands give the same numbers."""
    with start() as terminal:
        begin_bakery(terminal)
        for number in range(18):
            answer(terminal, 1 + number % 3)
        terminal.until("Core done")
        terminal.press("1", "7")
        terminal.until("7 [x]")
        terminal.press("right")
        terminal.until("These can still change")
        terminal.press("enter")
        terminal.until(lambda text: place(text).startswith("question"))
        for number in range(36):
            answer(terminal, 1 + number % 3)
        terminal.until("Results")
        results = terminal.text
        terminal.press("a")
        terminal.until("A01")
        plan = terminal.text
        terminal.press("o")
        terminal.until("actions-bakery-jansen.md")
        terminal.press("enter")
        terminal.until("Written:")
        terminal.press("q")
        assert terminal.ended() == 0
    written = (tmp_path / "actions-bakery-jansen.md").read_text(encoding="utf-8")
    scores, planned = command(tmp_path, "score"), command(tmp_path, "plan")
    percent = int(scores["readiness"]["score"] * 100)
    assert f"{percent} %" in results
    assert f"Readiness {percent} %." in written
    first = planned["actions"][0]
    assert first["title"][:40] in plan
    for action in planned["actions"]:
        assert f"- [ ] **{action['code']}** " in written


def command(home: Path, *arguments: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return what a command prints as JSON about the bakery."""
    name, *options = arguments
    done = subprocess.run(
        [sys.executable, "-m", "peil", name, "bakery-jansen", "--json", *options],
        env={"PEIL_DATA": str(home / "data"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
    )
    return json.loads(done.stdout)


def test_after_a_kill_the_walk_goes_on_where_it_was(start: Start, tmp_path: Path) -> None:
    """`kill -9` after "saved": the next start is at the same question with every answer."""
    with start() as terminal:
        begin_bakery(terminal)
        for level in (1, 2, 3, 4):
            answer(terminal, level)
        terminal.settle(0.5)
        assert "✓ saved" in terminal.text
        terminal.kill()
    kept = Sitting.look(Workspace(tmp_path / "data"), "bakery-jansen")
    order = kept.walk.order
    assert [kept.answer(question).level for question in order[:5]] == [1, 2, 3, 4, None]
    with start() as terminal:
        terminal.until("Bakery Jansen")
        terminal.press("enter")
        terminal.until("core question 5 of 18")
        for level in (4, 3, 2, 1):
            terminal.press("left")
            terminal.until(f"{level} ●")
