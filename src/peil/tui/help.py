"""The help page: all keys, from their one declaration."""

from typing import TYPE_CHECKING

from textual.content import Content

from peil.tui.content import NOTHING, fit, join, text
from peil.tui.keys import EVERYWHERE, Command
from peil.tui.page import Room

if TYPE_CHECKING:
    from peil.tui.app import PeilApp

INDENT = 14
"""Cells that the key takes."""


def help_lines(room: Room, app: "PeilApp") -> list[Content | str]:
    """Return the keys of a room, and those that hold everywhere."""
    say = app.say
    lines: list[Content | str] = []
    if room.commands:
        lines += [text(say("On this page"), "title")]
        lines += [_line(room.key_sign(command), say(command.about)) for command in room.commands]
        lines.append(NOTHING)
    lines.append(text(say("Everywhere"), "title"))
    lines += [_line(say(command.sign), say(command.about)) for command in EVERYWHERE]
    return lines


def _line(sign: str, about: str) -> Content:
    return join(fit(text(sign, "key"), INDENT), text(about))


def searchable(room: Room) -> tuple[Command, ...]:
    """Return the commands that the palette offers in a room."""
    everywhere = (command for command in EVERYWHERE if command.palette)
    return (*(command for command in room.commands if command.palette), *everywhere)
