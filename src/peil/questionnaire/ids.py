"""Ids: their shape, and one to propose where it is missing."""

import unicodedata
from collections.abc import Container

ID_LIMIT = 40
"""Longest id, in characters."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def is_id(text: str) -> bool:
    """Return whether `text` is an id: a-z, 0-9 and hyphens, at most `ID_LIMIT` characters."""
    return 0 < len(text) <= ID_LIMIT and _LETTERS.issuperset(text)


def propose_id(words: str, taken: Container[str]) -> str:
    """Return an id made of `words` that is not yet `taken`."""
    plain = unicodedata.normalize("NFKD", words[:200].casefold())
    spaced = "".join(
        letter if letter in _LETTERS else " "
        for letter in plain
        if not unicodedata.combining(letter)
    )
    base = ""
    for word in spaced.replace("-", " ").split():
        longer = f"{base}-{word}" if base else word[:ID_LIMIT]
        if len(longer) > ID_LIMIT - 4:
            break
        base = longer
    base = base or "item"
    proposal = base
    number = 2
    while proposal in taken:
        proposal = f"{base}-{number}"
        number += 1
    return proposal
