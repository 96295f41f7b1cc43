"""Help in the user's language: sentences stand in the code in English, marked."""

import copy
import gettext
import os

import click

from peil.cli.invocation import Invocation
from peil.text.languages import CATALOGUES, Words, mark, mark_many

CLICK_SENTENCES = (
    mark("Usage:"),
    mark("Options"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Show this message and exit."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing command."),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Option {name!r} requires an argument."),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark_many("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    mark_many("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark_many("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
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


class Spoken(click.Command):
    """A command whose help is put into the user's language when it is printed."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of the invocation."""
        say = ctx.ensure_object(Invocation).say
        heard = copy.copy(self)
        heard.help = heard.help and say(heard.help)
        heard.epilog = heard.epilog and _shown(heard.epilog, say)
        heard.params = [_heard(parameter, say) for parameter in self.params]
        super(Spoken, heard).format_help(ctx, formatter)


class SpokenGroup(Spoken, click.Group):
    """A group of such commands."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the language of the invocation."""
        say = ctx.ensure_object(Invocation).say
        with formatter.section(say("Commands")):
            formatter.write_dl(
                [(name, say(child.help)) for name, child in self.commands.items() if child.help]
            )


def _shown(examples_: str, say: Words) -> str:
    lines = "\n".join(f"  {line}" for line in examples_.splitlines())
    title = say("Examples")
    return f"{AS_WRITTEN}{title}:\n{lines}"


def _heard(parameter: click.Parameter, say: Words) -> click.Parameter:
    heard = copy.copy(parameter)
    if isinstance(heard, click.Option) and heard.help:
        heard.help = say(heard.help)
    return heard
