"""Consensus told so that a pencil can follow, with the votes filled in."""

import re
from math import isclose, log2

from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.team import MAX_VOTERS
from peil.assessment.votes import consensus
from peil.score.explained_votes import round_line, round_steps
from peil.score.explanation import explain_question, explain_topic
from peil.text.languages import words
from tests.builders import questionnaire, worked_example
from tests.votes import round_of, vote, voted

SAY = words("en")
SCALE = questionnaire("q")
STEP = re.compile(
    r"Level (?P<level>\d), (?P<times>\d+) ×: distance \|\d − (?P<mean>[\d.]+)\| / (?P<width>\d) = "
    r"(?P<apart>[\d.]+); \d+ × log2\(1 − (?P<again>[\d.]+)\) = (?P<part>−?[\d.]+)"
)


def value(formula: str) -> float:
    """Return what a consensus that is written out comes to."""
    parts = re.fullmatch(r"1 \+ (?:0|\((.*)\) / (\d+))", formula)
    assert parts is not None, formula
    total = 0.0
    for term in (parts[1] or "").split(" + ") if parts[1] else ():
        found = re.fullmatch(r"(?:(\d+)·)?log2\(1 − (\d+)/(\d+)\)", term)
        assert found is not None, term
        total += int(found[1] or 1) * log2(1 - int(found[2]) / int(found[3]))
    return 1 + total / int(parts[2] or 1)


def test_a_topic_tells_its_first_rounds_and_a_question_all_of_them() -> None:
    """What came first counts for the topic; a later round stands beside it, never over it."""
    over, answers = worked_example()
    team = voted(answers, a1=vote("0033", "1112"), a2=vote("12"))
    assert explain_topic(over, team, "q/a", SAY)[-4:] == (
        (
            "How much of one mind you were at first: 1 when all choose one level, 0 when half "
            "stand at each end; each vote counts by its distance from the mean, as a part of the "
            "whole scale:"
        ),
        (
            '  "Where does a1 stand?": votes 0, 0, 3, 3; spread 3 − 0 = 3; mean 1.5, consensus '
            "1 + (2·log2(1 − 1/2) + 2·log2(1 − 1/2)) / 4 = 0"
        ),
        (
            '  "Where does a2 stand?": votes 1, 2; spread 2 − 1 = 1; mean 1.5, consensus '
            "1 + (log2(1 − 1/6) + log2(1 − 1/6)) / 2 = 0.74"
        ),
        "Consensus: (0 + 0.74) / 2 = 0.37",
    )
    told = explain_question(over, team, "q/a1", SAY)[-2:]
    assert told[0].startswith("  Round 1: votes 0, 0, 3, 3;")
    assert told[1] == (
        "  Round 2: votes 1, 1, 1, 2; spread 2 − 1 = 1; mean 1.25, consensus "
        "1 + (3·log2(1 − 1/12) + log2(1 − 1/4)) / 4 = 0.8"
    )
    contested = voted(answers, a1=vote("1112", "0033"))
    assert "contested" in explain_question(over, contested, "q/a1", SAY)[-1]


def test_nothing_is_told_where_nobody_voted() -> None:
    """Whoever works alone never reads of votes; a round without levels says so."""
    over, answers = worked_example()
    assert not any("mind" in line for line in explain_topic(over, answers, "q/a", SAY))
    scale = over[0]
    assert round_line(round_of("??-"), scale, SAY) == (
        "nobody chose a level, so there is no spread and no consensus"
    )
    assert round_line(round_of("2?"), scale, SAY) == (
        "votes 2; spread 2 − 2 = 0; one vote alone has no consensus"
    )
    silent = voted(answers, a1=vote("??-"))
    assert not any("mind" in line for line in explain_topic(over, silent, "q/a", SAY))


@given(word=st.text("1234", min_size=2, max_size=40))
def test_the_formula_comes_to_the_consensus(word: str) -> None:
    """Whatever was voted, the sum that is written out has the result that is printed."""
    scale, votes = questionnaire("q"), round_of(word)
    line = round_line(votes, scale, SAY)
    index = consensus(votes, scale)
    assert index is not None
    formula, _, result = line.partition("consensus ")[2].rpartition(" = ")
    assert isclose(value(formula), index, abs_tol=1e-5)
    assert isclose(float(result), index, abs_tol=0.0051)


def test_every_step_stands_there() -> None:
    """The seven votes of the drawing: 18/7, three distances and three logarithms."""
    text = "\n".join(round_steps(round_of("1222344"), SCALE, SAY))
    assert "the highest vote 4 − the lowest vote 1 = 3" in text
    assert "(1 × 1 + 3 × 2 + 1 × 3 + 2 × 4) / 7 = 2.5714" in text
    assert "Level 1, 1 ×: distance |1 − 2.5714| / 3 = 0.5238" in text
    assert "Consensus: 1 − 4.0734 / 7 votes = 0.42" in text
    assert "2,5714" in "\n".join(round_steps(round_of("1222344"), SCALE, words("nl")))


def test_votes_of_an_older_scale_widen_it() -> None:
    """Where a questionnaire has fewer levels now, the steps still come to the consensus."""
    lines = round_steps(round_of("1266"), SCALE, SAY)
    index = consensus(round_of("1266"), SCALE)
    assert index is not None
    assert "The scale is 5 wide: 6 − 1." in lines[3]
    assert float(lines[-1].rpartition("= ")[2]) == round(index, 2)


@given(st.text("1234?-", min_size=1, max_size=MAX_VOTERS))
def test_the_printed_figures_give_the_printed_result(word: str) -> None:
    """With four decimals a step, whatever was voted."""
    round_, say = round_of(word), SAY
    lines = round_steps(round_, SCALE, say)
    index = consensus(round_, SCALE)
    if index is None:
        assert "Consensus takes two votes" in lines[-1] or "Nobody chose a level" in lines[-1]
        return
    total, count = 0.0, 0
    for line in lines:
        step = STEP.fullmatch(line)
        if step is None:
            continue
        level, mean, width = (float(step[name]) for name in ("level", "mean", "width"))
        apart, times = float(step["apart"]), int(step["times"])
        assert abs(abs(level - mean) / width - apart) <= 0.00006
        assert step["again"] == step["apart"]
        part = float(step["part"].replace("−", "-"))
        assert abs(times * log2(1 - apart) - part) <= 0.0001 * times
        total, count = total + part, count + times
    assert count == len(round_.levels)
    printed = float(lines[-1].rpartition("= ")[2])
    assert abs(1 + total / count - printed) <= 0.0051
    assert abs(index - printed) <= 0.0051
