"""The program's front door: which command was asked for, and how it ended.

Nothing but click is loaded before the command is known; each command lives in a
module of its own, loaded when it is called.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import click

from peil import __version__
from peil.cli.invocation import Invocation, common_options, present_option
from peil.cli.last_resort import (
    OUTPUT_CLOSED,
    STOPPED,
    ended_by,
    faults_of_threads_noted,
    without_output,
)
from peil.cli.printing import print_text
from peil.cli.spoken import SpokenGroup, examples, speak_with_click
from peil.errors import WrongUse
from peil.text.languages import mark
from peil.text.letters import READABLY

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Entry(NamedTuple):
    """One command: where it lives, and what it does in a few words."""

    module: str
    """Below `peil.cli`; the click command in it is called `NAME_command`."""
    does: str


COMMANDS = {
    "demo": Entry("screen", mark("a finished example firm, to look at and to show")),
    "new": Entry("assessments", mark("make an assessment")),
    "set": Entry("assessments", mark("change its profile and the settings of its plan")),
    "import": Entry("importing", mark("take in an assessment file from somebody else")),
    "delete": Entry("assessments", mark("move an assessment out of the way")),
    "list": Entry("listing", mark("all assessments")),
    "ask": Entry("ask", mark("the questions line by line, without the full screen")),
    "answer": Entry("answers", mark("answer questions")),
    "score": Entry("results", mark("scores, levels, verdict and range")),
    "plan": Entry("results", mark("what to do first, and why")),
    "action": Entry("actions", mark("change one action of the plan, or add your own")),
    "vote": Entry("votes", mark("the votes of a team on one question, and what it agrees on")),
    "runsheet": Entry("papers", mark("what a facilitator needs: time plan, slips and cards")),
    "minutes": Entry("papers", mark("what a team voted, agreed and promised")),
    "export": Entry("exports", mark("write the list, a table, a calendar, or everything as JSON")),
    "readback": Entry("readback", mark("read an edited action list back")),
    "backups": Entry("backups", mark("earlier saves, and going back to one")),
    "check": Entry("check", mark("look at every file, and repair what can be repaired")),
    "questionnaire": Entry("questionnaires", mark("see, check and write questionnaires")),
    "help": Entry("help", mark("the words of Peil, explained")),
}
"""Every command, in the order in which help lists them."""


class FrontDoor(SpokenGroup):
    """A group whose commands are loaded when called; any other word is an assessment."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command by name."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module = import_module(f"peil.cli.{entry.module}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begins with; an assessment opens the screen."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        if any(not each.startswith("-") for each in args[1:2]):
            raise unknown_command(args[0])
        from peil.cli.screen import open_command

        return "open", open_command, args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return commands, assessments and options that begin so, without loading a command."""
        from click.shell_completion import CompletionItem

        from peil.cli.completing import assessments

        say = ctx.ensure_object(Invocation).say
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return [
            *(
                CompletionItem(name, help=say(entry.does))
                for name, entry in COMMANDS.items()
                if name.startswith(incomplete)
            ),
            *assessments(ctx, None, incomplete),
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading one of them."""
        say = ctx.ensure_object(Invocation).say
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(entry.does)) for name, entry in COMMANDS.items()])


PRESENTED = ("open", "demo")
"""The commands that can begin in the presenter view."""


def unknown_command(name: str) -> WrongUse:
    """Return the error for a word that is neither a command nor, alone, an assessment."""
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, 1, 0.5)
    if close:
        return WrongUse(
            mark("There is no command {name}. Did you mean {close}?"), name=name, close=close[0]
        )
    return WrongUse(mark("There is no command {name}. See peil --help."), name=name)


def print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print the version and end, when that is wanted.

    click's own option would look for translations of its help each time Peil starts.
    """
    if wanted and not ctx.resilient_parsing:
        print_text(f"peil {__version__}")
        ctx.exit()


HELP = mark(
    "Find out how ready your business is for social media and communities, and what to do first.\n"
    "\n"
    "Without a command Peil opens the full screen: with ASSESSMENT that one, without it the list "
    "of assessments, or at first start a new one."
)
EXAMPLES = examples(
    "peil",
    "peil demo",
    "peil bakery-jansen --present",
    'peil new "Bakery Jansen" --people team',
    "peil score bakery-jansen",
)


@click.group(
    "peil",
    cls=FrontDoor,
    help=HELP,
    epilog=EXAMPLES,
    invoke_without_command=True,
    subcommand_metavar="[ASSESSMENT | COMMAND [ARGS]...]",
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help=mark("Show the version."),
)
@present_option
@common_options
@click.pass_context
def front_door(ctx: click.Context) -> int:
    """Open the full screen when no command was given."""
    if ctx.ensure_object(Invocation).present and ctx.invoked_subcommand not in PRESENTED:
        raise WrongUse(mark("Say which assessment the room is to see: peil ASSESSMENT --present"))
    if ctx.invoked_subcommand is not None:
        return 0
    from peil.cli.screen import open_screen

    return open_screen(ctx.ensure_object(Invocation), None)


COMPLETING = "_PEIL_COMPLETE"
"""Set by a shell that wants words for the Tab key, or the script that asks for them."""


def complete(invocation: Invocation) -> int:
    """Fill in words for a shell, and return the exit code; of what goes wrong nothing is said."""
    with suppress(Exception):
        try:
            front_door.main([], "peil", standalone_mode=False, obj=invocation)
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 0
    return 1


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; no traceback ever reaches a user."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=READABLY)
    invocation = Invocation(asked_for("--language", arguments), asked_for("--data-dir", arguments))
    if os.environ.get(COMPLETING):
        return complete(invocation)
    try:
        if arguments[:1] != ["--version"]:  # that needs no words: it is asked for by scripts
            speak_with_click(invocation.say.language)
        with faults_of_threads_noted(invocation):
            code = front_door.main(list(arguments), "peil", standalone_mode=False, obj=invocation)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click ends the program itself when a pipe closes
        return without_output(OUTPUT_CLOSED)
    except Exception as error:
        return ended_by(error, invocation)
    except KeyboardInterrupt:
        return STOPPED
    return code if isinstance(code, int) else 0


def asked_for(option: str, arguments: Sequence[str]) -> str | None:
    """Return the value that an option has on the command line, before click has read it.

    Help is printed while click reads, so language and data folder must be known earlier.
    """
    for argument, following in pairwise((*arguments, "")):
        name, equals, value = argument.partition("=")
        if name == option:
            return value if equals else following
    return None
