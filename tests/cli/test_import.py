"""`peil import`."""

import os
from pathlib import Path

import pytest

from peil.text.clean import first_forbidden
from tests.cli.conftest import Peil
from tests.faults.hostile_files import ESCAPES, changed

FILE = Path("data") / "assessments" / "bakery-jansen.json"


def test_import_prints_the_new_id(peil: Peil, bakery: str) -> None:
    """The id alone on stdout; what it is called and what was not touched on stderr."""
    before = FILE.read_bytes()
    ran = peil("import", str(FILE))
    assert (ran.code, ran.out) == (0, "bakery-jansen-2\n")
    assert "Bakery Jansen was taken in as bakery-jansen-2." in ran.err
    assert f"Nothing was changed in what you had already: {bakery}." in ran.err
    assert FILE.read_bytes() == before
    mine, theirs = (peil("score", name, "--json").json for name in (bakery, "bakery-jansen-2"))
    assert theirs["questionnaires"] == mine["questionnaires"]


def test_import_json_is_what_new_prints(peil: Peil, bakery: str) -> None:
    """One object, the same as in the list."""
    made = peil("import", str(FILE), "--json").json
    assert made["id"] == "bakery-jansen-2"
    assert made in peil("list", "--json").json
    assert list(made) == list(peil("new", "Firm", "--json").json)
    assert made["answered"] == 3
    assert bakery


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (None, 1, "There is no file"),
        (b"", 5, "is empty"),
        (b'{"peil":{"file":{"sha256":"', 5, "damaged"),
        (b"\xff\xd8\xff\xe0", 1, "is a picture"),
        (b"---\nid: x\nlanguage: en\n---\n# X\n", 1, "peil new TITLE --questionnaire"),
    ],
)
def test_import_refuses_with_a_sentence(
    peil: Peil, content: bytes | None, code: int, words: str
) -> None:
    """One sentence on stderr, the exit code of the kind of trouble, and nothing made."""
    if content is not None:
        Path("x.json").write_bytes(content)
    ran = peil("import", "x.json")
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert peil("list", "--json").json == []


def test_what_peil_itself_exports_is_told_apart(peil: Peil, bakery: str) -> None:
    """The JSON and the action list of `peil export` are called by their names."""
    Path("x.json").write_text(peil("export", bakery, "--format", "json").out, encoding="utf-8")
    assert "JSON that peil export writes" in peil("import", "x.json").err
    Path("x.md").write_text(peil("export", bakery).out, encoding="utf-8")
    assert "is an action list" in peil("import", "x.md").err


def test_a_pipe_is_refused_at_once(peil: Peil) -> None:
    """Nothing waits for somebody to write into it."""
    os.mkfifo("x.json")
    assert "a pipe or a device" in peil("import", "x.json").err


def test_nothing_hidden_comes_out(peil: Peil, bakery: str) -> None:
    """A title, notes and a file name that drive a terminal are cleaned in all that is printed."""

    def poison(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["assessment"]["about"]["title"] = f"{ESCAPES} firm"
        for answer in tables["answers"].values():
            answer.update(note=f"{ESCAPES} note", evidence=ESCAPES)

    name = "\x1b]0;x\x07\u202ebad.json"
    Path(name).write_bytes(changed(FILE.read_bytes(), poison))
    ran = peil("import", name)
    made = ran.out.strip()
    outputs = [ran, peil("import", name + "x"), peil("list"), peil("list", "--json")]
    outputs += [peil("plan", made), peil("score", made, "--explain"), peil("export", made)]
    outputs.append(peil("export", made, "--format", "json"))
    for each in outputs:
        assert first_forbidden((each.out + each.err).replace("\n", " ")) is None
    assert made != bakery


def test_files_of_backups_and_deleted_can_be_taken_in(peil: Peil, bakery: str) -> None:
    """An earlier save, and what was deleted, each as a new assessment."""
    (earlier,) = (path for path in Path("data/backups").rglob("*.json") if "sitting" in path.name)
    assert peil("import", str(earlier)).out == "bakery-jansen-2\n"
    assert peil("delete", bakery, "--yes").code == 0
    (deleted,) = Path("data/deleted").glob("*/bakery-jansen.json")
    assert peil("import", str(deleted)).out == "bakery-jansen-3\n"
    assert deleted.exists()
