"""Foreign text made safe, at every entrance and before every screen.

Whatever somebody else wrote may hold sequences that drive a terminal, characters
that turn the reading direction round, or invisible ones that hide a message.
`clean` takes them out whole and keeps everything that a person can read; joiners
stay, because family emoji and several scripts need them.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

NOTE_LIMIT = 20_000
"""Longest note, in characters."""
LINE_LIMIT = 1_000
"""Longest single-line text (a reason, a piece of evidence), in characters."""
NAME_LIMIT = 200
"""Longest name or title, in characters."""

_SEQUENCES = (
    r"(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]?"  # CSI
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])"  # OSC, DCS, SOS, PM, APC up to their end;
    r"[^\n\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)"  # without an end the text stays
    r"|\x1b[\x20-\x2f]*[\x30-\x7e]?"  # shorter escapes
)
_FORBIDDEN = (
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tag characters
    "]"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern; most texts never need one."""
    return re.compile(pattern)


class Cleaned(NamedTuple):
    """A cleaned text, and whether it was cut at the limit."""

    text: str
    cut: bool


def clean_within(text: str, limit: int) -> Cleaned:
    """Clean `text` and cut it after `limit` characters, saying whether that was needed."""
    if text.isprintable():  # none of what is dropped below is printable
        return Cleaned(text[:limit], len(text) > limit)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n")
    text = _compiled(_FORBIDDEN).sub("", _compiled(_SEQUENCES).sub("", text))
    return Cleaned(text[:limit], len(text) > limit)


def clean(text: str, limit: int = NOTE_LIMIT) -> str:
    """Return `text` without anything that could drive a terminal; lines are kept."""
    return clean_within(text, limit).text


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` cleaned and on one line: white space folded, none at the ends."""
    return " ".join(clean(text, max(limit * 4, NOTE_LIMIT)).split())[:limit].rstrip()


def clean_name(text: str) -> str:
    """Return a name or title: one line, composed form (NFC), at most `NAME_LIMIT` characters."""
    composed = unicodedata.normalize("NFC", clean_line(text, NAME_LIMIT))
    return composed[:NAME_LIMIT].rstrip()  # some letters grow when they are composed


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Return where the first character stands that `clean` would drop, and that character.

    The position counts characters from 0. None when there is none.
    """
    found = _compiled(_FORBIDDEN).search(text)
    return (found.start(), found.group()) if found else None
