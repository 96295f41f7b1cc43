"""The process is killed in the middle of saving."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peil.store.workspace import Workspace
from tests.promises import Tally
from tests.store.samples import NAME, sample, step_of, summary_of

_KILLS = 6
_MANY_KILLS = 240
_ROUND = 50
_PROGRAM = f"""
import sys
from pathlib import Path
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.samples import NAME, sample, state_of, step_of, summary_of

opened = Workspace(Path(sys.argv[1])).open(NAME)
step = step_of(opened.loaded.assessment)
while True:
    step += 1
    opened.save(*state_of(sample(step % {_ROUND})))
    assert opened.flush() == Saved(), opened.status
    print(step, flush=True)
"""


@pytest.mark.fault("kill -9")
@pytest.mark.fault("lock left by a dead process")
def test_no_kill_loses_what_was_saved(tmp_path: Path, tally: Tally, *, long_run: bool) -> None:
    """After kill -9 at any moment the last save is there, and its lock stops nobody."""
    workspace = Workspace(tmp_path)
    workspace.create(sample(0), summary_of(sample(0))).close()
    chance = random.Random(7)  # noqa: S311 - no secret, the same in every run
    kills = _MANY_KILLS if long_run else _KILLS
    for _ in range(kills):
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.08))
        process.kill()
        said = [first, *process.stdout.read().splitlines(keepends=True)]
        process.wait()
        process.stdout.close()
        promised = int([line for line in said if line.endswith("\n")][-1])
        result = workspace.read(NAME)
        assert result.notice is None
        assert step_of(result.assessment) in (promised % _ROUND, (promised + 1) % _ROUND)
    assert workspace.ids() == [NAME]
    tally("kills", kills)
