"""The keys that change the plan: each does what it says, says what it did, and is taken back."""

from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.tui.conftest import BAKERY
from tests.tui.example import example_folder, example_on
from tests.tui.stage import Stage, on_stage


def first(sitting: Sitting, place: int = 0) -> str:
    """Return the code of an action by its place in the plan, from 0."""
    return sitting.codes[sitting.plan.actions[place].key]


def row_of(stage: Stage, code: str) -> str:
    """Return the line of an action on the screen; empty when it is not shown."""
    return next((line for line in stage.lines() if f"] {code}" in line), "")


def under_cursor(stage: Stage) -> str:
    """Return the line under the cursor."""
    return next(line for line in stage.lines() if line.startswith("▸"))


async def test_space_says_that_an_action_is_done(prepared: Path, tmp_path: Path) -> None:
    """It leaves the plan, the next one gets the cursor, a sentence tells that the answer stays."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        key = stage.sitting.plan.actions[1].key
        await stage.press("down", "space")
        assert stage.sitting.action_status(key) == "done"
        assert "A02 is done. The answer stays until you look at the question" in stage.text()
        assert row_of(stage, "A02") == ""
        assert "A03" in under_cursor(stage)
        await stage.press("z")
        assert "Taken back: status." in stage.text()
        assert row_of(stage, "A02")


async def test_t_puts_an_action_at_the_top_and_back(prepared: Path, tmp_path: Path) -> None:
    """The cursor stays with it, a sign says that it was moved, and `t` again lets it go."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = [action.key for action in stage.sitting.plan.actions]
        await stage.press("down", "down", "down", "t")
        assert first(stage.sitting) == "A04"
        assert "A04 is put at the top." in stage.text()
        assert "A04  ↑ " in under_cursor(stage)
        await stage.press("t")
        assert [action.key for action in stage.sitting.plan.actions] == before
        assert "A04 stands again where what it brings puts it." in stage.text()
        assert "A04" in under_cursor(stage)


async def test_b_postpones_an_action_and_lets_it_go(prepared: Path, tmp_path: Path) -> None:
    """It goes to the end with what needs it; the list keeps its place; `b` again lets it go."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        key = stage.sitting.plan.actions[0].key
        await stage.press("b")
        assert stage.sitting.plan.actions[0].key != key
        assert stage.sitting.record(key).postponed
        assert "A01 is postponed, and with it what needs it." in stage.text()
        assert "A02" in under_cursor(stage)
        await stage.press("z")
        assert stage.sitting.plan.actions[0].key == key


async def test_an_action_of_which_nothing_depends_is_postponed_alone(
    prepared: Path, tmp_path: Path
) -> None:
    """The sentence does not speak of what needs it, and `b` on it lets it go again."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("end", "enter", "end")
        code = under_cursor(stage).split("] ")[1].split()[0]
        await stage.press("b")
        assert f"{code} is postponed: it stands last now." in stage.text()
        assert f"{code}  ↓ " in under_cursor(stage)
        await stage.press("b")
        assert "stands again where what it brings puts it" in stage.text()


async def test_k_drops_an_action_for_a_reason(prepared: Path, tmp_path: Path) -> None:
    """The reason is asked, an empty one is refused, and what needs the action is named."""
    async with example_on("plan", prepared, tmp_path / "data", size=(80, 30)) as stage:
        key = stage.sitting.plan.actions[0].key
        await stage.press("k", "enter")
        assert "Dropping A01 needs a reason" in stage.text()
        assert stage.sitting.action_status(key) == "open"
        await stage.type("no time, q?")
        assert "not kept yet" in stage.lines()[0]
        await stage.press("enter")
        assert stage.sitting.action_status(key) == "dropped"
        assert stage.sitting.record(key).reason == "no time, q?"
        assert "A01 is dropped." in stage.text()
        waiting = [one for one in stage.sitting.plan.actions if key in one.waiting_for_dropped]
        assert f"{len(waiting)} actions that need it wait now" in stage.text()
        assert "WAITING" in stage.text()


