"""Every command, given hostile words and a hostile data folder: it answers, and only in text."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from peil.cli.main import COMMANDS, FrontDoor, front_door
from tests import hostile, poison
from tests.cli.conftest import Peil, Ran
from tests.poison import NAME, OTHER
from tests.promises import Tally
from tests.tui.conftest import SAMPLE

P = poison.as_argument(poison.EVERYTHING)
"""Every hostile string as one argument."""
S = poison.as_argument("".join(list(hostile.PAYLOADS.values())[:12]))
"""A dozen of them, short enough for a name."""
HOSTILE_LIST = (
    "".join(
        f"- [x] **A01** {text}\n  - owner: {text}\n  - due: {text}\n  - note: {text}\n{text}\n"
        f"- [ ] **A{number}** {text}\n- [ ] new {text}\n## {text}\n"
        for number, text in enumerate(map(poison.one_line, hostile.ALL.values()), 100)
    )
    .encode("utf-8", "replace")
    .decode()
)
"""An action list in which every line was written to do harm."""
ANY = (0, 1, 2, 3, 4, 5)
"""Exit codes that are promised; 1 would also be a mistake of ours, but that is raised here."""
Call = tuple[Sequence[str], int]
"""Arguments, and the exit code that is promised for them."""

CALLS: dict[str, Sequence[Call]] = {
    "demo": ((("demo",), 0), (("demo", P), 2)),
    "new": (
        (("new", S), 0),
        (("new", S, "--json"), 0),
        (("new", P), 1),
        (("new", P, P), 2),
        (("new", "x", "--questionnaire", P), 1),
        (("new", "x", "--questionnaire", "drives"), 3),
        (("new", "x", "--questionnaire", "entities"), 3),
        (("new", "x", "--questionnaire", "poison", "--json"), 0),
        (("new", "x", "--people", P), 2),
        (("new", "x", "--audience", P), 2),
        (("new", "x", "--goal", P), 2),
        (("new", "x", "--hours", P), 2),
        (("new", "x", "--hours", "1e999"), 1),
        (("new", f"--{P}"), 2),
    ),
    "set": (
        (("set", NAME, "--title", S), 0),
        (("set", NAME, "--title", S, "--json"), 0),
        (("set", NAME, "--title", P), 1),
        (("set", NAME, "--target", f"{P}=2"), 1),
        (("set", NAME, "--target", f"poison/t1={P}"), 2),
        (("set", NAME, "--target", P), 1),
        (("set", NAME, "--importance", f"poison/t1={P}"), 2),
        (("set", NAME, "--importance", "t1=high"), 0),
        (("set", NAME, "--add-questionnaire", P), 1),
        (("set", OTHER, "--hours", "5"), 0),
        (("set", P), 1),
    ),
    "import": (
        (("import", P), 1),
        (("import", P, "--json"), 1),
        (("import", f"data/assessments/{NAME}.json"), 0),
        (("import", f"data/assessments/{NAME}.json", "--json"), 0),
        (("import", f"data/assessments/{OTHER}.json"), 3),
        (("import", "data/settings.toml"), 1),
    ),
    "delete": ((("delete", P, "--yes"), 1), (("delete", NAME), 2), (("delete", NAME, "--yes"), 0)),
    "list": ((("list",), 0), (("list", "--json"), 0), (("list", "--language", "nl"), 0)),
    "ask": (
        (("ask", NAME), 2),
        (("ask", P), 2),
        (("ask", P, "--plain"), 1),
        (("ask", NAME, "--plain"), 0),
        (("ask", OTHER, "--plain", "--core"), 0),
        (("ask", NAME, "--plain", P), 2),
    ),
    "help": ((("help",), 0), (("help", P), 1), (("help", P, S), 1), (("help", "plan"), 0)),
    "answer": (
        (("answer", NAME, P), 1),
        (("answer", NAME, f"q1={P}"), 2),
        (("answer", NAME, f"{P}=2"), 1),
        (("answer", NAME, "q1=2", "--note", P, "--evidence", S), 0),
        (("answer", NAME, "q1=2", "--note", P, "--json"), 0),
        (("answer", NAME, "q1=2", "--evidence", "x", "--evidence-date", P), 2),
        (("answer", NAME, f"q2=na:{S}"), 0),
        (("answer", NAME, f"q2=na:{P}"), 1),
        (("answer", OTHER, "q2=2"), 0),
        (("answer", P, "q1=2"), 1),
    ),
    "score": (
        (("score", NAME), 0),
        (("score", NAME, "--json"), 0),
        (("score", NAME, "--explain", "--depends", "--language", "nl"), 0),
        (("score", NAME, "--depends", "--json"), 0),
        (("score", OTHER, "--explain"), 0),
        (("score", OTHER, "--json"), 0),
        (("score", P), 1),
    ),
    "plan": (
        (("plan", NAME), 0),
        (("plan", NAME, "--json"), 0),
        (("plan", OTHER, "--language", "nl"), 0),
        (("plan", OTHER, "--json"), 0),
        (("plan", NAME, "--hours", P), 2),
        (("plan", NAME, "--done", P), 1),
        (("plan", P), 1),
    ),
    "action": (
        (("action", NAME, "A01", "--owner", P[:150], "--note", P, "--title", P[:900]), 0),
        (("action", NAME, "A01", "--status", "dropped", "--reason", P[:900], "--json"), 0),
        (("action", NAME, "--add", P[:900], "--language", "nl"), 0),
        (("action", NAME, "A01", "--due", P), 2),
        (("action", NAME, P, "--pin"), 1),
    ),
    "vote": (
        (("vote", NAME, P), 1),
        (("vote", P, "q1"), 1),
        (("vote", NAME, "q1"), 0),
        (("vote", NAME, "q1", P), 1),
        (("vote", NAME, "q1", "1133", "--agree", P), 2),
        (("vote", NAME, "q1", "1133", "--agree", "2"), 1),
        (("vote", NAME, "q1", "--agree", "2", "--reason", P), 1),
        (("vote", NAME, "q1", "1133", "--agree", "2", "--reason", P[:900], "--dissent", S), 0),
        (("vote", NAME, "q1", "--json"), 0),
        (("vote", NAME, "q1", "--language", "nl"), 0),
        (("vote", NAME, "q4", "22?", "--agree", f"na:{S}"), 0),
        (("vote", OTHER, "q1", "-1-3", "--json"), 0),
        (("vote", NAME, "q1", f"--{P}"), 2),
    ),
    "runsheet": (
        (("runsheet", P), 1),
        (("runsheet", NAME), 0),
        (("runsheet", NAME, "--format", "html", "--language", "nl"), 0),
        (("runsheet", OTHER, "--format", "html"), 0),
        (("runsheet", OTHER, "--voters", "40", "--minutes", "480"), 0),
        (("runsheet", NAME, "--voters", "0"), 1),
        (("runsheet", NAME, "--minutes", "9999"), 1),
        (("runsheet", NAME, "--voters", P), 2),
        (("runsheet", NAME, "--minutes", P), 2),
        (("runsheet", NAME, "--format", P), 2),
        (("runsheet", NAME, "-o", P), 1),
        (("runsheet", NAME, "-o", "sheet\x1b]0;HACKED\x07.md"), 0),
    ),
    "minutes": (
        (("minutes", P), 1),
        (("minutes", NAME), 0),
        (("vote", NAME, "q1", "1133", "--agree", "2", "--reason", P[:900], "--dissent", S), 0),
        (("minutes", NAME), 0),
        (("minutes", NAME, "--format", "html", "--language", "nl"), 0),
        (("minutes", OTHER, "--format", "html"), 0),
        (("minutes", NAME, "--format", P), 2),
        (("minutes", NAME, "-o", P), 1),
        (("minutes", NAME, "-o", "out.md"), 0),
        (("minutes", NAME, "-o", "out.md"), 1),
        (("minutes", NAME, "-o", "out.md", "--force"), 0),
    ),
    "export": (
        (("export", NAME), 0),
        (("export", NAME, "--all", "--language", "nl"), 0),
        (("export", NAME, "--format", "json"), 0),
        (("export", OTHER, "--format", "json"), 0),
        (("export", OTHER), 0),
        (("export", NAME, "--format", "csv"), 0),
        (("export", OTHER, "--format", "csv", "--language", "nl"), 0),
        (("export", NAME, "--format", "ics"), 0),
        (("export", OTHER, "--format", "ics"), 0),
        (("export", NAME, "--format", "csv", "-o", "out.csv"), 0),
        (("export", NAME, "--format", "ics", "-o", "out.ics"), 0),
        (("export", NAME, "--format", P), 2),
        (("export", NAME, "-o", P), 1),
        (("export", NAME, "-o", P, "--force"), 1),
        (("export", NAME, "-o", "out.md"), 0),
        (("export", NAME, "--format", "json", "-o", "out.json"), 0),
        (("export", NAME, "-o", "out\x1b]0;HACKED\x07.md"), 0),
        (("export", P), 1),
    ),
    "readback": (
        (("readback", NAME, P), 1),
        (("readback", NAME, "data/settings.toml"), 1),
        (("readback", P, "out.md"), 1),
        (("export", NAME, "--all", "-o", "out.md"), 0),
        (("readback", NAME, "out.md"), 0),
        (("readback", NAME, "out.md", "--yes", "--language", "nl"), 0),
        (("readback", NAME, "out.md", "--json"), 0),
        (("readback", OTHER, "out.md"), 1),
        (("readback", NAME, "hostile.md"), 2),
        (("readback", NAME, "hostile.md", "--json"), 0),
        (("readback", NAME, "hostile.md", "--yes"), 0),
        (("readback", NAME, "hostile.md", "--yes", "--json"), 0),
    ),
    "backups": (
        (("backups", NAME), 0),
        (("backups", NAME, "--json"), 0),
        (("backups", NAME, "--language", "nl"), 0),
        (("backups", NAME, "--restore", "1"), 0),
        (("backups", OTHER, "--restore", "2"), 5),
        (("backups", OTHER, "--restore", "1", "--json"), 0),
        (("backups", NAME, "--restore", P), 2),
        (("backups", P), 1),
    ),
    "check": (
        (("check",), 5),
        (("check", "--json"), 5),
        (("check", "--repair", "--language", "nl"), 0),
        (("check", P), 2),
    ),
    "questionnaire": ((("questionnaire", P), 2),),
    "questionnaire list": (
        (("questionnaire", "list"), 0),
        (("questionnaire", "list", "--json"), 0),
    ),
    "questionnaire show": (
        (("questionnaire", "show", "poison"), 0),
        (("questionnaire", "show", "drives"), 3),
        (("questionnaire", "show", P), 1),
    ),
    "questionnaire check": (
        (("questionnaire", "check", P), 3),
        (("questionnaire", "check", P, "--json"), 3),
        (("questionnaire", "check", "data/questionnaires/drives.en.md"), 3),
        (("questionnaire", "check", "data/questionnaires/drives.en.md", "--json"), 3),
        (("questionnaire", "check", "data/questionnaires/entities.en.md", "--json"), 3),
        (("questionnaire", "check", "data/questionnaires/poison.en.md"), 0),
        (("questionnaire", "check", "data/questionnaires/shaped.en.md"), 0),
    ),
    "questionnaire update": (
        (("questionnaire", "update", NAME), 0),
        (("questionnaire", "update", NAME, "--json"), 0),
        (("questionnaire", "update", OTHER, "--json"), 0),
        (("questionnaire", "update", OTHER, "--yes"), 0),
        (("questionnaire", "update", NAME, P), 1),
        (("questionnaire", "update", P), 1),
    ),
    "questionnaire new": (
        (("questionnaire", "new", P), 1),
        (("questionnaire", "new", "mine\x1b]0;HACKED\x07.en.md"), 0),
    ),
}
"""Each command with hostile words in each of its places, and over the hostile folder."""

EVERYWHERE: Sequence[Call] = (
    ((P,), 1),
    ((P, P), 2),
    ((NAME, P), 2),
    ((f"--{P}",), 2),
    ((f"-{P}",), 2),
    (("--language", P, "list"), 2),
    (("list", "--language", P), 2),
    (("list", f"--language={P}"), 2),
    (("list", P), 2),
    (("list", f"--{P}"), 2),
    (("list", f"--json={P}"), 2),
    (("--help",), 0),
)
"""Hostile words where a command, an option or an assessment is expected."""


def commands() -> set[str]:
    """Return every command there is, those of groups with the group before them."""
    assert isinstance(front_door, FrontDoor)
    found = set(COMMANDS)
    for name in COMMANDS:
        command = front_door.get_command(click.Context(front_door), name)
        if isinstance(command, click.Group):
            found.update(f"{name} {each}" for each in command.commands)
    return found


def test_every_command_has_its_hostile_words() -> None:
    """A new command must be tried with them as well."""
    assert set(CALLS) == commands()


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder in which everything is hostile, once."""
    folder = tmp_path_factory.mktemp("hostile") / "data"
    folder.mkdir(mode=0o700)
    poison.poison(folder)
    return folder


