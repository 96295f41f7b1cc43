"""The log of our own mistakes: where it was, and not a word of the user."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.store.disk import Disk
from peil.store.logbook import LOG, LOG_LIMIT, MOST_FRAMES, entry, note_fault
from tests.promises import Tally


class _Private(Exception):
    """An exception with words in it."""


def _raise(error: BaseException, cause: BaseException | None = None) -> None:
    private = str(error)
    assert private is not None
    raise error from cause


def fault_with(words: str) -> BaseException:
    """Return an exception that carries words in its message, variables, cause and notes."""
    cause = KeyError(words)
    cause.add_note(words)
    with pytest.raises(_Private) as raised:
        _raise(_Private(words), cause)
    return raised.value


@given(st.text(min_size=4).filter(lambda words: not words.isascii() or " " in words))
def test_no_word_of_the_user_is_noted(words: str) -> None:
    """Whatever stands in messages, causes, notes and variables: only names and numbers."""
    noted = entry(fault_with(f"a secret {words}"))
    assert "secret" not in noted
    assert words not in noted
    assert "tests.store.test_logbook:_raise:" in noted
    assert "KeyError" in noted


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_names_from_outside_are_made_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM and made-up names of exceptions hold letters and digits alone."""
    monkeypatch.setenv("TERM", "\x1b]0;title\x07 /home/someone")
    noted = entry(type("Bad\x1b[31m name", (Exception,), {})())
    assert "\x1b" not in noted
    assert "/home" not in noted
    assert "__31m_name" in noted


def test_a_log_is_private_and_keeps_the_newest(tmp_path: Path) -> None:
    """0600, at most the limit, whole entries."""
    for _ in range(3):
        assert note_fault(tmp_path, fault_with("x")) == tmp_path / LOG
    log = tmp_path / LOG
    one = len(log.read_bytes()) // 3
    log.write_bytes(log.read_bytes() * (LOG_LIMIT // one))
    note_fault(tmp_path, RecursionError())
    noted = log.read_text(encoding="ascii")
    assert LOG_LIMIT - 2 * one < len(noted) <= LOG_LIMIT
    assert noted.startswith("\n== ")
    assert noted.endswith("RecursionError\n")
    assert log.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == [LOG]


def test_a_deep_fall_is_noted_by_its_last_steps() -> None:
    """A recursion has a thousand frames; the innermost ones say enough."""

    def fall(depth: int) -> int:
        return fall(depth + 1) + 1

    with pytest.raises(RecursionError) as raised:
        fall(0)
    assert MOST_FRAMES < len(entry(raised.value).splitlines()) <= MOST_FRAMES + 4


class _FullDisk(Disk):
    """A disk without room."""

    def write(self, handle: int, data: bytes) -> None:
        """Refuse."""
        del handle, data
        raise OSError(28, "full")


def test_nothing_that_stands_in_the_way_is_worse_than_the_mistake(
    tmp_path: Path, tally: Tally
) -> None:
    """No folder, a folder or link in its place, a full disk, a binary file: no exception."""
    fault = fault_with("x")
    assert note_fault(tmp_path / "none", fault) is None
    assert note_fault(tmp_path, fault, _FullDisk()) is None
    (tmp_path / LOG).mkdir()
    assert note_fault(tmp_path, fault) is None
    (tmp_path / LOG).rmdir()
    (tmp_path / LOG).write_bytes(os.urandom(200_000))
    assert note_fault(tmp_path, fault) == tmp_path / LOG
    other = tmp_path / "precious"
    other.write_text("untouched")
    (tmp_path / LOG).unlink()
    (tmp_path / LOG).symlink_to(other)
    assert note_fault(tmp_path, fault) == tmp_path / LOG
    assert other.read_text() == "untouched"
    assert names(tmp_path) == [LOG, "precious"]
    tally("failing operations", 1)
