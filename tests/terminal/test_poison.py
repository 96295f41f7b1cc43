"""The real program on a folder in which every text is hostile: all it draws is text."""

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests import hostile, poison
from tests.promises import Tally
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

SEQUENCE = re.compile(r"\x1b\[([0-?]*)([ -/]*[@-~])")
DRAWS = {"m", "H"}
"""How a screen is drawn: in colour, at a place."""
SETS = re.compile(
    r"\?(1049|25|1004|1000|1002|1003|1006|1015|1016|2004|2026|2048|1036|7)[hl]|\?\d+\$p"
)
"""What a program asks of a terminal once, and gives back."""
POINTER = re.compile(r"\x1b\]22;(?:default|pointer|text)\x07")
"""What the mouse looks like."""
ASKS = {">25u", "<u", ">1u", ">4;1m", ">4;2m", "?u", "=0;1u", "?1;2c"}
"""What is said about keys."""
PASTE = f"\x1b[200~{poison.one_line(poison.EVERYTHING)}\x1b[201~"
"""Every hostile string as a terminal sends what is pasted."""
NO_TEXT = b"\x1b[200~\xff\xfe\xc3\x28\x9b31m\xed\xa0\xbd\x00\x1b[201~"
"""A paste of bytes that are no text in UTF-8."""


def came_out(raw: bytes) -> list[str]:
    """Return what a screen was sent beside text, colours and places; a payload among it."""
    sent = raw.decode("utf-8")  # a letter that is torn would be an error here
    found = [
        match.group()
        for match in SEQUENCE.finditer(sent)
        if match[2] not in DRAWS
        and not SETS.fullmatch(match[1] + match[2])
        and match[1] + match[2] not in ASKS
    ]
    text = SEQUENCE.sub("", POINTER.sub("", sent)).replace("\r", "")
    hidden = poison.came_out(text)
    payloads = [each for each in hostile.PAYLOADS.values() if len(each) > 3 and each in sent]
    return [*found, *([hidden] if hidden else []), *payloads]


@pytest.mark.parametrize("name", list(hostile.PAYLOADS))
def test_a_payload_that_came_out_would_be_seen(name: str) -> None:
    """Each of them, between what a screen is drawn with."""
    sent = f"\x1b[1;1H\x1b[38;2;1;2;3mtext{hostile.PAYLOADS[name]}\x1b[0m"
    assert came_out(sent.encode("utf-8", "replace")) or name == "half a pair"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder in which everything is hostile."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    poison.poison(data)
    return data


@pytest.fixture
def running() -> Iterator[list[Terminal]]:
    """Return a list for the programs that were started; they are ended at the end."""
    started: list[Terminal] = []
    yield started
    for terminal in started:
        terminal.end()


def begin(folder: Path, *arguments: str, **environment: str) -> Terminal:
    """Start the real program in an environment that is hostile as well."""
    words = poison.as_argument(poison.DRIVES)
    return Terminal(
        [sys.executable, "-m", "peil", *arguments],
        {
            **dict.fromkeys(("USER", "LOGNAME", "COLORTERM", "EDITOR", "TERM_PROGRAM"), words),
            "HOME": str(folder.parent / poison.odd_names()[0]),
            "PEIL_DATA": str(folder),
            **environment,
        },
        folder=folder.parent,
    )


