"""The walk: its order, its next and previous questions, how far it is."""

from collections.abc import Callable

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Assessment, Profile
from peil.assessment.walkthrough import Walkthrough
from peil.questionnaire.model import HelpParagraph, Questionnaire
from peil.text.languages import words
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    answer,
    assessment,
    question,
    questionnaire,
    topic,
)
from tests.strategies import Case, cases

OVER = (
    questionnaire(
        "base",
        topic(
            "a",
            question("a1", core=True),
            question("a2", ask_if=["people = team"]),
            question("a3", ask_if=["a1 >= 3"]),
        ),
        topic("b", question("b1"), question("b2", core=True)),
    ),
    questionnaire("more", topic("c", question("c1", core=True), question("c2"))),
)


def walk(answers: dict[str, Given] | None = None, **parts: object) -> Walkthrough:
    """Return the walk over the two lists with these answers, and other fields changed."""
    whole = msgspec.structs.replace(assessment(OVER, answers), **parts)
    return Walkthrough(OVER, whole)


def test_core_questions_come_first() -> None:
    """Core questions of all lists come before the others; what is not put is left out."""
    assert walk().order == ("base/a1", "base/b2", "more/c1", "base/b1", "more/c2")


def test_a_core_only_walk_has_nothing_else() -> None:
    """With core only the walk ends after the last core question."""
    short = walk(core_only=True)
    assert short.order == ("base/a1", "base/b2", "more/c1")
    assert short.next_after("more/c1") is None
    assert short.next_after("base/b1") is None


def test_answers_and_profile_bring_questions_in() -> None:
    """A condition that comes true puts its question at its own place."""
    team = walk({"base/a1": 3}, profile=Profile(people="team"))
    assert team.order[3:] == ("base/a2", "base/a3", "base/b1", "more/c2")


def test_a_question_that_left_the_walk_keeps_its_place() -> None:
    """From a question that is no longer put one goes on at the place where it stood."""
    here = walk({"base/a1": 3})
    assert here.next_after("base/a2") == "base/a3"
    assert here.before("base/a2") == "more/c1"


def test_the_walk_begins_for_who_stands_nowhere() -> None:
    """After a question that exists no more comes the first one, and nothing before it."""
    assert walk().next_after("gone/x") == "base/a1"
    assert walk().before("gone/x") is None


def test_next_open_goes_round() -> None:
    """The next unanswered one may lie before; don't know and not applicable are answers."""
    given_answers: dict[str, Given] = {
        "base/b2": UNKNOWN,
        "more/c1": NOT_APPLICABLE,
        "base/b1": 2,
        "more/c2": 1,
    }
    assert walk(given_answers).next_open_after("base/b2") == "base/a1"
    assert walk(given_answers).next_open_after("base/a1") is None


def test_resume_prefers_the_kept_place() -> None:
    """The kept place, else the first unanswered, else the first question."""
    assert walk(place="more/c2").resume() == "more/c2"
    assert walk({"base/a1": 1}, place="base/a3").resume() == "base/b2"
    assert walk({"base/a1": 1}, place="gone").resume() == "base/b2"
    everything: dict[str, Given] = dict.fromkeys(walk().order, 1)
    assert walk(everything).resume() == "base/a1"


def test_resume_without_any_question_is_empty() -> None:
    """A questionnaire of which nothing is put has no place to go on."""
    over = (questionnaire("list", topic("a", question("a1", ask_if=["people = team"]))),)
    assert Walkthrough(over, assessment(over)).resume() == ""


def test_progress_counts_core_questions_apart() -> None:
    """At a core question it counts core questions, at another one the whole walk."""
    here = walk({"base/a1": 3, "base/b2": NOT_APPLICABLE, "more/c1": UNKNOWN, "base/b1": 2})
    core = here.progress("more/c1")
    assert (core.number, core.total, core.core) == (3, 3, True)
    assert (core.core_answered, core.core_total) == (2, 2)
    assert core.minutes_left == 0
    other = here.progress("more/c2")
    assert (other.number, other.total, other.core) == (6, 6, False)
    assert (other.answered, other.asked) == (3, 5)
    assert other.minutes_left == 1


