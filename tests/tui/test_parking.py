"""The parking lot: written down in a moment, listed, taken out again."""

from pathlib import Path

from tests.tui.stage import Stage
from tests.tui.test_reveal import flat
from tests.tui.voted import team_on


def parked(stage: Stage) -> list[tuple[str, str]]:
    """Return what is parked, each with the question at which it came up."""
    return [(each.text, each.question) for each in stage.sitting.assessment.parked]


async def test_a_line_is_parked_with_its_question(bakery: Path) -> None:
    """One key, the words, Enter: and the votes are back on the screen."""
    async with team_on(bakery, "reveal") as stage:
        await stage.rush("f", *"a new phone", "enter")
        assert parked(stage) == [("a new phone", stage.sitting.to_vote_on[0])]
        assert "Parked: a new phone" in stage.text()
        assert "FAR APART" in stage.text()
        await stage.press("z")
        assert parked(stage) == []


async def test_the_question_itself_can_be_put_off(bakery: Path) -> None:
    """Enter on the empty line, then on what puts it off; again, and it is back."""
    async with team_on(bakery, "reveal") as stage:
        question = stage.sitting.to_vote_on[0]
        await stage.press("f", "enter")
        assert "Enter put off" in stage.footer
        await stage.press("enter")
        assert parked(stage) == [("", question)]
        assert "Objectives: Have you written down" in stage.text()
        assert "Enter take out" in stage.footer
        await stage.press("x")
        assert "Parked this question is put off" in flat(stage)
        await stage.press("f", "enter", "enter")
        assert parked(stage) == []


async def test_what_is_parked_can_be_taken_out(bakery: Path) -> None:
    """From the list that opens anywhere, with Delete; z puts it back."""
    async with team_on(bakery, "agenda", size=(80, 40)) as stage:
        stage.sitting.park("who answers at night", stage.sitting.to_vote_on[1])
        stage.sitting.park("a new phone")
        stage.app.changed()
        await stage.settle()
        assert "2 things in the parking lot" in stage.text()
        await stage.click_on("2 things in the parking lot")
        assert "who answers at night (with Capacity)" in stage.text()
        await stage.press("delete")
        assert "Choose something that is parked first." in stage.text()
        await stage.press("down", "enter")
        assert "Del takes this out" in stage.text()
        await stage.press("delete")
        assert [text for text, _ in parked(stage)] == ["a new phone"]
        await stage.press("delete")
        assert "Nothing is parked yet." in stage.text()
        await stage.press("z")
        assert [text for text, _ in parked(stage)] == ["a new phone"]


async def test_from_anywhere_it_is_about_no_question(bakery: Path) -> None:
    """Opened from the palette it lists; Enter writes, and the list stays."""
    async with team_on(bakery, "question") as stage:
        stage.app.open_overlay("parking")
        await stage.settle()
        assert "Put this question off" not in stage.text()
        await stage.press("enter")
        await stage.type("a new phone")
        assert "not kept yet" in stage.text()
        await stage.press("enter")
        assert parked(stage) == [("a new phone", "")]
        assert "Parking lot" in stage.text()
        await stage.press("escape")
        assert stage.app.peil_screen.overlay is None


async def test_what_is_typed_is_kept_when_peil_stops(bakery: Path) -> None:
    """As everywhere."""
    async with team_on(bakery, "reveal") as stage:
        await stage.press("f")
        await stage.type("a new phone")
        stage.app.keep_typed()
        assert [text for text, _ in parked(stage)] == ["a new phone"]
