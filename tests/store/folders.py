"""Data folders with anything in them: whole, damaged, planted, forgotten, foreign."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from peil.assessment.model import Assessment
from peil.store.envelope import FORMAT, TableWriter, checksum, decode, stated_checksum
from peil.store.openfile import State
from peil.store.workspace import Workspace
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, new_saver, sample, summary_of

NAMES: Final = ("bakery", "butcher")
"""Ids of the assessments that may lie in these folders."""
TARGET: Final = b"of somebody else"
"""What stands in a file outside the data folder, which must stay as it is."""


def plain(step: int) -> Assessment:
    """Return an assessment after `step` answers that this Peil can open: it has no questions."""
    return msgspec.structs.replace(sample(step), sources=())


def _saved() -> tuple[bytes, ...]:
    """Return the file of an assessment after each of its first saves."""
    disk = ModelDisk()
    saver = new_saver(disk)
    files: list[bytes] = []
    for step in range(8):
        saver.save(State(plain(step), summary_of(plain(step)), None))
        files.append(disk.read(FILE)[0])
    return tuple(files)


def _older() -> bytes:
    """Return a file in the format before this one, with a checksum that fits."""
    data = SAVED[3].replace(f'"format":{FORMAT}'.encode(), f'"format":{FORMAT - 1}'.encode())
    return data.replace(stated_checksum(data).encode(), checksum(data).encode())


SAVED: Final = _saved()
"""Files as Peil writes them: number N is save N + 1, after N answers."""
OUTSIDE: Final = SAVED[3].replace(b"Bakery Jansen", b"Butcher Smit")
"""Save 4, with another title that another program put there."""
NEWER: Final = TableWriter().encode(
    decode(SAVED[3]).tables, 4, summary_of(plain(3))
).replace(f'"format":{FORMAT}'.encode(), b'"format":9999')  # fmt: skip
"""Save 4, as a Peil to come may write it."""
OLDER: Final = _older()
"""Save 4, as a Peil before this one wrote it."""
CUT: Final = SAVED[3][:-40]
"""Save 4, cut short."""


class Litter(NamedTuple):
    """One thing that may lie in a data folder."""

    put: Callable[[Path, str], None]
    """Puts it into a data folder, for an assessment where it is about one."""
    states: frozenset[str]
    """The states that an examination finds when nothing else lies there, but `whole`."""


def _file(place: str, data: bytes) -> Callable[[Path, str], None]:
    """Return what writes a file; `place` has a gap for the assessment's id."""

    def put(folder: Path, name: str) -> None:
        path = folder / place.format(name=name)
        _free(path)
        path.write_bytes(data)
        path.chmod(0o600)

    return put


def _free(path: Path) -> None:
    """Make the folder of a path, and take away what lies at the path itself."""
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir(0o700)
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)


def _link(place: str, target: str) -> Callable[[Path, str], None]:
    def put(folder: Path, name: str) -> None:
        path = folder / place.format(name=name)
        _free(path)
        path.symlink_to(folder.parent / target.format(name=name))

    return put


def _open(place: str, data: bytes, mode: int) -> Callable[[Path, str], None]:
    def put(folder: Path, name: str) -> None:
        _file(place, data)(folder, name)
        (folder / place.format(name=name)).chmod(mode)

    return put


def _pipe(place: str) -> Callable[[Path, str], None]:
    def put(folder: Path, name: str) -> None:
        path = folder / place.format(name=name)
        _free(path)
        os.mkfifo(path)

    return put


def _folder(place: str, mode: int = 0o700) -> Callable[[Path, str], None]:
    def put(folder: Path, name: str) -> None:
        path = folder / place.format(name=name)
        if not path.is_dir() or path.is_symlink():
            _free(path)
            path.mkdir()
        path.chmod(mode)

    return put


def _all(*parts: Callable[[Path, str], None]) -> Callable[[Path, str], None]:
    def put(folder: Path, name: str) -> None:
        for part in parts:
            part(folder, name)

    return put


_FILE = "assessments/{name}.json"
_COPY = "backups/{name}/00000003.json"
_WHOLE_COPY = _file(_COPY, SAVED[2])
_STRANGE = os.fsdecode(b"\xff\x1b]0;title\x07\n.json")

