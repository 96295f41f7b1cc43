"""The rules of the house: who may know whom, and what a command may load."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import peil

WATCHED = {"textual", "rich", "questionary", "tinydb", "filelock", "markdown_it", "click"}


def loaded_by(program: str, *arguments: str, home: Path | None = None) -> set[str]:
    """Run a program in a process of its own; return the libraries that it loaded."""
    tail = "; import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program + tail, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PEIL_DATA": str(home)} if home else None,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def modules(room: str) -> Iterable[str]:
    """Return every module of a room."""
    folder = Path(peil.__file__).parent / room.partition(".")[2]
    return (
        ".".join([room, *path.relative_to(folder).with_suffix("").parts])
        for path in folder.rglob("*.py")
        if path.stem not in ("__init__", "__main__")
    )


@pytest.mark.parametrize("room", ["peil.text", "peil.assessment", "peil.score", "peil.plan"])
def test_the_core_loads_no_front_end_and_no_storage(room: str) -> None:
    """What is computed loads neither screen nor commands, neither storage nor parser."""
    program = "; ".join(f"import {name}" for name in modules(room))
    assert loaded_by(program) & WATCHED == set()


def test_the_sitting_loads_no_front_end() -> None:
    """The door to an assessment knows storage, but no screen, no commands and no parser."""
    found = loaded_by("import peil.sitting.sitting")
    assert found & WATCHED <= {"tinydb"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["score", "firm"],
        ["plan", "firm"],
        ["export", "firm"],
        ["export", "firm", "--format", "json"],
        ["export", "firm", "--format", "csv"],
        ["export", "firm", "--format", "ics"],
        ["answer", "firm", "objectives-written=2"],
        ["vote", "firm", "objectives-written", "122"],
        ["runsheet", "firm"],
        ["minutes", "firm"],
    ],
    ids=" ".join,
)
def test_commands_that_draw_nothing_load_no_screen(arguments: list[str], tmp_path: Path) -> None:
    """Neither Textual nor, once a questionnaire was read, the parser is on their way."""
    program = "import sys; from peil.cli.main import run; assert run(sys.argv[1:]) == 0"
    loaded_by(program, "new", "Firm", home=tmp_path)
    assert loaded_by(program, *arguments, home=tmp_path) & {"textual", "rich", "markdown_it"} == (
        set()
    )


def test_the_version_loads_little(tmp_path: Path) -> None:
    """`peil --version` needs click and nothing else."""
    program = "import sys; from peil.cli.main import run; assert run(sys.argv[1:]) == 0"
    assert loaded_by(program, "--version", home=tmp_path) & {
        "tinydb", "msgspec", "platformdirs", "markdown_it", "textual",
    } == set()  # fmt: skip
