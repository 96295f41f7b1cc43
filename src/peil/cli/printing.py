"""How results reach stdout: cleaned, whole, and nothing else beside them."""

import click
import msgspec

from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.writer import NotSaved, Saved
from peil.text.clean import clean
from peil.text.languages import mark, words


def print_text(text: str) -> None:
    """Print text for people, made safe for a terminal, with one newline at its end."""
    click.echo(clean(text, len(text)).rstrip("\n"))


def print_json(value: object) -> None:
    """Print a value as indented JSON, keys in their own order, characters as they are."""
    encoded = msgspec.json.encode(value)
    click.echo(msgspec.json.format(encoded, indent=2).decode())


def finish(sitting: Sitting) -> None:
    """Close a sitting after a command changed it; PeilError when it could not be saved."""
    status = sitting.close()
    say = words(sitting.language)
    if isinstance(status, NotSaved):
        raise PeilError(mark("Not saved: {reason}."), reason=say(status.reason))
    if isinstance(status, Saved) and status.beside:
        raise PeilError(
            mark(
                "The file was changed by somebody else meanwhile, so your change went to "
                "{place}. Compare the two and keep the one you want."
            ),
            place=status.beside,
        )
