"""The question page: answering, moving, and what it says."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from peil.assessment.model import Answer, Assessment
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import change
from tests.tui.stage import on_stage

FIRST, SECOND, LAST = "shop/goal-written", "shop/goal-known", "shop/hours-set"


async def test_a_digit_answers_and_is_saved(shop: Path) -> None:
    """One key marks the level with a sign, and the screen says when it is on the disk."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        assert stage.sitting.answer(FIRST).level == 2
        assert "▸ 2 ●  There is a goal in words." in stage.text()
        await stage.saved()
        assert stage.lines()[0].endswith("✓ saved")
    assert Sitting.look(Workspace(shop), SHOP).answer(FIRST).level == 2


async def test_the_same_digit_again_goes_on(shop: Path) -> None:
    """A second press of the chosen digit is Enter."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2", "2")
        assert "How many hours are there for it?" in stage.text()


async def test_core_questions_come_first_and_say_where_one_is(shop: Path) -> None:
    """The header names topic, place and minutes left; the rule fills with answers."""
    async with on_stage(shop, assessment=SHOP) as stage:
        assert stage.lines()[1].startswith(" Goals · core question 1 of 2")
        assert stage.lines()[1].endswith("about 1 minute left")
        assert "━" not in stage.lines()[2]
        await stage.press("3", "enter")
        assert stage.lines()[1].startswith(" Hours · core question 2 of 2")
        assert stage.lines()[2].count("━") == 40


async def test_the_cursor_chooses_with_enter_or_space(shop: Path) -> None:
    """Arrows move, Enter takes what the cursor stands on, and a second Enter goes on."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("down", "j", "enter")
        assert stage.sitting.answer(FIRST).level == 2
        await stage.press("up", "space")
        assert stage.sitting.answer(FIRST).level == 1
        await stage.press("enter")
        assert "core question 2" in stage.text()


async def test_enter_alone_answers_nothing(shop: Path) -> None:
    """Going on leaves a question open."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("enter", "left")
        assert stage.sitting.answer(FIRST).state is None
        assert "core question 1" in stage.text()


async def test_do_not_know_take_back_and_undo(shop: Path) -> None:
    """`d`, Delete and `z` do what they say, and `z` says what it took back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("d")
        assert stage.sitting.answer(FIRST).state == "unknown"
        assert "d ●  Don't know" in stage.text()
        await stage.press("delete")
        assert stage.sitting.answer(FIRST).state is None
        await stage.press("z")
        assert stage.sitting.answer(FIRST).state == "unknown"
        assert "Taken back: answer taken back." in stage.text()
        await stage.press("z", "z")
        assert "There is nothing to take back." in stage.text()


async def test_undo_goes_to_the_question_that_it_was_about(shop: Path) -> None:
    """What is taken back is seen."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2", "enter", "z")
        assert "core question 1 of 2" in stage.text()
        assert stage.sitting.answer(FIRST).state is None


async def test_a_level_outside_the_scale_is_refused_in_a_sentence(shop: Path) -> None:
    """Another digit changes nothing and says which there are."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("7")
        assert stage.sitting.answer(FIRST).state is None
        assert "There is no level 7 here: press 1 to 4." in stage.text()
        await stage.press("down")
        assert "There is no level 7" not in stage.text()


async def test_the_look_again_flag(shop: Path) -> None:
    """`f` sets a flag that the header shows, and takes it off."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("f")
        assert "⚑" in stage.lines()[1]
        await stage.press("f")
        assert "⚑" not in stage.lines()[1]


async def test_the_twin_shows_what_was_said_before(shop: Path) -> None:
    """A question with an earlier twin shows the answer given there."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("3", "enter", "2")
        stage.app.go_to_question(SECOND)
        await stage.settle()
        assert "Earlier" in stage.text()
        assert "With Goals you said: The goal has a number" in stage.text()


async def test_only_core_questions(shop: Path) -> None:
    """`c` leaves the others out of the walk, and brings them back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("c")
        assert list(stage.sitting.walk.order) == [FIRST, LAST]
        assert "only the core questions" in stage.text()
        await stage.press("c")
        assert list(stage.sitting.walk.order) == [FIRST, LAST, SECOND]


async def test_after_the_core_comes_a_breath_and_after_all_the_results(shop: Path) -> None:
    """The last core question leads to its own page, the last question to the results."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("3", "enter", "3", "enter")
        assert stage.app.page_name == "core_done"
        stage.app.go_to_question(SECOND)
        await stage.settle()
        assert "question 3 of 3" in stage.text()
        await stage.press("3", "enter")
        assert stage.app.page_name == "results"


async def test_the_last_question_leads_to_what_is_still_open(shop: Path) -> None:
    """At the end the walk goes round to a question without an answer."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("enter", "enter", "enter")
        assert "core question 1 of 2" in stage.text()
        assert "This one is still open." in stage.text()


async def test_it_goes_on_where_one_stopped(shop: Path) -> None:
    """The next start shows the same question, with its answer."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2", "enter", "4")
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "core question 2 of 2" in stage.text()
        assert "▸ 4 ●" in stage.text()


async def test_the_language_changes_at_any_moment(shop: Path) -> None:
    """`L` keeps question, answer and cursor; a second `L` brings everything back."""
    async with on_stage(shop, assessment=SHOP, size=(120, 40)) as stage:
        await stage.press("enter", "2", "down")
        await stage.saved()
        before = stage.lines()
        await stage.press("L")
        assert "Hoeveel uur is ervoor?" in stage.text()
        assert "▸ 3    De uren zijn echt gemaakt." in stage.text()
        await stage.press("L")
        await stage.saved()
        assert stage.lines() == before


