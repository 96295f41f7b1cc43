"""What cannot be asked is not opened: a sentence says why, and home stays."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from peil.assessment.model import Answer, Assessment
from peil.errors import PeilError
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.store.settings import Settings
from peil.store.storage import AssessmentStorage
from peil.store.workspace import Workspace
from peil.tui.run import make_app
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import change
from tests.tui.stage import on_stage


def unreadable(assessment: Assessment) -> Assessment:
    """Return the assessment with a questionnaire that is none."""
    return replace(
        assessment, sources=(replace(assessment.sources[0], texts={"en": "Just some words."}),)
    )


def without_questionnaires(assessment: Assessment) -> Assessment:
    """Return the assessment with nothing to ask."""
    return replace(assessment, sources=(), answers={}, place="")


def for_others(assessment: Assessment) -> Assessment:
    """Return the assessment with questions for teams alone, of a business of one."""
    text = "---\ntitle: Team\nid: team\nversion: 1\nlanguage: en\nscale: 1 to 2\ntarget: 2\n---\n"
    text += "# Team\n\n## Talk `talk`\n\n### Do you talk? `do`\n\n"
    text += "- core: yes\n- ask if: people = team\n\n1. No.\n2. Yes.\n   - to get here: Talk.\n"
    source = replace(assessment.sources[0], id="team", texts={"en": text})
    profile = replace(assessment.profile, people="solo")
    return replace(assessment, sources=(source,), profile=profile, answers={}, place="")


STATES = pytest.mark.parametrize(
    ("made", "said", "code"),
    [
        (unreadable, "this Peil finds no questionnaire in what was kept", 3),
        (without_questionnaires, "The shop has no questions, so there is nothing", 1),
        (for_others, "The shop has no question that is asked in a business like this", 1),
    ],
)


@STATES
async def test_home_says_why_and_stays(
    bakery: Path, made: Callable[[Assessment], Assessment], said: str, code: int
) -> None:
    """One sentence above the footer; another assessment opens all the same."""
    del code
    change(bakery, made)
    async with on_stage(bakery) as stage:
        await stage.press("down")
        row = next(y for y, line in enumerate(stage.lines()) if "The shop" in line and y > 8)
        await stage.click(10, row)
        assert stage.app.page_name == "home"
        assert said in " ".join(stage.text().split()), stage.text()
        assert not stage.app.has_sitting
        stage.app.open_assessment(BAKERY)
        await stage.settle()
        assert stage.sitting.assessment.id == BAKERY


@STATES
def test_the_command_line_is_told(
    shop: Path, made: Callable[[Assessment], Assessment], said: str, code: int
) -> None:
    """Asked for by name it raises, and the assessment is free for others again."""
    change(shop, made)
    workspace = Workspace(shop)
    with pytest.raises(PeilError) as raised:
        make_app(
            workspace,
            Catalog([shipped_folder()], workspace.cache),
            assessment=SHOP,
            language="en",
            settings=Settings(),
        )
    assert said in str(raised.value)
    assert raised.value.exit_code == code
    workspace.open(SHOP).close()


async def test_what_is_not_saved_is_not_left(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk another assessment is not opened: the answers would be gone."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with on_stage(bakery, assessment=SHOP) as stage:
        with monkeypatch.context() as broken:
            broken.setattr(AssessmentStorage, "write", full)
            await stage.press("2")
            await stage.saved()
            stage.app.open_assessment(BAKERY)
            await stage.settle()
            said = " ".join(stage.text().split())
            assert "The shop is not saved yet: disk full. Solve that first" in said
            assert stage.sitting.assessment.id == SHOP
        stage.app.open_assessment(BAKERY)
        await stage.settle()
        assert stage.sitting.assessment.id == BAKERY
    async with on_stage(bakery, assessment=SHOP) as stage:
        assert stage.sitting.answer("shop/goal-written").level == 2


async def test_a_walk_of_core_questions_without_any(shop: Path) -> None:
    """`c` says that there are none, and the others stay; a walk kept so is opened in full."""

    def coreless(assessment: Assessment) -> Assessment:
        source = assessment.sources[0]
        text = source.texts["en"].replace("- core: yes", "- core: yes\n- ask if: people = team")
        text = text.replace("- ask if: people = team\n- see: shop/goal-written\n", "")
        profile = replace(assessment.profile, people="solo")
        sources = (replace(source, texts={"en": text}),)
        return replace(assessment, sources=sources, profile=profile, core_only=True, place="")

    change(shop, coreless)
    async with on_stage(shop, assessment=SHOP) as stage:
        assert "Does everybody in the shop know the goal?" in stage.text()
        await stage.press("c")
        assert "There are no core questions here" in stage.text()
        assert "Does everybody in the shop know the goal?" in stage.text()


async def test_the_language_of_the_command_line_wins(bakery: Path) -> None:
    """An assessment in English opens in Dutch when that was asked for, until `L` is pressed."""
    async with on_stage(bakery, language="nl") as stage:
        stage.app.open_assessment(BAKERY)
        await stage.settle()
        assert "weet" in stage.footer
        await stage.press("L")
        stage.app.open_assessment(SHOP)
        await stage.settle()
        assert "don't know" in stage.footer


async def test_looking_only_reads_a_note_and_writes_none(bakery: Path) -> None:
    """`n` says at once that nothing can be written; a note that is there can be read whole."""
    with Workspace(bakery).open(SHOP) as opened:
        assert opened.loaded is not None
        async with on_stage(bakery) as stage:
            stage.app.open_assessment(SHOP)
            await stage.settle()
            await stage.press("enter", "n")
            assert "look only" in stage.text()
            assert stage.app.peil_screen.overlay is None
            question = stage.sitting.walk.resume()
            stage.sitting.assessment = replace(
                stage.sitting.assessment, answers={question: Answer(note="first\nsecond")}
            )
            await stage.press("n")
            assert "first" in stage.text()
            assert "second" in stage.text()
