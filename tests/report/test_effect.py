"""What one action would change, in sentences."""

from hypothesis import given, settings

from peil.questionnaire.model import Questionnaire
from peil.report.effect import effect_lines
from peil.sitting.view import View
from peil.text.languages import words
from tests.builders import UNKNOWN, Given, assessment, question, questionnaire, topic
from tests.strategies import Case, cases

SAY = words("en")


def told(answers: dict[str, Given], key: str, *, gate: bool = False) -> str:
    """Return the effect of an action in a questionnaire of two topics."""
    base = questionnaire(
        "base",
        topic("a", question("a1", core=True), question("a2")),
        topic("b", question("b1", core=True, needs={2: ["base/a1 >= 2"]})),
        gate=gate,
        level_names=("Not yet", "Begun", "In place", "Alive"),
    )
    view = view_of((base,), answers)
    return " ".join(effect_lines(view, view.plan.action(key), SAY))


def view_of(questionnaires: tuple[Questionnaire, ...], answers: dict[str, Given]) -> View:
    """Return a view over questionnaires built in memory."""
    view = View(assessment(questionnaires, answers), language="en")
    view.__dict__["questionnaires"] = questionnaires
    return view


def test_it_says_what_moves_and_what_opens() -> None:
    """Readiness with its points, the level of the topic, and what can be begun then."""
    text = told({"base/a1": 1, "base/a2": 2, "base/b1": 1}, "base/a1@2")
    assert text.startswith("Once it is done: readiness 8 % to 16 % (+8.33 points)")
    assert "A becomes Begun" in text
    assert text.endswith("opens 2 other actions.")


def test_it_takes_along_what_the_action_needs() -> None:
    """The action that has to come before is named as done as well."""
    text = told({"base/a1": 1, "base/a2": 2, "base/b1": 1}, "base/b1@2")
    assert text.startswith("With 1 other action done as well: readiness")
    assert "B becomes Begun" in text


def test_it_says_what_does_not_move_and_why() -> None:
    """A weaker question that holds the topic down is named."""
    text = told({"base/a1": 1, "base/a2": 1, "base/b1": 1}, "base/a1@2")
    assert "A stays Not yet: “Where does a2 stand?” stands no higher." in text


def test_a_topic_that_comes_to_stand_is_not_called_held_down() -> None:
    """Where the base counts a topic as standing, its weakest question is no news."""
    text = told({"base/a1": 2, "base/a2": 2, "base/b1": 1}, "base/a1@3", gate=True)
    assert "A stands" in text
    assert "stays" not in text


def test_a_find_out_moves_no_score() -> None:
    """That is said, rather than nothing."""
    text = told({"base/a1": 2, "base/a2": UNKNOWN, "base/b1": 1}, "base/a2?")
    assert text == "Once it is done: no score moves."


@settings(max_examples=30, deadline=None)
@given(case=cases())
def test_every_action_of_any_plan_has_an_effect(case: Case) -> None:
    """Whatever the questionnaires and answers, each action says at least one sentence."""
    view = View(case.assessment, language="en")
    view.__dict__["questionnaires"] = tuple(case.questionnaires)
    for action in view.plan.actions[:8]:
        lines = effect_lines(view, action, SAY)
        assert lines
        assert all(line.endswith(".") for line in lines)
