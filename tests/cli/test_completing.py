"""The Tab key: commands, assessments, questions and codes, in a real shell too."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Peil


def completed(peil: Peil, monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    """Return the words that the Tab key offers at the end of a line."""
    number = len(line.split()) - (not line.endswith(" "))
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(number))
    monkeypatch.setenv("_PEIL_COMPLETE", "bash_complete")
    ran = peil()
    monkeypatch.delenv("_PEIL_COMPLETE")
    assert ran.err == ""
    return [word.partition(",")[2] for word in ran.out.splitlines() if word]


@pytest.mark.usefixtures("bakery")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("peil ba", ["backups", "bakery-jansen"]),
        ("peil score ", ["bakery-jansen"]),
        ("peil score ca", []),
        ("peil ask b", ["bakery-jansen"]),
        ("peil answer bakery capacity-h", ["capacity-hours="]),
        ("peil answer bakery capacity-hours=1 capacity-hours=u", ["capacity-hours=unknown"]),
        ("peil answer bakery iceberg/capacity-h", ["iceberg/capacity-hours="]),
        ("peil answer bakery nothing=", []),
        ("peil answer nobody c", []),
        ("peil action bakery A", []),
        ("peil score bakery --j", ["--json"]),
        ("peil --ver", ["--version"]),
    ],
)
def test_what_begins_so_is_offered(
    peil: Peil, monkeypatch: pytest.MonkeyPatch, line: str, words: list[str]
) -> None:
    """And where there is nothing to offer, nothing is said."""
    assert completed(peil, monkeypatch, line) == words


def test_codes_are_offered_once_they_are_given(
    peil: Peil, bakery: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the list was written out."""
    peil("export", bakery)
    offered = completed(peil, monkeypatch, "peil action bakery a0")
    assert offered[:2] == ["A01", "A02"]


def test_every_level_is_offered_with_its_words(
    peil: Peil, bakery: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shell that shows what words mean shows the level's sentence."""
    monkeypatch.setenv("COMP_WORDS", f"peil answer {bakery} capacity-hours=")
    monkeypatch.setenv("COMP_CWORD", "capacity-hours=")
    monkeypatch.setenv("_PEIL_COMPLETE", "fish_complete")
    out = peil().out
    assert "capacity-hours=2" in out
    assert "how many hours a week they have" in out


@pytest.mark.usefixtures("bakery")
def test_in_a_real_shell(tmp_path: Path) -> None:
    """The line that the README gives, and the Tab key after it."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    folder = str(Path(sys.executable).parent)
    script = (
        f'PATH="{folder}:$PATH"; eval "$(_PEIL_COMPLETE=bash_source peil)"; '
        "COMP_WORDS=(peil score ba); COMP_CWORD=2; _peil_completion peil; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(
        [bash, "--norc", "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.split() == ["bakery-jansen"], done.stderr
