"""`peil readback`."""

import errno
import os
from pathlib import Path

import click
import pytest

from peil.cli import invocation
from peil.sitting import Sitting
from peil.sitting.view import View
from peil.store.list_file import is_edited
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from tests.cli.conftest import Peil
from tests.faults.hostile_files import ESCAPES

LIST = Path("list.md")


@pytest.fixture
def edited(peil: Peil, bakery: str) -> str:
    """Export a list, fill in a name and tick a box as an owner would, and return the id."""
    assert peil("export", bakery, "-o", str(LIST)).code == 0
    edit("- [ ] **A01**", "- [x] **A01**")
    edit("  - owner:\n", "  - owner: Marieke\n")
    return bakery


def edit(old: str, new: str) -> None:
    """Edit the list once, as a text editor does."""
    text = LIST.read_text()
    assert old in text
    LIST.write_text(text.replace(old, new, 1))


def test_an_exported_file_is_remembered(peil: Peil, bakery: str) -> None:
    """Where the list lies and what it held, so that home can tell when somebody edited it."""
    assert peil("export", bakery, "--all", "-o", str(LIST)).code == 0
    view = View.look(Workspace(Path("data")), bakery)
    assert view.list_file is not None
    assert view.list_file.path == str(LIST.absolute())
    assert not is_edited(view.list_file.path, view.list_file.digest)
    edit("- [ ] **A01**", "- [x] **A01**")
    assert is_edited(view.list_file.path, view.list_file.digest)


def actions(peil: Peil, name: str) -> dict[str, dict[str, object]]:
    """Return the actions of a plan by their code."""
    return {each["code"]: each for each in peil("plan", name, "--all", "--json").json["actions"]}


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Put somebody at the terminal who answers so; return what is asked."""
    asked: list[str] = []
    waiting = list(answers)

    def prompt(question: str, default: str) -> str:
        asked.append(question)
        return waiting.pop(0) or default

    monkeypatch.setattr(invocation, "has_terminal", lambda: True)
    monkeypatch.setattr(click, "prompt", prompt)
    return asked


def test_it_only_shows_where_nobody_can_be_asked(peil: Peil, edited: str) -> None:
    """The preview on stdout, why nothing was done on stderr, and exit 2."""
    before = Path(f"data/assessments/{edited}.json").read_bytes()
    ran = peil("readback", edited, str(LIST))
    assert ran.code == 2
    assert ran.out == "A01  ticked: done\nA01  who: Marieke\n"
    assert "--yes is needed" in ran.err
    assert Path(f"data/assessments/{edited}.json").read_bytes() == before


def test_yes_takes_it_over_once(peil: Peil, edited: str) -> None:
    """Told, done, kept beforehand; and read back again there is nothing left to do."""
    ran = peil("readback", edited, str(LIST), "--yes")
    assert ran.code == 0
    assert "Taken over: 2 changes from the list." in ran.out
    done = actions(peil, edited)["A01"]
    assert (done["status"], done["owner"]) == ("done", "Marieke")
    assert "before a list was read back" in peil("backups", edited).out
    again = peil("readback", edited, str(LIST), "--yes")
    assert (again.code, again.out) == (0, "The list changes nothing.\n")


@pytest.mark.parametrize(("answer", "status"), [("yes", "done"), ("ja", "done"), ("", "open")])
def test_it_asks_and_takes_anything_but_yes_for_no(
    peil: Peil, edited: str, monkeypatch: pytest.MonkeyPatch, answer: str, status: str
) -> None:
    """Just Enter is no, and changes nothing."""
    asked = answering(monkeypatch, answer)
    ran = peil("readback", edited, str(LIST))
    assert ran.code == 0
    assert asked == ["Take this over? Type yes to do so"]
    assert ("Nothing was changed." in ran.out) == (status == "open")
    assert actions(peil, edited)["A01"]["status"] == status


def in_peil(name: str, owner: str, note: str) -> None:
    """Change an action in Peil after its list was exported."""
    sitting = Sitting.open(Workspace(Path("data")), name)
    sitting.set_owner("A01", owner)
    sitting.note_action("A01", note)
    sitting.close()


def test_conflicts_are_asked_one_by_one(
    peil: Peil, edited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where both sides changed, Enter keeps what Peil holds, and yes takes what the list says."""
    edit("owner: Marieke\n", "owner: Marieke\n  - note: by hand\n")
    in_peil(edited, "Jan", "in Peil")
    asked = answering(monkeypatch, "yes", "", "yes")
    ran = peil("readback", edited, str(LIST))
    assert len(asked) == 3
    assert ran.out.count("A01  who: the list says Marieke, Peil says Jan") == 2
    assert "Taken over: 2 changes from the list." in ran.out
    done = actions(peil, edited)["A01"]
    assert (done["status"], done["owner"], done["note"]) == ("done", "Marieke", "in Peil")


