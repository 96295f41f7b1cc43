"""Spread and consensus with the votes filled in: whoever redoes the sum gets the same."""

import re
from math import log2

from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.team import MAX_VOTERS
from peil.assessment.votes import consensus
from peil.score.explained_round import explain_votes
from peil.text.languages import words
from tests.assessment.test_votes import scale, votes

STEP = re.compile(
    r"Level (?P<level>\d), (?P<times>\d+) ×: distance \|\d − (?P<mean>[\d.]+)\| / (?P<width>\d) = "
    r"(?P<apart>[\d.]+); \d+ × log2\(1 − (?P<again>[\d.]+)\) = (?P<part>−?[\d.]+)"
)


def test_every_step_stands_there() -> None:
    """The seven votes of the drawing: 18/7, three distances and three logarithms."""
    text = "\n".join(explain_votes(votes("1222344"), scale(), words("en")))
    assert "the highest vote 4 − the lowest vote 1 = 3" in text
    assert "(1 × 1 + 3 × 2 + 1 × 3 + 2 × 4) / 7 = 2.5714" in text
    assert "Level 1, 1 ×: distance |1 − 2.5714| / 3 = 0.5238" in text
    assert "Consensus: 1 − 4.0734 / 7 votes = 0.42" in text
    assert "2,5714" in "\n".join(explain_votes(votes("1222344"), scale(), words("nl")))


@given(st.text("1234?-", min_size=1, max_size=MAX_VOTERS))
def test_the_printed_figures_give_the_printed_result(word: str) -> None:
    """With four decimals a step, whatever was voted."""
    round_, say = votes(word), words("en")
    lines = explain_votes(round_, scale(), say)
    index = consensus(round_, scale())
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


def test_votes_on_levels_that_are_gone_are_told_as_well() -> None:
    """A newer version can have fewer levels: then the scale of the votes counts."""
    text = "\n".join(explain_votes(votes("199"), scale(), words("en")))
    assert "The scale is 8 wide: 9 − 1." in text