EDGE = "╭"
"""Stands in the corner of a dialog, and nowhere else."""
WALK: Sequence[tuple[str, ...]] = (
    ("?",), ("?", "down", "down"), ("n",), ("n", PASTE), ("e",), ("e", PASTE), ("e", "tab", PASTE),
    ("x",), ("x", "down", "down", "enter", PASTE), ("g",), ("g", PASTE), ("g", "h", "down"), ("o",),
    ("o", "down"), ("w",), ("ctrl+p",), ("ctrl+p", PASTE), ("ctrl+p", "x", "down"),
    ("ctrl+p", "earlier", "enter"), ("ctrl+p", "check", "enter"), ("ctrl+p", "newer", "enter"),
    ("ctrl+p", "no longer", "enter"), ("ctrl+p", "eerder", "enter"),
    ("v",), ("v", "1", PASTE), ("v", "f1"), ("v", "k"), ("v", "k", PASTE),
    ("ctrl+p", "read the list", "enter"), ("ctrl+p", "read the list", "enter", PASTE),
    ("ctrl+p", "draaiboek", "enter", "down", "down"), ("ctrl+p", "notulen", "enter", "down"),
    ("ctrl+p", "draaiboek", "enter", "o", PASTE, "enter"),
    ("ctrl+p", "minutes", "enter", "down"), ("ctrl+p", "minutes", "enter", "h", PASTE, "enter"),
    ("ctrl+p", "park", "enter"),
)  # fmt: skip
"""From the page of a question: each dialog, what is typed there, and Escape out of it."""
VOTE: Sequence[tuple[str, ...]] = (
    ("f1",), ("1", PASTE, " "), ("n",), ("n", PASTE), ("x",), ("1", "x", "x"),
)  # fmt: skip
"""On the page of a vote."""
RESULTS: Sequence[tuple[str, ...]] = (
    ("w",),
    ("enter",),
    ("down", "enter"),
    ("?",),
    ("ctrl+p", "h"),
)
PLAN: Sequence[tuple[str, ...]] = (
    ("enter",), ("w",), ("o",), ("o", PASTE, "enter"), ("?",), ("enter", "down", "enter"),
    ("enter", "down", "down", "enter", PASTE, "enter"), ("enter", "w"), ("enter", "right", "z"),
    ("enter", "down", "down", "down", "enter", PASTE, "enter", "f2"),
    ("enter", "down", "down", "down", "down", "enter", PASTE, "tab"),
    ("enter", *["down"] * 5, "enter", PASTE, "enter"),
    ("enter", *["down"] * 6, "enter", "down", "enter", PASTE, "enter"),
    ("k", PASTE), ("k", PASTE, "enter"), ("d",), ("+", PASTE),
    ("+", PASTE, "enter", "enter", "enter"),
    ("m",), ("m", "left", "tab", "right", "delete"), ("m", "g"), ("g",),
    ("g", "down", "enter", PASTE, "enter"), ("space",), ("end", "t"), ("b",),
)  # fmt: skip
"""From the plan: each dialog and each field in it, with pastes."""
REVEAL: Sequence[tuple[str, ...]] = (
    ("?",), ("f",), ("f", PASTE), ("f", PASTE, "enter"), ("f", "enter", "down", "enter"),
    ("w",), ("n",), ("2",), ("2", PASTE), ("2", PASTE, "tab", PASTE), ("x",), ("m",), ("z",),
)  # fmt: skip
AGENDA: Sequence[tuple[str, ...]] = (("?",), ("o",), ("end", "enter"), ("f",), ("home", "enter"))
WHAT_IF: Sequence[tuple[str, ...]] = (("?",), (" ", "enter"), ("enter", PASTE))
PRESENT: Sequence[tuple[str, ...]] = (("?",), ("t", "t"), ("right", "?"), ("ctrl+p", "h"))
"""From the presenter view, of a question or of the result."""
TEAM: Sequence[tuple[str, ...]] = (
    ("?",),
    ("home", "5", "down", "down", "enter", PASTE, "enter"),
    ("down", "down", "enter"),
    ("ctrl+p", "x", "down"),
)
PROMISES: Sequence[tuple[str, ...]] = (
    (PASTE, "enter", "+2w", "enter"),
    ("f2", "?"),
    ("f", PASTE, "enter"),
    ("escape",),
    ("o", PASTE),
)
HOME: Sequence[tuple[str, ...]] = (("?",), ("b",), ("o",), ("o", PASTE, "enter"), ("i",))


def seen(terminal: Terminal, *, wanted: bool, patience: float) -> bool:
    """Wait until a dialog is there, or is gone; return whether one is there."""
    end = time.perf_counter() + patience
    there = EDGE in terminal.text
    while there != wanted and time.perf_counter() < end:
        if terminal.read(0.05):
            there = EDGE in terminal.text
    return there


