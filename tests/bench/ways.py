"""The three ways to be asked: when the first question stands there, and what one costs."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.measuring import Figure, figure, interleaved
from tests.terminal.driver import Terminal

_SIZE: Final = (80, 24)
_TURNS: Final = 8
_QUIET: Final = 2.5
"""Seconds of silence after which all of a question has come: lists ask where the cursor is."""
_IMPORT: Final = "import questionary; print('READY-MARKER')"


class Way(NamedTuple):
    """One way to be asked, and how one goes on there."""

    arguments: tuple[str, ...]
    there: str
    """What stands there once a question can be answered."""
    on: tuple[str, ...]
    """The keys that lead to the next question."""


_WAYS: Final[Mapping[str, Way]] = {
    "full screen": Way((), "1-4 choose", ("right",)),
    "peil ask": Way(("ask",), "k) Go on", ("enter",)),
    "peil ask --plain": Way(("ask", "--plain"), "Your answer:", ("enter",)),
}


def _start(data: Path, assessment: str, way: Way) -> Terminal:
    command = [sys.executable, "-m", "peil", *way.arguments, assessment, "--data-dir", str(data)]
    return Terminal(command, {"HOME": str(data)}, _SIZE)


def _first_question(data: Path, assessment: str, way: Way) -> float:
    with _start(data, assessment, way) as terminal:
        return terminal.until(way.there) - terminal.started


def _floor() -> float:
    with Terminal([sys.executable, "-c", _IMPORT], {}, _SIZE) as terminal:
        return terminal.until("READY-MARKER") - terminal.started


def ways(data: Path, assessment: str) -> list[Figure]:
    """Measure the start of each way beside importing questionary, and the bytes of a question."""
    runs = {
        name: (lambda way=way: _first_question(data, assessment, way))
        for name, way in _WAYS.items()
    }
    found = interleaved({**runs, "floor": _floor}, 8)
    starts = [
        figure(f"{name}: start to first question", "import questionary", "–", found[name],
               found["floor"])
        for name in _WAYS
    ]  # fmt: skip
    sizes = {name: _bytes(data, assessment, way) for name, way in _WAYS.items()}
    return [
        *starts,
        *(
            figure(f"{name}: bytes of a question", "peil ask --plain", "–", sizes[name],
                   sizes["peil ask --plain"], "bytes")
            for name in _WAYS
        ),
    ]  # fmt: skip


def _bytes(data: Path, assessment: str, way: Way) -> list[float]:
    """Return how many bytes come for each of the next questions."""
    sizes: list[float] = []
    with _start(data, assessment, way) as terminal:
        terminal.until(way.there)
        terminal.settle(0.3)
        for _ in range(_TURNS):
            before = len(terminal.raw)
            terminal.press(*way.on)
            terminal.settle(_QUIET)
            sizes.append(len(terminal.raw) - before)
    return sizes
