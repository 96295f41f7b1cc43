"""The keys of the reveal."""

from typing import Final

from peil.text.languages import mark
from peil.tui.keys import Command
from peil.tui.pages.present_keys import PRESENT

AGREE: Final = Command(
    tuple("0123456789"),
    "agree",
    "1-4",
    mark("agree"),
    mark("Agree on the level with this number; the same number again goes on."),
    palette=False,
    each=True,
)
"""The digits; the sign follows the scale of the questionnaire."""

COMMANDS: Final = (
    AGREE,
    Command(
        ("enter",),
        "go_on",
        mark("Enter"),
        mark("next"),
        mark("Take the proposal over; once something is agreed, go on."),
        palette=False,
    ),
    Command(
        ("v",),
        "vote",
        "v",
        mark("vote again"),
        mark("Vote on this question once more; earlier rounds stay beside the new one."),
    ),
    Command(
        ("n",),
        "reason",
        "n",
        mark("reason"),
        mark("Write in one line why you agreed on this."),
    ),
    Command(
        ("f",),
        "park",
        "f",
        mark("park"),
        mark("Write down what belongs elsewhere, or put this question off as a whole."),
    ),
    Command(
        ("d",),
        "unknown",
        "d",
        mark("don't know"),
        mark("Agree that you do not know: finding it out becomes an action."),
        footer=False,
    ),
    Command(
        ("x",),
        "not_applicable",
        "x",
        mark("n/a"),
        mark("Agree that this does not apply to you, with a reason: it no longer counts."),
        footer=False,
    ),
    Command(
        ("m",),
        "dissent",
        "m",
        mark("dissent"),
        mark("Put on record what somebody sees otherwise (the minority)."),
        footer=False,
    ),
    Command(
        ("w",),
        "why",
        "w",
        mark("why"),
        mark("Spread and consensus with the sum behind them, and all rounds there were."),
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
    PRESENT._replace(footer=False),
    Command(
        ("z",),
        "undo",
        "z",
        mark("undo"),
        mark("Take back what you changed last; votes stay."),
        footer=False,
    ),
    Command(
        ("down", "j", "pagedown"),
        "scroll(4)",
        "↓",
        mark("further"),
        mark("Read on, where not everything fits."),
        footer=False,
        palette=False,
    ),
    Command(
        ("up", "k", "pageup"),
        "scroll(-4)",
        "↑",
        mark("back"),
        mark("Read back."),
        footer=False,
        palette=False,
    ),
)
"""All of them, the footer's first."""
