"""Streams that are closed, full, or no terminal: said in a sentence, and nothing hangs."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal.conftest import kept_answer
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP

pytestmark = pytest.mark.terminal

AT_ONCE = 5.0
"""Seconds within which a refusal is there on the slowest machine; half a second as a rule."""
KILLED = """
import os, peil.cli
class Killer:
    def find_spec(self, *_):
        os.kill(os.getpid(), 2)
sys.meta_path.insert(0, Killer())
"""
"""Ctrl+C while the program is loaded."""


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def shell(folder: Path, words: str, streams: str = "", **environment: str) -> Ended:
    """Run peil in a shell, with its streams redirected as a shell writes it."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m peil {words} {streams}"],
        env={
            "PATH": os.environ["PATH"],
            "PEIL_DATA": str(folder),
            "LANG": "C.UTF-8",
            **environment,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
        timeout=30,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "streams",
    [
        pytest.param("<&-", marks=pytest.mark.fault("standard input closed")),
        pytest.param("</dev/null", marks=pytest.mark.fault("standard input not a terminal")),
        pytest.param("<<<x", marks=pytest.mark.fault("standard input not a terminal")),
        pytest.param(">&-", marks=pytest.mark.fault("output piped")),
        pytest.param("| cat; exit ${PIPESTATUS[0]}", marks=pytest.mark.fault("output piped")),
    ],
)
def test_the_screen_needs_a_terminal_at_every_end(shop: Path, streams: str, tmp_path: Path) -> None:
    """In a terminal of which one stream is something else: exit 2, and what to use instead."""
    words = f"{sys.executable} -m peil {streams}"
    with Terminal(["bash", "-c", words], {"PEIL_DATA": str(shop), "HOME": str(tmp_path)}) as seen:
        seen.until("peil --help shows them")
        assert time.perf_counter() - seen.started < AT_ONCE
        assert "Use peil new, answer, score, plan and export instead" in " ".join(seen.text.split())
        assert seen.ended() == 2
        assert b"1049h" not in seen.raw


def test_without_stderr_the_screen_is_refused_without_a_word(shop: Path) -> None:
    """There is nowhere to draw, and nowhere to say so."""
    assert shell(shop, "", "2>&-") == (2, "", "")
    assert shell(shop, "", "<&- >&- 2>&-") == (2, "", "")


COMMANDS = (f"answer {SHOP} goal-written=2", "--help", f"export {SHOP} --format json")
"""Commands that print in different ways."""


@pytest.mark.fault("output piped")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_without_its_streams(shop: Path, words: str) -> None:
    """What cannot be printed is said, where it can be said; what was changed is saved."""
    assert shell(shop, words, "<&-").code == 0
    assert shell(shop, words, "2>&-").code == 0
    assert shell(shop, words, "| head -c 1; exit ${PIPESTATUS[0]}").code in (0, 141)
    for full in (">/dev/full", ">&-"):
        ended = shell(shop, words, full)
        assert ended.code == 1
        assert "The output could not be written" in ended.err
        assert "itself made a mistake" not in ended.err
    assert shell(shop, words, ">/dev/full 2>/dev/full").code == 1
    assert shell(shop, words, "<&- >&- 2>&-").code == 1
    if words.startswith("answer"):
        assert kept_answer(shop).level == 2


def test_a_closed_stream_never_stands_for_a_file(shop: Path) -> None:
    """With all streams closed, the assessment is not opened in the place of one of them."""
    before = (shop / "assessments" / f"{SHOP}.json").read_bytes()
    shell(shop, "nonsense words", "<&- >&- 2>&-")
    shell(shop, f"score {SHOP}", "<&- >&- 2>&-")
    assert (shop / "assessments" / f"{SHOP}.json").read_bytes() == before


def test_wrong_use_is_wrong_use_also_when_nobody_can_read_it(shop: Path) -> None:
    """The exit code stays."""
    assert shell(shop, "nonsense words", "2>/dev/full").code == 2
    assert shell(shop, "nonsense words", "2>&-").code == 2


@pytest.mark.fault("TERM=dumb")
@pytest.mark.parametrize(("term", "said"), [("dumb", "TERM is dumb"), ("", "TERM is not set")])
def test_a_terminal_that_draws_nothing(shop: Path, term: str, said: str) -> None:
    """Exit 2, and the commands to use."""
    command = [sys.executable, "-m", "peil", SHOP, "--data-dir", str(shop)]
    with Terminal(command, {"TERM": term, "HOME": str(shop)}) as terminal:
        terminal.until(said)
        assert "peil --help" in "".join(terminal.text.splitlines())
        assert terminal.ended() == 2
        assert b"\x1b" not in terminal.raw


@pytest.mark.fault("C locale")
def test_commands_can_be_read_in_ascii(shop: Path) -> None:
    """What the output cannot hold is written with what it can, and never as a question mark."""
    title = "Café – Zoë"
    shell(shop, f"set {SHOP} --title '{title}'")
    assert title in shell(shop, "list", LC_ALL="C").out
    assert "Café - Zoë" in shell(shop, "list", PYTHONIOENCODING="latin-1").out
    written = shell(shop, "list --json", PYTHONIOENCODING="latin-1").out
    assert "\\u2013" in written
    assert json.loads(written)[0]["title"] == title


def test_a_mistake_before_anything_is_loaded(shop: Path) -> None:
    """A damaged installation: one sentence, exit 1; Ctrl+C meanwhile: 130."""
    for broken, code, said in (
        ("sys.modules['peil.cli.main'] = None", 1, "Peil itself made a mistake (ModuleNotFoundErr"),
        ("import os; sys.addaudithook(lambda *_: 1/0 if _[0] == 'import' else 0)", 1, "Zero"),
        (KILLED, 130, ""),
    ):
        program = f"import sys; from peil.__main__ import main\n{broken}\nmain()"
        done = subprocess.run(
            [sys.executable, "-c", program, "list"],
            env={"PEIL_DATA": str(shop)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr
