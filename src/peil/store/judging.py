"""What the bytes of an assessment's file are: whole or not, and what they hold.

Opening, checking, repairing, listing copies and going back to one all judge in this way.
"""

import errno
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from peil.assessment.model import Assessment
from peil.store.disk import Disk, Stamp
from peil.store.documents import from_tables
from peil.store.envelope import (
    FORMAT,
    Contents,
    NotAnAssessment,
    Tables,
    checksum,
    decode,
    writer_of,
)
from peil.store.generations import Generations
from peil.store.summary import Summary, safe_summary
from peil.store.usable import NotUsable
from peil.store.when import local_time

Verdict = Literal["whole", "older", "newer", "outside", "damaged"]
"""`whole`: as Peil wrote it. `older`, `newer`: of another Peil's format. `outside`: changed by
another program. `damaged`: nothing of it can be used."""

_NO_FILE_OF_OURS = (errno.EFBIG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EIO)


class Held(NamedTuple):
    """What a file holds that this Peil can read."""

    assessment: Assessment
    tables: Tables
    """The same as tables, in the present format."""
    summary: Summary
    """As it was computed at the last save, made safe."""
    saves: int
    """How often the assessment was saved."""
    format: int
    """Number of the format that the file has."""

    @property
    def time(self) -> str:
        """When the assessment was last changed, by the user's clock."""
        return local_time(self.assessment.changed)


class Judged(NamedTuple):
    """What a file turned out to be."""

    verdict: Verdict
    held: Held | None = None
    """None where this Peil cannot read it: never where the file is good."""
    version: str = ""
    """The Peil that wrote it, as far as it is known."""
    checksum: str = ""
    """The checksum that its bytes have; empty where they could not be read."""
    stamp: Stamp | None = None
    """The file's stamp before it was read."""

    @property
    def is_good(self) -> bool:
        """Whether it can take the place of a damaged file."""
        return self.verdict in ("whole", "older")

    @property
    def saves(self) -> int:
        """How often the assessment was saved; 0 where that cannot be read."""
        return self.held.saves if self.held else 0


def judge_file(path: Path, name: str, disk: Disk) -> Judged:
    """Return what the file of assessment `name` is; a link in its place is not followed.

    Raises OSError when there is none, or the system does not let us read it.
    """
    stamp = disk.stamp(path)
    try:
        data, _ = disk.read(path)
    except OSError as error:
        if error.errno not in _NO_FILE_OF_OURS:
            raise
        return Judged("damaged", stamp=stamp)
    return judge(data, name)._replace(stamp=stamp)


def judge(data: bytes, name: str) -> Judged:
    """Return what bytes are that should be assessment `name`."""
    try:
        contents = decode(data)
        held = _held(contents, name)
    except (NotAnAssessment, NotUsable, MemoryError):
        return _unusable(data)
    return Judged(_verdict(contents), held, contents.envelope.version, contents.checksum)


def newest_good(generations: Generations, name: str, disk: Disk) -> Held | None:
    """Return what the newest earlier save holds that is whole; None without any."""
    return next((each.held for each in _earlier(generations, name, disk) if each.is_good), None)


def newest_readable(generations: Generations, name: str, disk: Disk) -> Held | None:
    """Return what the newest earlier save holds that can be read, whoever wrote it."""
    return next((each.held for each in _earlier(generations, name, disk) if each.held), None)


def _earlier(generations: Generations, name: str, disk: Disk) -> Iterator[Judged]:
    for copy in generations.newest_first():
        with suppress(OSError):
            yield judge_file(copy, name, disk)


def _held(contents: Contents, name: str) -> Held:
    """Return what a file holds; raises NotUsable."""
    envelope, tables = contents.envelope, contents.tables
    if envelope.format < FORMAT:
        from peil.store.migration import migrated  # most files do without it

        tables = migrated(tables, envelope.format)
    assessment = from_tables(tables, name)
    summary = safe_summary(envelope.summary, name)
    return Held(assessment, tables, summary, envelope.saves, envelope.format)


def _verdict(contents: Contents) -> Verdict:
    if contents.envelope.format > FORMAT:
        return "newer"
    if not contents.intact:
        return "outside"
    return "older" if contents.envelope.format < FORMAT else "whole"


def _unusable(data: bytes) -> Judged:
    """Return what bytes are that this Peil cannot read: a later format is no damage."""
    try:
        number, version = writer_of(data)
    except NotAnAssessment:
        number, version = 0, ""
    verdict: Verdict = "newer" if number > FORMAT else "damaged"
    return Judged(verdict, version=version, checksum=checksum(data))
