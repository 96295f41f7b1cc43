"""Files cut short and files with a flipped bit, one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from peil.errors import DataDamaged
from peil.store.workspace import Workspace
from tests.faults.model_disk import ModelDisk
from tests.store.samples import DATA, FILE, NAME, copies, new_saver, sample, state_of, step_of

SAVES: Final = 4
"""How many states were saved; the newest is that in the file itself."""
SCRIBBLE: Final = b"scribble"
"""What stands in a file of which nothing is left."""


def saved() -> dict[Path, bytes]:
    """Return a disk with an assessment and its earlier saves: each file is another state."""
    disk = ModelDisk()
    saver = new_saver(disk)
    for step in range(SAVES):
        saver.save(state_of(sample(step)))
    for path in copies(disk).newest_first():
        if path.name.count(".") > 1:  # another name of the same save
            disk.remove(path)
    return disk.contents


def damages(data: bytes, stride: int) -> Iterator[bytes]:
    """Return a file cut short anywhere, then with any bit flipped; every `stride`th of each.

    Without the last character, a line feed, it is not damaged: that cut is left out.
    """
    for length in range(0, len(data) - 1, stride):
        yield data[:length]
    for place in range(0, len(data) * 8, stride):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        yield bytes(flipped)


def try_damaged_file(stride: int) -> int:
    """Damage the file: the save before comes back, with a word, or it opens to look only."""
    contents = saved()
    tried = 0
    for data in damages(contents[FILE], stride):
        tried += 1
        _check(ModelDisk({**contents, FILE: data}), SAVES - 2)
    return tried


def try_damaged_copies(stride: int) -> int:
    """Damage each earlier save: it is never taken, whatever is damaged besides."""
    contents = saved()
    older = [path for path in sorted(contents, reverse=True) if path != FILE]
    tried = 0
    for number, copy in enumerate(older):
        newer = dict.fromkeys(older[:number], SCRIBBLE)
        for data in damages(contents[copy], stride):
            tried += 1
            damaged = {**contents, **newer, copy: data}
            found = Workspace(DATA, ModelDisk(damaged)).read(NAME)
            assert (found.notice, found.assessment) == (None, sample(SAVES - 1))
            _check(ModelDisk({**damaged, FILE: SCRIBBLE}), SAVES - 3 - number)
    return tried


def _check(disk: ModelDisk, expected: int) -> None:
    """Find the newest state that is still whole and a word about it, or a look only."""
    try:
        found = Workspace(DATA, disk).read(NAME)
    except DataDamaged:
        assert expected < 0, "nothing is found although an earlier save is whole"
        return
    assert found.notice is not None, "damage without a word"
    if found.writable:
        assert step_of(found.assessment) == expected, "not the newest whole save"
        assert found.assessment == sample(expected), "not as it was saved"
