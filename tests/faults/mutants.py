"""Storages that were broken on purpose, and the promise that each of them breaks."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import pytest

from peil.store import storage
from peil.store.disk import Disk, Stamp
from peil.store.envelope import Contents
from peil.store.generations import Generations, Why
from peil.store.lock import Lock
from peil.store.openfile import Saver, State
from peil.store.storage import AssessmentStorage
from peil.store.workspace import Workspace
from peil.store.writer import Saved, Writer
from tests.faults import counting, power_cuts, power_cuts_between, properties
from tests.faults.model_disk import ModelDisk
from tests.store.samples import sample

Property: TypeAlias = Callable[[Path], object]
"""Tries to break one promise in a folder; AssertionError when that succeeds."""


class Mutant(NamedTuple):
    """One way of doing it wrong."""

    break_it: Callable[[pytest.MonkeyPatch], None]
    """Puts the broken part in the place of the good one."""
    caught_by: Property
    """What must raise AssertionError then."""
    seen: str
    """What it must say, as a regular expression."""


def _in_place(disk: Disk, path: Path, _aside: Path, data: bytes) -> Stamp:
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, data)
    disk.close(handle)
    return _stamp(disk, path)


def _in_place_synced(disk: Disk, path: Path, _aside: Path, data: bytes) -> Stamp:
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, data)
    stamp = disk.sync(handle)
    disk.close(handle)
    return stamp


def _renamed_without_sync(disk: Disk, path: Path, aside: Path, data: bytes) -> Stamp:
    disk.remove(aside)
    handle = disk.create(aside)
    disk.write(handle, data)
    disk.close(handle)
    disk.replace(aside, path)
    return _stamp(disk, path)


def _stamp(disk: Disk, path: Path) -> Stamp:
    stamp = disk.stamp(path)
    assert stamp is not None
    return stamp


def _writes_with(replace: Callable[..., Stamp]) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(storage, "replace_whole", replace)


def _no_folder_sync(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ModelDisk, "sync_folder", lambda *_: None)


def _saved_too_early(patch: pytest.MonkeyPatch) -> None:
    """Say "saved" first and write in the time that nobody waits for."""
    save, waiting = Saver.save, list[State]()

    def promise(_: Saver, state: State) -> Saved:
        waiting.append(state)
        return Saved()

    patch.setattr(Saver, "save", promise)
    patch.setattr(Saver, "tidy", lambda saver: save(saver, waiting.pop()))


def _nothing_underneath(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(AssessmentStorage, "_changed_underneath", lambda *_: False)


def _copies_removed_too_early(patch: pytest.MonkeyPatch) -> None:
    keep_old = AssessmentStorage._keep_old  # noqa: SLF001 - a broken inside

    def remove_first(store: AssessmentStorage) -> None:
        keep_old(store)
        if store._known.damaged:  # noqa: SLF001 - a broken inside
            for copy in store._generations.newest_first():  # noqa: SLF001 - a broken inside
                store._disk.remove(copy)  # noqa: SLF001 - a broken inside

    patch.setattr(AssessmentStorage, "_keep_old", remove_first)


def _newest_thrown_away(patch: pytest.MonkeyPatch) -> None:
    def throw_away(copies: Generations) -> None:
        for copy in copies.newest_first()[:2]:
            copies._disk.remove(copy)  # noqa: SLF001 - a broken inside

    patch.setattr(Generations, "thin", throw_away)
    patch.setattr(Generations, "keep", _keep_and_thin(Generations.keep))


def _keep_and_thin(keep: Callable[..., None]) -> Callable[..., None]:
    def kept(copies: Generations, *arguments: Any) -> None:  # noqa: ANN401 - handed on
        keep(copies, *arguments)
        copies.thin()

    return kept


def _any_checksum(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Contents, "intact", True)


def _empty_is_new(patch: pytest.MonkeyPatch) -> None:
    read = Workspace.read

    def read_or_begin(workspace: Workspace, name: str) -> object:
        if not workspace.disk.read(workspace.file(name))[0]:
            return _New()
        return read(workspace, name)

    patch.setattr(Workspace, "read", read_or_begin)


class _New:
    """What TinyDB makes of a file without a byte: a fresh start, and nothing to say."""

    assessment = sample(0)
    notice = None
    writable = True


def _no_lock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lock, "__init__", lambda *_: None)
    patch.setattr(Lock, "release", lambda _: None)


def _forgetful_writer(patch: pytest.MonkeyPatch) -> None:
    attempt = Writer._attempt  # noqa: SLF001 - a broken inside

    def forget(writer: Writer[State], state: State) -> None:
        attempt(writer, state)
        writer._failed = []  # noqa: SLF001 - a broken inside

    patch.setattr(Writer, "_attempt", forget)


def _follows_links(patch: pytest.MonkeyPatch) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    patch.setattr(Disk, "create", lambda _, path: os.open(path, flags, 0o600))


def _left_overs_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Generations, "_remove_left_overs", lambda _: None)


def _no_copy_before(why: Why) -> Callable[[pytest.MonkeyPatch], None]:
    """Keep nothing before one kind of change, and say that it was kept."""
    keep_before = Generations.keep_before

    def keep(copies: Generations, file: Path, saves: int, reason: Why) -> Path:
        return file if reason == why else keep_before(copies, file, saves, reason)

    return lambda patch: patch.setattr(Generations, "keep_before", keep)


MUTANTS: Final = {
    "in place": Mutant(_writes_with(_in_place), power_cuts.of_many_saves, "no whole earlier save"),
    "in place, synced": Mutant(
        _writes_with(_in_place_synced), power_cuts.of_many_saves, "no whole earlier save"
    ),
    "renamed without a sync": Mutant(
        _writes_with(_renamed_without_sync), power_cuts.of_many_saves, "no whole earlier save"
    ),
    "without the folder's sync": Mutant(_no_folder_sync, power_cuts.of_many_saves, "were promised"),
    "called saved before the sync": Mutant(
        _saved_too_early, power_cuts.of_many_saves, "were promised"
    ),
    "not looked whether changed underneath": Mutant(
        _nothing_underneath, properties.others_changes_stay, "written over"
    ),
    "an earlier save removed too early": Mutant(
        _copies_removed_too_early, power_cuts.of_a_save_after_damage, "were promised"
    ),
    "the newest thinned away": Mutant(
        _newest_thrown_away, properties.damage_is_seen, "nothing is found"
    ),
    "any checksum believed": Mutant(_any_checksum, properties.damage_is_seen, "without a word"),
    "an empty file taken for a new one": Mutant(
        _empty_is_new, properties.damage_is_seen, "without a word"
    ),
    "no lock": Mutant(_no_lock, properties.two_windows_keep_apart, "DID NOT RAISE"),
    "a failed save forgotten": Mutant(
        _forgetful_writer, counting.failing_operations_lose_nothing, "it is not saved"
    ),
    "a restore without a copy first": Mutant(
        _no_copy_before("restore"), power_cuts_between.of_a_restore, "is gone"
    ),
    "a migration without a copy first": Mutant(
        _no_copy_before("migration"), power_cuts_between.of_opening_an_older_format, "is gone"
    ),
    "a repair without a copy first": Mutant(
        _no_copy_before("repair"), power_cuts_between.of_accepting_a_changed_file, "is gone"
    ),
    "what could not be kept left behind": Mutant(
        _left_overs_stay, counting.failing_operations_lose_nothing, "left behind"
    ),
    "a planted link followed": Mutant(
        _follows_links, properties.planted_links_stay, "link was followed"
    ),
}
"""Every broken storage, by what is wrong with it."""
