"""Every page and dialog that Peil has, found by the names under which the app opens them."""

from importlib import import_module

from peil.tui.app import OVERLAYS, PAGES
from peil.tui.overlay import Overlay, Reading
from peil.tui.page import Page, Room


def pages() -> dict[str, type[Page]]:
    """Return the class of each page by name."""
    return {
        name: getattr(import_module(f"peil.tui.pages.{name}"), made) for name, made in PAGES.items()
    }


def overlays() -> dict[str, type[Overlay]]:
    """Return the class of each dialog by name."""
    found = {
        name: getattr(import_module(f"peil.tui.dialogs.{name}"), made)
        for name, made in OVERLAYS.items()
    }
    return {**found, "reading": Reading}


def rooms() -> dict[str, type[Room]]:
    """Return all of them."""
    return {**pages(), **overlays()}
