"""What there is to go back to: the copies of one assessment, as a list for people."""

import hashlib
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from peil.store import names
from peil.store.disk import Disk
from peil.store.envelope import FORMAT, NotAnAssessment, checksum, first_line
from peil.store.generations import Generations, Kept, Why
from peil.store.judging import Verdict, judge
from peil.store.summary import Summary, safe_summary
from peil.store.trouble import reading
from peil.store.workspace import Workspace

_TELLING: Final[tuple[Why, ...]] = (
    "save",
    "sitting",
    "repair",
    "migration",
    "readback",
    "update",
    "restore",
)
"""The reason that tells most comes last."""


class Copy(msgspec.Struct, frozen=True):
    """One earlier state of an assessment; copies with the same bytes are one."""

    number: int
    """1 for the newest."""
    file: str
    """Name of the file in the folder of copies."""
    saves: int
    """Number of the save: orders copies, whatever the clock said."""
    why: Why
    """Why it was kept; of several reasons the one that tells most."""
    time: str
    """When it was last changed, UTC, ISO 8601; empty when that is not known."""
    summary: Summary | None
    """What it holds; None when that is not known."""
    state: Verdict
    """Whether it is as Peil wrote it; was changed by somebody else; is of the format of a
    newer or of an older Peil; or cannot be used."""


class _Found(NamedTuple):
    digest: bytes
    kept: Kept
    state: Verdict
    summary: Summary | None


def copies(workspace: Workspace, assessment: str) -> tuple[Copy, ...]:
    """Return the copies of an assessment, the newest first; see `Workspace.copies`."""
    if not names.is_id(assessment):
        raise names.unknown(assessment, ids(workspace))
    generations = workspace.generations(assessment)
    found = tuple(listed(generations, assessment, workspace.disk))
    if not found and not workspace.exists(assessment):
        raise names.unknown(assessment, ids(workspace))
    return found


def listed(generations: Generations, assessment: str, disk: Disk) -> Iterator[Copy]:
    """Return the copies in one folder, the newest first."""
    together: dict[bytes, list[_Found]] = {}
    for kept in generations.kept():
        found = _read(kept, assessment, disk)
        together.setdefault(found.digest, []).append(found)
    for number, same in enumerate(together.values(), 1):
        telling = max(same, key=lambda found: _TELLING.index(found.kept.why))
        yield Copy(
            number=number,
            file=telling.kept.path.name,
            saves=same[0].kept.saves,
            why=telling.kept.why,
            time=telling.summary.changed if telling.summary else "",
            summary=telling.summary,
            state=telling.state,
        )


def ids(workspace: Workspace) -> list[str]:
    """Return the ids of all assessments, also of those of which only copies are left."""
    return sorted([*orphans(workspace), *workspace.ids()])


def orphans(workspace: Workspace) -> list[str]:
    """Return the ids of which only copies are left: their own file is gone."""
    with reading(workspace.folder):
        left = workspace.disk.names(workspace.folder / "backups")
    gone = set(filter(names.is_id, left)).difference(workspace.ids())
    return sorted(name for name in gone if workspace.generations(name).kept())


def resolve(workspace: Workspace, beginning: str) -> str:
    """Return the id that `beginning` is or begins, also where only copies are left.

    PeilError names what was meant.
    """
    return names.resolve(beginning, ids(workspace))


def _read(kept: Kept, assessment: str, disk: Disk) -> _Found:
    try:
        data, _ = disk.read(kept.path)
    except OSError:  # not ours to read, or a link in its place
        return _Found(kept.path.name.encode(), kept, "damaged", None)
    state, summary = judged(data, assessment)
    safe = None if summary is None else safe_summary(summary, assessment)
    return _Found(hashlib.sha256(data).digest(), kept, state, safe)


def judged(data: bytes, assessment: str) -> tuple[Verdict, Summary | None]:
    """Return what state the bytes of a copy are in, and the summary that they carry."""
    try:
        envelope = first_line(data, len(data))
        if envelope.format <= FORMAT and envelope.sha256 == checksum(data):
            return "whole" if envelope.format == FORMAT else "older", envelope.summary
    except NotAnAssessment:
        pass  # its first line says it wrong: the rest may still be of use
    found = judge(data, assessment)
    return found.verdict, found.contents.envelope.summary if found.contents else None
