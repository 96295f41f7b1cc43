"""A running vote: what is typed is never shown, and goes on after any break."""

import shutil
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peil.assessment.team import Way
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.tui.palette import Everything
from peil.tui.signs import ASCII, UNICODE
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import settled_workers
from tests.tui.stage import Stage, on_stage
from tests.tui.voters import cast, freeze, vote_begun

RHYTHM = "How far ahead do you know what you post, where and by whom?"


def counts(stage: Stage, question: str) -> dict[str, int]:
    """Return the last round on a question, with don't know and abstentions."""
    last = stage.sitting.vote_on(question).rounds[-1]
    return {**last.votes, "?": last.unknown, "-": last.abstain}


# The keyboard that goes round


async def test_the_question_stands_without_any_mark(bakery: Path) -> None:
    """No earlier answer, no cursor: only its levels, and a box for each vote."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        question = stage.sitting.to_vote_on[4]
        stage.sitting.rate(question, 3)
        stage.sitting.go_to(question)
        stage.sitting.set_meeting(voters=7)
        stage.app.begin_vote([question], "keyboard")
        await stage.settle()
        assert RHYTHM in stage.text()
        for sign in (UNICODE.chosen, UNICODE.cursor, UNICODE.last, UNICODE.flag):
            assert sign not in stage.text()
        assert "Vote 1 of 7   □ □ □ □ □ □ □" in stage.text()
        assert stage.lines()[0].endswith("Voting · round 1")
        assert stage.lines()[1].startswith(" Content planning · core question 5 of 18")
        assert stage.lines()[1].endswith("60:00")
        assert stage.footer == " 1-4 ? - vote │ Esc stop and keep │ n voters │ F1 help"


async def test_a_card_stands_between_two_voters(bakery: Path) -> None:
    """Only Space goes on; Backspace votes again; a finger that stays on a digit does nothing."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.rush("4", "4")
        assert "Vote 1 is in." in stage.text()
        assert "Pass the keyboard on to the next one." in stage.text()
        assert "This vote is in. Space goes on to the next one." in stage.text()
        await stage.press("enter")
        assert "1 of 3 votes are in. Nothing is shown" in stage.text()
        await stage.press("backspace")
        assert "Vote 1 of 3   □ □ □" in stage.text()
        await stage.press("1", "space")
        assert "Vote 2 of 3   ■ □ □" in stage.text()
        await stage.press("space")
        assert "This vote is not whole yet" in stage.text()
        await stage.press("backspace")
        assert "Vote 2 of 3   ■ □ □" in stage.text()
        assert stage.sitting.ballot is not None
        assert stage.sitting.ballot.cast == 1


async def test_after_the_last_vote_enter_shows_them(bakery: Path) -> None:
    """Space and digits do nothing more; one question opens its own page."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        question = (await vote_begun(stage, "keyboard", 3, 5))[4]
        stage.sitting.give_up_ballot()
        stage.app.begin_vote([question], "keyboard")
        await cast(stage, ["3", "d", "-"])
        assert "All votes are in." in stage.text()
        await stage.press("space", "3")
        assert "All votes are in. Enter shows them." in stage.text()
        await stage.press("backspace", "?")
        assert stage.sitting.vote_on(question).rounds == ()
        await stage.press("enter")
        assert stage.app.page_name == "reveal"
        assert counts(stage, question) == {"3": 1, "?": 2, "-": 0}
        assert stage.sitting.assessment.place == question
        assert stage.sitting.ballot is None
        await stage.press("escape")
        assert stage.app.page_name == "question"


async def test_a_voter_goes_from_question_to_question(bakery: Path) -> None:
    """Backspace goes back one at a time, Delete to the first; several open the agenda."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        questions = await vote_begun(stage, "keyboard", 3, 6)
        await stage.press("1", "2", "3", "4")
        assert stage.lines()[1].startswith(" Content planning · question 5 of 6")
        await stage.press("backspace", "backspace", "2")
        assert stage.lines()[1].startswith(" Target groups · question 4 of 6")
        await stage.press("delete")
        assert stage.lines()[1].startswith(" Objectives · question 1 of 6")
        await cast(stage, ["123412", "223412", "3?-412"])
        assert "6 questions" in stage.lines()[1]
        await stage.press("enter")
        assert stage.app.page_name == "agenda"
        assert counts(stage, questions[0]) == {"1": 1, "2": 1, "3": 1, "?": 0, "-": 0}
        assert counts(stage, questions[1]) == {"2": 2, "?": 1, "-": 0}
        assert counts(stage, questions[2]) == {"3": 2, "?": 0, "-": 1}


