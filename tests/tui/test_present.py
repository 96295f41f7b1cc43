"""The presenter view: for the room, with a question or the result and nothing private."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.store.writer import NotSaved, Saved
from peil.tui.countdown import TimedPage
from peil.tui.themes import INKS
from tests.tui.conftest import SHOP
from tests.tui.done import GOAL, HOURS, KNOWN
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage
from tests.tui.voted import team_on

PRIVATE = ("Privatenote", "Privateproof", "Privateowner", "Privatereason", "Privatedissent")
"""What somebody wrote who did not think of a room full of people."""
SIZES = ((60, 20), (80, 24), (120, 40))


def prepared_team(folder: Path, voters: int = 5) -> None:
    """Say that so many vote, and write down everywhere what is private."""
    note, proof, owner, reason, _ = PRIVATE
    sitting = Sitting.open(Workspace(folder), SHOP)
    sitting.set_meeting(voters=voters, names=(owner,))
    sitting.rate(GOAL, 1)
    sitting.mark_not_applicable(KNOWN, reason)
    sitting.write_note(GOAL, note)
    sitting.write_evidence(GOAL, proof)
    sitting.write_note(HOURS, note)
    codes = sitting.give_codes()
    sitting.set_owner(codes[f"{GOAL}@2"], owner)
    sitting.note_action(codes[f"{GOAL}@2"], note)
    sitting.go_to(GOAL)
    sitting.close()


@asynccontextmanager
async def presented(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    *,
    language: str = "en",
    before: str = "question",
) -> AsyncIterator[Stage]:
    """Open the presenter view of the shop, from a page."""
    prepared_team(folder)
    async with on_stage(folder, assessment=SHOP, size=size, language=language) as stage:
        stage.app.speak(language)
        if before != "question":
            stage.app.open_page(before)
            await settled_workers(stage)
        await stage.press("p")
        assert stage.app.page_name == "present"
        yield stage


def vote(sitting: Sitting, *signs: str) -> None:
    """Let voters give one sign each on the first question."""
    for sign in signs:
        sitting.give(sign)
        sitting.next_voter()


def revealed(sitting: Sitting) -> None:
    """Vote on the first question, far apart."""
    sitting.tally(GOAL, "11344")


def agreed(sitting: Sitting) -> None:
    """Agree after that, with a reason and with somebody's dissent."""
    revealed(sitting)
    sitting.agree(GOAL, 3, PRIVATE[3], PRIVATE[4])


def running(sitting: Sitting) -> None:
    """Let a vote run of which three of five are in."""
    sitting.begin_ballot((GOAL,), "keyboard")
    vote(sitting, "4", "4", "1")


def plain(sitting: Sitting) -> None:
    """Do nothing: nobody voted yet."""


SCENES: dict[str, Callable[[Sitting], None]] = {
    "question": plain,
    "running": running,
    "revealed": revealed,
    "agreed": agreed,
}


async def test_it_shows_the_question_and_nothing_else_of_it(shop: Path) -> None:
    """Topic and count, the question, its levels with big digits; no firm, no sign of a save."""
    async with presented(shop) as stage:
        lines = stage.lines()
        assert lines[0] == " Goals · 1 of 2"
        text = " ".join(stage.text().split())
        assert "Is there a goal for what you post?" in text
        for level in stage.sitting.items.question(GOAL).levels:
            assert all(word in text for word in level.text.split())
        for unwanted in ("Peil", "The shop", "saved", "●", "Why", "✓"):
            assert unwanted not in text
        assert stage.footer == " v vote │ t clock │ Enter next │ p back │ ← → question │ ? help"


@pytest.mark.parametrize(
    ("scene", "before", "size"),
    [
        *((scene, before, SIZES[-1]) for scene in SCENES for before in ("question", "plan")),
        *(("agreed", before, size) for before in ("question", "plan") for size in SIZES[:-1]),
        ("agreed", "results", SIZES[-1]),
    ],
    ids=str,
)
async def test_nothing_private_is_drawn(
    shop: Path, scene: str, before: str, size: tuple[int, int]
) -> None:
    """No note, evidence, owner, reason or dissent in any frame, nor in help; no firm either.

    The largest window draws the most; in the others what was agreed stands for everything.
    """
    async with presented(shop, size, before=before) as stage:
        SCENES[scene](stage.sitting)
        frames = stage.record_frames()
        stage.app.changed()
        await stage.press("pagedown", "up", "t", "t", "right", "left", "?", "escape", "L", "L")
        await stage.saved()
        seen = "\n".join([*frames, stage.text()])
        for private in (*PRIVATE, "The shop"):
            assert private not in seen


