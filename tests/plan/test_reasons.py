"""Why each action stands where it stands, in both languages, to the letter."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given

from peil.assessment.model import Assessment, Importance, Profile
from peil.plan.figures import short_figures
from peil.plan.model import Plan
from peil.plan.planning import make_plan
from peil.plan.reasons import Reasons, find_out_title
from peil.questionnaire.model import Questionnaire
from peil.text.languages import words
from tests.builders import UNKNOWN, Given, assessment, question, questionnaire, topic
from tests.strategies import Case, cases


def base() -> Questionnaire:
    """Return a gate with two topics, of which the second needs the first at its core question."""
    return questionnaire(
        "q",
        topic(
            "objectives",
            question("o1", core=True, minutes={2: 60, 3: 120}, text="Is it written down?"),
            question("o2", minutes=45, text="For whom is it?"),
            goals=["sales"],
        ),
        topic(
            "measuring",
            question("m1", core=True, needs={2: ["q/o1 >= 2"]}, text="Is there a baseline?"),
            question("m2", needs={3: ["q/o2 >= 4"]}, text="Do you look each month?"),
        ),
        gate=True,
    )


def other() -> Questionnaire:
    """Return a questionnaire that is no gate, where a1 decides whether a2 is asked."""
    return questionnaire(
        "r",
        topic(
            "tools",
            question("a1", core=True, text="Were they chosen?", needs={3: ["q/objectives >= 3"]}),
            question("a2", ask_if=["a1 >= 2"], text="Are they used?"),
        ),
    )


def codes_of(plan: Plan) -> dict[str, str]:
    """Return a code for each action, in plan order."""
    return {action.key: f"A{number:02}" for number, action in enumerate(plan.actions, 1)}


class Scene:
    """A plan over both questionnaires, told in a language."""

    def __init__(
        self,
        given: Mapping[str, Given],
        *,
        importances: Mapping[str, Importance] | None = None,
        goals: tuple[str, ...] = (),
    ) -> None:
        """Answer the questions given and make the plan."""
        self.questionnaires = (base(), other())
        self.assessment: Assessment = assessment(
            self.questionnaires, given, importances=importances, profile=Profile(goals=goals)
        )
        self.plan = make_plan(self.questionnaires, self.assessment)
        self.codes = codes_of(self.plan)

    def tell(self, key: str, language: str = "en") -> str:
        """Return the reason of one action."""
        return self.reasons(language).reason(self.plan.action(key)).whole

    def reasons(self, language: str = "en") -> Reasons:
        """Return all reasons."""
        return Reasons(self.plan, self.questionnaires, self.assessment, self.codes, words(language))


LOW: dict[str, Given] = {"q/o1": 1, "q/o2": 1, "q/m1": 1, "q/m2": 2, "r/a1": 1}


SCENES: dict[str, Scene] = {
    "low": Scene(LOW),
    "unknown": Scene({**LOW, "q/o1": UNKNOWN}),
    "open": Scene(
        {"q/o1": 1, "q/m1": 2, "r/a1": 2},
        importances={"q/measuring": "high", "r/tools": "low"},
        goals=("sales",),
    ),
}
"""Answered in full, with a don't know, and the core questions only."""


def test_the_scenes_are_in_this_order() -> None:
    """The codes in the sentences below stand for these actions."""
    assert list(SCENES["low"].codes) == [
        "q/o2@2", "q/o1@2", "q/o1@3", "r/a1@2", "r/a1@3",
        "q/m1@2", "q/m1@3", "q/o2@3", "q/o2@4", "q/m2@3",
    ]  # fmt: skip
    assert list(SCENES["unknown"].codes) == [
        "r/a1@2", "q/o2@2", "q/o2@3", "q/o2@4", "q/o1?", "q/m2@3", "r/a1@3", "q/m1@2", "q/m1@3",
    ]  # fmt: skip
    assert list(SCENES["open"].codes) == ["q/o1@2", "q/o1@3", "q/m1@3", "r/a1@3"]


