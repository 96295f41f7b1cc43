"""Letters and signs for a terminal that knows fewer of them.

What it cannot show is written with what it can: `é` as `e`, `–` as `-`. Used where
words leave Peil for a terminal; files always hold every letter.
"""

import codecs
import unicodedata
from contextlib import suppress
from functools import lru_cache

_SIGNS = {
    sign: stands
    for signs, stands in (
        ("‐‑‒–—―−·•━┄─░┴┬", "-"),
        ("‘’‚′", "'"),
        ("“”„«»″", '"'),
        ("…", "~"),
        ("▸→›", ">"),
        ("←‹", "<"),
        ("↑▲", "^"),
        ("↓▼", "v"),
        ("●", "*"),
        ("○", "."),
        ("◇", "o"),
        ("✓┌┐└┘├┤┼╭╮╯╰", "+"),
        ("■█", "#"),
        ("▒", "%"),
        ("▀", '"'),
        ("□", "="),
        ("│", "|"),
        ("×", "x"),
        ("÷", "/"),
        ("⚑", "f"),
        ("€", "E"),
        ("\u00a0\u202f\u2009", " "),
    )
    for sign in signs
}
"""Signs of one cell, and what stands for them."""
_LETTERS = {
    "ß": "s",
    "æ": "a",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "t",
    "œ": "o",
    "ı": "i",
}
"""Letters that are not made of a letter and an accent; each keeps its one cell."""


@lru_cache(maxsize=4096)
def plain(character: str) -> str:
    """Return what stands for one character in ASCII, as wide as it is on a screen."""
    if character.isascii():
        return character
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return ""
    found = _SIGNS.get(character) or _LETTERS.get(character)
    if found is None and character.lower() in _LETTERS:
        found = _LETTERS[character.lower()].upper()
    if found is None:
        base = unicodedata.normalize("NFKD", character)[:1]
        found = base if base.isascii() else "?"
    return found * 2 if unicodedata.east_asian_width(character) in {"W", "F"} else found


def readable(text: str, encoding: str) -> str:
    """Return a text with the letters that an encoding has and no other sign, as wide as before."""
    if text.isascii():
        return text
    return "".join(_readable(character, encoding) for character in text)


@lru_cache(maxsize=4096)
def _readable(character: str, encoding: str) -> str:
    if character.isalpha():
        with suppress(UnicodeEncodeError):
            character.encode(encoding)
            return character
    return plain(character)


def in_json(text: str, encoding: str) -> str:
    """Return a JSON text in letters that an encoding has, the others as escapes of the same."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(map(_json_escape, text))
    return text


def _json_escape(character: str) -> str:
    if character.isascii():
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _encoded_readably(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding does not have in letters that it has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


READABLY = "peil.readable"
"""Name of the error handler for streams that cannot write every letter."""
codecs.register_error(READABLY, _encoded_readably)
