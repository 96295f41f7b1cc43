"""Undo, changes taken together, and what is never taken back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.model import Listed
from peil.errors import PeilError
from peil.sitting import Sitting
from tests.builders import assessment, question, questionnaire, topic

CORE = "iceberg/objectives-written"
OTHER = "iceberg/objectives-for-whom"


def test_undo_goes_back_one_change_at_a_time(sitting: Sitting) -> None:
    """Two changes are undone in two steps, newest first; then there is nothing to undo."""
    sitting.rate(CORE, 2)
    sitting.rate(CORE, 3)
    undone = sitting.undo()
    assert undone is not None
    assert undone.question == CORE
    assert sitting.answer(CORE).level == 2
    sitting.undo()
    assert sitting.answer(CORE).state is None
    assert sitting.undo() is None


def test_undo_leads_back_to_the_question(sitting: Sitting) -> None:
    """After undo the walk stands where the change was made."""
    sitting.rate(CORE, 2)
    sitting.go_to(OTHER)
    sitting.undo()
    assert sitting.assessment.place == CORE


def test_codes_and_exports_are_never_taken_back(sitting: Sitting) -> None:
    """A code that somebody has seen on paper stays with its action."""
    sitting.rate(CORE, 1)
    codes = sitting.give_codes()
    sitting.record_export([Listed(code) for code in codes.values()])
    sitting.undo()
    sitting.rate(OTHER, 1)
    again = sitting.give_codes()
    assert codes.items() <= again.items()
    assert len(set(again.values())) == len(again)
    assert [export.number for export in sitting.assessment.exports] == [1]


def test_changes_together_are_all_or_nothing(sitting: Sitting) -> None:
    """A refusal half-way takes back what went before it."""
    sitting.rate(CORE, 1)
    before = sitting.assessment
    with pytest.raises(PeilError):
        _half_wrong(sitting)
    assert sitting.assessment == before
    with sitting.all_or_nothing():
        sitting.rate(OTHER, 2)
        sitting.rate(CORE, 4)
    sitting.undo()
    assert sitting.assessment.answers == before.answers


def test_saying_the_same_again_is_no_change(sitting: Sitting) -> None:
    """Setting the look-again flag twice is undone by one step."""
    sitting.look_again(CORE, wanted=True)
    sitting.look_again(CORE, wanted=True)
    sitting.undo()
    assert not sitting.answer(CORE).look_again


def _half_wrong(sitting: Sitting) -> None:
    with sitting.all_or_nothing():
        sitting.rate(OTHER, 2)
        sitting.rate(OTHER, 9)


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("rate"), st.sampled_from(["a1", "a2", "b1"]), st.integers(1, 4)),
        st.tuples(st.just("unknown"), st.sampled_from(["a1", "a2", "b1"]), st.none()),
        st.tuples(st.just("back"), st.sampled_from(["a1", "a2", "b1"]), st.none()),
        st.tuples(st.just("note"), st.sampled_from(["a1", "a2", "b1"]), st.text(max_size=5)),
        st.tuples(st.just("undo"), st.none(), st.none()),
    ),
    max_size=25,
)


class _Nowhere:
    """An open file that keeps nothing."""

    def save(self, *_: object) -> None:
        """Keep nothing."""


@settings(max_examples=60)
@given(changes=CHANGES)
def test_undo_always_returns_to_the_state_before(
    changes: list[tuple[str, str | None, object]],
) -> None:
    """For any sequence of changes, undoing them all gives the first state again."""
    example = questionnaire(
        "q",
        topic("a", question("a1", core=True), question("a2")),
        topic("b", question("b1", core=True)),
    )
    sitting = Sitting(assessment([example]), now=lambda: "2026-11-21T10:00:00Z")
    sitting.__dict__["questionnaires"] = (example,)
    sitting.file = _Nowhere()  # type: ignore[assignment] # a disk would only slow this down
    first = sitting.assessment
    seen = [first.answers]
    for kind, name, value in changes:
        question_id = f"q/{name}"
        if kind == "undo":
            if sitting.undo() is not None:
                seen.pop()
            assert sitting.assessment.answers == seen[-1]
            continue
        match kind:
            case "rate":
                assert isinstance(value, int)
                sitting.rate(question_id, value)
            case "unknown":
                sitting.mark_unknown(question_id)
            case "back":
                sitting.take_back(question_id)
            case _:
                sitting.write_note(question_id, str(value))
        if sitting.assessment.answers != seen[-1]:
            seen.append(sitting.assessment.answers)
    while sitting.undo() is not None:
        pass
    assert replace(sitting.assessment, place=None, changed="") == replace(first, changed="")


def test_a_note_that_goes_on_is_taken_back_whole(sitting: Sitting) -> None:
    """Parts of one note are one change; a part of another question's note is not."""
    sitting.write_note(CORE, "before")
    sitting.write_note(CORE, "half")
    sitting.go_on_writing_note(CORE, "half a")
    sitting.go_on_writing_note(CORE, "half a word")
    sitting.go_on_writing_note(OTHER, "elsewhere")
    sitting.undo()
    assert (sitting.answer(CORE).note, sitting.answer(OTHER).note) == ("half a word", "")
    sitting.undo()
    assert sitting.answer(CORE).note == "before"


def test_reopening_finds_everything(sitting: Sitting, tmp_path: Path) -> None:
    """What was answered, noted and chosen is there after closing and opening again."""
    from peil.store.workspace import Workspace

    sitting.rate(CORE, 2)
    sitting.write_note(CORE, "[/oops] 🥐 {x}")
    sitting.set_profile(hours=4.5, goals=["sales"])
    sitting.set_target("iceberg/objectives", 4)
    sitting.go_to(OTHER)
    sitting.close()
    again = Sitting.open(Workspace(tmp_path / "data"), sitting.assessment.id)
    try:
        assert again.assessment == sitting.assessment
        assert again.walk.resume() == OTHER
    finally:
        again.close()
