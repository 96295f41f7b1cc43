"""Whether an action list on the disk was edited: looked at with care, whatever lies there."""

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from peil.store.disk import Disk
from peil.store.list_file import LIST_LIMIT, is_edited

DIGEST = hashlib.sha256(b"- [ ] **A01** Bake\n").hexdigest()
"""What was written."""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Return an action list as it was written."""
    file = tmp_path / "list.md"
    file.write_bytes(b"- [ ] **A01** Bake\n")
    return file


def test_an_edit_is_seen_and_nothing_else(listed: Path) -> None:
    """A tick is an edit; the same text written again is none."""
    assert not is_edited(str(listed), DIGEST)
    listed.write_bytes(b"- [x] **A01** Bake\n")
    assert is_edited(str(listed), DIGEST)
    listed.write_bytes(b"- [ ] **A01** Bake\n")
    assert not is_edited(str(listed), DIGEST)


def test_a_link_to_a_list_is_followed(listed: Path) -> None:
    """A list that lies elsewhere behind a link is a list."""
    listed.write_bytes(b"- [x] **A01** Bake\n")
    link = listed.with_name("link.md")
    link.symlink_to(listed)
    assert is_edited(str(link), DIGEST)


def test_nothing_is_said_of_a_list_that_is_gone(listed: Path) -> None:
    """Deleted, moved, behind a broken link, or under a name that cannot be."""
    link = listed.with_name("link.md")
    link.symlink_to(listed)
    listed.unlink()
    for path in (str(listed), str(link), str(listed / "below"), "/\x00", ""):
        assert not is_edited(path, DIGEST)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LIST_LIMIT + 1)


def _folder(path: Path) -> None:
    path.mkdir()


def _to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("made", [_pipe, _huge, _folder, _to_device])
def test_what_is_no_list_is_never_opened(
    tmp_path: Path, made: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe, a device, a folder or a huge file in its place neither hangs nor is read."""

    def read(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(Disk, "beginning", read)
    monkeypatch.setattr(Disk, "read", read)
    made(tmp_path / "list.md")
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(is_edited, str(tmp_path / "list.md"), DIGEST)
        assert asked.result(timeout=10) is False
