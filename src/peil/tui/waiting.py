"""What waits for the user, for home; found out in a thread, off the way of the keys."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from peil.errors import PeilError
from peil.sitting.view import View
from peil.text.languages import Words
from peil.tui.newer import newer_ones
from peil.tui.widgets.home_sheet import ToDo

if TYPE_CHECKING:
    from peil.tui.desk import Desk


def what_waits(desk: "Desk", latest: str, say: Words) -> Sequence[ToDo]:
    """Return what waits in the data folder; `latest` is the id of the assessment on top."""
    return tuple(_newer(desk, latest, say)) if latest else ()


def _newer(desk: "Desk", latest: str, say: Words) -> Iterator[ToDo]:
    """Return the newer versions of the questionnaires of the assessment on top."""
    try:
        view = View.look(desk.workspace, latest, say.language)
    except PeilError:
        return
    found = newer_ones(desk, view)
    if found:
        words = say.many(
            "newer questionnaire: {title}", "newer questionnaires", len(found), title=found[0].title
        )
        yield ToDo("newer", len(found), words, latest, view.assessment.title)
