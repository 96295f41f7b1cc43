"""What an examination of the data folder finds, and that it changes nothing."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Source
from peil.errors import PeilError
from peil.store.disk import Disk
from peil.store.entries import Entry
from peil.store.examining import examine, visible_troubles
from peil.store.findings import Finding
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.text.languages import words
from tests.sitting.bread import BUTTER, ENGLISH
from tests.store.folders import LITTER, NAMES, SAVED, TARGET, new_folder, plain, tree
from tests.store.samples import sample, summary_of

litter = st.lists(st.tuples(st.sampled_from(sorted(LITTER)), st.sampled_from(NAMES)), max_size=9)


def _by_file(workspace: Workspace) -> dict[str, Finding]:
    return {finding.file: finding for finding in examine(workspace)}


@pytest.mark.parametrize("name", LITTER)
def test_each_state_is_named(tmp_path: Path, name: str) -> None:
    """Whatever lies there alone is found in its state, with a sentence unless all is well."""
    workspace = new_folder(tmp_path)
    LITTER[name].put(workspace.folder, "bakery")
    states = {finding.state for finding in examine(workspace)}
    assert states - {"whole"} == LITTER[name].states


@given(litter)
def test_nothing_is_changed_whatever_lies_there(things: list[tuple[str, str]]) -> None:
    """No byte, no time, no right changes; nothing raises; every sentence is safe and whole."""
    with TemporaryDirectory() as parent:
        workspace = new_folder(Path(parent))
        for name, assessment in things:
            LITTER[name].put(workspace.folder, assessment)
        before = tree(Path(parent))
        findings = examine(workspace)
        assert tree(Path(parent)) == before
    for finding in findings:
        assert (finding.message is None) <= (finding.state in ("whole", "older", "outside"))
        assert not (finding.serious and finding.message is None)
        for language in ("en", "nl"):
            told = finding.message.sentence(words(language)) if finding.message else ""
            assert first_forbidden(told + finding.file) is None
            assert "\n" not in told + finding.file


def test_no_folder_is_no_trouble(tmp_path: Path) -> None:
    """Before the first assessment there is nothing to find, and nothing is made."""
    assert examine(Workspace(tmp_path / "data")) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_data_folder(tmp_path: Path) -> None:
    """One finding that names it."""
    (tmp_path / "data").write_bytes(b"a file")
    (found,) = examine(Workspace(tmp_path / "data"))
    assert (found.state, found.serious) == ("in-the-way", True)
    assert str(tmp_path / "data") in str(found.message)


@pytest.mark.parametrize("part", ["assessments", "backups", "deleted", "questionnaires", "cache"])
@pytest.mark.parametrize("kind", ["file", "link", "dangling"])
def test_a_part_that_is_no_folder(tmp_path: Path, part: str, kind: str) -> None:
    """A file or a link to nothing is in the way; a link to a folder is named, and used."""
    workspace = new_folder(tmp_path)
    path = workspace.folder / part
    (tmp_path / "moved").mkdir()
    if kind == "file":
        path.write_bytes(b"a file")
    else:
        path.symlink_to(tmp_path / ("moved" if kind == "link" else "nowhere"))
    found = {finding.state for finding in examine(workspace)}
    assert found == {"linked" if kind == "link" else "in-the-way"}


def test_assessments_that_were_moved_and_linked_are_examined(tmp_path: Path) -> None:
    """Peil works through such a link, so it looks through it; rights there are not its business."""
    workspace = new_folder(tmp_path)
    (tmp_path / "synced").mkdir(0o755)
    (tmp_path / "synced" / "bakery.json").write_bytes(SAVED[3])
    workspace.assessments.symlink_to(tmp_path / "synced")
    states = {finding.file: finding.state for finding in examine(workspace)}
    assert states == {"assessments": "linked", "assessments/bakery.json": "whole"}


def test_what_is_behind_links_is_not_walked(tmp_path: Path) -> None:
    """Copies behind a link are looked at for their own names only, and nothing else is named."""
    workspace = new_folder(tmp_path)
    workspace.assessments.mkdir(0o700)
    (workspace.assessments / "bakery.json").write_bytes(b"scribble")
    elsewhere = tmp_path / "somewhere"
    elsewhere.mkdir()
    (elsewhere / "private").write_bytes(b"of somebody else")
    (elsewhere / "00000003.json").write_bytes(SAVED[2])
    (workspace.folder / "backups").mkdir(0o700)
    (workspace.folder / "backups" / "bakery").symlink_to(elsewhere)
    workspace.file("bakery").chmod(0o600)
    states = {finding.file: finding.state for finding in examine(workspace)}
    assert states == {"assessments/bakery.json": "damaged", "backups/bakery": "linked"}


def test_the_newest_whole_save_is_named_by_its_time(tmp_path: Path) -> None:
    """Damaged copies are passed over; the sentence says of when the whole one is."""
    workspace = new_folder(tmp_path)
    for litter_name in ("damaged", "a damaged copy"):
        LITTER[litter_name].put(workspace.folder, "bakery")
    found = _by_file(workspace)["assessments/bakery.json"]
    assert (found.assessment, found.serious, found.repairable) == ("bakery", True, True)
    assert "The last whole save is of 2026-11-21" in str(found.message)


def test_a_questionnaire_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """The file is whole, and still it would not open."""
    workspace = Workspace(tmp_path / "data")
    workspace.create(sample(2), summary_of(sample(2))).close()
    found = _by_file(workspace)["assessments/bakery-jansen.json"]
    assert (found.state, found.serious, found.repairable) == ("invalid", True, False)
    assert "cannot read its questionnaire iceberg" in str(found.message)


def _frozen_in(workspace: Workspace, **texts: str) -> Finding:
    """Return the finding of an assessment in which these questionnaires are frozen."""
    sources = tuple(Source(name, 1, {"en": text}) for name, text in texts.items())
    assessment = msgspec.structs.replace(sample(), sources=sources)
    workspace.create(assessment, summary_of(assessment)).close()
    return _by_file(workspace)[f"assessments/{assessment.id}.json"]


def test_questionnaires_that_wait_for_each_other_are_said(tmp_path: Path) -> None:
    """Each of them can be read, and still the file would not open."""
    circle = ENGLISH.replace("one loaf.", "one loaf.\n   - needs: butter/soft >= 2")
    found = _frozen_in(Workspace(tmp_path / "data"), bread=circle, butter=BUTTER)
    assert (found.state, found.serious) == ("invalid", True)


def test_a_questionnaire_with_errors_that_opens_is_whole(tmp_path: Path) -> None:
    """What an older Peil let pass is no trouble while the assessment opens."""
    found = _frozen_in(Workspace(tmp_path / "data"), bread=ENGLISH.replace("- core: yes\n\n", ""))
    assert found.state == "whole"


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For an assessment, a copy and a folder; the others are examined all the same."""
    workspace = new_folder(tmp_path)
    LITTER["with earlier saves"].put(workspace.folder, "bakery")
    LITTER["a whole assessment"].put(workspace.folder, "butcher")
    (workspace.folder / "deleted").mkdir(0o700)
    refused = {workspace.file("bakery"), workspace.folder / "backups/bakery/00000003.json"}
    read, entries = Disk.read, Disk.entries

    def refusing(disk: Disk, path: Path) -> object:
        if path in refused:
            raise PermissionError(13, "Permission denied", str(path))
        return read(disk, path)

    def closed(disk: Disk, path: Path) -> list[Entry]:
        if path.name == "deleted":
            raise PermissionError(13, "Permission denied", str(path))
        return entries(disk, path)

    monkeypatch.setattr(Disk, "read", refusing)
    monkeypatch.setattr(Disk, "entries", closed)
    states = {finding.file: finding.state for finding in examine(workspace)}
    assert states == {
        "assessments/bakery.json": "unreadable",
        "assessments/butcher.json": "whole",
        "backups/bakery/00000003.json": "unreadable",
        "deleted": "unreadable",
    }


