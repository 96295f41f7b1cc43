"""The stamp that proves that two results were computed alike."""

from typing import Any

import msgspec
import pytest

from peil.assessment.model import Answer, Profile
from peil.score.stamp import stamp
from tests.builders import worked_example

WHOLE = worked_example()[1]
A1 = WHOLE.answers["q/a1"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"language": "nl"},
        {"changed": "2027-01-01T00:00:00Z"},
        {"place": "q/b2"},
        {"answers": dict(reversed(WHOLE.answers.items()))},
        {"answers": {**WHOLE.answers, "q/a1": msgspec.structs.replace(A1, note="why")}},
        {"answers": {**WHOLE.answers, "q/b2": Answer(note="ask Marieke")}},
    ],
)
def test_what_changes_no_score_keeps_the_stamp(change: dict[str, Any]) -> None:
    """Names, notes, times and the order of answers are not part of it."""
    assert stamp(msgspec.structs.replace(WHOLE, **change)) == stamp(WHOLE)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {**WHOLE.answers, "q/a1": Answer("rated", 2)}},
        {"answers": {**WHOLE.answers, "q/b2": Answer("unknown")}},
        {"profile": Profile(people="team")},
        {"profile": Profile(hours=4.0)},
        {"targets": {"q/a": 3}},
        {"importances": {"q/a": "high"}},
        {"sources": ()},
    ],
)
def test_what_counts_changes_the_stamp(change: dict[str, Any]) -> None:
    """Answers, profile, targets, importances and sources are part of it."""
    assert stamp(msgspec.structs.replace(WHOLE, **change)) != stamp(WHOLE)


def test_a_stamp_is_a_digest() -> None:
    """Sixty-four hexadecimal digits."""
    assert len(bytes.fromhex(stamp(WHOLE))) == 32
