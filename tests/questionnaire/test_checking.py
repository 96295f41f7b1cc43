"""Checking files: context beside them, what ships, what authors start from."""

from pathlib import Path

import pytest

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.questionnaire.checking import check_files
from peil.questionnaire.loading import load
from peil.questionnaire.reading import read
from peil.questionnaire.template import starting_name, starting_text
from peil.text.languages import words
from tests.questionnaire.files import DUTCH, ENGLISH, write
from tests.questionnaire.fixtures import FOLDER

SHIPPED = sorted(path for path in shipped_folder().glob("*.*.md"))


def test_what_ships_has_no_problem() -> None:
    """The questionnaires that Peil ships have neither error nor warning, alone and together."""
    assert SHIPPED
    assert [problem.printed(words("en")) for problem in check_files(SHIPPED)] == []
    assert all(entry.usable for entry in Catalog([shipped_folder()]).entries())


def test_translations_beside_a_file_are_context(tmp_path: Path) -> None:
    """A translation alone is compared with the original beside it, which is not reported on."""
    broken = ENGLISH.replace("evidence: the sound", "evidense: the sound")
    folder = write(tmp_path, bread_nl=DUTCH, bread_en=broken)
    assert check_files([folder / "bread.nl.md"]) == ()
    assert [problem.code for problem in check_files(sorted(folder.iterdir()))] == [
        "setting-unknown"
    ]


def test_a_translation_under_another_name_finds_its_original(tmp_path: Path) -> None:
    """By its id: it has no core question of its own, and needs none."""
    folder = write(tmp_path, bread_nl_old=DUTCH, bread_en=ENGLISH)
    problems = check_files([folder / "bread.nl.old.md"])
    assert [problem.code for problem in problems] == ["file-name-unusual"]


@pytest.mark.parametrize("name", ["bread.nl", "brood.nl"])
def test_an_id_that_was_translated_is_the_one_problem(tmp_path: Path, name: str) -> None:
    """Beside its original by name, or given with it; in a folder of questionnaires as well."""
    folder = write(tmp_path, bread_en=ENGLISH, brood_nl=DUTCH.replace("id: bread", "id: brood"))
    path = (folder / "brood.nl.md").rename(folder / f"{name}.md")
    given = [path] if name == "bread.nl" else [path, folder / "bread.en.md"]
    codes = [problem.code for problem in check_files(given)]
    assert codes == ["file-name-differs"] * (name == "brood.nl") + ["id-translated"]
    if name == "bread.nl":
        (entry,) = Catalog([folder]).entries()
        assert [problem.code for problem in entry.problems] == ["id-translated"]


def test_two_questionnaires_with_like_questions_are_two(tmp_path: Path) -> None:
    """A copy with an id of its own, in another language, is no translation."""
    folder = write(tmp_path, bread_en=ENGLISH)
    copy = ENGLISH.replace("id: bread", "id: toast").replace("original: yes\n", "")
    write(folder, toast_nl=copy.replace("language: en", "language: nl"))
    assert check_files(sorted(folder.iterdir())) == ()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_questionnaire_written_from_the_guide_alone(language: str) -> None:
    """What somebody wrote who knew the guide and nothing else has no problem, and loads."""
    files = [FOLDER / f"volunteers.{each}.md" for each in ("en", "nl")]
    assert check_files(files) == ()
    assert check_files([FOLDER / f"volunteers.{language}.md"]) == ()
    texts = {file.name.split(".")[1]: file.read_text(encoding="utf-8") for file in files}
    loaded = load(texts, language, None)
    assert (loaded.id, loaded.language) == ("volunteers", language)
    assert (len(loaded.topics), sum(len(topic.questions) for topic in loaded.topics)) == (3, 8)


def test_problems_are_data_and_lines(tmp_path: Path) -> None:
    """A problem prints as FILE:LINE and gives the five keys of its JSON form."""
    path = write(tmp_path, bread_en=ENGLISH.replace("core: yes", "core: x")) / "bread.en.md"
    (problem,) = check_files([path])
    say = words("en")
    assert problem.printed(say) == f"{path}:18: error: {problem.message(say)}"
    assert problem.as_data(say) == {
        "file": str(path),
        "line": 18,
        "severity": "error",
        "code": "yes-or-no",
        "message": "`core` is `yes` or `no`, not `x`.",
    }


def test_the_guide_for_authors_shows_a_questionnaire_without_problems() -> None:
    """What an author copies from the guide works as it stands."""
    guide = (shipped_folder() / "README.md").read_text(encoding="utf-8")
    example = guide.split("```markdown\n")[1].split("```")[0]
    assert read(example, "mine.en.md").problems == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_starting_file_has_no_problem(tmp_path: Path, language: str) -> None:
    """What an author starts from is valid, whatever its name says."""
    say = words(language)
    for name in (starting_name(say), "mine.nl.md", "mine.en.md", "mine.de.md"):
        path = tmp_path / name
        path.write_text(starting_text(name, say), encoding="utf-8")
        assert check_files([path]) == ()
        path.unlink()
    assert read(starting_text("any name", say), "x").problems == ()
