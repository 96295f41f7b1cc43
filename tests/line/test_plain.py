"""The plain voice in the real program: text and newlines, and nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal


def ask(
    folder: Path, typed: str, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run `peil ask` with something piped to it."""
    return subprocess.run(
        [sys.executable, "-m", "peil", "ask", *arguments, "--data-dir", str(folder)],
        input=typed.encode(),
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(sitting: Sitting, workspace: Workspace) -> Path:
    """Return the data folder with an assessment that nobody has open."""
    sitting.close()
    return workspace.folder


def printable(data: bytes) -> bool:
    """Return whether something is text and newlines, and nothing else."""
    return all(letter.isprintable() or letter == "\n" for letter in data.decode())


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_but_text_and_newlines(folder: Path, language: str) -> None:
    """Through answers, commands and mistakes, in both languages; the end of the input stops."""
    typed = "2\nd\nx\n3\nwe are closed\n?\nzz\n\nh\nw\nn\nnote\nr\na\n"
    done = ask(folder, typed, "bakery", "--plain", "--language", language)
    assert done.returncode == 0, done.stderr
    assert printable(done.stdout)
    assert printable(done.stderr)
    kept = Sitting.look(Workspace(folder), "bakery-jansen")
    assert [kept.answer(name).state for name in kept.walk.order[:3]] == [
        "rated", "unknown", "not-applicable",
    ]  # fmt: skip


def test_hostile_text_is_read_and_never_drives_the_terminal(folder: Path) -> None:
    """Whatever is typed as a note comes back without a single escape code."""
    hostile = "n\n\x1b[2J\x1b]0;gone\x07 [red]x[/red] \u202etxt\no\n"
    done = ask(folder, hostile, "bakery", "--plain")
    assert done.returncode == 0
    assert printable(done.stdout)
    assert b"[red]x[/red]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [((), {}), (("--no-input", "--plain"), {}), ((), {"ACCESSIBLE": "1"}), ((), {"TERM": "dumb"})],
)
def test_without_a_terminal_nothing_asks(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    """What is piped in is never taken for answers unless the plain form was asked for."""
    done = ask(folder, "2\n2\n", "bakery", *arguments, **environment)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"peil ask --plain" in done.stderr
    assert Sitting.look(Workspace(folder), "bakery-jansen").assessment.answers == {}


@pytest.mark.terminal
@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_asked_for_by_the_environment(folder: Path, environment: dict[str, str]) -> None:
    """In a terminal that cannot draw, or for somebody who listens, not one escape code comes."""
    command = [sys.executable, "-m", "peil", "ask", "bakery", "--data-dir", str(folder)]
    with Terminal(command, {"HOME": str(folder), **environment}) as terminal:
        terminal.until("Your answer:")
        terminal.press("2", "enter")
        terminal.until("Saved: 2.")
        terminal.press("q", "enter")
        terminal.until("1 of 54 questions is answered")
        assert terminal.ended() == 0
        assert b"\x1b" not in terminal.raw


def test_a_transcript_can_be_read_aloud(folder: Path) -> None:
    """No line begins with a sign that a voice would spell out, and every prompt ends the same."""
    done = ask(folder, "2\nq\n", "bakery", "--plain")
    lines = done.stdout.decode().splitlines()
    assert not [line for line in lines if re.match(r"\s*[─━│▸●■*#>|+-]", line)]
    assert [line for line in lines if line.startswith("Your answer")] == ["Your answer: "] * 2


@pytest.mark.parametrize("typed", ["", "q\n", "n\n"])
def test_who_stops_before_the_first_question_stops(folder: Path, typed: str) -> None:
    """While the assessment is chosen, or a new one is named, nothing is there to save."""
    second = ["new", "Second", "--data-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "peil", *second], check=True, capture_output=True)
    done = ask(folder, typed, "--plain")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(list((folder / "assessments").glob("*.json"))) == 2


def test_closed_standard_input_is_the_end_of_the_input(folder: Path) -> None:
    """It saves and stops, and is no mistake of ours."""
    command = f'"{sys.executable}" -m peil ask bakery --plain --data-dir "{folder}" <&-'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "everything is saved" in done.stdout
