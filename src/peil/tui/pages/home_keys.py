"""The keys of home."""

from peil.text.languages import mark
from peil.tui.keys import Command

EARLIER = Command(
    ("b",),
    "earlier",
    "b",
    mark("earlier saves"),
    mark("See the earlier saves of the assessment under the cursor, and put one back."),
)
"""Opens the earlier saves; the footer shows it where one is damaged."""

COMMANDS: tuple[Command, ...] = (
    Command(
        ("enter",),
        "open",
        mark("Enter"),
        mark("open"),
        mark("Go on with the assessment under the cursor."),
        palette=False,
    ),
    Command(("n",), "new", "n", mark("new"), mark("Begin a new assessment."), opens="start"),
    Command(
        ("o",),
        "open_file",
        "o",
        mark("open a file"),
        mark("Open another file, for instance from your adviser: it becomes a new assessment."),
        opens="open_file",
    ),
    EARLIER,
    Command(
        ("down", "j"), "move(1)", "↓", mark("down"), mark("Next."), footer=False, palette=False
    ),
    Command(
        ("up", "k"),
        "move(-1)",
        "↑",
        mark("up"),
        mark("The one before."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pagedown",),
        "move(10)",
        mark("PgDn"),
        mark("further"),
        mark("Ten further."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pageup",),
        "move(-10)",
        mark("PgUp"),
        mark("back"),
        mark("Ten back."),
        footer=False,
        palette=False,
    ),
    Command(
        ("home",),
        "move(-100000)",
        "Home",
        mark("top"),
        mark("To the first one."),
        footer=False,
        palette=False,
    ),
    Command(
        ("end",),
        "move(100000)",
        "End",
        mark("bottom"),
        mark("To the last one."),
        footer=False,
        palette=False,
    ),
)