def test_minutes_are_words_and_choosing() -> None:
    """Question, levels and help at 180 words a minute, 8 seconds more for each question."""
    twenty = " ".join(["word"] * 20)
    long = msgspec.structs.replace(
        question("a1", core=True, text=twenty), help=(HelpParagraph("Why", twenty[:-5]),)
    )
    over = (questionnaire("list", topic("a", long)),)
    # 20 words, 4 levels of 4 words, and 20 words of help: 56 words are 18.7 s, and 8 s.
    for pace, minutes in ((1.0, 1), (2.2, 1), (2.3, 2), (9.0, 4), (9.01, 5)):
        here = Walkthrough(over, assessment(over), pace=pace)
        assert here.progress("list/a1").minutes_left == minutes
        assert here.minutes(["list/a1"]) == minutes


def test_done_and_complete_differ() -> None:
    """The core is done before everything is; a pending question keeps it incomplete."""
    core: dict[str, Given] = {"base/a1": UNKNOWN, "base/b2": 1, "more/c1": NOT_APPLICABLE}
    assert not walk({"base/a1": 1}).core_done
    assert walk(core).core_done
    assert not walk({**core, "base/b1": 1, "more/c2": 1}).complete
    assert walk({**core, "base/a1": 1, "base/b1": 1, "more/c2": 1}).complete


def test_skipped_questions_say_why() -> None:
    """Each question that is not asked has a sentence with the condition and the answer."""
    say = words("en")
    here = walk({"base/a1": 2})
    assert here.skipped(say) == {
        "base/a2": "Asked only where people work together; you work alone.",
        "base/a3": 'Asked only when "Where does a1 stand?" stands at 3 or higher; '
        "now it stands at 2.",
    }
    assert here.why_not_put("base/a1", say) == ""
    assert walk().why_not_put("base/a3", say) == (
        'Asked only when "Where does a1 stand?" stands at 3 or higher; that one is still open.'
    )


def questions_of(over: tuple[Questionnaire, ...]) -> list[str]:
    """Return the full ids of all questions in questionnaire order."""
    return [f"{one.id}/{each.id}" for one in over for part in one.topics for each in part.questions]


@given(case=cases(), core_only=st.booleans())
def test_walking_meets_each_question_once(case: Case, *, core_only: bool) -> None:
    """Going on from the start meets the whole order, and going back meets it backwards."""
    whole = msgspec.structs.replace(case.assessment, core_only=core_only)
    here = Walkthrough(case.questionnaires, whole)
    forth = list(steps(here.next_after, "nowhere"))
    assert tuple(forth) == here.order
    if forth:
        assert [forth[-1], *steps(here.before, forth[-1])] == forth[::-1]
        assert here.resume() in here.order


def steps(follow: Callable[[str], str | None], start: str) -> list[str]:
    """Return where one gets by following on and on from `start`."""
    found = []
    place = follow(start)
    while place is not None:
        found.append(place)
        place = follow(place)
    return found


@given(cases())
def test_every_question_left_out_says_why(case: Case) -> None:
    """What is not asked or pending has a sentence in both languages, what is put has none."""
    here = Walkthrough(case.questionnaires, case.assessment)
    for name, state in here.states.items():
        for language in ("en", "nl"):
            sentence = here.why_not_put(name, words(language))
            assert bool(sentence) == (state in ("pending", "not-asked"))


@given(cases())
def test_answering_leads_to_the_end(case: Case) -> None:
    """Answering the next unanswered question again and again ends with nothing left to put."""
    current: Assessment = case.assessment
    for _ in questions_of(case.questionnaires):
        here = Walkthrough(case.questionnaires, current)
        name = here.next_open_after("nowhere")
        if name is None:
            break
        level = case.questionnaires[0].first_level
        given_answers = {**current.answers, name: answer(max(level, 1))}
        current = msgspec.structs.replace(current, answers=given_answers)
    end = Walkthrough(case.questionnaires, current)
    assert end.next_open_after("nowhere") is None
    assert end.core_done
    assert end.progress(end.resume()).minutes_left == 0
