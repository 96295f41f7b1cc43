"""Data folders that cannot be made or written, and disks that fill up."""

import errno
import os
import re
from pathlib import Path
from typing import NoReturn

import pytest

from peil.errors import PeilError
from peil.store import storage
from peil.store.disk import Disk, Stamp
from peil.store.settings import Settings, load_settings, save_settings
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved
from tests.store.samples import NAME, sample, state_of, step_of, summary_of


class RefusingDisk(Disk):
    """The real disk, which refuses to make files while it has an error to give."""

    code = 0
    """The error to give; 0 for none. Tests run as root, whom no permission stops."""

    def create(self, path: Path) -> int:
        """Make a file, or refuse."""
        if self.code:
            raise OSError(self.code, os.strerror(self.code), str(path))
        return super().create(path)


_CASES = [
    (errno.ENOSPC, "the disk is full", "disk full"),
    (errno.EACCES, "not yours or read-only", "not allowed to write there"),
    (errno.EROFS, "not yours or read-only", "the disk is read-only"),
    (errno.EIO, "cannot be written", "the disk reports an error"),
    (errno.ENXIO, "cannot be written", "the disk refuses"),
]


@pytest.mark.parametrize(("code", "sentence", "_short"), _CASES)
def test_making_one_is_refused_in_one_sentence(
    tmp_path: Path, code: int, sentence: str, _short: str
) -> None:
    """The error names the folder; nothing half made stays, and no lock."""
    disk = RefusingDisk()
    disk.code = code
    workspace = Workspace(tmp_path, disk)
    with pytest.raises(PeilError, match=sentence) as caught:
        workspace.create(sample(0), summary_of(sample(0)))
    assert str(tmp_path) in str(caught.value)
    assert workspace.ids() == []
    disk.code = 0
    workspace.create(sample(0), summary_of(sample(0))).close()
    assert workspace.ids() == [NAME]


def test_what_is_not_surely_on_the_disk_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder cannot be synced, no file stays of which it was said that there is none."""
    workspace = Workspace(tmp_path)
    disk = workspace.disk
    disk.make_folder(workspace.assessments)

    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", refuse)
        with pytest.raises(PeilError, match="cannot be written"):
            workspace.create(sample(0), summary_of(sample(0)))
    assert workspace.ids() == []
    workspace.create(sample(0), summary_of(sample(0))).close()
    assert workspace.ids() == [NAME]


@pytest.mark.parametrize(("code", "_sentence", "short"), _CASES)
def test_saving_goes_on_when_there_is_room(
    tmp_path: Path, code: int, _sentence: str, short: str
) -> None:
    """The status says why; the answers stay in memory, and the next change saves them all."""
    disk = RefusingDisk()
    workspace = Workspace(tmp_path, disk)
    with workspace.create(sample(0), summary_of(sample(0))) as opened:
        disk.code = code
        opened.save(*state_of(sample(1)))
        assert opened.flush() == NotSaved(short, code)
        assert step_of(workspace.read(NAME).assessment) == 0
        disk.code = 0
        opened.save(*state_of(sample(2)))
        assert opened.flush() == Saved()
    assert workspace.read(NAME).assessment == sample(2)


def test_a_file_that_could_not_be_read_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is larger than Peil reads is refused, and the last save stays."""
    workspace = Workspace(tmp_path)
    with workspace.create(sample(0), summary_of(sample(0))) as opened:
        monkeypatch.setattr(storage, "READ_LIMIT", 2_000)
        opened.save(*state_of(sample(40)))
        assert opened.flush() == NotSaved("too large", errno.EFBIG)
        opened.save(*state_of(sample(1)))
        assert opened.flush() == Saved()
    assert step_of(workspace.read(NAME).assessment) == 1


def test_closing_says_that_it_could_not_save(tmp_path: Path) -> None:
    """The last status tells the caller what is lost, and the lock is free."""
    disk = RefusingDisk()
    workspace = Workspace(tmp_path, disk)
    opened = workspace.create(sample(0), summary_of(sample(0)))
    disk.code = errno.ENOSPC
    opened.save(*state_of(sample(1)))
    assert opened.close() == NotSaved("disk full", errno.ENOSPC)
    disk.code = 0
    workspace.open(NAME).close()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """The sentence says what stands there and what to do."""
    (tmp_path / "data").write_text("a file")
    workspace = Workspace(tmp_path / "data")
    with pytest.raises(PeilError, match="should be a folder, and is a file"):
        workspace.create(sample(0), summary_of(sample(0)))
    with pytest.raises(PeilError, match="should be a folder, and is a file"):
        save_settings(tmp_path / "data", Settings())
    with pytest.raises(PeilError, match="should be a folder, and is a file"):
        workspace.ids()
    with pytest.raises(PeilError, match="should be a folder, and is a file"):
        workspace.summaries()


