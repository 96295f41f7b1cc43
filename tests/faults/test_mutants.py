"""Each storage that was broken on purpose is caught by what the good one passes."""

from pathlib import Path

import pytest

from tests.faults import properties
from tests.faults.mutants import MUTANTS, Mutant, Property
from tests.promises import Tally

_HERE = {
    mutant.caught_by.__name__: mutant.caught_by
    for mutant in MUTANTS.values()
    if mutant.caught_by.__module__ == properties.__name__
}
"""The others are tried where they belong, with their counts."""


@pytest.mark.parametrize("holds", _HERE.values(), ids=_HERE)
def test_the_good_storage_keeps_its_promises(tmp_path: Path, holds: Property) -> None:
    """What catches the broken ones finds nothing here."""
    holds(tmp_path)


@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS)
def test_a_broken_storage_is_caught(
    tmp_path: Path, mutant: Mutant, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """The promise that it breaks is seen to be broken."""
    mutant.break_it(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception), match=mutant.seen):
        mutant.caught_by(tmp_path)
    tally("broken storages", 1)
