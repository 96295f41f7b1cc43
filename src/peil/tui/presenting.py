"""A run before a room full of people (`--present`): one assessment, no notes and no names.

What such a run never opens stands here, and nowhere else. A `Command` says by `opens` to
which of these it leads; footer, help and palette then leave it out.
"""

from typing import Final

from peil.text.languages import mark

OF_OTHERS: Final = frozenset({"start", "open_file", "checking"})
"""Rooms in which other assessments or their files appear, or in which one more is made."""
PRIVATE: Final = frozenset(
    {
        "note",
        "evidence",
        "address",
        "looking",
        "former",
        "action_details",
        "goal_plans",
        "readback",
        "readback_file",
        "minutes",
    }
)
"""Rooms that show what somebody noted, or who is to do what."""
SHUT: Final = OF_OTHERS | PRIVATE
"""Rooms that a run before a room never opens."""
REFUSAL: Final = mark(
    "Not before the room: with --present Peil shows one assessment, and no notes or names."
)
SOMETHING_TO_KNOW: Final = mark("There is something to know about this file: press p to read it.")
