"""Whether the bytes of an assessment's file are whole, and what they hold."""

import errno
from pathlib import Path
from typing import Literal, NamedTuple

from peil.assessment.model import Assessment
from peil.store.disk import Disk, Stamp
from peil.store.documents import NotUsable, from_tables
from peil.store.envelope import FORMAT, Contents, NotAnAssessment, decode, writer_of
from peil.store.generations import Generations
from peil.store.migration import migrated
from peil.store.when import local_time

Verdict = Literal["whole", "older", "newer", "outside", "damaged"]

_NO_FILE_OF_OURS = (errno.EFBIG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EIO)


class Judged(NamedTuple):
    """What a file turned out to be."""

    verdict: Verdict
    contents: Contents | None = None
    """What it holds, where that can be read by this Peil."""
    assessment: Assessment | None = None
    """The same as an assessment."""
    version: str = ""
    """The Peil that wrote it, as far as it is known."""
    stamp: Stamp | None = None
    """The file's stamp before it was read."""

    @property
    def is_good(self) -> bool:
        """Whether it can take the place of a damaged file."""
        return self.verdict in ("whole", "older")

    @property
    def saves(self) -> int:
        """How often the assessment was saved; 0 where that cannot be read."""
        return self.contents.envelope.saves if self.contents else 0

    @property
    def time(self) -> str:
        """When the assessment was last changed, by the user's clock; empty if unknown."""
        return local_time(self.assessment.changed) if self.assessment else ""


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
        assessment = from_tables(migrated(contents.tables, contents.envelope.format), name)
    except (NotAnAssessment, NotUsable, ArithmeticError, MemoryError):
        return _unusable(data)
    return Judged(_verdict(contents), contents, assessment, contents.envelope.version)


def newest_good(generations: Generations, name: str, disk: Disk) -> Judged | None:
    """Return what the newest earlier save is that is whole; None without any."""
    for copy in generations.newest_first():
        try:
            judged = judge_file(copy, name, disk)
        except OSError:
            continue
        if judged.is_good:
            return judged
    return None


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
        return Judged("damaged")
    return Judged("newer" if number > FORMAT else "damaged", version=version)
