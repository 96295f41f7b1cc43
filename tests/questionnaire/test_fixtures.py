"""Every problem that can be found, in the smallest file that has it."""

import re

import pytest

from peil.questionnaire.messages import ERRORS, WARNINGS
from peil.text.languages import words
from tests.questionnaire.fixtures import Case, cases, found_in, found_in_files

ONE_FILE = cases("one-file.md")
SEVERAL_FILES = cases("several-files.md")
IN_DUTCH = cases("in-dutch.md")


@pytest.mark.parametrize("case", ONE_FILE, ids=lambda case: case.title)
def test_one_file(case: Case) -> None:
    """Each file has exactly the problems that stand below it."""
    assert found_in(case.text, words("en")) == case.expected


@pytest.mark.parametrize("case", SEVERAL_FILES, ids=lambda case: case.title)
def test_several_files(case: Case) -> None:
    """Files that are checked together have exactly the problems that stand below them."""
    assert found_in_files(case.text, words("en")) == case.expected


@pytest.mark.parametrize("case", IN_DUTCH, ids=lambda case: case.title)
def test_in_dutch(case: Case) -> None:
    """The same problems are said in Dutch."""
    assert found_in(case.text, words("nl")) == case.expected


def test_every_code_has_a_fixture() -> None:
    """No kind of problem can be added without a file that shows it."""
    expected = "".join(case.expected for case in (*ONE_FILE, *SEVERAL_FILES))
    shown = re.findall(r"^(?:[^\n]*:)?\d+: (error|warning): ([a-z0-9-]+): ", expected, re.MULTILINE)
    assert set(shown) == {("error", code) for code in ERRORS} | {
        ("warning", code) for code in WARNINGS
    }
