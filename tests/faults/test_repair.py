"""A repair on a disk that fails, or whose power is cut: nothing that was there is lost."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from peil.store import repairs, rewriting
from peil.store.disk import Disk
from peil.store.entries import keep_private
from peil.store.examining import examine
from peil.store.generations import Generations
from peil.store.judging import Judged
from peil.store.repairing import repair
from tests.faults.failing_disk import READING, WRITING
from tests.faults.model_disk import ModelDisk
from tests.faults.repairs import BROKEN, cut_the_power, fail_every_operation
from tests.promises import Tally
from tests.store.folders import LITTER, new_folder

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
"""What a disk may report; the first only when something is written."""

_READ_AMISS = ("changed outside", "a newer left-over")
"""Where an error while reading could let a whole file be taken for a damaged one."""


@pytest.mark.parametrize("scene", BROKEN)
def test_no_failing_operation_of_a_repair_loses_anything(
    tmp_path: Path, scene: str, tally: Tally, *, long_run: bool
) -> None:
    """Once or for ever, it is told; all bytes are there, and what was readable is."""
    turn = list(BROKEN).index(scene)
    writing = CODES if long_run else CODES[turn % 3 :][:1]
    reading = CODES[1:] if long_run else CODES[1:2] if scene in _READ_AMISS else ()
    tries = [*((code, WRITING) for code in writing), *((code, READING) for code in reading)]
    for code, failing in tries:
        once = fail_every_operation(tmp_path, scene, code, failing, for_ever=False)
        for_ever = fail_every_operation(tmp_path, scene, code, failing, for_ever=True)
        assert min(once, for_ever) > 1
        tally("failing operations", once + for_ever)


@pytest.mark.fault("power cut")
@pytest.mark.parametrize("scene", BROKEN)
def test_no_power_cut_in_a_repair_loses_anything(tmp_path: Path, scene: str, tally: Tally) -> None:
    """Whatever it leaves, all bytes are there, and repairing again finishes the work."""
    moments, disks = cut_the_power(tmp_path, scene)
    assert min(moments, disks) > 1
    tally("crash points", moments)
    tally("disks after a crash", disks)


def _in_place(disk: Disk, path: Path, _aside: Path, data: bytes) -> None:
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, data)
    disk.sync(handle)
    disk.sync_folder(path.parent)


BREAKS: dict[str, tuple[str, Callable[[pytest.MonkeyPatch], None]]] = {
    "writes in place": (
        "changed outside",
        lambda patch: patch.setattr(rewriting, "write_whole", _in_place),
    ),
    "keeps no damaged file": (
        "damaged",
        lambda patch: patch.setattr(ModelDisk, "link", lambda *_: None),
    ),
    "syncs no folder": (
        "damaged",
        lambda patch: patch.setattr(ModelDisk, "sync_folder", lambda *_: None),
    ),
    "accepts without a copy": (
        "changed outside",
        lambda patch: patch.setattr(Generations, "keep_before", lambda _, file, *__: file),
    ),
    "migrates without a copy": (
        "older",
        lambda patch: patch.setattr(Generations, "keep_before", lambda _, file, *__: file),
    ),
    "removes what is newer": (
        "a newer left-over",
        lambda patch: patch.setattr(repairs, "judge", lambda *_: Judged("damaged")),
    ),
    "renames over a whole copy": (
        "damaged copies",
        lambda patch: patch.setattr(
            repairs, "free_name", lambda _, path, __: path.with_name("00000001.json")
        ),
    ),
}
"""Repairs that were broken on purpose: where that shows, and how to break them."""


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_repair_is_caught(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """What the good one passes, each of these does not."""
    scene, break_it = BREAKS[name]
    break_it(monkeypatch)
    with pytest.raises(AssertionError, match=r"bytes are lost|unreadable|not repaired"):
        _try_both(tmp_path, scene)
    tally("broken storages", 1)


def _try_both(folder: Path, scene: str) -> None:
    fail_every_operation(folder, scene, errno.ENOSPC, WRITING, for_ever=True)
    cut_the_power(folder, scene)


def test_rights_that_cannot_be_changed_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says why, the others are put right, and the finding stays."""
    workspace = new_folder(tmp_path)
    for name in ("bakery", "butcher"):
        LITTER["readable by all"].put(workspace.folder, name)
    refused = workspace.file("bakery")

    def refuse(_: Disk, path: Path) -> None:
        if path == refused:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        keep_private(path)

    monkeypatch.setattr(Disk, "keep_private", refuse)
    outcomes = {each.file: each.outcome for each in repair(workspace)}
    assert outcomes == {"assessments/bakery.json": "failed", "assessments/butcher.json": "done"}
    left = [each.file for each in examine(workspace) if each.state == "open-to-others"]
    assert left == ["assessments/bakery.json"]
