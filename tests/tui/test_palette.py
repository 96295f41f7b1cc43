"""The command palette finds everything by a part of its words."""

from pathlib import Path

import pytest

from peil.tui.app import PeilApp
from peil.tui.palette import Everything
from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage


async def hits(app: PeilApp, query: str) -> list[str]:
    """Return the lines that the palette shows for a query, the best first."""
    provider = Everything(app.screen)
    found = [hit async for hit in provider.search(query)]
    return [str(hit.text) for hit in sorted(found, reverse=True)]


async def test_every_question_topic_and_action_is_found(bakery: Path) -> None:
    """By the words of the language on the screen, each is among the first hits."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        items = stage.sitting.items
        for name in items.questions:
            assert items.question(name).text in (await hits(stage.app, items.question(name).text))
        for name in items.topics:
            assert (await hits(stage.app, items.topic(name).title))[0]
        for command in stage.app.page("question").commands:
            if command.palette:
                assert (await hits(stage.app, command.about))[0] == command.about


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("theme light", "Theme: light"),
        ("dark", "Theme: dark"),
        ("high contrast", "Theme: high contrast"),
        ("neder", "Nederlands"),
        ("assessments", "Home: all assessments"),
    ],
)
async def test_themes_languages_and_pages_are_found(
    bakery: Path, query: str, expected: str
) -> None:
    """What has no key of its own can be reached here."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        assert expected in await hits(stage.app, query)


async def played(stage: Stage, query: str) -> None:
    """Open the palette, type, and take the first hit."""
    await stage.press("ctrl+p")
    await stage.type(query)
    for _ in range(100):
        await stage.pilot.pause(0.01)
        if "▸" in stage.text() or query in stage.text():
            break
    await stage.pilot.pause(0.2)
    await stage.press("down", "enter")
    await stage.pilot.pause(0.2)
    await stage.settle()


async def test_a_question_can_be_opened_from_it(bakery: Path) -> None:
    """Typing a part of a question and Enter goes there."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await played(stage, "how many hours a week")
        assert "Capacity · core question 2" in stage.text()


async def test_a_theme_can_be_put_on_and_is_remembered(bakery: Path) -> None:
    """The next start wears it again."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await played(stage, "theme light")
        assert stage.app.theme == "peil-light"
    assert 'theme = "peil-light"' in (bakery / "settings.toml").read_text(encoding="utf-8")


async def test_it_finds_actions_by_code_and_by_words(bakery: Path) -> None:
    """Choosing one opens the plan with the cursor there, also where that part is folded."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        for question in stage.sitting.walk.order:
            stage.sitting.rate(question, 1)
        codes = stage.sitting.give_codes()
        action = stage.sitting.plan.actions[-1]
        (found,) = await hits(stage.app, codes[action.key].lower())
        assert found.startswith(f"{codes[action.key]} {action.title}")
        assert found in await hits(stage.app, action.title)
        stage.app.go_to_action(action.key)
        await stage.settle()
        assert any(line.startswith("▸ [ ]") and codes[action.key] in line for line in stage.lines())


async def test_it_offers_only_what_makes_sense_without_an_assessment(bakery: Path) -> None:
    """At home there are no questions to find, but home's own keys are."""
    async with on_stage(bakery) as stage:
        assert "Begin a new assessment." in await hits(stage.app, "new assessment")
        assert await hits(stage.app, "how many hours") == ["Nothing is called so here."]
        assert "Results" not in await hits(stage.app, "results")


async def test_enter_twice_does_it_once(bakery: Path) -> None:
    """A second Enter before the palette closes neither ends Peil nor does it again."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("ctrl+p")
        for letter in "what you changed last":
            await stage.press("space" if letter == " " else letter)
        await stage.pilot.pause(0.3)
        stage.sitting.rate(stage.sitting.walk.order[0], 2)
        stage.sitting.rate(stage.sitting.walk.order[1], 2)
        await stage.rush("enter", "enter", "enter")
        await stage.pilot.pause(0.1)
        assert len(stage.app.screen_stack) == 1
        assert stage.sitting.answer(stage.sitting.walk.order[0]).level == 2
        assert stage.sitting.answer(stage.sitting.walk.order[1]).level is None


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (60, 2)])
async def test_moving_by_pages_in_a_window_without_room(
    bakery: Path, size: tuple[int, int]
) -> None:
    """Nothing is there to move in, and nothing falls over."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.resize(*size)
        await stage.press("ctrl+p", "pagedown", "pageup", "down", "pagedown", "up")
        assert stage.app.fault is None
        await stage.press("escape")
        await stage.resize(80, 24)
        assert stage.app.page_name == "question"
