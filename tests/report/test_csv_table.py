"""The table for spreadsheets: any text stays the text of its cell, and no formula runs."""

import csv
from io import StringIO
from itertools import chain

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peil.report.csv_table import BETWEEN, BYTE_ORDER_MARK, COLUMNS, as_text, csv_table
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.clean import clean, first_forbidden
from peil.text.languages import LANGUAGES, words
from tests import hostile
from tests.promises import Tally
from tests.report.filled import DUE, TEXTS, filled
from tests.report.test_action_list import TEXTS as ANY

FORMULA = set("=+-@\t\r\n＝＋－＠")
"""What a cell may not begin with."""


def read(table: str, language: str) -> list[dict[str, str]]:
    """Return the rows as a reader of such files finds them, by the English head of a column."""
    assert table.startswith(BYTE_ORDER_MARK)
    lines = csv.reader(
        StringIO(table.removeprefix(BYTE_ORDER_MARK), newline=""),
        delimiter=BETWEEN[language],
        strict=True,
    )
    heads, *rows = lines
    assert heads == [words(language)(name) for name in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def check(sitting: Sitting) -> None:
    """Compare what a reader finds with what was meant, cell by cell."""
    table = csv_table(sitting)
    body = table.removeprefix(BYTE_ORDER_MARK)
    assert first_forbidden(body.replace("\r\n", "\n")) is None
    rows = read(table, sitting.language)
    cells = list(chain.from_iterable(row.values() for row in rows))
    assert [cell for cell in cells if cell[:1] in FORMULA and cell] == []
    actions = (*sitting.plan.actions, *sitting.past)
    assert [row["code"] for row in rows] == [sitting.codes[action.key] for action in actions]
    for row, action in zip(rows, actions, strict=True):
        record = sitting.record(action.key)
        meant = {
            "title": action_title(sitting, action),
            "owner": record.owner,
            "note": record.note,
            "due": record.due or "",
            **{field: getattr(record.smart, field) for field in record.smart.__struct_fields__},
        }
        if action.topic:
            meant["topic"] = sitting.items.topic(action.topic).title
            meant["question"] = sitting.items.question(action.question).text
        if record.status == "dropped":
            meant["reason"] = record.reason
        for column, text in meant.items():
            assert row[column].removeprefix("'") == text.removeprefix("'"), column


@given(st.lists(ANY, min_size=TEXTS, max_size=TEXTS), st.sampled_from(LANGUAGES))
def test_any_text_is_the_same_text_in_its_cell(texts: list[str], language: str) -> None:
    """No row or cell comes or goes, whatever stands in a text."""
    check(filled(texts, language))


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_no_hostile_text_changes_the_table(name: str, tally: Tally) -> None:
    """Each of them in every place at once."""
    for language in LANGUAGES:
        check(filled([hostile.ALL[name]] * TEXTS, language))
    tally("hostile strings", 2)


@given(st.text(max_size=20))
@example("=1+1")
@example("\r\n=1+1")
@example("\x1b[0m=1+1")
@example("\u202e@SUM(A1)")
@example("＝1")
def test_no_cell_is_a_formula(text: str) -> None:
    """An apostrophe before it, and nothing else is changed."""
    cell = as_text(text)
    assert cell[:1] not in FORMULA or not cell
    assert cell in (clean(text), "'" + clean(text))


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@A1", "'@A1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("40 = 2 × 20", "40 = 2 × 20"),
        ("'t is klaar", "'t is klaar"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(cell: str, safe: str) -> None:
    """Each sign by which a spreadsheet knows one, and nothing else."""
    assert as_text(cell) == safe


@pytest.mark.parametrize(("language", "hours"), [("en", "1.5"), ("nl", "1,5")])
def test_a_row_says_all_of_an_action(language: str, hours: str) -> None:
    """Each action once: the plan in its order, then what was dropped; numbers as one writes them.

    A spreadsheet in Dutch would take 1.5 for the first of May.
    """
    sitting = filled(["Anna"] * TEXTS, language)
    say = words(language)
    rows = read(csv_table(sitting), language)
    assert [row["status"] for row in rows] == [say("open")] * (len(rows) - 1) + [say("dropped")]
    assert rows[-1]["reason"] == "Anna"
    assert (rows[-1]["week"], rows[-1]["slot"], rows[-1]["due"]) == ("", "", "")
    own = next(row for row in rows if row["code"] == "A98")
    assert (own["hours"], own["due"], own["owner"]) == (hours, DUE, "Anna")
    assert (own["topic"], own["question"], own["from"], own["to"]) == ("", "", "", "")
    step = next(row for row in rows if row["to"])
    assert (step["from"], step["to"], step["slot"]) == ("1", "2", say("Now"))
    second = next(row for row in rows if row["to"] == "3")
    assert second["needs"] == step["code"]


def test_lines_end_as_spreadsheets_write_them() -> None:
    """CR LF after each row and nowhere else; a line break of a note stays in its cell."""
    sitting = filled(["one\r\ntwo\nthree"] * TEXTS)
    table = csv_table(sitting)
    rows = read(table, "en")
    assert table.count("\r\n") == len(rows) + 1
    assert table.count("\r") == table.count("\r\n")
    assert {row["note"] for row in rows} == {"one\ntwo\nthree"}
    assert table.endswith('"\r\n')


def test_what_was_done_stands_before_what_was_dropped() -> None:
    """Whatever their codes; and what has no code yet has an empty cell."""
    sitting = filled(["Anna"] * TEXTS)
    kept = dict(sitting.assessment.actions)
    first, *_, last = sorted(kept)
    kept[first] = msgspec.structs.replace(kept[first], status="dropped", reason="Anna")
    kept[last] = msgspec.structs.replace(kept[last], status="done")
    changed = Sitting(msgspec.structs.replace(sitting.assessment, actions=kept))
    changed.__dict__["questionnaires"] = sitting.questionnaires
    rows = read(csv_table(changed), "en")
    past = [row for row in rows if row["status"] in ("done", "dropped")]
    assert (past[0]["code"], past[0]["status"]) == (last, "done")
    assert {row["status"] for row in past[1:]} == {"dropped"}
    bare = Sitting(msgspec.structs.replace(sitting.assessment, actions={}))
    bare.__dict__["questionnaires"] = sitting.questionnaires
    assert {row["code"] for row in read(csv_table(bare), "en")} == {""}
