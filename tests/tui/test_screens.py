"""The main screens as they look, kept as plain text in two languages and three sizes.

After a change that is meant: `PEIL_KEEP_SCREENS=1 pytest tests/tui/test_screens.py`
writes them anew, and the review shows what changed.
"""

import os
from datetime import date
from pathlib import Path

import pytest
import time_machine

from peil.report.actions import write_action_list
from peil.report.readback import read_back
from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.dialogs.readback import ReadBack
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.done import finished, tick, written_list
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage
from tests.tui.test_present import SCENES as PRESENTED
from tests.tui.test_present import presented
from tests.tui.trouble import FIRST, answered, put_newer
from tests.tui.voters import freeze, vote_begun

FOLDER = Path(__file__).parent / "screens"
DAY = "2026-01-09T12:00:00Z"
"""The day on which actions are done."""
SIZES = ((60, 20), (80, 24), (120, 40))
SCENES = {
    "question": ("2", "enter", "3", "left"),
    "not-applicable": ("x",),
    "note": ("n",),
    "go-to": ("2", "enter", "d", "left", "g"),
    "help": ("?",),
}
"""Scenes of one question by name: the keys that lead to them."""


def kept(stage: Stage, name: str) -> str:
    """Return the screen that was kept under a name; write it first where that is wished."""
    size = stage.app.size
    file = FOLDER / f"{name}.{stage.app.say.language}.{size.width}x{size.height}.txt"
    if os.environ.get("PEIL_KEEP_SCREENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(stage.text() + "\n", encoding="utf-8")
    return file.read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scene", SCENES)
async def test_a_question_looks_as_before(
    shop: Path, scene: str, language: str, size: tuple[int, int]
) -> None:
    """A question and its dialogs look as they were approved."""
    async with on_stage(shop, assessment=SHOP, language=language, size=size) as stage:
        stage.app.speak(language)
        await stage.press(*SCENES[scene])
        await stage.saved()
        assert stage.text() == kept(stage, scene)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_first_start_looks_as_before(
    nothing: Path, language: str, size: tuple[int, int]
) -> None:
    """The first page looks as it was approved."""
    async with on_stage(nothing, language=language, size=size) as stage:
        await stage.press("enter")
        assert stage.text() == kept(stage, "start")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_home_looks_as_before(bakery: Path, language: str, size: tuple[int, int]) -> None:
    """Home with two assessments looks as it was approved."""
    async with on_stage(bakery, assessment=SHOP, language=language) as stage:
        await stage.press("3", "enter", "2")
    async with on_stage(bakery, language=language, size=size) as stage:
        await stage.press("down")
        assert stage.text() == kept(stage, "home")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_waits_looks_as_before(
    bakery: Path, language: str, size: tuple[int, int]
) -> None:
    """Home with a file to look at and a newer questionnaire looks as it was approved."""
    (bakery / "assessments" / f"{SHOP}.conflict-1.json").write_text("")
    put_newer(bakery)
    answered(bakery, 2)
    async with on_stage(bakery, language=language, size=size) as stage:
        await settled_workers(stage)
        await stage.press("down")
        assert stage.text() == kept(stage, "home-todo")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_was_done_looks_as_before(
    shop: Path, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """Home with finished actions and an edited list, and the round, look as approved."""
    with time_machine.travel(DAY, tick=False):
        file = tmp_path / "list.md"
        written_list(shop, file)
        tick(file)
        finished(shop)
        async with on_stage(shop, language=language, size=size) as stage:
            await settled_workers(stage)
            await stage.press("down")
            assert stage.text() == kept(stage, "home-done")
            await stage.press("down", "enter")
            stage.app.speak(language)
            await stage.saved()
            assert stage.text() == kept(stage, "looking")
            await stage.press("3")
            await stage.saved()
            assert stage.text() == kept(stage, "looking-evidence")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_list_that_comes_back_looks_as_before(
    shop: Path, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """What it would change, what both sides changed, and what there is to know."""
    async with on_stage(shop, assessment=SHOP, language=language, size=size) as stage:
        stage.app.speak(language)
        edited_list(stage.sitting, tmp_path / "list.md")
        found = read_back(stage.sitting, tmp_path / "list.md", date(2026, 11, 21))
        dialog = stage.app.overlay("readback")
        assert isinstance(dialog, ReadBack)
        dialog.about(found._replace(path=Path("/home/jansen/list.md")))
        stage.app.open_overlay("readback")
        await stage.settle()
        await stage.saved()
        assert stage.text() == kept(stage, "readback")
        await stage.press("space", "y")
        await stage.saved()
        assert stage.text() == kept(stage, "readback-done")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_vote_looks_as_before(
    bakery: Path, language: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyboard that goes round, its cards and dialogs, slips, and a tally."""
    freeze(monkeypatch)
    async with on_stage(bakery, assessment=BAKERY, language=language, size=size) as stage:
        stage.app.speak(language)
        stage.sitting.set_meeting(voters=7)
        question = stage.sitting.to_vote_on[4]
        stage.app.begin_vote([question], "keyboard")
        await stage.press("3", "space", "3", "space")
        assert stage.text() == kept(stage, "vote")
        await stage.press("2")
        assert stage.text() == kept(stage, "vote-card")
        await stage.press("n")
        assert stage.text() == kept(stage, "vote-voters")
        await stage.press("escape", "x")
        assert stage.text() == kept(stage, "vote-give-up")
        await stage.press("escape", "n", "e")
        assert stage.text() == kept(stage, "vote-all-in")
        stage.sitting.give_up_ballot()
        await vote_begun(stage, "slips", 12)
        await stage.press(*"1234")
        assert stage.text() == kept(stage, "vote-slip")
        await stage.press("f1")
        assert stage.text() == kept(stage, "vote-help")
        stage.sitting.give_up_ballot()
        stage.app.open_page("question")
        await stage.press("v", *"22314?")
        assert stage.text() == kept(stage, "vote-tally")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_warm_up_looks_as_before(
    bakery: Path, language: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question, the card, and the blocks at the end."""
    freeze(monkeypatch)
    async with on_stage(bakery, assessment=BAKERY, language=language, size=size) as stage:
        stage.app.speak(language)
        stage.sitting.set_meeting(voters=5)
        await stage.saved()
        stage.app.warm_up("keyboard")
        await stage.settle()
        assert stage.text() == kept(stage, "warm-up")
        await stage.press("1")
        assert stage.text() == kept(stage, "warm-up-card")
        await stage.press("space", "2", "space", "2", "space", "4", "space", "?", "enter")
        assert stage.text() == kept(stage, "warm-up-shown")


def edited_list(sitting: Sitting, file: Path) -> None:
    """Write the list of the shop, and edit it; in Peil the owner becomes another meanwhile."""
    sitting.rate(FIRST, 1)
    write_action_list(sitting, file)
    say = words(sitting.language)
    new = f"- [ ] Sweep\n  - {say('due')}: soon\n- [ ] **A01**"
    text = file.read_text(encoding="utf-8").replace("- [ ] **A01**", new, 1)
    text = text.replace("- [ ] **A02**", "- [x] **A02**")
    text = text.replace(f"- {say('owner')}:\n", f"- {say('owner')}: Marieke\n")
    text = text.replace(f"- {say('due')}:\n", f"- {say('due')}: +2w\n", 1)
    file.write_text(text, encoding="utf-8")
    sitting.set_owner("A01", "Jan")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_newer_questionnaire_looks_as_before(
    shop: Path, language: str, size: tuple[int, int]
) -> None:
    """What it would change, and the question that it changed, look as they were approved."""
    put_newer(shop)
    answered(shop, 2)
    async with on_stage(shop, assessment=SHOP, language=language, size=size) as stage:
        stage.app.speak(language)
        stage.app.open_newer()
        await stage.settle()
        await stage.saved()
        assert stage.text() == kept(stage, "newer")
        await stage.press("t")
        stage.app.go_to_question(FIRST)
        await stage.settle()
        await stage.press("e", "f2")
        await stage.saved()
        assert stage.text() == kept(stage, "look-again")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_presenter_view_looks_as_before(
    shop: Path, language: str, size: tuple[int, int]
) -> None:
    """A question, while a vote runs on it, revealed, agreed, and the result."""
    async with presented(shop, size, language=language) as stage:
        assert stage.text() == kept(stage, "present")
        for scene in ("running", "revealed", "agreed"):
            if stage.sitting.ballot is not None:
                stage.sitting.give_up_ballot()
            PRESENTED[scene](stage.sitting)
            stage.sitting.stop_clock()
            stage.app.changed()
            await stage.saved()
            assert stage.text() == kept(stage, f"present-{scene}")
    async with presented(shop, size, language=language, before="results") as stage:
        stage.sitting.stop_clock()
        assert stage.text() == kept(stage, "present-result")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_papers_of_a_team_look_as_before(
    shop: Path, language: str, size: tuple[int, int]
) -> None:
    """Run-sheet and minutes, and where one is asked to what file they go."""
    with time_machine.travel(DAY, tick=False):
        async with on_stage(shop, assessment=SHOP, language=language, size=size) as stage:
            stage.app.speak(language)
            sitting = stage.sitting
            sitting.set_meeting(voters=5, names=("Ann", "Bo"), minutes=45)
            sitting.tally(FIRST, "11244")
            sitting.agree(FIRST, 2, "half of it", "Bo: 1")
            for name in ("run_sheet", "minutes"):
                stage.app.open_overlay(name)
                await stage.settle()
                await stage.saved()
                assert stage.text() == kept(stage, name.replace("_", "-"))
