"""Opening a file of somebody else from home."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from peil.tui.dropped import dropped_path
from tests.faults.hostile_files import ESCAPES, changed
from tests.tui.conftest import SHOP
from tests.tui.stage import Stage, on_stage

FILE_NAMES = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="/~"), min_size=1, max_size=20
).map(lambda name: f"a {name} b")


@pytest.fixture
def sent(shop: Path, tmp_path: Path) -> Path:
    """Return a file from an adviser: the shop's own, in a folder with a space in its name."""
    folder = tmp_path / "My downloads"
    folder.mkdir()
    file = folder / "it's from Smit.json"
    file.write_bytes(Workspace(shop).file(SHOP).read_bytes())
    return file


def escaped(path: Path) -> str:
    """Return a path as a terminal writes it that puts a backslash before what is special."""
    return "".join(f"\\{sign}" if sign in " '\"\\" else sign for sign in str(path)) + " "


def quoted(path: Path) -> str:
    """Return a path as a terminal writes it that puts it in quotation marks."""
    return "'" + str(path).replace("'", "'\\''") + "' "


def address(path: Path) -> str:
    """Return a path as a terminal writes it that gives an address."""
    return f"file://{quote(str(path))}\r\n"


@given(FILE_NAMES)
def test_a_dropped_file_is_the_one_that_is_meant(name: str) -> None:
    """In whichever of three ways a terminal writes its name."""
    path = Path("/nowhere") / name
    for written in (escaped, quoted, address):
        assert dropped_path(written(path)) == path


@given(st.text(max_size=40))
def test_any_words_make_a_full_path_or_none(words: str) -> None:
    """Whatever is typed, it is no error; only nothing makes no path."""
    path = dropped_path(words)
    assert (path is None) == (not words.strip())
    assert path is None or path.is_absolute()


def test_home_and_folders_are_put_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`~` is the home folder, and what is not full begins in the folder where one is."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert dropped_path("~/x.json") == tmp_path / "home" / "x.json"
    assert dropped_path("'~/a b.json'") == tmp_path / "home" / "a b.json"
    assert dropped_path("there/../x.json") == tmp_path / "x.json"
    assert dropped_path("file://elsewhere/x.json") == tmp_path / "file:/elsewhere/x.json"


def test_a_name_that_is_there_stands_for_itself(tmp_path: Path) -> None:
    """A file whose own name has quotation marks or a backslash in it is that file."""
    for name in ("'x'", 'a\\ "b"', "file:x"):
        path = tmp_path / name
        path.touch()
        assert dropped_path(str(path)) == path


async def paste(stage: Stage, words: str) -> None:
    """Let the terminal paste some words, as it does when a file is dropped."""
    stage.app.post_message(Paste(words))
    await stage.settle()


@pytest.mark.parametrize("written", [escaped, address])
async def test_a_dropped_file_is_taken_in_and_opened(
    shop: Path, sent: Path, written: Callable[[Path], str]
) -> None:
    """`o`, the file, Enter: it is open, and the other one is as it was."""
    before = Workspace(shop).file(SHOP).read_bytes()
    async with on_stage(shop) as stage:
        await stage.press("o")
        await paste(stage, written(sent))
        assert f"File: {sent.parent}" in " ".join(stage.text().split()).replace("│ │ ", "")
        await stage.press("enter")
        await stage.settle()
        assert stage.sitting.assessment.id == f"{SHOP}-2"
        assert stage.app.page_name == "question"
        told = " ".join(stage.app.peil_screen.footer.message.split())
        assert told.startswith(f"The shop was taken in as {SHOP}-2.")
        await stage.press("3")
    assert Workspace(shop).file(SHOP).read_bytes() == before
    assert Workspace(shop).ids() == [SHOP, f"{SHOP}-2"]


