"""The scores: the worked example, the formulas redone by hand, and what must always hold."""

from collections.abc import Iterable
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Answer, Assessment
from peil.assessment.states import question_states
from peil.questionnaire.model import Questionnaire
from peil.score.mean import Ratio
from peil.score.model import QuestionnaireScore, Readiness, Scores, TopicScore, percent_down
from peil.score.model import percent_up as up
from peil.score.readiness import score_assessment
from tests.builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    Given,
    answer,
    assessment,
    question,
    questionnaire,
    topic,
    worked_example,
)
from tests.strategies import STEADY, Case, cases

Part = TopicScore | QuestionnaireScore | Readiness


def test_worked_example() -> None:
    """The worked example of the rules comes out to the last decimal."""
    scores = score_assessment(*worked_example())
    a, b, c = (scores.topic(name) for name in ("q/a", "q/b", "q/c"))
    assert (a.score, a.low, a.high) == (0.222222, 0.222222, 0.555556)
    assert (a.level, a.level_low, a.level_high, a.stands) == (0, 0, 1, "no")
    assert (b.score, b.low, b.high) == (1.0, 0.5, 1.0)
    assert (b.level, b.level_low, b.level_high, b.stands) == (3, 0, 3, "open")
    assert (c.score, c.low, c.high, c.level, c.level_low, c.level_high, c.stands) == (None,) * 7
    whole = scores.questionnaires[0]
    assert (whole.score, whole.low, whole.high) == (0.611111, 0.361111, 0.777778)
    total = scores.readiness
    assert (total.score, total.low, total.high) == (0.611111, 0.361111, 0.777778)
    assert (total.verdict, total.blocking) == ("not-ready", ("q/a", "q/b"))
    assert total.gate_not_applicable == ("q/c1",)
    assert not scores.complete
    assert [percent_down(0.611111), percent_down(0.361111), up(0.777778)] == [61, 36, 78]


def test_counts_of_a_topic() -> None:
    """Asked leaves out not applicable and not asked; answered includes don't know."""
    over = (
        questionnaire(
            "q",
            topic(
                "a",
                question("a1", core=True),
                question("a2"),
                question("a3"),
                question("a4", ask_if=["a2 >= 2"]),
                question("a5", ask_if=["people = team"]),
                question("a6"),
            ),
        ),
    )
    answers: dict[str, Given] = {"q/a1": 2, "q/a2": UNKNOWN, "q/a3": NOT_APPLICABLE, "q/a5": 4}
    score = score_assessment(over, assessment(over, answers)).topic("q/a")
    assert (score.asked, score.answered, score.unknown, score.not_applicable) == (4, 2, 1, 1)
    assert [(one.state, one.level) for one in score.questions] == [
        ("rated", 2),
        ("unknown", None),
        ("not-applicable", None),
        ("pending", None),
        ("not-asked", None),
        ("unanswered", None),
    ]


def test_own_target_steers_only_the_plan() -> None:
    """The topic shows the user's own target; whether it stands follows the questionnaire's."""
    over = (questionnaire("q", topic("a", question("a1", core=True)), gate=True),)
    given_answers: dict[str, Given] = {"q/a1": 3}
    score = score_assessment(over, assessment(over, given_answers, targets={"q/a": 4}))
    assert (score.topic("q/a").target, score.topic("q/a").stands) == (4, "yes")
    assert score.readiness.verdict == "ready"


@pytest.mark.parametrize(
    ("answers", "verdict", "blocking"),
    [
        ((3, 3, 3), "ready", ()),
        ((3, UNKNOWN, 3), "undecided", ("q/b",)),
        ((None, 3, 2), "not-ready", ("q/c", "q/a")),
        ((2, None, 1), "not-ready", ("q/a", "q/c", "q/b")),
        ((NOT_APPLICABLE, 3, 4), "ready", ()),
        ((NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE), None, ()),
    ],
)
def test_verdict(answers: Iterable[Given | None], verdict: str, blocking: tuple[str, ...]) -> None:
    """Ready when all stand, not ready when one does not, those that do not stand first."""
    topics = [topic(name, question(f"{name}1", core=True)) for name in "abc"]
    over = (questionnaire("q", *topics, gate=True), questionnaire("r", *topics))
    given_answers = {
        f"q/{name}1": one for name, one in zip("abc", answers, strict=True) if one is not None
    }
    found = score_assessment(over, assessment(over, {**given_answers, "r/a1": 1})).readiness
    assert (found.verdict, found.blocking) == (verdict, blocking)