@pytest.mark.parametrize("key", ["tab", "f2", "escape"])
async def test_dropping_can_be_left(prepared: Path, tmp_path: Path, key: str) -> None:
    """Escape and its second keys drop nothing, and what was typed is gone the next time."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("k")
        await stage.type("no time")
        await stage.press(key)
        assert stage.sitting.action_status(stage.sitting.plan.actions[0].key) == "open"
        assert "not kept yet" not in stage.lines()[0]
        await stage.press("k")
        assert "no time" not in stage.text()


async def test_d_shows_what_is_done_and_dropped(prepared: Path, tmp_path: Path) -> None:
    """Two folded parts behind the plan; Space and `k` make their actions open again."""
    async with example_on("plan", prepared, tmp_path / "data", size=(80, 30)) as stage:
        await stage.press("d")
        assert "Nothing is done or dropped yet." in stage.text()
        done, dropped = (action.key for action in stage.sitting.plan.actions[:2])
        await stage.press("space", "k")
        await stage.type("no time")
        await stage.press("enter", "d")
        assert "▸ DONE" in stage.text()
        assert "DROPPED" in stage.text()
        assert "[x]" not in stage.text()
        await stage.press("enter", "down")
        assert "[x] A01" in under_cursor(stage)
        assert "A01 IS DONE" in stage.text()
        assert "The answer stays until you look at the question again." in stage.text()
        await stage.press("space")
        assert stage.sitting.action_status(done) == "open"
        assert "A01 is open again." in stage.text()
        await stage.press("end", "enter", "end")
        assert "[-] A02" in under_cursor(stage)
        assert "Dropped: no time" in stage.text()
        await stage.press("t")
        assert "A02 is dropped: make it open again first, with k." in stage.text()
        await stage.press("k")
        assert stage.sitting.action_status(dropped) == "open"
        await stage.press("d")
        assert "Nothing is done or dropped yet." in stage.text()


async def test_d_again_leaves_the_past_out(prepared: Path, tmp_path: Path) -> None:
    """The cursor then stands in the plan again."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("space", "d", "d")
        assert "DONE" not in stage.text()
        assert under_cursor(stage)


async def test_a_done_action_can_be_read_in_full(prepared: Path, tmp_path: Path) -> None:
    """Its details say how it ended, and nothing of a place that it no longer has."""
    async with example_on("plan", prepared, tmp_path / "data", size=(100, 40)) as stage:
        await stage.press("space", "d", "enter", "down", "enter")
        text = stage.text()
        assert "Action A01" in text
        assert "How it ended   Done today." in text
        assert "Why here" not in text
        assert "What if" not in text


async def test_plus_adds_an_action_of_ones_own(prepared: Path, tmp_path: Path) -> None:
    """Words, hours and a topic; the cursor then stands on it, and `z` takes it back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("+")
        await stage.type("Paint the wall, q?")
        assert "not kept yet" in stage.lines()[0]
        await stage.press("enter")
        await stage.type("1.5")
        await stage.press("enter", "down", "down", "enter")
        record = stage.sitting.assessment.actions["A58"]
        assert (record.title, record.minutes) == ("Paint the wall, q?", 90)
        assert record.topic == stage.sitting.items.topics[1]
        assert "A58 is added." in stage.text()
        assert "Paint the wall" in under_cursor(stage)
        await stage.press("t")
        assert first(stage.sitting) == "A58"
        await stage.press("z", "z")
        assert "A58" not in stage.sitting.assessment.actions


async def test_an_own_action_whose_adding_is_undone_leaves_no_details(
    prepared: Path, tmp_path: Path
) -> None:
    """Undone from its own details they close, and keys that come after do no harm."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("+")
        await stage.type("Paint the wall")
        await stage.press("enter", "enter", "enter", "enter")
        assert "Action A58" in stage.text()
        await stage.rush("z", "space", "t")
        assert "Action A58" not in stage.text()
        assert "A58" not in stage.sitting.assessment.actions
        assert stage.app.fault is None


async def test_the_effort_of_an_own_action_may_be_minutes(prepared: Path, tmp_path: Path) -> None:
    """45m is three quarters of an hour; what is no effort is asked again."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("+")
        await stage.type("Paint the wall")
        await stage.press("enter")
        await stage.type("1e9")
        await stage.press("enter", "enter")
        assert "Type the effort in hours" in stage.text()
        await stage.press("ctrl+u")
        await stage.type("45m")
        await stage.press("enter", "enter")
        assert stage.sitting.assessment.actions["A58"].minutes == 45


async def test_an_own_action_needs_words(prepared: Path, tmp_path: Path) -> None:
    """Without them nothing is added, and the cursor goes to where they are missing."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = dict(stage.sitting.assessment.actions)
        await stage.press("+", "enter", "enter", "enter")
        assert "An action needs words" in stage.text()
        await stage.type("Paint")
        assert "Paint" in stage.text()
        await stage.press("f2")
        assert stage.sitting.assessment.actions == before
        await stage.press("+")
        assert "Paint" not in stage.text()


