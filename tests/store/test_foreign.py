"""Reading a foreign file: what it is, and what is made of its values."""

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from peil.assessment.model import Answer, Assessment, FormerAnswer
from peil.errors import DataDamaged, PeilError
from peil.store.documents import Documents, renew, to_documents
from peil.store.envelope import TableWriter, decode
from peil.store.foreign import read_foreign
from peil.store.remaking import remade
from peil.store.usable import NotUsable, check
from tests.store.samples import assessments, sample, summary_of


def _bytes(assessment: Assessment) -> bytes:
    """Return the file that Peil would write of an assessment."""
    from tinydb.storages import MemoryStorage

    database = Documents(storage=MemoryStorage)
    renew(database, {}, to_documents(assessment))
    tables = database.storage.read() or {}
    return TableWriter().encode(tables, 1, summary_of(assessment))


def _sentence(path: Path, kind: type[PeilError] = PeilError) -> str:
    """Return why a file is refused."""
    with pytest.raises(PeilError) as caught:
        read_foreign(path)
    assert type(caught.value) is kind
    return str(caught.value)


@settings(max_examples=15)
@given(assessment=assessments)
def test_whatever_peil_wrote_is_read_back(
    assessment: Assessment, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Answers, texts and settings come through; what is read can be written again."""
    path = tmp_path_factory.mktemp("foreign") / "x.json"
    path.write_bytes(_bytes(assessment))
    found = read_foreign(path)
    assert not found.outside
    assert found.shortened == 0
    check(found.assessment)
    same = {name: getattr(assessment, name) for name in ("id", "title", "language", "targets")}
    assert {name: getattr(found.assessment, name) for name in same} == same
    assert {
        name: (answer.state, answer.level, answer.note, answer.reason)
        for name, answer in found.assessment.answers.items()
    } == {
        name: (answer.state, answer.level, answer.note, answer.reason)
        for name, answer in assessment.answers.items()
    }
    assert not found.assessment.demo


@settings(max_examples=15)
@given(assessment=assessments)
def test_making_again_twice_is_making_again_once(assessment: Assessment) -> None:
    """What was made again is what this Peil makes: nothing is left to put right."""
    once = remade(assessment)
    assert remade(once) == once
    check(once)


def test_former_answers_come_along_under_the_keys_that_peil_gives_them() -> None:
    """Also a second one of the same question and version; what nothing gives is dropped."""
    one = FormerAnswer("iceberg/q0", 1, "Is it so?", "It is.", Answer("rated", 2))
    keys = ("iceberg/q0@1", "iceberg/q0@1-2", "iceberg/q0@1-13")
    others = ("iceberg/q0@1-", "iceberg/q0@1-1", "iceberg/q0@12", "iceberg/q0", "-2", "")
    found = remade(replace(sample(1), former=dict.fromkeys((*keys, *others), one)))
    assert tuple(found.former) == keys


def test_a_note_that_is_cut_is_counted(tmp_path: Path) -> None:
    """A note at the limit is whole, and one beyond it is told."""
    path = tmp_path / "x.json"
    whole: dict[str, Any] = json.loads(_bytes(sample(2)))
    for more, counted in ((0, 0), (1, 1)):
        whole["answers"]["iceberg/q0"]["note"] = "n" * (20_000 + more)
        path.write_text(json.dumps(whole))
        found = read_foreign(path)
        assert (found.shortened, found.outside) == (counted, True)
        assert len(found.assessment.answers["iceberg/q0"].note) == 20_000


@pytest.mark.parametrize("kind", ["folder", "pipe", "socket", "device"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    """Nothing waits for a pipe or reads a device without end."""
    path = tmp_path / "x.json"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case _:
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(str(path))
    assert "not a file" in _sentence(path)


def test_a_link_that_a_user_typed_is_followed(tmp_path: Path) -> None:
    """A link to a file is that file; one to nothing or to itself is refused."""
    (tmp_path / "x.json").write_bytes(_bytes(sample(3)))
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "x.json")
    assert len(read_foreign(link).assessment.answers) == 3
    link.unlink()
    link.symlink_to(tmp_path / "nothing")
    assert "There is no file" in _sentence(link)
    link.unlink()
    link.symlink_to(link)
    assert "cannot be read" in _sentence(link)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """Neither a NUL in a name nor a path through a file is an error of Peil."""
    assert "There is no file" in _sentence(Path("/tmp/x\0y"))  # noqa: S108 - nothing is made
    assert "There is no file" in _sentence(Path(__file__) / "x.json")


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    """Its size alone is enough to refuse it."""
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert "larger than 64 MB" in _sentence(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: T\nid: t\nlanguage: en\n---\n# T\n", "peil new TITLE --questionnaire"),
        ("# List\n\n<!-- peil 1; assessment x; language en -->\n", "an action list"),
        ("# A list\n\n- [ ] one\n", "not an assessment of Peil"),
        ('{"assessment":{},"answers":{},"score":{},"plan":{},"x":1}', "peil export"),
        ('{"answers":{}}', "not an assessment of Peil"),
        ("[1, 2]", "not an assessment of Peil"),
        ("\x89PNG", "not an assessment of Peil"),
        ("%PDF-1.7", "a document or an archive"),
        ("GIF89a", "a picture"),
    ],
)
def test_what_a_stranger_is_and_what_to_ask_for_is_said(
    tmp_path: Path, text: str, words: str
) -> None:
    """Each kind of other file is called by its name."""
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    assert words in _sentence(path)


@pytest.mark.fault("newer format")
def test_a_newer_format_names_the_version(tmp_path: Path) -> None:
    """Readable or not, and however long the version claims to be."""
    path = tmp_path / "x.json"
    whole: dict[str, Any] = json.loads(_bytes(sample(1)))
    whole["peil"]["file"].update(format=9, version="9.1.0")
    path.write_text(json.dumps(whole))
    assert "Install Peil 9.1.0 or later" in _sentence(path, DataDamaged)
    whole["peil"]["file"]["version"] = "9" * 5_000
    path.write_text(json.dumps(whole))
    assert len(_sentence(path, DataDamaged)) < 500
    unreadable = b'{"peil":{"file":{"format":9,"version":"9.1.0"}},\n"later":[1]}'
    path.write_bytes(unreadable)
    assert "Install Peil 9.1.0 or later" in _sentence(path, DataDamaged)


@pytest.mark.fault("older format")
def test_an_older_format_is_migrated(tmp_path: Path) -> None:
    """A file of format 1 comes in with its answers."""
    path = tmp_path / "x.json"
    whole: dict[str, Any] = json.loads(_bytes(sample(4)))
    whole["peil"]["file"].update(format=1, version="0.1.0")
    del whole["peil"]["file"]["below"]
    path.write_text(json.dumps(whole))
    assert len(read_foreign(path).assessment.answers) == 4


def test_reading_changes_and_locks_nothing(tmp_path: Path) -> None:
    """The folder of the file is as it was, and a file without write rights is read."""
    path = tmp_path / "x.json"
    data = _bytes(sample(1))
    path.write_bytes(data)
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        read_foreign(path)
        assert os.listdir(tmp_path) == ["x.json"]  # noqa: PTH208 - names alone
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == data
    assert decode(data).intact


def test_what_cannot_be_saved_is_known_before() -> None:
    """The check of the store would refuse what making again repairs."""
    broken = replace(sample(1), changed="yesterday")
    with pytest.raises(NotUsable):
        check(broken)
    check(remade(broken))
