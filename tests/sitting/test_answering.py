"""What may be answered, and what a refusal leaves behind: nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.assessment.model import Answer
from peil.errors import PeilError
from peil.sitting import Sitting
from peil.store.workspace import Workspace

CORE = "iceberg/objectives-written"
OTHER = "iceberg/objectives-for-whom"


def test_a_level_is_kept_with_its_time(sitting: Sitting) -> None:
    """A rated question holds its level and when that was said."""
    sitting.rate(CORE, 2)
    answer = sitting.answer(CORE)
    assert (answer.state, answer.level) == ("rated", 2)
    assert answer.changed.endswith("Z")


@pytest.mark.parametrize("level", [0, 5, -1, 10**9])
def test_a_level_outside_the_scale_is_refused(sitting: Sitting, level: int) -> None:
    """A level that does not exist changes nothing and names the scale."""
    sitting.rate(CORE, 2)
    before = sitting.assessment
    with pytest.raises(PeilError, match="from 1 to 4"):
        sitting.rate(CORE, level)
    assert sitting.assessment == before


def test_not_applicable_needs_a_reason(sitting: Sitting) -> None:
    """Not applicable without a word why is refused."""
    with pytest.raises(PeilError, match="reason"):
        sitting.mark_not_applicable(CORE, " \x1b[31m ")
    assert sitting.answer(CORE) == Answer()


def test_taking_back_keeps_what_was_written(sitting: Sitting) -> None:
    """An answer taken back leaves its note and evidence, for a note is work too."""
    sitting.rate(CORE, 3)
    sitting.write_note(CORE, "on the fridge")
    sitting.write_evidence(CORE, "the sheet", date(2026, 11, 14))
    sitting.take_back(CORE)
    answer = sitting.answer(CORE)
    assert (answer.state, answer.level) == (None, None)
    assert (answer.note, answer.evidence) == ("on the fridge", "the sheet")
    assert answer.evidence_date == "2026-11-14"
    assert sitting.walk.states[CORE] == "unanswered"


def test_evidence_without_words_has_no_date(sitting: Sitting) -> None:
    """Emptying the evidence takes its date away too."""
    sitting.write_evidence(CORE, "the sheet", date(2026, 11, 14))
    sitting.write_evidence(CORE, "", date(2026, 11, 14))
    assert sitting.assessment.answers == {}


def test_a_question_for_teams_is_refused_to_a_solo_owner(sitting: Sitting) -> None:
    """A question that is not asked is refused with its condition in words."""
    sitting.set_profile(people="solo")
    with pytest.raises(PeilError, match="you work alone"):
        sitting.rate("community-maturity/policies-decisions", 2)


def test_an_unknown_question_is_refused(sitting: Sitting) -> None:
    """A question that no questionnaire holds is refused by name."""
    with pytest.raises(PeilError, match="iceberg/nothing"):
        sitting.rate("iceberg/nothing", 2)


@given(
    note=st.text(max_size=60),
    hostile=st.sampled_from(["\x1b]0;evil\x07", "\x9b31m", "\u202e", "\x00"]),
)
def test_notes_are_cleaned_at_the_door(note: str, hostile: str) -> None:
    """Nothing that drives a terminal gets into a note."""
    from peil.sitting.answering import noted
    from tests.builders import assessment, question, questionnaire, topic

    example = questionnaire("q", topic("a", question("a1", core=True)))
    kept = noted(assessment([example]), "q/a1", note + hostile + "end").answers["q/a1"].note
    assert not any(character in kept for character in "\x1b\x9b\u202e\x00\x07")
    assert kept.endswith("end")


def test_looking_only_refuses_every_change(sitting: Sitting, workspace: Workspace) -> None:
    """A sitting without a lock shows everything and changes nothing."""
    looking = Sitting.look(workspace, sitting.assessment.id)
    assert looking.looks_only
    with pytest.raises(PeilError, match="look only"):
        looking.rate(CORE, 2)
    with pytest.raises(PeilError, match="look only"):
        looking.set_profile(hours=5)
    looking.speak("nl")
    assert looking.items.topic("iceberg/objectives").title == "Doelen"
    assert Sitting.look(workspace, sitting.assessment.id).language == "en"
