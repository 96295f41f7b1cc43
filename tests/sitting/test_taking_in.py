"""Taking in: a new assessment beside all others, under a fair name, or nothing at all."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from peil.errors import DataDamaged, PeilError, QuestionnaireInvalid
from peil.sitting import Sitting
from peil.sitting.taking_in import take_in
from peil.store.disk import DISK, Disk, Stamp
from peil.store.workspace import Workspace
from peil.text.languages import words
from tests.faults.hostile_files import changed

NAME = "bakery-jansen"
SAY = words("en")


@pytest.fixture
def base(sitting: Sitting, workspace: Workspace) -> bytes:
    """Return the file of an assessment that is here, closed, with some answers."""
    sitting.rate("iceberg/objectives-written", 2)
    sitting.write_note("iceberg/objectives-written", "On the fridge.")
    sitting.close()
    return workspace.file(NAME).read_bytes()


@pytest.fixture
def other(tmp_path: Path, parsed: Path) -> Workspace:
    """Return the data folder of somebody who has no assessment yet."""
    return _prepared(tmp_path / "other", parsed)


def _prepared(folder: Path, parsed: Path, disk: Disk = DISK) -> Workspace:
    """Return an empty data folder that knows the questionnaires that ship."""
    folder.mkdir(mode=0o700)
    (folder / "cache").symlink_to(parsed)
    return Workspace(folder, disk)


def _sent(folder: Path, data: bytes, name: str = "from adviser.json") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _files(workspace: Workspace) -> dict[str, bytes]:
    """Return every file of the data folder but locks and what may vanish."""
    return {
        str(path.relative_to(workspace.folder)): path.read_bytes()
        for path in workspace.folder.rglob("*")
        if path.is_file() and "cache" not in path.parts and path.suffix != ".lock"
    }


def test_it_becomes_a_new_one_beside_the_other(
    tmp_path: Path, workspace: Workspace, base: bytes
) -> None:
    """The answers come along, the one that was here is not touched, and that is said."""
    before = _files(workspace)
    taken = take_in(workspace, _sent(tmp_path, base))
    assert (taken.id, taken.title) == ("bakery-jansen-2", "Bakery Jansen")
    assert [str(notice) for notice in taken.notices] == [
        "Nothing was changed in what you had already: bakery-jansen."
    ]
    after = _files(workspace)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"assessments/bakery-jansen-2.json"}
    mine, theirs = workspace.read(NAME), workspace.read(taken.id)
    assert theirs.assessment.answers == mine.assessment.answers
    assert (theirs.notice, theirs.summary.answered) == (None, 1)


def test_its_id_stays_where_that_is_free(tmp_path: Path, other: Workspace, base: bytes) -> None:
    """In a data folder that never had it, everything is the same."""
    taken = take_in(other, _sent(tmp_path, base))
    assert (taken.id, taken.notices) == (NAME, ())
    assert (other.folder / "assessments").stat().st_mode & 0o777 == 0o700
    assert other.file(NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("had", "given"),
    [
        ("list", "bakery-jansen"),
        ("con", "bakery-jansen"),
        ("../../x", "bakery-jansen"),
        ("Bakery", "bakery-jansen"),
        ("jansen", "jansen"),
        ("baker-2026", "baker-2026"),
    ],
)
def test_an_unfair_id_gives_way_to_the_title(
    tmp_path: Path, other: Workspace, base: bytes, had: str, given: str
) -> None:
    """A command's name, a name of Windows, a path: none of them becomes a file's name."""
    data = changed(base, lambda tables: tables["assessment"]["about"].update(id=had))
    assert take_in(other, _sent(tmp_path, data)).id == given
    assert [path.name for path in other.assessments.glob("*.json")] == [f"{given}.json"]


def test_an_id_that_once_was_is_not_given_again(
    tmp_path: Path, workspace: Workspace, base: bytes
) -> None:
    """What was deleted, left earlier saves or a copy beside it stays apart from the new one."""
    file = _sent(tmp_path, base)
    moved = workspace.delete(NAME)
    assert take_in(workspace, file).id == "bakery-jansen-2"
    assert take_in(workspace, moved).id == "bakery-jansen-3"
    (workspace.folder / "backups" / "bakery-jansen-4").mkdir(parents=True)
    (workspace.assessments / "bakery-jansen-5.conflict-1.json").write_bytes(base)
    assert take_in(workspace, file).id == "bakery-jansen-6"


@pytest.mark.parametrize("place", ["assessments/bakery-jansen.conflict-1.json", "backups/x.json"])
def test_copies_of_our_own_can_be_taken_in(workspace: Workspace, base: bytes, place: str) -> None:
    """So that both versions can be looked at side by side."""
    file = workspace.folder / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(base)
    assert take_in(workspace, file).id == "bakery-jansen-2"
    assert file.read_bytes() == base


def test_nothing_unknown_is_carried_along(tmp_path: Path, other: Workspace, base: bytes) -> None:
    """Unknown tables, documents and fields are not in the new file; nor is the mark of demo."""

    def add(tables: Any) -> None:  # noqa: ANN401 - JSON may be anything
        tables["mystery"] = {"1": {"x": "SMUGGLED"}}
        tables["assessment"]["mystery"] = {"x": "SMUGGLED"}
        tables["assessment"]["about"].update(demo=True, x="SMUGGLED")
        tables["answers"]["iceberg/objectives-written"]["x"] = "SMUGGLED"

    taken = take_in(other, _sent(tmp_path, changed(base, add)))
    assert b"SMUGGLED" not in other.file(taken.id).read_bytes()
    assert not other.read(taken.id).assessment.demo
    assert json.loads(other.file(taken.id).read_bytes())["peil"]["file"]["saves"] == 1


def test_what_was_changed_outside_or_cut_is_said(
    tmp_path: Path, other: Workspace, base: bytes
) -> None:
    """A changed checksum and a note over the limit each have their sentence."""
    data = base.replace(b"On the fridge.", b"n" * 20_001)
    notices = take_in(other, _sent(tmp_path, data)).notices
    told = [notice.sentence(SAY) for notice in notices]
    assert "changed outside Peil" in told[0]
    assert "notes after 20,000 characters" in told[1].replace("20000", "20,000")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("version: {v}\n", "version: 999999\n", "says that it is version 999999"),
        ("Have you written down", "Have you paid for", "the version of one that comes with Peil"),
        ("version: {v}\n", "version: 0\n", "says that it is version 0; this Peil has 1"),
    ],
    ids=["newer", "other words", "older"],
)
def test_a_questionnaire_that_pretends_to_be_a_shipped_one_is_named(
    tmp_path: Path, other: Workspace, base: bytes, before: str, after: str, said: str
) -> None:
    """It is taken in as it is, and the user knows that its words are the sender's."""

    def spoil(tables: Any) -> None:  # noqa: ANN401 - JSON may be anything
        source = tables["questionnaires"]["iceberg"]
        old = before.format(v=source["version"])
        for language, text in source["texts"].items():
            source["texts"][language] = text.replace(old, after, 1)
        assert after in source["texts"]["en"]

    notices = take_in(other, _sent(tmp_path, changed(base, spoil))).notices
    assert [said in str(notice) for notice in notices] == [True]


