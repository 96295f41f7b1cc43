"""Loading: the language asked for, settings from the original, and nothing parsed twice."""

import subprocess
import sys

import pytest

from peil.errors import QuestionnaireInvalid
from peil.questionnaire.loading import load
from peil.questionnaire.model import LevelAction
from tests.questionnaire.files import DUTCH, ENGLISH, Memory

TEXTS = {"nl": DUTCH, "en": ENGLISH}


@pytest.mark.parametrize(
    ("texts", "asked", "title"),
    [
        (TEXTS, "nl", "Brood"),
        (TEXTS, "en", "Bread"),
        (TEXTS, "de", "Bread"),
        ({"en": ENGLISH}, "nl", "Bread"),
        ({"en": ENGLISH.replace("original: yes\n", ""), "fr": ENGLISH}, "nl", "Bread"),
    ],
)
def test_the_language_asked_for_else_the_original(
    texts: dict[str, str], asked: str, title: str
) -> None:
    """A language that is not there gives the original one."""
    assert load(texts, asked, None).title == title


def test_a_translation_has_the_settings_of_its_original() -> None:
    """Weights, core, scale, needs, effort and missing texts come from the original."""
    dutch, english = load(TEXTS, "nl", None), load(TEXTS, "en", None)
    assert (dutch.last_level, dutch.target, dutch.topics[0].weight) == (2, 2, 2)
    (question,) = dutch.topics[0].questions
    assert question.core
    assert (question.weight, question.source) == (3, ("a baker",))
    assert question.text == "Kraakt het?"
    assert question.evidence == "the sound"
    assert question.introduction == "Listen well."
    assert [part.label for part in question.help] == ["Why"]
    assert question.levels[1].action == LevelAction(
        "Bak het heter.", 30, "baker", "je hoort het", ("open the oven less",)
    )
    assert question.levels[1].needs == english.topics[0].questions[0].levels[1].needs
    assert not dutch.original
    assert dutch.language == "nl"


def test_a_translation_never_changes_what_is_scored() -> None:
    """A question more, a question less and another weight change nothing of the structure."""
    more = DUTCH.replace("### Kraakt het? `cracks`", "- weight: 9\n\n### Kraakt het? `cracks-loud`")
    dutch, english = load({"nl": more, "en": ENGLISH}, "nl", None), load(TEXTS, "en", None)
    assert dutch.topics[0].weight == 2
    assert [question.id for question in dutch.topics[0].questions] == ["cracks"]
    assert dutch.topics[0].questions[0] == english.topics[0].questions[0]


def test_the_parsed_form_is_kept_by_the_text() -> None:
    """The second time comes from the cache; another text does not."""
    cache = Memory()
    first = load(TEXTS, "nl", cache)
    assert len(cache.kept) == 1
    (digest,) = cache.kept
    assert load(TEXTS, "nl", cache) == first
    cache.kept[digest] = cache.kept[digest].replace(b"Brood", b"Taart")
    assert load(TEXTS, "nl", cache).title == "Taart"
    assert load({**TEXTS, "nl": f"{DUTCH}\n"}, "nl", cache).title == "Brood"


def test_a_damaged_cache_is_parsed_anew() -> None:
    """What cannot be decoded is as good as nothing."""
    cache = Memory()
    first = load(TEXTS, "nl", cache)
    (digest,) = cache.kept
    for damage in (b"", b"\xc1", b"\x80", cache.kept[digest][:-3]):
        cache.kept[digest] = damage
        assert load(TEXTS, "nl", cache) == first


@pytest.mark.parametrize("texts", [{}, {"en": ""}, {"en": ENGLISH.replace("core: yes", "core: x")}])
def test_a_text_with_errors_is_not_loaded(texts: dict[str, str]) -> None:
    """The error says where to look and what to do."""
    with pytest.raises(QuestionnaireInvalid) as raised:
        load(texts, "en", None)
    assert raised.value.exit_code == 3
    assert "{" not in str(raised.value)


def test_what_is_cached_does_not_import_the_parser() -> None:
    """Neither loading from the cache nor listing the catalog imports markdown-it-py."""
    program = """
import sys
from pathlib import Path
from peil.questionnaire.catalog import Catalog, load, shipped_folder
from tests.questionnaire.files import Memory

cache = Memory()
catalog = Catalog([shipped_folder()], cache)
for entry in catalog.entries():
    load(catalog.texts(entry.id), "nl", cache)
for name in [name for name in sys.modules if name.partition(".")[0] in ("markdown_it", "mdurl")]:
    del sys.modules[name]
sys.modules["markdown_it"] = None
for name in [name for name in sys.modules if name.startswith("peil.questionnaire.")]:
    if name.rpartition(".")[2] not in ("catalog", "loading"):
        del sys.modules[name]
for entry in catalog.entries():
    load(catalog.texts(entry.id), "nl", cache)
    print(entry.id)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split()