async def test_a_second_round_is_called_so(bakery: Path) -> None:
    """The header counts the rounds on the question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.sitting.tally(stage.sitting.to_vote_on[0], "1244")
        await vote_begun(stage, "keyboard", 4, 1)
        assert stage.lines()[0].endswith("Voting · round 2")


# Slips


async def test_a_slip_shows_the_place_and_nothing_that_was_typed(bakery: Path) -> None:
    """Which question comes next, and a box for each sign; a wrong one is refused unnamed."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "slips", 5)
        assert "Slip 1 of 5   □ □ □ □ □" in stage.text()
        assert "▸  1  Objectives" in stage.text()
        assert "First everybody fills in a slip" in stage.text()
        await stage.type("1234")
        assert "First everybody fills in a slip" not in stage.text()
        assert "■  4  Target groups" in stage.text()
        assert "▸  5  Content planning" in stage.text()
        assert "Next: 5 of 18" in stage.text()
        assert RHYTHM in stage.text()
        await stage.press("7")
        assert "That is no vote here: 1 to 4, ? or -." in stage.text()
        await stage.press("backspace")
        assert "▸  4  Target groups" in stage.text()
        await stage.press("delete")
        assert "▸  1  Objectives" in stage.text()
        await stage.type("123?-d1234123412341234")
        assert "Slip 1 is in." in stage.text()
        assert "Put it face down, and take the next one." in stage.text()
        assert stage.footer.startswith(" Space next slip │ Backspace take back")
        await stage.press("space")
        assert "Slip 2 of 5   ■ □ □ □ □" in stage.text()


async def test_questions_of_one_topic_go_by_their_own_words(shop: Path) -> None:
    """Where a topic has more than one question, its title would not tell them apart."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.set_meeting(voters=3)
        stage.app.begin_vote(stage.sitting.walk.order, "slips")
        await stage.settle()
        assert "▸  1  Is there a goal for what yo" in stage.text()
        assert "□  2  Hours" in stage.text()


# Everything the same for every vote

Case = tuple[Way, int, tuple[str, ...], tuple[str, ...]]
_SIGNS = "1234?-"


@st.composite
def two_votes(draw: st.DrawFn) -> Case:
    """Return how three vote, on how many questions, and two sets of votes."""
    ways: tuple[Way, ...] = ("keyboard", "slips")
    way = draw(st.sampled_from(ways))
    count = draw(st.integers(1, 3))
    words = st.text(alphabet=_SIGNS, min_size=count, max_size=count)
    sets = st.tuples(words, words, words)
    return way, count, draw(sets), draw(sets)


async def frames_of(
    folder: Path, way: Way, count: int, words: Sequence[str], size: tuple[int, int]
) -> list[list[str]]:
    """Return the frames that each key of a vote draws, in their colours, equal ones once."""
    frames: list[list[str]] = []
    async with on_stage(folder, assessment=BAKERY, size=size) as stage:
        await vote_begun(stage, way, 3, count)
        await stage.saved()
        drawn = stage.record_frames()
        keys = [["space"] * (number > 0) + [*word] for number, word in enumerate(words)]
        for key in [key for each in keys for key in each]:
            before = stage.styled()  # which may be drawn once more, late
            drawn.clear()
            await stage.press(key)
            await stage.saved()
            frames.append([frame for frame, _ in groupby([before, *drawn, stage.styled()])])
        stage.sitting.give_up_ballot()
    return frames


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=two_votes(), size=st.sampled_from(((80, 24), (120, 40), (60, 20))))
async def test_no_frame_tells_one_vote_from_another(
    prepared: Path, tmp_path: Path, case: Case, size: tuple[int, int]
) -> None:
    """Key by key the same frames, in the same colours, whatever was voted."""
    way, count, one, other = case
    with pytest.MonkeyPatch.context() as patch:
        freeze(patch)
        found = []
        for words in (one, other):
            with TemporaryDirectory(dir=tmp_path) as folder:
                shutil.copytree(prepared, folder, dirs_exist_ok=True)
                found.append(await frames_of(Path(folder), way, count, words, size))
    assert found[0] == found[1]


@pytest.mark.parametrize("key", ["1", "4", "d", "?", "-"])
async def test_a_card_says_the_same_to_every_key(bakery: Path, key: str) -> None:
    """Also `?` opens no help there, and an extra press of whatever key looks alike."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.press(key, key)
        assert "This vote is in. Space goes on to the next one." in stage.text()
        await stage.press("f1")
        assert "Everybody votes before anything is shown." in stage.text()