async def test_an_own_action_without_a_topic_can_be_looked_at(
    prepared: Path, tmp_path: Path
) -> None:
    """Its row, its details and its reason are drawn though no question belongs to it."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        await stage.press("+")
        await stage.type("Paint the wall")
        await stage.press("enter", "enter", "enter", "t")
        await stage.press("enter")
        assert "You added this yourself" in stage.text()
        await stage.press("g")
        assert "no question belongs to it" in stage.text()
        await stage.press("x", "w")
        assert "Why A58 stands here" in stage.text()


async def test_who_and_when_stand_beside_a_title_where_there_is_room(
    prepared: Path, tmp_path: Path
) -> None:
    """A short title leaves room for both; a long one keeps all of its own."""
    async with example_on("plan", prepared, tmp_path / "data", size=(120, 40)) as stage:
        code = first(stage.sitting)
        stage.sitting.set_owner(code, "Marieke")
        stage.app.changed()
        await stage.settle()
        assert "Marieke" in row_of(stage, code)
        stage.sitting.retitle(code, "Give each stakeholder a place " * 4)
        stage.app.changed()
        await stage.settle()
        assert "Marieke" not in row_of(stage, code)


async def test_keys_on_a_heading_ask_for_an_action(prepared: Path, tmp_path: Path) -> None:
    """On a heading there is nothing to do, and that is said."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = stage.sitting.assessment.actions
        await stage.press("home")
        for key in ("space", "t", "b", "k"):
            await stage.press(key)
            assert "Put the cursor on an action first." in stage.text()
        assert stage.sitting.assessment.actions == before


async def test_without_actions_the_keys_point_at_an_own_one(bakery: Path) -> None:
    """In an empty plan Space says so, and `+` still adds one."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("plan")
        await stage.settle()
        await stage.press("space")
        assert "There is no action yet" in stage.text()
        await stage.press("+")
        await stage.type("Paint")
        await stage.press("enter", "enter", "enter")
        assert "Paint" in under_cursor(stage)


@pytest.mark.parametrize("key", ["space", "t", "b", "k", "+"])
async def test_a_window_that_looks_only_says_why_nothing_changes(
    prepared: Path, tmp_path: Path, key: str
) -> None:
    """Each key is refused with the sentence that says why."""
    name = example_folder(prepared, tmp_path / "data", "en")
    with Workspace(tmp_path / "data").open(name):
        async with on_stage(tmp_path / "data", assessment=name) as stage:
            await stage.press("enter")
            stage.app.open_page("plan")
            await stage.settle()
            before = stage.sitting.assessment
            await stage.press(key)
            assert stage.sitting.assessment == before
            assert "nothing can be changed here now" in stage.text()


async def test_help_tells_the_signs_and_every_key(prepared: Path, tmp_path: Path) -> None:
    """The signs stand before the keys."""
    async with example_on("plan", prepared, tmp_path / "data", size=(100, 60)) as stage:
        await stage.press("?")
        text = stage.text()
        assert "[~] somebody is at it" in text
        for command in stage.app.page("plan").commands:
            assert stage.app.say(command.about)[:40] in text


async def test_what_if_opens(prepared: Path, tmp_path: Path) -> None:
    """`i` leads to the page on which actions are tried."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("i")
        assert stage.app.page_name == "what_if"


async def test_finished_actions_wait_for_a_look_at_their_question(
    prepared: Path, tmp_path: Path
) -> None:
    """A line above the plan says so once there is one; Enter on it, or `l`, leads there."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("l")
        assert "No finished action waits" in stage.text()
        await stage.press("space")
        assert "1 finished action: look at its question again" in stage.text()
        assert "A02" in under_cursor(stage)
        await stage.press("home")
        assert "look at its question" in under_cursor(stage)
        assert "Enter look again" in stage.footer
        await stage.press("enter")
        assert stage.app.page_name == "looking"
        await stage.press("escape")
        assert stage.app.page_name == "plan"
        await stage.press("l")
        assert stage.app.page_name == "looking"


async def test_u_asks_which_list_to_read_back(prepared: Path, tmp_path: Path) -> None:
    """The dialog for a list that was worked in opens."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("u")
        assert type(stage.app.peil_screen.overlay).__name__ == "ReadBackFile"
