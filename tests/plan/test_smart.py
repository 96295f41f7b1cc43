"""SMART: which letters are missing, what each asks, and the examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Smart
from peil.plan.smart import EXAMPLES, LETTERS, Example, Subject, missing, text_of
from peil.plan.vagueness import vague_plan
from peil.text.languages import LANGUAGES, words

TEXTS = st.one_of(st.just(""), st.sampled_from([" ", "\t \n", "\u00a0"]), st.text(max_size=9))


def test_the_letters_are_the_fields_in_their_order() -> None:
    """A sixth field, or another order, would be shown by nobody."""
    assert tuple(each.field for each in LETTERS) == Smart.__struct_fields__
    assert "".join(each.letter for each in LETTERS) == "SMART"


@given(st.lists(TEXTS, min_size=5, max_size=5))
def test_exactly_the_empty_ones_are_missing(texts: list[str]) -> None:
    """Blanks alone are no text."""
    smart = Smart(*texts)
    lacking = {each.letter for each in missing(smart)}
    assert lacking == {
        letter for letter, text in zip("SMART", texts, strict=True) if not text.strip()
    }
    assert all(text_of(smart, each) == "" for each in missing(smart))


def test_nothing_and_everything() -> None:
    """An empty one lacks all five, a full one none."""
    assert missing(Smart()) == LETTERS
    assert missing(Smart("a", "b", "c", "d", "e")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", ["action", "goal"])
def test_every_letter_asks_a_question(language: str, subject: Subject) -> None:
    """Each its own, in each language, other ones for a goal than for an action."""
    say = words(language)
    prompts = [each.asks(subject, say) for each in LETTERS]
    assert all(prompt.endswith("?") for prompt in prompts)
    other: Subject = "goal" if subject == "action" else "action"
    assert len({*prompts, *(each.asks(other, say) for each in LETTERS)}) == 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_the_examples_are_what_they_show(example: Example, language: str) -> None:
    """Nothing is missing, and nobody would point at a wish in them."""
    say = words(language)
    told = example.told(say)
    assert missing(told) == ()
    assert vague_plan(say(example.about), told, language) is None
    assert any(letter.isdigit() for letter in told.measurable + told.time)
