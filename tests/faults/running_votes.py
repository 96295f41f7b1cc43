"""A vote that runs, is counted, and makes room for the next, on disks that fail or lose power.

What was called saved is found again: every sign of the vote that runs, or the counts that
came of it; never neither, and never a vote that was counted already.
"""

from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from msgspec.structs import replace

from peil.assessment.ballot import Ballot, begun, given, passed_on, rounds_of
from peil.assessment.items import Items
from peil.assessment.model import Assessment
from peil.assessment.team import Meeting, TeamVote
from peil.errors import PeilError
from peil.questionnaire.model import Level, Question, Questionnaire, Topic
from peil.store.openfile import Saver, State
from tests.faults.failing_disk import FULL, NEVER, FailingDisk
from tests.faults.model_disk import ModelDisk, try_every_power_cut
from tests.store.samples import FILE, TIME, box, copies, loaded, new_saver, sample, summary_of

Found: TypeAlias = tuple[int, str]
"""What is on a disk: how many ballots were counted, and what stands in the running one."""

_LEVELS: Final = tuple(Level(number, "It is so.") for number in range(1, 5))
_QUESTION: Final = "iceberg/q0"


@cache
def states() -> tuple[State, ...]:
    """Return what is saved in turn: two votes by two people, each counted."""
    topic = Topic("t", "T", (Question("q0", "Is it?", _LEVELS, core=True),))
    items = Items([Questionnaire("iceberg", "Iceberg", 1, "en", (topic,))])
    assessment = sample(1)
    every = [_state(assessment, None)]
    for number, signs in ((1, "31"), (2, "44")):
        ballot = begun(items, number, "keyboard", [_QUESTION], 2)
        for sign in signs:
            ballot = given(ballot, sign)
            every.append(_state(assessment, ballot))
            ballot = passed_on(ballot)
            every.append(_state(assessment, ballot))
        before = assessment.votes.get(_QUESTION, TeamVote())
        vote = TeamVote((*before.rounds, rounds_of(ballot, TIME)[_QUESTION]))
        assessment = replace(
            assessment, votes={_QUESTION: vote}, meeting=Meeting(voters=2, counted=number)
        )
        every.append(_state(assessment, None))
    return tuple(every)


def _state(assessment: Assessment, ballot: Ballot | None) -> State:
    return State(assessment, summary_of(assessment), ballot)


def said_by(state: State) -> Found:
    """Return what a state says."""
    return found(state.assessment, state.ballot)


def found(assessment: Assessment, ballot: Ballot | None) -> Found:
    """Return what an assessment and its running vote say together."""
    rounds = assessment.votes.get(_QUESTION, TeamVote()).rounds
    assert len(rounds) == assessment.meeting.counted
    return len(rounds), repr(ballot and (ballot.number, ballot.counts, ballot.word))


def read(disk: ModelDisk) -> Saver:
    """Return what goes on with what is on a disk."""
    return Saver(FILE, loaded(disk), copies(disk), disk, box(disk))


def check(disk: ModelDisk, promised: object) -> None:
    """Find one of the promised states after a power cut, and go on to the last one."""
    assert isinstance(promised, frozenset)
    try:
        saver = read(disk)
        now = found(loaded(disk).assessment, saver.running)
        assert now in promised, f"{now} was found, {sorted(promised)} were promised"
        saver.save(states()[-1])
        last = read(disk)
    except (PeilError, OSError) as error:
        raise AssertionError(f"after the power cut: {error}") from error
    assert found(loaded(disk).assessment, last.running) == said_by(states()[-1])
    left = [path.name for path in disk.contents if ".ballot" in path.name]
    assert left == [], f"left of votes that were counted: {left}"


def power_cuts(_: Path) -> tuple[int, int]:
    """Vote and count twice, with a power cut at every moment."""
    disk = ModelDisk()
    saver = new_saver(disk)
    saver.save(states()[0])
    disk.promised = frozenset({said_by(states()[0])})
    for state in states()[1:]:
        before = disk.promised
        assert isinstance(before, frozenset)
        disk.promised = before | {said_by(state)}
        saver.save(state)
        disk.promised = frozenset({said_by(state)})
    return try_every_power_cut(disk, check)


def failing_operations(_: Path) -> int:
    """Vote and count twice, with the Nth operation failing; return how many there are."""
    number = 0
    while True:
        number += 1
        disk = FailingDisk(NEVER, NEVER, FULL)
        saver = new_saver(disk)
        saver.save(states()[0])
        disk.fail(disk.done + number, disk.done + number)
        safe = said_by(states()[0])
        for state in states()[1:]:
            try:
                saver.save(state)
            except OSError:
                now = found(loaded(disk).assessment, read(disk).running)
                assert now in (safe, said_by(state)), f"{now} was found, {safe} was safe"
                disk.mend()
                saver.save(state)
            safe = said_by(state)
            assert found(loaded(disk).assessment, read(disk).running) == safe
        if not disk.failed:
            return number - 1