@pytest.fixture
def poisoned(peil: Peil, hostile_folder: Path, tmp_path: Path) -> Peil:
    """Return a call of the program on a fresh copy of that folder."""
    shutil.rmtree(tmp_path / "data")
    shutil.copytree(hostile_folder, tmp_path / "data")
    (tmp_path / "hostile.md").write_text(HOSTILE_LIST)
    return peil


def as_shown(out: str, arguments: Sequence[str]) -> str:
    """Return an output without what a file of its format has, and no text: mark and line ends."""
    if {"csv", "ics"} & set(arguments):
        return out.removeprefix("\ufeff").replace("\r\n", "\n")
    return out


def check(ran: Ran, arguments: Sequence[str], code: int) -> None:
    """Assert that a command ended as promised and that nothing but text came out."""
    told = f"{[each[:80] for each in arguments]}: {ran.out[:300]!r} {ran.err[:300]!r}"
    assert ran.code == code, told
    assert poison.came_out(as_shown(ran.out, arguments)) == "", told
    assert poison.came_out(ran.err) == "", told
    assert "Traceback" not in ran.err
    assert "Peil itself made a mistake" not in ran.err
    if code in (0, 5) and ("--json" in arguments or "json" in arguments) and "-o" not in arguments:
        json.loads(ran.out)


