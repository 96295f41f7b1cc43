"""The way in for the command line: open what was asked for and run the app."""

import gc
from typing import TYPE_CHECKING

from peil.errors import OpenElsewhere
from peil.sitting import Sitting
from peil.text.languages import language_of_environment
from peil.tui.app import Desk, PeilApp

if TYPE_CHECKING:
    from peil.questionnaire.catalog import Catalog
    from peil.store.settings import Settings
    from peil.store.workspace import Workspace


def run(
    workspace: "Workspace",
    catalog: "Catalog",
    *,
    assessment: str | None,
    language: str | None,
    settings: "Settings",
) -> int:
    """Run Peil on the full screen and return its exit code.

    With an assessment it begins at its question; without one at home, or at first
    start with a new one. PeilError when the assessment cannot be opened.
    """
    app = make_app(workspace, catalog, assessment=assessment, language=language, settings=settings)
    gc.freeze()
    try:
        app.run()
    finally:
        if app.open_sitting is not None:
            app.open_sitting.close()
    return app.return_code or 0


def make_app(
    workspace: "Workspace",
    catalog: "Catalog",
    *,
    assessment: str | None,
    language: str | None,
    settings: "Settings",
) -> PeilApp:
    """Return the app on its first page; see `run`."""
    spoken = language or settings.language or language_of_environment()
    desk = Desk(workspace, catalog, settings)
    if assessment is None:
        return PeilApp(desk, spoken, "home" if workspace.ids() else "start")
    app = PeilApp(desk, spoken, "question")
    try:
        app.sit_down(Sitting.open(workspace, assessment, language, app.tell_written))
    except OpenElsewhere as error:
        return PeilApp(desk, spoken, "home", closed_door=(assessment, error))
    return app
