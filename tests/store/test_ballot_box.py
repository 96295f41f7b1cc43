"""The ballot box: what is kept of a running vote, and what cannot be seen of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.ballot import Ballot
from peil.store.ballot_box import BallotBox, encoded, is_whole
from peil.store.disk import DISK
from peil.store.sealing import sealed, unsealed

SIGNS = "1234?-"
QUESTIONS = ("iceberg/a", "iceberg/b", "iceberg/c")


@st.composite
def ballots(draw: st.DrawFn) -> Ballot:
    """Return any ballot on three questions that voting can make."""
    words = draw(st.lists(st.text(SIGNS, min_size=3, max_size=3), max_size=5))
    counts = tuple(
        tuple(sum(word[place] == sign for word in words) for sign in SIGNS) for place in range(3)
    )
    word = draw(st.text(SIGNS, max_size=3))
    return Ballot(1, "slips", QUESTIONS, (SIGNS,) * 3, 6, counts, len(words), word)


NONE_YET = Ballot(1, "slips", QUESTIONS, (SIGNS,) * 3, 6, ((0,) * 6,) * 3)


@given(st.binary(max_size=99))
def test_a_seal_opens_to_what_was_sealed(plain: bytes) -> None:
    """And a second seal on the same is another one, of the same length."""
    one, other = sealed(plain), sealed(plain)
    assert unsealed(one) == unsealed(other) == plain
    assert len(one) == len(other)
    assert len(plain) < 4 or one != other


@pytest.mark.parametrize("value", ["", "é", "AAA", "AAAA", "AA=A"])
def test_what_is_no_seal_is_refused(value: str) -> None:
    """An empty one holds nothing; the rest is a ValueError and nothing else."""
    if not value:
        assert unsealed(value) == b""
        return
    with pytest.raises(ValueError, match=r".*"):
        unsealed(value)


@given(ballots(), st.integers(1, 9))
def test_every_ballot_comes_back_and_takes_the_same_room(ballot: Ballot, turn: int) -> None:
    """No vote changes the length, and the file says nothing that differs but its seal."""
    contents = encoded(ballot, turn)
    assert is_whole(contents)
    assert len(contents) == len(encoded(NONE_YET, turn))


@given(ballots())
def test_kept_and_read_again(tmp_path_factory: pytest.TempPathFactory, ballot: Ballot) -> None:
    """What was put is what another window finds."""
    folder = tmp_path_factory.mktemp("box")
    BallotBox(folder, "shop", DISK).put(ballot)
    assert BallotBox(folder, "shop", DISK).read(counted=0) == ballot


def _boxes(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_two_files_in_turn_and_none_once_it_is_counted(tmp_path: Path) -> None:
    """A damaged one costs the last key at most; emptied, nothing is left."""
    box = BallotBox(tmp_path, "shop", DISK)
    first = Ballot(3, "slips", QUESTIONS, (SIGNS,) * 3, 6, ((0,) * 6,) * 3, 0, "1")
    second = Ballot(3, "slips", QUESTIONS, (SIGNS,) * 3, 6, ((0,) * 6,) * 3, 0, "12")
    box.put(first)
    box.put(second)
    assert _boxes(tmp_path) == ["shop.1.ballot", "shop.2.ballot"]
    newest = BallotBox(tmp_path, "shop", DISK)
    assert newest.read(counted=2) == second
    for path in sorted(tmp_path.iterdir(), key=lambda each: each.stat().st_mtime_ns)[-1:]:
        path.write_bytes(path.read_bytes()[:-40] + b"0" * 40)
    assert BallotBox(tmp_path, "shop", DISK).read(counted=2) == first
    box.put(None)
    assert _boxes(tmp_path) == []


def test_the_next_vote_leaves_nothing_of_the_one_before(tmp_path: Path) -> None:
    """Also where it begins before the box was emptied: nothing sealed of it stays behind."""
    box = BallotBox(tmp_path, "shop", DISK)
    for word in ("1", "12", "123"):
        box.put(replace(NONE_YET, word=word))
    box.put(replace(NONE_YET, number=2))
    assert ['"number":2' in path.read_text() for path in tmp_path.iterdir()] == [True]
    assert BallotBox(tmp_path, "shop", DISK).read(counted=1) == replace(NONE_YET, number=2)


def test_what_a_kill_left_half_written_goes_as_well(tmp_path: Path) -> None:
    """An emptied box leaves nothing sealed, whatever it is called."""
    (tmp_path / ".shop.1.ballot.tmp").write_bytes(encoded(NONE_YET, 1)[:-9])
    box = BallotBox(tmp_path, "shop", DISK)
    box.put(NONE_YET)
    box.put(None)
    assert _boxes(tmp_path) == []


def test_a_folder_of_that_name_stands_in_no_answers_way(tmp_path: Path) -> None:
    """It is not ours and stays; every save empties the box, and must not fail for it."""
    (tmp_path / "shop.1.ballot").mkdir()
    BallotBox(tmp_path, "shop", DISK).put(None)
    assert _boxes(tmp_path) == ["shop.1.ballot"]


def test_what_was_counted_is_read_by_nobody(tmp_path: Path) -> None:
    """A kill between counting and emptying leaves a box that counts no more."""
    BallotBox(tmp_path, "shop", DISK).put(NONE_YET)
    assert BallotBox(tmp_path, "shop", DISK).read(counted=1) is None
    assert BallotBox(tmp_path, "shop", DISK).read(counted=0) == NONE_YET


@given(st.binary(max_size=300))
def test_anything_else_is_no_ballot(contents: bytes) -> None:
    """Whatever stands in the file, reading it raises nothing."""
    assert not is_whole(contents)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"voters": 0}, id="nobody votes"),
        pytest.param({"voters": 10**9}, id="too many vote"),
        pytest.param({"questions": (), "signs": (), "counts": ()}, id="nothing is asked"),
        pytest.param({"questions": ("iceberg/a",) * 3}, id="one question thrice"),
        pytest.param({"signs": ("?-",) * 3, "counts": ((0, 0),) * 3}, id="no level"),
        pytest.param({"signs": ("1234",) * 3, "counts": ((0,) * 4,) * 3}, id="no don't know"),
        pytest.param({"signs": ("1123?-",) * 3}, id="a level twice"),
        pytest.param({"signs": ("١٢٣٤?-",) * 3}, id="other digits"),
        pytest.param({"number": 2**63}, id="an endless number"),
    ],
)
def test_what_no_vote_can_have_made_is_no_ballot(wrong: dict[str, object]) -> None:
    """Whoever made it can make a checksum too."""
    assert is_whole(encoded(NONE_YET, 1))
    assert not is_whole(encoded(replace(NONE_YET, **wrong), 1))


def test_a_turn_without_end_is_not_counted_on(tmp_path: Path) -> None:
    """A file that claims to be the last of all does not keep later votes from the disk."""
    (tmp_path / "shop.1.ballot").write_bytes(encoded(NONE_YET, 2**64 - 1))
    box = BallotBox(tmp_path, "shop", DISK)
    assert box.read(counted=0) is None
    later = Ballot(1, "slips", QUESTIONS, (SIGNS,) * 3, 6, ((0,) * 6,) * 3, 0, "1")
    box.put(later)
    assert BallotBox(tmp_path, "shop", DISK).read(counted=0) == later


@given(ballots(), st.data())
def test_a_flipped_bit_is_seen(ballot: Ballot, data: st.DataObject) -> None:
    """The checksum holds all of it together."""
    contents = bytearray(encoded(ballot, 1))
    place = data.draw(st.integers(0, len(contents) - 2))
    contents[place] ^= 1 << data.draw(st.integers(0, 7))
    assert not is_whole(bytes(contents))
