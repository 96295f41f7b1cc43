"""The thread that saves whole states."""

import errno
import threading
import time
from queue import Queue
from threading import Event, current_thread

import pytest

from peil.store.writer import NotSaved, Saved, Saving, Status, Writer

_LONG = 10.0


def _nothing() -> None:
    """Do nothing."""


def test_the_newest_state_wins() -> None:
    """States that were overtaken while the disk was busy are skipped."""
    begun, go_on = Event(), Event()
    done: list[int] = []

    def save(state: int) -> Saved:
        begun.set()
        go_on.wait(_LONG)
        done.append(state)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(0)
    begun.wait(_LONG)
    for state in range(1, 50):
        writer.put(state)
    assert writer.status == Saving()
    go_on.set()
    assert writer.close(_LONG) == Saved()
    assert done == [0, 49]


def test_all_is_done_in_one_thread_of_its_own() -> None:
    """TinyDB is never called from two threads."""
    threads: set[str] = set()

    def save(_: int) -> Saved:
        threads.add(current_thread().name)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    for state in range(5):
        writer.put(state)
        writer.flush(_LONG)
    writer.close(_LONG)
    assert threads == {"peil-writer"}


def test_a_full_disk_is_said_and_tried_again() -> None:
    """The reason stands in the status; the next state brings everything."""
    full = True
    done: list[int] = []

    def save(state: int) -> Saved:
        if full:
            raise OSError(errno.ENOSPC, "no space")
        done.append(state)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(1)
    assert writer.flush(_LONG) == NotSaved("disk full", errno.ENOSPC)
    writer.put(2)
    assert writer.flush(_LONG) == NotSaved("disk full", errno.ENOSPC)
    full = False
    writer.put(3)
    assert writer.close(_LONG) == Saved()
    assert done == [3]


def test_closing_tries_once_more() -> None:
    """What failed is not lost when room was made before closing."""
    attempts: list[int] = []

    def save(state: int) -> Saved:
        attempts.append(state)
        if len(attempts) == 1:
            raise OSError(errno.EIO, "broken")
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(1)
    while isinstance(writer.status, Saving):
        pass
    assert writer.status == NotSaved("the disk reports an error", errno.EIO)
    assert writer.close(_LONG) == Saved()
    assert attempts == [1, 1]


def test_an_older_failure_never_overtakes() -> None:
    """While a newer state is under way, a flush does not bring back the one that failed."""
    begun, go_on = Event(), Event()
    attempts: list[int] = []

    def save(state: int) -> Saved:
        attempts.append(state)
        if state == 1:
            raise OSError(errno.EIO, "broken")
        begun.set()
        go_on.wait(_LONG)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(1)
    while isinstance(writer.status, Saving):
        pass
    writer.put(2)
    begun.wait(_LONG)
    assert writer.flush(0) == Saving()
    go_on.set()
    assert writer.close(_LONG) == Saved()
    assert attempts == [1, 2]


@pytest.fixture
def mistakes(monkeypatch: pytest.MonkeyPatch) -> Queue[str]:
    """Return where the errors arrive that end a thread, in the place of the terminal."""
    arrived: Queue[str] = Queue()
    monkeypatch.setattr(threading, "excepthook", lambda args: arrived.put(str(args.exc_value)))
    return arrived


def test_an_error_of_our_own_is_no_silence(mistakes: Queue[str]) -> None:
    """The status says so, nobody waits for ever, and the next state is saved."""
    done: list[int] = []

    def save(state: int) -> Saved:
        if state == 1:
            raise RuntimeError("a mistake")
        done.append(state)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(1)
    while isinstance(writer.status, Saving):
        pass
    assert writer.status == NotSaved("an error in Peil")
    writer.put(2)
    assert writer.close(_LONG) == Saved()
    assert done == [2]
    assert mistakes.get(timeout=_LONG) == "a mistake"


def test_a_mistake_in_the_callback_stops_no_saving(mistakes: Queue[str]) -> None:
    """A front end that fails when told does not keep the next state from the disk."""
    done: list[int] = []

    def save(state: int) -> Saved:
        done.append(state)
        return Saved()

    def fail() -> None:
        raise RuntimeError("a mistake")

    writer = Writer(save, _nothing, fail)
    for state in (1, 2):
        writer.put(state)
        assert writer.flush(_LONG) == Saved()
    assert writer.close(_LONG) == Saved()
    assert done == [1, 2]
    for _ in done:
        assert mistakes.get(timeout=_LONG) == "a mistake"


def test_a_slow_disk_is_not_waited_for_longer_than_asked() -> None:
    """A flush gives up after its time, and says that it still saves."""
    go_on = Event()

    def save(_: int) -> Saved:
        go_on.wait(_LONG)
        return Saved()

    writer = Writer(save, _nothing, _nothing)
    writer.put(1)
    assert writer.flush(0.01) == Saving()
    go_on.set()
    assert writer.close(_LONG) == Saved()


def test_nothing_to_save_is_saved() -> None:
    """Without a change there is no thread and nothing to wait for."""
    writer: Writer[int] = Writer(lambda _: Saved(), _nothing, _nothing)
    assert writer.close(0) == Saved()


def test_whoever_listens_was_told_when_a_flush_returns() -> None:
    """So that nothing shows an older status than the one that was waited for."""
    told: list[Status] = []

    def listen() -> None:
        time.sleep(0.05)
        told.append(writer.status)

    writer: Writer[int] = Writer(lambda _: Saved(), lambda: None, listen)
    writer.put(1)
    writer.flush(5)
    assert told == [Saved()]
    writer.close(5)
