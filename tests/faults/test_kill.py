"""The process is killed in the middle of saving."""

import subprocess
import sys
import time
from pathlib import Path

from peil.store.workspace import Workspace
from tests.store.samples import NAME, sample, step_of, summary_of

_KILLS = 6
_PROGRAM = """
import sys
from pathlib import Path
from peil.store.workspace import Workspace
from peil.store.writer import Saved
from tests.store.samples import NAME, sample, step_of, summary_of

opened = Workspace(Path(sys.argv[1])).open(NAME)
step = step_of(opened.loaded.assessment)
while True:
    step += 1
    opened.save(sample(step % 50), summary_of(sample(step % 50)))
    assert opened.flush() == Saved(), opened.status
    print(step, flush=True)
"""


def test_no_kill_loses_what_was_saved(tmp_path: Path) -> None:
    """After kill -9 at any moment the last save is there, and its lock stops nobody."""
    workspace = Workspace(tmp_path)
    workspace.create(sample(0), summary_of(sample(0))).close()
    for kill in range(_KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(0.013 * kill)
        process.kill()
        said = [first, *process.stdout.read().splitlines(keepends=True)]
        process.wait()
        process.stdout.close()
        promised = int([line for line in said if line.endswith("\n")][-1])
        result = workspace.read(NAME)
        assert result.notice is None
        assert step_of(result.assessment) in (promised % 50, (promised + 1) % 50)
    assert workspace.ids() == [NAME]
