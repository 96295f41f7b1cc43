"""Pastes: a million letters, with marks or without, into notes, fields and pages."""

from pathlib import Path

import pytest

from peil.text.clean import LINE_LIMIT, NOTE_LIMIT
from tests.terminal.conftest import OpenShop, kept_answer
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

MEGABYTE = "Kom langs: 2 x per week, elke 3 maanden? 4! " * 24_000
CONTROLS = "a\x1b[31mb\x1b]0;title\x07c\x00d\r\n" * 50_000


def marked(text: str) -> str:
    """Return a text as a terminal sends a paste."""
    return f"\x1b[200~{text}\x1b[201~"


def into_field(terminal: Terminal, key: str, text: str) -> None:
    """Open a field with a key, and paste into it until it says that it is full."""
    terminal.press(key)
    terminal.until("F1 help")
    terminal.paste(text)
    terminal.until("was cut after")
    terminal.settle(0.2)


@pytest.mark.fault("a 1 MB paste into a note")
def test_a_megabyte_pasted_anywhere(open_shop: OpenShop, shop: Path) -> None:
    """Kept up to the limit and said; on a page nothing is answered; keys work at once after."""
    terminal = open_shop()
    for text in (marked(MEGABYTE), MEGABYTE, marked("1\n2\nq\n" * 1000)):
        terminal.paste(text)
    terminal.settle(0.3)
    assert "1-4 choose" in terminal.text
    assert kept_answer(shop).state is None
    for text in (marked(MEGABYTE), MEGABYTE):
        into_field(terminal, "n", text)
        terminal.press("tab")
        terminal.until("1-4 choose")
        terminal.until("✓ saved")
        terminal.settle(0.1)
        assert kept_answer(shop).note == MEGABYTE[:NOTE_LIMIT].strip()
        into_field(terminal, "e", text)
        terminal.press("enter")
        terminal.until("1-4 choose")
        terminal.until("✓ saved")
        terminal.settle(0.1)
        assert kept_answer(shop).evidence == MEGABYTE[:LINE_LIMIT].strip()
        terminal.press("z")
        terminal.until("Nothing yet (e)")
        terminal.press("z")
        terminal.until(lambda screen: "Note  " not in screen)
    into_field(terminal, "n", marked(CONTROLS))
    terminal.press("tab", "4")
    terminal.until("4 ●")
    terminal.press("q")
    assert terminal.ended() == 0
    assert kept_answer(shop).note.startswith("abcd\nabcd\nabcd")
    assert b"title" not in terminal.raw


def test_what_is_typed_ahead_arrives_where_it_belongs(open_shop: OpenShop, shop: Path) -> None:
    """Keys, text, Tab and keys in one go, also a paste: no digit of a note answers a question."""
    terminal = open_shop()
    terminal.press("n2 people, 3 days\t4")
    terminal.until("4 ●")
    terminal.press("n" + marked("; 1 plan") + "\te" + marked("the wall") + "\r3")
    terminal.until("3 ●")
    terminal.until("the wall (")
    terminal.press("q")
    assert terminal.ended() == 0
    answer = kept_answer(shop)
    assert answer.note == "2 people, 3 days; 1 plan"
    assert (answer.level, answer.evidence) == (3, "the wall")
