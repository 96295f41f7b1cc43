"""The keys of the team session."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import FAR_MOVES, UNDO, Command
from peil.tui.pages.present_keys import PRESENT

COMMANDS: Final = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("do this"),
        mark("Change the line under the cursor, or do what it says."),
        palette=False,
    ),
    Command(
        ("right", "space"),
        "other(1)",
        "← →",
        mark("change"),
        mark("More, or the next choice, on a line that can be changed; ← less."),
        palette=False,
    ),
    Command(
        ("v",),
        "vote",
        "v",
        mark("vote"),
        mark("Begin the silent vote, or go on with the one that runs."),
    ),
    Command(
        ("t",), "clock", "t", mark("clock"), mark("Let the time run, or stand still for a break.")
    ),
    UNDO,
    Command(("u",), "warm_up", "u", mark("warm up"), mark("A question about nothing, to try it.")),
    Command(
        ("s",),
        "sheets",
        "s",
        mark("slips"),
        mark("Slips, cards and the run-sheet, to print before you begin."),
    ),
    Command(("b",), "agenda", "b", mark("agenda"), mark("What there is to talk about.")),
    Command(
        ("c",), "promises", "c", mark("promises"), mark("Who does what, by which day; will we?")
    ),
    Command(
        ("n",),
        "minutes",
        "n",
        mark("the minutes"),
        mark("What was voted, agreed and promised."),
        opens="minutes",
    ),
    Command(
        ("m",),
        "new",
        "m",
        mark("another meeting"),
        mark("Begin another meeting, once this one is over."),
        footer=False,
    ),
    Command(
        tuple("0123456789"),
        "digit",
        "0-9",
        mark("number"),
        mark("Type a number on the line of the voters or of the minutes."),
        footer=False,
        palette=False,
        each=True,
    ),
    Command(
        ("left",),
        "other(-1)",
        "←",
        mark("less"),
        mark("Less, or the choice before."),
        footer=False,
        palette=False,
    ),
    Command(
        ("down", "j", "tab"),
        "move(1)",
        "↓",
        mark("down"),
        mark("Line below."),
        footer=False,
        palette=False,
    ),
    Command(
        ("up", "k"),
        "move(-1)",
        "↑",
        mark("up"),
        mark("Line above."),
        footer=False,
        palette=False,
    ),
    PRESENT._replace(footer=False),
    *FAR_MOVES,
)
"""All of them, the most needed first."""
