"""The result in sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.items import Items
from peil.questionnaire.model import Questionnaire
from peil.score.lifts import Lift
from peil.score.model import Contradiction, Scores
from peil.score.readiness import score_assessment
from peil.score.sentences import (
    base_line,
    contradiction_sentence,
    first_topics,
    headline,
    lift_sentence,
    named,
    range_line,
    readiness_line,
    strengths_line,
    tools_line,
    tools_words_at_core,
)
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


def list_of(name: str, titles: str, *, gate: bool = False) -> Questionnaire:
    """Return a questionnaire with topics of these titles, of two questions each."""
    topics = [
        topic(
            title.lower(),
            question(f"{title.lower()}-1", core=True),
            question(f"{title.lower()}-2"),
            title=title,
        )
        for title in titles.split()
    ]
    return questionnaire(name, *topics, gate=gate)


OVER = (list_of("base", "Objectives Capacity Monitoring", gate=True), list_of("more", "Culture"))
NAMES = ("base/objectives", "base/capacity", "base/monitoring", "more/culture")


def scores(*levels: Given | None) -> Scores:
    """Return the scores for the core questions' answers, then the other questions'."""
    names = [f"{name}-{number}" for number in (1, 2) for name in NAMES]
    given_answers = {
        name: level for name, level in zip(names, levels, strict=False) if level is not None
    }
    return score_assessment(OVER, assessment(OVER, given_answers))


CORE = scores(1, 2, 3, 3)
FULL = scores(1, 2, 3, 3, 2, 2, 2, 2)


def test_headline_when_all_is_answered() -> None:
    """What stands, what is first, new tools with the week, and the plain figure."""
    assert headline(FULL, 12, 3.0, SAY) == (
        "Already standing: Monitoring and Culture. First: Objectives and Capacity. New tools: "
        "not yet; at 3 hours a week the base carries in week 12. Readiness 41 %."
    )


def test_headline_after_the_core() -> None:
    """Figures are labelled with the core questions, strengths with how far they go."""
    assert headline(CORE, None, 3.0, SAY) == (
        "Already standing, as far as answered: Monitoring and Culture. "
        "First: Objectives and Capacity. New tools: not yet; the week depends on what is still "
        "open in Objectives, Capacity and Monitoring. Readiness on the core questions: 50 %."
    )
    assert range_line(CORE, SAY) == (
        "4 of 8 questions · on the core questions 50 % · "
        "the rest can still bring it between 25 and 75 %"
    )


def test_headline_begins_with_the_plan() -> None:
    """The topics with which the plan begins are named first, each once, two at most."""
    text = headline(FULL, 1, 1.0, SAY, first=("base/capacity", "base/capacity", *NAMES))
    assert "First: Capacity and Objectives." in text
    assert "at 1 hour a week the base carries in week 1." in text


def test_nothing_answered_says_little() -> None:
    """Without answers there is no strength and no figure, and the tools are not certain."""
    empty = scores()
    assert headline(empty, None, 3.0, SAY) == (
        "New tools: not certain yet; that hangs on Objectives, Capacity and Monitoring."
    )
    assert range_line(empty, SAY) == "0 of 8 questions"


def test_what_is_not_known_keeps_a_range() -> None:
    """When all is answered, don't know still leaves room, and the line says so."""
    unsure = scores(3, 3, 3, 3, 2, 2, 2, UNKNOWN)
    assert range_line(unsure, SAY) == (
        "8 of 8 questions · readiness 41 % · what you find out can bring it between 41 and 67 %"
    )
    assert range_line(FULL, SAY) == "8 of 8 questions · readiness 41 %"


def test_part_of_the_questions() -> None:
    """Beyond the core the figure names how many questions it rests on."""
    some = scores(1, 2, 3, 3, 2)
    assert readiness_line(some, SAY) == "Readiness on 5 of 8 questions: 52 %."
    assert range_line(some, SAY).startswith("5 of 8 questions · so far 52 %")


