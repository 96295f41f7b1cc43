"""The run-sheet on the screen: what a facilitator says and does, to read before the session."""

from typing import ClassVar

from peil.report.run_sheet import facilitator_sheet, run_sheet, voters_of
from peil.sitting import Sitting
from peil.text.languages import mark, words
from peil.tui.keys import Command
from peil.tui.paper import PAPER_KEYS, Paper


class RunSheet(Paper):
    """Shows the facilitator's part; what is written has the slips, cards and questions as well."""

    commands: ClassVar[tuple[Command, ...]] = PAPER_KEYS
    opened_as: ClassVar[str] = "run_sheet"
    heading: ClassVar[str] = mark("Run-sheet – {title}")
    asks: ClassVar[tuple[str, str]] = (
        mark("The run-sheet with slips, cards and questions, in Markdown. Write it to this file:"),
        mark(
            "The run-sheet with slips, cards and questions, as a page to open in a browser and "
            "print. Write it to this file:"
        ),
    )

    def read(self, sitting: Sitting) -> str:
        """Return what the facilitator reads."""
        return facilitator_sheet(sitting, voters_of(sitting), sitting.assessment.meeting.minutes)

    def paper(self, sitting: Sitting) -> str:
        """Return all of it, with what is printed for the voters."""
        return run_sheet(sitting, voters_of(sitting), sitting.assessment.meeting.minutes)

    def file_name(self, sitting: Sitting) -> str:
        """Return the name of its file."""
        say = words(sitting.language)
        return say("run-sheet-{id}.md", id=sitting.assessment.id)
