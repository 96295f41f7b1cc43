"""Done, and now? Looking again at the questions of finished actions."""

from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.tui.palette import Everything
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.done import GOAL, HOURS, KNOWN, NOTE, finished
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage


async def look(stage: Stage) -> None:
    """Begin to look."""
    stage.app.look_at_done()
    await stage.settle()


async def test_the_question_opens_with_its_old_answer_and_what_was_done(shop: Path) -> None:
    """Last time's answer has its own sign; the action, its day and its note stand below."""
    codes = finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        assert "▸ 2 ◇  There is a goal in words." in stage.text()
        assert "●" not in stage.text()
        words = " ".join(stage.text().split())
        assert "Last time ◇ level 2" in words
        assert f"Since then {codes[f'{GOAL}@3']} done on" in words
        assert "Give the goal a number" in stage.text()
        assert NOTE in stage.text()
        assert stage.lines()[1].startswith(" Goals · done, and now? 1 of 3")
        assert "Enter still so" in stage.footer


async def test_a_digit_answers_and_evidence_is_asked(shop: Path) -> None:
    """The action stays done, what is typed becomes evidence, and Enter goes to the next."""
    codes = finished(shop)
    async with on_stage(shop, assessment=SHOP, size=(80, 30)) as stage:
        await look(stage)
        await stage.press("3")
        assert f"{codes[f'{GOAL}@3']} stays done." in stage.text()
        assert "What can you point at?" in stage.text()
        await stage.type("the sheet beside the till")
        await stage.press("enter")
        assert stage.sitting.answer(GOAL).evidence == "the sheet beside the till"
        assert "2 ◇  There is a goal in words." in stage.text()
        assert "▸ 3 ●  The goal has a number" in stage.text()
        await stage.press("enter")
        assert "How many hours are there for it?" in stage.text()
        assert stage.lines()[1].startswith(" Hours · done, and now? 2 of 3")


async def test_evidence_is_asked_beside_what_counts_as_done(bakery: Path) -> None:
    """The words of the action's "done when" stand above the field, and are no evidence."""
    core = "iceberg/objectives-written"
    sitting = Sitting.open(Workspace(bakery), BAKERY)
    sitting.rate(core, 1)
    code = sitting.give_codes()[f"{core}@2"]
    done_when = next(each for each in sitting.plan.actions if each.key == f"{core}@2").done_when
    sitting.set_status(code, "done")
    sitting.close()
    assert done_when
    async with on_stage(bakery, assessment=BAKERY, size=(120, 40)) as stage:
        await look(stage)
        await stage.press("2")
        assert f"Done when: {done_when}" in stage.text()
        await stage.press("enter")
        assert stage.sitting.answer(core).evidence == ""
        await stage.press("e")
        assert "What can you point at?" in stage.text()
        assert "Done when" not in stage.text()


async def test_still_so_opens_an_action_again_that_the_answer_denies(shop: Path) -> None:
    """Enter dates the answer; the action is open again, in a sentence that says why."""
    codes = finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        await stage.press("enter")
        code = codes[f"{GOAL}@3"]
        assert stage.sitting.answer(GOAL).confirmed
        assert stage.sitting.assessment.actions[code].status == "open"
        assert f"{code} is open again: it is done at level 3" in stage.text()
        assert "How many hours are there for it?" in stage.text()
        await stage.press("left")
        assert f"{code} is open again: Give the goal a number" in stage.text()
        assert "▸ 2 ●  There is a goal in words." in stage.text()


async def test_the_same_digit_as_last_time_confirms(shop: Path) -> None:
    """It does not go on, and there is nothing to point at when the action is open again."""
    finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        await stage.press("2")
        assert stage.sitting.answer(GOAL).confirmed
        assert "What can you point at?" not in stage.text()
        assert "1 of 3" in stage.text()
        await stage.press("2")
        assert "2 of 3" in stage.text()


async def test_what_is_still_not_known_is_to_be_found_out_again(shop: Path) -> None:
    """A finished find-out opens again when nobody knows yet, and stays done when somebody does."""
    codes = finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        await stage.press("right", "right", "d")
        code = codes[f"{KNOWN}?"]
        assert f"{code} is open again: this is not known yet." in stage.text()
        await stage.press("z")
        assert "d ◇  Don't know" in stage.text()
        await stage.press("3")
        assert f"{code} stays done." in stage.text()


