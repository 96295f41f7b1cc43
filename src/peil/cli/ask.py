"""`peil ask`: the walk line by line."""

import os
from typing import TYPE_CHECKING

import click

from peil.cli.invocation import Invocation, common_options, completed_by, has_terminal
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when the command runs
    from peil.line.voice import Voice
    from peil.sitting import Sitting

_DUMB = "dumb"
_NO = ("", "0", "no", "false")
"""What turns `ACCESSIBLE` off."""


@click.command(
    "ask",
    cls=Spoken,
    help=mark(
        "Go through the questions line by line, without the full screen. Each can go on where the "
        "other stopped. In the plain form nothing is drawn: for screen readers, slow connections "
        "and programs; it is also what ACCESSIBLE=1 and TERM=dumb ask for."
    ),
    epilog=examples(
        "peil ask bakery-jansen",
        "peil ask bakery-jansen --core --plain",
        "ACCESSIBLE=1 peil ask",
    ),
)
@click.argument("assessment", required=False, shell_complete=completed_by("assessments"))
@click.option("--core", is_flag=True, help=mark("Only the core questions."))
@click.option("--plain", is_flag=True, help=mark("Only text and numbers to type."))
@common_options
@click.pass_obj
def ask_command(invocation: Invocation, assessment: str | None, core: bool, plain: bool) -> int:
    """Walk through one assessment; without a name the only one, or one of the list."""
    if invocation.no_input or not (plain or has_terminal()):
        raise WrongUse(
            mark(
                "peil ask puts questions, and nobody can answer them here. Answer with peil "
                "answer, or type the answers into: peil ask --plain"
            )
        )
    from peil.cli.finishing import finish
    from peil.line.signals import heeded
    from peil.line.voice import Stopped
    from peil.line.walk import Walk

    voice = _voice(invocation.say.language, plain=plain or _asked_plain())
    try:
        sitting = _sitting(invocation, assessment, voice)
    except Stopped:  # before anything was opened
        voice.tell("")
        return 0
    voice.speak(sitting.language)
    try:
        if core != sitting.assessment.core_only:
            sitting.walk_core_only(wanted=core)
        with heeded() as code:
            Walk(sitting, voice).run()
    finally:
        finish(sitting)
    return code()


def _asked_plain() -> bool:
    """Return whether the environment asks for the plain form."""
    accessible = os.environ.get("ACCESSIBLE", "").strip().lower() not in _NO
    return accessible or os.environ.get("TERM") == _DUMB


def _voice(language: str, *, plain: bool) -> "Voice":
    if plain:
        from peil.line.plain import PlainVoice

        return PlainVoice(language)
    from peil.line.prompts import PromptVoice

    return PromptVoice(language)


def _sitting(invocation: Invocation, assessment: str | None, voice: "Voice") -> "Sitting":
    """Open what is named, the only one there is, what is picked, or a new one."""
    from peil.line.choosing import choose_assessment

    name = assessment
    if name is None:
        name = choose_assessment(invocation.workspace, voice, invocation.say)
    if name is None:
        return _made(invocation, voice)
    return invocation.open(name)


def _made(invocation: Invocation, voice: "Voice") -> "Sitting":
    from peil.line.choosing import wishes
    from peil.sitting.begin import begin

    language = invocation.say.language
    return begin(
        invocation.workspace, invocation.catalog, wishes(voice, invocation.say), language=language
    )
