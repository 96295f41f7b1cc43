"""The reveal, played: what was voted, who speaks first, and what the team agrees on."""

from pathlib import Path

import pytest

from peil.assessment.team import Agreement, Way
from peil.store.workspace import Workspace
from peil.tui.pages.reveal import RevealPage
from tests.tui.conftest import BAKERY
from tests.tui.stage import Stage, on_stage
from tests.tui.voted import WORDS, team_on, voted

APART, NEARLY, AGREED, UNKNOWN = 0, 3, 4, 8
"""Places of questions on which the team is far apart, nearly agreed, agreed, and at a loss."""


def agreement(stage: Stage, at: int) -> Agreement | None:
    """Return what was agreed on the question at a place."""
    return stage.sitting.vote_on(stage.sitting.to_vote_on[at]).agreed


def flat(stage: Stage) -> str:
    """Return the screen as one line."""
    return " ".join(stage.text().split())


async def test_shows_blocks_verdict_and_who_speaks_first(bakery: Path) -> None:
    """Nobody's name, no proposal where the votes lie far apart."""
    async with team_on(bakery, "reveal") as stage:
        lines = stage.lines()
        assert lines[0].endswith("Reveal · round 1")
        assert lines[1].startswith(" Objectives · core question 1 of 18")
        row = next(line for line in lines if line.startswith("   2 "))
        assert row.split()[1:4] == ["██████"] * 3
        assert "FAR APART from 1 to 4 · 7 votes · no don't-knows or abstentions" in flat(stage)
        assert "who chose 1, and who chose 4: what do you see?" in stage.text()
        assert "0.42" not in stage.text()


async def test_w_fills_the_formula_in(bakery: Path) -> None:
    """Spread and consensus, with the team's own votes."""
    async with team_on(bakery, "reveal", size=(100, 40)) as stage:
        await stage.press("w")
        assert "4 − the lowest vote 1 = 3" in stage.text()
        assert "(1 × 1 + 3 × 2 + 1 × 3 + 2 × 4) / 7 = 2.5714" in flat(stage)
        assert "= 0.42" in stage.text()


async def test_a_contested_level_asks_for_a_reason_first(bakery: Path) -> None:
    """Without one nothing is agreed; with it, level and reason are one change."""
    async with team_on(bakery, "reveal") as stage:
        await stage.press("2", "enter")
        assert "write down in one line why" in stage.text()
        assert agreement(stage, APART) is None
        await stage.type("half of it is there")
        await stage.press("tab")
        await stage.type("Piet: it is a 1")
        await stage.press("enter")
        agreed = agreement(stage, APART)
        assert agreed is not None
        assert (agreed.level, agreed.reason) == (2, "half of it is there")
        assert agreed.dissent == "Piet: it is a 1"
        assert "Agreed: level 2. Enter goes on." in stage.text()
        assert "2 ● ██████" in stage.text()
        await stage.press("z")
        assert agreement(stage, APART) is None


async def test_escape_leaves_a_contested_level_open(bakery: Path) -> None:
    """What was typed is gone, and nothing is agreed."""
    async with team_on(bakery, "reveal") as stage:
        await stage.rush("2", *"because", "f2", "2")
        assert "because" not in stage.text()
        await stage.press("f2")
        assert agreement(stage, APART) is None
        assert stage.app.page_name == "reveal"


async def test_keys_typed_ahead_reach_the_line(bakery: Path) -> None:
    """A level, its reason and Enter, all at once."""
    async with team_on(bakery, "reveal") as stage:
        await stage.rush("3", *"we do 3 of 4", "enter")
        agreed = agreement(stage, APART)
        assert agreed is not None
        assert (agreed.level, agreed.reason) == (3, "we do 3 of 4")


