"""A power cut while something else than a save changes the files of an assessment."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from peil.errors import PeilError
from peil.store import envelope
from peil.store.disk import Disk
from peil.store.envelope import TableWriter, decode
from peil.store.loading import load
from peil.store.repairing import repair
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.faults.counting import FIRST, prepared
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.faults.power_cuts import Counts
from tests.store.samples import NAME, sample, state_of, step_of

_NEXT = 9
"""The state that is saved on a disk that was found, to see that work goes on there."""


class Promise(NamedTuple):
    """What must be found on a disk."""

    steps: frozenset[int]
    """The states of which one must be that of the assessment."""
    kept: bytes
    """What must be there as it was: in the file, among its copies, or where it was deleted to."""


def deleted_file(workspace: Workspace) -> Path:
    """Return where the assessment is after it was deleted."""
    return workspace.folder / "deleted" / NAME / f"{NAME}.json"


def of_a_restore(folder: Path) -> Counts:
    """Go back to an earlier save: the newest is the file, or is kept."""

    def restore(workspace: Workspace) -> int:
        copies = workspace.copies(NAME)
        assert workspace.restore(NAME, 1) == copies[0]
        return step_of(workspace.read(NAME).assessment)

    return _try(folder, prepared(folder), restore, steps=(FIRST, FIRST - 1))


def of_opening_an_older_format(folder: Path) -> Counts:
    """Open a file of an earlier Peil and save: it is kept as it was."""

    def go_on(workspace: Workspace) -> int:
        with workspace.open(NAME) as opened:
            opened.save(*state_of(sample(6)))
            assert opened.flush() == Saved()
        return 6

    contents = prepared(folder)
    file = Workspace(folder).file(NAME)
    return _try(folder, {**contents, file: of_format_1(contents[file])}, go_on, steps=(FIRST, 6))


def of_accepting_a_changed_file(folder: Path) -> Counts:
    """Repair a file that was changed outside: it is accepted, and kept as it was."""
    contents = prepared(folder)
    file = Workspace(folder).file(NAME)
    changed = {**contents, file: contents[file].replace(b"Bakery Jansen", b"Butcher Smit")}
    return _try(folder, changed, _repair(FIRST), steps=(FIRST,))


def of_repairing_damage(folder: Path) -> Counts:
    """Repair a damaged file: the save before it comes back, and the damaged one is kept."""
    contents = prepared(folder)
    file = Workspace(folder).file(NAME)
    damaged = {**contents, file: contents[file][:-40]}
    return _try(folder, damaged, _repair(FIRST - 1), steps=(FIRST - 1,))


def _repair(step: int) -> Callable[[Workspace], int]:
    def repaired(workspace: Workspace) -> int:
        (done,) = repair(workspace)
        assert done.outcome == "done"
        assert workspace.read(NAME).notice is None
        return step

    return repaired


def of_a_delete(folder: Path) -> Counts:
    """Delete it: it is in its place or among what was deleted."""

    def delete(workspace: Workspace) -> int:
        assert workspace.delete(NAME) == deleted_file(workspace)
        return FIRST

    return _try(folder, prepared(folder), delete, steps=(FIRST,))


def of_format_1(data: bytes) -> bytes:
    """Return the bytes of a file as an earlier Peil would have written it."""
    contents = decode(data)
    with patch.object(envelope, "FORMAT", 1):
        return TableWriter().encode(
            contents.tables, contents.envelope.saves, contents.envelope.summary
        )


def _try(
    folder: Path,
    contents: Mapping[Path, bytes],
    change: Callable[[Workspace], int],
    steps: tuple[int, ...],
) -> Counts:
    """Change the assessment, which returns its new state, and look at every power cut."""
    disk = ModelDisk(contents)
    workspace = Workspace(folder, disk)
    kept = contents[workspace.file(NAME)]
    disk.promised = Promise(frozenset(steps), kept)
    disk.promised = Promise(frozenset({change(workspace)}), kept)
    return try_every_power_cut(disk, lambda found, promised: _check(folder, found, promised))


def _check(folder: Path, disk: ModelDisk, promised: object) -> None:
    assert isinstance(promised, Promise)
    workspace = Workspace(folder, disk)
    try:
        step = _step(workspace, disk)
        assert step in promised.steps, f"{step} was found, {set(promised.steps)} were promised"
        assert promised.kept in _held(workspace, disk), "what was replaced is gone"
        if workspace.exists(NAME) and workspace.read(NAME).writable:
            with workspace.open(NAME) as opened:
                opened.save(*state_of(sample(_NEXT)))
                assert opened.flush() == Saved()
            assert step_of(workspace.read(NAME).assessment) == _NEXT
            assert promised.kept in _held(workspace, disk), "what was replaced is gone later"
    except (PeilError, OSError) as error:
        raise AssertionError(f"after the power cut: {error}") from error


def _step(workspace: Workspace, disk: Disk) -> int:
    if workspace.exists(NAME):
        return step_of(workspace.read(NAME).assessment)
    deleted = deleted_file(workspace)
    return step_of(load(deleted, workspace.generations(NAME), disk).assessment)


def _held(workspace: Workspace, disk: ModelDisk) -> list[bytes]:
    """Return the bytes of every file in which a person would find an earlier state."""
    folder = workspace.generations(NAME).folder
    file = workspace.file(NAME)
    paths = [file, file.with_suffix(".damaged-1.json"), deleted_file(workspace)]
    if workspace.exists(NAME):
        paths += [folder / copy.file for copy in workspace.copies(NAME)]
    return [data for path, data in disk.contents.items() if path in paths]
