"""Help in the user's language: sentences stand in the code in English, marked."""

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
    """Put the help of a command, its options and its subcommands into the user's language."""
    command.help = command.help and say(command.help)
    command.short_help = command.short_help and say(command.short_help)
    if command.epilog and not command.epilog.startswith(AS_WRITTEN):
        shown = "\n".join(f"  {line}" for line in command.epilog.splitlines())
        command.epilog = f"{AS_WRITTEN}{say('Examples')}:\n{shown}"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = say(parameter.help)
    if type(command) is click.Group:
        for child in command.commands.values():
            spoken(child, say)
    return command