def test_no_gate_no_verdict() -> None:
    """Without a gate questionnaire there is no verdict, and no topic stands or does not."""
    over = (questionnaire("q", topic("a", question("a1", core=True))),)
    scores = score_assessment(over, assessment(over, {"q/a1": NOT_APPLICABLE}))
    assert (scores.readiness.verdict, scores.readiness.gate_not_applicable) == (None, ())
    assert scores.topic("q/a").stands is None


@pytest.mark.parametrize(
    ("answers", "shown"),
    [((4, 4, 4), 100), ((4, 4, 3), 88), ((2, 2, 2), 33), ((3, 3, 3), 66), ((2, 1, 1), 11)],
)
def test_percents_do_not_err(answers: tuple[int, int, int], shown: int) -> None:
    """Whole per cents come from the exact fraction, rounded down."""
    over = (questionnaire("q", topic("a", *(question(f"a{at}") for at in range(3)))),)
    given_answers: dict[str, Given] = {f"q/a{at}": level for at, level in enumerate(answers)}
    score = score_assessment(over, assessment(over, given_answers)).readiness.score
    assert score is not None
    assert percent_down(score) == shown


@pytest.mark.parametrize("percent", range(101))
def test_a_whole_percent_shows_as_itself(percent: int) -> None:
    """A fraction of n hundredths shows as n, both as a low and as a high bound."""
    assert percent_down(percent / 100) == up(percent / 100) == percent


# Redone by hand: the same formulas in plain fractions.


def mean(parts: Iterable[tuple[int, Fraction | None]]) -> Fraction | None:
    """Return the weighted mean of what is there."""
    there = [(weight, part) for weight, part in parts if part is not None]
    if not there:
        return None
    return sum((weight * part for weight, part in there), Fraction(0)) / sum(
        weight for weight, _ in there
    )


def by_hand(case: Case, open_part: Fraction | None) -> Fraction | None:
    """Return readiness with open questions at `open_part`, or left out when that is None."""
    states = question_states(case.questionnaires, case.assessment)

    def part(one: Questionnaire, name: str, count: int) -> Fraction | None:
        match states[name]:
            case "rated":
                level = case.assessment.answers[name].level
                assert level is not None
                return Fraction(level - one.first_level, count - 1)
            case "unknown":
                return Fraction(0) if open_part is None else open_part
            case "unanswered" | "pending":
                return open_part
            case _:
                return None

    return mean(
        (
            one.weight,
            mean(
                (
                    each.weight,
                    mean(
                        (asked.weight, part(one, f"{one.id}/{asked.id}", len(asked.levels)))
                        for asked in each.questions
                    ),
                )
                for each in one.topics
            ),
        )
        for one in case.questionnaires
    )


@given(cases())
def test_readiness_is_the_formula(case: Case) -> None:
    """Score, low and high are the weighted means of the rules, rounded once at the end."""
    found = score_assessment(case.questionnaires, case.assessment).readiness
    for shown, open_part in (
        (found.score, None),
        (found.low, Fraction(0)),
        (found.high, Fraction(1)),
    ):
        exact = by_hand(case, open_part)
        assert shown == (None if exact is None else float(round(exact, 6)))


# What must always hold.


def parts(scores: Scores) -> list[Part]:
    """Return everything that has a score, in one fixed order."""
    return [
        scores.readiness,
        *scores.questionnaires,
        *(each for one in scores.questionnaires for each in one.topics),
    ]


def figures(part: Part) -> list[float | int | None]:
    """Return a part's score, bounds and levels."""
    found: list[float | int | None] = [part.score, part.low, part.high]
    if isinstance(part, TopicScore):
        found += [part.level, part.level_low, part.level_high]
    return found


def with_answer(case: Case, name: str, given_answer: Given | None) -> Assessment:
    """Return the assessment with one answer put in, or taken back."""
    answers = {one: kept for one, kept in case.assessment.answers.items() if one != name}
    if given_answer is not None:
        answers[name] = answer(given_answer)
    return msgspec.structs.replace(case.assessment, answers=answers)


def scales(case: Case) -> dict[str, tuple[int, int]]:
    """Return first and last level of each question."""
    return {
        f"{one.id}/{asked.id}": (one.first_level, one.last_level)
        for one in case.questionnaires
        for each in one.topics
        for asked in each.questions
    }


