"""A team of five at one screen, from set-up to minutes, with a kill between two votes."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from peil.assessment.ballot import Ballot
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.ballot_box import BallotBox
from peil.store.disk import DISK
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

NAME = "bakery-jansen"
QUESTIONS = 18
ASKED = 5
"""On how many of them every key is watched."""
SLIPS = ("14" + "2" * 16, "41" + "3" * 16, "12" + "2" * 16, "44" + "2" * 16, "23" + "2" * 16)
"""Far apart on the first two questions, near each other on the rest."""
OTHER_SLIPS = ("?-" + "4" * 16, "11" + "1" * 16, "--" + "?" * 16, "33" + "4" * 16, "22" + "-" * 16)
"""As long, and nothing in them is the same."""


@pytest.fixture
def home(tmp_path: Path, parsed: Path) -> Path:
    """Return a folder with the data of a bakery that has answered nothing."""
    return made(tmp_path, parsed)


def made(folder: Path, parsed: Path) -> Path:
    """Make a bakery in a folder, and say that five of them vote."""
    data = folder / "data"
    data.mkdir(mode=0o700, parents=True)
    (data / "cache").symlink_to(parsed)
    workspace = Workspace(data)
    catalog = Catalog([shipped_folder()], workspace.cache)
    begin(workspace, catalog, Wishes("Bakery Jansen", people="team"), language="en").close()
    return folder


def opened(home: Path) -> Terminal:
    """Start the real program with the bakery open, in a terminal of 80 by 24."""
    environment = {"HOME": str(home), "PEIL_DATA": str(home / "data")}
    return Terminal([sys.executable, "-m", "peil", NAME], environment, folder=home)


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    """Yield the program, at its first question."""
    with opened(home) as started:
        started.until("core question 1 of 18")
        yield started


def in_box(home: Path) -> Ballot | None:
    """Return the running vote as it stands on the disk."""
    return BallotBox(home / "data" / "assessments", NAME, DISK).read(counted=0)


def kept(terminal: Terminal, home: Path, cast: int, word: int) -> None:
    """Wait until so many votes, and so many signs of the next one, are on the disk."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        ballot = in_box(home)
        if ballot is not None and (ballot.cast, len(ballot.word)) == (cast, word):
            return
        terminal.read(0.02)
    raise AssertionError(terminal.text)


def open_session(terminal: Terminal) -> None:
    """Open the page of the team session by its name."""
    terminal.press("ctrl+p")
    terminal.until("Search for a question")
    terminal.press("Team session")
    terminal.until(lambda text: text.count("Team session") > 1)
    terminal.press("enter")
    terminal.until("HOW YOU MEET")


def type_slip(terminal: Terminal, word: str, number: int) -> None:
    """Type one slip, and see the same card as after any other."""
    terminal.until(f"Slip {number} of 5")
    terminal.press(word)
    terminal.until(f"{number} of 5\n")
    terminal.until("All votes are in." if number == len(SLIPS) else f"Slip {number} is in.")


def test_an_hour_of_a_team(home: Path, terminal: Terminal) -> None:
    """Slips, a kill, the agenda, two talks, proposals, promises, and the minutes of it all."""
    open_session(terminal)
    terminal.press("5")
    terminal.until(lambda text: "Voters 5" in " ".join(text.split()))
    terminal.press("v")
    for number, word in enumerate(SLIPS[:2], 1):
        type_slip(terminal, word, number)
        terminal.press(" ")
    terminal.until("Slip 3 of 5")
    kept(terminal, home, cast=2, word=0)
    terminal.kill()

    with opened(home) as again:
        again.until("A vote is running")
        again.press("v")
        for number, word in enumerate(SLIPS[2:], 3):
            type_slip(again, word, number)
            again.press(" " if number < len(SLIPS) else "enter")
        talk(again)
        promise(again, home)
    check(home)


def talk(terminal: Terminal) -> None:
    """Talk about the two that lie far apart, each with a second round; take over the rest."""
    terminal.until("18 questions voted on.")
    for second, verdict, keys in (
        ("22232", "NEARLY AGREED", ["enter"]),
        ("22243", "DIVIDED", ["2", "half of it is on paper", "enter"]),
    ):
        terminal.until("FAR APART")
        terminal.press("enter")
        terminal.until("Reveal · round 1")
        terminal.press("v")
        terminal.until("F1 help")
        terminal.press(second)
        terminal.until("5 of 5")
        terminal.press("enter")
        terminal.until("Reveal · round 2")
        terminal.until(verdict)
        terminal.press(keys[0])
        if keys[1:]:
            terminal.until("Why do you agree on this?")
            terminal.press(*keys[1:])
        terminal.until("Agreed: level 2. Enter goes on.")
        terminal.press("enter")
        terminal.until("Agenda ·")
    terminal.until("16 with a proposal")
    terminal.press("o")
    terminal.until("Take over all proposals")
    terminal.press("enter")
    terminal.until("Everything is settled")


def promise(terminal: Terminal, home: Path) -> None:
    """Give two actions a name and a day, show fingers, and write the minutes."""
    open_session(terminal)
    terminal.press("c")
    for number, name in enumerate(("Marieke", "Piet"), 1):
        terminal.until(f"Promise {number} of 6")
        terminal.press(name, "enter", "+2w", "enter")
    for number in range(3, 7):
        terminal.until(f"Promise {number} of 6")
        terminal.press("pagedown")
    terminal.until("THIS IS WHAT YOU PROMISE")
    terminal.press("f")
    terminal.settle(0.3)
    terminal.press("45344", "enter")
    terminal.until(lambda text: "█" in text or "■" in text)
    open_session(terminal)
    terminal.press("n")
    terminal.until("Minutes – Bakery Jansen")
    terminal.press("o")
    terminal.until(".md")
    terminal.press("enter")
    terminal.settle(0.3)
    assert list(home.glob("*.md"))
    terminal.press("\x11")
    assert terminal.ended() == 0


