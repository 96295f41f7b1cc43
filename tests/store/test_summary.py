"""The line of the list, as a file says it."""

import msgspec
import pytest

from peil.store.summary import Summary, SummaryReadiness, SummarySource, safe_summary
from tests.store.samples import NAME, TIME, sample, summary_of

_BAD = "ice\x1b[31mberg\u202e/x\ny"
_GOOD = "iceberg/x y"


def test_every_text_is_made_safe() -> None:
    """Title, times, questionnaires, and what the readiness names."""
    hostile = msgspec.structs.replace(
        summary_of(sample(1)),
        title=_BAD,
        created=f"{TIME}\x1b[31m",
        changed="yesterday",
        questionnaires=(SummarySource(_BAD, 1),),
        readiness=SummaryReadiness(blocking=(_BAD,), gate_not_applicable=(_BAD, "b")),
    )
    safe = safe_summary(hostile, NAME)
    assert (safe.title, safe.created, safe.changed) == (_GOOD, "", "")
    assert safe.questionnaires == (SummarySource(_GOOD, 1),)
    assert safe.readiness.blocking == (_GOOD,)
    assert safe.readiness.gate_not_applicable == (_GOOD, "b")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [(0.0, 0.0), (1.0, 1.0), (0.5, 0.5), (None, None), (1.01, None), (-1.0, None), (1e300, None)],
)
def test_a_score_is_a_fraction(stated: float | None, expected: float | None) -> None:
    """Anything outside 0 to 1 is dropped."""
    readiness = SummaryReadiness(score=stated, low=stated, high=stated)
    summary = msgspec.structs.replace(summary_of(sample(1)), readiness=readiness)
    safe = safe_summary(summary, NAME).readiness
    assert (safe.score, safe.low, safe.high) == (expected, expected, expected)


@pytest.mark.parametrize(
    ("stated", "expected"), [(0, 0), (54, 54), (-1, 0), (2**64, 999_999), (10**30, 999_999)]
)
def test_a_count_is_one_that_a_list_can_hold(stated: int, expected: int) -> None:
    """One number that is out of all proportion does not take the whole list away."""
    counts = (
        *("answered", "asked", "core_answered", "core_asked"),
        *("standing", "foundations", "to_look_at"),
    )
    summary = msgspec.structs.replace(
        summary_of(sample(1)),
        questionnaires=(SummarySource("iceberg", stated),),
        **dict.fromkeys(counts, stated),
    )
    safe = safe_summary(summary, NAME)
    assert [getattr(safe, name) for name in counts] == [expected] * len(counts)
    assert safe.questionnaires == (SummarySource("iceberg", expected),)
    msgspec.msgpack.encode(safe)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("/home/jansen/list.md", "/home/jansen/list.md"),
        ("list.md", ""),
        ("/home/\u202elist.md", ""),
        ("/home/\x1b[2Jlist.md", ""),
        ("/" + 2000 * "a", ""),
    ],
)
def test_a_list_lies_at_a_whole_and_honest_path(stated: str, expected: str) -> None:
    """A path that would show otherwise than it is, or lead elsewhere from here, is dropped."""
    summary = msgspec.structs.replace(summary_of(sample(1)), list_path=stated)
    assert safe_summary(summary, NAME).list_path == expected


@pytest.mark.parametrize(
    ("stated", "expected"), [("0f" * 32, "0f" * 32), ("0F" * 32, ""), ("a" * 63, ""), ("\x1b", "")]
)
def test_a_digest_is_one(stated: str, expected: str) -> None:
    """Anything but 64 digits is dropped."""
    summary = msgspec.structs.replace(summary_of(sample(1)), list_digest=stated)
    assert safe_summary(summary, NAME).list_digest == expected


def test_a_line_of_before_reads_fine() -> None:
    """A file that says nothing of these was saved by an older Peil."""
    old = b'{"id":"x","title":"X","created":"","changed":""}'
    summary = msgspec.json.decode(old, type=Summary)
    assert (summary.to_look_at, summary.list_path, summary.list_digest) == (0, "", "")


def test_a_line_that_can_be_read_is_not_damaged() -> None:
    """A file cannot say of itself that it cannot be read."""
    summary = msgspec.structs.replace(summary_of(sample(1)), damaged=True)
    assert not safe_summary(summary, NAME).damaged
