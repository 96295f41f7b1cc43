"""The keys of the round in which a team promises who does what."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import UNDO, Command

COMMANDS: Final = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("keep, next"),
        mark("Keep what is typed and go on; in the list at the end: back to that action."),
        palette=False,
    ),
    Command(
        ("tab", "shift+tab"),
        "complete",
        "Tab",
        mark("complete"),
        mark("Complete the name that you began; else go to the other field."),
        palette=False,
    ),
    Command(
        ("down",),
        "move(1)",
        "↑ ↓",
        mark("choose"),
        mark("Choose a name that is known here, or a day; at the end: the line below."),
        palette=False,
    ),
    Command(
        ("pagedown",),
        "go(1)",
        mark("PgDn"),
        mark("skip"),
        mark("On to the next action, without a promise where nothing is typed."),
        palette=False,
    ),
    Command(
        ("pageup",),
        "go(-1)",
        mark("PgUp"),
        mark("back"),
        mark("Back to the action before."),
        palette=False,
    ),
    Command(
        ("f2",),
        "to_end",
        "F2",
        mark("to the list"),
        mark("To the list of what is promised; Enter there leads back to an action."),
        footer=False,
    ),
    Command(
        ("f",),
        "fingers",
        "f",
        mark("fist of five"),
        mark("Will we do this? Type how many fingers each of you shows, as one word: 45344."),
    ),
    Command(
        ("o",), "export", "o", mark("one page"), mark("Write what is promised to a page to print.")
    ),
    Command(
        ("t",),
        "clock",
        "t",
        mark("clock"),
        mark("Let the time run, or stand still for a break."),
        footer=False,
    ),
    UNDO._replace(palette=True),
    Command(
        ("up",),
        "move(-1)",
        "↑",
        mark("up"),
        mark("The name, day or line before."),
        footer=False,
        palette=False,
    ),
)
"""All of them, the most needed first."""
IN_FIELDS: Final = ("open", "complete", "move(1)", "go(1)", "go(-1)")
"""What the footer offers while a promise is typed."""
AT_END: Final = ("open", "move(1)", "fingers", "export", "undo")
"""What the footer offers at the list of promises."""
