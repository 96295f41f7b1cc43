"""A vote that runs: signs, words, counts, and nothing that tells one voter from another."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.assessment.ballot import (
    ABSTAIN,
    UNKNOWN,
    Ballot,
    begun,
    passed_on,
    rounds_of,
    taken_back,
    tallied,
    with_voters,
)
from peil.assessment.ballot import (
    given as with_sign,
)
from peil.assessment.items import Items
from peil.errors import PeilError
from peil.questionnaire.model import Level, Question, Questionnaire, Topic

_LEVELS = tuple(Level(number, f"Level {number}.") for number in range(1, 5))
ITEMS = Items(
    [
        Questionnaire(
            "q",
            "Q",
            1,
            "en",
            (
                Topic(
                    "t", "T", tuple(Question(f"q{n}", "?", _LEVELS, core=True) for n in (1, 2, 3))
                ),
            ),
        )
    ]
)
QUESTIONS = ("q/q1", "q/q2", "q/q3")
TIME = "2026-11-21T10:30:00Z"
words = st.text("1234?-", min_size=3, max_size=3)


def ballot(voters: int = 3, questions: tuple[str, ...] = QUESTIONS) -> Ballot:
    """Return a new ballot."""
    return begun(ITEMS, 1, "slips", questions, voters)


def voted(running: Ballot, *voters: str) -> Ballot:
    """Return a ballot after these words, each counted."""
    for word in voters:
        for sign in word:
            running = with_sign(running, sign)
        running = passed_on(running)
    return running


@given(st.lists(words, min_size=1, max_size=6))
def test_counts_are_those_of_the_words(given_words: list[str]) -> None:
    """Whatever is voted, each question's round holds exactly its signs."""
    done = voted(ballot(len(given_words)), *given_words)
    rounds = rounds_of(done, TIME)
    for place, question in enumerate(QUESTIONS):
        signs = [word[place] for word in given_words]
        assert rounds[question].votes == {s: signs.count(s) for s in "1234" if s in signs}
        assert rounds[question].unknown == signs.count(UNKNOWN)
        assert rounds[question].abstain == signs.count(ABSTAIN)
        assert rounds[question].size == len(given_words)


@given(st.lists(words, min_size=2, max_size=4))
@settings(max_examples=30)
def test_no_order_is_left_once_counted(given_words: list[str]) -> None:
    """Every order of the same votes leaves the same ballot behind."""
    left = {voted(ballot(9), *order) for order in permutations(given_words)}
    assert len(left) == 1


@given(words, words)
def test_a_sign_is_taken_back_until_the_next_voter(first: str, second: str) -> None:
    """Backspace reaches the present voter's signs and no further."""
    running = voted(ballot(), first)
    for sign in second:
        running = with_sign(running, sign)
    for _ in range(9):
        running = taken_back(running)
    assert running == voted(ballot(), first)


def test_nothing_is_shown_before_all_votes_are_in() -> None:
    """Not after all but one, and not in the middle of the last word."""
    running = voted(ballot(), "123", "123")
    for part in ("", "1", "12"):
        half = running
        for sign in part:
            half = with_sign(half, sign)
        assert not half.all_in
        with pytest.raises(PeilError, match="2 of 3 votes are in"):
            rounds_of(half, TIME)
    whole = voted(running, "123")
    assert whole.all_in
    assert rounds_of(whole, TIME)["q/q1"].votes == {"1": 3}


def test_the_last_word_counts_while_it_can_be_taken_back() -> None:
    """The card after the last vote: all are in, and it can still be taken back."""
    running = voted(ballot(2), "123")
    for sign in "444":
        running = with_sign(running, sign)
    assert running.all_in
    assert rounds_of(running, TIME)["q/q3"].votes == {"3": 1, "4": 1}


def test_what_is_no_vote_is_refused_without_naming_it() -> None:
    """The room hears that it was none, not what it was."""
    for sign in ("5", "0", "x", "", "12"):
        with pytest.raises(PeilError) as refused:
            with_sign(ballot(), sign)
        assert str(refused.value) == "That is no vote here: 1 to 4, ? or -."
    whole = ballot()
    for sign in "123":
        whole = with_sign(whole, sign)
    with pytest.raises(PeilError, match="This vote is in"):
        with_sign(whole, "1")
    with pytest.raises(PeilError, match="not whole"):
        passed_on(with_sign(ballot(), "1"))


def test_somebody_comes_or_leaves() -> None:
    """There can be more voters, and fewer, but not fewer than have voted."""
    running = voted(ballot(3), "123", "123")
    assert with_voters(running, 2).all_in
    assert not with_voters(running, 5).all_in
    with pytest.raises(PeilError, match="2 votes are in already"):
        with_voters(running, 1)


@pytest.mark.parametrize("voters", [0, -1, 41])
def test_there_must_be_voters(voters: int) -> None:
    """From one to forty."""
    with pytest.raises(PeilError, match="from 1 to 40"):
        ballot(voters)
    with pytest.raises(PeilError, match="no question to vote on"):
        ballot(3, ())


def test_a_tally_in_one_word() -> None:
    """Cards or fingers, counted in one go; blanks are read past."""
    found = tallied(ITEMS, "q/q1", "2231 4?-", TIME)
    assert found.votes == {"1": 1, "2": 2, "3": 1, "4": 1}
    assert (found.unknown, found.abstain, found.size) == (1, 1, 7)
    with pytest.raises(PeilError, match="7 is no vote on this question"):
        tallied(ITEMS, "q/q1", "127", TIME)
    with pytest.raises(PeilError, match="from 1 to 40"):
        tallied(ITEMS, "q/q1", " ", TIME)
