"""The agenda, played: talks in order, proposals taken over, what is parked and settled."""

from pathlib import Path

import pytest

from peil.tui.palette import Everything
from tests.tui.stage import Stage
from tests.tui.test_reveal import flat
from tests.tui.voted import team_on

TALKS = ("Objectives", "Capacity", "Measuring", "Policies and governance", "Monitoring")
"""What the team of the tests talks about, in this order."""


def talks(stage: Stage) -> list[str]:
    """Return the numbered lines, without cursor."""
    lines = (line.replace("▸", " ").strip() for line in stage.lines())
    return [line for line in lines if line[:1].isdigit() and line.endswith(":00")]


async def test_sorts_the_talks_and_counts_the_rest(bakery: Path) -> None:
    """Far apart first, then the lowest; a block for each vote, minutes for each talk."""
    async with team_on(bakery, "agenda", size=(120, 40)) as stage:
        assert [
            line.split(" ", 1)[1].startswith(title)
            for line, title in zip(talks(stage), TALKS, strict=True)
        ] == [True] * 5
        first = talks(stage)[0]
        assert first.split()[-5:] == ["█", "███", "█", "██", "9:00"]
        text = stage.text()
        for heading in ("FAR APART", "DIVIDED", "MANY DO NOT KNOW", "LOW AND AGREED"):
            assert heading in text
        assert "13 with a proposal" in text
        assert "5 of them: need no talk, but an action" in text
        assert "46 minutes for 5 talks, 10 for the plan, 4 to finish." in text


async def test_enter_opens_the_reveal_and_begins_the_talk(bakery: Path) -> None:
    """Coming back, the cursor stands at the next talk once this one is settled."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("down", "enter")
        question = stage.sitting.assessment.place
        assert question == stage.sitting.agenda.talk[1].question
        assert stage.sitting.talk_seconds_left(question) == 540
        await stage.press("2")
        await stage.type("why")
        await stage.press("enter", "enter")
        assert stage.app.page_name == "agenda"
        assert "▸ 2 Measuring" in stage.text()
        assert "1 agreed on" in stage.text()


async def test_proposals_are_shown_and_taken_over_as_one_change(bakery: Path) -> None:
    """Nothing happens before Enter; one undo takes all of them back."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("o")
        assert "Take over all proposals" in stage.text()
        assert "Target groups: Have you described" in stage.text()
        await stage.press("x")
        assert not stage.sitting.agenda.settled
        await stage.press("o", "enter")
        assert len(stage.sitting.agenda.settled) == 13
        assert "13 proposals are agreed. z takes that back." in stage.text()
        await stage.press("z")
        assert not stage.sitting.agenda.settled
        assert len(stage.sitting.agenda.proposed) == 13


async def test_proposals_can_be_seen_one_by_one(bakery: Path) -> None:
    """Enter unfolds them, opens one, and folds them again."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("end")
        assert "Enter unfold" in stage.footer
        await stage.press("enter", "down")
        assert "→ 3" in stage.text()
        await stage.press("enter")
        assert stage.app.page_name == "reveal"
        await stage.press("enter", "enter")
        assert len(stage.sitting.agenda.settled) == 1
        await stage.press("home", *["down"] * 5, "enter")
        assert "→ 3" not in stage.text()


async def test_what_is_settled_can_be_opened_again(bakery: Path) -> None:
    """Nothing agreed is final."""
    async with team_on(bakery, "agenda") as stage:
        await stage.press("o", "enter", "end", "enter", "down")
        assert "Enter open again" in stage.footer
        await stage.press("f")
        assert "nothing to put off" in stage.text()
        await stage.press("enter", "1")
        question = stage.sitting.assessment.place
        assert question is not None
        agreed = stage.sitting.vote_on(question).agreed
        assert agreed is not None
        assert agreed.level == 1


async def test_f_puts_a_question_off_and_back(bakery: Path) -> None:
    """It leaves the talks and stands under what is parked, until f or an agreement."""
    async with team_on(bakery, "agenda", size=(80, 40)) as stage:
        first = stage.sitting.agenda.talk[0].question
        await stage.press("f")
        assert [line.question for line in stage.sitting.agenda.parked] == [first]
        assert "PARKED" in stage.text()
        await stage.press("home", *["down"] * 5)
        assert "f back on the agenda" in stage.footer
        await stage.press("f")
        assert stage.sitting.agenda.talk[0].question == first
        await stage.press("end", "f", "v")
        assert "Choose a question first." in stage.text()


async def test_v_takes_the_second_round_on_the_line_under_the_cursor(bakery: Path) -> None:
    """Escape from its reveal leads back to the agenda."""
    async with team_on(bakery, "agenda") as stage:
        question = stage.sitting.agenda.talk[1].question
        await stage.press("down", "v", *"2222222", "enter")
        assert len(stage.sitting.vote_on(question).rounds) == 2
        assert stage.app.page_name == "reveal"
        assert stage.sitting.assessment.place == question
        await stage.press("escape")
        assert stage.app.page_name == "agenda"


async def test_before_any_vote_it_says_what_to_do(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter leads to where a team begins."""
    async with team_on(bakery, "agenda", words=()) as stage:
        assert "Nobody has voted yet" in stage.text()
        opened: list[str] = []
        monkeypatch.setattr(stage.app, "open_page", opened.append)
        await stage.press("o")
        assert "There is no proposal" in stage.text()
        await stage.press("enter")
        assert opened == ["team"]


