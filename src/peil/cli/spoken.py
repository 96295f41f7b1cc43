"""Help in the user's language: sentences stand in the code in English, marked."""

import copy
import gettext
import os

import click

from peil.text.languages import CATALOGUES, Words, mark

CLICK_SENTENCES = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Show this message and exit."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("No such option: {name}"),
    mark("Got unexpected extra argument ({args})"),
    mark("Got unexpected extra arguments ({args})"),
    mark("Option {name!r} requires an argument."),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value!r} is not one of {choices}."),
)
"""Click's own sentences that a user of Peil can meet: click looks them up by itself."""


AS_WRITTEN = "\b\n"
"""Keeps click from filling the lines of a paragraph."""


def examples(*lines: str) -> str:
    """Return command lines as they are given to a command as its epilog."""
    return "\n".join(lines)


def speak_with_click(language: str) -> None:
    """Let click find its own sentences in Peil's catalogue of this language."""
    gettext.bindtextdomain("peil", str(CATALOGUES))
    gettext.textdomain("peil")
    os.environ["LANGUAGE"] = language


def spoken(command: click.Command, say: Words) -> click.Command:
    """Return a copy of a command whose help, options and subcommands speak the user's language."""
    heard = copy.copy(command)
    heard.help = heard.help and say(heard.help)
    if heard.epilog:
        shown = "\n".join(f"  {line}" for line in heard.epilog.splitlines())
        title = say("Examples")
        heard.epilog = f"{AS_WRITTEN}{title}:\n{shown}"
    heard.params = [_heard(parameter, say) for parameter in command.params]
    if isinstance(heard, click.Group):
        heard.commands = {name: spoken(child, say) for name, child in heard.commands.items()}
    return heard


def _heard(parameter: click.Parameter, say: Words) -> click.Parameter:
    heard = copy.copy(parameter)
    if isinstance(heard, click.Option) and heard.help:
        heard.help = say(heard.help)
    return heard
