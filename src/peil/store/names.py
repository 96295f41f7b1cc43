"""The ids of assessments: how a title becomes one, and how a beginning finds one."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from peil.errors import PeilError
from peil.text.clean import clean_line
from peil.text.languages import mark

ID_LIMIT = 60
"""Longest id, in characters."""
SHOWN = 5
"""How many ids a message names at most."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_WINDOWS = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
_NONE_YET = mark("There is no assessment yet. Make one with: peil new TITLE")
_UNKNOWN = mark("There is no assessment {name}. `peil list` shows which there are.")
_GONE = mark(
    "The file of {name} is gone, and earlier saves of it are there. Bring it back with: peil "
    "backups {name} --restore 1"
)
_MEANT = mark("There is no assessment {name}. Did you mean {meant}?")
_AMBIGUOUS = mark("{name} fits {candidates}. Type more of the one you mean.")
_AMBIGUOUS_MORE = mark("{name} fits {candidates} and {count} more. Type more of the one you mean.")


def is_id(name: str) -> bool:
    """Tell whether a name can be an assessment's id: nothing else is ever made a file name."""
    return len(name) <= ID_LIMIT and _ID.fullmatch(name) is not None


def slug(title: str) -> str:
    """Return a title as an id: lower-case letters, digits and single hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii").replace("'", "")
    return (
        re.sub(r"[^a-z0-9]+", "-", ascii_only)[: ID_LIMIT + 1].strip("-")[:ID_LIMIT].strip("-")
        or "assessment"
    )


def free_id(title: str, reserved: Collection[str], taken: Callable[[str], bool]) -> str:
    """Return the title's slug, with `-2` and so on while it is reserved or taken."""
    base = candidate = slug(title)
    number = 1
    while candidate in reserved or candidate in _WINDOWS or taken(candidate):
        number += 1
        end = f"-{number}"
        candidate = base[: ID_LIMIT - len(end)].rstrip("-") + end
    return candidate


def resolve(beginning: str, ids: Sequence[str]) -> str:
    """Return the one id that is or begins with `beginning`; PeilError names the candidates."""
    name = clean_line(beginning)
    if name in ids:
        return name
    fitting = [each for each in ids if name and each.startswith(name.casefold())]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise _ambiguous(name, fitting)
    raise unknown(name, ids)


def _ambiguous(name: str, fitting: Sequence[str]) -> PeilError:
    shown = ", ".join(fitting[:SHOWN])
    if len(fitting) > SHOWN:
        more = len(fitting) - SHOWN
        return PeilError(_AMBIGUOUS_MORE, name=name, candidates=shown, count=more)
    return PeilError(_AMBIGUOUS, name=name, candidates=shown)


def gone(name: str) -> PeilError:
    """Return the error for an assessment of which only earlier saves are left."""
    return PeilError(_GONE, name=name)


def unknown(name: str, ids: Sequence[str]) -> PeilError:
    """Return the error for a name that no assessment has, with the nearest one."""
    from difflib import get_close_matches

    if not ids:
        return PeilError(_NONE_YET)
    near = get_close_matches(name.casefold(), ids, n=1)
    if near:
        return PeilError(_MEANT, name=name, meant=near[0])
    return PeilError(_UNKNOWN, name=name)
