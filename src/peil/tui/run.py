"""The way in for the command line: open what was asked for and run the app."""

import gc
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peil.errors import PeilError
    from peil.questionnaire.catalog import Catalog
    from peil.store.settings import Settings
    from peil.store.workspace import Workspace
    from peil.tui.app import PeilApp


def run(
    workspace: "Workspace",
    catalog: "Catalog",
    *,
    assessment: str | None,
    language: str | None,
    settings: "Settings",
    notice: "PeilError | None" = None,
    present: bool = False,
) -> int:
    """Run Peil on the full screen and return its exit code.

    With an assessment it begins at its question, or with `present` in the presenter view,
    where no other assessment appears; without one at home, or at first start with a new
    one. `notice` is what there is to say about the settings. PeilError
    when the assessment cannot be opened. What went wrong at the end is said on stderr.
    """
    gc.disable()  # nothing becomes garbage while everything is loaded
    app = make_app(
        workspace,
        catalog,
        assessment=assessment,
        language=language,
        settings=settings,
        present=present,
    )
    app.notice = notice
    import_module(f"peil.tui.pages.{app.first}")
    gc.freeze()
    gc.enable()
    ending = import_module("peil.tui.ending")
    with ending.watchful(app):
        try:
            app.run()
        except BaseException as error:  # noqa: BLE001 - also what only ends a thread or a task
            app.fault = app.fault or error
        app.give_back()
        return int(ending.farewell(app))


def make_app(
    workspace: "Workspace",
    catalog: "Catalog",
    *,
    assessment: str | None,
    language: str | None,
    settings: "Settings",
    present: bool = False,
) -> "PeilApp":
    """Return the app on its first page; see `run`."""
    # Imported here, so that `run` can hold the collector back meanwhile.
    from peil.errors import OpenElsewhere
    from peil.sitting import Sitting
    from peil.text.languages import language_of_environment
    from peil.tui.app import PeilApp
    from peil.tui.desk import Desk
    from peil.tui.opening import with_questions

    spoken = language or settings.language or language_of_environment()
    desk = Desk(workspace, catalog, settings, language, assessment if present else None)
    if assessment is None:
        return PeilApp(desk, spoken, "home" if _has_any(workspace) else "start")
    app = PeilApp(desk, spoken, "present" if present else "question")
    try:
        app.sit_down(
            with_questions(Sitting.open(workspace, assessment, language, app.tell_written))
        )
    except OpenElsewhere as error:
        return PeilApp(desk, spoken, "home", closed_door=(assessment, error))
    return app


def _has_any(workspace: "Workspace") -> bool:
    """Return whether there is an assessment, if only in its earlier saves."""
    if workspace.ids():
        return True
    from peil.store.copies import orphans

    return bool(orphans(workspace))
