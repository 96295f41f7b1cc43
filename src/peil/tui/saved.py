"""Whether the answers are on the disk, as the header says it.

"Saved" appears only when the disk has everything; what was changed since then is on
its way, or could not be written, and the next change tries again.
"""

from pathlib import Path

from textual.content import Content

from peil.assessment.model import Assessment
from peil.sitting import Sitting
from peil.store.writer import NotSaved, Saved, Saving
from peil.text.languages import Words
from peil.tui.content import NOTHING, text
from peil.tui.signs import Signs


def is_saving(sitting: Sitting) -> bool:
    """Return whether something is on its way to the disk."""
    return sitting.file is not None and isinstance(sitting.file.status, Saving)


def is_in_danger(sitting: Sitting) -> bool:
    """Return whether the last attempt to save failed, or went to another file."""
    status = sitting.status
    return isinstance(status, NotSaved) or (isinstance(status, Saved) and bool(status.beside))


def danger_word(sitting: Sitting | None, say: Words, signs: Signs) -> Content:
    """Return in a word that a save failed or went elsewhere, for a room: no reason, no file."""
    if sitting is None or not is_in_danger(sitting):
        return NOTHING
    failed = isinstance(sitting.status, NotSaved)
    words = say("not saved") if failed else say("saved elsewhere")
    return text(f"{signs.failed} {words}", "failed")


def saved_sign(sitting: Sitting, say: Words, signs: Signs) -> Content:
    """Return the sign and its word."""
    if sitting.file is None:
        return text(say("look only"), "caution")
    status = sitting.file.status
    if isinstance(status, NotSaved):
        return text(
            f"{signs.failed} " + say("not saved: {reason}", reason=say(status.reason)), "failed"
        )
    if isinstance(status, Saved) and status.beside:
        name = Path(status.beside).name
        return text(f"{signs.failed} " + say("saved beside: {path}", path=name), "failed")
    if isinstance(status, Saved):
        return saved(say, signs)
    return text(f"{signs.saving} " + say("saving"), "faint")


def saved(say: Words, signs: Signs) -> Content:
    """Return the sign that everything is on the disk."""
    return text(f"{signs.saved} " + say("saved"), "good")


def unkept(say: Words, signs: Signs) -> Content:
    """Return the sign that something is typed which is not on the disk yet."""
    return text(f"{signs.saving} " + say("not kept yet"), "faint")


def differ_in_place_only(one: Assessment, other: Assessment) -> bool:
    """Return whether two states of an assessment hold the same answers and settings."""
    return all(
        getattr(one, field) is getattr(other, field)
        for field in one.__struct_fields__
        if field not in ("place", "changed")
    )
