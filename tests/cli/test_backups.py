"""`backups`: what there is to go back to, and going back."""

import re
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from peil.report.copies import STATES, WHY
from peil.store.envelope import FORMAT
from tests.cli.conftest import Peil


@pytest.fixture(autouse=True)
def in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the user's clock be another than that of the file."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def _file(tmp_path: Path, bakery: str) -> Path:
    return tmp_path / "data" / "assessments" / f"{bakery}.json"


def test_every_save_is_listed_with_its_time_and_reason(peil: Peil, bakery: str) -> None:
    """One line each, the newest first, and the command that goes back to one."""
    peil("answer", bakery, "objectives-written=3", "culture-sharing=2")
    ran = peil("backups", bakery)
    assert ran.code == 0
    heading, *lines = ran.out.splitlines()
    assert heading.split() == ["last", "changed", "answered", "kept"]
    assert re.fullmatch(r"1  \d{4}-\d\d-\d\d \d\d:\d\d  3 of 5\d   before you went on", lines[0])
    assert re.fullmatch(r"2  \d{4}-\d\d-\d\d \d\d:\d\d  0 of 5\d   before you went on", lines[1])
    assert f"peil backups {bakery} --restore 1" in lines[-1]
    told = datetime.fromisoformat(peil("backups", bakery, "--json").json[0]["time"])
    assert told.astimezone(ZoneInfo("Europe/Amsterdam")).strftime("%Y-%m-%d %H:%M") in lines[0]


def test_json_has_the_contract_s_keys_in_order(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """Scripts find each save with these keys, and null for what is not known."""
    peil("answer", bakery, "objectives-written=3")
    folder = tmp_path / "data" / "backups" / bakery
    newest, oldest = peil("backups", bakery, "--json").json
    assert list(newest) == [
        "number", "file", "saves", "why", "time", "answered", "asked", "state",
    ]  # fmt: skip
    assert (newest["number"], newest["why"], newest["answered"]) == (1, "sitting", 3)
    assert newest["state"] == "whole"
    assert newest["time"].endswith("Z")
    (folder / newest["file"]).write_bytes(b"scribble")
    (folder / newest["file"].replace(".sitting", "")).write_bytes(b"scribble")
    newest, again = peil("backups", bakery, "--json").json
    assert again == oldest
    assert (newest["state"], newest["time"]) == ("damaged", "")
    assert newest["answered"] is newest["asked"] is None
    line = peil("backups", bakery).out.splitlines()[1]
    assert line.split() == ["1", "unknown", "–", "before", "you", "went", "on", "damaged"]


def test_a_restore_says_what_it_did_and_can_be_taken_back(peil: Peil, bakery: str) -> None:
    """The answers of then are there again, and those of now after `--restore 1`."""
    before = peil("score", bakery, "--json").json
    ran = peil("backups", bakery, "--restore", "1")
    assert ran.code == 0
    assert "with 0 of 5" in ran.out
    assert f"peil backups {bakery} --restore 1" in ran.out
    assert peil("list", "--json").json[0]["answered"] == 0
    assert "before you went back" in peil("backups", bakery).out
    back = peil("backups", bakery, "--restore", "1", "--json").json
    assert (back["number"], back["why"], back["answered"]) == (1, "restore", 3)
    assert peil("score", bakery, "--json").json == before


@pytest.mark.parametrize("loss", ["gone", "damaged", "outside"])
def test_what_opens_no_longer_is_brought_back(
    peil: Peil, bakery: str, tmp_path: Path, loss: str
) -> None:
    """Also an assessment of which only earlier saves are left, by the beginning of its id."""
    peil("answer", bakery, "objectives-written=3")
    file = _file(tmp_path, bakery)
    if loss == "gone":
        file.unlink()
        assert peil("score", bakery).code == 1
    elif loss == "damaged":
        file.write_bytes(b"")
        assert f"peil backups {bakery}" in peil("score", bakery).err
    else:
        file.write_bytes(file.read_bytes().replace(b"Jansen", b"Hansen"))
        ran = peil("answer", bakery, "objectives-written=2")
        assert ran.code == 5
        assert "peil check --repair" in ran.err
        assert f"peil backups {bakery}" in ran.err
    ran = peil("backups", "bakery-j", "--restore", "1")
    assert ran.code == 0
    assert ("take this back" in ran.out) is (loss == "outside")
    assert ("kept as it was, as 00000003.restore.json" in ran.out) is (loss == "damaged")
    done = peil("answer", bakery, "objectives-written=2")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nothing"], 1, "no assessment nothing"),
        (["bakery-jansen", "--restore", "7"], 1, "from 1, the newest, to 1"),
        (["cafe", "--restore", "1"], 1, "no earlier save of cafe"),
        (["bakery-jansen", "--restore", "one"], 2, "one"),
        (["bakery-jansen", "--restore"], 2, "--restore"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    peil: Peil, bakery: str, arguments: list[str], code: int, words: str
) -> None:
    """A wrong id, a wrong number, nothing to go back to: nothing is changed."""
    peil("new", "Cafe")
    before = peil("list", "--json").json
    ran = peil("backups", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert peil("list", "--json").json == before
    assert bakery in peil("list").out


def test_nothing_to_list_is_said(peil: Peil) -> None:
    """A new assessment has no earlier save: one sentence, or an empty array."""
    peil("new", "Cafe")
    ran = peil("backups", "cafe")
    assert (ran.code, ran.err) == (0, "")
    assert "no earlier save of cafe yet" in ran.out
    assert peil("backups", "cafe", "--json").json == []


@pytest.mark.parametrize(("old", "code"), [(b'"about"', 5), (b'"format":%d' % FORMAT, 5)])
def test_a_copy_that_cannot_be_used_ends_with_data_damaged(
    peil: Peil, bakery: str, tmp_path: Path, old: bytes, code: int
) -> None:
    """A damaged one and one of a newer Peil: refused, exit code 5."""
    for path in (tmp_path / "data" / "backups" / bakery).iterdir():
        new = b'"above"' if old == b'"about"' else b'"format":99'
        path.write_bytes(path.read_bytes().replace(old, new))
    ran = peil("backups", bakery, "--restore", "1")
    assert ran.code == code
    assert "Nothing was changed" in ran.err


def test_an_older_file_is_taken_over_with_a_word(peil: Peil, tmp_path: Path) -> None:
    """Reading says nothing; the first command that changes it names the copy, the next is quiet."""
    file = tmp_path / "data" / "assessments" / "the-shop.json"
    file.parent.mkdir(mode=0o700)
    old = Path(__file__).parent.parent / "store" / "format-1.json"
    file.write_bytes(old.read_bytes())
    assert peil("score", "the-shop").err == ""
    assert file.read_bytes() == old.read_bytes()
    assert "made by an earlier Peil" in peil("answer", "the-shop", "hours-set=2").err
    assert peil("answer", "the-shop", "hours-set=3").err == ""
    assert "before a newer Peil" in peil("backups", "the-shop").out


def test_every_reason_and_state_has_words(peil: Peil) -> None:
    """No save is listed without saying why it was kept."""
    assert all(WHY.values())
    assert STATES["whole"] == STATES["older"] == ""
    assert "--restore" in peil("backups", "--help").out
    assert "backups" in peil("--help").out