@given(cases(STEADY), st.data())
def test_raising_an_answer_lowers_nothing(case: Case, data: st.DataObject) -> None:
    """A higher level lowers no score, level or bound anywhere."""
    name, (first, last) = data.draw(st.sampled_from(sorted(scales(case).items())))
    level = data.draw(st.integers(first, last - 1))
    higher = data.draw(st.integers(level + 1, last))
    before, after = (
        parts(score_assessment(case.questionnaires, with_answer(case, name, given_level)))
        for given_level in (level, higher)
    )
    for old, new in zip(before, after, strict=True):
        for low, high in zip(figures(old), figures(new), strict=True):
            assert (low is None) == (high is None)
            assert low is None or high is None or low <= high


@given(cases(STEADY), st.data())
def test_answering_never_widens_the_range(case: Case, data: st.DataObject) -> None:
    """Whatever is answered, high minus low stays or shrinks; a level keeps within the bounds."""
    name, (first, last) = data.draw(st.sampled_from(sorted(scales(case).items())))
    choices: list[Given] = [*range(first, last + 1), UNKNOWN, NOT_APPLICABLE]
    chosen = data.draw(st.sampled_from(choices))
    unanswered, answered = with_answer(case, name, None), with_answer(case, name, chosen)
    before = parts(score_assessment(case.questionnaires, unanswered))
    after = parts(score_assessment(case.questionnaires, answered))
    for old, new in zip(before, after, strict=True):
        if new.low is None or new.high is None or old.low is None or old.high is None:
            assert new.low is None
            assert old.low is None or chosen == NOT_APPLICABLE
            continue
        assert new.high - new.low <= old.high - old.low + 2.1e-6
        if chosen != NOT_APPLICABLE:
            assert old.low <= new.low <= new.high <= old.high


@given(cases())
def test_the_score_lies_within_its_range(case: Case) -> None:
    """Low is at most the score, the score at most high, and levels likewise."""
    for part in parts(score_assessment(case.questionnaires, case.assessment)):
        low, high = part.low, part.high
        assert (low is None) == (high is None)
        if part.score is not None:
            assert low is not None
            assert high is not None
            assert low <= part.score <= high
        if isinstance(part, TopicScore) and part.level is not None:
            assert part.level_low is not None
            assert part.level_high is not None
            assert part.level_low <= part.level


@given(cases(STEADY))
def test_bounds_are_scores_of_the_worst_and_the_best(case: Case) -> None:
    """Low and high are the scores that come out when open questions are answered so."""
    now = parts(score_assessment(case.questionnaires, case.assessment))
    states = question_states(case.questionnaires, case.assessment)
    ends = []
    for end in (0, 1):
        answers = dict(case.assessment.answers)
        for name, scale in scales(case).items():
            if states[name] in ("unanswered", "unknown"):
                answers[name] = answer(scale[end])
        settled = msgspec.structs.replace(case.assessment, answers=answers)
        ends.append(parts(score_assessment(case.questionnaires, settled)))
    for part, worst, best in zip(now, *ends, strict=True):
        assert (part.low, part.high) == (worst.score, best.score)
        if (
            isinstance(part, TopicScore)
            and isinstance(worst, TopicScore)
            and isinstance(best, TopicScore)
        ):
            assert (part.level_low, part.level_high) == (worst.level, best.level)
            settled_by_both = {worst.stands, best.stands}
            assert part.stands == ("open" if len(settled_by_both) > 1 else worst.stands)


def without(over: tuple[Questionnaire, ...], name: str) -> tuple[Questionnaire, ...]:
    """Return the questionnaires without one question."""
    replace = msgspec.structs.replace
    return tuple(
        replace(
            one,
            topics=tuple(
                replace(
                    each,
                    questions=tuple(
                        asked for asked in each.questions if f"{one.id}/{asked.id}" != name
                    ),
                )
                for each in one.topics
            ),
        )
        for one in over
    )


@given(cases(STEADY), st.data())
def test_not_applicable_only_leaves(case: Case, data: st.DataObject) -> None:
    """Marked not applicable, a question counts as if it had never been written."""
    name = data.draw(st.sampled_from(sorted(scales(case))))
    marked = score_assessment(case.questionnaires, with_answer(case, name, NOT_APPLICABLE))
    gone = score_assessment(without(case.questionnaires, name), with_answer(case, name, None))
    assert [figures(part) for part in parts(marked)] == [figures(part) for part in parts(gone)]
    assert marked.readiness.verdict == gone.readiness.verdict
    assert marked.readiness.blocking == gone.readiness.blocking
    assert marked.complete == gone.complete


