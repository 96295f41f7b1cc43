"""Explanations that a pencil can follow."""

import re
from fractions import Fraction
from math import ceil, floor

import msgspec
import pytest
from hypothesis import given

from peil.assessment.model import Answer
from peil.score.explanation import (
    explain_question,
    explain_questionnaire,
    explain_readiness,
    explain_topic,
    explain_verdict,
)
from peil.score.mean import Ratio
from peil.score.sums import Term, written_sum
from peil.text.languages import words
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    assessment,
    question,
    questionnaire,
    topic,
    worked_example,
)
from tests.strategies import Case, cases

SAY = words("en")


def value(expression: str) -> Fraction:
    """Return what a written sum of weighted fractions comes to."""
    total = re.fullmatch(r"\((.*)\) / (\d+)", expression)
    if total:
        return sum(map(value, total[1].split(" + ")), Fraction(0)) / int(total[2])
    product = Fraction(1)
    for factor in expression.split(" × "):
        product *= Fraction(factor)
    return product


def test_a_topic_of_the_worked_example() -> None:
    """Every answer with its part, the sums, the level, and why it does not stand."""
    assert explain_topic(*worked_example(), "q/a", SAY) == (
        "A: 22 %; once everything is known between 22 and 56 %.",
        '  "Where does a1 stand?" is at 1: 1 of 3 steps, so 1/3; counts 2 times',
        '  "Where does a2 stand?": don\'t know, so 0 for now and 1 at best',
        "Score: (2 × 1/3 + 0) / 3 = 2/9 = 22 %",
        "At best, with everything open at its last level: (2 × 1/3 + 3/3) / 3 = 5/9 = 56 %",
        (
            'Level 0: a don\'t know counts as the first level, and so "Where does a2 stand?" '
            "is the weakest link."
        ),
        "Once everything is known that is between 0 and 1.",
        (
            "A topic stands once its core question is at 2 or higher, and each of its other "
            "questions at 1 or higher."
        ),
        'It does not stand yet: "Where does a1 stand?" is at 1.',
    )


def test_a_full_score_is_not_shown_early() -> None:
    """While a question is open, a topic with all answers at the top does not show 100 %."""
    lines = explain_topic(*worked_example(), "q/b", SAY)
    assert lines[0].startswith("B: 99 %;")
    assert "Score: 3/3 = 1, shown as 99 % as long as something is open" in lines
    assert 'That is not certain yet: "Where does b2 stand?" is still open.' in lines


def test_a_topic_without_anything_that_counts() -> None:
    """There is no score and no level, and the reason of the mark is read back."""
    assert explain_topic(*worked_example(), "q/c", SAY) == (
        "C: nothing here counts for you, so there is no score.",
        '  "Where does c1 stand?": not applicable (An agency does it for us.), so left out',
    )


def test_a_questionnaire_and_readiness() -> None:
    """The mean of the topics, then of the questionnaires, then the verdict."""
    assert explain_questionnaire(*worked_example(), "q", SAY)[:5] == (
        "The q list: 61 %; once everything is known between 36 and 78 %.",
        "  A: 2/9; 2/9 at worst, 5/9 at best",
        "  B: 1; 1/2 at worst, 1 at best",
        "  C: does not count, so left out",
        "Score: (2/9 + 9/9) / 2 = 11/18 = 61 %",
    )
    assert explain_readiness(*worked_example(), SAY)[-4:] == (
        'New tools make sense once every foundation of "The q list" stands.',
        "Not standing yet: A.",
        "Not certain, because something is open: B.",
        "The base does not carry new tools yet.",
    )


def test_a_question_with_what_one_level_brings() -> None:
    """The chosen level as a part, and the shares through which one level more counts."""
    assert explain_question(*worked_example(), "q/a1", SAY) == (
        "Where does a1 stand?",
        "You are at 1, and the levels run from 0 to 3: 1 of 3 steps, so it counts as 1/3.",
        "It is the core question of A.",
        "What one level more brings:",
        "  1/3 of the question",
        "  × 2/3, the question's part of A",
        "  × 1/2, the part of A in The q list",
        "  = 11.11 points of readiness",
    )


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (UNKNOWN, "You do not know yet. Until then it counts as 0;"),
        (Answer("not-applicable"), "You marked it as not applicable, so it counts nowhere."),
        (Answer(note="later"), "Not answered yet. The score does without it;"),
    ],
)
def test_a_question_without_a_level(answer: Given, sentence: str) -> None:
    """Don't know, not applicable and open each say how they count."""
    over, whole = worked_example()
    answers = assessment(over, {"q/b2": answer}).answers
    lines = explain_question(
        over, msgspec.structs.replace(whole, answers={**whole.answers, **answers}), "q/b2", SAY
    )
    assert lines[1].startswith(sentence)


