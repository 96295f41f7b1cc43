"""`check`: what it prints, what it leaves alone, what it repairs, and its exit codes."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from peil.cli.main import run
from peil.questionnaire.catalog import Catalog, load, shipped_folder
from peil.store.lock import Lock
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.text.languages import LANGUAGES
from tests.cli.conftest import Peil
from tests.store.folders import LITTER, shape

KEYS = ["file", "state", "assessment", "serious", "repairable", "message"]


@pytest.fixture
def folder(peil: Peil) -> Path:
    """Return the data folder of the commands, with the questionnaires parsed in both languages."""
    del peil  # it has made the folder
    folder = Path(os.environ["PEIL_DATA"])
    for questionnaire in ("iceberg", "community-maturity"):
        texts = Catalog([shipped_folder()], Workspace(folder).cache).texts(questionnaire)
        for language in LANGUAGES:
            load(texts, language, Workspace(folder).cache)
    return folder


def _change_outside(folder: Path, name: str) -> None:
    file = folder / "assessments" / f"{name}.json"
    file.write_bytes(file.read_bytes().replace(b'"level":2', b'"level":3'))


def test_all_is_well(peil: Peil, bakery: str, folder: Path) -> None:
    """A count of what is whole, exit 0, and nothing is changed."""
    assert bakery
    before = shape(folder)
    ran = peil("check")
    assert (ran.code, ran.err) == (0, "")
    assert "No answer is in danger." in ran.out
    assert "Whole: 1 assessment and 2 earlier saves." in ran.out
    assert shape(folder) == before


def test_nothing_there(peil: Peil, tmp_path: Path) -> None:
    """Before the first assessment there is nothing to check, and nothing is made."""
    ran = peil("check", "--data-dir", str(tmp_path / "none"))
    assert (ran.code, ran.out) == (0, "There is nothing to check yet.\n")
    assert not (tmp_path / "none").exists()


def test_what_is_damaged_is_named_and_then_repaired(peil: Peil, bakery: str, folder: Path) -> None:
    """Exit 5 until the repair, which says what it did and what is left."""
    file = folder / "assessments" / f"{bakery}.json"
    file.write_bytes(file.read_bytes()[:100])
    before = shape(folder)
    ran = peil("check")
    assert ran.code == 5
    assert f"assessments/{bakery}.json is damaged. The last whole save is of" in ran.out
    assert shape(folder) == before
    ran = peil("check", "--repair")
    assert ran.code == 0
    assert f"The damaged file is kept as assessments/{bakery}.damaged-1.json" in ran.out
    assert "No answer is in danger." in ran.out
    assert peil("score", bakery).err == ""
    assert peil("check", "--repair").out.startswith("There was nothing to repair.")


def test_an_older_file_is_whole(peil: Peil, folder: Path) -> None:
    """Nothing is wrong with it, so the count does not say that nothing is whole."""
    (folder / "assessments").mkdir(mode=0o700)
    old = Path(__file__).parent.parent / "store" / "format-1.json"
    file = folder / "assessments" / "the-shop.json"
    file.touch(mode=0o600)
    file.write_bytes(old.read_bytes())
    ran = peil("check")
    assert ran.code == 0
    assert "nothing is wrong with it" in ran.out
    assert "Whole: 1 assessment." in ran.out
    assert ran.out.endswith("To repair what can be repaired: peil check --repair\n")


def test_a_newer_file_alone_is_not_called_damaged(peil: Peil, folder: Path) -> None:
    """This Peil cannot tell whether it is whole, and says what it can tell."""
    (folder / "assessments").mkdir(mode=0o700)
    LITTER["newer"].put(folder, "bakery")
    ran = peil("check")
    assert ran.code == 0
    assert "There is no assessment here that this Peil can work in." in ran.out
    assert "peil check --repair" not in ran.out


def test_an_assessment_that_is_gone_is_not_called_safe(
    peil: Peil, bakery: str, folder: Path
) -> None:
    """Its last answers may be in no earlier save: nobody says that all is well."""
    (folder / "assessments" / f"{bakery}.json").unlink()
    ran = peil("check")
    assert f"assessments/{bakery}.json is gone" in ran.out
    assert "No answer is in danger." not in ran.out
    told = f"peil backups {bakery} --restore 1"
    assert told in ran.out
    assert told in peil("list").out
    ran = peil("score", bakery)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err


def test_what_was_damaged_when_it_was_put_back_is_no_danger(
    peil: Peil, bakery: str, folder: Path
) -> None:
    """The damaged bytes are kept among the copies, and nothing is left to repair."""
    file = folder / "assessments" / f"{bakery}.json"
    file.write_bytes(file.read_bytes()[:100])
    assert peil("backups", bakery, "--restore", "1").code == 0
    ran = peil("check")
    assert ran.code == 0
    assert "restore.json was damaged, and is kept under this name." in ran.out
    assert "No answer is in danger." in ran.out
    assert peil("check", "--repair").out.startswith("There was nothing to repair.")


def test_what_was_changed_outside_is_accepted_with_its_figures(
    peil: Peil, bakery: str, folder: Path
) -> None:
    """The list shows the scores of what was accepted, as if Peil had saved it."""
    before = peil("list", "--json").json
    _change_outside(folder, bakery)
    assert peil("check").code == 5
    assert peil("answer", bakery, "culture-sharing=3").code == 5
    ran = peil("check", "--repair")
    assert ran.code == 0
    assert "is accepted as it was changed" in ran.out
    after = peil("list", "--json").json
    assert after[0]["readiness"] != before[0]["readiness"]
    assert after[0]["readiness"] == peil("score", bakery, "--json").json["readiness"]
    assert peil("answer", bakery, "culture-sharing=3").code == 0


def test_every_file_in_json(peil: Peil, bakery: str, folder: Path) -> None:
    """The keys in their order; the sentences of a repair go to stderr."""
    _change_outside(folder, bakery)
    found: list[dict[str, Any]] = peil("check", "--json").json
    assert [list(each) for each in found] == [KEYS] * len(found)
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {each["file"] for each in found} == {*files, "cache"}
    (outside,) = (each for each in found if each["message"] and each["file"] != "cache")
    assert (outside["state"], outside["assessment"]) == ("outside", bakery)
    assert (outside["serious"], outside["repairable"]) == (True, True)
    ran = peil("check", "--repair", "--json")
    assert ran.code == 0
    assert "is accepted" in ran.err
    assert not [each for each in json.loads(ran.out) if each["serious"]]


def test_what_is_open_elsewhere_is_skipped(peil: Peil, bakery: str, folder: Path) -> None:
    """Exit 4 when nothing worse is left, 5 when there is."""
    _change_outside(folder, bakery)
    lock = Lock(folder / "assessments", bakery)
    ran = peil("check", "--repair")
    assert ran.code == 4
    assert f"{bakery} is open in another window" in ran.out
    LITTER["empty, nothing whole"].put(folder, "butcher")
    assert peil("check", "--repair").code == 5
    lock.release()


def test_a_repair_that_fails_is_told(
    peil: Peil, bakery: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rights that cannot be put right are no damage: exit 1, with the reason."""
    (folder / "assessments" / f"{bakery}.json").chmod(0o644)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    ran = peil("check", "--repair")
    assert ran.code == 1
    assert "could not be repaired: not allowed." in ran.out


