"""The weeks after: a list is exported, edited as people do, read back, and looked at again."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peil.assessment.model import ActionRecord
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

NAME = "bakery-jansen"
LIST = "actions-bakery-jansen.md"


@pytest.fixture
def home(tmp_path: Path, parsed: Path) -> Path:
    """Return a folder with the data of a bakery that answered everything, at changing levels."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "cache").symlink_to(parsed)
    workspace = Workspace(data)
    catalog = Catalog([shipped_folder()], workspace.cache)
    sitting = begin(workspace, catalog, Wishes("Bakery Jansen", people="team"), language="en")
    for number, question in enumerate(sitting.walk.order):
        sitting.rate(question, 1 + number % 3)
    sitting.close()
    return tmp_path


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    """Yield the real program with the bakery open, in a terminal of 80 by 24."""
    command = [sys.executable, "-m", "peil", NAME]
    environment = {"HOME": str(home), "PEIL_DATA": str(home / "data")}
    with Terminal(command, environment, folder=home) as started:
        started.until("question")
        yield started


def on_disk(home: Path) -> dict[str, ActionRecord]:
    """Return what the file holds of the actions, by code."""
    return Sitting.look(Workspace(home / "data"), NAME).assessment.actions


def edited(text: str) -> str:
    """Edit a list as somebody does in an editor of another system."""
    first, second, third = re.findall(r"\*\*(A\d+)\*\*", text)[:3]
    text = text.replace(f"- [ ] **{first}**", f"* [X] {first}")
    place = text.index(f"**{second}**")
    text = text[:place] + (
        text[place:]
        .replace("  - owner:", "  - owner: Marieke", 1)
        .replace("  - due:", "  - due: +2w", 1)
    )
    text = re.sub(rf"(\*\*{third}\*\*) .*", r"\1 Ask the miller first", text, count=1)
    text = text.replace("\n## Next", "\n- [ ] Call the regulars\n\n## Next", 1)
    return "\ufeff" + text.replace("\n", "\r\n")


def go_home(terminal: Terminal) -> None:
    """Go back, step by step, to the list of assessments."""
    while "ASSESSMENTS" not in terminal.text:
        terminal.press("escape")
        terminal.settle(0.2)


def test_a_list_that_comes_back(home: Path, terminal: Terminal) -> None:
    """Exported, edited, previewed, taken over, looked at again; and then the plan is another."""
    terminal.press("a")
    terminal.until("A01")
    terminal.press("o")
    terminal.until(LIST)
    terminal.press("enter")
    terminal.until("Written:")
    path = home / LIST
    path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")

    terminal.press("u")
    terminal.until(LIST)
    terminal.press("enter")
    terminal.until("ticked: done")
    for told in ("Marieke", "Ask the miller first", "Call the regulars"):
        assert told in terminal.text
    assert on_disk(home)["A01"].status == "open"
    terminal.press("y")
    terminal.until(lambda text: "z undoes it" in text and "Ask the miller first" in text)
    assert "A01" not in terminal.text
    terminal.until(lambda _: on_disk(home)["A01"].status == "done")
    records = on_disk(home)
    assert records["A02"].owner == "Marieke"
    assert records["A02"].due is not None
    assert records["A03"].title == "Ask the miller first"
    assert [each.title for each in records.values() if each.key.startswith("own/")] == [
        "Call the regulars"
    ]
    assert any("readback" in path.name for path in (home / "data" / "backups" / NAME).iterdir())

    terminal.press("l")
    terminal.until(lambda text: "done, and now?" in text and "A01 done on" in text)
    marked = re.search(r"▸ (\d) ◇", terminal.text)
    assert marked, terminal.text
    level = int(marked[1]) + 1
    terminal.press(str(level))
    terminal.until("What can you point at?")
    terminal.press("calendar on the fridge", "enter")
    terminal.until("calendar on the fridge (")
    terminal.press("enter")
    terminal.until(lambda text: "Plan ·" in text and "A01" not in text)
    assert not Sitting.look(Workspace(home / "data"), NAME).to_look_at
    terminal.press("q")
    assert terminal.ended() == 0
    record = on_disk(home)["A01"]
    sitting = Sitting.look(Workspace(home / "data"), NAME)
    answer = sitting.answer(record.key.partition("@")[0])
    assert (answer.level, answer.evidence) == (level, "calendar on the fridge")
    assert sitting.action_status(record.key) == "done"


def test_the_same_list_does_not_come_back_twice(home: Path, terminal: Terminal) -> None:
    """Home names an edited list once; read back, it is as it was written."""
    terminal.press("a")
    terminal.until("A01")
    terminal.press("o")
    terminal.until(LIST)
    terminal.press("enter")
    terminal.until("Written:")
    path = home / LIST
    path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    go_home(terminal)
    terminal.until("changed on disk")
    terminal.press("down", "enter")
    terminal.until("ticked: done")
    terminal.press("y")
    terminal.until("z undoes it")
    go_home(terminal)
    terminal.until("action done: look at its question again")
    assert "changed on disk" not in terminal.text
    terminal.press("q")
    assert terminal.ended() == 0