def check(home: Path) -> None:
    """Find everything on the disk, and no trace of who voted what."""
    sitting = Sitting.look(Workspace(home / "data"), NAME)
    first, second, *rest = sitting.walk.core
    assert [each.votes for each in sitting.vote_on(first).rounds] == [
        {"1": 2, "2": 1, "4": 2}, {"2": 4, "3": 1},
    ]  # fmt: skip
    assert [each.votes for each in sitting.vote_on(second).rounds] == [
        {"1": 1, "2": 1, "3": 1, "4": 2}, {"2": 3, "3": 1, "4": 1},
    ]  # fmt: skip
    agreed = sitting.vote_on(second).agreed
    assert agreed is not None
    assert (agreed.level, agreed.reason) == (2, "half of it is on paper")
    assert [sitting.answer(name).level for name in (first, second, *rest)] == [2] * QUESTIONS
    owners = [record.owner for record in sitting.assessment.actions.values() if record.owner]
    assert owners == ["Marieke", "Piet"]
    assert sitting.assessment.meeting.fist == {"3": 1, "4": 3, "5": 1}
    minutes = next(home.glob("*.md")).read_text()
    for said in ("half of it is on paper", "Marieke", "Piet"):
        assert said in minutes
    printed = subprocess.run(
        [sys.executable, "-m", "peil", "minutes", NAME, "--data-dir", str(home / "data")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "half of it is on paper" in printed
    assert not list((home / "data").rglob("*.ballot"))
    for path in files(home):
        text = path.read_text("utf-8", "replace")
        assert '"sealed"' not in text
        for word in SLIPS:
            assert word not in text


def files(home: Path) -> list[Path]:
    """Return every file of the data folder, but for parsed questionnaires."""
    data = home / "data"
    found = sorted(path for path in data.rglob("*") if path.is_file())
    return [path for path in found if "cache" not in path.relative_to(data).parts]


class Seen:
    """What somebody could see, in the room or on the disk, after each key of a vote."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.screens: list[str] = []
        """The screen with its colours and its cursor, and the title of the window."""
        self.boxes: list[str] = []
        """Names, lengths and readable parts of what lies in the ballot box."""
        self.pieces: set[bytes] = set()
        """Every piece of text that went to the terminal, and every code between two of them."""


def screen_of(terminal: Terminal) -> str:
    """Return everything that a screen shows, colours and cursor included."""
    screen = terminal.screen
    cells = (
        repr(tuple(screen.buffer[y][x])) for y in range(screen.lines) for x in range(screen.columns)
    )
    cursor = (screen.cursor.x, screen.cursor.y, screen.cursor.hidden)
    return "".join((*cells, repr(cursor), screen.title))


SEALED = re.compile(r'"(sealed|checksum)":"([^"]*)"')
PIECE = re.compile(rb"\x1b[\[\]PX^_()][^a-zA-Z]*[a-zA-Z]?|[^\x1b]+")


def voted(home: Path, slips: Sequence[str]) -> Seen:
    """Vote with these slips, the clock at rest, up to the moment before the reveal."""
    sitting = Sitting.open(Workspace(home / "data"), NAME)
    sitting.set_meeting(voters=len(slips), topics=sitting.items.topics[: len(slips[0])])
    sitting.close()
    seen = Seen()
    with opened(home) as terminal:
        terminal.until("core question 1 of 18")
        open_session(terminal)
        terminal.press("v")
        terminal.until("Slip 1 of 5")
        terminal.press("t")
        terminal.until("stands still")
        kept(terminal, home, cast=0, word=0)
        others = {path: path.read_bytes() for path in files(home) if path.suffix != ".ballot"}
        start = len(terminal.raw)
        for number, word in enumerate(slips):
            for place, sign in enumerate(word, 1):
                terminal.press(sign)
                kept(terminal, home, cast=number, word=place)
                terminal.settle(0.03)
                seen.screens.append(screen_of(terminal))
                seen.boxes.append(box_of(home))
            if number < len(slips) - 1:
                terminal.press(" ")
                kept(terminal, home, cast=number + 1, word=0)
                terminal.settle(0.03)
        seen.pieces = set(PIECE.findall(terminal.raw[start:]))
        for path in files(home):
            if path.suffix != ".ballot":
                assert path.read_bytes() == others[path], path
    return seen


def box_of(home: Path) -> str:
    """Return what can be read of the ballot box, the length of its seals included."""
    parts = []
    for path in files(home):
        if path.suffix == ".ballot":
            text = SEALED.sub(lambda found: str(len(found[2])), path.read_text())
            parts += [path.name, str(path.stat().st_size), str(path.stat().st_mode), text]
    return "\n".join(parts)


def test_no_byte_tells_one_vote_from_another(tmp_path: Path, parsed: Path) -> None:
    """After each key the screen, its codes and every file are the same for any votes."""
    one = voted(made(tmp_path / "one", parsed), [word[:ASKED] for word in SLIPS])
    other = voted(made(tmp_path / "other", parsed), [word[:ASKED] for word in OTHER_SLIPS])
    assert len(one.screens) == len(SLIPS) * ASKED
    for place, (screen, other_screen) in enumerate(zip(one.screens, other.screens, strict=True)):
        assert screen == other_screen, f"after key {place}"
    assert one.boxes == other.boxes
    assert one.pieces == other.pieces
