"""The app: which page is open, which assessment, which language; and what ends it.

It holds no rule of the product. Pages and overlays are imported when first opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec.structs import replace
from textual.app import App
from textual.binding import Binding
from textual.events import Event, Paste
from textual.screen import Screen

from peil.errors import OpenElsewhere, PeilError
from peil.store.settings import save_settings
from peil.text.clean import NOTE_LIMIT, clean
from peil.text.languages import LANGUAGES
from peil.tui.desk import Desk
from peil.tui.keys import EVERYWHERE, bindings
from peil.tui.newer import look_later
from peil.tui.screen import PeilScreen
from peil.tui.signs import ASCII, Signs, signs_for
from peil.tui.themes import COLOURS, DEFAULT_THEME, themes
from peil.tui.voting import VotingApp

if TYPE_CHECKING:
    from peil.store.settings import Settings
    from peil.tui.pages.plan import PlanPage

WARM_UP = 0.2
"""Seconds after the first page stands in which nobody has read a question yet."""


class PeilApp(VotingApp):
    """Peil on the full screen."""

    TITLE = "Peil"
    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        *bindings(EVERYWHERE),
        Binding("ctrl+c", "hint_stop", show=False, system=True, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True),
    ]
    CSS = """
    Page.behind { opacity: 40%; }
    #too-small { display: none; height: 1fr; }
    PeilScreen.too-small Header, PeilScreen.too-small Footer { display: none; }
    PeilScreen.too-small Rooms { display: none; }
    PeilScreen.too-small #too-small { display: block; }
    Input > .input--placeholder { color: $faint; }
    SearchIcon { display: none; }
    .ascii Overlay { border: ascii $primary; }
    .ascii StartPage Input, .ascii StartPage Input:focus { border: ascii $accent; }
    .ascii StartPage.low Input { border: none; }
    """

    def __init__(
        self,
        desk: Desk,
        language: str,
        first: str,
        *,
        closed_door: tuple[str, OpenElsewhere] | None = None,
    ) -> None:
        """Begin on the page `first`; `sit_down` opens an assessment.

        `closed_door`: the id of an assessment that was asked for and is open elsewhere.
        """
        super().__init__(desk, language, first)
        self.settings = desk.settings
        self.signs: Signs = ASCII if desk.settings.ascii else signs_for()
        self._closed_door = closed_door
        self.notice: PeilError | None = None
        """What is to be said about the settings when the first page stands."""
        for theme in themes():
            self.register_theme(theme)
        wished = desk.settings.theme
        # Set without watching: the styles are read once, with the right colours.
        self.set_reactive(App.theme, wished if wished in COLOURS else DEFAULT_THEME)
        self.stylesheet.set_variables(self.get_css_variables())

    async def on_event(self, event: Event) -> None:
        """Clean a paste before any field sees it, of the palette too.

        One letter more is left than any field takes, so that it can say what it cut.
        """
        if isinstance(event, Paste):
            event.text = clean(event.text, NOTE_LIMIT + 1)
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen, with the first page in it."""
        return PeilScreen(self.page(self.first))

    def open_help(self) -> None:
        """Explain every key of what is shown."""
        help_page = import_module("peil.tui.help")
        self.read_aloud(self.say("Help"), help_page.help_lines(self.peil_screen.room, self))

    def go_to_question(self, question: str) -> None:
        """Open a question, given by its full id, wherever the walk stands."""
        if question not in self.sitting.walk.order and self.sitting.assessment.core_only:
            self.sitting.walk_core_only(wanted=False)
        self.sitting.go_to(question)
        if self.page_name == "question":
            self.changed()
        else:
            self.open_page("question")

    def go_to_action(self, key: str) -> None:
        """Open the plan with the cursor at an action, given by its key."""
        plan = cast("PlanPage", self.page("plan"))
        plan.begin_at(key)
        if plan is self.peil_screen.page:
            self.changed()
        else:
            self.open_page("plan")

    def action_present(self) -> None:
        """Open the presenter view, from a key: what the page shows, for the whole room."""
        self.open_page("present")

    def open_why(self, item: str) -> None:
        """Show the sum behind a number; `item` is the full id of a question or topic."""
        why = import_module("peil.report.explained")
        self.read_aloud(self.say("Why this number"), why.why_lines(self.sitting, item, self.say))

    # Changes and messages

    def greet(self) -> None:
        """Say what is to be said once the first page stands."""
        if self.notice is not None and not self.presents:
            self.tell(self.notice.sentence(self.say), "caution")
        self.tell_notice()
        if self._closed_door is not None:
            self.offer_look(*self._closed_door)

    # Keys that hold everywhere

    def action_switch_language(self) -> None:
        """Go on in the other language; the place stays."""
        others = [language for language in LANGUAGES if language != self.language]
        self.speak(others[0])

    def speak(self, language: str) -> None:
        """Go on in a language, and remember it."""
        self.language = language
        self.desk = self.desk._replace(language=None)  # from now on each has its own again
        self._remember(replace(self.settings, language=language))
        if self._sitting is not None:
            self._sitting.speak(language)
        self.changed()

    def dress(self, theme: str) -> None:
        """Put on a theme, and remember it."""
        self.theme = theme
        self._remember(replace(self.settings, theme=theme))
        self.call_after_refresh(self.changed)

    def _remember(self, settings: "Settings") -> None:
        """Keep the settings; a folder that cannot be written stops nothing."""
        self.settings = settings
        try:
            save_settings(self.desk.workspace.folder, settings)
        except PeilError as error:
            self.tell(error.sentence(self.say), "failed")

    def action_hint_stop(self) -> None:
        """Say how to stop: Ctrl+C itself loses nothing and ends nothing."""
        self.tell(self.say("Press Esc and then q to stop; everything is saved by itself."), "faint")

    async def action_quit(self) -> None:
        """Stop, also from a text field (Ctrl+Q)."""
        self.action_stop()

    def action_stop(self) -> None:
        """Keep what is typed, save, and stop; what cannot be saved is said first, once."""
        self.keep_typed()
        if self.may_stop():
            self.leave(0)

    def cannot_step_aside(self) -> None:
        """Say why Ctrl+Z did nothing."""
        self.tell(
            self.say("There is no shell here to go back to. Press Esc and then q to stop."), "faint"
        )

    def leave(self, code: int) -> None:
        """Keep what is typed and end with an exit code; the sitting is closed by `run`."""
        self.keep_typed()
        self.exit(return_code=code)

    def on_mount(self) -> None:
        """Use plain signs where they are wished, and be ready for the first answer."""
        if self.signs.ascii:
            self.add_class("ascii")
        self.set_timer(WARM_UP, self._warm_up)

    def _warm_up(self) -> None:
        """Compute what the first answer needs, before it is given; then look for what is newer."""
        if self._sitting is not None:
            _ = self._sitting.scores
            look_later(self)
