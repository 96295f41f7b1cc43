"""Export and then read back changes nothing; edit, and exactly those edits come back."""

import json
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from peil.assessment.model import Assessment, Smart
from peil.report.actions import action_list
from peil.report.labels import label_of
from peil.report.listed import NAMES, TOLD
from peil.report.readback import ReadBack, read_back, text_read_back
from peil.report.readback_text import readback_document, readback_lines
from peil.report.sayings import folded, goal_values
from peil.report.taking_over import take_over
from peil.sitting import Sitting
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.text.languages import LANGUAGES, words
from tests import hostile
from tests.promises import Tally
from tests.report.edited import TODAY, exported
from tests.report.editing import EDITS, Change, edit, expected
from tests.report.test_action_list import TEXTS, Poisoned, poisoned

LONGEST = 2.0
"""Seconds that reading a list may take on a busy machine; on an idle one it is under half."""
EIGHT = st.lists(TEXTS, min_size=8, max_size=8)
LANGUAGE = st.sampled_from(LANGUAGES)


def changed_by(found: ReadBack) -> set[tuple[str, str, str, str]]:
    """Return the edits of a list as the tests write them."""
    return {
        (each.code, each.field, each.value.text, each.value.reason) for each in found.changes.edits
    }


def assert_nothing(made: Poisoned) -> None:
    """Read a list back as it was written, and in another language than Peil speaks by now."""
    sitting = made.sitting
    found = text_read_back(sitting, made.list, TODAY)
    assert found.changes_nothing
    assert found.changes.remarks == ()
    assert found.changes.state == sitting.assessment.exports[-1].state
    before = sitting.assessment
    take_over(sitting, found)
    assert sitting.assessment.actions == before.actions
    assert sitting.undo() is None


def essence(assessment: Assessment) -> Assessment:
    """Return an assessment without what undo leaves: lists and codes that were given."""
    return replace(assessment, exports=(), changed="", last_code=0)


@given(EIGHT, LANGUAGE)
def test_export_then_readback_changes_nothing(texts: list[str], language: str) -> None:
    """Whatever anybody wrote anywhere, in both languages: not a change, not a remark."""
    assert_nothing(poisoned(texts, language))
    assert_nothing(poisoned(texts, language, everything=False))


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_no_hostile_text_makes_an_edit(name: str, tally: Tally) -> None:
    """Each of them in every place at once, in full and in short."""
    assert_nothing(poisoned([hostile.ALL[name]] * 8))
    assert_nothing(poisoned([hostile.ALL[name]] * 8, "nl", everything=False))
    tally("hostile strings", 2)


@given(EIGHT, LANGUAGE, EDITS)
def test_exactly_the_edits_come_back(
    texts: list[str], language: str, changes: list[Change]
) -> None:
    """Each of them, no other, and nothing to remark; taken over they are there, once."""
    made = poisoned(texts, language)
    sitting = made.sitting
    state = {each.code: each for each in sitting.assessment.exports[-1].state}
    plans = sitting.assessment.exports[-1].goals
    goals = {
        code: {field: value.text for field, value in goal_values(plans[goal]).items()}
        for code, goal in (("G7", "sales"), ("G5", "service"))
    }
    titles = {folded(each.title) for each in state.values()}
    new = [change.value for change in changes if not change.code]
    assume(not any(folded(each) in titles for each in new))
    text = edit(made.list, changes, sitting.language)
    wanted = expected(changes, state, goals)
    found = text_read_back(sitting, text, TODAY)
    assert changed_by(found) == wanted.edits
    assert [each.title for each in found.changes.new] == wanted.new
    assert found.changes.conflicts == ()
    assert [str(each.notice) for each in found.changes.remarks] == []
    taken_over(sitting, text, found)


