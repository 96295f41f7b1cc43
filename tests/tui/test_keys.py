"""Keys: one declaration each, and everything that is declared works."""

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from peil.tui.app import PeilApp
from peil.tui.keys import EVERYWHERE
from peil.tui.screen import PeilScreen
from tests.tui.rooms import overlays, rooms

ALL = rooms()


def owner(room: type, action: str) -> tuple[type, str]:
    """Return the class that has to have the method of an action, and its name."""
    name = action.partition("(")[0]
    if name.startswith("app."):
        return PeilApp, name.removeprefix("app.")
    if name.startswith("screen."):
        return PeilScreen, name.removeprefix("screen.")
    return room, name


@pytest.mark.parametrize("name", ALL)
def test_every_key_has_its_method(name: str) -> None:
    """No key is declared whose action is not there."""
    for command in (*ALL[name].commands, *EVERYWHERE):
        holder, method = owner(ALL[name], command.action)
        assert callable(getattr(holder, f"action_{method}", None)), command.action


@pytest.mark.parametrize("name", ALL)
def test_no_key_means_two_things(name: str) -> None:
    """Within a room every key is declared once."""
    keys = [key for command in ALL[name].commands for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", sorted(overlays()))
def test_every_dialog_has_a_second_key_beside_escape(name: str) -> None:
    """Escape takes a tenth of a second, so another key closes as well."""
    commands = overlays()[name].commands
    assert any(command.action == "close" and command.keys for command in commands)


@pytest.mark.parametrize("name", ALL)
def test_no_key_needs_shift_enter_control_enter_or_alt(name: str) -> None:
    """Many terminals cannot send them."""
    keys = {key for command in ALL[name].commands for key in command.keys}
    assert not {key for key in keys if key.startswith("alt+") or key.endswith("+enter")}


@pytest.mark.parametrize("name", ALL)
def test_bindings_come_from_the_declarations(name: str) -> None:
    """Textual knows exactly the keys that are declared, with their actions."""
    bound = {
        key: binding.action
        for binding in ALL[name].BINDINGS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }
    declared = {
        key: f"{command.action}('{key}')" if command.each else command.action
        for command in ALL[name].commands
        for key in command.keys
    }
    assert bound == declared


def test_quitting_and_the_palette_hold_everywhere() -> None:
    """The keys of the contract are there: help on two keys, Ctrl+P, L, q, Escape."""
    keys = {key for command in EVERYWHERE for key in command.keys}
    assert keys == {"question_mark", "f1", "ctrl+p", "L", "q", "escape"}
    assert issubclass(PeilApp, App)
    assert issubclass(PeilScreen, Screen)
