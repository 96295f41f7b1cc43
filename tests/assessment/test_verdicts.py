"""How far a team is from one mind on a topic, in words."""

from itertools import pairwise

import pytest

from peil.assessment.verdicts import halves_apart, topic_verdict
from peil.assessment.votes import consensus, verdict
from tests.assessment.test_votes import scale, votes


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 3), (1, 4), (1, 5), (0, 9)])
def test_a_topic_of_one_plain_question_is_called_as_that_question(first: int, last: int) -> None:
    """Half here and half there: the topic's word is the question's own, on any scale."""
    of = scale(first, last)
    for level in range(first, last + 1):
        halves = votes(f"{first}{first}{level}{level}")
        index = consensus(halves, of)
        assert index is not None
        if level > first:
            assert index == halves_apart(level - first, of)
        assert topic_verdict(index, of) == verdict(halves, of), (level, index)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 3), (1, 4), (1, 5)])
def test_less_consensus_is_never_called_better(first: int, last: int) -> None:
    """The order of the topics and their words do not contradict each other."""
    order = ("agreed", "nearly", "divided", "apart")
    places = [order.index(topic_verdict(n / 100, scale(first, last))) for n in range(100, -1, -1)]
    assert all(above <= below for above, below in pairwise(places))
    assert places[0] == 0
    assert places[-1] >= 2
