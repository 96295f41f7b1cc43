"""`peil help`: the words of the product, explained."""

import click

from peil.cli.invocation import Invocation, common_options
from peil.cli.printing import print_text
from peil.cli.spoken import Spoken, examples
from peil.text.languages import mark


@click.command(
    "help",
    cls=Spoken,
    help=mark(
        "Explain a word of Peil, or list all of them. How a command is used says that command "
        "itself, with --help."
    ),
    epilog=examples(
        "peil help",
        "peil help consensus",
        'peil help "core question"',
    ),
)
@click.argument("word", nargs=-1)
@common_options
@click.pass_obj
def help_command(invocation: Invocation, word: tuple[str, ...]) -> None:
    """Print what a word means; of a command also how to see its use."""
    from peil.report.glossary import glossary_text, word_text

    say = invocation.say
    if not word:
        print_text(glossary_text(say))
        return
    wanted = " ".join(word)
    if not _is_command(wanted):
        print_text(word_text(wanted, say))
        return
    from peil.errors import PeilError

    use = say("How the command {name} is used: peil {name} --help", name=wanted)
    try:
        print_text(f"{word_text(wanted, say)}\n{use}")
    except PeilError:
        print_text(use)


def _is_command(word: str) -> bool:
    from peil.cli.main import COMMANDS

    return word in COMMANDS