def walk(terminal: Terminal, steps: Sequence[tuple[str, ...]]) -> int:
    """Do each step and go back from it; return how many dialogs were seen to open."""
    opened = 0
    for step in steps:
        for key in step:
            terminal.press(key)
            terminal.settle(0.03)
        in_palette = step[0] == "ctrl+p" and step[-1] != "enter"
        is_open = not in_palette and seen(terminal, wanted=True, patience=0.3)
        opened += is_open
        for _ in range(3 if is_open else in_palette):  # a dialog may lie over another one
            terminal.press("escape")
            terminal.settle(0.12)  # with a key soon after it, Escape would be another key
            if not seen(terminal, wanted=False, patience=0.2):
                break
        assert terminal.child.isalive(), (step, terminal.raw[-1500:])
    return opened


def questions(terminal: Terminal) -> int:
    """Walk through everything that opens from a question; return how many dialogs opened."""
    dialogs = walk(terminal, WALK)
    terminal.press("e")
    terminal.child.send(NO_TEXT)
    terminal.settle(0.2)
    terminal.press("escape")
    terminal.settle(0.15)
    return dialogs


def results(terminal: Terminal) -> None:
    """Answer in every way, and open the results."""
    for digit in "321":
        terminal.press(digit, "right")
        terminal.settle(0.1)
    terminal.press("d", "z", "f", "c", "c", "left", "v", "k", "3", "enter")
    terminal.settle(0.3)


def pages(terminal: Terminal) -> int:
    """Walk through the pages that one person uses; return how many dialogs opened."""
    results(terminal)
    dialogs = walk(terminal, RESULTS)
    terminal.press("r")
    terminal.settle(0.3)
    terminal.press("a")
    terminal.settle(0.3)
    dialogs += walk(terminal, PLAN)
    terminal.press("ctrl+p", "what if", "enter")
    terminal.settle(0.3)
    dialogs += walk(terminal, WHAT_IF)
    terminal.press("L", "L")
    for _ in range(5):
        terminal.settle(0.15)
        terminal.press("escape")
    terminal.settle(0.15)
    dialogs += walk(terminal, HOME)
    terminal.press("n")
    terminal.settle(0.2)
    terminal.press(PASTE, "enter", "enter", "enter")
    terminal.settle(0.3)
    return dialogs


def rooms_of_a_team(terminal: Terminal) -> int:
    """Walk through everything that a team uses; return how many dialogs opened."""
    results(terminal)
    terminal.press("p")
    terminal.settle(0.2)
    dialogs = walk(terminal, PRESENT)
    terminal.press("enter")  # from the result to the question
    terminal.settle(0.2)
    dialogs += walk(terminal, PRESENT)
    terminal.press("p", "a")
    dialogs += walk(terminal, VOTE)
    terminal.press("x", "down", "enter")
    terminal.settle(0.3)
    for page, steps in (("votes on this", REVEAL), ("the team talks", AGENDA)):
        terminal.press("ctrl+p", page, "enter")
        terminal.settle(0.3)
        dialogs += walk(terminal, steps)
    for room, steps in (("team session", TEAM), ("promises:", PROMISES)):
        for _ in range(2):
            terminal.press("escape")
            terminal.settle(0.15)
        terminal.press("ctrl+p", room, "enter")
        terminal.settle(0.3)
        dialogs += walk(terminal, steps)
    return dialogs


Walk = Callable[[Terminal], int]


@pytest.mark.long_walk
@pytest.mark.parametrize(
    ("name", "language", "way", "least"),
    [
        (poison.NAME, "nl", questions, 10),
        (poison.OTHER, "en", pages, 10),
        (poison.OTHER, "en", rooms_of_a_team, 5),
    ],
)
def test_every_page_and_dialog_shows_text_only(
    folder: Path,
    running: list[Terminal],
    tally: Tally,
    name: str,
    language: str,
    way: Walk,
    least: int,
) -> None:
    """Walked through with keys, with pastes into every field: nothing obeys, nothing crashes."""
    terminal = begin(folder, name, "--language", language)
    running.append(terminal)
    terminal.until(lambda text: "✓" in text and ("HACKED" in text or "oops" in text))
    terminal.settle(0.3)
    dialogs = way(terminal)
    assert dialogs >= least, terminal.text
    terminal.press("\x11")  # Ctrl+Q stops from a text field, too
    assert terminal.ended() == 0, terminal.text
    assert came_out(terminal.raw) == []
    assert terminal.screen.title in ("", ";default")  # pyte's reading of how the mouse looks
    assert terminal.screen.icon_name == ""
    tally("hostile strings", poison.STRINGS * dialogs)
