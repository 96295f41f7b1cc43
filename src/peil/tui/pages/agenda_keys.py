"""The keys of the agenda."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import FAR_MOVES, Command
from peil.tui.pages.present_keys import PRESENT

MINUTES: Final = Command(
    ("n",),
    "minutes",
    "n",
    mark("the minutes"),
    mark("Write down what was voted, agreed and parked."),
    footer=False,
    opens="minutes",
)

COMMANDS: Final = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("discuss"),
        mark("Show the votes on the question under the cursor, and let its minutes begin."),
        palette=False,
    ),
    Command(
        ("o",),
        "take_over",
        "o",
        mark("take over"),
        mark("Show all proposals in a list, to agree on all of them at once."),
    ),
    Command(
        ("f",),
        "park",
        "f",
        mark("park"),
        mark("Put the question under the cursor off, or take it out of the parking lot again."),
    ),
    Command(("a",), "plan", "a", mark("actions"), mark("What to do first, and why.")),
    Command(
        ("c",),
        "promises",
        "c",
        mark("promises"),
        mark("Who does what, by which day; will we?"),
    ),
    PRESENT,
    Command(
        ("v",),
        "vote",
        "v",
        mark("vote again"),
        mark("Vote once more on the question under the cursor."),
        footer=False,
    ),
    Command(
        ("t",),
        "clock",
        "t",
        mark("clock"),
        mark("Let the clock run, or stand still for a break."),
        footer=False,
    ),
    MINUTES,
    Command(
        ("h",),
        "team",
        "h",
        mark("how you meet"),
        mark("How you meet: change how many vote, the minutes or the topics."),
        footer=False,
    ),
    Command(
        ("r",),
        "results",
        "r",
        mark("results"),
        mark("What stands, and what that was made of."),
        footer=False,
    ),
    Command(
        ("z",),
        "undo",
        "z",
        mark("undo"),
        mark("Take back what you changed last; votes stay."),
        footer=False,
    ),
    Command(
        ("down", "j"),
        "move(1)",
        "↓",
        mark("down"),
        mark("Move the cursor down."),
        footer=False,
        palette=False,
    ),
    Command(
        ("up", "k"),
        "move(-1)",
        "↑",
        mark("up"),
        mark("Move the cursor up."),
        footer=False,
        palette=False,
    ),
    *FAR_MOVES,
)
"""All of them, the footer's first."""
