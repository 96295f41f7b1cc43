"""Values of settings, and ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.questionnaire.draft import Placed
from peil.questionnaire.ids import is_id, propose_id
from peil.questionnaire.problems import Problems
from peil.questionnaire.values import conditions, effort, goals, needs, weight, whole_number


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("45m", 45), ("2h", 120), ("1.5h", 90), ("1d", 480), ("0.5d", 240), ("1.25 h", 75)],
)
def test_efforts_are_minutes_of_work(written: str, minutes: int) -> None:
    """Minutes, hours and days of eight hours."""
    problems = Problems("x")
    assert effort(Placed(written, 1), problems) == minutes
    assert not problems.found


@pytest.mark.parametrize(
    "written", ["", "h", "2", "2 hours", "1,5h", "-1h", "0m", "1.2.3h", "٣h", "9999999h", "1e3h"]
)
def test_other_efforts_are_errors(written: str) -> None:
    """What is no effort is an error and gives none."""
    problems = Problems("x")
    assert effort(Placed(written, 1), problems) is None
    assert [problem.code for problem in problems.found] == ["effort-invalid"]


@given(st.text(max_size=30))
def test_no_value_raises(text: str) -> None:
    """Any text is a value or an error; a number is only what plain digits write."""
    problems = Problems("x")
    placed = Placed(text, 1)
    for read_value in (effort, weight, goals, conditions):
        read_value(placed, problems)
    needs(placed, "q", problems)
    number = whole_number(text)
    assert number is None or str(number) == text.lstrip("0") or (number == 0 and set(text) == {"0"})


@given(st.text(max_size=80), st.sets(st.sampled_from(["a", "item", "item-2", "b-c"])))
def test_a_proposed_id_is_one_and_is_free(text: str, taken: set[str]) -> None:
    """Whatever the words, the proposal has the shape of an id and is not in use."""
    proposal = propose_id(text, taken)
    assert is_id(proposal)
    assert proposal not in taken


def test_proposals_read_like_the_words() -> None:
    """Accents go, words stay whole."""
    assert propose_id("Kun je ’t één, twee, drie zien?", ()) == "kun-je-t-een-twee-drie-zien"
    assert len(propose_id("word " * 30, ())) <= 40