async def test_nothing_opens_in_which_anything_is_found(bakery: Path) -> None:
    """The palette rests; clicks on levels do nothing, and a click on the keys says why."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.press("ctrl+p")
        assert len(stage.app.screen_stack) == 1
        assert "Nothing else opens here while votes are typed." in stage.text()
        await stage.click_on("There is no goal")
        await stage.click_on("1-4 ? - vote")
        assert "Votes are typed, never clicked" in stage.text()
        assert stage.sitting.ballot is not None
        assert stage.sitting.ballot.position == 0


async def test_language_and_clock_go_on(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """L speaks the other language at the same place; t lets the clock stand still."""
    freeze(monkeypatch)
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "slips", 3)
        await stage.type("123")
        assert stage.sitting.clock.runs
        await stage.press("L")
        assert stage.sitting.language == "nl"
        assert stage.sitting.ballot is not None
        assert stage.sitting.ballot.position == 3
        await stage.press("t")
        assert not stage.sitting.clock.runs


# Breaks


async def test_escape_stops_and_v_goes_on(bakery: Path) -> None:
    """Also in the middle of a word; v goes on from any question, and so does the palette."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 6)
        await stage.press(*"123412", "space", "4", "4", "escape")
        assert stage.app.page_name == "question"
        assert "The vote waits: 1 of 3 are in. v goes on with it." in stage.text()
        await stage.press("v")
        assert stage.app.page_name == "vote"
        assert stage.lines()[1].startswith(" Stakeholders · question 3 of 6")
        await stage.press("escape")
        found = [hit async for hit in Everything(stage.app.screen).search("vote is running")]
        found[0].command()
        await stage.settle()
        assert stage.app.page_name == "vote"


async def test_a_vote_is_found_again_after_a_stop(bakery: Path) -> None:
    """`q` saves; opening says so, and home has it among what waits."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 2)
        await stage.press("4", "4", "space", "1", "q")
    async with on_stage(bakery, assessment=BAKERY) as stage:
        assert "A vote is running: 1 of 3 are in. Press v to go on with it." in stage.text()
        await stage.press("v")
        assert "Vote 2 of 3   ■ □ □" in stage.text()
        assert stage.lines()[1].startswith(" Capacity · question 2 of 2")
        assert stage.sitting.clock.runs
    async with on_stage(bakery) as stage:
        await settled_workers(stage)
        assert "vote is running, 1 of 3 in: go on" in stage.text()
        await stage.press("down", "enter")
        assert stage.app.page_name == "vote"
        assert "Vote 2 of 3   ■ □ □" in stage.text()
        await stage.press("escape")
        assert stage.app.page_name == "home"


async def test_a_box_that_was_counted_is_no_vote(bakery: Path) -> None:
    """A kill between the counts and the removal of the box leaves nothing to go on with."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 1, 1)
        await stage.press("4")
        await stage.saved()
        boxes = {box: box.read_bytes() for box in (bakery / "assessments").glob("*.ballot")}
        stage.sitting.reveal()
        await stage.saved()
    for box, contents in boxes.items():
        box.write_bytes(contents)
    async with on_stage(bakery) as stage:
        await settled_workers(stage)
        assert boxes
        assert "vote is running" not in stage.text()


async def test_a_vote_is_given_up_after_a_question(bakery: Path) -> None:
    """No is the default; Yes leaves nothing, neither in memory nor on the disk."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.press("4", "x", "enter")
        assert stage.app.page_name == "vote"
        assert "Vote 1 is in." in stage.text()
        await stage.press("x", "down", "enter")
        assert stage.app.page_name == "question"
        assert "The vote was given up. Nothing of it was kept." in stage.text()
        assert stage.sitting.ballot is None
        await stage.saved()
        assert not list((bakery / "assessments").glob("*.ballot"))
        assert stage.sitting.assessment.votes == {}


async def test_the_page_of_no_vote_is_the_question(bakery: Path) -> None:
    """Going to it without a vote, or with that of another assessment, shows the question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.open_page("vote")
        await stage.settle()
        assert stage.app.page_name == "question"
        stage.app.go_on_voting()
        await stage.settle()
        assert "No vote is running now." in stage.text()