def test_a_hundred_per_cent_is_never_early() -> None:
    """All core questions at the top show 99 %, everything at the top shows 100 %."""
    assert readiness_line(scores(4, 4, 4, 4), SAY) == "Readiness on the core questions: 99 %."
    assert readiness_line(scores(*[4] * 8), SAY) == "Readiness 100 %."


@pytest.mark.parametrize(
    ("answers", "tools", "at_core", "base"),
    [
        (
            (3, 3, 3, 1, 2, 2, 2, 1),
            "New tools: yes, the base carries them.",
            "yes, the base carries them",
            "The base carries new tools.",
        ),
        (
            (3, 3, 3, 1, 2, UNKNOWN, 2, 1),
            "New tools: not certain yet; that hangs on Capacity.",
            "not certain yet; that hangs on Capacity",
            "Whether the base carries new tools is not certain yet.",
        ),
        (
            (2, 3, 3, 1, 2, 2, 2, 1),
            "New tools: not yet.",
            "not yet; the open questions cannot change that any more",
            "The base does not carry new tools yet.",
        ),
        ((NOT_APPLICABLE,) * 3 + (1,) + (NOT_APPLICABLE,) * 3, "", "", ""),
    ],
)
def test_verdicts(answers: tuple[Given, ...], tools: str, at_core: str, base: str) -> None:
    """Each verdict has its sentence; without a verdict there is none."""
    found = scores(*answers)
    assert tools_line(found, None, 3.0, SAY) == tools
    assert tools_words_at_core(found, SAY) == at_core
    assert base_line(found, SAY) == base


def test_what_comes_first_without_a_foundation() -> None:
    """Where every foundation stands the lowest other topic comes first, else nothing."""
    assert first_topics(scores(3, 3, 3, 1)) == ("more/culture",)
    assert first_topics(scores(3, 3, 3, 3)) == ()
    assert first_topics(CORE) == ("base/objectives", "base/capacity")


def test_strengths_pass_over_open_questions_only() -> None:
    """A don't know or a low answer keeps a topic from standing, an open one does not."""
    assert scores(3, 3, 3, 3, None, UNKNOWN, 1, 2).strengths == (NAMES[0], NAMES[3])
    assert scores(None, NOT_APPLICABLE, None, None, 4, 4).strengths == (NAMES[1],)
    assert strengths_line(scores(1), SAY) == ""


def test_many_topics_are_counted() -> None:
    """Of more than six titles five are named, the rest is a number."""
    titles = ["A", "B", "C", "D", "E", "F", "G"]
    assert named(titles[:6], SAY) == "A, B, C, D, E and F"
    assert named(titles, SAY) == "A, B, C, D, E and 2 more"


def test_lifts_and_contradictions() -> None:
    """Each says which answers it is about."""
    items = Items(worked_example()[0])
    lift = Lift("q/c1", "q/a", level=None, otherwise=0, stands=True)
    assert lift_sentence(lift, items, SAY) == (
        'Because "Where does c1 stand?" does not count, A stands; at its first level it would not.'
    )
    lift = Lift("q/c1", "q/a", level=2, otherwise=0, stands=False)
    assert lift_sentence(lift, items, SAY).endswith(
        "A is at 2; with that question at 0 it would be at 0."
    )
    assert contradiction_sentence(Contradiction("q/a1", 3, "q/b1", 2, 1), items, SAY) == (
        '"Where does a1 stand?" is at 3, but that needs "Where does b1 stand?" at 2, '
        "and it is at 1."
    )
    assert contradiction_sentence(Contradiction("q/a1", 3, "q/b", 2, 1), items, SAY) == (
        '"Where does a1 stand?" is at 3, but that needs B to stand at 2, '
        "and its weakest link is at 1."
    )


@given(cases(), st.none() | st.integers(1, 99))
def test_sentences_are_whole(case: Case, week: int | None) -> None:
    """No gap stays open in either language, and no figure over 99 while something is open."""
    found = score_assessment(case.questionnaires, case.assessment)
    for language in ("en", "nl"):
        say = words(language)
        text = headline(found, week, 2.5, say)
        line = range_line(found, say)
        assert "{" not in text + line
        assert found.complete or "100 %" not in text + line.rpartition("·")[0]
