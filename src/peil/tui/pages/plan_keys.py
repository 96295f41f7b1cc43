"""The keys of the plan page."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import Command

COMMANDS: Final = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("open"),
        mark("All about the action under the cursor; a heading folds and unfolds."),
        palette=False,
    ),
    Command(("o",), "export", "o", mark("export"), mark("Write the actions to a list to work in.")),
    Command(
        ("r",), "results", "r", mark("results"), mark("What stands, and what that was made of.")
    ),
    Command(
        ("w",),
        "why",
        "w",
        mark("why"),
        mark("Why this action stands here, with every figure worked out."),
    ),
    Command(("z",), "undo", "z", mark("undo"), mark("Take back the last change.")),
    Command(
        ("up",), "move(-1)", "↑", mark("up"), mark("Up one line."), footer=False, palette=False
    ),
    Command(
        ("down",), "move(1)", "↓", mark("down"), mark("Down one line."), footer=False, palette=False
    ),
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
"""All of them, the most needed first."""
