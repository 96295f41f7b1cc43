"""The real program is killed while somebody works in it with keys."""

import random
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.promises import Tally
from tests.terminal.driver import Terminal
from tests.terminal.person import Memory, Person, Seen, exported, habits

pytestmark = pytest.mark.terminal

_KILLS: Final = 8
_MANY_KILLS: Final = 240


def _check(workspace: Workspace, name: str, memory: Memory) -> int:
    """Look for every answer that was seen as saved, as another process; return how many."""
    kept = Sitting.look(workspace, name)
    assert kept.notice is None
    seen = 0
    for place, question in enumerate(kept.walk.order[:18], 1):
        answer = kept.answer(question)
        found = Seen(str(answer.level or ""), answer.note)
        assert memory.holds(place, found), f"{place}: {found}, seen {memory.seen.get(place)}"
        seen += place in memory.seen and any(memory.seen[place])
        memory.forget_typed(place, found)
    return seen


@pytest.mark.fault("kill -9")
@pytest.mark.fault("lock left by a dead process")
def test_no_kill_loses_an_answer_that_was_called_saved(
    sitting: Sitting, workspace: Workspace, tmp_path: Path, tally: Tally, *, long_run: bool
) -> None:
    """Killed at any moment, it starts again without a word, and all that was saved is there."""
    sitting.close()
    name = sitting.assessment.id
    chance = random.Random(20261121)  # noqa: S311 - no secret, the same in every run
    memory = Memory()
    command = [sys.executable, "-m", "peil", name, "--data-dir", str(workspace.folder)]
    kills, seen = _MANY_KILLS if long_run else _KILLS, 0
    for habit, longest in islice(cycle(habits()), kills):
        for path in exported(tmp_path):
            path.unlink()
        size = (100, 40)
        with Terminal(command, {"HOME": str(tmp_path)}, size=size, folder=tmp_path) as terminal:
            person = Person(terminal, memory, chance)
            if habit is not Person.waits:
                person.arrive()
            person.until_killed(habit, longest)
        seen += _check(workspace, name, memory)
        for path in exported(tmp_path):
            assert path.read_text(encoding="utf-8").endswith("\n")
    assert seen > kills
    assert [path.name for path in workspace.assessments.glob("*.json")] == [f"{name}.json"]
    tally("kills", kills)
