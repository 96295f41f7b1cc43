"""What may vanish at any time."""

from pathlib import Path

import pytest

from peil.store.cache import Cache
from tests.faults.failing_disk import FULL, NEVER, FailingDisk
from tests.faults.test_refusing_folders import RefusingDisk

_DIGEST = "0123456789abcdef" * 4


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """Bytes come back under their digest, and the newest win."""
    cache = Cache(tmp_path / "cache")
    assert cache.get(_DIGEST) is None
    for data in (b"one", b"", bytes(range(256))):
        cache.put(_DIGEST, data)
        assert cache.get(_DIGEST) == data
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [_DIGEST]


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_damaged_bytes_are_not_believed(tmp_path: Path, place: int) -> None:
    """A changed byte anywhere: as if it were not there."""
    cache = Cache(tmp_path)
    cache.put(_DIGEST, b"a parsed questionnaire")
    data = bytearray((tmp_path / _DIGEST).read_bytes())
    data[place] ^= 1
    (tmp_path / _DIGEST).write_bytes(data)
    assert cache.get(_DIGEST) is None


def test_a_cut_file_is_not_believed(tmp_path: Path) -> None:
    """A file that ends early: as if it were not there."""
    cache = Cache(tmp_path)
    cache.put(_DIGEST, b"a parsed questionnaire")
    for length in (0, 10, 32, 40):
        data = (tmp_path / _DIGEST).read_bytes()
        (tmp_path / _DIGEST).write_bytes(data[:length])
        assert cache.get(_DIGEST) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "abc", "ABCDEF0123456789", "x" * 64])
def test_only_digests_are_file_names(tmp_path: Path, name: str) -> None:
    """Anything else is neither written nor read."""
    cache = Cache(tmp_path / "cache")
    cache.put(name, b"data")
    assert cache.get(name) is None
    assert not (tmp_path / "cache").exists()


def test_a_full_disk_is_no_error(tmp_path: Path) -> None:
    """What cannot be kept is not kept."""
    disk = RefusingDisk()
    disk.code = 28
    cache = Cache(tmp_path, disk)
    cache.put(_DIGEST, b"data")
    assert cache.get(_DIGEST) is None


@pytest.mark.parametrize("failing", ["write", "replace"])
def test_half_a_file_does_not_stay_on_a_full_disk(failing: str) -> None:
    """The last room of a disk is left to the answers."""
    disk = FailingDisk(1, NEVER, FULL, failing=[failing])
    Cache(Path("/cache"), disk).put(_DIGEST, b"a parsed questionnaire")
    assert disk.failed
    assert disk.names(Path("/cache")) == []
