"""Which of the files of an assessment is read, and what is said of it."""

import pytest

from peil.errors import DataDamaged
from peil.store.envelope import FORMAT
from tests.faults.model_disk import ModelDisk
from tests.store.samples import FILE, copies, loaded, new_saver, sample, state_of


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"Jansen", b"Janson"), (b'"format":%d' % FORMAT, b'"format":9')],
    ids=["changed outside", "of a newer Peil"],
)
def test_what_is_not_whole_can_still_be_looked_at(before: bytes, after: bytes) -> None:
    """Where the file is damaged and no copy is whole, the newest readable one opens to look."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for step in range(3):
        saver.save(state_of(sample(step)))
    files = {
        path: disk.read(path)[0].replace(before, after) for path in copies(disk).newest_first()
    }
    found = loaded(ModelDisk({**files, FILE: b""}))
    assert found.assessment.answers == sample(1).answers
    assert not found.writable
    assert isinstance(found.notice, DataDamaged)
    said = str(found.notice)
    assert f"{FILE} is damaged, and no earlier save is whole" in said
    assert "--repair" not in said
    assert "peil backups" in said
