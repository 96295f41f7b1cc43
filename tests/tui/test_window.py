"""The window: any size, any terminal, and the sign that says whether answers are safe."""

import errno
import os
from pathlib import Path

import pytest

from peil.errors import PeilError
from peil.store.settings import Settings
from peil.store.storage import AssessmentStorage
from peil.tui.pages.question import QuestionPage
from tests.tui.conftest import SHOP
from tests.tui.stage import on_stage


async def test_a_window_too_small_asks_for_room_and_keys_rest(shop: Path) -> None:
    """Nothing can be answered unseen; with room the same question is back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.resize(39, 12)
        assert "Make the window larger: 40 by 12." in stage.text()
        await stage.press("2")
        assert stage.sitting.answer("shop/goal-written").state is None
        await stage.resize(80, 24)
        await stage.press("2")
        assert stage.sitting.answer("shop/goal-written").level == 2


async def test_a_storm_of_sizes(shop: Path) -> None:
    """From 1×1 to 500×200, with a dialog open, nothing crashes and no line is too wide."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("note")
        for size in ((1, 1), (500, 200), (40, 12), (2, 90), (200, 5), (60, 20), (120, 40)):
            await stage.resize(*size)
        await stage.press("tab")
        assert "note" in stage.text()


async def test_at_the_smallest_size_every_level_can_be_reached(shop: Path) -> None:
    """At 40×12 the list scrolls with the cursor, and says that there is more."""
    async with on_stage(shop, assessment=SHOP, size=(40, 12)) as stage:
        assert "▼" in stage.text()
        await stage.press("down", "down", "down", "down")
        assert "with the outcome of the first" in " ".join(stage.text().split())
        await stage.press("enter")
        assert stage.sitting.answer("shop/goal-written").level == 4


async def test_ascii_signs_throughout(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `PEIL_ASCII=1` question, dialogs, help and home are drawn with ASCII alone."""
    monkeypatch.setenv("PEIL_ASCII", "1")
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        assert "> 2 *  There is a goal in words." in stage.text()
        for keys in ((), ("x",), ("x", "e"), ("f2", "n"), ("tab", "?"), ("?", "g"), ("tab",)):
            await stage.press(*keys)
            assert stage.text().isascii(), stage.text()
        await stage.press("escape")
        assert stage.text().isascii()


async def test_ascii_signs_from_the_settings(nothing: Path) -> None:
    """The setting does the same, and the iceberg is left out."""
    async with on_stage(nothing, settings=Settings(ascii=True)) as stage:
        assert stage.text().isascii()


async def test_a_full_disk_is_said_and_the_answer_stays(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header says why nothing is saved; the next change saves all."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with on_stage(shop, assessment=SHOP) as stage:
        with monkeypatch.context() as broken:
            broken.setattr(AssessmentStorage, "write", full)
            await stage.press("2")
            await stage.saved()
            assert stage.lines()[0].endswith("! not saved: disk full")
            assert "▸ 2 ●" in stage.text()
        await stage.press("3")
        await stage.saved()
        assert stage.lines()[0].endswith("✓ saved")


async def test_going_to_another_question_does_not_make_the_sign_flicker(shop: Path) -> None:
    """Only answers can be unsafe: the place alone leaves "saved" standing."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        await stage.saved()
        page = stage.app.page("question")
        assert isinstance(page, QuestionPage)
        page.action_next()
        assert "saved" in stage.lines()[0]
        await stage.settle()
        assert stage.lines()[0].endswith("✓ saved")


@pytest.mark.parametrize("theme", ["peil-dark", "peil-light", "peil-contrast", "nonsense"])
async def test_every_theme_draws_the_same_words(shop: Path, theme: str) -> None:
    """Meaning never hangs on colour: the text of the screen is the same in each."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        await stage.saved()
        plain = stage.text()
    async with on_stage(shop, assessment=SHOP, settings=Settings(theme=theme)) as stage:
        assert stage.text() == plain


async def test_no_colour(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`NO_COLOR` draws in shades of grey, and the words are all there."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("2")
        assert "▸ 2 ●" in stage.text()
        assert stage.app.no_color


async def test_damaged_settings_are_said_at_the_start(shop: Path) -> None:
    """The sentence about the settings stands above the footer, until the next key."""
    notice = PeilError("{file} cannot be read.", file="settings.toml")
    async with on_stage(shop, assessment=SHOP, notice=notice) as stage:
        assert "settings.toml cannot be read." in stage.text()
        await stage.press("2")
        assert "settings.toml" not in stage.text()
