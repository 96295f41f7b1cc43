"""How results reach stdout: cleaned, whole, and nothing else beside them."""

import click
import msgspec

from peil.text.clean import clean


def print_text(text: str) -> None:
    """Print text for people, made safe for a terminal, with one newline at its end."""
    click.echo(clean(text, len(text)).rstrip("\n"))


def print_json(value: object) -> None:
    """Print a value as indented JSON, keys in their own order, characters as they are."""
    encoded = msgspec.json.encode(value)
    click.echo(msgspec.json.format(encoded, indent=2).decode())
