"""The real program before a room: not a byte of any other assessment goes to the terminal."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal
from tests.tui.conftest import SHOP
from tests.tui.done import GOAL
from tests.tui.test_present import PRIVATE, prepared_team

pytestmark = pytest.mark.terminal

TITLES = ("Quaggahuis", "Xylofoonwinkel", "Zeppelinbar")
"""What the other assessments are called; their ids are the same in small letters."""
NOTE, OWNER = "Okapinotitie", "Pangolinbaas"
"""What was noted in each of them, and who is to do something."""
UNSEEN = (*(title.casefold() for title in TITLES), NOTE.casefold(), OWNER.casefold())
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|.)")
EDGE = "╭"
"""Stands in the corner of a dialog, and nowhere else."""
HOME = "\x1b[H"
"""The key that leads to the first line."""


class Seen(NamedTuple):
    """A page of the run."""

    sign: str
    """What stands on it, and on no other."""
    keys: tuple[str, ...]
    """The keys that lead there from the presenter view."""


PAGES_SEEN = {
    "view": Seen("p back", ()),
    "question": Seen("d don't know", ("p",)),
    "results": Seen("Results · ", ("p", "r")),
    "plan": Seen("Plan · ", ("p", "a")),
    "home": Seen("GO ON", ()),
}
KEYS = tuple("abcdefghijklmnoprstuvwxyz0123456789?+- L")
"""Every key that is a sign, but the one that stops; the one for another language comes last."""
WORDS = (
    "quagg", "xylo", "zepp", "okapi", "pango", "home", "check", "earlier", "newer", "read", "look",
    "begin", "open", "file", "assess", "new", "list", "what if", "answers", "undo",
)  # fmt: skip
"""What is searched for: beginnings of what must not be found, for what is typed is shown."""


@pytest.fixture
def folder(bakery: Path) -> Path:
    """Return a data folder with three other assessments, one of them damaged, and strays."""
    prepared_team(bakery)
    workspace = Workspace(bakery)
    catalog = Catalog([shipped_folder()], workspace.cache)
    for title in TITLES:
        sitting = begin(workspace, catalog, Wishes(title, people="team"), language="en")
        question = sitting.walk.order[0]
        sitting.rate(question, 1)
        sitting.write_note(question, NOTE)
        sitting.set_owner(next(iter(sitting.give_codes().values())), OWNER)
        sitting.close()
        name = title.casefold()
        (workspace.assessments / f"{name}.conflict-1.json").write_text(NOTE)
    (workspace.assessments / f"{TITLES[0].casefold()}.json").write_bytes(b"")
    return bakery


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """Return the program before a room, at its first question."""
    command = [sys.executable, "-m", "peil", SHOP, "--present", "--data-dir", str(folder)]
    with Terminal(command, {"HOME": str(folder)}, folder=folder) as started:
        started.until("Is there a goal")
        yield started


def told(terminal: Terminal, since: int = 0) -> list[str]:
    """Return what went to the terminal, or stands there, of what must not be seen.

    Of what was sent only what came after so many bytes is read again.
    """
    sent = SEQUENCE.sub(b"", terminal.raw[since:]).decode("utf-8", "replace").casefold()
    shown = terminal.text.casefold()
    return [word for word in UNSEEN if word in sent or word in shown]


def at_home(terminal: Terminal) -> None:
    """Go back until there is nothing to go back to."""
    for _ in range(10):
        terminal.press("escape")
        terminal.settle(0.12)  # with a key soon after it, Escape would be another key
        if "GO ON" in terminal.text and EDGE not in terminal.text:
            return
    raise AssertionError(terminal.text)


def at(terminal: Terminal, page: str) -> None:
    """Go to a page by way of home, unless it is there."""
    if PAGES_SEEN[page].sign in terminal.text and EDGE not in terminal.text:
        return
    at_home(terminal)
    if page != "home":
        terminal.press(HOME, "enter")
        terminal.until("p back")
    for key in PAGES_SEEN[page].keys:
        terminal.press(key)
        terminal.settle(0.15)
    assert PAGES_SEEN[page].sign in terminal.text


@pytest.mark.long_walk
@pytest.mark.parametrize("page", PAGES_SEEN)
def test_no_key_shows_another_assessment(terminal: Terminal, page: str, *, long_run: bool) -> None:
    """On no page, with no key and none after it; nor what was noted in this one.

    Each key is pressed on one page; in a long run on every one.
    """
    place = list(PAGES_SEEN).index(page)
    keys = KEYS if long_run else KEYS[place :: len(PAGES_SEEN)]
    for key in keys:
        at(terminal, page)
        before, sent = terminal.text, len(terminal.raw)
        terminal.press(key)
        terminal.settle(0.06)
        if terminal.text != before:
            terminal.press("down", "enter")
            terminal.settle(0.06)
        assert terminal.child.isalive(), (key, terminal.raw[-1500:])
        assert told(terminal, sent) == [], key
    for private in PRIVATE[:3]:
        assert private.encode() not in terminal.raw
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert told(terminal) == []


@pytest.mark.long_walk
def test_no_search_finds_another_assessment(terminal: Terminal, *, long_run: bool) -> None:
    """Whatever is searched for, and whatever is opened from what is found.

    Every name that must not be found; of all else every fifth word, unless the run is long.
    """
    words_typed = WORDS if long_run else (*WORDS[: len(UNSEEN)], *WORDS[len(UNSEEN) :: 5])
    for place, words in enumerate(words_typed):
        at(terminal, ("view", "home")[place % 2])
        sent = len(terminal.raw)
        terminal.press("ctrl+p")
        terminal.settle(0.2)
        terminal.press(words)
        terminal.settle(0.2)
        assert told(terminal, sent) == [], words
        terminal.press("down", "enter")
        terminal.settle(0.2)
        assert terminal.child.isalive(), (words, terminal.raw[-1500:])
        assert told(terminal, sent) == [], words
    terminal.press("\x11")
    assert terminal.ended() == 0


def test_without_it_they_are_seen(folder: Path) -> None:
    """So that the tests above try something; the title of the window stays as it was."""
    command = [sys.executable, "-m", "peil", "--data-dir", str(folder)]
    with Terminal(command, {"HOME": str(folder)}, folder=folder) as terminal:
        terminal.until(TITLES[1])
        assert set(told(terminal)) >= {title.casefold() for title in TITLES[1:]}
        assert terminal.screen.title in ("", ";default")


def test_the_vote_that_runs_comes_first(folder: Path) -> None:
    """A count, for the question on which it runs, and nothing of what was voted."""
    sitting = Sitting.open(Workspace(folder), SHOP)
    sitting.begin_ballot((GOAL,), "keyboard")
    sitting.give("4")
    sitting.next_voter()
    sitting.close()
    command = [sys.executable, "-m", "peil", SHOP, "--present", "--data-dir", str(folder)]
    with Terminal(command, {"HOME": str(folder)}, folder=folder) as terminal:
        terminal.until("1 of 5")
        assert "■ □ □ □ □" in terminal.text
        assert "●" not in terminal.text
        assert terminal.screen.title in ("", ";default")