async def test_enter_takes_the_proposal_and_then_goes_on(bakery: Path) -> None:
    """No reason is asked for; the page of the question comes after it."""
    async with team_on(bakery, "reveal", at=NEARLY) as stage:
        assert "Enter take 2 over" in stage.footer
        await stage.press("enter")
        agreed = agreement(stage, NEARLY)
        assert agreed is not None
        assert (agreed.level, agreed.reason) == (2, "")
        assert "Enter next" in stage.footer
        stage.app.go_home()
        await stage.settle()
        stage.app.lead_back_home()
        stage.app.open_instead("reveal")
        await stage.settle()
        await stage.press("enter")
        assert stage.app.page_name == "question"


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_leads_back_to_the_agenda(bakery: Path, key: str) -> None:
    """When one came from there; what is not agreed stays on it."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("enter")
        assert stage.app.page_name == "reveal"
        await stage.press(key)
        assert stage.app.page_name == "agenda"
        assert "▸ 1 Objectives" in stage.text()


async def test_leaves_out_the_vote_on_the_way_back(bakery: Path) -> None:
    """A page that only led here is nothing to go back to."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("enter")
        stage.app._trail.append("vote")  # noqa: SLF001 - as the page of a vote leaves it
        await stage.press("escape")
        assert stage.app.page_name == "agenda"


async def test_any_level_dont_know_and_not_applicable_can_be_agreed(bakery: Path) -> None:
    """Each is the answer; why it does not apply is asked, and stays on record."""
    async with team_on(bakery, "reveal", at=AGREED) as stage:
        question = stage.sitting.to_vote_on[AGREED]
        await stage.press("1")
        assert stage.sitting.answer(question).level == 1
        await stage.press("d")
        assert stage.sitting.answer(question).state == "unknown"
        assert "Agreed don't know" in flat(stage)
        await stage.press("x", "3")
        await stage.type("we are a school")
        await stage.press("enter")
        assert stage.sitting.answer(question).reason == "we are a school"
        agreed = stage.sitting.vote_on(question).agreed
        assert agreed is not None
        assert (agreed.state, agreed.reason) == ("not-applicable", "we are a school")
        await stage.press("9")
        assert "There is no level 9 here" in stage.text()


async def test_reason_and_dissent_can_be_written_later(bakery: Path) -> None:
    """`n` and `m` change a line each and nothing else; without an agreement they say so."""
    async with team_on(bakery, "reveal", at=AGREED) as stage:
        await stage.press("n")
        assert "Agree on a level first" in stage.text()
        await stage.press("enter", "n")
        await stage.type("we looked at the calendar")
        await stage.press("enter", "m")
        await stage.type("Ann: only until May")
        await stage.press("enter")
        agreed = agreement(stage, AGREED)
        assert agreed is not None
        assert agreed.level == 3
        assert agreed.reason == "we looked at the calendar"
        assert agreed.dissent == "Ann: only until May"
        await stage.press("2")
        now = agreement(stage, AGREED)
        assert now is not None
        assert (now.level, now.reason, now.dissent) == (2, agreed.reason, agreed.dissent)
        await stage.press("z", "z")
        assert "Ann" not in stage.text()


async def test_the_first_round_stays_beside_a_second_one(bakery: Path) -> None:
    """As thin blocks left of it; what was agreed before it is told as such."""
    async with team_on(bakery, "reveal", at=AGREED) as stage:
        await stage.press("enter")
        stage.sitting.tally(stage.sitting.to_vote_on[AGREED], "2222333")
        stage.app.changed()
        await stage.settle()
        assert "round 1 round 2" in flat(stage)
        assert "▒" in stage.text()
        assert "proposal 2, Enter takes it over; before this round: level 3" in flat(stage)
        assert len(stage.sitting.vote_on(stage.sitting.to_vote_on[AGREED]).rounds) == 2


@pytest.mark.parametrize("way", ["slips", "tally"])
async def test_v_votes_again(bakery: Path, way: Way) -> None:
    """By a tally on this question, whose round is shown beside the first one."""
    async with team_on(bakery, "reveal") as stage:
        stage.sitting.set_meeting(way=way)
        await stage.press("v", *"2222222", "enter")
        assert stage.app.page_name == "reveal"
        assert "AGREED all at 2 (round 1: from 1 to 4)" in flat(stage)
        assert len(stage.sitting.vote_on(stage.sitting.to_vote_on[APART]).rounds) == 2


async def test_v_votes_again_with_the_keyboard(bakery: Path) -> None:
    """Where it goes round; a vote that runs goes on."""
    async with team_on(bakery, "reveal") as stage:
        stage.sitting.set_meeting(way="keyboard")
        question = stage.sitting.to_vote_on[APART]
        await stage.press("v")
        assert stage.app.page_name == "vote"
        assert stage.sitting.ballot is not None
        assert stage.sitting.ballot.questions == (question,)
        await stage.press("escape", "v")
        assert stage.app.page_name == "vote"


