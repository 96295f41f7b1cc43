"""Addresses: shown whole first, and opened by Enter there and by nothing else."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from peil.errors import PeilError
from peil.tui import browser
from peil.tui.dialogs import address
from tests.text.test_addresses import REFUSED
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage

FIRST = "shop/goal-written"
LONG = "https://example.org/" + "long/" * 30 + "end"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that would have been opened."""
    found: list[str] = []
    monkeypatch.setattr(address, "open_outside", found.append)
    return found


async def until(stage: Stage, holds: Callable[[], bool]) -> None:
    """Wait until a thread has done what it was asked for."""
    for _ in range(200):
        if holds():
            return
        await asyncio.sleep(0.01)
        await stage.settle()
    raise AssertionError(stage.text())


async def test_an_address_is_shown_whole_before_it_is_opened(shop: Path, opened: list[str]) -> None:
    """`o` shows it with its host; Enter opens it."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_note(FIRST, f"see {LONG} and javascript:alert(1)")
        await stage.press("o")
        shown = "".join(line.strip(" │▸") for line in stage.lines())
        assert LONG in shown
        assert "leads to example.org" in stage.text()
        assert "javascript" not in shown
        assert opened == []
        await stage.press("enter")
        await until(stage, lambda: opened == [LONG])
        assert "leads to" not in stage.text()


async def test_one_of_several_is_chosen(shop: Path, opened: list[str]) -> None:
    """Evidence, note and source in one list; the cursor says which one."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_evidence(FIRST, "https://evidence.example", None)
        stage.sitting.write_note(FIRST, "http://note.example, mailto:a@note.example")
        await stage.press("o")
        for each in ("https://evidence.example", "http://note.example", "mailto:a@note.example"):
            assert each in stage.text()
        await stage.press("down", "down", "up", "enter")
        await until(stage, lambda: opened == ["http://note.example"])


async def test_a_look_alike_is_shown_for_what_it_is(shop: Path, opened: list[str]) -> None:
    """Letters of another alphabet in a host are not shown as what they look like."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_note(FIRST, "https://аррӏе.com/login")
        await stage.press("o")
        assert "xn--80ak6aa92e.com" in stage.text()
        await stage.press("escape")
        assert opened == []


@pytest.mark.parametrize("key", ["escape", "tab", "x", "o"])
async def test_nothing_is_opened_by_closing(shop: Path, opened: list[str], key: str) -> None:
    """Every way out but Enter opens nothing, and neither does a click."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_note(FIRST, "https://example.org")
        await stage.press("o")
        await stage.click_on("https://example.org")
        await stage.click_on("https://example.org")
        await stage.press(key)
        assert "leads to" not in stage.text()
        assert opened == []


async def test_without_an_address_it_says_so(shop: Path, opened: list[str]) -> None:
    """Nothing opens, not even the dialog, when there is only what may not be opened."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_note(FIRST, "file:///etc/passwd http://user@example.org")
        await stage.press("o")
        assert "There is no address here" in stage.text()
        await stage.press("enter")
        assert opened == []


async def test_what_does_not_open_is_there_to_copy(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says why, and holds the address."""

    def refuse(_address: str) -> None:
        raise PeilError("There is no browser.")

    monkeypatch.setattr(address, "open_outside", refuse)
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.write_note(FIRST, "https://example.org/x")
        await stage.press("o", "enter")
        await until(stage, lambda: "There is no browser. https://example.org/x" in stage.text())


DISPLAY = {"DISPLAY": ":0"}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands that would have been started; all of them succeed."""
    found: list[list[str]] = []

    def run(command: list[str], **options: object) -> SimpleNamespace:
        assert options["stdin"] == options["stdout"] == options["stderr"] == subprocess.DEVNULL
        found.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    return found


def test_an_address_is_handed_over_as_one_argument(started: list[list[str]]) -> None:
    """No shell reads it, and the terminal is left alone."""
    browser.open_outside("https://example.org/?a=$(x)&b=c'd", DISPLAY)
    (command,) = started
    assert command[0] == sys.executable
    assert command[-1] == "https://example.org/?a=$(x)&b=c'd"


@pytest.mark.parametrize("refused", [*REFUSED, "", "https://example.org x", " https://a.example"])
def test_nothing_but_an_address_is_ever_handed_over(started: list[list[str]], refused: str) -> None:
    """Whatever the dialog did, this door opens plain addresses only."""
    with pytest.raises(ValueError, match="not an address"):
        browser.open_outside(refused, DISPLAY)
    assert started == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
def test_without_a_display_nothing_is_started(started: list[list[str]]) -> None:
    """A browser in the terminal would take the screen away."""
    with pytest.raises(PeilError, match="no browser to be found"):
        browser.open_outside("https://example.org", {"TERM": "xterm"})
    assert started == []


def test_a_browser_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it ends badly or cannot be started at all."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=1))
    with pytest.raises(PeilError, match="No browser took"):
        browser.open_outside("https://example.org", DISPLAY)

    def impossible(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "run", impossible)
    with pytest.raises(PeilError, match="No browser took"):
        browser.open_outside("https://example.org", DISPLAY)