@pytest.mark.parametrize(
    ("scene", "key", "english", "dutch"),
    [
        (
            "low",
            "q/o1@2",
            (
                "Objectives holds the tools back, and nothing has to come before this. "
                "It comes this early because it helps to complete Objectives. "
                "1 h: raises “Is it written down?” from 1 to 2 (+4.17 points, 4.17 an hour). "
                "Opens A03 and A06."
            ),
            (
                "De tools wachten op Objectives, en hier hoeft niets aan vooraf te gaan. "
                "Het komt zo vroeg omdat het helpt om Objectives op orde te krijgen. "
                "1 u: brengt “Is it written down?” van 1 naar 2 (+4,17 punt, 4,17 per uur). "
                "Opent A03 en A06."
            ),
        ),
        (
            "low",
            "q/o1@3",
            (
                "Objectives holds the tools back; this comes after A02. "
                "It comes this early because it completes Objectives. "
                "2 h: raises “Is it written down?” from 2 to 3 (+4.17 points, 2.09 an hour). "
                "Helps to open A05."
            ),
            (
                "De tools wachten op Objectives; dit komt na A02. "
                "Het komt zo vroeg omdat Objectives hiermee op orde is. "
                "2 u: brengt “Is it written down?” van 2 naar 3 (+4,17 punt, 2,09 per uur). "
                "Helpt om A05 te openen."
            ),
        ),
        (
            "low",
            "r/a1@2",
            (
                "Nothing has to come before this. "
                "2 h: raises “Were they chosen?” from 1 to 2 (+16.67 points, 8.34 an hour). "
                "It changes whether 1 other question is asked, so the gain can differ. "
                "Opens A05."
            ),
            (
                "Hier hoeft niets aan vooraf te gaan. "
                "2 u: brengt “Were they chosen?” van 1 naar 2 (+16,67 punt, 8,34 per uur). "
                "Hierdoor verandert of 1 andere vraag gesteld wordt; "
                "de winst kan dus anders uitvallen. Opent A05."
            ),
        ),
        (
            "low",
            "q/o2@4",
            (
                "This comes after A08. "
                "It goes beyond the target of Objectives, but it is needed for A10. "
                "45 min: raises “For whom is it?” from 3 to 4 (+4.17 points, 5.56 an hour). "
                "Opens A10."
            ),
            (
                "Dit komt na A08. "
                "Dit gaat verder dan het doelniveau van Objectives, maar het is nodig voor A10. "
                "45 min: brengt “For whom is it?” van 3 naar 4 (+4,17 punt, 5,56 per uur). "
                "Opent A10."
            ),
        ),
        (
            "unknown",
            "q/o1?",
            (
                "Nobody knows yet how this stands, and half an hour can change the plan. "
                "30 min: find the answer to “Is it written down?”. "
                "Waiting for it: A07, A08 and A09."
            ),
            (
                "Hoe het hiermee staat weet nog niemand, en een half uur zoeken kan het plan "
                "veranderen. 30 min: zoek het antwoord op “Is it written down?”. "
                "Hierop wacht: A07, A08 en A09."
            ),
        ),
        (
            "unknown",
            "r/a1@3",
            (
                "It waits until you have found out: “Is it written down?”. "
                "2 h: raises “Were they chosen?” from 2 to 3 (+16.67 points, 8.34 an hour)."
            ),
            (
                "Dit wacht tot je hebt uitgezocht: “Is it written down?”. "
                "2 u: brengt “Were they chosen?” van 2 naar 3 (+16,67 punt, 8,34 per uur)."
            ),
        ),
        (
            "open",
            "q/o1@2",
            (
                "Objectives holds the tools back, and nothing has to come before this. "
                "In the order it counts × 2, because a goal that you chose hangs on Objectives. "
                "1 h: raises “Is it written down?” from 1 to 2 (+4.17 points, 4.17 an hour). "
                "Opens A02 and A03."
            ),
            (
                "De tools wachten op Objectives, en hier hoeft niets aan vooraf te gaan. "
                "In de volgorde telt dit × 2, "
                "omdat het onderwerp Objectives bijdraagt aan een doel dat je koos. "
                "1 u: brengt “Is it written down?” van 1 naar 2 (+4,17 punt, 4,17 per uur). "
                "Opent A02 en A03."
            ),
        ),
        (
            "open",
            "q/m1@3",
            (
                "Measuring holds the tools back; this comes after A01. "
                "In the order it counts × 2, because you find Measuring important. "
                "2 h: raises “Is there a baseline?” from 2 to 3 (+4.17 points, 2.09 an hour)."
            ),
            (
                "De tools wachten op Measuring; dit komt na A01. "
                "In de volgorde telt dit × 2, omdat je Measuring belangrijk vindt. "
                "2 u: brengt “Is there a baseline?” van 2 naar 3 (+4,17 punt, 2,09 per uur)."
            ),
        ),
        (
            "open",
            "r/a1@3",
            (
                "It waits for your answer to “For whom is it?”. "
                "In the order it counts × 0.5, because you find Tools less important. "
                "2 h: raises “Were they chosen?” from 2 to 3 (+8.33 points, 4.17 an hour)."
            ),
            (
                "Dit wacht op je antwoord op “For whom is it?”. "
                "In de volgorde telt dit × 0,5, omdat je Tools minder belangrijk vindt. "
                "2 u: brengt “Were they chosen?” van 2 naar 3 (+8,33 punt, 4,17 per uur)."
            ),
        ),
    ],
)
def test_reason_in_both_languages(scene: str, key: str, english: str, dutch: str) -> None:
    """Words come first, figures second, in English and in Dutch."""
    assert SCENES[scene].tell(key) == english
    assert SCENES[scene].tell(key, "nl") == dutch


