"""Files from somebody else: each is refused in a sentence, or harms nothing."""

from copy import deepcopy
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.report.listed import listed
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from tests.faults.hostile_files import ESCAPES, hostile_files, loose
from tests.faults.surviving import refused_or_used
from tests.promises import Tally

SHOP = Path(__file__).parents[1] / "tui" / "sample" / "shop.en.md"
QUESTION = "shop/goal-written"
NAME = "the-shop"


def _answered(workspace: Workspace) -> bytes:
    """Make an assessment with something of everything in it, and return its file."""
    catalog = Catalog([shipped_folder()], workspace.cache)
    wishes = Wishes("The shop", people="team", questionnaires=(str(SHOP),))
    sitting = begin(workspace, catalog, wishes, language="en")
    sitting.rate(QUESTION, 2)
    sitting.write_note(QUESTION, "On the fridge.")
    sitting.write_evidence(QUESTION, "the goal itself")
    sitting.mark_not_applicable("shop/hours-set", "nobody works here")
    sitting.set_target("shop/goals", 4)
    sitting.give_codes()
    sitting.record_export([listed(sitting, action) for action in sitting.plan.actions])
    sitting.close()
    return workspace.file(NAME).read_bytes()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with one assessment, for all tests here."""
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def base(data: Path) -> bytes:
    """Return the file of that assessment."""
    return _answered(Workspace(data))


def _tried(data: Path, base: bytes, hostile: bytes) -> int:
    """Take a file in, see that the one that was there is untouched, and return the exit code."""
    file = data / "from somebody.json"
    file.write_bytes(hostile)
    workspace = Workspace(data)
    here = set(workspace.ids())
    code = refused_or_used(workspace, file)
    assert workspace.file(NAME).read_bytes() == base
    assert file.read_bytes() == hostile
    new = set(workspace.ids()) - here
    assert len(new) == (1 if code == 0 else 0)
    for name in new:
        workspace.delete(name)
    return code


def test_each_attack_ends_as_it_must(data: Path, base: bytes, tally: Tally) -> None:
    """Every file made to do harm is refused with its exit code, or taken in and harmless."""
    attacks = list(hostile_files(base, QUESTION))
    ended = {each.name: _tried(data, base, each.data) for each in attacks}
    assert ended == {each.name: each.code for each in attacks}
    assert len(ended) == len(attacks) >= 22
    tally("attack files", len(attacks))


def test_whatever_was_done_to_a_file_it_harms_nothing(
    data: Path, base: bytes, tally: Tally, *, long_run: bool
) -> None:
    """Cut, flipped, spliced, overwritten: refused in a sentence, or taken in and used."""
    tried = []

    @settings(max_examples=1_000 if long_run else 40)
    @given(st.data())
    def spoilt(draw: st.DataObject) -> None:
        hostile = bytearray(base)
        for _ in range(draw.draw(st.integers(1, 3))):
            _spoil(draw, hostile)
        tried.append(_tried(data, base, bytes(hostile)))

    spoilt()
    tally("damaged files", len(tried))


def _spoil(draw: st.DataObject, hostile: bytearray) -> None:
    """Do one thing to the bytes of a file."""
    place = draw.draw(st.integers(0, max(len(hostile) - 1, 0)))
    length = draw.draw(st.integers(0, 400))
    match draw.draw(st.sampled_from(("cut", "flip", "drop", "repeat", "write"))):
        case "cut":
            del hostile[place:]
        case "flip" if hostile:
            hostile[place] ^= 1 << draw.draw(st.integers(0, 7))
        case "drop":
            del hostile[place : place + length]
        case "repeat":
            hostile[place:place] = hostile[place : place + length]
        case _:
            hostile[place : place + length] = draw.draw(st.binary(max_size=20))


@given(scribble=st.binary(max_size=200), ours=st.booleans())
def test_any_bytes_are_refused(data: Path, base: bytes, scribble: bytes, *, ours: bool) -> None:
    """Whatever the bytes, also after a beginning of ours, one sentence says why not."""
    assert _tried(data, base, base[:300] + scribble if ours else scribble) != 0


_VALUES: Final[st.SearchStrategy[object]] = st.sampled_from(
    (
        *(None, True, 0, -1, 2, 10**18, 10**40, 0.5, 1e300, "", "x", "2", ESCAPES, "../x"),
        *("9999-12-31T23:59:59-12:00", "0001-01-01", "shop/goals", "team", "n" * 30_000),
        *([], ["x"], [[[[]]]], {}, {"x": {}}, {"en": ""}, {"code": "A01", "key": "x"}),
    )
)


def test_whatever_stands_for_a_value_it_harms_nothing(
    data: Path, base: bytes, tally: Tally, *, long_run: bool
) -> None:
    """Any value anywhere in the JSON may be of another type, out of range, or gone."""
    tried = []

    @settings(max_examples=2_000 if long_run else 50)
    @given(st.data())
    def exchanged(draw: st.DataObject) -> None:
        def change(whole: object) -> None:
            for _ in range(draw.draw(st.integers(1, 3))):
                _exchange(draw, whole)

        tried.append(_tried(data, base, loose(base, change)))

    exchanged()
    assert 0 in tried
    tally("damaged files", len(tried))


def _exchange(draw: st.DataObject, whole: object) -> None:
    """Walk down to a value and put another in its place, or another key before it."""
    while isinstance(whole, (dict, list)) and whole:
        keys = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
        key = draw.draw(st.sampled_from(keys))
        deeper = isinstance(whole[key], (dict, list)) and draw.draw(st.integers(0, 9))
        if deeper:
            whole = whole[key]
            continue
        if isinstance(whole, dict) and draw.draw(st.integers(0, 3)) == 0:
            whole[draw.draw(st.sampled_from(("", "x", ESCAPES, "shop/x", "A77", "id")))] = whole[
                key
            ]
        elif draw.draw(st.integers(0, 7)) == 0:
            del whole[key]
        else:
            whole[key] = deepcopy(draw.draw(_VALUES))
        return