async def test_a_running_vote_is_a_count(shop: Path) -> None:
    """How many are in and how many are to come, whatever they voted; the earlier answer rests."""
    async with presented(shop) as stage:
        running(stage.sitting)
        stage.app.changed()
        await stage.settle()
        before = stage.text()
        assert "Voted   ■ ■ ■ □ □   3 of 5" in before
        stage.sitting.give_up_ballot()
        stage.sitting.begin_ballot((GOAL,), "keyboard")
        vote(stage.sitting, "1", "2", "?")
        stage.app.changed()
        await stage.settle()
        assert stage.text() == before
        await stage.press("enter")
        assert "3 of 5 votes are in" in stage.text()
        assert stage.sitting.ballot is not None


async def test_enter_reveals_when_all_votes_are_in(shop: Path) -> None:
    """Blocks for each level, the verdict as a word; then Enter goes on."""
    async with presented(shop) as stage:
        running(stage.sitting)
        vote(stage.sitting, "2", "?")
        stage.app.changed()
        await stage.press("enter")
        assert stage.sitting.ballot is None
        text = stage.text()
        assert "FAR APART" in text
        assert "Don't know" in text
        assert "Agreed" not in text
        assert "█" in text
        await stage.press("enter")
        assert "How many hours are there for it?" in stage.text()
        await stage.press("enter", "enter")
        assert "This is the last question." in stage.text()


async def test_an_earlier_round_rests_while_another_one_runs(shop: Path) -> None:
    """Nobody is led by what was voted before."""
    async with presented(shop) as stage:
        agreed(stage.sitting)
        stage.app.changed()
        await stage.settle()
        assert "Agreed: level 3" in stage.text()
        stage.sitting.begin_ballot((HOURS,), "keyboard")
        stage.app.changed()
        await stage.press("left", "left")
        assert "Goals" in stage.lines()[0]
        for sign in ("█", "Agreed", "APART", "●"):
            assert sign not in stage.text()
        stage.sitting.give_up_ballot()
        stage.sitting.tally(GOAL, "333")
        stage.app.changed()
        await stage.settle()
        assert "AGREED" in stage.text()
        assert "Agreed: level" not in stage.text()  # that was after the round before


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("222", "AGREED"),
        ("223", "NEARLY AGREED"),
        ("224", "DIVIDED"),
        ("124", "FAR APART"),
        ("??-", "NO LEVEL CHOSEN"),
    ],
)
async def test_the_verdict_is_a_word(shop: Path, word: str, verdict: str) -> None:
    """And how many abstained."""
    async with presented(shop) as stage:
        stage.sitting.tally(GOAL, word)
        stage.app.changed()
        await stage.settle()
        assert f"      {verdict}" in stage.text()
        assert ("1 abstained" in stage.text()) == ("-" in word)


@pytest.mark.parametrize(
    ("agree", "told"),
    [
        (lambda sitting: sitting.agree(GOAL, 2), "● Agreed: level 2"),
        (lambda sitting: sitting.agree(GOAL, "unknown", "r"), "● Agreed: don't know"),
        (
            lambda sitting: sitting.agree_not_applicable(GOAL, PRIVATE[3]),
            "● Agreed: not applicable",
        ),
    ],
)
async def test_what_was_agreed(shop: Path, agree: Callable[[Sitting], None], told: str) -> None:
    """In words, without its reason."""
    async with presented(shop) as stage:
        stage.sitting.tally(GOAL, "2223?")
        agree(stage.sitting)
        stage.sitting.go_to(GOAL)
        stage.app.changed()
        await stage.settle()
        assert told in stage.text()


async def test_v_counts_hands_and_stays_or_leads_to_the_vote_that_runs(shop: Path) -> None:
    """What was typed is shown here, to the room; while a vote runs v opens its page."""
    async with presented(shop) as stage:
        await stage.press("right", "v", *"22222", "enter")
        assert stage.app.page_name == "present"
        assert stage.sitting.vote_on(HOURS).rounds[-1].votes == {"2": 5}
        assert "AGREED" in stage.text()
        stage.sitting.begin_ballot((HOURS,), "keyboard")
        await stage.press("v")
        assert stage.app.page_name == "vote"


async def test_a_round_can_be_taken_before_the_room(shop: Path) -> None:
    """The dialog asks about the question that is shown."""
    async with presented(shop) as stage:
        await stage.press("right", "v")
        assert stage.sitting.items.question(HOURS).text in stage.text()
        await stage.press(*"22233", "enter")
        assert len(stage.sitting.vote_on(HOURS).rounds) == 1
        assert stage.app.page_name == "present"
        assert "NEARLY AGREED" in stage.text()


async def test_a_round_of_the_keyboard_leads_back_to_the_room(shop: Path) -> None:
    """And what was voted is shown here, not on the page with its reason."""
    async with presented(shop) as stage:
        stage.sitting.set_meeting(voters=3, way="keyboard")
        await stage.press("right", "v")
        assert stage.app.page_name == "vote"
        await stage.press("2", "space", "2", "space", "2", "enter")
        assert stage.app.page_name == "present"
        assert stage.sitting.assessment.place == HOURS
        assert "AGREED" in stage.text()


