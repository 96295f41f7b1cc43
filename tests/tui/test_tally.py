"""A tally: cards or fingers, typed in one go, and nothing typed is shown."""

from itertools import groupby
from pathlib import Path

import pytest

from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage


def rounds(stage: Stage) -> int:
    """Return how many rounds there are on the first question."""
    return len(stage.sitting.vote_on(stage.sitting.to_vote_on[0]).rounds)


async def test_v_takes_a_tally_and_shows_it(bakery: Path) -> None:
    """A box for each sign; Enter opens what was voted, at its question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        question = stage.sitting.to_vote_on[0]
        stage.sitting.set_meeting(voters=7)
        await stage.press("v")
        await stage.type("22314?-")
        assert "Typed 7 of 7   ■ ■ ■ ■ ■ ■ ■" in stage.text()
        assert "22314" not in stage.text()
        await stage.press("enter")
        assert stage.app.page_name == "reveal"
        vote = stage.sitting.vote_on(question).rounds[0]
        assert (vote.votes, vote.unknown, vote.abstain) == ({"1": 1, "2": 2, "3": 1, "4": 1}, 1, 1)
        assert stage.sitting.assessment.place == question


async def test_no_answer_stands_behind_it(bakery: Path) -> None:
    """The dialog covers the page, with the levels and no mark on any of them."""
    async with on_stage(bakery, assessment=BAKERY, size=(120, 40)) as stage:
        await stage.press("3", "v")
        assert "●" not in stage.text()
        assert "▸" not in stage.text()
        assert "There is no goal, or only a wish" in stage.text()


async def test_another_number_asks_once_more(bakery: Path) -> None:
    """One Enter says so, the next one takes it; another sign asks again."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.set_meeting(voters=4)
        await stage.press("v", "enter")
        assert "Type one sign for each voter first." in stage.text()
        await stage.press(*"2231", "4", "enter")
        assert "Typed: 5. Voters: 4. Enter again takes it as it is" in stage.text()
        await stage.press("backspace", "backspace")
        assert "Enter again" not in stage.text()
        await stage.press("enter")
        assert rounds(stage) == 0
        await stage.press("enter")
        assert rounds(stage) == 1
        assert stage.sitting.assessment.meeting.voters == 4


async def test_without_a_number_the_length_says_it(bakery: Path) -> None:
    """It is told, and known from then on."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("v")
        assert "How many of you vote was not said yet" in stage.text()
        await stage.press(*"123", "enter")
        assert stage.sitting.assessment.meeting.voters == 3
        assert rounds(stage) == 1


async def test_a_wrong_sign_is_refused_unnamed(bakery: Path) -> None:
    """At once, and nothing is typed by it; forty are the most."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("v", "9")
        assert "That is no vote here: 1 to 4, ? or -." in stage.text()
        assert "Typed 0" in stage.text()
        await stage.type("1" * 41)
        assert "Typed 40" in stage.text()
        assert "More than 40 cannot vote." in stage.text()
        await stage.press("delete")
        assert "Typed 0" in stage.text()


@pytest.mark.parametrize("leave", [["escape"], ["tab"], ["f2"]])
async def test_leaving_keeps_nothing(bakery: Path, leave: list[str]) -> None:
    """Escape, or the key beside it; the next time begins empty."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("v", "1", "2")
        assert "not kept yet" in stage.lines()[0]
        await stage.press(*leave, "v")
        assert "Typed 0" in stage.text()
        assert rounds(stage) == 0


async def test_the_keyboard_can_go_round_instead(bakery: Path) -> None:
    """For this one question; how many vote is asked where it is not known."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("v", "k")
        assert "How many of you vote?" in stage.text()
        await stage.press("4", "enter")
        assert stage.app.page_name == "vote"
        ballot = stage.sitting.ballot
        assert ballot is not None
        assert (ballot.way, ballot.voters) == ("keyboard", 4)
        assert ballot.questions == stage.sitting.to_vote_on[:1]


async def test_help_is_f1_and_the_palette_rests(bakery: Path) -> None:
    """`?` is a vote here."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("v", "?", "d")
        assert "Typed 2" in stage.text()
        await stage.press("ctrl+p")
        assert len(stage.app.screen_stack) == 1
        await stage.press("f1")
        assert "A tally is the quick way for one question." in stage.text()
        await stage.press("escape")
        assert "Typed 2" in stage.text()


@pytest.mark.parametrize("other", ["4321", "????", "-d-d"])
async def test_the_frames_are_the_same_for_any_votes(bakery: Path, other: str) -> None:
    """Sign by sign, in the same colours."""
    found = []
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.saved()
        drawn = stage.record_frames()
        for word in ("1111", other):
            await stage.press("v")
            frames = []
            for sign in word:
                drawn.clear()
                await stage.press(sign)
                frames.append([frame for frame, _ in groupby([*drawn, stage.styled()])])
            found.append(frames)
            await stage.press("tab")
    assert found[0] == found[1]
