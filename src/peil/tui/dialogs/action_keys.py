"""The keys of the details of an action."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import BACK_TO_PLAN, FIELD_KEYS, READ_ON, UNDO, Command

COMMANDS: Final = (
    *FIELD_KEYS,
    Command(
        ("space",),
        "done",
        mark("Space"),
        mark("done"),
        mark("The action is done; again: it is open after all."),
        palette=False,
    ),
    Command(
        ("i",),
        "what_if",
        "i",
        mark("what if"),
        mark("Try what changes when actions are done, before you do them."),
        palette=False,
    ),
    BACK_TO_PLAN,
    Command(
        ("w",),
        "why",
        "w",
        mark("why"),
        mark("Why this action stands here, with every figure worked out."),
        palette=False,
    ),
    Command(
        ("g",),
        "question",
        "g",
        mark("to the question"),
        mark("Go to the question that this action belongs to."),
        palette=False,
    ),
    Command(
        ("k",),
        "drop",
        "k",
        mark("drop"),
        mark("Decide not to do the action, and say why; again: it is open after all."),
        palette=False,
    ),
    UNDO,
    Command(
        ("left",),
        "turn(-1)",
        "←",
        mark("action before"),
        mark("The action before this one."),
        footer=False,
        palette=False,
    ),
    Command(
        ("right",),
        "turn(1)",
        "→",
        mark("next action"),
        mark("The action after this one."),
        footer=False,
        palette=False,
    ),
    Command(
        ("up", "shift+tab"),
        "move(-1)",
        "↑",
        mark("up"),
        mark("The field above; above the first one is the text itself."),
        footer=False,
        palette=False,
    ),
    *READ_ON,
)
"""All of them, the most needed first."""
