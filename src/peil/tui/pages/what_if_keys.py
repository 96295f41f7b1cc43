"""The keys of the what-if page."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import FAR_MOVES, Command

COMMANDS: Final = (
    Command(
        ("space",),
        "try_action",
        mark("Space"),
        mark("in or out"),
        mark("Take the action under the cursor as done, with all that it needs; or not any more."),
    ),
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("keep as goal"),
        mark("Keep what is chosen as the goal of this period; a heading folds and unfolds."),
    ),
    Command(("z",), "undo", "z", mark("undo"), mark("Take back what Space did last on this page.")),
    Command(
        ("escape",),
        "screen.back",
        "Esc",
        mark("let go"),
        mark("Back to the plan: nothing is kept, and nothing has changed."),
        palette=False,
    ),
    Command(
        ("up", "k"),
        "move(-1)",
        "↑",
        mark("up"),
        mark("Up one line."),
        footer=False,
        palette=False,
    ),
    Command(
        ("down", "j"),
        "move(1)",
        "↓",
        mark("down"),
        mark("Down one line."),
        footer=False,
        palette=False,
    ),
    Command(
        ("right",),
        "unfold",
        "→",
        mark("unfold"),
        mark("Unfold the part of the plan under the cursor."),
        footer=False,
        palette=False,
    ),
    Command(
        ("left",),
        "fold",
        "←",
        mark("fold"),
        mark("Fold the part of the plan under the cursor."),
        footer=False,
        palette=False,
    ),
    *FAR_MOVES,
)
"""All of them, the most needed first."""
