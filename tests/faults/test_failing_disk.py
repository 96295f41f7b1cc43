"""The Nth operation of the disk fails, for every N until none is left to fail."""

import errno
from collections.abc import Collection
from pathlib import Path

import pytest

from tests.faults.counting import fail_every_operation
from tests.faults.failing_disk import READING, SYNCING, WRITING
from tests.promises import Tally


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize(
    ("code", "failing"),
    [
        pytest.param(errno.EIO, WRITING, id="EIO"),
        pytest.param(errno.ENOSPC, WRITING, id="ENOSPC", marks=pytest.mark.fault("disk full")),
        pytest.param(errno.EACCES, WRITING, id="EACCES"),
        pytest.param(
            errno.EIO, SYNCING, id="EIO on fsync", marks=pytest.mark.fault("EIO on fsync")
        ),
        pytest.param(errno.EIO, READING, id="EIO on reading"),
        pytest.param(errno.EACCES, READING, id="EACCES on reading"),
    ],
)
def test_no_failing_operation_loses_an_answer(
    tmp_path: Path, code: int, failing: Collection[str], tally: Tally, *, for_ever: bool
) -> None:
    """It is called not saved, with the reason, or all is there; and all is, once it works again."""
    operations = fail_every_operation(tmp_path, code, failing, for_ever=for_ever)
    assert operations >= 10
    tally("failing operations", operations)