@pytest.mark.usefixtures("bakery")
def test_a_folder_that_stays_open_is_named_in_full(
    peil: Peil, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data folder goes by its path, and the reason is said in the user's language."""
    folder.chmod(0o755)

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "chmod", refuse)
    ran = peil("check", "--repair", "--language", "nl")
    assert ran.out.startswith(f"{folder} kon niet hersteld worden: ")
    assert "Read-only" not in ran.out


def test_own_questionnaires_are_checked(peil: Peil, folder: Path) -> None:
    """A good one is counted, one with errors names the command that says what is wrong."""
    own = folder / "questionnaires"
    own.mkdir(0o700)
    peil("questionnaire", "new", str(own / "mine.en.md"))
    (own / "worse.en.md").write_text("---\nid: worse\n")
    ran = peil("check")
    assert ran.code == 0
    assert "Whole: 1 questionnaire." in ran.out
    assert f"peil questionnaire check {own / 'worse.en.md'}" in ran.out


def test_many_of_a_kind_are_counted(peil: Peil, folder: Path) -> None:
    """The first ten are named, the rest is a number; JSON has them all."""
    for number in range(14):
        (folder / f"stranger-{number:02}").write_text("mine")
    ran = peil("check")
    assert ran.out.count("is not Peil's") == 10
    assert "So it is with 4 more files" in ran.out
    assert "There are no assessments here." in ran.out
    assert len(peil("check", "--json").json) == 15


def test_hostile_names_reach_no_terminal(peil: Peil, folder: Path) -> None:
    """Whatever a file is called: nothing of it drives a terminal, and JSON stays JSON."""
    for name in ("a name of bytes", "a foreign file", "a sync copy"):
        LITTER[name].put(folder, "bakery")
    (folder / "\x1b[2J\n\u202e{file}{0}").write_text("mine")
    for arguments in (("check",), ("check", "--repair"), ("check", "--json")):
        ran = peil(*arguments)
        assert ran.code == 0
        assert first_forbidden((ran.out + ran.err).replace("\n", " ")) is None
    assert len(peil("check", "--json").json) == 5


def test_a_file_in_the_place_of_the_data_folder(peil: Peil, tmp_path: Path) -> None:
    """It is said in the same way, and exit 5 asks for a look."""
    (tmp_path / "file").write_text("a file")
    ran = peil("check", "--repair", "--data-dir", str(tmp_path / "file"))
    assert ran.code == 5
    assert f"{tmp_path / 'file'} should be a folder" in ran.out
    assert (tmp_path / "file").read_text() == "a file"


def test_what_has_gone_is_not_brought_back(peil: Peil, bakery: str, folder: Path) -> None:
    """It may have been removed on purpose: the command that brings it back is named, and works."""
    Workspace(folder).file(bakery).unlink()
    ran = peil("check", "--repair")
    assert ran.code == 0
    assert f"peil backups {bakery} --restore 1" in ran.out
    assert not Workspace(folder).exists(bakery)
    assert peil("backups", bakery, "--restore", "1").code == 0
    assert peil("score", bakery).code == 0


def test_a_conflict_copy_is_taken_in_as_said(peil: Peil, bakery: str, folder: Path) -> None:
    """The command in the sentence is the one that takes it in."""
    file = folder / "assessments" / f"{bakery}.json"
    (folder / "assessments" / f"{bakery}.conflict-1.json").write_bytes(file.read_bytes())
    out = peil("check").out
    command = next(line for line in out.splitlines() if "peil import" in line)
    path = command.partition("peil import ")[2]
    assert run(["import", path]) == 0
    assert Workspace(folder).exists(f"{bakery}-2")