def test_a_title_of_nothing_visible_becomes_the_file_s_name(
    tmp_path: Path, other: Workspace, base: bytes
) -> None:
    """There is always a name to show."""
    data = changed(base, lambda tables: tables["assessment"]["about"].update(title="\x1b[31m"))
    taken = take_in(other, _sent(tmp_path, data, "Smit 2026.json"))
    assert taken.title == "Smit 2026"


def test_a_refusal_names_file_and_questionnaire(
    tmp_path: Path, other: Workspace, base: bytes
) -> None:
    """Whose questionnaire it is, and which one."""

    def spoil(tables: Any) -> None:  # noqa: ANN401 - JSON may be anything
        tables["questionnaires"]["iceberg"]["texts"]["en"] += "\n### Nothing\n"

    with pytest.raises(QuestionnaireInvalid, match=r"adviser\.json.*questionnaire iceberg.*en:"):
        take_in(other, _sent(tmp_path, changed(base, spoil)))
    assert other.ids() == []


def test_a_cut_file_is_damaged(tmp_path: Path, workspace: Workspace, base: bytes) -> None:
    """Half a file makes nothing."""
    before = _files(workspace)
    with pytest.raises(DataDamaged, match="damaged"):
        take_in(workspace, _sent(tmp_path, base[: len(base) // 2]))
    assert _files(workspace) == before


class _Failing(Disk):
    """The real disk, of which the operations from number `first` to `last` fail."""

    def __init__(self, first: int, last: int) -> None:
        self.done = 0
        self._first, self._last = first, last

    def _count(self) -> None:
        self.done += 1
        if self._first <= self.done <= self._last:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def create(self, path: Path) -> int:
        self._count()
        return super().create(path)

    def write(self, handle: int, data: bytes) -> None:
        try:
            self._count()
        except OSError:
            super().write(handle, data[: len(data) // 2])
            raise
        super().write(handle, data)

    def sync(self, handle: int) -> Stamp:
        self._count()
        return super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._count()
        super().sync_folder(folder)


@pytest.mark.parametrize("lasting", [0, 10**9], ids=["once", "for ever"])
def test_a_failing_disk_leaves_nothing_half_made(
    tmp_path: Path, parsed: Path, base: bytes, lasting: int
) -> None:
    """Whichever operation fails: the assessment is there whole, or there is no such file."""
    file = _sent(tmp_path, base)
    refused = failing = 0
    while True:
        failing += 1
        disk = _Failing(failing, failing + lasting)
        workspace = _prepared(tmp_path / f"{failing}", parsed, disk)
        workspace.assessments.mkdir()
        try:
            take_in(workspace, file)
        except PeilError:
            refused += 1
        else:
            assert workspace.ids() == [NAME]
        left = [path.name for path in workspace.assessments.iterdir()]
        assert set(left) <= {f"{NAME}.json", f"{NAME}.lock", f".{NAME}.json.tmp"}
        if lasting == 0:
            assert f".{NAME}.json.tmp" not in left
        for name in Workspace(workspace.folder).ids():
            assert Workspace(workspace.folder).read(name).notice is None
        if disk.done < failing:
            break
    assert failing > 5
    assert refused > 3 or lasting == 0