async def test_when_all_is_settled_it_points_at_the_plan(bakery: Path) -> None:
    """Also where nothing needed a talk, and when the time is over."""
    async with team_on(bakery, "agenda", words=["222", "333"], size=(80, 30)) as stage:
        assert "No talk is needed" in stage.text()
        await stage.press("o", "enter")
        assert "Everything is settled" in stage.text()
        assert "60 minutes are left" in stage.text()
        assert "a actions │ c promises │ p present" in stage.footer
        await stage.press("a")
        assert stage.app.page_name == "plan"
        await stage.press("escape", "r")
        assert stage.app.page_name == "results"


async def test_little_time_is_said(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too little for the talks, and none at all."""
    seconds = [0.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: seconds[0])
    async with team_on(bakery, "agenda", size=(80, 30)) as stage:
        await stage.press("t")
        seconds[0] += 43 * 60
        stage.app.changed()
        await stage.settle()
        assert "3 minutes for 5 talks is too short: park some of them (f)." in stage.text()
        seconds[0] += 3600
        stage.app.changed()
        await stage.settle()
        assert "The time is over." in stage.text()
        assert "0:00 left" in stage.text()


async def test_votes_are_figures_where_blocks_do_not_fit(bakery: Path) -> None:
    """Forty voters in a narrow window."""
    words = ["1" * 12 + "2" * 10 + "3" * 9 + "4" * 9, "1" * 20 + "4" * 20]
    async with team_on(bakery, "agenda", words=words, size=(60, 20)) as stage:
        assert any(line.split()[-5:-1] == ["12", "10", "9", "9"] for line in talks(stage))


async def test_a_click_opens_and_unfolds(bakery: Path) -> None:
    """A question at the second click, a heading at once."""
    async with team_on(bakery, "agenda") as stage:
        await stage.click_on("13 with a proposal")
        assert "Stakeholders" in stage.text()
        await stage.click_on("Capacity")
        assert stage.app.page_name == "agenda"
        await stage.click_on("Capacity")
        assert stage.app.page_name == "reveal"


async def test_a_running_vote_is_not_shown(bakery: Path) -> None:
    """The agenda looks the same whatever is typed."""
    async with team_on(bakery, "agenda") as stage:
        before = flat(stage)
        sitting = stage.sitting
        sitting.begin_ballot(sitting.to_vote_on[:2], "slips")
        sitting.stop_clock()
        for sign in "44":
            sitting.give(sign)
        stage.app.changed()
        await stage.settle()
        assert before.split("FAR APART")[1] == flat(stage).split("FAR APART")[1]


async def test_palette_leads_here(bakery: Path) -> None:
    """To the agenda, the votes and the parking lot."""
    async with team_on(bakery, "question") as stage:
        hits = [str(hit.text) async for hit in Everything(stage.app.screen).discover()]
        for words in ("Agenda", "Votes on this question", "Parking lot"):
            assert any(words in hit for hit in hits)


async def test_what_to_do_now_is_said_in_full(bakery: Path) -> None:
    """In the narrowest window as well."""
    words = ["222", "333"]
    async with team_on(bakery, "agenda", words=words, size=(60, 20)) as stage:
        await stage.press("o", "enter")
        assert "Everything is settled: press c to promise who does what." in flat(stage)


def _row_of_the_cursor(stage: Stage) -> int:
    return next(row for row, line in enumerate(stage.lines()) if line.strip().startswith("▸"))


async def test_what_is_unfolded_comes_into_sight(bakery: Path) -> None:
    """Also where its heading stood on the last line."""
    async with team_on(bakery, "agenda", size=(60, 20)) as stage:
        await stage.press("o", "enter", "end")
        assert "Enter unfold" in stage.footer
        at = _row_of_the_cursor(stage)
        await stage.press("enter")
        now = _row_of_the_cursor(stage)
        assert now < at
        shown = "\n".join(stage.lines()[now:])
        assert "Stakeholders" in shown
        assert "Enter fold" in stage.footer


async def test_leads_to_the_promises_the_minutes_and_how_you_meet(bakery: Path) -> None:
    """By the keys that the team session has for them; Escape leads back."""
    async with team_on(bakery, "agenda") as stage:
        for key, page in (("c", "commitments"), ("h", "team")):
            await stage.press(key)
            assert stage.app.page_name == page
            await stage.press("escape")
            assert stage.app.page_name == "agenda"
        await stage.press("n")
        assert "Minutes – " in stage.text()
