"""Each way in which people mangle a list, and what they are told of it."""

from collections.abc import Iterator

import pytest

from tests.questionnaire.fixtures import Case
from tests.report.edited import Exported, cases, edited, exported, report

MANGLED = cases("mangled.md")


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    """Yield a firm with its list, which nobody changes here."""
    made = exported(tmp_path_factory.mktemp("firm"))
    yield made
    made.sitting.close()


@pytest.mark.parametrize("case", MANGLED, ids=lambda case: case.title)
def test_a_mangled_list_is_understood(firm: Exported, case: Case) -> None:
    """The preview says exactly what stands below the edit."""
    before = firm.sitting.assessment
    assert report(firm.sitting, edited(firm.list, case.text)) == case.expected
    assert firm.sitting.assessment is before
