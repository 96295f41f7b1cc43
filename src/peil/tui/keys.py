"""Keys, each declared once.

A `Command` feeds Textual's bindings, the footer, the help page, the palette and the
tests. Pages and overlays list theirs in `commands`; those that hold everywhere are
`EVERYWHERE`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding

from peil.text.languages import mark


class Command(NamedTuple):
    """One thing that a key does."""

    keys: tuple[str, ...]
    """The keys, by Textual's names (`enter`, `question_mark`, `n`)."""
    action: str
    """The method behind it, without `action_`."""
    sign: str
    """How the key is written in footer and help; a marked sentence."""
    brief: str
    """What it does in one or two words, for the footer; a marked sentence."""
    about: str
    """What it does, for help and palette; a marked sentence."""
    footer: bool = True
    """Whether it may stand in the footer, in the order of declaration."""
    palette: bool = True
    """Whether the palette offers it (moving a cursor makes no sense there)."""
    each: bool = False
    """Whether the action is told which of the keys it was (the digits)."""
    opens: str = ""
    """The page or dialog that it opens, if a run before a room never opens that."""

    @property
    def bindings(self) -> list[Binding]:
        """The bindings by which Textual knows it."""
        if self.each:
            return [Binding(key, f"{self.action}('{key}')", show=False) for key in self.keys]
        return [Binding(",".join(self.keys), self.action, self.brief, show=False)]


HELP = Command(
    ("question_mark", "f1"),
    "screen.help",
    "?",
    mark("help"),
    mark("All keys of this page, explained."),
)
"""Stands last in every footer."""
HELP_IN_TEXT = HELP._replace(sign="F1")
"""The same where letters are typed: there `?` is a question mark."""
LANGUAGE = Command(
    ("L",),
    "app.switch_language",
    "L",
    mark("Nederlands"),
    mark("Switch between Dutch and English; you stay where you are."),
)
QUIT = Command(("q",), "app.stop", "q", mark("quit"), mark("Stop. Everything is saved by itself."))

EVERYWHERE: tuple[Command, ...] = (
    Command(
        ("escape",),
        "screen.back",
        "Esc",
        mark("back"),
        mark("One step back."),
        palette=False,
    ),
    Command(
        ("ctrl+p",),
        "app.command_palette",
        "Ctrl+P",
        mark("search"),
        mark("Find any question, action, page or setting by typing a part of its words."),
        palette=False,
    ),
    LANGUAGE,
    QUIT,
    HELP,
)
"""The keys that work on every page."""

FAR_MOVES: tuple[Command, ...] = (
    Command(
        ("home",),
        "move(-9999)",
        "Home",
        mark("first"),
        mark("To the first line."),
        footer=False,
        palette=False,
    ),
    Command(
        ("end",),
        "move(9999)",
        "End",
        mark("last"),
        mark("To the last line."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pageup",),
        "move(-8)",
        "PgUp",
        mark("up"),
        mark("Up eight lines."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pagedown",),
        "move(8)",
        "PgDn",
        mark("down"),
        mark("Down eight lines."),
        footer=False,
        palette=False,
    ),
)
"""The keys that move the cursor of a list by more than a line."""
READ_ON: tuple[Command, ...] = (
    Command(
        ("pagedown",),
        "scroll(6)",
        "PgDn",
        mark("further"),
        mark("Read on."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pageup",),
        "scroll(-6)",
        "PgUp",
        mark("back"),
        mark("Read back."),
        footer=False,
        palette=False,
    ),
)
"""The keys that scroll a dialog of which the cursor chooses fields."""
UNDO = Command(("z",), "undo", "z", mark("undo"), mark("Take back the last change."), palette=False)
"""In a dialog; a page offers it in the palette as well."""
FIELD_KEYS: tuple[Command, ...] = (
    Command(
        ("down", "tab"),
        "move(1)",
        "↑ ↓",
        mark("field"),
        mark("Choose a field."),
        palette=False,
    ),
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("change"),
        mark("Open the field under the cursor; Enter keeps what you type, Esc leaves it."),
        palette=False,
    ),
)
"""The keys that choose a field of a dialog and open it."""
BACK_TO_PLAN = Command(
    ("x", "f2"),
    "close",
    mark("Esc or x"),
    mark("back"),
    mark("Back to the plan."),
    palette=False,
)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return the bindings of some commands."""
    return [binding for command in commands for binding in command.bindings]