def test_line_of_an_action_list() -> None:
    """In a list, where the effort stands beside it, the reason is one line."""
    scene = SCENES["low"]
    assert scene.reasons().line(scene.plan.action("q/o1@3")) == (
        "Objectives holds the tools back; this comes after A02; "
        "it comes this early because it completes Objectives; "
        "raises “Is it written down?” from 2 to 3 (+4.17 points for 2 h); helps to open A05"
    )


def test_short_figures() -> None:
    """Under a list, effort and gain stand in a few words; a find-out has effort only."""
    plan, say = SCENES["unknown"].plan, words("nl")
    assert short_figures(plan.action("q/m2@3"), say) == "2 u · van 2 naar 3, +4,17 punt"
    assert short_figures(plan.action("q/o1?"), say) == "30 min"


def test_find_out_has_a_title() -> None:
    """A find-out is titled by its question."""
    asked = question("a1", text="Is it so?")
    assert find_out_title(asked, words("en")) == "Find out: Is it so?"
    assert find_out_title(asked, words("nl")) == "Zoek uit: Is it so?"


def test_without_codes_actions_are_counted() -> None:
    """As long as actions have no code, a sentence says how many there are."""
    scene = SCENES["low"]
    codes = {"q/o1@2": "A01"}
    reasons = Reasons(scene.plan, scene.questionnaires, scene.assessment, codes, words("en"))
    told = reasons.reason(scene.plan.action("r/a1@3")).words
    assert told.startswith("This comes after 3 other actions.")


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (4, "This comes after A01, A02, A03 and A04."),
        (6, "This comes after A01, A02, A03 and 3 others."),
    ],
)
def test_many_actions_are_not_all_named(count: int, named: str) -> None:
    """A sentence names three actions and counts the others, unless there is only one more."""
    names = [f"a{number}" for number in range(1, count + 1)]
    wide = questionnaire(
        "q",
        topic("a", *(question(name, core=name == "a1") for name in names)),
        topic("b", question("b1", core=True, needs={3: [f"q/{name} >= 3" for name in names]})),
    )
    answers = assessment((wide,), {f"q/{name}": 2 for name in [*names, "b1"]})
    plan = make_plan((wide,), answers)
    reasons = Reasons(plan, (wide,), answers, codes_of(plan), words("en"))
    told = reasons.reason(plan.action("q/b1@3")).words
    assert told.startswith(named)


@given(cases())
def test_points_an_hour_follow_from_what_is_printed(case: Case) -> None:
    """Whoever divides the printed points by the printed hours gets the printed rate."""
    plan = make_plan(case.questionnaires, case.assessment)
    codes = codes_of(plan)
    reasons = Reasons(plan, case.questionnaires, case.assessment, codes, words("en"))
    for action in plan.actions:
        told = reasons.reason(action).figures
        printed = re.search(r"([\d.]+) (min|h): raises .*\(\+([\d.]+) points, ([\d.]+) an", told)
        assert (printed is None) is (action.kind == "find-out")
        if printed:
            effort, unit, points, rate = printed.groups()
            hours = float(effort) / (60 if unit == "min" else 1)
            assert abs(float(points) / hours - float(rate)) <= 0.00501
