"""Looking for newer versions of the questionnaires of the open assessment, and saying so once."""

from functools import partial
from typing import TYPE_CHECKING

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.sitting.view import View

if TYPE_CHECKING:
    from peil.sitting.updating import Update
    from peil.tui.desk import Desk, DeskApp

PATIENCE = 2.0
"""Seconds after an assessment was opened, or after another message, before a remark is made."""


def newer_ones(desk: "Desk", view: View) -> "tuple[Update, ...]":
    """Return the newer versions of a view's questionnaires; none where they cannot be read."""
    from peil.sitting.updating import newer

    try:
        return newer(view, desk.catalog)
    except PeilError:
        return ()


def look_later(app: "DeskApp") -> None:
    """Look for newer versions when the page has stood for a while, and remark on them once."""
    sitting = app.open_sitting
    if sitting is not None and not sitting.looks_only:
        app.set_timer(PATIENCE, partial(_begin, app, sitting))


def _begin(app: "DeskApp", sitting: Sitting) -> None:
    if app.open_sitting is sitting:
        # A view of its own, so that two threads never compute on the same one.
        view = View(sitting.assessment, language=sitting.language, cache=app.desk.workspace.cache)
        app.run_worker(partial(_look, app, sitting, view), thread=True, group="newer")


def _look(app: "DeskApp", sitting: Sitting, view: View) -> None:
    """Look, in a thread."""
    found = newer_ones(app.desk, view)
    if found:
        app.call_from_thread(remark, app, sitting, found[0].title)


def remark(app: "DeskApp", sitting: Sitting, title: str) -> None:
    """Say that there is a newer version, unless that sitting is over; wait for other messages."""
    if app.open_sitting is not sitting:
        return
    if app.peil_screen.footer.message or app.peil_screen.is_busy:
        app.set_timer(PATIENCE, partial(remark, app, sitting, title))
        return
    app.tell(
        app.say(
            "There is a newer version of {title}. Ctrl+P, then “newer”, shows what would change.",
            title=title,
        ),
        "deep",
    )