async def test_after_the_last_comes_the_plan(shop: Path) -> None:
    """Nothing waits any more; Escape from the plan does not lead back to looking."""
    finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("r")
        await look(stage)
        await stage.press("enter", "enter", "enter")
        assert stage.app.page_name == "plan"
        assert "This is your plan now." in " ".join(stage.text().split())
        assert stage.sitting.to_look_at == ()
        assert stage.sitting.assessment.place == GOAL
        await stage.press("escape")
        assert stage.app.page_name == "results"


async def test_what_is_skipped_still_waits(shop: Path) -> None:
    """The arrow leaves a question as it is; at the end it is said how many wait."""
    finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        before = stage.sitting.assessment.answers
        await look(stage)
        await stage.press("right", "right", "right")
        assert "3 still wait; that may be later." in stage.text()
        assert stage.sitting.assessment.answers == before
        assert len(stage.sitting.to_look_at) == 3


async def test_escape_leaves_and_the_walk_stands_where_it_stood(shop: Path) -> None:
    """Nothing is forced; a second time begins with what still waits."""
    finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        await stage.press("enter", "escape")
        assert stage.app.page_name == "question"
        assert stage.sitting.walk.resume() == GOAL
        await look(stage)
        assert stage.lines()[1].startswith(" Hours · done, and now? 1 of 2")


async def test_undo_leads_back_to_the_question(shop: Path) -> None:
    """What was confirmed waits again, with last time's sign."""
    finished(shop)
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        await stage.press("enter", "z")
        assert "Taken back: still so." in stage.text()
        assert "▸ 2 ◇  There is a goal in words." in stage.text()
        assert len(stage.sitting.to_look_at) == 3


async def test_looking_is_found_where_one_is(shop: Path) -> None:
    """Home names the assessment and opens it there; the results and the palette lead there too."""
    finished(shop)
    async with on_stage(shop) as stage:
        await settled_workers(stage)
        assert "3          actions done: look at their questions again" in stage.text()
        await stage.press("down", "enter")
        assert "done, and now? 1 of 3" in stage.text()
        await stage.press("escape")
        assert stage.app.page_name == "home"
        await settled_workers(stage)
        await stage.press("enter", "r")
        await settled_workers(stage)
        await stage.press("end", "up")
        await stage.click_on("3 actions since their questions were answered")
        await stage.click_on("3 actions since their questions were answered")
        assert "done, and now? 1 of 3" in stage.text()
        await stage.press("escape")
        found = [hit async for hit in Everything(stage.app.screen).search("done and now")]
        found[0].command()
        await stage.settle()
        assert "done, and now? 1 of 3" in stage.text()


async def test_nothing_to_look_at_is_said(shop: Path) -> None:
    """Without finished actions a sentence says so, and the page stays."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await look(stage)
        assert stage.app.page_name == "question"
        assert "No finished action waits" in stage.text()


async def test_another_assessment_has_a_round_of_its_own(bakery: Path) -> None:
    """Going back to a page that looked at another assessment shows nothing of that one."""
    finished(bakery)
    async with on_stage(bakery, assessment=SHOP) as stage:
        stage.app.open_page("plan")
        await stage.settle()
        await look(stage)
        stage.app.open_page("home")
        await stage.settle()
        stage.app.open_assessment(BAKERY)
        await stage.settle()
        stage.app.open_page("looking")
        await stage.settle()
        assert stage.app.page_name == "question"
        assert stage.sitting.assessment.id == BAKERY


@pytest.mark.parametrize("key", ["3", "enter", "d", "x"])
async def test_where_nothing_can_be_changed_nothing_is_asked(shop: Path, key: str) -> None:
    """Somebody who only looks is told so, and stays where he is."""
    finished(shop)
    with Workspace(shop).open(SHOP):
        async with on_stage(shop) as stage:
            await stage.press("enter", "enter")
            await look(stage)
            assert stage.app.page_name == "question"
            assert "look only" in stage.lines()[0]
            await stage.press(key)
            assert stage.sitting.answer(HOURS).level == 1