@given(cases(STEADY))
def test_order_does_not_matter(case: Case) -> None:
    """Topics, questions and answers in reverse give the same figures under the same ids."""
    replace = msgspec.structs.replace
    turned = tuple(
        replace(
            one,
            topics=tuple(
                replace(each, questions=each.questions[::-1]) for each in one.topics[::-1]
            ),
        )
        for one in case.questionnaires[::-1]
    )
    answers = dict(reversed(case.assessment.answers.items()))
    forth = score_assessment(case.questionnaires, case.assessment)
    back = score_assessment(turned, replace(case.assessment, answers=answers))
    assert figures(forth.readiness) == figures(back.readiness)
    assert forth.readiness.verdict == back.readiness.verdict
    assert set(forth.readiness.blocking) == set(back.readiness.blocking)
    for one in forth.questionnaires:
        for each in one.topics:
            twin = back.topic(each.id)
            assert (figures(each), each.stands) == (figures(twin), twin.stands)


@given(cases())
def test_nothing_answered_gives_nothing(case: Case) -> None:
    """Without an answer scores are null, never zero, and so is every level."""
    empty = msgspec.structs.replace(case.assessment, answers={})
    for part in parts(score_assessment(case.questionnaires, empty)):
        assert part.score is None
        assert not isinstance(part, TopicScore) or part.level is None
        assert (part.low, part.high) in ((0.0, 1.0), (None, None))


@given(cases())
def test_a_pending_question_counts_as_unanswered(case: Case) -> None:
    """A pending question that becomes asked changes no figure by itself."""
    states = question_states(case.questionnaires, case.assessment)
    pending = {name for name, state in states.items() if state == "pending"}
    replace = msgspec.structs.replace
    answers: dict[str, Answer] = {
        name: one for name, one in case.assessment.answers.items() if name not in pending
    }
    empty = replace(case.assessment, answers=answers)
    asked_now = tuple(
        replace(
            one,
            topics=tuple(
                replace(
                    each,
                    questions=tuple(
                        replace(asked, ask_if=()) if f"{one.id}/{asked.id}" in pending else asked
                        for asked in each.questions
                    ),
                )
                for each in one.topics
            ),
        )
        for one in case.questionnaires
    )
    before, after = (
        parts(score_assessment(over, empty)) for over in (case.questionnaires, asked_now)
    )
    assert [figures(part) for part in before] == [figures(part) for part in after]


@pytest.mark.parametrize(
    ("ratio", "rounded"),
    [
        (Ratio(1, 128), 0.007812),
        (Ratio(3, 128), 0.023438),
        (Ratio(2, 3), 0.666667),
        (Ratio(1, 3), 0.333333),
        (Ratio(0, 7), 0.0),
        (Ratio(7, 7), 1.0),
    ],
)
def test_fractions_round_once(ratio: Ratio, rounded: float) -> None:
    """Six decimals, an exact half to the even one."""
    assert ratio.rounded() == rounded


@pytest.mark.parametrize(
    ("answers", "basis"),
    [
        ({}, "nothing"),
        ({"a1": NOT_APPLICABLE}, "nothing"),
        ({"a1": 2}, "part"),
        ({"a1": 2, "b1": UNKNOWN}, "core"),
        ({"a1": 2, "b1": NOT_APPLICABLE}, "core"),
        ({"a1": 2, "b1": 2, "a2": 2}, "part"),
        ({"a2": 2}, "part"),
        ({"a1": 2, "b1": 2, "a2": UNKNOWN, "b2": NOT_APPLICABLE}, "all"),
    ],
)
def test_what_the_figures_rest_on(answers: dict[str, Given], basis: str) -> None:
    """Core means every core question that is put, and nothing else."""
    topics = [topic(name, question(f"{name}1", core=True), question(f"{name}2")) for name in "ab"]
    over = (questionnaire("q", *topics),)
    given_answers = {f"q/{name}": one for name, one in answers.items()}
    scores = score_assessment(over, assessment(over, given_answers))
    assert scores.basis == basis
    assert scores.complete == (basis == "all")
