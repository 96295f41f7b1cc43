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
MARKS_LIMIT = 5
"""Most marks that are drawn on one letter; no script needs more."""
UNKNOWN = "\ufffd"
"""Drawn for a letter that the Unicode of this Python does not know."""

_STRING = r"[^\n\x07\x1b\x90\x98\x9c-\x9f]*"
_SEQUENCES = (
    r"(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]?"  # CSI
    r"|\x1b[\]PX^_]" + _STRING + r"(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC: to their
    # end or that of the line; in eight bits only with an end, because text that was read in a
    # wrong encoding is full of those signs
    r"|[\x9d\x90\x98\x9e\x9f]" + _STRING + r"(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[\x20-\x2f]*[\x30-\x7e]?"  # shorter escapes
)
_FORBIDDEN = (
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tag characters
    "]"
)
_UNEVEN = "[^\x00-\xac\xae-\u02ff\u2010-\u205f\u20a0-\u20bf\u2100-\u214f\u2190-\u25ff]"
"""Letters among which some are not drawn as they stand; most texts have none of them."""
_HAN = "\U00020000"  # from here on all letters are Chinese and wide, known or not
_DIFFERS = (
    "["
    "\xad\u180e\u200b\u200d\u2060-\u2065"  # hyphens that show only sometimes, joiners
    "\ufe00-\ufe0f\U000e0080-\U000e0fff"  # variation selectors
    "\U0001f3fb-\U0001f3ff"  # tints
    "]"
)
"""Signs that some terminals give cells and others do not, with nothing to read in them."""


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


def drawn(text: str) -> str:
    """Return a clean text as it goes on the screen, where every letter has its own cells.

    Terminals do not agree on how wide some signs are, and one that is wider than was
    reckoned pushes the rest of its line over the next. So what joins or tints emoji is
    left out here, flags become their letters, letters that no terminal knows yet become
    one sign, and marks do not pile up. What is stored and exported keeps them all.
    """
    if not _compiled(_UNEVEN).search(text):
        return text
    letters: list[str] = []
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MARKS_LIMIT or _compiled(_DIFFERS).fullmatch(letter):
            continue
        if kind == "Cn" and letter < _HAN:
            letters.append(UNKNOWN)
        elif "\U0001f1e6" <= letter <= "\U0001f1ff":
            letters.append(chr(ord(letter) - 0x1F1E6 + ord("A")))
        else:
            letters.append(letter)
    return "".join(letters)


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Return where the first character stands that `clean` would drop, and that character.

    The position counts characters from 0. None when there is none.
    """
    found = _compiled(_FORBIDDEN).search(text)
    return (found.start(), found.group()) if found else None


def escaped_in_json(text: str) -> str:
    """Return a JSON text with what `clean` would drop written as escapes: it means the same."""
    if text.isascii() and "\x7f" not in text:
        return text
    return _compiled(_FORBIDDEN).sub(_json_escape, text)


def _json_escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
