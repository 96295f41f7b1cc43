"""The team session: set up in place, and what to do next with one key."""

from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.sitting.clock import Clock
from peil.store.workspace import Workspace
from peil.text.languages import words
from peil.tui.app import PeilApp
from peil.tui.pages.team_sheet import TeamScene, names_in, team_foot, team_sheet
from peil.tui.pages.team_steps import next_step
from peil.tui.signs import ASCII, UNICODE, Signs
from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage
from tests.tui.team import voted


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which rooms the session leads to, in place of opening them."""
    rooms: list[str] = []
    really = PeilApp.open_page

    def open_page(app: PeilApp, name: str) -> None:
        rooms.append(name)
        if name == "team":
            really(app, name)

    monkeypatch.setattr(PeilApp, "open_page", open_page)
    return rooms


async def _begin(stage: Stage, *keys: str) -> None:
    stage.app.open_page("team")
    await stage.settle()
    await stage.press(*keys)


async def test_everything_is_changed_in_place(bakery: Path, opened: list[str]) -> None:
    """Digits and arrows; a name in a field; each change is kept at once and can be undone."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await _begin(stage, "1", "2")
        meeting = stage.sitting.assessment.meeting
        assert meeting.voters == 12
        await stage.press("left", "down", "right", "down", "enter")
        await stage.press(*"Ann, Bo,, Ann", "enter")
        await stage.press("down", "4", "5", "right", "down", "down", "right")
        meeting = stage.sitting.assessment.meeting
        assert (meeting.voters, meeting.facilitator_votes) == (11, True)
        assert (meeting.names, meeting.minutes, meeting.way) == (("Ann", "Bo"), 50, "keyboard")
        assert "Never kept" not in stage.text()
        await stage.press("z")
        assert stage.sitting.assessment.meeting.way == "slips"
        assert "Taken back: team session" in stage.text()
        await stage.press("left", "enter")
        assert stage.sitting.assessment.meeting.way == "slips"
    assert opened == ["team"]


async def test_what_no_meeting_can_be_is_said(bakery: Path, opened: list[str]) -> None:
    """Too many voters, no minutes; typing goes on with what was right."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await _begin(stage, "4", "1")
        assert "from 1 to 40" in stage.text()
        assert stage.sitting.assessment.meeting.voters == 4
        await stage.press("7", "enter")
        assert stage.sitting.assessment.meeting.voters == 7
        await stage.press("7", "home", *["down"] * 3, "0")
        assert "from 1 to 480" in stage.text()
        assert stage.sitting.assessment.meeting.minutes == 60
        await stage.press("home", "0", "enter")
        assert "Type how many of you vote" in stage.text()
    assert opened == ["team"]


async def test_few_voters_are_not_anonymous(bakery: Path, opened: list[str]) -> None:
    """Below three it is said where the number stands."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await _begin(stage, "2")
        assert "too few to be anonymous" in stage.text()
        await stage.press("right")
        assert "too few to be anonymous" not in stage.text()
    assert opened == ["team"]


async def test_names_say_how_many_vote_where_nothing_else_does(
    bakery: Path, opened: list[str]
) -> None:
    """Escape leaves them as they were; leaving the page keeps them."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await _begin(stage, "down", "down", "enter", *"Ann, Bo, Cees")
        assert "not kept yet" in stage.lines()[0]
        assert "never kept with a vote" in stage.text().casefold()
        await stage.press("escape")
        assert stage.sitting.assessment.meeting.names == ()
        await stage.press("enter", *"Ann, Bo, Cees")
        stage.app.keep_typed()
        meeting = stage.sitting.assessment.meeting
        assert (meeting.names, meeting.voters) == (("Ann", "Bo", "Cees"), 3)
    assert opened == ["team"]


async def test_topics_of_today(bakery: Path, opened: list[str]) -> None:
    """Ticked in a list, kept at once; one stays at least, and all is all."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        topics = stage.sitting.items.topics
        await _begin(stage, *["down"] * 4, "enter", "space")
        assert stage.sitting.assessment.meeting.topics == topics[1:]
        assert "[ ]" in stage.text()
        await stage.press("a")
        assert stage.sitting.assessment.meeting.topics == ()
        stage.sitting.set_meeting(topics=topics[:1])
        await stage.press("space")
        assert "One topic at least has to stay" in stage.text()
        await stage.press("z", "end", "up", "x")
        assert "all 18" in stage.text()
        await stage.press("enter", "home")
        await stage.click_on(stage.sitting.items.topic(topics[1]).title)
        assert topics[1] not in stage.sitting.assessment.meeting.topics
        await stage.press("escape")
        assert "17 of 18" in stage.text()
    assert opened == ["team"]


