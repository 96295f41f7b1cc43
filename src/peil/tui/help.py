"""The help page: all keys, from their one declaration."""

from typing import TYPE_CHECKING

from peil.tui.content import NOTHING, text
from peil.tui.keys import EVERYWHERE, HELP, HELP_IN_TEXT, Command
from peil.tui.overlay import Labelled, Line
from peil.tui.page import Room

if TYPE_CHECKING:
    from peil.tui.app import PeilApp


def help_lines(room: Room, app: "PeilApp") -> list[Line]:
    """Return what a room has to say, its keys, and those that hold everywhere."""
    say, plain = app.say, app.signs.plain
    lines: list[Line] = [*room.help_first()]
    if lines:
        lines.append(NOTHING)
    if room.commands:
        lines.append(text(say("On this page"), "title"))
        lines += [
            Labelled(room.key_sign(command), say(command.about)) for command in room.open_commands
        ]
        lines.append(NOTHING)
    lines.append(text(say("Everywhere"), "title"))
    lines += [Labelled(plain(say(each.sign)), say(each.about)) for each in _everywhere(room)]
    return lines


def _everywhere(room: Room) -> tuple[Command, ...]:
    """Return the keys that hold everywhere, as they hold in a room: `?` can be a letter there."""
    if not room.hides:
        return EVERYWHERE
    shown = tuple(each for each in EVERYWHERE if each.action != "app.command_palette")
    return tuple(HELP_IN_TEXT if each is HELP else each for each in shown)


def searchable(room: Room) -> tuple[Command, ...]:
    """Return the commands that the palette offers in a room."""
    everywhere = (command for command in EVERYWHERE if command.palette)
    return (*(command for command in room.open_commands if command.palette), *everywhere)
