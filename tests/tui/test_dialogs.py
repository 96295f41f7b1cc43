"""The dialogs over a question: nothing is stored by accident, nothing typed is lost."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.tui.conftest import BAKERY, SHOP
from tests.tui.example import settled_workers
from tests.tui.stage import on_stage

FIRST = "shop/goal-written"


async def test_not_applicable_needs_enter(shop: Path) -> None:
    """Opening and choosing store nothing; Enter stores the reason and closes."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("x", "2")
        assert "Not arranged yet?" in stage.text()
        assert stage.sitting.answer(FIRST).state is None
        await stage.press("enter")
        assert stage.sitting.answer(FIRST).state == "not-applicable"
        assert stage.sitting.answer(FIRST).reason.startswith("We have no such thing")
        assert "Not arranged yet?" not in stage.text()
        assert "x ●  Not applicable: We have no such thing" in stage.text()


@pytest.mark.parametrize("key", ["x", "escape"])
async def test_not_applicable_closes_on_two_keys(shop: Path, key: str) -> None:
    """`x` and Escape leave everything as it was, and the keys of the page work again."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("x", "2", key)
        assert stage.sitting.answer(FIRST).state is None
        await stage.press("3")
        assert stage.sitting.answer(FIRST).level == 3


async def test_own_words_are_asked_for(shop: Path) -> None:
    """The third reason opens a field; Enter does nothing while it is empty."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("x", "down", "down", "enter")
        assert "Say briefly why" in stage.text()
        assert stage.sitting.answer(FIRST).state is None
        await stage.type("x does not fit q")
        await stage.press("enter")
        assert stage.sitting.answer(FIRST).reason == "x does not fit q"
        await stage.press("x")
        assert "x does not fit q" in stage.text()


async def test_a_note_is_kept_by_leaving_it(shop: Path) -> None:
    """Several lines with any letters; Tab and Escape keep them, `z` takes them back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("Lq?")
        await stage.press("enter")
        await stage.type("two")
        await stage.press("tab")
        assert stage.sitting.answer(FIRST).note == "Lq?\ntwo"
        assert "Lq? two" in stage.text()
        await stage.press("n")
        await stage.type("!")
        await stage.press("escape")
        assert stage.sitting.answer(FIRST).note == "Lq?\ntwo!"
        await stage.press("z")
        assert stage.sitting.answer(FIRST).note == "Lq?\ntwo"


async def test_a_note_is_kept_while_it_is_written(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says "saved" once the disk has it, never before; `z` takes the whole note back."""
    monkeypatch.setattr("peil.tui.dialogs.note.KEEPING", 0.3)
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        for part, whole in (("half ", "half"), ("a word", "half a word")):
            await stage.type(part)
            assert stage.lines()[0].endswith("… not kept yet")
            await asyncio.sleep(0.4)
            await stage.saved()
            assert stage.lines()[0].endswith("✓ saved")
            assert Sitting.look(Workspace(shop), SHOP).answer(FIRST).note == whole
        await stage.press("tab", "z")
        assert stage.sitting.answer(FIRST).note == ""


@pytest.mark.parametrize("key", ["e", "x"])
async def test_nothing_typed_is_called_saved_before_it_is(shop: Path, key: str) -> None:
    """Evidence and reasons are kept by Enter; until then the header says that they are not."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press(key)
        await stage.saved()
        assert stage.lines()[0].endswith("✓ saved")
        if key == "x":
            await stage.press("3")
        await stage.type("the wall")
        assert stage.lines()[0].endswith("… not kept yet")
        await stage.press("escape")
        assert stage.lines()[0].endswith("✓ saved")
        await stage.press(key)
        if key == "x":
            await stage.press("3")
        await stage.type("the wall")
        await stage.press("enter")
        await stage.saved()
        assert stage.lines()[0].endswith("✓ saved")
    answer = Sitting.look(Workspace(shop), SHOP).answer(FIRST)
    assert "the wall" in (answer.evidence, answer.reason)


@pytest.mark.parametrize("key", ["n", "e", "x"])
async def test_what_was_typed_for_one_question_is_never_seen_at_another(
    shop: Path, key: str
) -> None:
    """Left by the palette, a dialog begins anew with the question that is shown then."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press(key, *("3" if key == "x" else ""))
        await stage.type("of the first")
        stage.app.open_page("results")
        await stage.settle()
        await stage.press("escape", "right", key)
        assert "of the first" not in stage.text()
        assert "How many hours" in stage.text()
        await stage.press("escape")
        second = stage.sitting.answer("shop/hours-set")
        assert (second.note, second.evidence, second.reason) == ("", "", "")


