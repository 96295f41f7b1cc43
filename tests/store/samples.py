"""Assessments for the tests of the store, ready made and random."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec
from hypothesis import strategies as st

from peil.assessment.model import (
    ActionRecord,
    Answer,
    AnswerState,
    Assessment,
    ExportRecord,
    FormerAnswer,
    Listed,
    Period,
    Profile,
    Smart,
    Source,
)
from peil.assessment.team import Agreement, Meeting, Parked, Round, TeamVote
from peil.questionnaire.model import GOALS
from peil.store.ballot_box import BallotBox
from peil.store.disk import Disk
from peil.store.generations import Generations
from peil.store.loading import Loaded, load
from peil.store.openfile import Saver, State
from peil.store.summary import Summary
from peil.text.clean import clean, clean_line, clean_name

TIME: Final = "2026-11-21T10:30:00+00:00"
"""When everything happened."""
NAME: Final = "bakery-jansen"
"""Id of the assessments here."""
DATA: Final = Path("/data")
"""The data folder on a disk that is only a model."""
FILE: Final = DATA / "assessments" / f"{NAME}.json"
"""Its file there."""


def sample(step: int = 0, name: str = NAME) -> Assessment:
    """Return an assessment as it is after `step` answers; its place names the step."""
    return Assessment(
        id=name,
        title="Bakery Jansen",
        created=TIME,
        changed=TIME,
        language="en",
        sources=(Source("iceberg", 1, {"en": "# Iceberg\n", "nl": "# IJsberg\n"}),),
        answers={
            f"iceberg/q{number}": Answer("rated", 1 + number % 4, changed=TIME)
            for number in range(step)
        },
        place=f"iceberg/q{step}",
    )


def step_of(assessment: Assessment) -> int:
    """Return the number of steps that `sample` was asked for."""
    return int((assessment.place or "").removeprefix("iceberg/q"))


def summary_of(assessment: Assessment) -> Summary:
    """Return a summary of an assessment, as a sitting would make it."""
    return Summary(
        id=assessment.id,
        title=assessment.title,
        created=assessment.created,
        changed=assessment.changed,
        answered=len(assessment.answers),
        asked=54,
    )


def state_of(assessment: Assessment) -> State:
    """Return what one save of an assessment is given."""
    return State(assessment, summary_of(assessment), None)


def copies(disk: Disk) -> Generations:
    """Return the earlier saves on a model of a disk."""
    return Generations(DATA / "backups" / NAME, disk)


def box(disk: Disk) -> BallotBox:
    """Return the ballot box on a model of a disk."""
    return BallotBox(FILE.parent, NAME, disk)


def new_saver(disk: Disk) -> Saver:
    """Return what saves a new assessment on a model of a disk."""
    disk.make_folder(FILE.parent)
    return Saver(FILE, None, copies(disk), disk, box(disk))


def loaded(disk: Disk) -> Loaded:
    """Read the assessment from a model of a disk."""
    return load(FILE, copies(disk), disk)


_ids = st.from_regex(r"[a-z]{1,5}/[a-z]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True)
_plain = st.text(st.characters(exclude_categories=["C"]), max_size=30)
_lines = _plain.map(clean_line)
_names = _plain.map(lambda text: clean_name(text) or "Bakery")
_times = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - the time zone is given below
    datetime(2999, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(datetime.isoformat)
_codes = st.integers(1, 99).map(lambda number: f"A{number:02}")


@st.composite
def _answers(draw: st.DrawFn) -> Answer:
    states: tuple[AnswerState | None, ...] = (None, "rated", "unknown", "not-applicable")
    state = draw(st.sampled_from(states))
    return Answer(
        state=state,
        level=draw(st.integers(0, 6)) if state == "rated" else None,
        reason=draw(_lines),
        note=draw(_plain.map(clean)),
        evidence=draw(_lines),
        evidence_date=draw(st.none() | st.dates().map(str)),
        look_again=draw(st.booleans()),
        formerly=draw(_lines),
        flagged_before=draw(st.booleans()),
        changed=draw(st.just("") | _times),
        confirmed=draw(st.none() | _times),
    )


def _fields() -> dict[str, st.SearchStrategy[Any]]:
    sources = st.builds(
        Source,
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.integers(1, 9),
        st.dictionaries(st.sampled_from(("nl", "en")), _plain, min_size=1),
    )
    smart = st.builds(Smart, _lines, _lines, time=_lines)
    goals = st.dictionaries(st.sampled_from(GOALS), smart, max_size=2)
    statuses = st.sampled_from(("open", "doing", "done", "dropped"))
    days = st.none() | st.dates().map(str)
    listed = st.builds(Listed, _codes, _lines, statuses, _lines, _names, days, _lines, smart)
    exports = st.builds(
        ExportRecord,
        st.integers(1, 99),
        _times,
        st.sampled_from(("nl", "en")),
        st.lists(_codes, max_size=3).map(tuple),
        st.lists(listed, max_size=3).map(tuple),
        goals,
        path=st.sampled_from(("", "/home/me/actions.md")),
        digest=st.sampled_from(("", "0" * 64)),
    )
    actions = st.builds(
        ActionRecord,
        _codes,
        _ids,
        status=statuses,
        reason=_lines,
        finished=st.just("") | _times,
        looked=st.booleans(),
        owner=_names,
        due=days,
        note=_plain.map(clean),
        pinned=st.integers(0, 9),
        postponed=st.booleans(),
        smart=smart,
        title=_lines,
        minutes=st.integers(0, 60_000),
        topic=st.just("") | _ids,
    )
    periods = st.builds(Period, _names, st.lists(_codes, max_size=3).map(tuple), _times)
    counts = st.integers(0, 3)
    rounds = st.builds(
        Round,
        st.dictionaries(st.sampled_from("0123456"), st.integers(1, 3), min_size=1, max_size=4),
        counts,
        counts,
        _times,
    )
    levels = st.integers(0, 6).map(
        lambda level: Agreement("rated", level, "because", "not I", 1, TIME)
    )
    agreements = st.none() | levels | st.builds(Agreement, st.just("unknown"), time=_times)
    votes = st.builds(TeamVote, st.lists(rounds, max_size=3).map(tuple), agreements)
    meetings = st.builds(
        Meeting,
        st.integers(0, 12),
        st.lists(_names, max_size=3).map(tuple),
        st.booleans(),
        st.integers(1, 480),
        st.lists(_ids, max_size=2).map(tuple),
        st.sampled_from(("slips", "keyboard", "tally")),
        st.integers(0, 7200),
        st.just("") | _times,
        st.integers(0, 9),
        st.dictionaries(st.sampled_from("012345"), st.integers(1, 3), max_size=3),
    )
    parked = st.builds(Parked, _lines, st.just("") | _ids, _times)
    return {
        "id": st.just(NAME),
        "title": _names,
        "created": _times,
        "changed": _times,
        "language": st.sampled_from(("nl", "en")),
        "sources": st.lists(sources, unique_by=lambda source: source.id, max_size=3).map(tuple),
        "profile": st.builds(
            Profile,
            people=st.sampled_from(("solo", "team")),
            audience=st.sampled_from(("customers", "staff", "both")),
            hours=st.floats(0.1, 80),
            goals=st.lists(st.sampled_from(GOALS), unique=True, max_size=3).map(tuple),
        ),
        "targets": st.dictionaries(_ids, st.integers(0, 6), max_size=3),
        "importances": st.dictionaries(
            _ids, st.sampled_from(("low", "normal", "high")), max_size=3
        ),
        "answers": st.dictionaries(_ids, _answers(), max_size=5),
        "former": st.lists(
            st.builds(FormerAnswer, _ids, st.integers(1, 9), _lines, _lines, _answers()),
            max_size=3,
        ).map(lambda all_: {f"{each.question}@{each.version}": each for each in all_}),
        "actions": st.lists(actions, max_size=4).map(
            lambda records: {record.code: record for record in records}
        ),
        "goal_plans": goals,
        "votes": st.dictionaries(_ids, votes, max_size=3),
        "meeting": meetings,
        "parked": st.lists(parked, max_size=3).map(tuple),
        "period": st.none() | periods,
        "exports": st.lists(exports, unique_by=lambda record: record.number, max_size=3).map(
            lambda records: tuple(sorted(records, key=lambda record: record.number))
        ),
        "place": st.none() | _ids,
        "core_only": st.booleans(),
        "demo": st.booleans(),
        "last_code": st.integers(99, 200),
    }


assessments: Final[st.SearchStrategy[Assessment]] = st.builds(Assessment, **_fields())
"""Any assessment that a sitting can make, always under the same id."""


def as_dictionary(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as plain values, for a readable difference."""
    return dict(msgspec.to_builtins(assessment))
