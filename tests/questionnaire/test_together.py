"""Questionnaires that wait for each other: found however the needs lead, and only then."""

from hypothesis import assume, given

from peil.questionnaire.model import Need
from peil.questionnaire.needs import circles
from peil.questionnaire.together import circle_across
from tests.questionnaire.test_needs import NEEDS, questionnaires


@given(NEEDS)
def test_a_circle_across_is_found_exactly_when_there_is_one(
    needs: dict[tuple[str, int], list[Need]],
) -> None:
    """The quick look ahead never hides a circle of questionnaires that have none by themselves."""
    models = questionnaires(needs)
    assume(not any(circles([model]) for model in models))
    assert bool(circle_across(models)) == bool(circles(models))


def test_the_circle_is_spelled_out() -> None:
    """Each step that waits for the next, and the first once more."""
    models = questionnaires(
        {("a/q", 2): [Need("b/q", 3)], ("b/q", 3): [Need("a/r", 2)], ("a/r", 2): [Need("a/q", 2)]}
    )
    assert circle_across(models) == "a/q@2 → b/q@3 → a/r@2 → a/q@2"
