"""The details of an action: fields that are filled in where one reads."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste

from peil.assessment.model import ActionRecord, Smart
from peil.store.workspace import Workspace
from peil.text.days import today
from tests.tui.example import example_folder, example_on
from tests.tui.stage import Stage, on_stage

TALL = (100, 50)
FIELDS = ("Status", "Who", "For", "Note", "Title", "SMART")


def record_of(stage: Stage, code: str = "A01") -> ActionRecord:
    """Return what is kept about an action."""
    return stage.sitting.assessment.actions[code]


def line_of(stage: Stage, label: str) -> str:
    """Return the line of a field."""
    return next(
        line for line in stage.lines() if line[line.find("│") :][2:].strip(" ▸│").startswith(label)
    )


async def test_fields_are_chosen_one_after_the_other(prepared: Path, tmp_path: Path) -> None:
    """↓ goes from the text to each field in turn, ↑ back to the text."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        await stage.press("enter")
        for field in FIELDS:
            await stage.press("down")
            assert "▸" in line_of(stage, field)
        for _ in FIELDS:
            await stage.press("up")
        assert not any("▸" in line_of(stage, field) for field in FIELDS)


@pytest.mark.parametrize(
    ("downs", "typed", "field", "kept"),
    [
        (2, "Marieke", "owner", "Marieke"),
        (3, "2026-12-01", "due", "2026-12-01"),
        (3, "+2w", "due", (today() + timedelta(weeks=2)).isoformat()),
        (3, "today", "due", today().isoformat()),
        (5, "My own words", "title", "My own words"),
    ],
)
async def test_enter_opens_and_keeps_a_field(
    prepared: Path, tmp_path: Path, downs: int, typed: str, field: str, kept: str
) -> None:
    """Until Enter the header says "not kept yet"; then it is kept, and `z` takes it back."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        before = getattr(record_of(stage), field)
        await stage.press("enter", *["down"] * downs, "enter")
        await stage.type(typed)
        assert "not kept yet" in stage.lines()[0]
        assert getattr(record_of(stage), field) == before
        await stage.press("enter")
        assert getattr(record_of(stage), field) == kept
        assert "not kept yet" not in stage.lines()[0]
        await stage.press("z")
        assert getattr(record_of(stage), field) == before


@pytest.mark.parametrize("key", ["escape", "f2"])
async def test_escape_leaves_a_field_as_it_was(prepared: Path, tmp_path: Path, key: str) -> None:
    """The dialog stays open, and the field opens with what is kept."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        stage.sitting.set_owner("A01", "Marieke")
        await stage.press("enter", "down", "down", "enter")
        await stage.type("x")
        await stage.press(key)
        assert record_of(stage).owner == "Marieke"
        assert "not kept yet" not in stage.lines()[0]
        assert "Action A01" in stage.text()
        await stage.press("enter")
        await stage.type("!")
        await stage.press("enter")
        assert record_of(stage).owner == "Marieke!"


async def test_letters_are_letters_in_a_field(prepared: Path, tmp_path: Path) -> None:
    """While a field is open no letter, blank or arrow does anything else; help is F1."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", "down", "down", "enter")
        await stage.type("q i w g k x z L?")
        await stage.press("down", "up", "left", "pageup")
        assert "F1 help" in stage.footer
        await stage.press("f1")
        assert "On this page" in stage.text()
        await stage.press("enter", "enter")
        assert record_of(stage).owner == "q i w g k x z L?"


async def test_a_day_that_cannot_be_read_is_asked_again(prepared: Path, tmp_path: Path) -> None:
    """The field stays open with what was typed; emptied, it takes the day away."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", "down", "down", "down", "enter")
        await stage.type("soon")
        await stage.press("enter")
        assert "Write the day as year-month-day" in stage.text()
        assert record_of(stage).due is None
        await stage.press("ctrl+u")
        await stage.type("2026-12-01")
        await stage.press("enter")
        assert "1 December 2026" in stage.text()
        await stage.press("enter", "ctrl+u", "enter")
        assert record_of(stage).due is None


@pytest.mark.parametrize("key", ["tab", "escape"])
async def test_a_note_of_several_lines_is_kept_by_leaving_it(
    prepared: Path, tmp_path: Path, key: str
) -> None:
    """As with the note of a question: Tab and Escape keep it."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", *["down"] * 4, "enter")
        await stage.type("one")
        await stage.press("enter")
        await stage.type("two")
        assert "not kept yet" in stage.lines()[0]
        await stage.press(key)
        assert record_of(stage).note == "one\ntwo"
        assert "one two" in line_of(stage, "Note")


async def test_a_note_is_kept_while_it_is_written(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Soon after it is typed, and `z` takes the whole of it back."""
    monkeypatch.setattr("peil.tui.editing.KEEPING", 0.05)
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", *["down"] * 4, "enter")
        for part, whole in (("half ", "half"), ("a word", "half a word")):
            await stage.type(part)
            while record_of(stage).note != whole:
                await stage.pilot.pause(0.02)
            await stage.settle()
            assert "not kept yet" not in stage.lines()[0]
        await stage.press("tab", "z")
        assert record_of(stage).note == ""


