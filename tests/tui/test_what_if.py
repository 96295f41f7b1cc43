"""The what-if page, played with keys and mouse."""

from pathlib import Path
from typing import cast

from peil.assessment.model import Assessment
from peil.tui.pages.what_if import WhatIfPage
from tests.tui.conftest import BAKERY
from tests.tui.example import example_on, settled_workers
from tests.tui.stage import Stage, on_stage


async def what_if(stage: Stage, *keys: str) -> WhatIfPage:
    """Open the page with some actions chosen."""
    page = cast("WhatIfPage", stage.app.page("what_if"))
    page.begin(keys)
    stage.app.open_page("what_if")
    await stage.settle()
    return page


async def walk_to(stage: Stage, page: WhatIfPage, name: str, key: str) -> None:
    """Press a key until the cursor stands at an action."""
    for _ in range(99):
        if page.scene.cursor == name:
            return
        await stage.press(key)
    raise AssertionError(name + " was not reached:\n" + stage.text())


def row(stage: Stage, code: str) -> str:
    """Return the line of an action in the list."""
    return next(line for line in stage.lines() if code in line[:12])


def codes_chosen(stage: Stage, page: WhatIfPage) -> list[str]:
    """Return the codes of what is taken as done."""
    return [stage.sitting.codes[key] for key in page.what_if.done]


def without_stamps(assessment: Assessment) -> tuple[object, ...]:
    """Return what an assessment holds of answers, actions and goal."""
    return assessment.answers, assessment.actions, assessment.period, assessment.profile


async def test_space_takes_an_action_as_done_and_figures_follow(
    prepared: Path, tmp_path: Path
) -> None:
    """The mark, the head count, readiness, the topic, what opens and the top three change."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await what_if(stage)
        assert "nothing changes until you keep it" in stage.lines()[0]
        assert "nothing chosen yet" in stage.lines()[1]
        before = stage.text()
        await stage.press("space")
        assert row(stage, "A01").startswith("▸ [x]")
        assert "chosen: 1 action, 2 h" in stage.lines()[1]
        figures = stage.text()
        assert "+0.6" in figures
        assert next(line for line in stage.lines() if "Stakeholders" in line).count("stands") == 1
        assert "First then   A01" in before
        assert "First then   A02" in figures
        await stage.press("space")
        assert stage.text() == before


async def test_what_an_action_needs_goes_in_and_out_with_it(prepared: Path, tmp_path: Path) -> None:
    """The heading line says what was taken along; without the needed one it goes out again."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        plan, codes = stage.sitting.plan, stage.sitting.codes
        needy = next(each for each in plan.actions if each.needs and each.slot == "next")
        page = await what_if(stage)
        await stage.press(*["down"] * 6, "right", "down")
        await walk_to(stage, page, needy.key, "down")
        await stage.press("space")
        needed = codes[needy.needs[0]]
        assert codes[needy.key] in codes_chosen(stage, page)
        assert needed in codes_chosen(stage, page)
        assert f"{codes[needy.key]} takes along" in stage.lines()[1]
        assert needed in stage.lines()[1]
        await walk_to(stage, page, needy.needs[0], "up")
        assert "takes along" not in stage.lines()[1]
        await stage.press("space")
        assert not {needed, codes[needy.key]} & set(codes_chosen(stage, page))
        assert f"Without {needed} no {codes[needy.key]}" in stage.lines()[1]


async def test_z_takes_the_last_toggle_back(prepared: Path, tmp_path: Path) -> None:
    """One by one, to the beginning; then there is nothing to take back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        page = await what_if(stage)
        await stage.press("space", "down", "space", "space")
        assert codes_chosen(stage, page) == ["A01"]
        await stage.press("z")
        assert codes_chosen(stage, page) == ["A01", "A02"]
        await stage.press("z", "z")
        assert codes_chosen(stage, page) == []
        await stage.press("z")
        assert "nothing to take back" in stage.text()


async def test_escape_leaves_without_a_trace(prepared: Path, tmp_path: Path) -> None:
    """Back on the plan everything is as before, on the disk and on the screen."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("down")
        await settled_workers(stage)
        kept, shown = without_stamps(stage.sitting.assessment), stage.text()
        await what_if(stage)
        await stage.press("space", "down", "down", "space")
        await stage.press("escape")
        assert stage.app.page_name == "plan"
        assert stage.text() == shown
        assert without_stamps(stage.sitting.assessment) == kept
        assert stage.sitting.undo() is None
        stage.app.open_page("what_if")
        await stage.settle()
        assert "nothing chosen yet" in stage.text()


async def test_enter_keeps_the_choice_as_a_goal_and_results_and_plan_say_so(
    prepared: Path, tmp_path: Path
) -> None:
    """A name is asked once; then plan and results count what is done; z takes the goal back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await what_if(stage)
        await stage.press("space", "down", "space", "enter")
        assert "goal of this quarter" in stage.text()
        await stage.press("enter")
        assert stage.app.page_name == "plan"
        assert stage.app.peil_screen.footer.message.startswith("Kept as a goal: 2 actions.")
        period = stage.sitting.assessment.period
        assert period is not None
        assert period.codes == ("A01", "A02")
        assert "Goal of this quarter: 0 of 2 done" in stage.text()
        stage.sitting.set_status("A01", "done")
        stage.app.changed()
        await stage.settle()
        assert "Goal of this quarter: 1 of 2 done" in stage.text()
        stage.app.open_page("results")
        await stage.settle()
        assert "Goal of this quarter: 1 of 2 done" in stage.text()
        stage.app.open_page("plan")
        await stage.settle()
        await stage.press("z", "z")
        assert stage.sitting.assessment.period is None
        assert "Goal of this quarter" not in stage.text()


async def test_a_goal_gets_a_name_of_ones_own_and_can_be_dropped(
    prepared: Path, tmp_path: Path
) -> None:
    """Letters are letters in the name; Enter with nothing chosen lets the goal go."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await what_if(stage)
        await stage.press("enter")
        assert "Nothing is chosen yet" in stage.text()
        await stage.press("space", "enter", "home", "ctrl+k", "enter")
        assert "A name is needed" in stage.text()
        await stage.type("q L before Easter?")
        await stage.press("enter")
        assert "Q L before Easter?: 0 of 1 done" in stage.text()
        await what_if(stage)
        assert "chosen: 1 action" in stage.text()  # it begins with the goal
        await stage.press("space")
        assert "drop the goal" in stage.footer
        await stage.press("enter")
        assert stage.sitting.assessment.period is None
        await stage.press("z")
        assert stage.sitting.assessment.period is not None


