"""A team at an open assessment: votes that nobody sees, what they leave, and what is agreed."""

import re

import pytest
from msgspec.structs import replace

from peil.assessment.team import Meeting, Parked
from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.ballot_box import encoded
from peil.store.workspace import Workspace

SLIPS = ("1" * 18, "2" * 18, "13" * 9)
"""What three voters wrote on their slips."""


@pytest.fixture
def core(sitting: Sitting) -> tuple[str, ...]:
    """Say that three vote, and return the core questions."""
    sitting.set_meeting(voters=3)
    return sitting.to_vote_on


def _cast(sitting: Sitting, *words: str) -> None:
    for word in words:
        for sign in word:
            sitting.give(sign)
        sitting.next_voter()


def _killed(sitting: Sitting, workspace: Workspace) -> Sitting:
    """Let a sitting end as a kill would once everything is on the disk, and open it again."""
    assert sitting.file is not None
    sitting.file.flush()
    sitting.file.abandon()
    return Sitting.open(workspace, sitting.assessment.id)


def _files(workspace: Workspace) -> dict[str, str]:
    return {
        str(path.relative_to(workspace.folder)): path.read_text()
        for path in sorted(workspace.folder.rglob("*"))
        if path.is_file() and "cache" not in path.parts
    }


def test_a_vote_goes_on_after_a_kill_at_any_sign(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """Between two votes, and in the middle of one: not a sign is lost."""
    sitting.begin_ballot(core, "slips")
    _cast(sitting, SLIPS[0])
    for sign in SLIPS[1][:7]:
        sitting.give(sign)
    before = sitting.ballot
    again = _killed(sitting, workspace)
    assert again.ballot == before
    for sign in SLIPS[1][7:]:
        again.give(sign)
    again = _killed(again, workspace)
    again.next_voter()
    _cast(again, SLIPS[2])
    assert again.reveal() == core
    assert again.vote_on(core[0]).rounds[0].votes == {"1": 2, "2": 1}
    assert again.vote_on(core[1]).rounds[0].votes == {"1": 1, "2": 1, "3": 1}
    again.close()
    last = Sitting.look(workspace, again.assessment.id)
    assert last.vote_on(core[0]).rounds == again.vote_on(core[0]).rounds
    assert last.ballot is None


def _boxes_of(sitting: Sitting, workspace: Workspace, words: tuple[str, ...]) -> list[str]:
    """Return what stands in the ballot box after each sign of a vote, but for its seal.

    Every other file must be as it was.
    """
    assert sitting.file is not None
    sitting.begin_ballot(sitting.to_vote_on, "slips")
    sitting.file.flush()
    before, boxes = _files(workspace), []
    for word in words:
        for sign in word:
            sitting.give(sign)
            sitting.file.flush()
            files = _files(workspace)
            box = {name: text for name, text in files.items() if name.endswith(".ballot")}
            assert files | box == before | box
            sealed = re.compile(r'"(sealed|checksum)":"([^"]*)"')
            lengths = (sealed.sub(lambda found: str(len(found[2])), text) for text in box.values())
            boxes.append("\n".join(lengths))
        if word is not words[-1]:
            sitting.next_voter()
            sitting.file.flush()
    sitting.give_up_ballot()
    sitting.file.flush()
    return [re.sub(r'"number":\d+', "", box) for box in boxes]


def test_no_file_tells_one_vote_from_another(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """Before the reveal every file is the same for any votes, but for what is sealed."""
    assert len(core) == 18
    ones = _boxes_of(sitting, workspace, SLIPS)
    others = _boxes_of(sitting, workspace, ("4" * 18, "?" * 18, "-" * 18))
    assert ones == others
    assert not list(workspace.assessments.glob("*.ballot"))


def test_a_reveal_leaves_counts_and_nothing_else(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """No seal is left, in no backup either, and no order in which votes fell."""
    sitting.begin_ballot(core[:1], "keyboard")
    _cast(sitting, "3", "1", "3")
    sitting.reveal()
    assert sitting.file is not None
    sitting.file.flush()
    files = _files(workspace)
    assert not [name for name in files if name.endswith(".ballot")]
    assert not [name for name, text in files.items() if '"sealed"' in text]
    assert '"votes":{"1":1,"3":2}' in files[f"assessments/{sitting.assessment.id}.json"]


def test_nothing_that_runs_can_be_undone_or_shown(sitting: Sitting, core: tuple[str, ...]) -> None:
    """Undo reaches past a running vote, and a reveal is there to stay."""
    sitting.rate(core[0], 2)
    sitting.begin_ballot(core[:1], "keyboard")
    sitting.give("4")
    running = sitting.ballot
    undone = sitting.undo()
    assert undone is not None
    assert undone.what == "answer"
    assert sitting.ballot == running
    with pytest.raises(PeilError, match="Nothing is shown"):
        sitting.reveal()
    sitting.next_voter()
    _cast(sitting, "4", "3")
    sitting.reveal()
    sitting.agree(core[0], 4)
    assert sitting.undo() is not None
    assert sitting.vote_on(core[0]).agreed is None
    assert len(sitting.vote_on(core[0]).rounds) == 1
    assert sitting.answer(core[0]).state is None
    while sitting.undo():
        pass
    assert len(sitting.vote_on(core[0]).rounds) == 1
    assert sitting.assessment.meeting.counted == 1


def test_agreeing_is_answering(sitting: Sitting, core: tuple[str, ...]) -> None:
    """The agreed level is the answer; far apart asks for a reason, and dissent is kept."""
    question = core[0]
    with pytest.raises(PeilError, match="Nobody has voted"):
        sitting.agree(question, 2)
    sitting.tally(question, "1224")
    with pytest.raises(PeilError, match="why you agree"):
        sitting.agree(question, 2)
    sitting.agree(question, 2, "the calendar is half done", "Piet: it is a 1")
    assert sitting.answer(question).level == 2
    agreed = sitting.vote_on(question).agreed
    assert agreed is not None
    assert (agreed.level, agreed.reason, agreed.rounds) == (2, "the calendar is half done", 1)
    sitting.dissent(question, "")
    sitting.tally(question, "2222")
    assert [line.question for line in sitting.agenda.proposed] == [question]
    sitting.agree(question, "unknown")
    assert sitting.answer(question).state == "unknown"
    sitting.agree_not_applicable(question, "an agency does this")
    assert sitting.answer(question).state == "not-applicable"
    assert [len(vote.rounds) for vote in sitting.assessment.votes.values()] == [2]


def test_an_agenda_and_taking_over(sitting: Sitting, core: tuple[str, ...]) -> None:
    """Widest first, then the lowest; proposals are taken over as one change."""
    for question, word in zip(core, ("2222", "1122", "1224", "1114", "2244", "3???"), strict=False):
        sitting.tally(question, word)
    agenda = sitting.agenda
    assert [core.index(line.question) for line in agenda.talk] == [3, 2, 4, 5]
    assert [core.index(line.question) for line in agenda.proposed] == [0, 1]
    assert [core.index(line.question) for line in agenda.low] == [0, 1]
    sitting.park("", core[4])
    sitting.park("who answers at night", core[4])
    assert [core.index(line.question) for line in sitting.agenda.parked] == [4]
    assert sitting.take_over(core) == 2
    assert [core.index(line.question) for line in sitting.agenda.settled] == [0, 1]
    assert [sitting.answer(question).level for question in core[:2]] == [2, 1]
    sitting.undo()
    assert not sitting.agenda.settled
    sitting.agree(core[4], 2, "both")
    assert [parked.text for parked in sitting.assessment.parked] == ["who answers at night"]
    sitting.unpark(0)
    assert sitting.assessment.parked == ()


def test_a_meeting_is_kept(sitting: Sitting, workspace: Workspace) -> None:
    """Who votes, for how long, on what, and what was parked."""
    topics = (sitting.items.topics[0], sitting.items.topics[11])
    sitting.set_meeting(
        voters=5, names=("Ann", "Bo", "Ann"), minutes=45, topics=topics, way="keyboard"
    )
    assert len(sitting.to_vote_on) == 2
    sitting.park("a new phone")
    sitting.tally(sitting.to_vote_on[0], "123")
    sitting.show_fingers("34 550")
    sitting.close()
    kept = Sitting.look(workspace, sitting.assessment.id).assessment
    assert kept.meeting == Meeting(
        voters=5, names=("Ann", "Bo"), minutes=45, topics=topics, way="keyboard",
        fist={"0": 1, "3": 1, "4": 1, "5": 2},
    )  # fmt: skip
    assert kept.parked == (Parked("a new phone", time=kept.parked[0].time),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"voters": 41}, "from 1 to 40"),
        ({"minutes": 0}, "1 to 480 minutes"),
        ({"topics": ("iceberg/none",)}, "no topic"),
        ({"way": "shouting"}, "slips, keyboard, tally"),
        ({"names": ("x" * 300,)}, "longer than"),
    ],
)
def test_a_meeting_that_cannot_be(sitting: Sitting, wrong: dict[str, object], said: str) -> None:
    """Each with a sentence, and nothing is changed."""
    with pytest.raises(PeilError, match=said):
        sitting.set_meeting(**wrong)  # type: ignore[arg-type] # wrong on purpose
    assert sitting.assessment.meeting == Meeting()