async def test_a_running_vote_is_not_shown(bakery: Path) -> None:
    """The page looks as it did before the vote began, whatever is typed."""
    async with team_on(bakery, "reveal", size=(120, 40)) as stage:
        before = stage.lines()[3:-2]
        sitting = stage.sitting
        sitting.begin_ballot((sitting.to_vote_on[APART],), "keyboard")
        for sign in ("4", "1"):
            sitting.give(sign)
            sitting.next_voter()
            stage.app.changed()
            await stage.settle()
            assert stage.lines()[3:-2] == before


async def test_without_a_vote_it_says_so(bakery: Path) -> None:
    """Digits, Enter and the reason do nothing but say what to do."""
    async with team_on(bakery, "reveal", words=()) as stage:
        assert "Nobody has voted on this question yet. Press v to vote." in stage.text()
        for key in ("2", "d", "x", "n", "m", "w"):
            await stage.press(key)
            assert "Press v to vote" in stage.app.peil_screen.footer.message
        assert "v round 1" in stage.footer
        assert agreement(stage, 0) is None


async def test_the_clock_shows_the_talk_and_stops(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left of the talk, or else of the meeting; `t` lets it stand still."""
    seconds = [0.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: seconds[0])
    async with team_on(bakery, "agenda") as stage:
        await stage.press("t", "enter")
        assert "9:00 left for this talk" in stage.text()
        seconds[0] += 100
        page = stage.app.peil_screen.page
        assert isinstance(page, RevealPage)
        page.tick()
        await stage.settle()
        assert "7:20 left for this talk" in stage.text()
        seconds[0] += 9999
        page.tick()
        await stage.settle()
        assert "0:00" in stage.text()
        await stage.press("t")
        assert "the clock stands still" in stage.text()


LOOKED_AT = {
    "reveal": ("2", "d", "x", "f", "v"),
    "agenda": ("f", "v"),
    "commitments": ("f",),
    "team": ("right", "v"),
}
"""The pages of a team, and the keys that would change something there."""


@pytest.mark.parametrize("page", LOOKED_AT)
async def test_only_looking_changes_nothing(bakery: Path, page: str) -> None:
    """Who looks on while it is open elsewhere is told so; nothing is agreed, voted or parked."""
    voted(bakery, WORDS[:5])
    with Workspace(bakery).open(BAKERY):
        async with on_stage(bakery) as stage:
            stage.app.open_assessment(BAKERY)
            await stage.settle()
            await stage.press("enter")
            assert stage.sitting.looks_only
            stage.sitting.go_to(stage.sitting.to_vote_on[APART])
            stage.app.open_page(page)
            await stage.settle()
            before = stage.sitting.assessment
            for key in LOOKED_AT[page]:
                await stage.press(key)
                assert stage.app.peil_screen.overlay is None
                assert stage.app.page_name != "vote"
            assert "nothing can be changed" in stage.text()
            assert stage.sitting.ballot is None
            assert (stage.sitting.assessment.votes, stage.sitting.assessment.parked) == (
                before.votes,
                before.parked,
            )
            assert stage.sitting.assessment.meeting == before.meeting


async def test_a_level_can_be_clicked(bakery: Path) -> None:
    """The mouse agrees as a digit does."""
    async with team_on(bakery, "reveal", at=AGREED) as stage:
        await stage.click_on("coming four weeks")
        agreed = agreement(stage, AGREED)
        assert agreed is not None
        assert agreed.level == 3


async def test_help_has_question_and_levels_in_full(bakery: Path) -> None:
    """Also where the window is too small for them."""
    async with team_on(bakery, "reveal", size=(60, 20)) as stage:
        await stage.press("?")
        assert "Have you written down" in stage.text()


async def test_the_page_of_the_question_tells_what_the_team_said(bakery: Path) -> None:
    """How it voted, what it agreed and why."""
    async with team_on(bakery, "reveal", size=(120, 40)) as stage:
        await stage.press("2")
        await stage.type("half is there")
        await stage.press("enter", "enter")
        assert stage.app.page_name == "question"
        assert "7 votes, far apart; agreed: level 2, because: half is there" in " ".join(
            line.partition("│")[2].strip() for line in stage.lines()
        ).replace("  ", " ")
