"""`answer`: what it takes, what it refuses, and that it is all or nothing."""

import pytest

from tests.cli.conftest import Peil


def answers(peil: Peil, name: str) -> dict[str, dict[str, object]]:
    """Return the answers of an assessment as exported."""
    found: dict[str, dict[str, object]] = peil("export", name, "--format", "json").json["answers"]
    return found


def test_every_kind_of_answer_is_taken(peil: Peil, bakery: str) -> None:
    """A level, don't know, not applicable and taking back, in one call."""
    ran = peil(
        "answer", bakery, "objectives-written=none", "iceberg/research-networks=na:done by others",
        "policy-rules=unknown", "culture-sharing=4",
    )  # fmt: skip
    assert ran.code == 0
    kept = answers(peil, bakery)
    assert "iceberg/objectives-written" not in kept or (
        kept["iceberg/objectives-written"]["state"] is None
    )
    assert kept["iceberg/research-networks"]["state"] == "not-applicable"
    assert kept["iceberg/research-networks"]["reason"] == "done by others"
    assert kept["iceberg/policy-rules"]["state"] == "unknown"
    assert kept["community-maturity/culture-sharing"]["level"] == 4


@pytest.mark.parametrize(
    ("pairs", "code", "words"),
    [
        (["objectives-written=5"], 1, "from 1 to 4"),
        (["objectives-writen=2"], 1, "Did you mean iceberg/objectives-written?"),
        (["objectives-written"], 2, "NAME=VALUE"),
        (["objectives-written=two"], 2, "is no answer"),
        (["objectives-written=na:"], 1, "reason"),
        (["objectives-written=-1"], 2, "is no answer"),
        (["objectives-written=٢"], 2, "is no answer"),
    ],
)
def test_a_wrong_answer_is_refused_and_takes_the_others_along(
    peil: Peil, bakery: str, pairs: list[str], code: int, words: str
) -> None:
    """What cannot be gets one sentence, and the answers before it are not kept either."""
    before = answers(peil, bakery)
    ran = peil("answer", bakery, "culture-sharing=3", *pairs)
    assert ran.code == code
    assert words in ran.err
    assert answers(peil, bakery) == before


def test_a_question_that_is_not_asked_is_refused_with_its_condition(peil: Peil) -> None:
    """A solo owner is told why a question for teams is not asked."""
    peil("new", "Alone")
    ran = peil("answer", "alone", "policies-decisions=2")
    assert ran.code == 1
    assert "you work alone" in ran.err


def test_notes_go_with_exactly_one_answer(peil: Peil, bakery: str) -> None:
    """A note for two answers is refused; for one it is kept beside evidence and flag."""
    assert peil("answer", bakery, "culture-sharing=3", "policy-rules=2", "--note", "x").code == 2
    ran = peil(
        "answer", bakery, "culture-sharing=3", "--note", "[/oops] {x}\x1b[2J", "--evidence",
        "the sheet", "--evidence-date", "2026-11-14", "--look-again",
    )  # fmt: skip
    assert ran.code == 0
    kept = answers(peil, bakery)["community-maturity/culture-sharing"]
    assert (kept["note"], kept["evidence"]) == ("[/oops] {x}", "the sheet")
    assert (kept["evidence_date"], kept["look_again"]) == ("2026-11-14", True)
    assert peil("answer", bakery, "culture-sharing=3", "--evidence-date", "soon").code == 2


def test_answering_says_back_what_now_stands(peil: Peil, bakery: str) -> None:
    """The level's own words come back, in the language asked for."""
    said = peil("answer", bakery, "culture-sharing=3", "--language", "nl").out
    assert said.startswith("community-maturity/culture-sharing  3: ")
    assert "van 54 vragen beantwoord" in said


@pytest.mark.parametrize("value", ["00000000002", "99999999999999999999"])
def test_a_number_that_is_no_level_is_said_as_it_was_typed(
    peil: Peil, bakery: str, value: str
) -> None:
    """A refusal names what was typed, not what was made of it."""
    assert value in peil("answer", bakery, f"objectives-written={value}").err


def test_a_text_too_long_is_refused_whole(peil: Peil, bakery: str) -> None:
    """Nothing is cut silently: the note stays what it was."""
    peil("answer", bakery, "objectives-written=2", "--note", "kept")
    ran = peil("answer", bakery, "objectives-written=2", "--note", "x" * 20_001)
    assert ran.code == 1
    assert "longer than 20000 characters" in ran.err
    assert answers(peil, bakery)["iceberg/objectives-written"]["note"] == "kept"
    assert peil("new", "y" * 201).code == 1