LITTER: Final[dict[str, Litter]] = {
    name: Litter(put, frozenset(states))
    for name, put, states in (
        ("a whole assessment", _file(_FILE, SAVED[3]), ()),
        ("with earlier saves", _all(_file(_FILE, SAVED[3]), _WHOLE_COPY), ()),
        ("damaged", _all(_file(_FILE, CUT), _WHOLE_COPY), ("damaged",)),
        (
            "damaged, saves older",
            _all(_file(_FILE, b""), _file(_COPY, OLDER)),
            ("damaged", "older"),
        ),
        ("empty, nothing whole", _file(_FILE, b""), ("lost",)),
        (
            "copies damaged as well",
            _all(_file(_FILE, CUT), _file(_COPY, b"scribble")),
            ("lost", "damaged"),
        ),
        ("a copy changed outside", _file(_COPY, OUTSIDE), ("missing", "outside")),
        ("changed outside", _file(_FILE, OUTSIDE), ("outside",)),
        ("older", _file(_FILE, OLDER), ("older",)),
        ("newer", _file(_FILE, NEWER), ("newer",)),
        ("newer and strange", _file(_FILE, NEWER[:-40] + b"\n"), ("newer",)),
        ("only earlier saves", _WHOLE_COPY, ("missing",)),
        ("a link to nothing", _link(_FILE, "nowhere"), ("dangling",)),
        ("a link of the user", _link(_FILE, "elsewhere.json"), ("linked",)),
        ("a planted link", _link(_FILE, "target"), ("lost",)),
        ("a planted link, saves", _all(_link(_FILE, "target"), _WHOLE_COPY), ("damaged",)),
        ("a circle", _link(_FILE, f"data/{_FILE}"), ("lost",)),
        ("a pipe", _pipe(_FILE), ("in-the-way",)),
        ("a folder", _folder(_FILE), ("in-the-way",)),
        ("a pipe among the copies", _pipe(_COPY), ("in-the-way", "missing")),
        ("a conflict copy", _file("assessments/{name}.conflict-1.json", SAVED[5]), ("conflict",)),
        ("a damaged one", _file("assessments/{name}.conflict-2.json", CUT), ("damaged",)),
        ("a sync copy", _file("assessments/{name} (copy).json", SAVED[5]), ("conflict",)),
        ("a kept one", _file("assessments/{name}.damaged-1.json", b"scribble"), ("kept",)),
        ("an old left-over", _file("assessments/.{name}.json.tmp", SAVED[0]), ("left-over",)),
        ("a new left-over", _file("assessments/.{name}.json.tmp", SAVED[6]), ("left-over",)),
        ("half a left-over", _file("assessments/.{name}.json.tmp", CUT), ("left-over",)),
        ("a planted left-over", _link("assessments/.{name}.json.tmp", "target"), ("in-the-way",)),
        ("a lock", _file("assessments/{name}.lock", b""), ()),
        ("a planted lock", _link("assessments/{name}.lock", "target"), ("in-the-way",)),
        ("half a copy", _file("backups/{name}/.00000003.json.tmp", CUT), ("left-over",)),
        ("a damaged copy", _file("backups/{name}/00000001.json", CUT), ("damaged", "missing")),
        (
            "damaged, and put back",
            _all(_file(_FILE, SAVED[3]), _file("backups/{name}/00000003.restore.json", CUT)),
            ("kept",),
        ),
        (
            "a planted copy",
            _link("backups/{name}/00000002.json", "target"),
            ("in-the-way", "missing"),
        ),
        ("notes among copies", _file("backups/{name}/notes.txt", b"mine"), ("not-ours",)),
        ("a name of bytes", _file(f"assessments/{_STRANGE}", b"strange"), ("not-ours",)),
        ("a foreign file", _file("[bold]\x1b[31mnotes", b"mine"), ("not-ours",)),
        ("a foreign folder", _folder("photos"), ("not-ours",)),
        ("a pipe at the top", _pipe("pipe"), ("not-ours",)),
        ("settings", _file("settings.toml", b'language = "nl"\n'), ()),
        ("bad settings", _file("settings.toml", b"= ["), ("damaged",)),
        ("half settings", _file(".settings.toml.123.tmp", b"lang"), ("left-over",)),
        ("a log", _file("peil.log", b"== 2026"), ()),
        ("half a log", _file(".peil.log.123", b"== 20"), ("left-over",)),
        ("a planted log", _link("peil.log", "target"), ("in-the-way",)),
        ("a folder as settings", _folder("settings.toml"), ("in-the-way",)),
        ("a bad questionnaire", _file("questionnaires/mine.en.md", b"---\nid: x\n"), ("invalid",)),
        ("no questionnaire", _file("questionnaires/README.md", b"hello"), ("not-ours",)),
        ("deleted", _file("deleted/{name}/{name}.json", SAVED[3]), ()),
        ("deleted, damaged", _file("deleted/{name}/{name}.json", CUT), ("damaged",)),
        ("deleted copies", _file("deleted/{name}/backups/00000001.json", SAVED[0]), ()),
        ("in the cache", _file("cache/0123456789abcdef0123", b"scribble"), ("damaged",)),
        ("half in the cache", _file("cache/.index.7.tmp", b"half"), ("left-over",)),
        ("readable by all", _open(_FILE, SAVED[3], 0o644), ("open-to-others",)),
        ("a folder for all", _folder("backups/{name}", 0o755), ("open-to-others",)),
        ("closed", _open(_FILE, SAVED[3], 0o000), ("unreadable",)),
        ("a closed copy", _open(_COPY, SAVED[2], 0o200), ("unreadable", "missing")),
    )
}
"""Everything of which random folders are made."""


def new_folder(parent: Path) -> Workspace:
    """Return an empty data folder in `parent`, beside files that are none of Peil's business."""
    (parent / "target").write_bytes(TARGET)
    (parent / "elsewhere.json").write_bytes(SAVED[3])
    folder = parent / "data"
    folder.mkdir(mode=0o700)
    return Workspace(folder)


def tree(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return everything about a folder that an examination could change."""
    found: dict[str, tuple[object, ...]] = {}
    for path in _everything(folder):
        status = path.lstat()
        found[str(path)] = (status.st_mode, status.st_mtime_ns, status.st_ino, _held(path))
    return found


def shape(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return names, rights and bytes of a folder, whenever they were written."""
    return {str(path): (path.lstat().st_mode, _held(path)) for path in _everything(folder)}


def held(folder: Path) -> set[bytes]:
    """Return the bytes of every file in a folder."""
    return {_held(path) for path in _everything(folder) if path.is_file() and not path.is_symlink()}


def _everything(folder: Path) -> Iterator[Path]:
    yield folder
    yield from sorted(folder.rglob("*"))


def _held(path: Path) -> bytes:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else b""
