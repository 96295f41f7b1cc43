"""The ballot box: a running vote on the disk, beside the assessment and never in it.

    assessments/ID.1.ballot  assessments/ID.2.ballot

It is written in turn to the two of them, so that a damaged one costs the last key at
most. What was voted stands there sealed, in a value whose length depends on the questions
alone. No copy of it is ever kept; once the votes are counted, and the counts are on the
disk, both are removed.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from peil.assessment.ballot import OTHER_SIGNS, Ballot
from peil.assessment.team import MAX_VOTERS, Way
from peil.store.disk import Disk, write_whole
from peil.store.sealing import sealed, unsealed

ENDING: Final = ".ballot"
"""How the names of these files end."""
SLOTS: Final = (1, 2)
_FORMAT: Final = 1
_NOT_YET: Final = "."
"""Stands in a sealed word for what its voter has not given yet."""
_HIGHEST: Final = 999_999_999
"""Highest turn and number that are believed: no vote gets that far."""


class _Paper(msgspec.Struct, frozen=True):
    """What stands in one file: all but the votes can be read."""

    format: int
    turn: int
    """How many times the box was written, this time included."""
    number: int
    way: Way
    questions: tuple[str, ...]
    signs: tuple[str, ...]
    voters: int
    sealed: str
    checksum: str = ""

    def stated(self) -> "_Paper":
        """Return it with its checksum."""
        plain = msgspec.json.encode(msgspec.structs.replace(self, checksum=""))
        return msgspec.structs.replace(self, checksum=sha256(plain).hexdigest())


class BallotBox:
    """Where the running vote of one assessment is kept. Methods that write raise OSError."""

    def __init__(self, assessments: Path, name: str, disk: Disk) -> None:
        """Look after the box of assessment `name`; nothing is read yet."""
        self._slots = {slot: assessments / f"{name}.{slot}{ENDING}" for slot in SLOTS}
        self._disk = disk
        self._turn = 0
        self._kept: Ballot | None = None

    def read(self, counted: int) -> Ballot | None:
        """Return the vote that runs; None without one, or when it was counted already.

        `counted` is the number of the last ballot that was.
        """
        papers = [paper for path in self._slots.values() if (paper := _paper(path, self._disk))]
        self._turn = max((paper.turn for paper in papers), default=0)
        for paper in sorted(papers, key=lambda each: each.turn, reverse=True):
            ballot = _opened(paper)
            if ballot is not None and ballot.number > counted:
                self._kept = ballot
                return ballot
        return None

    def put(self, ballot: Ballot | None) -> None:
        """Keep the vote as it stands; without one empty the box."""
        if ballot is None:
            self._empty()
        elif ballot is not self._kept:
            self._turn += 1
            path = self._slots[SLOTS[self._turn % len(SLOTS)]]
            write_whole(self._disk, path, _aside(path), encoded(ballot, self._turn))
            if self._kept is None or self._kept.number != ballot.number:
                self._remove(other for other in self._slots.values() if other != path)
        self._kept = ballot

    def _empty(self) -> None:
        self._remove(self._slots.values())
        self._turn = 0

    def _remove(self, slots: Iterable[Path]) -> None:
        """Remove some of the two, with what an ended process left of writing them."""
        both = [each for path in slots for each in (path, _aside(path))]
        there = [path for path in both if self._disk.stamp(path) is not None]
        for path in there:
            with suppress(IsADirectoryError):  # somebody else's: no reason not to save answers
                self._disk.remove(path)
        if there:
            self._disk.sync_folder(there[0].parent)


def _aside(path: Path) -> Path:
    """Return where one of the two is written before it takes its place."""
    return path.with_name(f".{path.name}.tmp")


def boxes_in(assessments: Path, disk: Disk) -> frozenset[str]:
    """Return the ids of the assessments beside which a box lies. Raises OSError; reads no file."""
    return frozenset(
        name.split(".", 1)[0] for name in disk.names(assessments) if name.endswith(ENDING)
    )


def encoded(ballot: Ballot, turn: int) -> bytes:
    """Return a ballot as it stands in a file: as long for any votes as for none."""
    paper = _Paper(
        format=_FORMAT,
        turn=turn,
        number=ballot.number,
        way=ballot.way,
        questions=ballot.questions,
        signs=ballot.signs,
        voters=ballot.voters,
        sealed=sealed(_votes(ballot)),
    )
    return msgspec.json.encode(paper.stated()) + b"\n"


def is_whole(contents: bytes) -> bool:
    """Tell whether a file holds a ballot that can be gone on with."""
    paper = _decoded(contents)
    return paper is not None and _opened(paper) is not None


def _votes(ballot: Ballot) -> bytes:
    """Return the votes as bytes: words cast, each count, and the word that is being given."""
    counts = [count for row in ballot.counts for count in row]
    word = ballot.word.ljust(len(ballot.questions), _NOT_YET)
    return bytes([ballot.cast, *counts]) + word.encode("ascii")


def _paper(path: Path, disk: Disk) -> _Paper | None:
    try:
        return _decoded(disk.read(path)[0])
    except OSError:
        return None


def _decoded(contents: bytes) -> _Paper | None:
    try:
        paper = msgspec.convert(json.loads(contents), _Paper)
    except (ValueError, RecursionError):
        return None
    believed = paper.format == _FORMAT and all(
        0 < number <= _HIGHEST for number in (paper.turn, paper.number)
    )
    return paper if believed and paper.stated().checksum == paper.checksum else None


def _asks(paper: _Paper) -> bool:
    """Tell whether a paper asks something, each question once, with levels to choose from."""
    others = "".join(OTHER_SIGNS)
    levels = [signs.removesuffix(others) for signs in paper.signs if signs.endswith(others)]
    return (
        0 < len(paper.questions) == len(set(paper.questions)) == len(levels)
        and len(levels) == len(paper.signs)
        and all(each.isascii() and each.isdecimal() for each in levels)
        and all(len(each) == len(set(each)) for each in levels)
    )


def _opened(paper: _Paper) -> Ballot | None:
    """Return the ballot on a paper; None for one that no vote can have made."""
    if not (_asks(paper) and 0 < paper.voters <= MAX_VOTERS):
        return None
    try:
        votes = unsealed(paper.sealed)
    except ValueError:
        return None
    sizes = [len(signs) for signs in paper.signs]
    if len(votes) != 1 + sum(sizes) + len(paper.questions):
        return None
    cast, word = votes[0], votes[1 + sum(sizes) :].decode("ascii", "replace").rstrip(_NOT_YET)
    rows, at = [], 1
    for size in sizes:
        rows.append(tuple(votes[at : at + size]))
        at += size
    fair = (
        cast <= paper.voters
        and all(sum(row) == cast for row in rows)
        and all(sign in signs for sign, signs in zip(word, paper.signs, strict=False))
    )
    if not fair:
        return None
    return Ballot(
        number=paper.number,
        way=paper.way,
        questions=paper.questions,
        signs=paper.signs,
        voters=paper.voters,
        counts=tuple(rows),
        cast=cast,
        word=word,
    )
