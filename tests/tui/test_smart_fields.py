"""The five SMART fields as lines: which letters are there, what is missing, what others wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Smart
from peil.plan.smart import EXAMPLES, LETTERS, Subject, text_of
from peil.text.languages import LANGUAGES, words
from peil.tui.dialogs.smart_fields import (
    SmartScene,
    example_lines,
    letters_line,
    smart_rows,
    told_of,
)
from peil.tui.overlay import Labelled
from peil.tui.signs import UNICODE


def scene(smart: Smart, language: str, subject: Subject = "action") -> SmartScene:
    """Return what the lines about five texts are written from."""
    return SmartScene(smart, subject, "", words(language), UNICODE, 200, 17)


@given(st.lists(st.booleans(), min_size=5, max_size=5), st.sampled_from(LANGUAGES))
def test_each_letter_is_there_or_asks(there: list[bool], language: str) -> None:
    """A row holds the text, or the question that it would answer; the signs say which."""
    about = scene(Smart(*(f"text {n}" if it else "" for n, it in enumerate(there))), language)
    letters = letters_line(about, 40).plain
    for number, (letter, it) in enumerate(zip(LETTERS, there, strict=True)):
        sign = UNICODE.stands if it else UNICODE.beyond
        assert f"{letter.letter} {sign}" in letters
        (row,) = dict(smart_rows(about, None))[letter.field]
        asked = letter.asks("action", words(language))
        assert row.plain.rstrip().endswith(f"text {number}" if it else asked)


def test_what_is_missing_is_asked_for_and_a_wish_is_pointed_at() -> None:
    """One missing letter with its question, then the wish; several missing ones by letter."""
    smart = Smart(specific="More turnover", acceptable="Marieke agrees", realistic="Yes")
    assert told_of(scene(smart, "en"))[0] == "M and T are missing"
    missing, wish = told_of(scene(Smart("More turnover", "", "Yes", "Yes", "Soon"), "en"))
    assert missing == ("M is missing: By which figure, or what that anyone can see, is it enough?")
    assert wish.startswith("“More turnover” is a wish until it has a figure and a date")


def test_a_goal_is_asked_otherwise() -> None:
    """A goal has questions of its own."""
    subjects: tuple[Subject, Subject] = ("goal", "action")
    of_goal, of_action = (
        {line.plain for _, (line,) in smart_rows(scene(Smart(), "en", subject), None)}
        for subject in subjects
    )
    assert len(of_goal) == len(of_action) == len(LETTERS)
    assert not of_goal & of_action


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_examples_are_told_in_full(language: str) -> None:
    """Every text of each of them, and what it is about."""
    say, lines = words(language), example_lines(words(language))
    texts = [line.text for line in lines if isinstance(line, Labelled)]
    for example in EXAMPLES:
        told = example.told(say)
        assert {text_of(told, letter) for letter in LETTERS} <= set(texts)
        assert say(example.about) in lines
