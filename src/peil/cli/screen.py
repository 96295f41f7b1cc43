"""`peil`, `peil ASSESSMENT` and `peil demo`: what opens the full screen."""

import os
import sys

import click

from peil.cli.invocation import (
    Invocation,
    assessment_argument,
    common_options,
    has_terminal,
    present_option,
)
from peil.cli.printing import print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark


@click.command("open", cls=Spoken, help=mark("Open an assessment in the full screen."))
@assessment_argument
@present_option
@common_options
@click.pass_obj
def open_command(invocation: Invocation, assessment: str) -> int:
    """Open one assessment; any first word that is no command comes here."""
    return open_screen(invocation, invocation.workspace.resolve(assessment))


@click.command(
    "demo",
    cls=Spoken,
    help=mark(
        "Make a finished example firm afresh and open it, to look at and to show. Without a "
        "terminal its id is printed."
    ),
    epilog=examples(
        "peil demo --language nl",
    ),
)
@common_options
@click.pass_obj
def demo_command(invocation: Invocation) -> int:
    """Make the example firm and show it."""
    from peil.cli.finishing import finish
    from peil.sitting.demo import make_demo

    sitting = make_demo(invocation.workspace, invocation.say.language)
    finish(sitting)
    if not has_terminal():
        print_text(sitting.assessment.id)
        return 0
    return open_screen(invocation, sitting.assessment.id)


def open_screen(invocation: Invocation, assessment: str | None) -> int:
    """Run the full screen and return its exit code; WrongUse without a terminal for it."""
    if not has_terminal():
        raise WrongUse(
            mark(
                "The full screen needs a terminal, and there is none here. "
                "Use peil new, answer, score, plan and export instead; peil --help shows them."
            )
        )
    _must_draw(os.environ.get("TERM", ""))
    from peil.store.settings import load_settings
    from peil.tui.run import run

    settings, notice = load_settings(invocation.folder)
    return run(
        invocation.workspace,
        invocation.catalog,
        assessment=assessment,
        language=invocation.language,
        settings=settings,
        notice=notice,
        present=invocation.present,
    )


def _must_draw(terminal: str) -> None:
    """Raise WrongUse for a terminal of this name that draws nothing; Windows names none."""
    if sys.platform == "win32" or terminal not in ("", "dumb"):
        return
    if terminal:
        raise WrongUse(
            mark(
                "This terminal cannot draw a full screen (its TERM is dumb). "
                "Use peil new, answer, score, plan and export instead; peil --help shows them."
            )
        )
    raise WrongUse(
        mark(
            "It is not known what this terminal can draw, because TERM is not set. Set it, as in "
            "TERM=xterm peil, or use peil new, answer, score, plan and export; peil --help shows "
            "them."
        )
    )
