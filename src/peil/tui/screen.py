"""The one screen: header, the room of the pages, footer, and the overlays above it."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.events import Key, Resize
from textual.geometry import Size
from textual.widget import Widget

from peil.tui.canvas import Canvas, CanvasScreen
from peil.tui.content import NOTHING, paragraph
from peil.tui.frame import Footer, Header
from peil.tui.overlay import Overlay, Reading
from peil.tui.page import Page, Room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from peil.tui.app import PeilApp

SMALLEST = (40, 12)
"""Columns and lines below which nothing can be shown but a request for room."""


def is_too_small(size: Size) -> bool:
    """Return whether a window shows nothing but the request for room."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class TooSmall(Canvas, can_focus=True):
    """Stands in for everything in a window that is too small; keys rest."""

    def draw(self, width: int, height: int) -> "Sequence[Content]":
        """Return the request, in the middle."""
        say = cast("PeilApp", self.app).say
        columns, lines = SMALLEST
        lines_shown = paragraph(
            say("Make the window larger: {columns} by {lines}.", columns=columns, lines=lines),
            width,
            "warm",
        )
        return [*[NOTHING] * max(0, (height - len(lines_shown)) // 2), *lines_shown]


class Rooms(Widget, inherit_css=False):
    """Where the pages lie, and the dialogs above them."""

    BLANK = True  # a page lies over all of it
    DEFAULT_CSS = """
    Rooms {
        width: 1fr; height: 1fr; layout: vertical; layers: base overlay; align: center top;
    }
    """


class PeilScreen(CanvasScreen):
    """Holds the pages, built once each, and shows one of them."""

    BLANK = True  # header, rooms and footer lie over all of it

    def __init__(self, first: Page) -> None:
        """Begin with one page; others are added when they are first opened."""
        super().__init__()
        self.page: Page = first
        self.overlay: Overlay | None = None
        self._focus_before: Widget | None = None
        self._beneath: Overlay | None = None
        """The dialog over which something to read was opened."""
        # Kept here rather than looked up: the thread that writes asks for the header, and
        # Textual's look-up is for its own thread only.
        self.header = Header()
        """The header."""
        self.footer = Footer()
        """The footer."""
        self._rooms = Rooms(first)
        self._small = TooSmall(id="too-small")

    def compose(self) -> ComposeResult:
        """Header, pages, footer."""
        yield self.header
        yield self._rooms
        yield self.footer
        yield self._small

    @property
    def room(self) -> Room:
        """What takes the keys now: the overlay, or the page."""
        return self.overlay or self.page

    @property
    def is_busy(self) -> bool:
        """Whether remarks have to wait: a dialog is open, or a room full of people reads."""
        return self.overlay is not None or self.page.discreet

    @property
    def unkept(self) -> bool:
        """Whether something is typed that is not handed over to be saved, beneath help as well."""
        return any(each.unkept for each in (self.room, self._beneath) if each is not None)

    def keep_typed(self) -> None:
        """Keep what stands in open fields, beneath help as well."""
        for each in (self.room, self._beneath):
            if each is not None:
                each.keep()

    def on_mount(self) -> None:
        """Show the first page."""
        self.page.show()
        self.show_frame()
        self.page.enter()
        cast("PeilApp", self.app).greet()

    def show_frame(self) -> None:
        """Bring header and footer up to date."""
        self.header.show(self.page.heading())
        self.footer.show(self.room)

    def show_all(self) -> None:
        """Bring everything that is visible up to date."""
        self.page.show()
        if self.overlay is not None:
            self.overlay.show()
        self.show_frame()

    async def open_page(self, page: Page) -> None:
        """Show a page in place of the one there was, mounting it when it is new."""
        self._close_all()
        remarks_waited = self.is_busy
        if page.discreet:
            self.footer.tell("")
        with self.app.batch_update():  # no frame without the one and the other
            if page is not self.page:
                self.page.display = False
            self.page = page
            if page.parent is None:
                await self._rooms.mount(page)
            page.display = True
            page.show()
            self.show_frame()
            page.enter()
        self.refresh(repaint=False, layout=True)
        if remarks_waited:
            self._tell_what_waited()

    def _tell_what_waited(self) -> None:
        app = cast("PeilApp", self.app)
        app.call_after_refresh(app.tell_what_waited)

    async def open_overlay(self, overlay: Overlay) -> None:
        """Open a dialog over the page, mounting it when it is new."""
        self._leave_overlay_for(overlay)
        self.overlay = overlay
        with self.app.batch_update():
            self.page.add_class("behind")
            if overlay.parent is None:
                await self._rooms.mount(overlay)
            overlay.display = True
            overlay.show()
            self.footer.show(overlay)
            overlay.enter()
        self.refresh(repaint=False, layout=True)

    def _leave_overlay_for(self, other: Overlay) -> None:
        """Keep what is typed in the dialog that is open; it comes back after something to read."""
        now = self.overlay
        if now is None:
            self._focus_before = self.focused
        elif now is other:
            return
        elif isinstance(other, Reading):
            now.display = False
            self._beneath = now
        else:
            self._close_all()

    def _close_all(self) -> None:
        """Close the dialog, and the one beneath; what is typed in either is kept."""
        while self.overlay is not None:
            self.overlay.keep()
            self.close_overlay()

    def give_focus(self, widget: Widget) -> None:
        """Give a widget the focus at once; keys on their way to the one before go there first."""
        before = self.focused
        self.set_focus(widget, scroll_visible=False)
        if before is not widget:
            cast("PeilApp", self.app).follow(before)

    def close_overlay(self) -> None:
        """Close the dialog and give the focus back: to the dialog beneath, or to the page."""
        if self.overlay is None:
            return
        overlay, self.overlay = self.overlay, None
        overlay.forget()
        if self._beneath is not None:
            overlay.display = False
            self.overlay, self._beneath = self._beneath, None
            self.overlay.display = True
            self.overlay.show()
            self.footer.show(self.overlay)
            self.overlay.enter()
            return
        self.page.remove_class("behind")
        self.give_focus(self._focus_before or self.page)
        overlay.display = False
        self.page.show()
        self.show_frame()
        self._tell_what_waited()

    def on_key(self, _event: Key) -> None:
        """Take the message away at the next key."""
        self.footer.tell("")

    def on_mouse_down(self) -> None:
        """Take the message away when the mouse is used."""
        self.footer.tell("")

    def on_resize(self, event: Resize) -> None:
        """Ask for room in a window that is too small, and come back when there is."""
        small = is_too_small(event.size)
        if small == self.has_class("too-small"):
            return
        self.set_class(small, "too-small")
        if small:
            self.set_focus(self._small, scroll_visible=False)
        else:
            self.room.enter()

    def action_back(self) -> None:
        """Go one step back: close the dialog, or leave the page; never out."""
        if self.overlay is not None:
            self.overlay.close()
        elif not self.page.step_back():
            cast("PeilApp", self.app).back()

    def action_help(self) -> None:
        """Explain the keys of what is shown."""
        cast("PeilApp", self.app).open_help()
