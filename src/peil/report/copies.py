"""The earlier saves of an assessment: as lines for people, and as JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from peil.report.table import columns
from peil.store.when import local_time
from peil.text.languages import Words, mark

if TYPE_CHECKING:  # the screen needs the words alone
    from peil.store.copies import Copy
    from peil.store.generations import Why
    from peil.store.judging import Verdict

WHY: Final[Mapping["Why", str]] = {
    "save": mark("one of the last saves"),
    "sitting": mark("before you went on"),
    "restore": mark("before you went back"),
    "repair": mark("before a repair"),
    "migration": mark("before a newer Peil"),
    "update": mark("before a newer questionnaire"),
    "readback": mark("before a list was read back"),
}
"""Why a save was kept, in words: `say(WHY[copy.why])`."""
STATES: Final[Mapping["Verdict", str]] = {
    "whole": "",
    "older": "",
    "outside": mark("changed outside Peil"),
    "newer": mark("of a newer Peil"),
    "damaged": mark("damaged"),
}
"""What is said of a save that is not simply whole."""


def copies_document(copies: "Sequence[Copy]") -> list[dict[str, object]]:
    """Return the saves as `peil backups --json` prints them."""
    return [copy_document(copy) for copy in copies]


def copy_document(copy: "Copy") -> dict[str, object]:
    """Return one save as JSON shows it; null for what is not known of it."""
    return {
        "number": copy.number,
        "file": copy.file,
        "saves": copy.saves,
        "why": copy.why,
        "time": copy.time,
        "answered": copy.summary.answered if copy.summary else None,
        "asked": copy.summary.asked if copy.summary else None,
        "state": copy.state,
    }


def copies_text(copies: "Sequence[Copy]", assessment: str, say: Words) -> str:
    """Return the saves as lines for people, and how to go back to one."""
    if not copies:
        return say(
            "There is no earlier save of {name} yet. Peil keeps one from before each sitting, and "
            "the last three saves.",
            name=assessment,
        )
    rows = [("", say("last changed"), say("answered"), say("kept"), "")]
    rows += [
        (
            str(copy.number),
            when(copy, say),
            answered(copy, say),
            say(WHY[copy.why]),
            _state(copy, say),
        )
        for copy in copies
    ]
    how = say(
        "To go back to one, type its number: peil backups {name} --restore 1", name=assessment
    )
    return "\n".join([*columns(rows), "", how])


def restored_text(copy: "Copy", assessment: str, say: Words) -> str:
    """Return which save an assessment was put back to."""
    return say(
        "{name} was put back to number {number}: last changed {when}, with {answered} questions "
        "answered.",
        name=assessment,
        number=copy.number,
        when=when(copy, say),
        answered=answered(copy, say),
    )


def when(copy: "Copy", say: Words) -> str:
    """Return when a save was last changed, by the user's clock."""
    try:
        return local_time(copy.time)
    except (ValueError, OverflowError):
        return say("unknown")


def answered(copy: "Copy", say: Words) -> str:
    """Return how many questions were answered in a save ("12 of 54")."""
    if copy.summary is None:
        return "–"
    return say("{n} of {m}", n=copy.summary.answered, m=copy.summary.asked)


def _state(copy: "Copy", say: Words) -> str:
    words = STATES[copy.state]
    return say(words) if words else ""