async def test_the_clock_informs(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing before the meeting began, then what is left; at the end it stands still."""
    now = [1000.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: now[0])
    async with presented(shop) as stage:
        assert not re.search(r"\d:\d\d", stage.text())
        await stage.press("t")
        assert stage.lines()[0].endswith(" 60:00")
        now[0] += 75
        page = stage.app.page("present")
        assert isinstance(page, TimedPage)
        page.tick()
        await stage.settle()
        assert stage.lines()[0].endswith(" 58:45")
        stage.sitting.begin_talk(GOAL)
        stage.app.changed()
        await stage.settle()
        assert not stage.lines()[0].endswith(" 58:45")
        now[0] += 100_000
        stage.app.changed()
        await stage.settle()
        assert stage.lines()[0].endswith(" 0:00")


@pytest.mark.parametrize("before", ["results", "plan"])
async def test_behind_the_result_it_shows_the_result(shop: Path, before: str) -> None:
    """What stands, the verdict, and the first actions; Enter leads to the questions."""
    async with presented(shop, before=before) as stage:
        text = stage.text()
        assert stage.lines()[0].strip() == "Results"
        assert "First: Goals" in text
        assert "Write one sentence that says what should change." in text
        assert "v vote" not in stage.footer
        await stage.press("v", "right", "left")
        assert stage.text() == text
        await stage.press("p")
        assert stage.app.page_name == before
        await stage.press("p", "enter")
        assert "Is there a goal for what you post?" in stage.text()
        await stage.press("escape")
        assert stage.app.page_name == before


async def test_it_leads_back_to_where_one_was(shop: Path) -> None:
    """`p` and Escape go back; the question there is the one that was shown."""
    async with presented(shop) as stage:
        await stage.press("right", "p")
        assert stage.app.page_name == "question"
        assert "How many hours are there for it?" in stage.text()
        await stage.press("p", "left", "escape")
        assert stage.app.page_name == "question"
        assert "Is there a goal for what you post?" in stage.text()


async def test_help_explains_the_question_only_when_asked(shop: Path) -> None:
    """The help of the questionnaire stands in help, and nowhere before."""
    async with presented(shop) as stage:
        assert "without a goal nobody can tell" not in stage.text()
        await stage.press("?")
        assert "Without a goal nobody can tell" in stage.text()


async def test_a_failed_save_is_a_word(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither path nor reason stands before the room; what is said in full waits."""
    async with presented(shop) as stage:
        monkeypatch.setattr(Sitting, "status", NotSaved("the disk is full: /home/jansen"))
        stage.app.changed()
        await stage.settle()
        assert stage.lines()[0].endswith("! not saved")
        monkeypatch.setattr(Sitting, "status", Saved("/home/jansen/the-shop.kept.json"))
        stage.app.peil_screen.header.on_header_written()
        await stage.settle()
        assert stage.lines()[0].endswith("! saved elsewhere")
        assert "jansen" not in stage.text()
        await stage.press("p")
        await stage.settle()
        assert "jansen" in stage.text()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", SCENES)
async def test_few_words_stand_around_what_is_shown(shop: Path, scene: str, language: str) -> None:
    """At most twelve words beside topic, question, levels, counts and clock."""
    async with presented(shop, language=language) as stage:
        SCENES[scene](stage.sitting)
        stage.app.changed()
        await stage.settle()
        question = stage.sitting.items.question(GOAL)
        topic = stage.sitting.items.topic(stage.sitting.items.topic_of(GOAL)).title
        shown = " ".join((question.text, topic, *(level.text for level in question.levels)))
        words = re.findall(r"[a-zA-Z']{2,}", stage.text())
        around = [word for word in words if word not in shown]
        assert len(around) <= 12, around


def test_nothing_is_fainter_than_text() -> None:
    """What is drawn for the room is drawn in inks of which the contrast is tested."""
    source = (Path(__file__).parents[2] / "src/peil/tui/pages").glob("present*.py")
    inks = {
        ink for file in source for ink in re.findall(r'"(\w+)"', file.read_text()) if ink in INKS
    }
    assert {"strong", "key", "full", "agreed", "apart"} <= inks
    assert not inks & {"line", "empty"}


@pytest.mark.parametrize("page", ["team", "consensus", "agenda", "reveal"])
async def test_every_room_of_a_team_has_it_under_p(bakery: Path, page: str) -> None:
    """And `p` leads back there."""
    async with team_on(bakery, page) as stage:
        await stage.press("p")
        assert stage.app.page_name == "present"
        await stage.press("p")
        assert stage.app.page_name == page
