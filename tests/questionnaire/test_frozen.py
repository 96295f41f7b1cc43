"""Frozen questionnaires open with errors too, as long as they can be asked and counted."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from peil.assessment.model import Answer
from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.catalog import Catalog
from peil.questionnaire.loading import load, load_frozen
from peil.sitting.begin import Wishes, begin
from peil.sitting.view import View
from peil.store.workspace import Workspace
from tests.questionnaire.files import Memory
from tests.sitting.bread import DUTCH, ENGLISH, put

USABLE = {
    "an unknown setting": ("- core: yes", "- core: yes\n- colour: red"),
    "no core question": ("- core: yes\n\n", ""),
    "an unknown name in front": ("scale:", "flavour: salt\nscale:"),
    "a need that leads nowhere": ("cracks >= 2", "crumbs >= 2"),
    "an action on the first level": ("silent.", "silent.\n   - to get here: Wait."),
    "a hidden character": ("silent", "si\u202elent"),
}
NOT_USABLE = {
    "an id twice": ("`listens`", "`cracks`"),
    "no id": ("`listens`", ""),
    "a level too few": ("1. Nobody listens.\n", ""),
    "needs that wait for each other": (
        "Bake it hotter.",
        "Bake it hotter.\n   - needs: listens >= 3",
    ),
    "a target outside": ("scale:", "target: 7\nscale:"),
    "names for other levels": ("scale:", "level names: One, Two\nscale:"),
    "no id of its own": ("id: bread\n", ""),
    "a condition on what comes later": ("- core: yes", "- core: yes\n- ask if: listens >= 2"),
    "no questions": (ENGLISH[ENGLISH.index("###") :], ""),
    "no front matter": ("---\ntitle", "title"),
    "nothing": (ENGLISH, ""),
}


def spoilt(change: tuple[str, str]) -> dict[str, str]:
    """Return the texts with one replacement in the original."""
    assert change[0] in ENGLISH
    return {"en": ENGLISH.replace(*change), "nl": DUTCH}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("what", USABLE)
def test_an_error_that_leaves_every_question_whole_is_let_be(what: str, language: str) -> None:
    """It is refused as a new questionnaire, and used where it is frozen."""
    texts = spoilt(USABLE[what])
    with pytest.raises(QuestionnaireInvalid):
        load(texts, "en", None)
    found = load_frozen(texts, language, None)
    questions = [question.id for topic in found.topics for question in topic.questions]
    assert questions == ["cracks", "listens"]
    assert found.language == language


@pytest.mark.parametrize("what", NOT_USABLE)
def test_what_cannot_be_asked_or_counted_is_refused(what: str) -> None:
    """Ids, levels, scale and needs must hold together, or nothing could be computed."""
    with pytest.raises(QuestionnaireInvalid):
        load_frozen(spoilt(NOT_USABLE[what]), "en", None)


def test_a_frozen_text_is_parsed_once() -> None:
    """With errors or without, the parsed form comes from the cache the second time."""
    cache = Memory()
    for texts in ({"en": ENGLISH}, spoilt(USABLE["no core question"])):
        first = load_frozen(texts, "en", cache)
        kept = dict(cache.kept)
        assert load_frozen(texts, "en", cache) == first
        assert cache.kept == kept
    assert load({"en": ENGLISH}, "en", cache) == load_frozen({"en": ENGLISH}, "en", None)
    assert len(cache.kept) == 2


def test_a_lenient_form_is_never_taken_for_a_sound_one() -> None:
    """What was read in spite of errors stays refused as a new questionnaire."""
    cache, texts = Memory(), spoilt(USABLE["no core question"])
    load_frozen(texts, "en", cache)
    with pytest.raises(QuestionnaireInvalid):
        load(texts, "en", cache)


@pytest.mark.parametrize("what", [*USABLE, *NOT_USABLE])
def test_an_assessment_scores_and_plans_or_says_why_not(what: str, tmp_path: Path) -> None:
    """Whatever is frozen: results, or one sentence that names the assessment."""
    workspace = Workspace(tmp_path)
    catalog = Catalog([put(tmp_path / "questionnaires", bread_en=ENGLISH)], None)
    wishes = Wishes("Baker", questionnaires=("bread",))
    sitting = begin(workspace, catalog, wishes, language="en")
    sitting.close()
    (source,) = sitting.assessment.sources
    change = {**USABLE, **NOT_USABLE}[what]
    frozen = replace(sitting.assessment, sources=(replace(source, texts=spoilt(change)),))
    view = View(replace(frozen, answers={"bread/cracks": Answer("rated", 1)}))
    if what in USABLE:
        assert view.scores.readiness.score == 0
        assert view.plan.actions[0].key == "bread/cracks@2"
    else:
        with pytest.raises(PeilError, match=r"Baker cannot be opened.*bread.*assessments open"):
            _ = view.questionnaires
