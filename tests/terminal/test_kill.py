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

_KILLS: Final = 5
_MANY_KILLS: Final = 240


def _texts(sitting: Sitting) -> list[str]:
    """Return the core questions in their order, in both languages."""
    order = sitting.walk.order[:18]
    texts = dict.fromkeys(order, "")
    for language in ("nl", "en"):
        sitting.speak(language)
        for name in order:
            texts[name] += "\n" + sitting.items.question(name).text
    return list(texts.values())


def _check(workspace: Workspace, name: str, memory: Memory) -> None:
    """Look for every answer that was seen as saved, as another process."""
    kept = Sitting.look(workspace, name)
    assert kept.notice is None
    for place, question in enumerate(kept.walk.order[:18], 1):
        answer = kept.answer(question)
        found = Seen(str(answer.level or ""), answer.note)
        assert memory.holds(place, found), f"{place}: {found}, {memory.tell(place)}"
        memory.forget_typed(place, found)


@pytest.mark.fault("kill -9")
@pytest.mark.fault("lock left by a dead process")
def test_no_kill_loses_an_answer_that_was_called_saved(
    sitting: Sitting, workspace: Workspace, tmp_path: Path, tally: Tally, *, long_run: bool
) -> None:
    """Killed at any moment, it starts again without a word, and all that was saved is there."""
    name = sitting.assessment.id
    chance = random.Random(20261121)  # noqa: S311 - no secret, the same in every run
    memory, texts = Memory(), _texts(sitting)
    sitting.close()
    command = [sys.executable, "-m", "peil", name, "--data-dir", str(workspace.folder)]
    kills = _MANY_KILLS if long_run else _KILLS
    for habit, longest in islice(cycle(habits()), kills):
        for path in exported(tmp_path):
            path.unlink()
        size = (100, 40)
        with Terminal(command, {"HOME": str(tmp_path)}, size=size, folder=tmp_path) as terminal:
            person = Person(terminal, memory, chance, texts)
            if habit is not Person.waits:
                person.arrive()
            person.until_killed(habit, longest)
        _check(workspace, name, memory)
        for path in exported(tmp_path):
            assert path.read_text(encoding="utf-8").endswith("\n")
    assert memory.saved > kills // 4
    assert [path.name for path in workspace.assessments.glob("*.json")] == [f"{name}.json"]
    tally("kills", kills)
