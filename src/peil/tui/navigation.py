"""Going from page to page and opening dialogs; each is imported when it is first opened."""

import contextlib
from importlib import import_module
from typing import TYPE_CHECKING, cast

from textual.events import Resize

from peil.errors import PeilError
from peil.text.languages import Words, words
from peil.tui.ahead import PatientApp
from peil.tui.page import Page
from peil.tui.screen import PeilScreen, is_too_small

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from peil.tui.overlay import Line, Overlay, Reading

PAGES = {
    "start": "StartPage",
    "home": "HomePage",
    "question": "QuestionPage",
    "looking": "LookingPage",
    "core_done": "CoreDonePage",
    "results": "ResultsPage",
    "plan": "PlanPage",
    "what_if": "WhatIfPage",
    "vote": "VotePage",
    "team": "TeamPage",
    "commitments": "CommitmentsPage",
    "consensus": "ConsensusPage",
    "present": "PresentPage",
    "reveal": "RevealPage",
    "agenda": "AgendaPage",
}
"""Pages by name: the class in the module of that name in `peil.tui.pages`."""
OVERLAYS = {
    "not_applicable": "NotApplicable",
    "note": "NoteField",
    "evidence": "EvidenceField",
    "go_to": "GoTo",
    "address": "AddressList",
    "elsewhere": "Elsewhere",
    "open_file": "TakeIn",
    "about_file": "AboutFile",
    "earlier": "Earlier",
    "checking": "Checking",
    "newer_questionnaire": "NewerQuestionnaire",
    "readback": "ReadBack",
    "readback_file": "ReadBackFile",
    "action_details": "ActionDetails",
    "export_file": "ExportFile",
    "drop_action": "DropAction",
    "own_action": "OwnAction",
    "weights": "Weights",
    "goal_plans": "GoalPlans",
    "team_topics": "TeamTopics",
    "run_sheet": "RunSheet",
    "minutes": "Minutes",
    "tally": "Tally",
    "voters": "Voters",
    "give_up": "GiveUp",
    "agreement": "AgreementLines",
    "agree_not_applicable": "AgreeNotApplicable",
    "parking": "ParkingLot",
    "take_over": "TakeOver",
}
"""Dialogs by name: the class in the module of that name in `peil.tui.dialogs`."""


class NavigatingApp(PatientApp):
    """An app of one screen with pages and dialogs in it, in one language."""

    def __init__(self, language: str, first: str) -> None:
        """Begin on the page `first`."""
        super().__init__()
        self.first = first
        """Name of the page on which it begins."""
        self.language = language
        """The language on the screen."""
        self._trail: list[str] = []
        self._pages: dict[str, Page] = {}
        self._overlays: dict[str, Overlay] = {}

    @property
    def say(self) -> Words:
        """The words of the language on the screen."""
        return words(self.language)

    @property
    def peil_screen(self) -> PeilScreen:
        """The one screen, also while the palette lies over it."""
        return cast("PeilScreen", self.screen_stack[0])

    def page(self, name: str) -> Page:
        """Return a page, made when it is first asked for."""
        if name not in self._pages:
            module = import_module(f"peil.tui.pages.{name}")
            self._pages[name] = getattr(module, PAGES[name])()
            self._pages[name].id = f"page-{name}"
        return self._pages[name]

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        shown = self.peil_screen.page
        return next(name for name, page in self._pages.items() if page is shown)

    def open_page(self, name: str) -> None:
        """Show a page; Escape leads back from it to the one shown now."""
        now = self.page_name
        if now != name:
            self.page(name).opened_from(now)
        if name not in self._trail and now != name:
            self._trail.append(now)
        self.open_instead(name)

    def open_instead(self, name: str) -> None:
        """Show a page in place of the one shown now: Escape leads to where that one led."""
        if name in self._trail:
            del self._trail[self._trail.index(name) :]
        self._show_page(name)

    @property
    def came_from(self) -> str:
        """The name of the page to which Escape leads; empty where it leads home."""
        return self._trail[-1] if self._trail else ""

    def back(self) -> None:
        """Go back to the page before; from the last one home, and never out."""
        if self._trail:
            self._show_page(self._trail.pop())
        elif self.page_name not in ("home", "start"):
            self._show_page("home")
        else:
            self.tell(self.say("This is the first page. Press q to stop."), "faint")

    def back_or(self, name: str, past: "Collection[str]" = ()) -> None:
        """Go back to the page before, leaving out `past`; where there is none, to page `name`."""
        while self._trail and self._trail[-1] in past:
            self._trail.pop()
        if self._trail:
            self.back()
        else:
            self._show_page(name)

    def lead_back_home(self) -> None:
        """Let Escape lead home from the page that is being opened: the one before is over."""
        self._trail.clear()

    def go_home(self) -> None:
        """Show home, and lead back to nothing: what was open is not any more."""
        self._trail.clear()
        self._show_page("home")

    def _show_page(self, name: str) -> None:
        self.peil_screen.room.keep()
        self.open_soon(self.peil_screen.open_page, self.page(name))

    def open_overlay(self, name: str) -> None:
        """Open a dialog over the page."""
        self.open_soon(self.peil_screen.open_overlay, self.overlay(name))

    def overlay(self, name: str) -> "Overlay":
        """Return a dialog, made when it is first asked for."""
        if name not in self._overlays:
            module = import_module(f"peil.tui.dialogs.{name}")
            self._overlays[name] = getattr(module, OVERLAYS[name])()
        return self._overlays[name]

    def read_aloud(self, title: str, lines: "Sequence[Line]") -> None:
        """Show lines to read in a dialog that Enter and Escape close."""
        if "reading" not in self._overlays:
            self._overlays["reading"] = import_module("peil.tui.overlay").Reading()
        reading = cast("Reading", self._overlays["reading"])
        reading.fill(title, lines)
        self.open_soon(self.peil_screen.open_overlay, reading)

    def action_command_palette(self) -> None:
        """Open the palette, in which everything can be found."""
        if len(self.screen_stack) > 1:
            return
        if self.peil_screen.room.hides:
            self.tell(self.say("Nothing else opens here while votes are typed."))
            return
        from peil.tui.palette import Palette

        self.push_screen(Palette(self.say))

    def on_resize(self, event: Resize) -> None:
        """Close the palette in a window in which nothing can be found: room is asked for there."""
        if is_too_small(event.size) and len(self.screen_stack) > 1:
            self.pop_screen()

    def tell(self, sentence: str, ink: str = "warm") -> None:
        """Show a sentence above the footer, until the next key."""
        self.peil_screen.footer.tell(sentence, ink)

    def changed(self) -> None:
        """Show what the assessment looks like after a change."""
        self.peil_screen.show_all()

    def keep_typed(self) -> None:
        """Keep what stands in an open field; what cannot be kept stops nobody from leaving."""
        with contextlib.suppress(PeilError):
            if self.screen_stack:
                self.peil_screen.keep_typed()
