"""The lock of one assessment."""

from pathlib import Path

import filelock
import pytest

from peil.errors import OpenElsewhere, PeilError
from peil.store.lock import Lock


def test_one_holds_it_at_a_time(tmp_path: Path) -> None:
    """The second is refused until the first lets go."""
    first = Lock(tmp_path, "bakery")
    with pytest.raises(OpenElsewhere):
        Lock(tmp_path, "bakery")
    Lock(tmp_path, "cafe").release()
    first.release()
    first.release()
    Lock(tmp_path, "bakery").release()


@pytest.mark.parametrize("text", ["", "soon", "\x1b[31m", "\udcff", "2026"])
def test_an_unreadable_time_is_left_out(tmp_path: Path, text: str) -> None:
    """Since when it is open is said only where it is known."""
    held = Lock(tmp_path, "bakery")
    (tmp_path / "bakery.since").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(OpenElsewhere, match="bakery is open in another window"):
        Lock(tmp_path, "bakery")
    held.release()
    assert not (tmp_path / "bakery.since").exists()


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_lock_that_a_killed_process_would_keep_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file system knows no real locks, the sentence says so."""
    monkeypatch.setattr(filelock, "FileLock", filelock.SoftFileLock)
    with pytest.raises(PeilError, match="knows no locks"):
        Lock(tmp_path, "bakery")
    assert list(tmp_path.iterdir()) == []
