"""What a round of votes says: spread, consensus, verdict, proposal."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.team import Round, TeamVote
from peil.assessment.votes import (
    consensus,
    is_contested,
    many_do_not_know,
    mean_consensus,
    moved,
    proposal,
    spread,
    verdict,
)
from peil.questionnaire.model import Questionnaire


def scale(first: int = 1, last: int = 4) -> Questionnaire:
    """Return a questionnaire with this scale and nothing in it."""
    return Questionnaire("q", "Q", 1, "en", (), first, last)


def votes(word: str) -> Round:
    """Return a round out of a word such as `22314?-`."""
    digits = [sign for sign in word if sign.isdigit()]
    return Round(
        {digit: digits.count(digit) for digit in sorted(set(digits))},
        word.count("?"),
        word.count("-"),
    )


words = st.text("1234?-", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "first", "last", "expected"),
    [
        ("3333333", 1, 4, 1.0),  # all at one level: 1, as published
        ("111444", 1, 4, 0.0),  # half at each end: 0, as published
        ("1155", 1, 5, 0.0),
        # By hand, mean 2.5: 1 + (2·log2(1 − 0.5/3)) / 2 = 1 + log2(0.833333)
        ("23", 1, 4, 0.736966),
        # By hand, mean 2.2: (4·log2(1 − 0.2/3) + log2(1 − 0.8/3)) / 5 + 1
        ("22223", 1, 4, 0.83088),
        # By hand, mean 3 on five levels: 1 + (log2(0.5) + log2(0.5) + 3·0) / 5
        ("13335", 1, 5, 0.6),
        # The seven votes of the drawing, mean 18/7
        ("1222344", 1, 4, 0.418126),
        ("0011", 0, 1, 0.0),
        ("0001", 0, 1, 0.188722),
    ],
)
def test_consensus_is_tastle_and_wiermans(
    word: str, first: int, last: int, expected: float
) -> None:
    """Published values, and sums that were done by hand."""
    found = consensus(votes(word), scale(first, last))
    assert found is not None
    assert isclose(found, expected, abs_tol=1e-6), found


@pytest.mark.parametrize("word", ["", "2", "???", "2?-"])
def test_one_vote_alone_has_no_consensus(word: str) -> None:
    """Fewer than two votes for a level agree with nobody."""
    assert consensus(votes(word), scale()) is None


@given(words)
def test_consensus_lies_between_nought_and_one(word: str) -> None:
    """It is 1 exactly where the spread is 0, and 0 only with votes at both ends."""
    round_ = votes(word)
    index = consensus(round_, scale())
    if index is None:
        assert len(round_.levels) < 2
        return
    assert 0 <= index <= 1
    assert (index == 1) == (spread(round_) == 0)
    assert index > 0 or spread(round_) == 3


@pytest.mark.parametrize(
    ("word", "said", "contested", "proposed"),
    [
        ("2222", "agreed", False, 2),
        ("2223", "nearly", False, 2),
        ("2233", "nearly", False, 2),  # even: the lower middle one
        ("2333", "nearly", False, 3),
        ("2", "agreed", False, 2),
        ("124", "apart", True, None),
        ("13", "divided", True, None),
        ("2224", "divided", True, None),
        ("22??-", "agreed", False, 2),
        ("???", None, False, None),
        ("--", None, False, None),
    ],
)
def test_words_and_proposals(
    word: str, said: str | None, contested: object, proposed: int | None
) -> None:
    """Four words, contested from a spread of two, and the lower median within one level."""
    round_ = votes(word)
    assert verdict(round_, scale()) == said
    assert is_contested(round_, scale()) == contested
    assert proposal(round_, scale()) == proposed


@pytest.mark.parametrize(
    ("word", "contested", "proposed"), [("0001", True, None), ("0000000001", False, 0)]
)
def test_two_levels_are_judged_by_consensus(
    word: str, contested: object, proposed: int | None
) -> None:
    """The spread is 1 at most: below a consensus of 0.5 it is contested all the same."""
    assert is_contested(votes(word), scale(0, 1)) == contested
    assert proposal(votes(word), scale(0, 1)) == proposed


@given(words)
def test_a_proposal_is_one_of_the_votes(word: str) -> None:
    """Never a level that nobody chose, and never one where votes lie far apart."""
    round_ = votes(word)
    found = proposal(round_, scale())
    if found is not None:
        assert found in round_.levels
        assert not is_contested(round_, scale())


@pytest.mark.parametrize("word", ["999", "00", "55566"])
def test_no_proposal_that_the_scale_does_not_have(word: str) -> None:
    """A newer version can have lost the level on which all were agreed."""
    assert proposal(votes(word), scale()) is None


def test_many_do_not_know() -> None:
    """As many who do not know as who chose a level."""
    assert many_do_not_know(votes("2?"))
    assert many_do_not_know(votes("???"))
    assert not many_do_not_know(votes("22?"))
    assert not many_do_not_know(votes("--"))


def test_a_topics_consensus_is_the_mean_of_first_rounds() -> None:
    """Second rounds do not touch it, nor do questions without two votes."""
    far, near = votes("1144"), votes("2222")
    rounds = [TeamVote((far, near)), TeamVote((near,)), TeamVote((votes("2"),)), None]
    assert mean_consensus(rounds, scale()) == 0.5
    assert mean_consensus([None, TeamVote()], scale()) is None


def test_what_moved() -> None:
    """The spread of the first and of the last round."""
    assert moved([votes("14"), votes("12"), votes("22")]) == (3, 0)
    assert moved([votes("14")]) is None


def test_votes_on_a_scale_that_was_longer_then() -> None:
    """A newer version can have fewer levels: old rounds still have figures, over the old width."""
    assert consensus(votes("1144"), scale(1, 2)) == 0.0
    assert consensus(votes("44"), scale(1, 3)) == 1.0
