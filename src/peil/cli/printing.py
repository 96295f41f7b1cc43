"""How anything reaches stdout and stderr: cleaned, whole, and nothing else beside it.

These are the only functions that print; a test over the syntax tree sees to it.
"""

import sys

import click

from peil.text.clean import clean, escaped_in_json
from peil.text.letters import in_json


def print_text(text: str) -> None:
    """Print text for people, made safe for a terminal, with one newline at its end."""
    click.echo(clean(text, len(text)).rstrip("\n"))


def print_as_file(text: str) -> None:
    """Print what is meant for a file: byte for byte, or on a terminal made safe for it."""
    if sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty():
        print_text(text)
    else:
        click.echo(text.encode(), nl=False)


def print_json(value: object) -> None:
    """Print a value as indented JSON, keys in their own order, letters as they are.

    What would drive a terminal is written as an escape of JSON, and means the same.
    """
    import msgspec

    encoded = msgspec.json.encode(value)
    text = escaped_in_json(msgspec.json.format(encoded, indent=2).decode())
    click.echo(in_json(text, (sys.stdout and sys.stdout.encoding) or "utf-8"))


def print_complaint(text: str) -> None:
    """Print on stderr what went wrong or is to be known, made safe for a terminal."""
    click.echo(clean(text, len(text)).rstrip("\n"), err=True)
