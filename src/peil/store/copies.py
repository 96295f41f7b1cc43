"""What there is to go back to: the copies of one assessment, as a list for people."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from peil.store import names
from peil.store.disk import Disk
from peil.store.generations import Generations, Kept, Why
from peil.store.judging import Judged, Verdict, judge
from peil.store.summary import Summary
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
    together: dict[bytes, list[Kept]] = {}
    judged: dict[bytes, Judged] = {}
    for kept in generations.kept():
        digest, data = _read(kept, disk)
        if digest not in judged:
            judged[digest] = judge(data, assessment)
        together.setdefault(digest, []).append(kept)
    for number, (digest, same) in enumerate(together.items(), 1):
        yield _copy(number, same, judged[digest])


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


def _read(kept: Kept, disk: Disk) -> tuple[bytes, bytes]:
    """Return what tells the bytes of a copy from others, and those bytes."""
    try:
        data, _ = disk.read(kept.path)
    except OSError:  # not ours to read, or a link in its place
        return kept.path.name.encode(), b""
    return hashlib.sha256(data).digest(), data


def _copy(number: int, same: Sequence[Kept], judged: Judged) -> Copy:
    """Return what stands in the list for copies of the same bytes, the newest first."""
    telling = max(same, key=lambda kept: _TELLING.index(kept.why))
    summary = judged.held.summary if judged.held else None
    return Copy(
        number=number,
        file=telling.path.name,
        saves=same[0].saves,
        why=telling.why,
        time=summary.changed if summary else "",
        summary=summary,
        state=judged.verdict,
    )
