"""Exports on disk: a new file, whole, for its owner only; nothing overwritten unasked."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.errors import PeilError
from peil.report import files
from peil.store.names import ID_LIMIT, is_id, slug
from peil.text.clean import first_forbidden
from tests import hostile

WRITERS = (files.write_new, files.write_over)
Write = Callable[[Path, str], Path]


def nothing_left(folder: Path) -> bool:
    """Return whether no half-written file was left behind."""
    return not list(folder.glob(".peil-*"))


def kept(path: Path) -> tuple[int, ...]:
    """Return what must stay as it is of whatever lies at a path; looking at it is no change."""
    found = os.lstat(path)
    return found.st_mode, found.st_ino, found.st_nlink, found.st_size, found.st_mtime_ns


@pytest.mark.parametrize("write", WRITERS)
def test_a_new_file_is_whole_and_private(tmp_path: Path, write: Write) -> None:
    """Every letter of it, with plain line ends, and readable for its owner only."""
    target = tmp_path / "a list.md"
    assert write(target, "één\nworld\n") == target
    assert target.read_bytes() == "één\nworld\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.stat().st_nlink == 1
    assert nothing_left(tmp_path)


def _file(path: Path) -> None:
    path.write_text("precious")


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    (path.parent / "victim").write_text("precious")
    path.symlink_to(path.parent / "victim")


def _dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _link_to_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def _link_to_folder(path: Path) -> None:
    path.with_name("folder").mkdir()
    path.symlink_to(path.with_name("folder"))


NO_FILES = (_folder, _pipe, _link_to_device, _link_to_folder)
THERE = (_file, _link, _dangling, _circle, *NO_FILES)


@pytest.mark.parametrize("make", THERE)
def test_nothing_is_overwritten_unasked(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Whatever has the name keeps it, and what a link points to is not touched."""
    target = tmp_path / "there.md"
    make(target)
    before = kept(target)
    with pytest.raises(PeilError, match="there already"):
        files.write_new(target, "new")
    with pytest.raises(PeilError, match="there already"):
        files.refuse_existing(target)
    assert kept(target) == before
    assert not (tmp_path / "nowhere").exists()
    assert all(path.read_text() == "precious" for path in tmp_path.glob("victim"))
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("make", NO_FILES)
def test_only_files_are_overwritten(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A folder, a pipe or a way to a device (`/dev/stdout`) is refused, and never waited for."""
    target = tmp_path / "there.md"
    make(target)
    before = kept(target)
    with pytest.raises(PeilError, match="is not a file"):
        files.write_over(target, "new")
    assert kept(target) == before
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("make", [_file, _link, _dangling, _circle])
def test_what_is_wanted_is_overwritten(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A link is replaced by the file: nothing is written through it."""
    target = tmp_path / "there.md"
    make(target)
    files.write_over(target, "new")
    assert target.read_text() == "new"
    assert not target.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert not (tmp_path / "nowhere").exists()
    assert all(path.read_text() == "precious" for path in tmp_path.glob("victim"))


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "name",
    [
        "x" * 300 + ".md",
        "é" * 200,
        "no/such/folder/x.md",
        "file/x.md",
        "../" * 3 + "no-such-folder/x.md",
        "a\x00b",
        "\ud800.md",
        "x/" * 3_000,
        "~nobody-is-called-so/x.md",
    ],
)
def test_names_that_cannot_be_are_one_sentence(tmp_path: Path, write: Write, name: str) -> None:
    """Too long, in a folder that is none, with a zero: said, and nothing is left."""
    (tmp_path / "file").write_text("")
    with pytest.raises(PeilError, match="cannot be written") as raised:
        write(tmp_path / name if name[0] != "~" else Path(name), "new")
    assert first_forbidden(str(raised.value)) is None
    assert len(str(raised.value)) < 5_000
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "name", ["\x1b]0;x\x07.md", "\u202egnp.md", "[oops].md", "-rf", "--help", " "]
)
def test_odd_names_are_names(tmp_path: Path, write: Write, name: str) -> None:
    """Whoever wants such a file gets it, and no other."""
    assert write(tmp_path / name, "new").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_way_up_leads_up(tmp_path: Path) -> None:
    """A path with dots and an absolute one are taken as they are written."""
    folder = tmp_path / "in"
    folder.mkdir()
    assert files.write_new(folder / ".." / "x.md", "new").read_text() == "new"
    assert (tmp_path / "x.md").exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("step", ["fsync", "link", "replace"])
def test_what_fails_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, step: str
) -> None:
    """Nothing half written, and an old file stays as it was."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "old.md").write_text("precious")
    monkeypatch.setattr(os, step, fail)
    if step == "replace":
        monkeypatch.setattr(os, "link", fail)
    if step != "link":  # without links the file is put in place by a rename
        with pytest.raises(PeilError, match="cannot be written"):
            files.write_new(tmp_path / "new.md", "new")
        with pytest.raises(PeilError, match="cannot be written"):
            files.write_over(tmp_path / "old.md", "new")
        assert not (tmp_path / "new.md").exists()
    else:
        files.write_new(tmp_path / "new.md", "new")
        assert (tmp_path / "new.md").read_text() == "new"
    assert (tmp_path / "old.md").read_text() == "precious"
    assert nothing_left(tmp_path)


def test_two_at_once_do_not_take_each_others_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came into being while ours was written stays."""
    target = tmp_path / "x.md"
    written_aside = files._written_aside  # noqa: SLF001 - the moment between look and write

    def slowly(path: Path, text: str) -> Path:
        aside = written_aside(path, text)
        target.write_text("theirs")
        return aside

    monkeypatch.setattr(files, "_written_aside", slowly)
    with pytest.raises(PeilError, match="there already"):
        files.write_new(target, "ours")
    assert target.read_text() == "theirs"
    assert nothing_left(tmp_path)


@given(
    st.text() | st.sampled_from([*hostile.ALL.values(), "CON", "nul", "..", "/", "a.", "a/../b"])
)
def test_the_name_of_a_list_is_a_plain_one(title: str) -> None:
    """Of any title: letters, digits and hyphens, short enough for every disk."""
    name = slug(title)
    assert is_id(name)
    assert len(name) <= ID_LIMIT
    assert not set(name) & set("/\\.:~ ")
