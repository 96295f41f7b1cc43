"""What is not saved, saved elsewhere, or wrong with a file: said on the screen, at once, whole."""

import asyncio
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from peil.errors import PeilError
from peil.store.storage import AssessmentStorage
from peil.text.languages import mark
from peil.tui.dialogs.about_file import AboutFile
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage
from tests.tui.trouble import FIRST, answered, change_outside, file_of, level_of

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let every save fail as on a full disk."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(AssessmentStorage, "write", full)
        yield


def said(stage: Stage) -> str:
    """Return what stands on the screen in one line, without the edges of a dialog."""
    return " ".join(stage.text().replace("│", " ").split())


def exit_code(stage: Stage) -> int | None:
    """Return with which code it was stopped; None while it runs."""
    return stage.app.return_code


@pytest.mark.fault("disk full")
async def test_not_saved_stands_on_every_page_until_it_is(shop: Path) -> None:
    """Results, plan and home say it too; the next change saves all, and then it is gone."""
    async with on_stage(shop, assessment=SHOP) as stage:
        with full_disk():
            await stage.press("2")
            await stage.saved()
            for page in ("results", "plan", "home", "question"):
                stage.app.open_page(page)
                await stage.settle()
                await stage.saved()  # the plan gives codes, and these are not saved either
                assert stage.lines()[0].endswith("! not saved: disk full")
        await stage.press("3")
        await stage.saved()
        assert stage.lines()[0].endswith("✓ saved")
    assert level_of(shop) == 3


@pytest.mark.fault("disk full")
async def test_stopping_asks_once_where_answers_would_be_lost(shop: Path) -> None:
    """The first q says what is not saved; a save in between makes it ask again."""
    async with on_stage(shop, assessment=SHOP) as stage:
        with full_disk():
            await stage.press("2", "q")
            assert "press q again to stop without your last changes" in said(stage)
            assert exit_code(stage) is None
        await stage.press("3")
        await stage.saved()
        with full_disk():
            await stage.press("4", "q")
            assert exit_code(stage) is None
            await stage.press("2", "q")  # what changed since was not said to be lost
            assert exit_code(stage) is None
            await stage.press("q")
            assert exit_code(stage) == 0
    assert level_of(shop) == 2  # the last attempt, once the screen is gone


@pytest.mark.fault("file changed underneath")
async def test_a_conflict_is_told_in_words_at_once(shop: Path) -> None:
    """Where the answers go now, and what to do; once. The header keeps saying it."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.go_to_question(FIRST)
        await stage.settle()
        file_of(shop).write_bytes(file_of(shop).read_bytes() + b"\n")
        await stage.press("2")
        await stage.saved()
        assert "Your answers are safe in" in said(stage)
        assert f"{SHOP}.conflict-1.json" in stage.text()
        await stage.press("enter", "3")
        await stage.saved()
        assert "Your answers are safe in" not in said(stage)
        assert stage.lines()[0].endswith(f"! saved beside: {SHOP}.conflict-1.json")


@pytest.mark.parametrize("keeping", [0.01, 9.0], ids=["kept meanwhile", "kept at the end"])
async def test_a_conflict_waits_until_a_note_is_written(
    shop: Path, monkeypatch: pytest.MonkeyPatch, keeping: float
) -> None:
    """Nothing opens over what is being typed; it is told when the note is closed."""
    monkeypatch.setattr("peil.tui.dialogs.note.KEEPING", keeping)
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.app.go_to_question(FIRST)
        await stage.settle()
        file_of(shop).write_bytes(file_of(shop).read_bytes() + b"\n")
        await stage.press("n")
        await stage.type("half a no")
        stage.sitting.rate(FIRST, 2)
        await stage.saved()
        assert "Your answers are safe in" not in said(stage)
        await stage.type("te")
        await asyncio.sleep(0.05)
        await stage.saved()
        assert "Your answers are safe in" not in said(stage)
        await stage.press("tab")
        await stage.saved()
        assert "Your answers are safe in" in said(stage)
        assert stage.sitting.answer(FIRST).note == "half a note"


@SIZES
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_is_wrong_with_a_file_is_said_whole(
    shop: Path, language: str, size: tuple[int, int]
) -> None:
    """However long the sentence: in a dialog, once, with what can be done."""
    answered(shop, 1, 2)
    change_outside(shop)
    async with on_stage(shop, assessment=SHOP, language=language, size=size) as stage:
        notice = stage.sitting.notice
        assert notice is not None
        assert "".join(notice.sentence(stage.app.say).split()) in "".join(said(stage).split())
        assert isinstance(stage.app.peil_screen.overlay, AboutFile)
        await stage.press("enter")
        assert stage.app.peil_screen.overlay is None


@SIZES
async def test_no_message_is_cut(shop: Path, size: tuple[int, int]) -> None:
    """A long sentence takes the lines that it needs, also after the window became narrower."""
    sentence = "This cannot be done now, " * 12 + "and that is the end."
    async with on_stage(shop, size=(100, 30)) as stage:
        stage.app.tell(sentence)
        await stage.settle()
        assert sentence in said(stage)
        await stage.resize(*size)
        await stage.settle()
        assert sentence in said(stage)
        assert "Enter open" in stage.footer


async def test_a_word_about_a_file_that_is_well_stands_above_the_footer(shop: Path) -> None:
    """What is no damage opens no dialog."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.notice = PeilError(mark("It was made by an earlier Peil."))
        stage.app.tell_notice()
        await stage.settle()
        assert "It was made by an earlier Peil." in stage.text()
        assert stage.app.peil_screen.overlay is None


async def test_help_over_a_note_loses_nothing(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is stored although help is open, and the note is there again after it."""
    monkeypatch.setattr("peil.tui.dialogs.note.KEEPING", 0.3)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("half a no")
        await stage.press("f1")
        assert stage.lines()[0].endswith("… not kept yet")
        await asyncio.sleep(0.4)
        await stage.saved()
        assert stage.sitting.answer(FIRST).note == "half a no"
        assert stage.lines()[0].endswith("✓ saved")
        await stage.press("enter")
        await stage.type("te")
        await stage.press("tab")
        assert stage.sitting.answer(FIRST).note == "half a note"


async def test_a_signal_while_help_is_open_keeps_what_is_typed_beneath(shop: Path) -> None:
    """Evidence that nobody pressed Enter for is kept when Peil must stop."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        await stage.type("the wall")
        await stage.press("f1")
        stage.app.keep_typed()
        assert stage.sitting.answer(FIRST).evidence == "the wall"


async def test_another_dialog_over_a_note_keeps_it(shop: Path) -> None:
    """The note is closed, and with it stored."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("a note")
        stage.app.open_check()
        await stage.settle()
        assert stage.sitting.answer(FIRST).note == "a note"
        await stage.press("x")
        assert "Is there a goal" in stage.text()
