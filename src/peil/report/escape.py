"""Any text as text: the one function through which values go into exported Markdown."""

import re

from peil.text.clean import clean_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~]|&(?=[#0-9A-Za-z])|(?<=[A-Za-z0-9])@|^[-+=|:]")
_NUMBER_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp|www)([:.])")


def escaped(value: str) -> str:
    """Return a value as one line of Markdown that shows exactly its text.

    Emphasis, links, HTML, entities, list and heading marks lose their meaning, and
    addresses are kept from becoming links by themselves.
    """
    text = _SPECIAL.sub(r"\\\g<0>", clean_line(value, len(value)))
    text = _NUMBER_AT_START.sub(r"\1\\\2", text)
    return _ADDRESS.sub(r"\1\\\2", text)
