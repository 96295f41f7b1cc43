"""Start, memory and keys of the full screen, each beside a bare Textual program."""

import sys
import time
from pathlib import Path

from tests.bench.floors import BARE_APP, OPTION_LIST, STATIC
from tests.bench.measuring import Figure, figure, interleaved
from tests.terminal.driver import Terminal

SIZE = (120, 40)
FLOOR_READY = "READY-MARKER"
KEY_PRESSES = 24
BELOW_SAVED_SIGN = 1
"""Saving goes on behind the key; its sign is not what the key is waited for."""


def peil(data: Path, assessment: str) -> Terminal:
    """Start the real program on an assessment."""
    command = [sys.executable, "-m", "peil", assessment, "--data-dir", str(data)]
    return Terminal(command, {"HOME": str(data)}, SIZE)


def bare(source: str) -> Terminal:
    """Start a bare program."""
    return Terminal([sys.executable, "-c", source], {}, SIZE)


def start(data: Path, assessment: str, question: str) -> list[Figure]:
    """Measure spawn to first question drawn, and the most memory used until then."""
    memory: dict[str, list[float]] = {"peil": [], "bare": []}

    def once(name: str, terminal: Terminal, marker: str) -> float:
        with terminal:
            seconds = terminal.until(marker) - terminal.started
            terminal.settle()
            memory[name].append(_memory(terminal, "VmHWM"))
        return seconds

    found = interleaved(
        {
            "peil": lambda: once("peil", peil(data, assessment), question),
            "bare": lambda: once("bare", bare(BARE_APP), FLOOR_READY),
        }
    )
    return [
        figure(
            "start to first question, 54 questions half answered",
            "bare Textual app",
            "≤ 1.2×",
            found["peil"],
            found["bare"],
        ),
        figure(
            "most memory there", "bare Textual app", "≤ 1.25×", memory["peil"], memory["bare"], "MB"
        ),
    ]


def keys(data: Path, assessment: str, question: str) -> list[Figure]:
    """Measure a digit key and Enter, from the key to the changed and settled screen."""
    with (
        peil(data, assessment) as program,
        bare(OPTION_LIST) as options,
        bare(STATIC) as static,
    ):
        program.until(question)
        for terminal in (options, static):
            terminal.until(FLOOR_READY)
        for terminal in (program, options, static):
            terminal.settle(0.3)
        found: dict[str, list[float]] = {"digit": [], "enter": [], "arrow": [], "static": []}
        for turn in range(KEY_PRESSES):
            found["digit"].append(_key(program, "13"[turn % 2], BELOW_SAVED_SIGN))
            found["arrow"].append(_key(options, "down"))
            found["enter"].append(_key(program, "right", BELOW_SAVED_SIGN))
            found["static"].append(_key(static, "enter"))
    arrow, still = "arrow key in a bare OptionList", "bare Static, 20 lines change"
    limit = "≤ 16 ms at the 95th"
    return [
        figure("digit key → level marked", arrow, f"≤ 2×, {limit}", found["digit"], found["arrow"]),
        figure("next question", arrow, f"≤ 4×, {limit}", found["enter"], found["arrow"]),
        figure("next question", still, "≤ 1.6×", found["enter"], found["static"]),
    ]


def trying(data: Path, assessment: str, question: str) -> list[Figure]:
    """Measure Space on the what-if page, from the key to the changed and settled screen."""
    with peil(data, assessment) as program, bare(OPTION_LIST) as options:
        program.until(question)
        options.until(FLOOR_READY)
        program.settle(0.3)
        for key in ("ctrl+p", "what if", "enter"):
            program.press(key)
            program.settle(0.5)
        program.until("▸ [ ]")
        for terminal in (program, options):
            terminal.settle(0.3)
        found: dict[str, list[float]] = {"toggle": [], "arrow": []}
        for _ in range(KEY_PRESSES):
            found["toggle"].append(_key(program, " "))
            found["arrow"].append(_key(options, "down"))
    return [
        figure(
            "what-if toggle → redrawn, 54 questions",
            "arrow key in a bare OptionList",
            "≤ 7×",
            found["toggle"],
            found["arrow"],
        )
    ]


def lasting(data: Path, assessment: str, question: str) -> list[Figure]:
    """Measure the memory that 300 questions and 150 dialogs leave behind."""
    with peil(data, assessment) as program:
        program.until(question)
        program.settle(0.3)
        _walk(program, 54, 10)
        before = _memory(program, "VmRSS")
        _walk(program, 300, 150)
        after = _memory(program, "VmRSS")
    return [
        figure(
            f"memory after 300 questions and 150 dialogs (+{(after - before) / 1e6:.1f} MB)",
            "before them",
            "≤ +4 MB",
            [after],
            [before],
            "MB",
        )
    ]


def _walk(program: Terminal, questions: int, dialogs: int) -> None:
    for number in range(questions):
        program.press("right" if number % 53 else "g")
        program.settle(0.02)
        if number % 53 == 0:
            program.press("enter")
            program.settle(0.02)
    for _ in range(dialogs):
        program.press("x")
        program.settle(0.02)
        program.press("x")
        program.settle(0.02)


def _key(terminal: Terminal, key: str, first_row: int = 0) -> float:
    pressed = time.perf_counter()
    terminal.press(key)
    return terminal.settled_change(first_row) - pressed


def _memory(terminal: Terminal, field: str) -> float:
    status = Path(f"/proc/{terminal.child.pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(field))
    return float(line.split()[1]) * 1024
