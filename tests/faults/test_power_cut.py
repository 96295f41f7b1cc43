"""A power cut at every point of whatever writes, on a disk that forgets and reorders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import power_cuts, power_cuts_between
from tests.promises import Tally


@pytest.mark.fault("power cut")
@pytest.mark.parametrize(
    "script",
    [
        power_cuts.of_a_first_save,
        power_cuts.of_many_saves,
        power_cuts.of_a_save_after_a_failed_one,
        power_cuts.of_a_save_after_damage,
        power_cuts_between.of_opening_an_older_format,
        power_cuts_between.of_a_restore,
        power_cuts_between.of_accepting_a_changed_file,
        power_cuts_between.of_repairing_damage,
        power_cuts_between.of_a_delete,
    ],
)
def test_no_power_cut_loses_what_was_saved(
    tmp_path: Path, script: Callable[[Path], power_cuts.Counts], tally: Tally
) -> None:
    """Whatever a power cut leaves, what was called saved is there, and work goes on."""
    points, disks = script(tmp_path)
    assert min(points, disks) > 3
    tally("crash points", points)
    tally("disks after a crash", disks)
