"""The walk line by line: every command, branching, and what it ends with."""

from pathlib import Path

import pytest

from peil.line.walk import Walk
from peil.questionnaire.catalog import Catalog
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from peil.text.languages import words
from tests.line.listener import Listener

SHOP = Path(__file__).parents[1] / "tui" / "sample" / "shop.en.md"


def walked(sitting: Sitting, *answers: str) -> Listener:
    """Walk with these answers until they are all given."""
    listener = Listener(*answers)
    Walk(sitting, listener).run()
    return listener


def test_a_level_is_saved_and_leads_on(sitting: Sitting, workspace: Workspace) -> None:
    """Each answer is on the disk before the next question is put."""
    order = sitting.walk.order
    heard = walked(sitting, "2", "d", "x", "1", "")
    assert heard.text.count("Saved: 2.") == 1
    kept = Sitting.look(workspace, sitting.assessment.id)
    assert [kept.answer(name).state for name in order[:4]] == [
        "rated", "unknown", "not-applicable", None,
    ]  # fmt: skip
    assert kept.answer(order[2]).reason.startswith("Somebody else does this")
    assert "Core question 5 of 18." in heard.text
    assert "2 of 53 questions are answered" in heard.heard[-1]


def test_every_command_has_its_letter(sitting: Sitting) -> None:
    """Back, note, evidence, flag, open again, help, why, undo, results, plan, other language."""
    order = sitting.walk.order
    heard = walked(
        sitting, "3", "b", "n", "our note", "e", "on the fridge", "f", "f", "h", "w", "r", "a",
        "t", "z", "l", "l", "s", "b", "",
    )  # fmt: skip
    answer = sitting.answer(order[0])
    assert (answer.level, answer.note, answer.evidence) == (3, "our note", "on the fridge")
    assert not answer.look_again
    for said in (
        "Saved: the note.", "Saved: the evidence.", "Marked to be looked at again.",
        "The mark is taken off.", "The question is open again.", "Undone: answer taken back.",
        "Your answer is 3. Enter keeps it and goes on.", "[nl]", "Je antwoord is 3.", "[en]",
        "Note: our note", "Evidence: on the fridge",
    ):  # fmt: skip
        assert said in heard.text
    assert sitting.language == "en"


def test_a_reason_of_ones_own_or_none(sitting: Sitting) -> None:
    """Without a reason nothing is changed, and one can go back."""
    first = sitting.walk.order[0]
    walked(sitting, "x", "b", "x", "3", "")
    assert sitting.answer(first).state is None
    walked(sitting, "x", "3", "we are closed")
    assert sitting.answer(first).reason == "we are closed"


def test_going_to_another_question(sitting: Sitting) -> None:
    """By a part of its words; one that is not put says why."""
    heard = walked(sitting, "g", "zzz", "g", "", "g", "calendar", "1", "2")
    assert "No question has these words." in heard.text
    assert len(sitting.assessment.answers) == 1
    (question,) = sitting.assessment.answers
    assert "calendar" in str(sitting.items.question(question)).lower()


def test_after_the_core_it_takes_a_breath(sitting: Sitting) -> None:
    """What is known, hours and goals, and the choice to go on or to stop."""
    heard = walked(sitting, *["2"] * 18, "none", "200", "5", "9 9", "1 2", "q")
    assert "You are through the core." in heard.text
    assert "none is not a number of hours" in heard.text
    assert "200 is not" in heard.text
    assert "Type numbers from 1 to 7." in heard.text
    profile = sitting.assessment.profile
    assert (profile.hours, profile.goals) == (5.0, ("visibility", "relations"))
    assert "18 of 54 questions are answered" in heard.heard[-1]
    assert heard.text.count("1. ") >= 2


@pytest.mark.parametrize(("level", "asked"), [("1", False), ("2", True)])
def test_conditions_are_honoured(
    workspace: Workspace, tmp_path: Path, level: str, *, asked: bool
) -> None:
    """A question that waits for an answer is put once that answer asks for it, and only then."""
    file = tmp_path / "shop.en.md"
    file.write_text(SHOP.read_text().replace("people = team", "goal-written >= 2"))
    wishes = Wishes("The shop", questionnaires=(str(file),))
    made = begin(workspace, Catalog([], workspace.cache), wishes, language="en")
    heard = walked(made, level, "2", "", "", "g", "", "s")
    assert ("Does everybody in the shop know the goal?" in heard.text) == asked
    found = walked(made, "g", "everybody", "1", "")
    reason = made.walk.why_not_put("shop/goal-known", words("en"))
    assert bool(reason) != asked
    assert reason in found.text
    made.close()
