"""From the format of an earlier Peil to the present one, a step for each format.

A step takes tables and returns tables; it changes nothing of what it is given, keeps
what it does not know, and leaves what it cannot use for whoever reads the result.

From 1 to 2: the highest code ever given is stated. A file of format 1 may lack it or
state one that is too low, and a code that is given twice would mean two actions. Why
there is a format 2 at all: see `envelope.FORMAT`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from peil.store import mending
from peil.store.envelope import FORMAT, Tables


def with_last_code(tables: Tables) -> Tables:
    """Return tables in which `last_code` is at least the highest code that is found in them.

    Also for a file that was changed outside, by a merge for example, when it is accepted.
    """
    assessment = tables.get("assessment", {})
    about = assessment.get("about")
    stated = 0 if about is None else about.get("last_code", 0)
    if about is None or type(stated) is not int:
        return tables
    last = mending.last_code(stated, _codes(tables))
    return {**tables, "assessment": {**assessment, "about": {**about, "last_code": last}}}


STEPS: Final[tuple[Callable[[Tables], Tables], ...]] = (with_last_code,)
"""The first leads from format 1 to 2, the next from 2 to 3, and so on."""


def migrated(tables: Tables, number: int) -> Tables:
    """Return tables of format `number`, from 1, in the present format."""
    for step in STEPS[number - 1 : FORMAT - 1]:
        tables = step(tables)
    return tables


def accepted(tables: Tables, number: int) -> Tables:
    """Return tables of format `number` that somebody else changed, as Peil would have them."""
    return with_last_code(migrated(tables, number))


def _codes(tables: Tables) -> set[str]:
    """Return every code that was given, as far as the tables tell."""
    actions = tables.get("actions", {})
    codes: list[Any] = [*actions, *(action.get("code") for action in actions.values())]
    for export in tables.get("exports", {}).values():
        codes.extend(_list(export))
    return {code for code in codes if isinstance(code, str)}


def _list(export: Mapping[str, Any]) -> list[Any]:
    codes = export.get("codes", ())
    return codes if isinstance(codes, list) else []