def taken_over(sitting: Sitting, text: str, found: ReadBack) -> None:
    """Take a list over: then it changes nothing more; taken back, it changes the same again."""
    before = sitting.assessment
    take_over(sitting, found)
    records = sitting.assessment.actions
    for each in found.changes.edits:
        if each.field == "status":
            assert sitting.action_status(records[each.code].key) == each.value.text
    for new in found.changes.new:
        assert records[new.code].title == new.title
    assert text_read_back(sitting, text, TODAY).changes_nothing
    if not found.changes_nothing:
        sitting.undo()
        assert essence(sitting.assessment) == essence(before)
        assert changed_by(text_read_back(sitting, text, TODAY)) == changed_by(found)


def test_labels_mean_one_thing() -> None:
    """No word that a list uses in one language means another field in that language."""
    for language in LANGUAGES:
        said = [words(language)(name) for name in (*NAMES.values(), *TOLD)]
        assert len(set(said)) == len(said)
        for field, name in {**NAMES, **dict(zip(TOLD, TOLD, strict=True))}.items():
            assert label_of(words(language)(name).upper()) == field


def test_a_list_in_another_language_than_now(tmp_path: Path) -> None:
    """It was written in Dutch, Peil speaks English by now, and nothing has changed."""
    made = exported(tmp_path, "nl")
    made.sitting.speak("en")
    found = text_read_back(made.sitting, made.list, TODAY)
    assert found.changes_nothing
    assert found.changes.remarks == ()
    found = text_read_back(made.sitting, made.list.replace("- [ ] **A03**", "- [x] **A03**"), TODAY)
    assert changed_by(found) == {("A03", "status", "done", "")}
    made.sitting.close()


def test_a_done_by_answer_stays_done(tmp_path: Path) -> None:
    """Ticking it changes nothing; taking the tick away tells what to do; neither is an edit."""
    sitting, _ = exported(tmp_path)
    sitting.rate("bread/listens", 2)
    text = action_list(sitting).text
    assert "- [x] **A03**" in text
    found = text_read_back(sitting, text.replace("- [x] **A03**", "- [ ] **A03**"), TODAY)
    assert found.changes_nothing
    (remark,) = found.changes.remarks
    assert "answer that question with the level that holds now" in str(remark.notice)
    sitting.close()


def test_ticking_what_an_answer_did_meanwhile_is_nothing(tmp_path: Path) -> None:
    """The list was written before the answer."""
    sitting, text = exported(tmp_path)
    sitting.rate("bread/listens", 2)
    found = text_read_back(sitting, text.replace("- [ ] **A03**", "- [x] **A03**"), TODAY)
    assert found.changes_nothing
    assert found.changes.remarks == ()
    sitting.close()


EDITED = (
    ("owner: Jan", "owner: Piet"),
    ("due: 2026-12-01", "due: 2026-12-24"),
    ("- [ ] **A02** Keep the oven closed.", "- [x] **A02** Keep it closed."),
    ("measurable: 10 %", "measurable: 12 %"),
)


def test_what_both_sides_changed_is_asked(tmp_path: Path) -> None:
    """Equal changes are none; others are conflicts, and only those chosen are taken over."""
    sitting, text = exported(tmp_path)
    for old, new in EDITED:
        text = text.replace(old, new)
    sitting.set_owner("A02", "Marieke")
    sitting.set_due("A02", date(2026, 12, 24))
    sitting.set_status("A02", "open")
    sitting.make_goal_checkable("sales", Smart(measurable="11 %"))
    found = text_read_back(sitting, text, TODAY)
    assert changed_by(found) == {("A02", "title", "Keep it closed.", "")}
    conflicts = [(each.edit.field, each.now.text) for each in found.changes.conflicts]
    assert conflicts == [("status", "open"), ("owner", "Marieke"), ("measurable", "11 %")]
    take_over(sitting, found, {1})
    record = sitting.assessment.actions["A02"]
    assert (record.title, record.status, record.owner) == ("Keep it closed.", "open", "Piet")
    assert sitting.assessment.goal_plans["sales"].measurable == "11 %"
    assert text_read_back(sitting, text, TODAY).changes_nothing
    sitting.close()


