"""What rests on an answer about which a team differs says so, wherever it is shown."""

from pathlib import Path

import pytest

from peil.report.differing import differing_questions, differing_words
from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.pages.plan_foot import plan_foot
from peil.tui.pages.plan_sheet import plan_sheet
from peil.tui.pages.results_sheet import results_sheet
from peil.tui.signs import ASCII, UNICODE, Signs
from tests.tui.example import example_on
from tests.tui.sheets import plan_scene, results_scene
from tests.tui.team import voted


def test_the_sentence_counts_who_sees_it_otherwise(sitting: Sitting) -> None:
    """Against the agreed level; without one it names the ends."""
    say = words("en")
    first, second, *_ = voted(sitting)
    assert "the votes go from 1 to 4" in differing_words(sitting, first, say)
    sitting.agree(first, 2, "the calendar is half done")
    assert "3 of 4 see it otherwise" in differing_words(sitting, first, say)
    assert differing_words(sitting, second, say) == ""
    assert differing_words(sitting, "", say) == ""


def test_nobody_differs_after_a_second_round_or_where_nothing_applies(sitting: Sitting) -> None:
    """The latest round counts, and only for what applies."""
    first, _, third, *_ = voted(sitting)
    assert differing_questions(sitting) == (first, third)
    sitting.tally(first, "2222")
    sitting.agree_not_applicable(third, "an agency does this")
    assert differing_questions(sitting) == ()


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_results_and_plan_mark_it(sitting: Sitting, signs: Signs, width: int) -> None:
    """A sign at the topic and at the action, and words below."""
    first, *_ = voted(sitting)
    sitting.agree(first, 2, "the calendar is half done")
    results = [
        line.plain for line in results_sheet(results_scene(sitting, signs=signs), width, 20).lines
    ]
    topic = sitting.items.topic(sitting.items.topic_of(first)).title
    assert any(f"{signs.differs} {topic}" in line for line in results)
    assert any(f"{signs.differs} You differ" in line for line in results)
    key = next(action.key for action in sitting.plan.actions if action.question == first)
    scene = plan_scene(sitting, key, signs=signs)
    assert any(f" {signs.differs} " in line.plain for line in plan_sheet(scene, width, 20).lines)
    foot = " ".join(line.plain.strip() for line in plan_foot(scene, width, 11))
    assert "3 of 4 see it otherwise" in foot


async def test_details_and_help_say_it(prepared: Path, tmp_path: Path) -> None:
    """In the details of an action in words, and what the sign means in help."""
    async with example_on("plan", prepared, tmp_path / "data", size=(100, 40)) as stage:
        question = stage.sitting.plan.actions[0].question
        stage.sitting.tally(question, "1244")
        stage.app.changed()
        await stage.press("enter")
        assert "Your team" in stage.text()
        assert "3 of 4 see it otherwise" in stage.text()
        await stage.press("x", "?")
        assert "≠ rests on an answer about which your team differs" in stage.text()
        await stage.press("enter", "r", "?")
        assert "≠ your team differs about it" in stage.text()
