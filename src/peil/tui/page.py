"""Rooms of the screen: what a page and a dialog promise.

The contract, for whoever writes a page:

* A page is a focusable widget, made once when it is first opened and afterwards only
  shown and hidden. `compose` builds it, mostly from one or a few `Canvas` widgets.
* `commands` declares its keys; each names a method `action_<name>` of the page. The
  base class makes the bindings. `key_sign` and `offers` may depend on what is shown.
* `heading()` says what stands in the header lines and how full the progress rule is.
* `show()` is called whenever the page may have to look different: it was opened, the
  assessment changed, the language or the theme changed. It redraws from `self.sitting`
  and keeps the cursor. It must be cheap when little changed.
* A page asks `self.peil` (the app) for everything else: `sitting`, `say`, `signs`,
  `open_page("results")`, `back()`, `tell("...")` for a sentence above the footer,
  `changed()` after a change of the assessment, `attempt(change, ...)` to make a change
  and show the sentence of a PeilError instead of raising it.
* Text on the screen is made with `content.text`; inks are names from `themes.INKS`.
* A page whose canvases cover all of it sets `BLANK = True`, so that nothing is drawn
  beneath them.
* A click on a canvas is answered by the page: `on_click`, with offsets inside it.
* Dialogs are `Overlay`s (overlay.py), opened with `self.peil.open_overlay(name)`; for
  lines to read there is `self.peil.read_aloud(title, lines)`.
"""

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.content import Content
from textual.widget import Widget

from peil.tui.content import NOTHING
from peil.tui.keys import Command, bindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peil.sitting import Sitting
    from peil.text.languages import Words
    from peil.tui.app import PeilApp
    from peil.tui.overlay import Line
    from peil.tui.signs import Signs


class Heading(NamedTuple):
    """What stands in the header."""

    right: Content = NOTHING
    """Right on the first line; the saved sign when empty and an assessment is open."""
    left: Content = NOTHING
    """Left on the second line; without it and `end` there is no second line."""
    end: Content = NOTHING
    """Right on the second line."""
    short_end: Content = NOTHING
    """The same in fewer words, for a narrow window."""
    done: float | None = None
    """How full the progress rule is, from 0 to 1; None draws a plain rule."""
    titled: bool = True
    """Whether the first line names the open assessment."""
    name: Content = NOTHING
    """Left on the first line, in place of Peil and the assessment."""
    behind: Content = NOTHING
    """Behind that; it stays where there is no room for both."""


class Room(Widget, inherit_css=False):
    """A page or an overlay: something with keys of its own."""

    DEFAULT_CSS = "Room { width: 1fr; height: 1fr; layout: vertical; }"
    can_focus = True
    commands: ClassVar[tuple[Command, ...]] = ()
    """The keys of this room, in the order of the footer."""

    explains: ClassVar[bool] = True
    """Whether the footer offers help."""

    def __init_subclass__(cls, *, inherit_css: bool = True) -> None:
        """Make the bindings from the commands."""
        cls.BINDINGS = [*bindings(cls.__dict__.get("commands", ()))]
        super().__init_subclass__(inherit_css=inherit_css)

    @property
    def peil(self) -> "PeilApp":
        """The app, by its own type."""
        return cast("PeilApp", self.app)

    @property
    def sitting(self) -> "Sitting":
        """The open assessment."""
        return self.peil.sitting

    @property
    def say(self) -> "Words":
        """The words of the language on the screen."""
        return self.peil.say

    @property
    def signs(self) -> "Signs":
        """The signs that this terminal can draw."""
        return self.peil.signs

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus, so that letters are letters."""
        focused = self.peil.peil_screen.focused
        return focused is not None and focused.check_consume_key("a", "a")

    @property
    def hides(self) -> bool:
        """Whether a vote is typed here, so that nothing may open in which anything is found."""
        return False

    @property
    def unkept(self) -> bool:
        """Whether something is typed here that is not handed over to be saved."""
        return False

    def key_sign(self, command: Command) -> str:
        """Return how a command's key is written here."""
        return self.signs.plain(self.say(command.sign))

    def key_brief(self, command: Command) -> str:
        """Return what a command does here, in one or two words."""
        return self.say(command.brief)

    def offers(self, command: Command) -> bool:
        """Return whether the footer may show a command now."""
        return command.footer

    @property
    def open_commands(self) -> list[Command]:
        """The commands of this room that lead somewhere in this run."""
        return [command for command in self.commands if not self.peil.is_shut(command.opens)]

    def footer_commands(self) -> list[Command]:
        """Return the commands of the footer, the most needed first."""
        return [command for command in self.open_commands if self.offers(command)]

    def help_first(self) -> "Sequence[Line]":
        """Return what help says before the keys."""
        return ()

    def show(self) -> None:
        """Look as everything stands now; called when opened and after every change."""

    def on_focus(self) -> None:
        """Let the footer follow: help is `?` or F1."""
        self.peil.peil_screen.footer.redraw()

    def on_descendant_focus(self) -> None:
        """Let the footer follow: help is `?` or F1."""
        self.peil.peil_screen.footer.redraw()

    def enter(self) -> None:
        """Take the focus; called when the room is opened and shown."""
        self.take_focus(self)

    def take_focus(self, widget: Widget) -> None:
        """Give a widget the focus at once, so that a key typed ahead finds it."""
        self.peil.peil_screen.give_focus(widget)

    def keep(self) -> None:
        """Keep what is typed but not yet stored; called before the room is left or Peil stops."""


class Page(Room):
    """One page of the screen."""

    discreet: ClassVar[bool] = False
    """Whether a room full of people reads it: no path, no file and no remark of Peil beside it."""

    def opened_from(self, page: str) -> None:
        """Learn from which page this one is opened; coming back to it says nothing."""

    def heading(self) -> Heading:
        """Return what stands in the header."""
        return Heading()

    def step_back(self) -> bool:
        """Do one step back inside the page; False when there is none, and the page is left."""
        return False
