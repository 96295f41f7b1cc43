"""The two languages: complete, compiled, and nothing left over."""

import ast
import string

import pytest
from babel.messages.mofile import read_mo

from peil.text.languages import words
from tests import catalogue

SENTENCES = catalogue.sentences()
DUTCH = catalogue.read()


def test_every_sentence_is_in_dutch() -> None:
    """No sentence of the code is missing in the catalogue or without a translation."""
    known = {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in DUTCH
        if message.id
    }
    assert sorted(map(str, SENTENCES.keys() - known)) == []
    assert catalogue.untranslated(DUTCH) == []


def test_no_translation_is_left_over() -> None:
    """A sentence that the code no longer has is not kept in Dutch."""
    left = [
        message.id
        for message in DUTCH
        if message.id
        and (message.id if isinstance(message.id, str) else tuple(message.id)) not in SENTENCES
    ]
    assert left == []


def test_the_compiled_catalogue_is_of_this_source() -> None:
    """`peil.mo`, which gettext loads, says what `peil.po` says, whichever Babel made it."""
    with catalogue.COMPILED.open("rb") as file:
        compiled = read_mo(file)
    assert catalogue.translations(compiled) == catalogue.translations(DUTCH)
    assert compiled.plural_forms == DUTCH.plural_forms


def gaps(text: str) -> set[str]:
    """Return the names of the gaps in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_translation_has_the_same_gaps() -> None:
    """No value is lost in Dutch, and none is asked for that is not there."""
    different = []
    for message in DUTCH:
        if not message.id:
            continue
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = set().union(*map(gaps, sources))
        for translated in catalogue.forms(message):
            plural_says_it = len(sources) > 1 and gaps(translated) < wanted
            if gaps(translated) != wanted and not plural_says_it:
                different.append(message.id)
    assert different == []


def test_no_sentence_stands_inside_an_f_string() -> None:
    """Babel does not look into f-strings, so a sentence there would never be translated."""
    hidden = []
    for path in catalogue.PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                hidden += [
                    f"{path.name}:{call.lineno}"
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call)
                    and ast.unparse(call.func).rpartition(".")[2] in catalogue.KEYWORDS
                    and any(isinstance(value, ast.Constant) for value in call.args)
                ]
    assert hidden == []


@pytest.mark.parametrize(
    ("language", "minutes", "written"),
    [("en", 45, "45 min"), ("en", 90, "1.5 h"), ("nl", 90, "1,5 u"), ("nl", 480, "8 u")],
)
def test_efforts_are_written_as_each_language_does(
    language: str, minutes: int, written: str
) -> None:
    """Decimals have a comma in Dutch, a point in English, and no closing zero."""
    assert words(language).duration(minutes) == written


def test_lists_and_plurals() -> None:
    """The word for and, and the plural forms, follow the language."""
    assert words("en").listing(["a", "b", "c"]) == "a, b and c"
    assert words("nl").listing(["a", "b"]) == "a en b"
    assert words("nl").listing([]) == ""
    assert words("nl").many("{count} action", "{count} actions", 1) == "1 actie"
    assert words("nl").many("{count} action", "{count} actions", 0) == "0 acties"
