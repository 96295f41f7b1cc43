"""Wishes without a figure or a date are pointed at; whatever is exact is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Smart
from peil.plan.vagueness import vague, vague_plan
from peil.plan.wishes import WISH_WORDS
from peil.questionnaire.catalog import shipped_folder
from peil.questionnaire.loading import load
from peil.text.languages import LANGUAGES, words
from tests.plan.wishes import EXACT, WISHES

SENTENCES = st.lists(
    st.sampled_from((*WISHES["nl"], *WISHES["en"], *EXACT["nl"], *EXACT["en"], "\n", ", ", " ")),
    max_size=4,
).map("".join)
SPOKEN = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "text"), [(spoken, text) for spoken in LANGUAGES for text in WISHES[spoken]]
)
def test_a_wish_is_pointed_at(language: str, text: str) -> None:
    """It names the wish as it was written, and asks for a figure and a date."""
    wish = vague(text, language)
    assert wish is not None
    assert wish.words in " ".join(text.split())
    sentence = wish.sentence(words(language))
    assert f"“{wish.words}”" in sentence
    assert sentence.endswith("?")


@pytest.mark.parametrize(
    ("language", "text"), [(spoken, text) for spoken in LANGUAGES for text in EXACT[spoken]]
)
def test_what_is_exact_or_no_wish_is_left_alone(language: str, text: str) -> None:
    """A figure or a date anywhere, or nothing that is wished for."""
    assert vague(text, language) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We want to increase our turnover", "increase our turnover"),
        ("Wij willen, via Instagram, meer trouwe klanten", None),
        ("more new customers and more followers", "more new customers"),
        ("get assignments", "get assignments"),
        ("more  \n turnover", "more turnover"),
    ],
)
def test_the_first_and_longest_wish_is_named(text: str, named: str | None) -> None:
    """So that the reader finds it in what was written."""
    wish = vague(text, "en")
    assert (wish and wish.words) == named


@given(SENTENCES, SPOKEN, st.sampled_from(["7", "€ 500", "12 %", "2027-03-01", "1,5", "Q3"]))
def test_a_figure_or_a_date_always_ends_it(text: str, language: str, exact: str) -> None:
    """Wherever it stands, before or behind."""
    assert vague(f"{text} {exact}", language) is None
    assert vague(f"{exact} {text}", language) is None


@given(SENTENCES, SPOKEN)
def test_letters_large_or_small_make_no_difference(text: str, language: str) -> None:
    """A wish is one in capitals as well."""
    small, large = vague(text.lower(), language), vague(text.upper(), language)
    assert (small is None) == (large is None)


@given(st.text(max_size=300), SPOKEN)
def test_any_text_can_be_judged(text: str, language: str) -> None:
    """Whatever was typed, the answer is nothing or words of that text."""
    wish = vague(text, language)
    assert wish is None or wish.sentence(words(language))


@given(st.sampled_from(LANGUAGES).flatmap(lambda each: st.tuples(st.just(each), _wish(each))))
def test_any_word_of_the_lists_makes_a_wish(drawn: tuple[str, str]) -> None:
    """What is wished for, beside a word of wanting, in every combination."""
    language, text = drawn
    assert vague(text, language) is not None


def _wish(language: str) -> st.SearchStrategy[str]:
    known = WISH_WORDS[language]
    things = sorted(thing for each in known.things.values() for thing in each)
    phrases = sorted(phrase for each in known.phrases.values() for phrase in each)
    pairs = st.tuples(st.sampled_from(sorted(known.wanting)), st.sampled_from(things))
    return st.one_of(pairs.map(" ".join), st.sampled_from(things), st.sampled_from(phrases))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_hold_what_is_found(language: str) -> None:
    """Lower case, and no word both a wish and a figure or date."""
    known = WISH_WORDS[language]
    exact = known.figures | known.dates | known.dates_after
    things = {thing for each in known.things.values() for thing in each}
    phrases = {phrase for each in known.phrases.values() for phrase in each}
    listed = {*exact, *things, *phrases, *known.wanting, *known.small}
    assert {text for text in listed if text != text.lower() or not text.strip()} == set()
    assert exact & (things | known.wanting) == set()
    assert {phrase for phrase in phrases if exact & set(phrase.split())} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_action_that_ships_is_a_wish(language: str) -> None:
    """What Peil itself tells its readers to do is never pointed at."""
    pointed = []
    for file in sorted(shipped_folder().glob(f"*.{language}.md")):
        for topic in load({language: file.read_text()}, language, None).topics:
            for question in topic.questions:
                for level in question.levels:
                    told = level.action and (level.action.title, level.action.done_when)
                    pointed += [text for text in told or () if vague(text, language)]
    assert pointed == []


def test_what_belongs_together_is_judged_together() -> None:
    """The wish may stand in one text, and its figure or its date in another."""
    wish = vague_plan("", Smart(specific="more turnover"), "en")
    assert wish is not None
    assert wish.words == "more turnover"
    assert vague_plan("more turnover", Smart(time="before Christmas"), "en") is None
    assert vague_plan("", Smart("more turnover", "500 euro a week"), "en") is None
    assert vague_plan("Ask around", Smart(measurable="more followers"), "en") is not None


def test_who_agrees_and_what_it_takes_wish_for_nothing() -> None:
    """“Our customers” is a good answer to the question who must agree."""
    smart = Smart(acceptable="our customers", realistic="the staff", time="growth")
    assert vague_plan("", smart, "en") is None