async def test_one_key_leads_through_the_session(bakery: Path, opened: list[str]) -> None:
    """Voters, vote, running vote, agenda, promises: Enter does what comes next."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        sitting = stage.sitting
        await _begin(stage, "v")
        assert "Say first how many of you vote" in stage.text()
        await stage.press("3", "enter")
        assert "18 questions, about 13 min" in stage.text()
        await stage.press("enter")
        assert sitting.ballot is not None
        assert sitting.ballot.way == "slips"
        assert len(sitting.ballot.questions) == 18
        for sign in "2" * 18:
            sitting.give(sign)
        sitting.next_voter()
        stage.app.changed()
        await stage.settle()
        assert "1 of 3 votes are in" in stage.text()
        assert "v go on voting" in stage.footer
        await stage.press("home", "right")
        assert sitting.ballot.voters == 4
        await stage.press("left", "v", "b", "m")
        for word in ("2" * 18, "14" * 9):
            for sign in word:
                sitting.give(sign)
            sitting.next_voter()
        sitting.reveal()
        stage.app.changed()
        await stage.press("v")
        assert "Everything of today is voted on" in stage.text()
        assert "b agenda" in stage.footer
        assert "v vote" not in stage.footer
        stage.app.page("team").enter()
        await stage.press("enter")
        for line in sitting.agenda.talk:
            sitting.agree(line.question, 2, "so it is")
        sitting.take_over(sitting.to_vote_on)
        stage.app.page("team").enter()
        await stage.press("enter")
    assert opened == ["team", "vote", "vote", "agenda", "commitments"]


async def test_one_by_one_goes_to_the_questions(bakery: Path, opened: list[str]) -> None:
    """With cards there is no silent vote: the first question is shown, and the clock runs."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=4, way="tally")
        await _begin(stage)
        assert "Go through them one by one" in stage.text()
        assert "about 54 min" in stage.text()
        await stage.press("enter")
        assert stage.sitting.ballot is None
        assert stage.sitting.clock.runs
        assert stage.sitting.assessment.place == stage.sitting.to_vote_on[0]
    assert opened == ["team", "question"]


async def test_another_meeting_when_one_is_over(
    bakery: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offered once time is up; the clock begins anew, and everything is voted on again."""
    seconds = [0.0]
    monkeypatch.setattr("peil.sitting.together.Clock", lambda _now: Clock(lambda: seconds[0]))
    async with on_stage(bakery, assessment=BAKERY) as stage:
        voted(stage.sitting)
        await _begin(stage, "t", "m")
        assert "not over yet" in stage.text()
        assert "Another meeting" not in stage.text()
        seconds[0] += 3600
        await stage.press("t", "m")
        assert "Press Enter to begin another meeting" in stage.text()
        assert "Another meeting" in stage.text()
        assert "0:00 left" in stage.text()
        await stage.press("enter")
        assert "A new meeting" in stage.text()
        assert stage.sitting.seconds_left == 3600
        assert next_step(stage.sitting) == "vote"
        assert len(stage.sitting.assessment.votes) == 6
    assert opened == ["team"]


async def test_warm_up_slips_and_minutes_have_a_key_each(
    bakery: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a line, on which Enter does the same."""
    done: list[str] = []
    monkeypatch.setattr(PeilApp, "warm_up", lambda _app: done.append("warm_up"))
    monkeypatch.setattr(PeilApp, "open_overlay", lambda _app, name: done.append(name))
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=4)
        await _begin(stage, "u", "s", "n")
        await stage.press("up", "enter")
    assert done == ["warm_up", "run_sheet", "minutes", "run_sheet"]
    assert opened == ["team"]


async def test_who_only_looks_changes_nothing(bakery: Path) -> None:
    """Every change says why not."""
    with Workspace(bakery).open(BAKERY):
        async with on_stage(bakery, assessment=BAKERY) as stage:
            await stage.press("enter")
            await _begin(stage)
            before = stage.sitting.assessment
            for keys in (("5",), ("right",), ("down", "down", "enter")):
                await stage.press(*keys)
                assert "nothing can be changed here now" in stage.text()
            await stage.press("down", "down", "enter", "a")
            assert "nothing can be changed here now" in stage.text()
            assert stage.sitting.assessment == before


async def test_before_a_room_no_name_is_shown(bakery: Path) -> None:
    """Only how many there are; they are not edited there, and the minutes are left out."""
    sitting = Sitting.open(Workspace(bakery), BAKERY)
    sitting.set_meeting(voters=3, names=("Ann", "Bo"))
    sitting.close()
    async with on_stage(bakery, assessment=BAKERY, present=True) as stage:
        await _begin(stage, "home", "down", "down")
        assert "2 names" in stage.text()
        await stage.press("enter")
        assert "Ann" not in stage.text()
        assert "no notes or names" in " ".join(stage.text().split())
        assert "Minutes of this meeting" not in stage.text()
        await stage.press("?")
        assert "What was voted, agreed and promised" not in stage.text()


async def test_reachable_from_the_palette_and_after_the_core(bakery: Path) -> None:
    """By its name, and with a key where a team is through the core."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("ctrl+p")
        await stage.type("team session")
        await stage.press("enter", "enter")
        assert stage.app.page_name == "team"
        stage.app.open_page("core_done")
        await stage.settle()
        assert "v" in stage.text()
        assert "your team" in stage.text()
        await stage.press("v")
        assert stage.app.page_name == "team"


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_leaves_the_window(sitting: Sitting, width: int, signs: Signs) -> None:
    """At any width and height, for every line under the cursor."""
    sitting.set_meeting(voters=2, names=tuple(f"Somebody {number}" for number in range(40)))
    sitting.set_meeting(topics=sitting.items.topics[1:])
    sitting.start_clock()
    scene = TeamScene(sitting, words("en"), signs, "voters")
    for name in names_in(scene):
        for height in (10, 16, 24):
            here = scene._replace(cursor=name)
            lines = [*team_sheet(here, width, height).lines, *team_foot(here, width)]
            assert all(line.cell_length <= width for line in lines)