async def test_a_note_of_one_assessment_never_gets_into_another(bakery: Path) -> None:
    """The field opens with the note of the assessment that is open now."""
    async with on_stage(bakery, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("of the shop")
        stage.app.go_home()
        await stage.settle()
        stage.app.open_assessment(BAKERY)
        await stage.settle()
        await stage.press("n")
        assert "of the shop" not in stage.text()
        await stage.press("escape")
        assert not stage.sitting.assessment.answers
    assert Sitting.look(Workspace(bakery), SHOP).answer(FIRST).note == "of the shop"


@pytest.mark.parametrize("key", ["n", "e", "x"])
async def test_no_dialog_stays_on_the_screen_after_another(shop: Path, key: str) -> None:
    """Help over a dialog, then another dialog from the palette: none comes back as a ghost."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press(key, "f1")
        stage.app.open_check()
        await stage.settle()
        await settled_workers(stage)
        await stage.press("enter")
        assert stage.app.peil_screen.overlay is None
        assert "╭" not in stage.text()
        await stage.press("3")
        assert stage.sitting.answer(FIRST).level == 3


async def test_evidence_is_left_as_it_was_also_after_help(shop: Path) -> None:
    """Help over the field stores nothing; Escape forgets what was typed."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        await stage.type("the wall")
        await stage.press("f1", "escape")
        assert "the wall" in stage.text()
        assert stage.lines()[0].endswith("… not kept yet")
        await stage.press("escape")
        assert stage.sitting.answer(FIRST).evidence == ""


async def test_a_day_without_evidence_is_not_called_kept(shop: Path) -> None:
    """Enter asks what it is the day of, and the field stays."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e", "tab", "ctrl+u")
        await stage.type("2020-01-01")
        assert stage.lines()[0].endswith("… not kept yet")
        await stage.press("enter")
        assert "the day alone is not kept" in stage.text()
        await stage.type("the wall")
        await stage.press("enter")
        answer = stage.sitting.answer(FIRST)
        assert (answer.evidence, answer.evidence_date) == ("the wall", "2020-01-01")


async def test_ctrl_z_in_a_note_changes_no_letter(shop: Path) -> None:
    """It gives the terminal to the shell, as everywhere, and is no undo of its own."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("an hour of work")
        await stage.press("ctrl+z")
        assert "an hour of work" in stage.text()


async def test_quitting_from_a_note_keeps_it(shop: Path) -> None:
    """Ctrl+Q in the middle of a word loses nothing."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("half a wo")
        await stage.press("ctrl+q")
    assert Sitting.look(Workspace(shop), SHOP).answer(FIRST).note == "half a wo"


async def test_the_language_can_change_under_an_open_note(shop: Path) -> None:
    """The palette switches it; the text that is being typed stays."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        await stage.type("half a wo")
        stage.app.speak("nl")
        await stage.settle()
        assert "half a wo" in stage.text()
        assert "Is er een doel" in stage.text()


async def test_a_huge_paste_is_cut_and_said(shop: Path) -> None:
    """A megabyte of text neither hangs nor passes the limit."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("n")
        stage.app.post_message(Paste("a[b] \x1b[31m" * 100_000))
        await stage.settle()
        assert "cut after 20000 characters" in stage.text()
        await stage.press("tab")
        note = stage.sitting.answer(FIRST).note
        assert 19_900 < len(note) <= 20_000
        assert "\x1b" not in note


@pytest.mark.parametrize("key", ["e", "g", "ctrl+p"])
async def test_a_paste_is_clean_in_every_field(shop: Path, key: str) -> None:
    """Several lines become one, without what drives a terminal, also in the palette."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press(key)
        stage.app.post_message(Paste("one\x1b]0;x\x07\x9b31m\u202etwo\x07 [/oops]"))
        await stage.settle()
        (field,) = [each for each in stage.app.screen.query(Input) if each.has_focus]
        assert field.value == "onetwo [/oops]"
        await settled_workers(stage)
        await stage.press("escape")


async def test_a_paste_of_several_lines_is_one_line(shop: Path) -> None:
    """What stands on the second line is not lost."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        stage.app.post_message(Paste("one\r\ntwo\tthree\n"))
        await stage.press("enter")
        assert stage.sitting.answer(FIRST).evidence == "one two three"


async def test_a_paste_that_is_too_long_is_cut_and_told(shop: Path) -> None:
    """As much as fits is taken in, and a sentence says that the rest was not."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        stage.app.post_message(Paste("ab" * 100_000))
        await stage.settle()
        assert "cut after 1000 characters" in stage.text()
        await stage.press("enter")
        assert stage.sitting.answer(FIRST).evidence == "ab" * 500


async def test_evidence_with_its_day(shop: Path) -> None:
    """Two fields: what, and from when; today unless one says otherwise."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        await stage.type("calendar on the fridge")
        await stage.press("tab", "home", "ctrl+k")
        await stage.type("21-11-2026")
        await stage.press("enter")
        answer = stage.sitting.answer(FIRST)
        assert (answer.evidence, answer.evidence_date) == ("calendar on the fridge", "2026-11-21")
        assert "calendar on the fridge (21 November 2026)" in stage.text()


async def test_a_day_that_cannot_be_read_is_said(shop: Path) -> None:
    """Nothing is stored until the day is right or empty; Escape leaves all as it was."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("e")
        await stage.type("the rota")
        await stage.press("down", "home", "ctrl+k")
        await stage.type("some day")
        await stage.press("enter")
        assert "Write the day as year-month-day" in stage.text()
        assert stage.sitting.answer(FIRST).evidence == ""
        await stage.press("f2")
        assert stage.sitting.answer(FIRST).evidence == ""


async def test_go_to_finds_by_parts_of_words(bakery: Path) -> None:
    """Typing narrows the list, accents and capitals aside; Enter goes there."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("g")
        await stage.type("HOURS a")
        assert "How many hours a week" in stage.text()
        await stage.press("enter")
        assert "Capacity · core question 2 of 18" in stage.text()


async def test_go_to_says_when_nothing_fits_and_closes_on_tab(bakery: Path) -> None:
    """No hit is said in a sentence; Tab stays at the question."""
    async with on_stage(bakery, assessment=BAKERY) as stage:
        await stage.press("g")
        await stage.type("xyzzy")
        assert "No question has these words." in stage.text()
        await stage.press("enter", "tab")
        assert "core question 1 of 18" in stage.text()


async def test_go_to_explains_what_is_not_asked(shop: Path) -> None:
    """A question for teams is listed for one who works alone, and says why it is not put."""
    async with on_stage(shop, assessment=SHOP) as stage:
        stage.sitting.set_profile(people="solo")
        await stage.press("g")
        await stage.type("everybody")
        await stage.press("enter")
        assert "Go to a question" in stage.text()
        message = stage.lines()[-2]
        assert message.strip()
        assert "─" not in message


async def test_go_to_leaves_the_core_only_walk(shop: Path) -> None:
    """Going to another question than a core one brings the others back."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("c", "g")
        await stage.type("everybody")
        await stage.press("enter")
        assert "Does everybody in the shop know the goal?" in stage.text()


async def test_keys_typed_ahead_find_the_dialog(shop: Path) -> None:
    """Whoever types faster than the screen draws loses no key, and hits no other room."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.rush("x", "2", "enter", "f")
        answer = stage.sitting.answer(FIRST)
        assert answer.state == "not-applicable"
        assert answer.reason.startswith("We have no such thing")
        assert answer.look_again


@pytest.mark.parametrize("key", ["n", "e"])
async def test_keys_that_edit_act_before_the_letters_after_them(shop: Path, key: str) -> None:
    """Whoever clears a field and types on in one go keeps the first letters."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.press("1", key)
        await stage.type("old words")
        await stage.rush("ctrl+u", "n", "e", "x", "backspace", "w", "home", "a", " ")
        await stage.press("tab" if key == "n" else "enter")
        answer = stage.sitting.answer(FIRST)
        assert (answer.note or answer.evidence) == "a new"


async def test_what_is_typed_over_two_fields_keeps_its_order(shop: Path) -> None:
    """Words, Enter and a day in one go: every letter stands where it was meant, in order."""
    async with on_stage(shop, assessment=SHOP) as stage:
        await stage.rush(
            "1", "e", *"on the wall", "tab", *"2026-11-21", "enter", "n", *"x y", "tab"
        )
        answer = stage.sitting.answer(FIRST)
        assert (answer.evidence, answer.evidence_date) == ("on the wall", "2026-11-21")
        assert answer.note == "x y"