async def test_a_wrong_file_is_told_and_nothing_typed_is_lost(shop: Path, sent: Path) -> None:
    """Why it is not taken in stands in the dialog; what was typed can be put right there."""
    async with on_stage(shop) as stage:
        await stage.press("o", "enter")
        assert "Type the name of a file first." in stage.text()
        await stage.type(f"{sent}x")
        await stage.press("enter")
        await stage.settle()
        assert "There is no file" in stage.text()
        await stage.press("backspace")
        assert "There is no file" not in stage.text()
        await stage.press("enter")
        await stage.settle()
        assert stage.sitting.assessment.id == f"{SHOP}-2"


@pytest.mark.parametrize("key", ["escape", "tab", "f2"])
async def test_closing_makes_nothing_and_keeps_what_is_typed(shop: Path, key: str) -> None:
    """Back home with nothing made; letters are letters in the field, and commands after it."""
    async with on_stage(shop) as stage:
        await stage.press("o")
        await stage.type("/qLn")
        await stage.press(key)
        assert stage.app.page_name == "home"
        assert "File:" not in stage.text()
        await stage.press("o")
        assert "File: /qLn" in stage.text()
    assert Workspace(shop).ids() == [SHOP]


async def test_two_enters_take_it_in_once(shop: Path, sent: Path) -> None:
    """An impatient second Enter does not make a second assessment."""
    async with on_stage(shop) as stage:
        await stage.press("o")
        await paste(stage, str(sent))
        await stage.rush("enter", "enter")
        await stage.settle()
    assert Workspace(shop).ids() == [SHOP, f"{SHOP}-2"]


def lengthen(file: Path) -> None:
    """Write a note into a file that is longer than Peil keeps one."""
    answers = b',"answers":{"shop/goal-written":{"note":"' + b"n" * 20_001 + b'"}}}'
    file.write_bytes(file.read_bytes().rstrip()[:-1] + answers)


async def test_several_things_to_know_are_read_in_a_dialog(shop: Path, sent: Path) -> None:
    """Changed outside, cut, and beside another: all of it stands there until Enter."""
    lengthen(sent)
    async with on_stage(shop) as stage:
        await stage.press("o")
        await paste(stage, str(sent))
        await stage.press("enter")
        await stage.settle()
        text = " ".join(stage.text().replace("│", " ").split())
        assert "changed outside Peil after it was saved" in text
        assert "were cut, notes after 20000 characters" in text
        assert f"Nothing was changed in what you had already: {SHOP}." in text
        await stage.press("enter")
        assert "changed outside" not in stage.text()
        assert stage.app.page_name == "question"


def poisoned(file: Path) -> Path:
    """Return a file with markup in its name, and markup and escape codes in its texts."""

    def poison(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["assessment"]["about"]["title"] = f"{ESCAPES}[@click=app.quit]firm[/] [/oops]"
        driven = {"note": f"{ESCAPES}[/x]", "evidence": f"{ESCAPES}[red]"}
        tables["answers"] = {"shop/goal-written": {"state": "rated", "level": 2, **driven}}

    hostile = file.parent / "[@click=app.quit]x[oops].json"
    hostile.write_bytes(changed(file.read_bytes(), poison))
    return hostile


async def test_a_hostile_file_shows_as_text_on_every_page(shop: Path, sent: Path) -> None:
    """Neither its name nor its texts become markup, or reach the terminal as codes."""
    file = poisoned(sent)
    async with on_stage(shop) as stage:
        await stage.press("o")
        await paste(stage, f"{file}\x1b]0;x\x07\x9b31m\u202ex")
        await stage.press("enter")
        await stage.settle()
        assert "There is no file" in stage.text()
        assert "[@click=app.quit]x[oops]" in "".join(stage.text().replace("│", "").split())
        assert first_forbidden(stage.text().replace("\n", " ")) is None
        await stage.press("ctrl+u")
        await paste(stage, str(file))
        await stage.press("enter")
        await stage.settle()
        assert "[@click=app.quit]firm[/] [/oops]" in stage.lines()[0]
        for page in ("results", "plan", "what_if", "core_done", "home", "question"):
            stage.app.open_page(page)
            await stage.settle()
            assert stage.app.page_name == page
            assert first_forbidden(stage.text().replace("\n", " ")) is None
    assert stage.app.fault is None