async def test_help_at_smart_shows_the_examples(prepared: Path, tmp_path: Path) -> None:
    """There and only there, before the keys."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        await stage.press("enter", "?")
        assert "Example: Listening" not in stage.text()
        await stage.press("enter", *["down"] * 6, "?")
        assert "Example: Listening" in stage.text()
        assert "Example: Supporting" in stage.text()


async def test_smart_unfolds_and_says_what_is_missing(prepared: Path, tmp_path: Path) -> None:
    """Five fields with their questions; a letter gets its sign when its text is there."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        await stage.press("enter", *["down"] * 6)
        assert "S ·  M ·  A ·  R ·  T ·   nothing filled in yet" in stage.text()
        await stage.press("enter", "down", "enter")
        await stage.type("ten bakers on one list")
        await stage.press("enter")
        assert record_of(stage).smart == Smart(specific="ten bakers on one list")
        assert "S ✓  M ·  A ·  R ·  T ·   M, A, R and T are missing" in stage.text()
        smart = Smart("ten bakers", "ten", "", "yes", "on 1 March")
        stage.sitting.make_checkable("A01", smart)
        stage.app.changed()
        await stage.settle()
        assert "A is missing: Who must agree to it" in stage.text()
        await stage.press("up", "enter")
        assert "R  realistic" not in stage.text()


async def test_a_mere_wish_is_pointed_at(prepared: Path, tmp_path: Path) -> None:
    """It is kept all the same."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        await stage.press("enter", *["down"] * 6, "enter", "down", "enter")
        await stage.type("more turnover")
        await stage.press("enter")
        assert record_of(stage).smart.specific == "more turnover"
        assert "“more turnover” is a wish" in stage.text()


async def test_space_enter_and_k_change_the_status(prepared: Path, tmp_path: Path) -> None:
    """The action stays in sight whatever it is: begun, done, dropped, open."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        key = stage.sitting.plan.actions[1].key
        await stage.press("down", "enter", "down", "enter")
        assert stage.sitting.action_status(key) == "doing"
        assert "You are at A02: it stands before all others." in stage.text()
        await stage.press("space")
        assert stage.sitting.action_status(key) == "done"
        assert "A02 is done." in stage.text()
        assert "Action A02" in stage.text()
        await stage.press("space", "k")
        await stage.type("no time")
        await stage.press("enter")
        assert stage.sitting.action_status(key) == "dropped"
        assert "Dropped: no time" in stage.text()
        await stage.press("k")
        assert stage.sitting.action_status(key) == "open"


async def test_what_if_is_always_told(prepared: Path, tmp_path: Path) -> None:
    """With what the action needs; and `i` tries it on the page for that."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        needy = next(one for one in stage.sitting.plan.actions if one.needs and one.week)
        code = stage.sitting.codes[needy.key]
        while f"Action {code} " not in stage.text():
            await stage.press("right" if "Action A" in stage.text() else "enter")
        assert "done as well: readiness" in stage.text()
        await stage.press("i")
        assert stage.app.page_name == "what_if"
        assert code in next(line for line in stage.lines() if "▸" in line)


async def test_why_stands_above_the_details(prepared: Path, tmp_path: Path) -> None:
    """`w` shows the sums, and leads back to the details."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("down", "enter", "w")
        assert "Why A02 stands here" in stage.text()
        await stage.press("enter")
        assert "Action A02" in stage.text()


async def test_g_goes_to_the_question(prepared: Path, tmp_path: Path) -> None:
    """The question of the action opens at its place."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        question = stage.sitting.plan.actions[0].question
        await stage.press("enter", "g")
        assert stage.app.page_name == "question"
        assert stage.sitting.assessment.place == question


async def test_turning_begins_anew(prepared: Path, tmp_path: Path) -> None:
    """The next action is shown from its first line; an open field is not left by an arrow."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", *["down"] * 5, "right")
        assert "Action A02 · 2 of 57" in stage.text()
        assert "A02  " in stage.text()
        await stage.press("down", "down", "enter", "right")
        assert "Action A02" in stage.text()


async def test_what_is_typed_is_kept_when_peil_stops(prepared: Path, tmp_path: Path) -> None:
    """Ctrl+Q from an open field loses nothing."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", "down", "down", "enter")
        await stage.type("Marieke")
        sitting = stage.sitting
        await stage.press("ctrl+q")
        assert sitting.assessment.actions["A01"].owner == "Marieke"


async def test_a_paste_becomes_one_line(prepared: Path, tmp_path: Path) -> None:
    """Whatever is pasted stays text, and square brackets stay square brackets."""
    async with example_on("plan", prepared, tmp_path / "data") as stage:
        await stage.press("enter", "down", "down", "enter")
        stage.app.post_message(Paste("[/red]\x1b[31mA\nB"))
        await stage.settle()
        await stage.press("enter")
        assert record_of(stage).owner == "[/red]A B"
        assert "[/red]A B" in stage.text()


async def test_with_the_mouse(prepared: Path, tmp_path: Path) -> None:
    """A click chooses a field, a second one opens it."""
    async with example_on("plan", prepared, tmp_path / "data", size=TALL) as stage:
        await stage.press("enter")
        await stage.click_on("Who  ")
        assert "▸" in line_of(stage, "Who")
        await stage.click_on("Who  ")
        assert "Who does it?" in stage.text()


@pytest.mark.parametrize("keys", [("down", "enter"), ("down", "down", "enter"), ("space",), ("k",)])
async def test_a_window_that_looks_only_opens_no_field(
    prepared: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """It says why."""
    name = example_folder(prepared, tmp_path / "data", "en")
    with Workspace(tmp_path / "data").open(name):
        async with on_stage(tmp_path / "data", assessment=name) as stage:
            await stage.press("enter")
            stage.app.open_page("plan")
            await stage.settle()
            before = stage.sitting.assessment
            await stage.press("enter", *keys)
            assert "nothing can be changed here now" in stage.text()
            assert "F1 help" not in stage.footer
            assert stage.sitting.assessment == before