def test_what_belongs_to_another_user_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing about its rights can be repaired by us."""
    workspace = new_folder(tmp_path)
    LITTER["readable by all"].put(workspace.folder, "bakery")
    entries = Disk.entries

    def of_another(disk: Disk, folder: Path) -> list[Entry]:
        found = entries(disk, folder)
        return [msgspec.structs.replace(entry, is_mine=entry.kind != "file") for entry in found]

    monkeypatch.setattr(Disk, "entries", of_another)
    found = [(each.state, each.repairable) for each in examine(workspace)]
    assert sorted(found) == [("of-another", False), ("whole", False)]


def test_a_folder_that_everybody_may_enter(tmp_path: Path) -> None:
    """The data folder itself is named with its whole path; questionnaires may be read by all."""
    workspace = new_folder(tmp_path)
    workspace.folder.chmod(0o755)
    workspace.questionnaires.mkdir(0o755)
    (found,) = examine(workspace)
    assert (found.file, found.state, found.repairable) == (".", "open-to-others", True)
    assert str(workspace.folder) in str(found.message)
    workspace.questionnaires.chmod(0o777)
    assert [each.file for each in examine(workspace)] == [".", "questionnaires"]


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    """A file of somebody else is neither taken for an assessment nor touched."""
    workspace = new_folder(tmp_path)
    LITTER["a planted link"].put(workspace.folder, "bakery")
    (found,) = examine(workspace)
    assert (found.state, found.repairable) == ("lost", False)
    assert (tmp_path / "target").read_bytes() == TARGET


def test_copies_are_offered_to_import(tmp_path: Path) -> None:
    """With the whole path, as it can be typed."""
    workspace = new_folder(tmp_path)
    LITTER["a sync copy"].put(workspace.folder, "bakery")
    (found,) = examine(workspace)
    path = workspace.assessments / "bakery (copy).json"
    assert f"peil import '{path}'" in str(found.message)


def test_many_names_are_examined(tmp_path: Path) -> None:
    """Ten thousand foreign files are named, each of them."""
    workspace = new_folder(tmp_path)
    workspace.assessments.mkdir(0o700)
    empty = workspace.assessments / "0.txt"
    empty.touch(0o600)
    for number in range(1, 10_000):
        os.link(empty, workspace.assessments / f"{number}.txt")
    assert len(examine(workspace)) == 10_000


def test_visible_troubles_are_names_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The home page asks at every start: no file is opened for it."""
    workspace = new_folder(tmp_path)
    for name in ("a whole assessment", "a conflict copy", "a kept one", "an old left-over"):
        LITTER[name].put(workspace.folder, "bakery")

    def refuse(*_: object) -> None:
        raise AssertionError("a file was read")

    for method in ("read", "beginning", "stamps"):
        monkeypatch.setattr(Disk, method, refuse)
    assert visible_troubles(workspace) == ("bakery.conflict-1.json",)
    assert visible_troubles(Workspace(tmp_path / "none")) == ()
    with pytest.raises(PeilError):
        visible_troubles(Workspace(tmp_path / "target"))


def test_an_assessment_that_opens_is_whole(tmp_path: Path) -> None:
    """What Peil itself just wrote, with its copies and its lock."""
    workspace = Workspace(tmp_path / "data")
    with workspace.create(plain(0), summary_of(plain(0))) as opened:
        opened.save(plain(1), summary_of(plain(1)), None)
        opened.flush()
        findings = examine(workspace)
    assert {finding.state for finding in findings} == {"whole"}
    assert [finding.message for finding in findings if finding.message] == []