async def test_the_mouse_does_what_keys_do(shop: Path) -> None:
    """A click on a level answers, one on the footer does its key, one on evidence opens it."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.click_on("There is a goal in words.")
        assert stage.sitting.answer(FIRST).level == 2
        await stage.click_on("Not applicable (with a reason)")
        assert "Somebody else does this" in stage.text()
        await stage.press("x")
        await stage.click_on("Point at: the goal itself")
        assert "From which day is it?" in stage.text()
        await stage.press("escape")
        await stage.click_on("Enter next")
        assert "core question 2" in stage.text()


async def test_help_holds_the_whole_question_and_every_key(shop: Path) -> None:
    """`?` shows what stands beside the question in full, then all keys of the page."""
    async with on_stage(shop, assessment=SHOP, size=(100, 60)) as stage:
        await stage.press("?")
        shown = stage.text()
        assert "A wish such as" in shown
        for command in stage.app.page("question").commands:
            assert command.about[:40] in shown
        await stage.press("?")
        assert "On this page" not in stage.text()


async def test_help_folds_a_long_question(bakery: Path) -> None:
    """In a narrow window the question stands in help to its last word."""
    async with on_stage(bakery, assessment=BAKERY, size=(60, 20)) as stage:
        name = max(stage.sitting.walk.order, key=lambda each: len(_words(stage.sitting, each)))
        stage.app.go_to_question(name)
        await stage.settle()
        await stage.press("?")
        shown = " ".join(" ".join(line.strip("│ ") for line in stage.lines()).split())
        assert _words(stage.sitting, name) in shown


def _words(sitting: Sitting, question: str) -> str:
    return sitting.items.question(question).text


async def test_f1_and_paging_in_help(shop: Path) -> None:
    """F1 opens help too; it scrolls and says how much is left."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("f1")
        assert "more lines" in stage.text()
        await stage.press("down", "down", "down", "down", "down")
        assert "the end" in stage.text()
        await stage.press("up", "enter")
        assert "On this page" not in stage.text()


async def test_why_shows_the_sum(bakery: Path) -> None:
    """`w` explains how the answer counts."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("2", "w")
        assert "Why this number" in stage.text()
        await stage.press("w")
        assert "Why this number" not in stage.text()


async def test_letters_lead_to_results_and_plan_and_escape_back(bakery: Path) -> None:
    """`r` and `a` open pages; Escape returns to the question, then home, never out."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("2", "r")
        assert stage.app.page_name == "results"
        await stage.press("escape")
        assert stage.app.page_name == "question"
        await stage.press("a", "escape", "escape")
        assert stage.app.page_name == "home"
        await stage.press("escape")
        assert stage.app.page_name == "home"
        assert "Press q to stop." in stage.text()


async def test_q_stops_and_leaves_zero(shop: Path) -> None:
    """`q` ends the program without asking."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2", "q")
        assert stage.app.return_code == 0
        assert not stage.app.is_running


async def test_control_c_ends_nothing(shop: Path) -> None:
    """Ctrl+C says how to stop."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("ctrl+c")
        assert "everything is saved by itself" in stage.text()
        assert stage.app.is_running


@pytest.mark.parametrize("key", ["2", "d", "delete", "f"])
async def test_a_window_that_looks_only_changes_nothing(shop: Path, key: str) -> None:
    """Every change is refused with a sentence, and the header says so."""
    async with on_stage(shop, assessment=SHOP), on_stage(shop, assessment=SHOP) as stage:
        assert "look only" in stage.text()
        await stage.press("enter")
        assert stage.lines()[0].endswith("look only")
        await stage.press(key)
        assert stage.sitting.answer(FIRST).state is None
        assert not stage.sitting.answer(FIRST).look_again
        if key != "delete":
            assert "open to look only" in stage.text()


async def test_help_says_what_the_levels_mean(shop: Path) -> None:
    """The short phrase of each level stands in the help of the question."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("?")
        assert "2 Begun" in stage.text()
        assert "a start is made" in stage.text()


async def test_an_answer_that_opens_a_question_says_so(shop: Path) -> None:
    """The sentence names the question; in the list it stood as not asked before."""

    def hanging(assessment: Assessment) -> Assessment:
        source = assessment.sources[0]
        condition = "- ask if: goal-written >= 3"
        text = source.texts["en"].replace("- ask if: people = team", condition)
        return replace(assessment, sources=(replace(source, texts={"en": text}),), place="")

    change(shop, hanging)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("g")
        line = next(line for line in stage.lines() if "everybody" in line)
        assert line.lstrip(" │▸").startswith("- ")
        assert "- not asked" in stage.text()
        await stage.press("tab", "2")
        assert "This opens" not in stage.text()
        await stage.press("3")
        assert "This opens a question: Does everybody in the shop know the goal?" in stage.text()
        await stage.press("4")
        assert "This opens" not in stage.text()


async def test_the_same_digit_confirms_a_level_that_reads_otherwise(shop: Path) -> None:
    """After a newer version the first press says that it is still so; the second goes on."""

    def updated(assessment: Assessment) -> Assessment:
        answer = Answer("rated", 2, look_again=True, formerly="It said this.")
        return replace(assessment, answers={**assessment.answers, FIRST: answer}, place=FIRST)

    change(shop, updated)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        answer = stage.sitting.answer(FIRST)
        assert (answer.level, answer.look_again, answer.formerly) == (2, False, "")
        assert "core question 1 of 2" in stage.text()
        await stage.press("2")
        assert "core question 2 of 2" in stage.text()