async def test_who_only_looks_cannot_vote(shop: Path) -> None:
    """The key says why, and nothing opens."""
    with Workspace(shop).open(SHOP):
        async with on_stage(shop) as stage:
            await stage.press("enter", "enter", "v")
            assert stage.app.page_name == "question"
            assert "look only" in stage.text()
            assert stage.app.peil_screen.overlay is None


# How many vote


async def test_somebody_comes_and_somebody_leaves(bakery: Path) -> None:
    """The number changes while the vote runs, and never below the votes that are in."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.press("4", "n", "right", "enter")
        assert "■ □ □ □" in stage.text()
        await stage.press("space", "4", "n", "1", "enter")
        assert "2 votes are in already" in stage.text()
        await stage.press("1", "2", "enter")
        assert stage.sitting.ballot is not None
        assert stage.sitting.ballot.voters == 12
        await stage.press("n", "x")
        assert stage.sitting.ballot.voters == 12
        await stage.press("n", "e")
        assert stage.sitting.ballot.voters == 2
        assert "All votes are in." in stage.text()
        await stage.press("n", "3", "enter")
        assert "Vote 2 is in." in stage.text()


async def test_a_vote_that_was_begun_does_not_count_at_the_end(bakery: Path) -> None:
    """Who left in the middle of the questions is left out, and that is said."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        questions = await vote_begun(stage, "slips", 3, 2)
        await stage.press("1", "2", "space", "3", "n")
        assert "One more was begun" in stage.text()
        await stage.press("e")
        assert "All votes are in." in stage.text()
        assert "It does not count" in stage.text()
        await stage.press("backspace", "enter")
        assert [counts(stage, each) for each in questions] == [
            {"1": 1, "?": 0, "-": 0},
            {"2": 1, "?": 0, "-": 0},
        ]


async def test_the_number_is_asked_before_a_vote_begins(bakery: Path) -> None:
    """Where nobody said how many vote; with two it is said that they are not anonymous, once."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        stage.app.begin_vote(stage.sitting.to_vote_on[:1], "keyboard")
        await stage.settle()
        assert "How many of you vote?" in stage.text()
        await stage.press("2")
        assert "With fewer than 3, votes cannot be anonymous." in stage.text()
        await stage.press("enter")
        assert stage.app.page_name == "vote"
        assert "With fewer than 3 voters a vote cannot be anonymous" in stage.text()
        await stage.press("4", "space")
        assert "anonymous" not in stage.text()
        assert stage.sitting.assessment.meeting.voters == 2


async def test_forty_voters_and_plain_signs_fit(bakery: Path) -> None:
    """Their boxes take more lines, and the card stands in plain signs too."""
    async with on_stage(bakery, assessment=BAKERY, size=(60, 20)) as stage:
        await vote_begun(stage, "keyboard", 40, 1)
        assert stage.text().count(UNICODE.to_target) == 40
        stage.app.signs = ASCII
        await stage.press("1")
        assert "+-----" in stage.text()
        assert stage.text().count("# ") >= 1


async def test_undo_never_reaches_a_vote(bakery: Path) -> None:
    """After a break it takes back what was answered before, and the vote stays."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("2")
        await vote_begun(stage, "keyboard", 3, 1)
        await stage.press("4", "z", "escape")
        before = stage.sitting.ballot
        while stage.sitting.undo() is not None:
            pass
        assert stage.sitting.ballot == before
    kept = Sitting.open(Workspace(bakery), BAKERY)
    assert kept.ballot == before
    kept.close()


async def test_ending_with_one_vote_says_that_it_can_be_known(bakery: Path) -> None:
    """Before it is ended: afterwards one vote alone would be shown."""
    few = "votes cannot be anonymous"
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await vote_begun(stage, "keyboard", 5, 1)
        await stage.press("2", "n")
        assert few in stage.text()
        await stage.press("escape", "space", "3", "space", "1", "n")
        assert "e ends with these" in stage.text()
        assert few not in stage.text()