def test_without_asking_what_peil_holds_stays(peil: Peil, edited: str) -> None:
    """A script gets what is certain; what both sides changed is told and left."""
    in_peil(edited, "Jan", "")
    ran = peil("readback", edited, str(LIST), "--yes")
    assert "A01  who: the list says Marieke, Peil says Jan" in ran.out
    assert "Where Peil was changed as well, what it holds stays." in ran.out
    done = actions(peil, edited)["A01"]
    assert (done["status"], done["owner"]) == ("done", "Jan")


def test_json_has_stable_keys(peil: Peil, edited: str) -> None:
    """Without --yes it only shows; with it the same object says that it was done."""
    edit("## Now", "- [ ] Sweep\n  - effort: 1h\n  - due: soon\n\n## Now")
    shown = peil("readback", edited, str(LIST), "--json").json
    assert list(shown) == [
        "assessment",
        "export",
        "edits",
        "new",
        "conflicts",
        "remarks",
        "applied",
    ]
    assert (shown["assessment"], shown["export"], shown["applied"]) == (edited, 1, False)
    owner, status = sorted(shown["edits"], key=lambda each: str(each["field"]))
    assert list(status) == ["line", "code", "field", "before", "value"]
    assert status["value"] == {"status": "done", "reason": ""}
    assert (owner["field"], owner["before"], owner["value"]) == ("owner", "", "Marieke")
    (new,) = shown["new"]
    assert (new["title"], new["minutes"], new["edits"]) == ("Sweep", 60, [])
    assert "is no date" in shown["remarks"][0]["text"]
    done = peil("readback", edited, str(LIST), "--yes", "--json").json
    assert done == {**shown, "applied": True}
    assert actions(peil, edited)[new["code"]]["title"] == "Sweep"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no file"),
        ("# Groceries\n- [ ] milk\n", "No line of this file was recognised"),
        ("x\n" * 50_000, "larger than an action list ever is"),
        ("x" * 3_000_000, "larger than an action list ever is"),
        ("<!-- peil 1; assessment smit; language en; export 1; x -->", "belongs to smit"),
        ("<!-- peil 2; assessment bakery-jansen; x -->", "written by a newer Peil"),
    ],
)
def test_what_is_no_list_of_this_assessment_is_refused(
    peil: Peil, bakery: str, content: str | None, words: str
) -> None:
    """One sentence, exit 1, and nothing is changed; with --yes as well."""
    if content is not None:
        LIST.write_text(content)
    before = Path(f"data/assessments/{bakery}.json").read_bytes()
    for more in ((), ("--yes",), ("--json",), ("--yes", "--json")):
        ran = peil("readback", bakery, str(LIST), *more)
        assert (ran.code, ran.out) == (1, "")
        assert words in ran.err
        assert len(ran.err.splitlines()) == 1
    assert Path(f"data/assessments/{bakery}.json").read_bytes() == before


def test_a_folder_or_pipe_is_refused_at_once(peil: Peil, bakery: str) -> None:
    """Nothing waits for somebody to write into it."""
    assert "is a folder, a pipe or a device" in peil("readback", bakery, "/dev/zero").err
    assert "is a folder, a pipe or a device" in peil("readback", bakery, ".").err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lists_in_other_encodings_are_read(peil: Peil, edited: str, encoding: str) -> None:
    """As programs on other systems save them."""
    edit("owner: Marieke", "owner: Zoë")
    LIST.write_bytes(LIST.read_text().replace("–", "-").encode(encoding, "replace"))
    assert "A01  who: Zoë" in peil("readback", edited, str(LIST)).out


def test_nothing_hidden_comes_out(peil: Peil, edited: str) -> None:
    """What drives a terminal is cleaned in the preview, and in what is kept."""
    edit("owner: Marieke", f"owner: {ESCAPES}Marieke")
    edit("## Now", f"## Now\n\n{ESCAPES}prose\n- [ ] {ESCAPES}Sweep\n")
    for more in ((), ("--json",), ("--yes",)):
        ran = peil("readback", edited, str(LIST), *more)
        assert first_forbidden(ran.out + ran.err) is None
    assert first_forbidden(str(actions(peil, edited))) is None


def test_a_day_said_in_words_can_be_changed_later(peil: Peil, edited: str) -> None:
    """What was "+2w" and is another day now is an edit, and no conflict with Peil."""
    edit("  - due:\n", "  - due: +2w\n")
    assert peil("readback", edited, str(LIST), "--yes").code == 0
    edit("  - due: +2w\n", "  - due: 2027-03-04\n")
    shown = peil("readback", edited, str(LIST), "--yes", "--json").json
    assert shown["conflicts"] == []
    assert [each["field"] for each in shown["edits"]] == ["due"]
    assert "2027-03-04" in {each["due"] for each in actions(peil, edited).values()}


def test_a_list_that_could_not_be_saved_is_not_written(
    peil: Peil, bakery: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its number would be given again, and the two lists mistaken for each other."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr("peil.store.storage.AssessmentStorage.write", full)
        refused = peil("export", bakery, "-o", "list.md")
    assert (refused.code, refused.out) == (1, "")
    assert "Not saved: disk full" in refused.err
    assert not (tmp_path / "list.md").exists()