def test_the_running_vote_keeps_its_voters(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """Undo and other changes of the meeting leave it alone, and what is said is kept at once."""
    sitting.begin_ballot(core[:1], "keyboard")
    sitting.set_meeting(voters=5)
    _cast(sitting, "1", "2", "3", "4")
    sitting.undo()
    assert sitting.ballot is not None
    assert (sitting.ballot.voters, sitting.assessment.meeting.voters) == (5, 5)
    sitting.set_meeting(minutes=30)
    assert sitting.ballot.voters == 5
    again = _killed(sitting, workspace)
    assert again.ballot == sitting.ballot
    again.close()


def test_topics_that_are_gone_stand_in_nobodys_way(sitting: Sitting) -> None:
    """A newer questionnaire, or a merge of two files, can leave a topic of today that is none."""
    first = sitting.items.topics[0]
    gone = replace(sitting.assessment.meeting, topics=("iceberg/gone", first))
    sitting._keep_together(replace(sitting.assessment, meeting=gone))  # noqa: SLF001 - as in a file
    assert {sitting.items.topic_of(each) for each in sitting.to_vote_on} == {first}
    sitting.set_meeting(voters=4)
    assert sitting.assessment.meeting.topics == (first,)


def test_one_vote_at_a_time(sitting: Sitting, core: tuple[str, ...]) -> None:
    """A second one waits; the number of voters must be known; nothing runs without one."""
    for act in (sitting.reveal, sitting.next_voter, sitting.take_back_sign):
        with pytest.raises(PeilError, match="No vote is running"):
            act()
    sitting.begin_ballot(core[:1], "keyboard")
    with pytest.raises(PeilError, match="still running"):
        sitting.begin_ballot(core[:2], "slips")
    sitting.set_meeting(voters=2)
    assert sitting.ballot is not None
    assert sitting.ballot.voters == 2
    _cast(sitting, "1", "2")
    with pytest.raises(PeilError, match="2 votes are in"):
        sitting.set_meeting(voters=1)
    sitting.set_meeting(voters=0)
    sitting.give_up_ballot()
    with pytest.raises(PeilError, match="how many of you vote"):
        sitting.begin_ballot(core[:1], "keyboard")


def test_the_clock_goes_on_where_it_stood(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time that is over stays over, through a break and an undo; it never goes below nought."""
    seconds = [100.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: seconds[0])
    sitting.start_clock()
    seconds[0] += 600
    assert sitting.seconds_left == 3000
    sitting.tally(core[0], "222")
    sitting.agree(core[0], 2)
    seconds[0] += 60
    sitting.undo()
    assert sitting.seconds_left == 2940
    sitting.close()
    again = Sitting.open(workspace, sitting.assessment.id)
    seconds[0] += 5000
    assert again.seconds_left == 2940
    again.start_clock()
    seconds[0] += 5000
    assert again.seconds_left == 0
    again.new_meeting()
    assert again.seconds_left == 3600
    assert len(again.vote_on(core[0]).rounds) == 1
    again.close()


def test_a_deleted_assessment_takes_its_box_along(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """Nothing of a vote stays behind for a later assessment of the same name."""
    sitting.begin_ballot(core[:1], "keyboard")
    sitting.give("4")
    sitting.close()
    home = workspace.delete(sitting.assessment.id).parent
    assert [path.name for path in home.iterdir() if path.suffix == ".ballot"]
    assert not list(workspace.assessments.glob("*.ballot"))


@pytest.mark.parametrize(
    "other",
    [{"questions": ("iceberg/no-such-question",)}, {"signs": ("123?-",), "counts": ((0,) * 5,)}],
)
def test_a_vote_of_another_assessment_does_not_go_on(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace, other: dict[str, object]
) -> None:
    """A box that was copied here, or that an earlier state is restored under, is left out."""
    sitting.begin_ballot(core[:1], "keyboard")
    assert sitting.ballot is not None
    foreign = encoded(replace(sitting.ballot, **other), 9)
    sitting.close()
    (workspace.assessments / f"{sitting.assessment.id}.1.ballot").write_bytes(foreign)
    again = Sitting.open(workspace, sitting.assessment.id)
    assert again.ballot is None
    assert again.notice is not None
    assert not again.looks_only
    again.begin_ballot(core[:1], "keyboard")
    again.give("2")
    running = again.ballot
    again = _killed(again, workspace)
    assert (again.ballot, again.notice) == (running, None)
    again.close()


def test_who_only_looks_sees_no_vote(
    sitting: Sitting, core: tuple[str, ...], workspace: Workspace
) -> None:
    """Another window finds nothing of it, and can change nothing."""
    sitting.begin_ballot(core[:1], "keyboard")
    sitting.give("4")
    assert sitting.file is not None
    sitting.file.flush()
    other = Sitting.look(workspace, sitting.assessment.id)
    assert other.ballot is None
    with pytest.raises(PeilError, match="look only"):
        other.tally(core[0], "123")
    with pytest.raises(PeilError, match="look only"):
        other.begin_ballot(core, "slips")


def test_a_talk_gets_its_part_of_the_time(
    sitting: Sitting, core: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan and the end get theirs first; each talk the same, in half minutes."""
    seconds = [0.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: seconds[0])
    for question in core[:6]:
        sitting.tally(question, "1244")
    sitting.start_clock()
    seconds[0] += 19 * 60
    plan = sitting.time_plan
    assert (plan.talks, plan.plan, plan.closing, plan.each) == (27 * 60, 600, 240, 270)
    assert sitting.talk_seconds_left(core[0]) is None
    sitting.begin_talk(core[0])
    seconds[0] += 100
    assert sitting.talk_seconds_left(core[0]) == 170
    assert sitting.talk_seconds_left(core[1]) is None
    seconds[0] += 9999
    assert sitting.talk_seconds_left(core[0]) == 0
    assert sitting.time_plan.each == 60


def test_a_talk_stands_still_with_the_clock(
    sitting: Sitting, core: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A break takes nothing off it; a talk that begins lets the clock run."""
    seconds = [0.0]
    monkeypatch.setattr("peil.sitting.together.time.monotonic", lambda: seconds[0])
    sitting.tally(core[0], "1244")
    sitting.begin_talk(core[0])
    assert sitting.clock.runs
    whole = sitting.talk_seconds_left(core[0])
    assert whole
    seconds[0] += 20
    sitting.stop_clock()
    seconds[0] += 500
    assert sitting.talk_seconds_left(core[0]) == whole - 20
    sitting.start_clock()
    seconds[0] += 10
    assert sitting.talk_seconds_left(core[0]) == whole - 30
    sitting.new_meeting()
    assert sitting.talk_seconds_left(core[0]) is None