def test_a_new_action_comes_in_once(tmp_path: Path) -> None:
    """Read back a second time it is the action that it became, and its edits are that one's."""
    sitting, text = exported(tmp_path)
    text = text.replace("## Done", "- [ ] Sweep\n  - due: +2w\n\n## Done")
    found = text_read_back(sitting, text, TODAY)
    take_over(sitting, found)
    again = text.replace("- [ ] Sweep", "- [x] Sweep")
    found = text_read_back(sitting, again, date(2026, 12, 8))
    assert changed_by(found) == {("A06", "status", "done", "")}
    assert [str(each.notice) for each in found.changes.remarks] == [
        "the code was gone; by its words this is A06"
    ]
    sitting.close()


def test_taking_over_keeps_the_file_first_and_is_one_change(tmp_path: Path) -> None:
    """One backup says why, one undo takes all of it back."""
    sitting, text = exported(tmp_path)
    file = tmp_path / "list.md"
    file.write_text(text.replace("- [ ] **A03**", "- [x] **A03**").replace("Jan\n", "Piet\n"))
    before = sitting.assessment
    found = read_back(sitting, file, TODAY)
    take_over(sitting, found)
    export = sitting.assessment.exports[0]
    assert (export.path, export.digest) == (str(file), sha256(file.read_bytes()).hexdigest())
    copies = Workspace(tmp_path / "data").copies(sitting.assessment.id)
    assert [copy.why for copy in copies].count("readback") == 1
    change = sitting.undo()
    assert change is not None
    assert change.what == "what was read back from the list"
    assert sitting.assessment.actions == before.actions
    sitting.close()


ATTACKS = {
    "brackets": "- " + "[" * 200_000,
    "stars": "*" * 1_000_000,
    "marks before a code": "- [ ] " + "\\*" * 300_000 + "A01",
    "quotes": ">" * 1_000_000 + "- [ ] **A01** x",
    "deep": "".join(" " * (n % 900) + "- x\n" for n in range(4_000)),
    "spaces": " " * 1_900_000 + "x",
    "one note": "- [ ] **A01** x\n  - note: " + "x\n      " * 19_000,
    "labels": "- [ ] **A01** x\n" + "  - owner: x\n" * 19_000,
    "one label twice": "- [ ] **A01** x\n  - note: y" + "\n    y\n  - note: z" * 9_000,
    "new actions": "- [ ] **A01** x\n" + "- [ ] x\n" * 19_000,
    "unknown codes": "".join(f"- [ ] **A{n}** x\n" for n in range(100, 19_000)),
    "doubled": "- [ ] **A01** x\n" * 19_000,
    "entities": "- [ ] **A01** " + "&#x41;&amp;&" * 150_000,
    "backslashes": "- [ ] **A01** " + "\\" * 1_900_000,
    "headers": "<!-- peil 1; assessment bakery-jansen; " * 40_000,
    "sequences": "- [ ] **A01** " + "\x1b]0;" * 300_000 + "\x9d" * 100_000,
    "numbers": "9" * 1_900_000,
    "colons": "- a" + ":" * 1_900_000,
    "rules": "- " * 900_000,
    "dashes": "-" * 1_900_000 + "x",
}


@pytest.mark.parametrize("name", list(ATTACKS))
def test_no_list_takes_long(name: str, tally: Tally) -> None:
    """Huge, deep, or made so that a careless reader would go round in it for ever."""
    made = poisoned(["x"] * 8)
    begin = time.process_time()  # others may be at work on this machine
    found = text_read_back(made.sitting, made.list + ATTACKS[name], TODAY)
    lines = list(readback_lines(found, words("nl")))
    taken = time.process_time() - begin
    assert first_forbidden("".join(lines)) is None
    assert taken < LONGEST, f"{taken:.2f} s"
    tally("attack files", 1)


@given(st.one_of(TEXTS, st.lists(TEXTS, max_size=30).map("\n".join)))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands behind a list: it is no error, and what is told of it drives no terminal."""
    made = poisoned(["x"] * 8)
    found = text_read_back(made.sitting, made.list + text, TODAY)
    lines = [*readback_lines(found, words("en"))]
    assert first_forbidden("".join(lines)) is None
    json.dumps(readback_document(found, applied=False, say=words("en")))
