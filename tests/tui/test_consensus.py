"""Where a team differs: the topics by consensus, the least of one mind first."""

from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.text.languages import words
from peil.tui.app import PeilApp
from peil.tui.pages.consensus_sheet import (
    ConsensusScene,
    consensus_foot,
    consensus_sheet,
    why_consensus,
)
from peil.tui.signs import ASCII, UNICODE, Signs
from tests.tui.conftest import BAKERY
from tests.tui.stage import on_stage
from tests.tui.team import voted


def _scene(sitting: Sitting, cursor: int = 0, signs: Signs = UNICODE) -> ConsensusScene:
    scene = ConsensusScene(sitting, words("en"), signs, None)
    return scene._replace(cursor=scene.topics[cursor].topic)


def test_lowest_first_in_words(sitting: Sitting) -> None:
    """The order is by consensus, the rows say it without a figure."""
    questions = voted(sitting)
    sheet = consensus_sheet(_scene(sitting), 80, 20)
    text = [line.plain for line in sheet.lines]
    title = sitting.items.topic(sitting.items.topic_of(questions[2])).title
    first = next(line for line in text if "▸" in line)
    assert title in first
    assert "far apart" in first
    assert "1 question to talk about" in first
    assert text.index(first) < next(at for at, line in enumerate(text) if "nearly agreed" in line)


def test_what_moved_between_rounds(sitting: Sitting) -> None:
    """Talking brings closer, and both verdicts stand side by side; the figures are behind `w`."""
    questions = voted(sitting, ("1144",))
    sitting.tally(questions[0], "2233")
    scene = _scene(sitting)
    text = "\n".join(line.plain for line in consensus_sheet(scene, 80, 20).lines)
    assert "1 closer since" in text
    assert "no answer any more" in text
    foot = "\n".join(line.plain for line in consensus_foot(scene, 80, 8))
    assert "far apart ▸ nearly agreed" in foot
    why = "\n".join(why_consensus(scene))
    assert "round 1: spread 3, consensus 0" in why
    assert "round 2: spread 1, consensus 0.74" in why
    sitting.tally(questions[0], "1144")
    sitting.tally(sitting.to_vote_on[1], "2?")
    sitting.tally(sitting.to_vote_on[1], "2?")
    why = "\n".join(why_consensus(scene))
    assert "round 3: spread 3" in why


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_leaves_the_window(sitting: Sitting, width: int, signs: Signs) -> None:
    """At any width, also where too few chose a level."""
    voted(sitting, ("1144", "1234", "2222", "1???", "????"))
    for cursor in range(3):
        scene = _scene(sitting, cursor, signs)
        lines = [*consensus_sheet(scene, width, 20).lines, *consensus_foot(scene, width, 8)]
        assert all(line.cell_length <= width for line in lines)
        if width > 40:
            assert any("Too few of you" in line.plain for line in lines)


async def test_without_votes_it_leads_to_the_team(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that nobody has voted; Enter goes where one begins."""
    opened: list[str] = []
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("consensus")
        await stage.settle()
        assert "Nobody has voted yet" in stage.text()
        assert "figures" not in stage.footer
        monkeypatch.setattr(PeilApp, "open_page", lambda _app, name: opened.append(name))
        await stage.press("w", "enter", "r", "a")
    assert opened == ["team", "results", "plan"]


async def test_enter_opens_the_first_contested_question(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From results with a key; up and down choose, a second click opens as Enter does."""
    opened: list[str] = []
    async with on_stage(bakery, assessment=BAKERY) as stage:
        questions = voted(stage.sitting)
        stage.app.open_page("results")
        await stage.settle()
        assert "v where you differ" in stage.footer
        await stage.press("v")
        assert stage.app.page_name == "consensus"
        assert "2 questions contested" in stage.lines()[0]
        await stage.press("w")
        assert "and Wierman, 2007" in stage.text()
        await stage.press("escape")
        monkeypatch.setattr(PeilApp, "open_page", lambda _app, name: opened.append(name))
        await stage.press("enter")
        assert stage.sitting.assessment.place == questions[2]
        await stage.press("down", "enter")
        assert stage.sitting.assessment.place == questions[0]
        await stage.press("end")
        assert "see the votes" in stage.footer
        title = stage.sitting.items.topic(stage.sitting.items.topic_of(questions[2])).title
        await stage.click_on(title)
        await stage.click_on(title)
        assert stage.sitting.assessment.place == questions[2]
    assert opened == ["reveal"] * 3


async def test_the_note_of_the_results_leads_there(bakery: Path) -> None:
    """Enter on "You differ" opens the topics by consensus."""
    async with on_stage(bakery, assessment=BAKERY, size=(80, 40)) as stage:
        questions = voted(stage.sitting)
        stage.sitting.rate(questions[1], 2)
        stage.app.open_page("results")
        await stage.settle()
        await stage.click_on("≠ You differ")
        await stage.press("enter")
        assert stage.app.page_name == "consensus"
