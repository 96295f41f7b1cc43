"""What the bytes of an assessment's file are."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from peil.store.envelope import TableWriter
from peil.store.judging import judge
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, NAME, new_saver, sample, state_of, summary_of


def _saved() -> bytes:
    """Return the bytes of an assessment of two steps."""
    disk = ModelDisk()
    new_saver(disk).save(state_of(sample(2)))
    return disk.read(FILE)[0]


DATA: Final = _saved()


@given(st.binary(max_size=60) | st.integers(0, len(DATA) - 2).map(lambda end: DATA[:end]))
def test_what_is_no_assessment_is_damaged(data: bytes) -> None:
    """Any other bytes, and a file that was cut short wherever it was."""
    judged = judge(data, NAME)
    assert (judged.verdict, judged.held) == ("damaged", None)


def test_what_is_whole_is_held() -> None:
    """The assessment, and what the list shows of it."""
    judged = judge(DATA, NAME)
    assert judged.verdict == "whole"
    assert judged.held is not None
    assert judged.held.assessment == sample(2)
    assert judged.held.summary == summary_of(sample(2))
    assert judged.saves == 1


def test_a_checksum_that_fits_is_not_enough() -> None:
    """What Peil could never go on with is damaged, also where nobody changed a byte of it."""
    data = TableWriter().encode({"assessment": {"about": {"title": "x"}}}, 3, summary_of(sample()))
    assert judge(data, NAME).verdict == "damaged"