@pytest.mark.parametrize("circle", [True, False], ids=["circle", "file"])
@pytest.mark.parametrize("part", ["assessments", "backups"])
def test_a_file_in_the_place_of_a_part(tmp_path: Path, part: str, *, circle: bool) -> None:
    """The sentence names that very path, be it a file or a link that leads round."""
    if circle:
        (tmp_path / part).symlink_to(part)
    else:
        (tmp_path / part).write_text("a file")
    workspace = Workspace(tmp_path)
    expected = re.escape(f"{tmp_path / part} cannot be used: it should be a folder")
    with pytest.raises(PeilError, match=expected):
        workspace.free_id("Bakery", ())
    with pytest.raises(PeilError, match=expected):
        workspace.create(sample(0), summary_of(sample(0)))


def test_a_file_in_the_place_of_what_was_deleted(tmp_path: Path) -> None:
    """Nothing is deleted, and the sentence names the file that is in the way."""
    workspace = Workspace(tmp_path)
    workspace.create(sample(0), summary_of(sample(0))).close()
    (tmp_path / "deleted").write_text("a file")
    expected = re.escape(f"{tmp_path / 'deleted'} cannot be used: it should be a folder")
    with pytest.raises(PeilError, match=expected):
        workspace.delete(NAME)
    assert workspace.ids() == [NAME]


@pytest.mark.parametrize("path", ["x" * 300, "/".join(["y" * 200] * 30)])
def test_a_path_that_is_too_long(tmp_path: Path, path: str) -> None:
    """Every method says so in one sentence; the settings are the usual ones."""
    workspace = Workspace(tmp_path / path)
    _every_method_says(workspace, "File name too long")
    assert load_settings(tmp_path / path).settings == Settings()


class ClosedDisk(Disk):
    """The real disk, of which nothing may be read or written: tests run as root."""

    def _refuse(self, path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def names(self, folder: Path) -> list[str]:
        """Refuse."""
        self._refuse(folder)

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Refuse."""
        self._refuse(folder)

    def stamp(self, path: Path) -> Stamp | None:
        """Refuse."""
        self._refuse(path)

    def make_folder(self, folder: Path) -> None:
        """Refuse."""
        self._refuse(folder)

    def read(self, path: Path) -> tuple[bytes, Stamp]:
        """Refuse."""
        self._refuse(path)


def test_a_folder_that_is_closed(tmp_path: Path) -> None:
    """Every method says so in one sentence that names the folder."""
    _every_method_says(Workspace(tmp_path, ClosedDisk()), "not allowed|not yours")
    assert load_settings(tmp_path, ClosedDisk()).notice is not None


def _every_method_says(workspace: Workspace, why: str) -> None:
    looks = (
        workspace.ids,
        workspace.summaries,
        lambda: workspace.exists(NAME),
        lambda: workspace.resolve(NAME),
        lambda: workspace.free_id("Bakery", ()),
        lambda: workspace.read(NAME),
        lambda: workspace.open(NAME),
        lambda: workspace.create(sample(0), summary_of(sample(0))),
        lambda: workspace.delete(NAME),
    )
    for look in looks:
        with pytest.raises(PeilError, match=why):
            look()


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence with the folder, for the list and for one assessment."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for method in ("names", "stamps", "stamp"):
        monkeypatch.setattr(Disk, method, refuse)
    workspace = Workspace(tmp_path)
    for look in (workspace.ids, workspace.summaries, lambda: workspace.resolve("bakery")):
        with pytest.raises(PeilError, match=r"cannot be read \(not allowed\)"):
            look()


def test_a_folder_that_disappears_is_said(tmp_path: Path) -> None:
    """A disk that was pulled out is not silently made anew elsewhere."""
    workspace = Workspace(tmp_path / "data")
    with workspace.create(sample(0), summary_of(sample(0))) as opened:
        (tmp_path / "data").rename(tmp_path / "gone")
        opened.save(*state_of(sample(1)))
        assert opened.flush() == NotSaved("its folder is gone", errno.ENOENT)
        (tmp_path / "gone").rename(tmp_path / "data")
    assert step_of(workspace.read(NAME).assessment) == 1
