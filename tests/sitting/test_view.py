"""Looking at an assessment that nothing in the program could have made."""

import pytest
from msgspec.structs import replace

from peil.assessment.model import Answer, Source
from peil.errors import QuestionnaireInvalid
from peil.sitting import Sitting
from peil.sitting.view import View
from tests.builders import assessment
from tests.sitting.bread import BUTTER, ENGLISH

CIRCLE = ENGLISH.replace("Listen to one loaf.", "Listen to one loaf.\n   - needs: butter/soft >= 2")
"""Bread that waits for butter, which waits for bread."""


@pytest.mark.parametrize("computed", ["walk", "scores", "plan"])
def test_questionnaires_that_wait_for_each_other_end_in_a_sentence(computed: str) -> None:
    """A file that was put there by hand may hold some: it says which steps wait."""
    sources = (Source("bread", 1, {"en": CIRCLE}), Source("butter", 1, {"en": BUTTER}))
    answers = {
        name: Answer("rated", 1) for name in ("bread/cracks", "bread/listens", "butter/soft")
    }
    view = View(replace(assessment(()), sources=sources, answers=answers))
    with pytest.raises(QuestionnaireInvalid, match=r"bread/listens@2 → butter/soft@2") as raised:
        getattr(view, computed)
    assert "peil backups bakery-jansen" in str(raised.value)


def test_a_twin_with_an_answer_outside_its_scale_is_none(sitting: Sitting) -> None:
    """A file from somebody else may hold any level; such an answer counts as none."""
    name = next(each for each in sitting.items.questions if sitting.items.question(each).see)
    twin = sitting.items.question(name).see
    for level, is_there in ((2, True), (0, False), (9, False)):
        answers = {twin: Answer("rated", level, changed="2026-11-21T10:30:00Z")}
        view = View(replace(sitting.assessment, answers=answers), language="en")
        assert (view.twin_of(name) is not None) is is_there
