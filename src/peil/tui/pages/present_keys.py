"""The keys of the presenter view, and the key that opens it from other pages."""

from peil.text.languages import mark
from peil.tui.keys import READ_ON, Command

PRESENT = Command(
    ("p",),
    "app.present",
    "p",
    mark("present"),
    mark("Presenter view: large, for everybody in the room, without notes and names."),
)
"""Opens the presenter view, where a page has it."""

COMMANDS: tuple[Command, ...] = (
    Command(("v",), "vote", "v", mark("vote"), mark("Vote on this question.")),
    Command(("t",), "clock", "t", mark("clock"), mark("Let the time run, or stand still.")),
    Command(
        ("enter",),
        "go_on",
        mark("Enter"),
        mark("next"),
        mark("Show what was voted, once everybody's vote is in; else go on."),
        palette=False,
    ),
    Command(
        ("p",),
        "work",
        "p",
        mark("back"),
        mark("Back to the view in which you work."),
        palette=False,
    ),
    Command(
        ("left", "right"),
        "turn",
        "← →",
        mark("question"),
        mark("To the question before, or to the next one."),
        palette=False,
        each=True,
    ),
    Command(
        ("down", "j"),
        "scroll(2)",
        "↓",
        mark("further"),
        mark("Read on, where not everything fits."),
        footer=False,
        palette=False,
    ),
    Command(
        ("up", "k"),
        "scroll(-2)",
        "↑",
        mark("up"),
        mark("Read back."),
        footer=False,
        palette=False,
    ),
    *READ_ON,
)
"""All of them, the footer's first."""