def test_questions_that_are_not_put_say_why() -> None:
    """A question that waits or is not asked names its condition."""
    over = (
        questionnaire(
            "q",
            topic(
                "a",
                question("a1", core=True),
                question("a2", ask_if=["a1 >= 3"]),
                question("a3", ask_if=["people = team"]),
            ),
        ),
    )
    whole = assessment(over)
    assert explain_question(over, whole, "q/a2", SAY)[1] == (
        "It waits, and counts as unanswered. "
        'Asked only when "Where does a1 stand?" stands at 3 or higher; that one is still open.'
    )
    assert explain_question(over, whole, "q/a3", SAY)[1:] == (
        "It counts nowhere. Asked only where people work together; you work alone.",
    )
    assert explain_topic(over, whole, "q/a", SAY)[2:4] == (
        '  "Where does a2 stand?": waits for another answer, so left out; 0 at worst, 1 at best',
        '  "Where does a3 stand?": not asked, so left out',
    )


def test_levels_have_their_names() -> None:
    """A level is said with its number and its name; own targets are told apart."""
    over = (
        questionnaire(
            "q",
            topic("a", question("a1", core=True), question("a2")),
            gate=True,
            level_names=("Not yet", "Begun", "In place", "Alive"),
        ),
    )
    given_answers: dict[str, Given] = {"q/a1": 3, "q/a2": NOT_APPLICABLE}
    whole = assessment(over, given_answers, targets={"q/a": 4})
    assert explain_topic(over, whole, "q/a", SAY)[4:] == (
        'Level 3 (In place): its weakest link is "Where does a1 stand?".',
        (
            'Because "Where does a2 stand?" does not count, A is at 3 and stands; with that '
            "question at 1 it would be at 1, and not stand."
        ),
        "A topic stands once its core question is at 3 (In place) or higher.",
        "It stands.",
        "Your own target here is 4 (Alive). It steers your plan, not whether the topic stands.",
    )
    assert explain_verdict(over, whole, SAY)[-1].startswith('Because "Where does a2 stand?"')


def test_a_topic_without_its_core_question() -> None:
    """The others alone decide, and a scale of two levels asks nothing of them."""
    answers: dict[str, Given] = {"q/a1": NOT_APPLICABLE, "q/a2": 1}
    for scale, sentence in (
        ((1, 4), "So it stands once each of its other questions is at 2 or higher."),
        ((0, 1), "Its core question does not count, and the others may stand anywhere."),
    ):
        questions = (question("a1", core=True, scale=scale), question("a2", scale=scale))
        over = (questionnaire("q", topic("a", *questions), scale=scale),)
        lines = explain_topic(over, assessment(over, answers), "q/a", SAY)
        assert any(line.endswith(sentence) for line in lines)


def test_unknown_names_are_key_errors() -> None:
    """Whoever asks for what is not there is told so at once."""
    for explain in (explain_question, explain_topic, explain_questionnaire):
        with pytest.raises(KeyError):
            explain(*worked_example(), "nothing", SAY)


def test_fractions_give_way_to_per_cents() -> None:
    """Where no common denominator of four digits exists, two decimals are written."""
    terms = [Term(1, Ratio(1, 101)), Term(2, Ratio(1, 103))]
    assert written_sum(terms, SAY) == "(0.99 % + 2 × 0.97 %) / 3 = "
    assert written_sum(terms, words("nl")) == "(0,99 % + 2 × 0,97 %) / 3 = "


def everything(case: Case, language: str) -> list[str]:
    """Return all lines of all explanations of a case."""
    over, say = (case.questionnaires, case.assessment), words(language)
    lines = [*explain_readiness(*over, say)]
    for one in case.questionnaires:
        lines += explain_questionnaire(*over, one.id, say)
        for each in one.topics:
            lines += explain_topic(*over, f"{one.id}/{each.id}", say)
            for asked in each.questions:
                lines += explain_question(*over, f"{one.id}/{asked.id}", say)
    return lines


@given(cases())
def test_every_sum_can_be_redone(case: Case) -> None:
    """All that stands between equals signs is equal, and rounds to the per cent shown."""
    for line in everything(case, "en"):
        found = re.fullmatch(r"(Score|At worst|At best)(?:, [^:]*)?: (.*) = (\d+) %", line)
        if found is None or "%" in found[2]:
            continue
        steps = [value(step) for step in found[2].split(" = ")]
        assert len(set(steps)) == 1
        rounded = round(steps[0], 6) * 100
        assert int(found[3]) == (ceil if found[1] == "At best" else floor)(rounded)


@given(cases())
def test_every_line_is_whole(case: Case) -> None:
    """No gap stays open, no line is empty, and the authors' word for it is never said."""
    for language in ("en", "nl"):
        for line in everything(case, language):
            assert line.strip()
            assert "{" not in line
            assert not re.search(r"\b[Gg]ate|None\b", line)
