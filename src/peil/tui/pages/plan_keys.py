"""The keys of the plan page."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import FAR_MOVES, Command
from peil.tui.pages.present_keys import PRESENT

COMMANDS: Final = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("open"),
        mark("All about the action under the cursor; a heading folds and unfolds."),
        palette=False,
    ),
    Command(
        ("space",),
        "done",
        mark("Space"),
        mark("done"),
        mark("The action under the cursor is done; again: it is open after all."),
    ),
    Command(
        ("i",),
        "what_if",
        "i",
        mark("what if"),
        mark("Try what changes when actions are done, before you do them."),
    ),
    Command(("o",), "export", "o", mark("export"), mark("Write the actions to a list to work in.")),
    Command(
        ("r",), "results", "r", mark("results"), mark("What stands, and what that was made of.")
    ),
    Command(
        ("u",),
        "read_back",
        "u",
        mark("read back"),
        mark("Take over what you changed in a list that you exported."),
        opens="readback_file",
    ),
    Command(
        ("t",),
        "top",
        "t",
        mark("to the top"),
        mark("Put the action at the top, with what it needs; again: back at its own place."),
    ),
    Command(
        ("b",),
        "postpone",
        "b",
        mark("postpone"),
        mark("Put the action, and what needs it, at the end; again: back at its own place."),
    ),
    Command(
        ("k",),
        "drop",
        "k",
        mark("drop"),
        mark("Decide not to do the action, and say why; again: it is open after all."),
    ),
    Command(
        ("plus",),
        "own",
        "+",
        mark("own action"),
        mark("Add an action of your own."),
    ),
    Command(
        ("m",),
        "weights",
        "m",
        mark("what matters"),
        mark("How important each topic is to you, and which level it should reach."),
    ),
    Command(
        ("g",),
        "goals",
        "g",
        mark("your goals"),
        mark("Make the goals that you chose ones that can be checked: SMART."),
        opens="goal_plans",
    ),
    Command(
        ("d",),
        "past",
        "d",
        mark("done and dropped"),
        mark("Show what was done or dropped behind the plan, or leave it out again."),
    ),
    Command(
        ("l",),
        "app.look_at_done",
        "l",
        mark("look again"),
        mark("Look at the questions of finished actions again: where do you stand now?"),
        palette=False,
        opens="looking",
    ),
    Command(
        ("w",),
        "why",
        "w",
        mark("why"),
        mark("Why this action stands here, with every figure worked out."),
    ),
    PRESENT._replace(footer=False),
    Command(("z",), "undo", "z", mark("undo"), mark("Take back the last change.")),
    Command(
        ("up",), "move(-1)", "↑", mark("up"), mark("Up one line."), footer=False, palette=False
    ),
    Command(
        ("down",), "move(1)", "↓", mark("down"), mark("Down one line."), footer=False, palette=False
    ),
    *FAR_MOVES,
)
"""All of them, the most needed first."""
