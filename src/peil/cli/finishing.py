"""The end of a command that changed something: saved, or one sentence why not."""

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.writer import NotSaved, Saved
from peil.text.languages import mark, words


def finish(sitting: Sitting) -> None:
    """Close a sitting after a command changed it; PeilError when it could not be saved."""
    status = sitting.close()
    say = words(sitting.language)
    if isinstance(status, NotSaved):
        raise PeilError(
            mark(
                "Not saved: {reason}. What was there before stands; make room or mend the folder, "
                "and give the command again."
            ),
            reason=say(status.reason),
        )
    if isinstance(status, Saved) and status.beside:
        raise PeilError(
            mark(
                "The file was changed by somebody else meanwhile, so your change went to "
                "{place}. Compare the two and keep the one you want."
            ),
            place=status.beside,
        )