@pytest.mark.parametrize("command", sorted(CALLS))
def test_a_command_only_answers_in_text(command: str, poisoned: Peil, tally: Tally) -> None:
    """Whatever stands in its words and in its files: the code that is promised, and plain text."""
    for arguments, code in CALLS[command]:
        check(poisoned(*arguments), arguments, code)
    check(poisoned(*command.split(), "--help"), ["--help"], 0)
    tally("hostile strings", poison.STRINGS * len(CALLS[command]))


def test_words_that_are_no_command_only_lead_to_text(poisoned: Peil, tally: Tally) -> None:
    """Unknown commands, options and assessments are named without being obeyed."""
    for arguments, code in EVERYWHERE:
        check(poisoned(*arguments), arguments, code)
    tally("hostile strings", poison.STRINGS * len(EVERYWHERE))


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_each_string_alone(name: str, peil: Peil, tally: Tally) -> None:
    """As a title, as an assessment, as an option: each by itself, as somebody would try it."""
    text = poison.as_argument(hostile.ALL[name])
    for arguments in (("new", "--", text), (text,), ("list", f"--{text}"), ("list", text)):
        ran = peil(*arguments)
        assert ran.code in ANY
        assert poison.came_out(ran.out + ran.err) == ""
    made = peil("list", "--json").json
    assert all(poison.came_out(each["title"]) == "" for each in made)
    tally("hostile strings", 4)


ENVIRONMENT = (
    *("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TERM", "COLORTERM", "COLUMNS", "LINES"),
    *("HOME", "USER", "LOGNAME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "PEIL_DATA", "PEIL_ASCII"),
    *("NO_COLOR", "BROWSER", "EDITOR", "PAGER", "TZ"),
)


@pytest.mark.parametrize("variable", ENVIRONMENT)
def test_an_environment_only_leads_to_text(
    variable: str, peil: Peil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """Also where a path is taken from it, or a width."""
    monkeypatch.setenv("HOME", str(tmp_path))  # where a path leads that is none
    values = (
        poison.as_argument(poison.DRIVES),
        poison.as_argument(poison.MEANS),
        "9" * 5_000,
        "-1",
    )
    if variable in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv("PEIL_DATA")
    for value in values:
        monkeypatch.setenv(variable, value)
        for arguments in (("--help",), ("list",), ("new", "x", "--questionnaire", str(SAMPLE)), ()):
            ran = peil(*arguments)
            assert ran.code in ANY
            assert poison.came_out(ran.out + ran.err) == "", (variable, value[:40], arguments)
    tally("hostile strings", len(values) * 4)
