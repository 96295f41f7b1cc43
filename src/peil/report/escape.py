"""Any text as text: how values go into exported Markdown, and how they come back out of it."""

import re
from html import unescape

from peil.text.clean import clean_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~]|&(?=[#0-9A-Za-z])|(?<=[A-Za-z0-9])@|^[-+=|:]")
_NUMBER_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ESCAPE = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_BAR = re.compile(r"(\\.)|\|")
"""A bar that is not escaped yet; what is escaped goes first."""
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp|www)([:.])")


def escaped(value: str) -> str:
    """Return a value as one line of Markdown that shows exactly its text.

    Emphasis, links, HTML, entities, list and heading marks lose their meaning, and
    addresses are kept from becoming links by themselves.
    """
    text = _SPECIAL.sub(r"\\\g<0>", clean_line(value, len(value)))
    text = _NUMBER_AT_START.sub(r"\1\\\2", text)
    return _ADDRESS.sub(r"\1\\\2", text)


def escaped_cell(value: str) -> str:
    """Return a value as `escaped` does, for a cell of a table."""
    return _BAR.sub(lambda found: found[1] or r"\|", escaped(value))


def unescaped(text: str) -> str:
    """Return what a line of Markdown shows: for whatever `escaped` wrote, the value itself.

    Entities are read too, as far as people write them; what is not escaped stands as it is.
    """
    return clean_line(_ESCAPE.sub(_meant, text), len(text))


def _meant(found: re.Match[str]) -> str:
    return found[1] or unescape(found[0])
