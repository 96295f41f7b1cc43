"""The catalog: what is offered, what is only listed, and whose file wins."""

import os
import socket
from pathlib import Path

import pytest

from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.catalog import Catalog, Entry, shipped_folder
from tests.questionnaire.files import DUTCH, ENGLISH, Memory, write


def by_id(catalog: Catalog) -> dict[str, Entry]:
    """Return the entries by id, which must differ."""
    entries = catalog.entries()
    assert len({entry.id for entry in entries}) == len(entries)
    return {entry.id: entry for entry in entries}


def test_files_of_one_id_are_one_entry(tmp_path: Path) -> None:
    """Languages stand together, with a title in each."""
    (entry,) = Catalog([write(tmp_path, bread_nl=DUTCH, bread_en=ENGLISH)]).entries()
    assert (entry.id, entry.version, entry.questions) == ("bread", 1, 1)
    assert entry.languages == ("en", "nl")
    assert entry.titles == {"en": "Bread", "nl": "Brood"}
    assert entry.usable
    assert not entry.problems
    assert not entry.ours
    assert not entry.replaces_ours


def test_a_file_of_the_user_wins_and_says_so(tmp_path: Path) -> None:
    """A shipped id in the user's folder takes the place of the shipped questionnaire."""
    shipped = Catalog([shipped_folder()]).entries()[0].id
    text = ENGLISH.replace("id: bread", f"id: {shipped}")
    catalog = Catalog([write(tmp_path, **{f"{shipped}_en": text}), shipped_folder()])
    entries = by_id(catalog)
    assert entries[shipped].replaces_ours
    assert not entries[shipped].ours
    assert catalog.texts(shipped) == {"en": text}
    assert all(entry.ours for name, entry in entries.items() if name != shipped)


def test_errors_are_listed_and_never_offered(tmp_path: Path) -> None:
    """A questionnaire with an error in one language is listed with it; others are offered."""
    broken = DUTCH.replace("`cracks`", "").replace("id: bread", "id: cake")
    folder = write(
        tmp_path, cake_nl=broken, cake_en=ENGLISH.replace("id: bread", "id: cake"), bread_en=ENGLISH
    )
    catalog = Catalog([folder])
    entries = by_id(catalog)
    assert not entries["cake"].usable
    assert [
        problem.code for problem in entries["cake"].problems if problem.severity == "error"
    ] == ["question-without-id"]
    with pytest.raises(QuestionnaireInvalid):
        catalog.texts("cake")
    assert catalog.texts("bread") == {"en": ENGLISH}


def test_the_name_must_fit_the_file(tmp_path: Path) -> None:
    """A name that says something else is an error, also when it has another shape."""
    folder = write(tmp_path, cake_en=ENGLISH, notes=ENGLISH)
    problems = [problem for entry in Catalog([folder]).entries() for problem in entry.problems]
    assert [problem.code for problem in problems] == ["file-name-differs"] * 2


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """A guide without front matter, other endings and folders are no questionnaires."""
    folder = write(tmp_path, README="# How to\n", bread_en=ENGLISH)
    (folder / "notes.txt").write_text("---\n", encoding="utf-8")
    (folder / "folder.md").mkdir()
    assert list(by_id(Catalog([folder, tmp_path / "missing"]))) == ["bread"]


def test_an_unreadable_file_is_listed(tmp_path: Path) -> None:
    """A file that is not UTF-8 is listed with its error, and does not hide the others."""
    folder = write(tmp_path, bread_en=ENGLISH)
    (folder / "bread.nl.md").write_bytes(b"---\n\xff")
    (entry,) = Catalog([folder]).entries()
    assert [problem.code for problem in entry.problems] == ["not-utf-8"]
    assert not entry.usable


def test_a_pipe_and_a_socket_are_not_waited_for(tmp_path: Path) -> None:
    """Each is one problem in the list and when it is checked; nobody waits for them."""
    folder = write(tmp_path, bread_en=ENGLISH)
    os.mkfifo(folder / "notes.md")
    os.mkfifo(folder / "pipe.en.md")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "socket.en.md"))
        found = by_id(Catalog([folder]))
        assert list(found) == ["bread", "pipe", "socket"]
        for name in ("pipe", "socket"):
            assert [problem.code for problem in found[name].problems] == ["no-file"]
            with pytest.raises(PeilError, match="cannot be read"):
                Catalog([]).texts_of_file(folder / f"{name}.en.md")


def test_a_name_that_is_not_utf_8_is_listed(tmp_path: Path) -> None:
    """With the name made safe, and the name that it should have."""
    folder = write(tmp_path, bread_en=ENGLISH)
    for name in (b"br\xe9ad.en.md", b"bread.\xff.md"):
        (folder / os.fsdecode(name)).write_text(ENGLISH, encoding="utf-8")
    found = by_id(Catalog([folder], Memory()))
    assert list(found) == ["bread", "brad.en"]
    for entry in found.values():
        assert "file-name-differs" in {problem.code for problem in entry.problems}
        assert all(path.isprintable() for path in entry.files)


def test_an_unknown_id_gets_a_suggestion(tmp_path: Path) -> None:
    """A slip of the pen is recognised; anything else is told where to look."""
    catalog = Catalog([write(tmp_path, bread_en=ENGLISH)])
    with pytest.raises(PeilError, match="Did you mean bread"):
        catalog.texts("braed")
    with pytest.raises(PeilError, match="peil questionnaire list"):
        catalog.texts("zzz\x1b[31m")


def test_entries_come_from_the_cache_until_a_file_changes(tmp_path: Path) -> None:
    """The same files give the kept entry; a change is seen at once."""
    cache = Memory()
    catalog = Catalog([write(tmp_path, bread_en=ENGLISH)], cache)
    first = catalog.entries()
    (digest,) = cache.kept
    cache.kept[digest] = cache.kept[digest].replace(b"Bread", b"Toast")
    assert catalog.entries()[0].titles == {"en": "Toast"}
    write(tmp_path, bread_en=ENGLISH.replace("version: 1", "version: 2"))
    assert catalog.entries()[0].version == 2
    assert first[0].version == 1


def test_a_file_is_taken_with_its_translations(tmp_path: Path) -> None:
    """The Markdown of a file comes with the languages that stand beside it."""
    folder = write(tmp_path, bread_nl=DUTCH, bread_en=ENGLISH)
    catalog = Catalog([])
    assert catalog.texts_of_file(folder / "bread.nl.md") == {"nl": DUTCH, "en": ENGLISH}
    (folder / "draft.md").write_text(ENGLISH, encoding="utf-8")
    assert catalog.texts_of_file(folder / "draft.md") == {"en": ENGLISH}
    with pytest.raises(PeilError, match="cannot be read"):
        catalog.texts_of_file(folder / "missing.en.md")
    write(folder, bread_en=ENGLISH.replace("core: yes", "core: maybe"))
    with pytest.raises(QuestionnaireInvalid):
        catalog.texts_of_file(folder / "bread.nl.md")
