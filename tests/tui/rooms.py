"""Every page and dialog that Peil has, found in the folders in which they live."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeGuard

import peil.tui.dialogs
import peil.tui.pages
from peil.tui.editing import Editing
from peil.tui.file_field import FileField
from peil.tui.overlay import Overlay, Reading
from peil.tui.page import Page, Room
from peil.tui.paper import Paper
from peil.tui.topic_list import TopicList


def rooms() -> dict[str, type[Room]]:
    """Return the class of each page and dialog by its name."""
    return {room.__name__: room for room in _found()}


def overlays() -> dict[str, type[Room]]:
    """Return the class of each dialog by its name."""
    return {name: room for name, room in rooms().items() if issubclass(room, Overlay)}


def _found() -> Iterator[type[Room]]:
    yield Reading
    for package in (peil.tui.dialogs, peil.tui.pages):
        for module in iter_modules(package.__path__):
            members = vars(import_module(f"{package.__name__}.{module.name}")).values()
            for member in members:
                if _is_room(member):
                    yield member


def _is_room(member: object) -> TypeGuard[type[Room]]:
    """Return whether a member of a module is a page or dialog, and no base of them."""
    bases = {Editing, FileField, Overlay, Paper, Reading, Page, Room, TopicList}
    return isinstance(member, type) and issubclass(member, Room) and member not in bases
