"""What is told of SMART: the letters, what each missing one asks, and what is a mere wish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Smart
from peil.plan.smart import EXAMPLES, LETTERS
from peil.report.smart_text import examples_text, letters_text, missing_lines, smart_text
from peil.text.languages import LANGUAGES, words


@given(st.lists(st.booleans(), min_size=5, max_size=5), st.sampled_from(LANGUAGES))
def test_each_letter_is_there_or_asked_for(there: list[bool], language: str) -> None:
    """A text of its own, or the question that it would answer; never both, never neither."""
    smart = Smart(*(f"text {number}" if it else "" for number, it in enumerate(there)))
    lines = smart_text("", smart, "action", language).splitlines()
    assert len(lines) == 6
    for number, (letter, it) in enumerate(zip(LETTERS, there, strict=True)):
        prompt = letter.asks("action", words(language))
        assert f"{letter.letter} {'✓' if it else '·'}" in letters_text(smart)
        assert any(line.endswith(f"text {number}") for line in lines) == it
        assert any(line.endswith(prompt) for line in lines) == (not it)


def test_it_reads_as_a_person_would_say_it() -> None:
    """Letters first, then what is there, what is missing, and the wish."""
    smart = Smart(
        specific="More turnover", acceptable="Marieke agrees", realistic="Yes", time="Soon"
    )
    assert smart_text("", smart, "action", "en").splitlines() == [
        "SMART: S ✓  M ·  A ✓  R ✓  T ✓",
        "  S  specific    More turnover",
        "  A  acceptable  Marieke agrees",
        "  R  realistic   Yes",
        "  T  time        Soon",
        "  M (measurable) is missing: By which figure, or what that anyone can see, is it enough?",
        "  “More turnover” is a wish until it has a figure and a date: how much, and by when?",
    ]


def test_a_goal_is_asked_otherwise() -> None:
    """A goal has questions of its own."""
    of_goal, of_action = (missing_lines(Smart(), subject, "en") for subject in ("goal", "action"))
    assert not set(of_goal) & set(of_action)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_examples_are_told_in_full(language: str) -> None:
    """Every text of each of them."""
    text, say = examples_text(language), words(language)
    for example in EXAMPLES:
        told = example.told(say)
        assert all(getattr(told, field) in text for field in told.__struct_fields__)
        assert say(example.about) in text
