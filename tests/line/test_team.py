"""A team that is asked line by line."""

import pytest

from peil.errors import PeilError
from peil.line.walk import Walk
from peil.sitting import Sitting
from tests.line.listener import Listener


def walked(sitting: Sitting, *answers: str) -> Listener:
    """Walk with these answers until they are all given."""
    listener = Listener(*answers)
    Walk(sitting, listener).run()
    return listener


def test_a_vote_near_each_other_is_taken_over_with_enter(sitting: Sitting) -> None:
    """The proposal is what Enter agrees on, and no reason is asked."""
    first = sitting.walk.order[0]
    heard = walked(sitting, "v", "2232", "")
    assert sitting.answer(first).level == 2
    agreed = sitting.vote_on(first).agreed
    assert agreed is not None
    assert (agreed.level, agreed.reason) == (2, "")
    assert "Agreed: 2." in heard.text
    assert "Core question 2 of 18." in heard.text
    assert "Why, in one line" not in heard.text


def test_far_apart_asks_for_a_reason_and_keeps_both_rounds(sitting: Sitting) -> None:
    """Another round beside the first one; without a reason nothing is agreed."""
    first = sitting.walk.order[0]
    heard = walked(
        sitting,
        "v",
        "1x",
        "1144",
        "v",
        "1224",
        "2",
        "",
        "",
        "2",
        "half of it is on paper",
        "Piet: 1",
    )
    vote = sitting.vote_on(first)
    assert [each.votes for each in vote.rounds] == [{"1": 2, "4": 2}, {"1": 1, "2": 2, "4": 1}]
    assert vote.agreed is not None
    assert (vote.agreed.reason, vote.agreed.dissent) == ("half of it is on paper", "Piet: 1")
    assert "x is no vote on this question" in heard.text
    assert "write down in one line why" in heard.text


def test_left_for_later_or_nothing_typed(sitting: Sitting) -> None:
    """The votes are kept, and nothing is agreed."""
    first = sitting.walk.order[0]
    walked(sitting, "v", "", "v", "13", "b", "")
    assert len(sitting.vote_on(first).rounds) == 1
    assert sitting.vote_on(first).agreed is None
    assert sitting.answer(first).state is None


def test_few_voters_are_told_that_they_can_be_known(sitting: Sitting) -> None:
    """And a team that does not know agrees on that."""
    first = sitting.walk.order[0]
    heard = walked(sitting, "v", "1?", "d")
    assert "votes cannot be anonymous" in heard.text
    assert sitting.answer(first).state == "unknown"


def test_a_round_that_could_not_be_saved_is_not_taken_twice(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and goes on with the round that everybody has seen; the end promises nothing."""

    def full(_sitting: Sitting) -> None:
        raise PeilError("Not saved.")

    monkeypatch.setattr(Sitting, "must_be_saved", full)
    first = sitting.walk.order[0]
    heard = walked(sitting, "v", "2232", "2", "b")
    assert "Not saved." in heard.text
    assert len(sitting.vote_on(first).rounds) == 1
    assert "everything is saved" not in heard.text
    assert "Not all of it is saved yet" in heard.text
