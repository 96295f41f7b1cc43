"""What the front door does with words it does not know, and with outputs that fail."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import Peil


def test_a_mistyped_command_is_named(peil: Peil) -> None:
    """A word before another word is a command; the nearest one is proposed."""
    ran = peil("scor", "firm")
    assert ran.code == 2
    assert "Did you mean score?" in ran.err


@pytest.mark.parametrize("arguments", [["list"], ["new", "Firm"], ["score", "x"], ["--help"]])
@pytest.mark.parametrize("folder", ["file", "x" * 300, "~nobody-at-all/x", "file/below"])
def test_an_impossible_data_folder_never_shows_a_traceback(
    peil: Peil, tmp_path: Path, arguments: list[str], folder: str
) -> None:
    """Whatever the folder is called, there is one sentence, or an empty list."""
    (tmp_path / "file").write_text("")
    ran = peil(*arguments, "--data-dir", folder)
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("arguments", [["--present"], ["--present", "list"]], ids=" ".join)
def test_a_room_sees_one_assessment(peil: Peil, arguments: list[str]) -> None:
    """Without one there is nothing to present, and a sentence says how it is written."""
    ran = peil(*arguments)
    assert ran.code == 2
    assert "peil ASSESSMENT --present" in ran.err


def test_presenting_what_is_not_there_is_refused_as_usual(peil: Peil) -> None:
    """No other assessment is named; one that is there asks for a terminal."""
    peil("new", "Firm")
    ran = peil("firn", "--present")
    assert ran.code == 1
    assert "There is no assessment firn." in ran.err
    for arguments in (("firm", "--present"), ("--present", "firm")):
        ran = peil(*arguments)
        assert ran.code == 2
        assert "needs a terminal" in ran.err


def test_hours_may_have_a_comma(peil: Peil) -> None:
    """Dutch people write 3,5."""
    peil("new", "Firm", "--hours", "3,5")
    assert peil("plan", "firm", "--json").json["hours_per_week"] == 3.5
    assert peil("new", "Firm", "--hours", "three").code == 2


def process(*arguments: str, output: IO[str], home: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with its output somewhere else."""
    return subprocess.run(
        [sys.executable, "-m", "peil", *arguments, "--data-dir", str(home)],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def test_a_full_output_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Printing to a full device ends with 1 and says that what was changed is saved."""
    with Path("/dev/full").open("w") as full:
        done = process("new", "Firm", output=full, home=tmp_path)
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """A reader that went away is no error of ours: 128 + 13, and not a word."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = process("--help", output=pipe, home=tmp_path)
    assert done.returncode == 141
    assert done.stderr == ""
