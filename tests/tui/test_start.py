"""The first start: three answers with defaults, and the first question is there."""

import errno
from pathlib import Path

import pytest

from peil.store.openfile import OpenFile
from peil.store.trouble import cannot_write
from peil.store.workspace import Workspace
from tests.tui.stage import on_stage


async def test_enter_three_times_reaches_question_one(nothing: Path) -> None:
    """Every answer has a default: a name, alone, both."""
    async with on_stage(nothing) as stage:
        assert "How ready is your business" in stage.text()
        await stage.press("enter", "enter", "enter")
        assert "core question 1 of 18" in stage.text()
        profile = stage.sitting.assessment.profile
        assert (profile.people, profile.audience, profile.hours) == ("solo", "both", 3)
        assert stage.sitting.assessment.title == "My business"
    assert Workspace(nothing).ids() == ["my-business"]


async def test_the_answers_are_taken_over(nothing: Path) -> None:
    """A name with letters that are keys elsewhere, and both choices made with arrows."""
    async with on_stage(nothing) as stage:
        await stage.type("Lq? & [b]")
        await stage.press("enter", "right", "enter", "right", "right", "enter")
        assessment = stage.sitting.assessment
        assert assessment.title == "Lq? & [b]"
        assert assessment.profile.people == "team"
        assert assessment.profile.audience == "staff"


async def test_help_is_f1_in_the_name_and_a_question_mark_below(nothing: Path) -> None:
    """The footer follows what the letters mean."""
    async with on_stage(nothing) as stage:
        assert stage.footer.endswith("F1 help")
        await stage.press("enter")
        assert stage.footer.endswith("? help")
        await stage.press("up")
        assert stage.footer.endswith("F1 help")


async def test_the_mouse_fills_it_in(nothing: Path) -> None:
    """Choices and the line that begins can be clicked."""
    async with on_stage(nothing) as stage:
        await stage.click_on("( ) with colleagues")
        await stage.click_on("( ) customers")
        await stage.click_on("[ Begin with question 1 ]")
        profile = stage.sitting.assessment.profile
        assert (profile.people, profile.audience) == ("team", "customers")


async def test_the_language_keeps_what_was_typed(nothing: Path) -> None:
    """`L` on a line without letters changes the words and keeps name and choices."""
    async with on_stage(nothing) as stage:
        await stage.type("Jansen")
        await stage.press("enter", "right", "L")
        assert stage.app.say.language == "nl"
        assert "Jansen" in stage.text()
        await stage.press("enter", "enter")
        assert stage.sitting.assessment.language == "nl"
        assert stage.sitting.assessment.profile.people == "team"


async def test_a_folder_that_cannot_be_written_is_said(
    nothing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: one sentence, and what was typed is still there."""

    def full(*_: object) -> OpenFile:
        raise cannot_write(nothing, OSError(errno.ENOSPC, "No space left"))

    monkeypatch.setattr(Workspace, "create", full)
    async with on_stage(nothing) as stage:
        await stage.type("Jansen")
        await stage.press("enter", "enter", "enter")
        assert stage.app.page_name == "start"
        assert "the disk is full" in " ".join(stage.text().split())
        assert "Jansen" in stage.text()


async def test_escape_never_leads_out(nothing: Path) -> None:
    """At the very first page Escape says how to stop."""
    async with on_stage(nothing) as stage:
        await stage.press("escape")
        assert stage.app.is_running
        assert "Press q to stop." in stage.text()


async def test_the_iceberg_gives_way(nothing: Path) -> None:
    """In a narrow window and with ASCII signs the drawing is left out, its form is not."""
    async with on_stage(nothing, size=(60, 20)) as stage:
        assert "▟" not in stage.text()
        assert "[ Begin with question 1 ]" in stage.text()
        await stage.resize(80, 24)
        assert "▟" in stage.text()


async def test_keys_typed_ahead_of_the_screen_find_their_line(nothing: Path) -> None:
    """What follows Enter in one breath chooses on the next line; it is not typed in the name."""
    async with on_stage(nothing) as stage:
        await stage.rush(*"Bakery", "enter", "right", "enter", "right", "enter")
        assert stage.app.has_sitting
        assert stage.sitting.assessment.title == "Bakery"
        profile = stage.sitting.assessment.profile
        assert (profile.people, profile.audience) == ("team", "customers")


async def test_escape_leads_to_the_list_and_never_back_to_the_form(nothing: Path) -> None:
    """What was begun is on the list then, and q stops there."""
    async with on_stage(nothing) as stage:
        await stage.press("enter", "enter", "enter")
        assert "core question 1" in stage.text()
        await stage.press("escape")
        assert "ASSESSMENTS" in stage.text()
