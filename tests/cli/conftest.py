"""Calling commands as a script does, without starting a process for each."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from peil.cli.main import run


class Ran(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON may be anything
        """What it printed, as JSON."""
        return json.loads(self.out)


Peil = Callable[..., Ran]


@pytest.fixture
def peil(
    tmp_path: Path,
    parsed: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Peil:
    """Return a call of the program on a data folder of its own, in English."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "cache").symlink_to(parsed)
    monkeypatch.setenv("PEIL_DATA", str(data))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PEIL_DEBUG", "1")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def bakery(peil: Peil) -> str:
    """Make a team's assessment with one topic answered, and return its id."""
    peil("new", "Bakery Jansen", "--people", "team")
    peil(
        "answer",
        "bakery-jansen",
        "objectives-written=2",
        "business-needs-listed=2",
        "capacity-hours=unknown",
    )
    return "bakery-jansen"
