"""A moment at which the power may be cut, and the disks that may be found after it."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import NamedTuple, TypeAlias

MOST_FORGOTTEN = 16
"""How many of the newest changes of names a power cut may forget one by one.

More than any test makes without a sync: so every subset of them is tried.
"""

Change: TypeAlias = tuple[Path, int | None]
"""A name that was given to a file, or taken away."""


class Step(NamedTuple):
    """Changes of names that happen together or not at all, and the folder that must be synced."""

    folder: Path
    changes: tuple[Change, ...]


class Moment(NamedTuple):
    """A disk before one step of the program, as a power cut would meet it."""

    names: Mapping[Path, int]
    """The names that are surely on the disk."""
    steps: tuple[Step, ...]
    """What was not synced, in its order."""
    files: Mapping[int, tuple[bytes, ...]]
    """The bytes that each file may have."""
    promised: object
    """What the program was told to be safe, as the test put it."""

    def disks(self) -> Iterator[dict[Path, bytes]]:
        """Return what each disk holds that may be found after a power cut, no two the same."""
        known: set[frozenset[tuple[Path, int]]] = set()
        sure = dict(self.names)
        for step in self.steps[:-MOST_FORGOTTEN]:
            apply(sure, step)
        last = self.steps[-MOST_FORGOTTEN:]
        for kept in product((True, False), repeat=len(last)):
            names = dict(sure)
            for step, is_kept in zip(last, kept, strict=True):
                if is_kept:
                    apply(names, step)
            key = frozenset(names.items())
            if key not in known:
                known.add(key)
                yield from self._with_contents(names)

    def _with_contents(self, names: Mapping[Path, int]) -> Iterator[dict[Path, bytes]]:
        used = sorted(set(names.values()))
        for contents in product(*(self.files[number] for number in used)):
            held = dict(zip(used, contents, strict=True))
            yield {path: held[number] for path, number in names.items()}


def apply(names: dict[Path, int], step: Step) -> None:
    """Change names as one step does."""
    for path, number in step.changes:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number
