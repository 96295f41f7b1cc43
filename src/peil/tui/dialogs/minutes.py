"""The minutes on the screen: what a team voted, agreed and promised."""

from typing import ClassVar

from peil.report.minutes import minutes
from peil.sitting import Sitting
from peil.text.languages import mark, words
from peil.tui.keys import Command
from peil.tui.paper import PAPER_KEYS, Paper


class Minutes(Paper):
    """Shows the minutes as they stand, also in the middle of a session."""

    commands: ClassVar[tuple[Command, ...]] = PAPER_KEYS
    opened_as: ClassVar[str] = "minutes"
    heading: ClassVar[str] = mark("Minutes – {title}")
    asks: ClassVar[tuple[str, str]] = (
        mark("The minutes in Markdown, to read and send. Write them to this file:"),
        mark("The minutes as a page to open in a browser and print. Write them to this file:"),
    )

    def read(self, sitting: Sitting) -> str:
        """Return the minutes."""
        return minutes(sitting)

    def file_name(self, sitting: Sitting) -> str:
        """Return the name of their file."""
        say = words(sitting.language)
        return say("minutes-{id}.md", id=sitting.assessment.id)