async def test_the_name_can_be_left_and_the_choice_stays(prepared: Path, tmp_path: Path) -> None:
    """Tab closes the question for a name; nothing is kept, and the marks still stand."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        page = await what_if(stage)
        await stage.press("space", "enter", "tab")
        assert stage.app.page_name == "what_if"
        assert codes_chosen(stage, page) == ["A01"]
        assert stage.sitting.assessment.period is None


async def test_begins_with_some_actions_chosen(prepared: Path, tmp_path: Path) -> None:
    """With what they need, and the cursor at the first, in a part that is unfolded for it."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        far = stage.sitting.plan.actions[40]
        page = await what_if(stage, far.key, "no/such@2")
        assert stage.sitting.codes[far.key] in codes_chosen(stage, page)
        assert row(stage, stage.sitting.codes[far.key]).startswith("▸ [x]")


async def test_what_waits_cannot_be_chosen_and_says_why(bakery: Path) -> None:
    """A step that waits for an open question has no mark; Space says for what it waits."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        sitting = stage.sitting
        for question in sitting.walk.order:
            if not question.endswith("objectives-written"):
                sitting.rate(question, 1)
        stage.app.open_page("plan")
        await stage.settle()
        waiting = next(action for action in sitting.plan.actions if action.waits)
        page = await what_if(stage, waiting.key)
        assert codes_chosen(stage, page) == []
        await stage.press("end", "right", "end")
        await walk_to(stage, page, waiting.key, "up")
        await stage.press("space")
        assert codes_chosen(stage, page) == []
        code = sitting.codes[waiting.key]
        assert f"{code} cannot be tried yet." in stage.app.peil_screen.footer.message
        assert "[" not in row(stage, code)


async def test_parts_fold_and_unfold(prepared: Path, tmp_path: Path) -> None:
    """Enter and the arrows unfold a heading; left folds from within; a folded one counts."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await what_if(stage)
        await stage.press(*["down"] * 6)
        assert "▸ NEXT" in stage.text()
        assert "Enter unfold" in stage.footer
        await stage.press("enter", "down", "space")
        assert row(stage, "A07").startswith("▸ [x]")
        await stage.press("left")
        line = next(line for line in stage.lines() if "NEXT" in line)
        assert "1 chosen" in line
        await stage.press("right", "down")
        assert row(stage, "A07").startswith("▸ [x]")


async def test_the_mouse_does_what_the_keys_do(prepared: Path, tmp_path: Path) -> None:
    """A click moves the cursor, a second one takes the action as done; a heading folds at once."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        page = await what_if(stage)
        await stage.click_on("A03")
        assert codes_chosen(stage, page) == []
        await stage.click_on("A03")
        assert codes_chosen(stage, page) == ["A03"]
        await stage.click_on("NEXT")
        assert "Enter folds" in stage.text()


async def test_works_in_a_small_window(prepared: Path, tmp_path: Path) -> None:
    """At 60 by 20 list, figures, what opens and what comes first are all there."""
    async with example_on("plan", prepared, tmp_path / "data", size=(60, 20)) as stage:
        await what_if(stage)
        await stage.press("space", "end", "space")
        for words in ("LATER", "Readiness", "THEN", "New tools", "Opens", "First then"):
            assert words in stage.text()
        await stage.press("home", "enter", "enter")
        assert stage.sitting.assessment.period is not None


async def test_a_wide_window_shows_the_curve(prepared: Path, tmp_path: Path) -> None:
    """The curve of what is left follows each key."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        await what_if(stage)
        before = [line[80:] for line in stage.lines()]
        assert "READINESS AFTER THAT" in stage.text()
        await stage.press("space")
        assert [line[80:] for line in stage.lines()[26:33]] != before[26:33]


async def test_a_language_switch_keeps_the_choice(prepared: Path, tmp_path: Path) -> None:
    """`L` shows the same choice in the other language."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        page = await what_if(stage)
        await stage.press("space", "L")
        assert codes_chosen(stage, page) == ["A01"]
        assert "Wat als" in stage.text()


async def test_the_plan_says_what_its_beginning_hangs_on(prepared: Path, tmp_path: Path) -> None:
    """Under the box where a line is free, and question by question behind `w`."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        assert "would change your first action." in stage.text()
        await stage.press("w")
        text = " ".join(stage.text().split())
        assert "What the result hangs on" in text
        assert "One level more or less on one of these answers would change something:" in text
        assert "(the first action, the first three)" in text


async def test_dropping_an_action_works_out_anew_what_it_hangs_on(
    prepared: Path, tmp_path: Path
) -> None:
    """What was dropped is first no more, so other answers may count."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        before = next(line for line in stage.lines() if "would change your first" in line)
        stage.sitting.set_status("A01", "dropped", "no need")
        stage.app.changed()
        await settled_workers(stage)
        after = [line for line in stage.lines() if "would change your first" in line]
        assert after != [before]
