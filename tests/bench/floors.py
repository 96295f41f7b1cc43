"""Bare programs beside which Peil is measured."""

BARE_APP = """
from textual.app import App, ComposeResult
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [("q", "quit", "stop")]
    def compose(self) -> ComposeResult:
        yield Static("READY-MARKER")
        yield Footer()

Bare().run()
"""

OPTION_LIST = """
from textual.app import App, ComposeResult
from textual.widgets import OptionList

class Bare(App):
    def compose(self) -> ComposeResult:
        yield OptionList("READY-MARKER", *(f"option {number}" for number in range(30)))

Bare().run()
"""

STATIC = """
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

class Bare(App):
    BINDINGS = [("enter", "turn", "turn")]
    page = 0
    def compose(self) -> ComposeResult:
        yield Static(Content("READY-MARKER"))
    def action_turn(self) -> None:
        self.page += 1
        lines = (f"page {self.page} line {line} " + "word " * 12 for line in range(20))
        self.query_one(Static).update(Content("\\n".join(lines)))

Bare().run()
"""
