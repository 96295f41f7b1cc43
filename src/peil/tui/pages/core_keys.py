"""The keys of the page after the core questions."""

from peil.questionnaire.model import GOALS
from peil.text.languages import mark
from peil.tui.keys import Command

COMMANDS: tuple[Command, ...] = (
    Command(
        ("enter",),
        "plan",
        mark("Enter"),
        mark("to your plan"),
        mark("What to do first, and why."),
        palette=False,
    ),
    Command(
        ("right",),
        "open_questions",
        "→",
        mark("open questions"),
        mark(
            "The open questions that can still change your first three actions; "
            "when there are none, the next open question."
        ),
    ),
    Command(
        ("r",),
        "results",
        "r",
        mark("results"),
        mark("What stands, as a picture."),
    ),
    Command(
        ("v",),
        "team",
        "v",
        mark("team session"),
        mark("Answer the core questions again with your team: everybody votes, then you talk."),
        footer=False,
    ),
    Command(
        tuple(str(number) for number in range(1, len(GOALS) + 1)),
        "goal",
        "1-7",
        mark("goals"),
        mark("Choose what it must bring, three at most; the same number takes it away."),
        palette=False,
        each=True,
    ),
    Command(
        ("up", "down", "tab"),
        "hours",
        "↑ ↓",
        mark("hours"),
        mark("To the field for the hours a week, and back."),
        palette=False,
    ),
    Command(
        ("pagedown",),
        "page_down",
        "PgDn",
        mark("down"),
        mark("Scroll down, in a small window."),
        footer=False,
        palette=False,
    ),
    Command(
        ("pageup",),
        "page_up",
        "PgUp",
        mark("up"),
        mark("Scroll up, in a small window."),
        footer=False,
        palette=False,
    ),
    Command(("z",), "undo", "z", mark("undo"), mark("Take back the last change."), footer=False),
)
