"""The words of the product: each explained once, found in either language."""

import pytest

from peil.errors import PeilError
from peil.report.glossary import WORDS, glossary_text, word_text
from peil.text.languages import LANGUAGES, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_explained_once(language: str) -> None:
    """No word stands there twice, and each is found by itself in each language."""
    say = words(language)
    named = [say(each.word) for each in WORDS]
    assert len(set(named)) == len(named)
    for each in WORDS:
        for other in LANGUAGES:
            assert say(each.meaning) in word_text(words(other)(each.word).upper(), say)
    assert len(glossary_text(say).splitlines()) == len(WORDS)


def test_what_is_no_word_gets_the_nearest_one() -> None:
    """A slip of the hand, the beginning of two words, and something else altogether."""
    say = words("en")
    for wanted, said in (
        ("consensis", "Did you mean consensus?"),
        ("ques", "ques can be questionnaire and question."),
        ("zzzz", "peil help"),
        ("", "no word of Peil"),
    ):
        with pytest.raises(PeilError) as refused:
            word_text(wanted, say)
        assert said in refused.value.sentence(say)
    assert word_text("kernv", say).startswith("core question")
