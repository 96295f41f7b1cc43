"""The keys of a vote: whatever is voted, they do the same."""

from peil.text.languages import mark
from peil.tui.keys import READ_ON, Command

SIGNS = {"question_mark": "?", "d": "?", "minus": "-", "subtract": "-"}
"""What a key that is no digit gives; the last one is on the number pad."""
VOTE = Command(
    (*"0123456789", *SIGNS),
    "vote",
    "1-4 ? -",
    mark("vote"),
    mark("Vote: the number of a level, ? or d for don't know, - to abstain."),
    palette=False,
    each=True,
)
"""Everything that can be voted; how it is written follows the scale of the question."""
TAKE_BACK = Command(
    ("backspace",),
    "take_back",
    "Backspace",
    mark("take back"),
    mark("Take back what was pressed last, one key at a time, until Space was pressed."),
    palette=False,
)
NEXT = Command(
    ("space",),
    "next_voter",
    mark("Space"),
    mark("next vote"),
    mark("Count this vote, and go on to the next one."),
    palette=False,
)
REVEAL = Command(
    ("enter",),
    "reveal",
    mark("Enter"),
    mark("show"),
    mark("Show the votes, once all of them are in."),
    palette=False,
)
STOP = Command(
    ("escape",),
    "screen.back",
    "Esc",
    mark("stop and keep"),
    mark("Stop here. What was voted is kept unseen, and v goes on with it."),
    palette=False,
)
VOTERS = Command(
    ("n",),
    "voters",
    "n",
    mark("voters"),
    mark("Somebody came or left: say how many vote, or end with those who voted."),
    palette=False,
)
GIVE_UP = Command(
    ("x",),
    "give_up",
    "x",
    mark("give up"),
    mark("Give this vote up, after a question: nothing of it is kept or shown."),
    footer=False,
    palette=False,
)
COMMANDS: tuple[Command, ...] = (
    VOTE,
    NEXT,
    REVEAL,
    TAKE_BACK,
    Command(
        ("delete",),
        "begin_again",
        mark("Delete"),
        mark("again"),
        mark("Begin this voter's vote, or this slip, again from the first question."),
        footer=False,
        palette=False,
    ),
    STOP,
    VOTERS,
    GIVE_UP,
    Command(
        ("t",),
        "clock",
        "t",
        mark("clock"),
        mark("Let the clock stand still for a break, or run again."),
        footer=False,
        palette=False,
    ),
    *READ_ON,
)
"""All of them, the footer's first."""
