"""`action`: the whole life of an action from scripts, and `plan --done`, `plan --all`."""

import os
from pathlib import Path
from typing import Any

import pytest

from peil.store.workspace import Workspace
from tests.cli.conftest import Peil

FIRST = "A01"


def action(peil: Peil, bakery: str, code: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return one action as the plan has it, past ones too."""
    actions = peil("plan", bakery, "--all", "--json").json["actions"]
    return next(each for each in actions if each["code"] == code)


@pytest.fixture
def bakery(peil: Peil, bakery: str) -> str:
    """Return the bakery with some steps that need each other, each with its code."""
    peil("answer", bakery, "objectives-written=1", "business-needs-listed=1")
    peil("action", bakery, FIRST, "--status", "open")
    return bakery


def codes(peil: Peil, bakery: str) -> list[str]:
    """Return the codes of the plan, in its order."""
    return [each["code"] for each in peil("plan", bakery, "--json").json["actions"]]


def test_everything_about_an_action_can_be_said_at_once(peil: Peil, bakery: str) -> None:
    """What is said stands in the plan, and the command prints the action as it is now."""
    said = ("--status", "doing", "--owner", "Marieke", "--due", "2026-12-01", "--note", "fridge")
    told = peil("action", bakery, FIRST, *said, "--title", "Call her", "--json").json
    assert told == action(peil, bakery, FIRST)
    assert (told["status"], told["owner"], told["due"]) == ("doing", "Marieke", "2026-12-01")
    assert (told["note"], told["title"]) == ("fridge", "Call her")
    peil("action", bakery, FIRST, "--owner", "", "--due", "", "--note", "", "--title", "")
    told = action(peil, bakery, FIRST)
    assert (told["owner"], told["due"], told["note"]) == (None, None, None)
    assert told["title"] != "Call her"


def test_done_meets_needs_and_changes_no_answer(peil: Peil, bakery: str) -> None:
    """It leaves the plan, what needed it needs it no more, and the score stays."""
    before, score = peil("plan", bakery, "--json").json, peil("score", bakery, "--json").json
    needed = next(each for each in before["actions"] if each["needs"])
    code = needed["needs"][0]
    peil("action", bakery, code, "--status", "done")
    after = peil("plan", bakery, "--json").json
    assert code not in codes(peil, bakery)
    again = next(each for each in after["actions"] if each["code"] == needed["code"])
    assert code not in again["needs"]
    assert peil("score", bakery, "--json").json["readiness"] == score["readiness"]
    assert action(peil, bakery, code)["status"] == "done"
    assert f"Done, and not looked at since: {code}." in peil("plan", bakery).out


def test_an_answer_does_an_action_and_opens_it_again(peil: Peil, bakery: str) -> None:
    """Raised to its level it is done; rated below, it is open under its code."""
    actions = peil("plan", bakery, "--json").json["actions"]
    step = next(each for each in actions if each["kind"] == "step" and not each["needs"])
    code, question = step["code"], step["question"]
    peil("answer", bakery, f"{question}={step['to']}")
    assert action(peil, bakery, code)["status"] == "done"
    refused = peil("action", bakery, code, "--status", "open")
    assert refused.code == 1
    assert "because the answer to its question says so" in refused.err
    peil("answer", bakery, f"{question}={step['from']}")
    assert action(peil, bakery, code)["status"] == "open"
    peil("action", bakery, code, "--status", "done")
    peil("answer", bakery, f"{question}={step['from']}")
    assert action(peil, bakery, code)["status"] == "open"


def test_what_needs_a_dropped_action_waits(peil: Peil, bakery: str) -> None:
    """With the question of the dropped one, and a reason that names it."""
    actions = peil("plan", bakery, "--json").json["actions"]
    needed = next(each for each in actions if each["needs"])
    code = needed["needs"][0]
    assert peil("action", bakery, code, "--status", "dropped").code == 1
    peil("action", bakery, code, "--status", "dropped", "--reason", "the baker left")
    waiting = action(peil, bakery, needed["code"])
    assert (waiting["week"], waiting["slot"]) == (None, None)
    assert waiting["waiting_for"]
    assert f"It waits because you dropped {code}." in waiting["reason"]
    dropped = action(peil, bakery, code)
    assert (dropped["status"], dropped["status_reason"]) == ("dropped", "the baker left")
    assert "(the baker left)" in peil("plan", bakery, "--all").out


def test_pinned_postponed_and_free(peil: Peil, bakery: str) -> None:
    """To the top in the order of the pins, to the end, and back where gain puts it."""
    usual = codes(peil, bakery)
    ready = [
        each["code"]
        for each in peil("plan", bakery, "--json").json["actions"]
        if not each["needs"] and each["week"]
    ]
    first, second = ready[-1], ready[-2]
    peil("action", bakery, first, "--pin")
    peil("action", bakery, second, "--pin")
    assert codes(peil, bakery)[:2] == [first, second]
    peil("action", bakery, first, "--postpone")
    assert action(peil, bakery, first)["postponed"]
    assert codes(peil, bakery)[0] == second
    for code in (first, second):
        peil("action", bakery, code, "--free")
    assert codes(peil, bakery) == usual


def test_an_action_of_ones_own(peil: Peil, bakery: str) -> None:
    """It has a code, an effort and perhaps a topic, stands last, and lives like the others."""
    made = peil("action", bakery, "--add", "Ask the miller", "--hours", "0,5", "--json").json
    assert (made["kind"], made["step"], made["question"], made["topic"]) == (
        "own",
        None,
        None,
        None,
    )
    assert (made["hours"], made["gain"], made["title"]) == (0.5, 0.0, "Ask the miller")
    assert [each for each in codes(peil, bakery) if action(peil, bakery, each)["week"]][-1] == (
        made["code"]
    )
    tied = peil("action", bakery, "--add", "Again", "--topic", "strategy", "--json").json
    assert tied["topic"] == "community-maturity/strategy"
    assert int(tied["code"][1:]) == int(made["code"][1:]) + 1
    peil("action", bakery, made["code"], "--status", "done")
    assert action(peil, bakery, made["code"])["status"] == "done"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["A99", "--pin"], 1, "There is no action A99 here."),
        ([], 2, "Give the code of one action"),
        (["A01", "--add", "x"], 2, "Give the code of one action"),
        (["A01", "--hours", "2"], 2, "--hours and --topic go with --add"),
        (["A01", "--reason", "x"], 2, "--reason goes with --status dropped"),
        (["A01", "--due", "soon"], 2, "'soon' is no date"),
        (["--add", " "], 1, "An action needs words"),
        (["--add", "x", "--hours", "0"], 2, "above 0"),
        (["--add", "x", "--hours", "nan"], 2, "above 0"),
        (["--add", "x", "--hours", "inf"], 2, "above 0"),
        (["--add", "x", "--topic", "strategie"], 1, "Did you mean community-maturity/strategy?"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    peil: Peil, bakery: str, arguments: list[str], code: int, words: str
) -> None:
    """And then nothing has changed."""
    before = peil("export", bakery, "--format", "json").json["plan"]
    refused = peil("action", bakery, *arguments)
    assert (refused.code, refused.out) == (code, "")
    assert words in refused.err
    after = peil("export", bakery, "--format", "json").json["plan"]
    titles = [[each["title"] for each in plan["actions"]] for plan in (before, after)]
    assert titles[0] == titles[1]


def test_what_if_changes_nothing_and_says_what_opens(peil: Peil, bakery: str) -> None:
    """The readiness is the projected one, the needs come along, and the file is as it was."""
    before = peil("export", bakery, "--format", "json").out
    actions = peil("plan", bakery, "--json").json["actions"]
    deep = next(each for each in actions if each["needs"] and each["kind"] == "step")
    shown = peil("plan", bakery, "--done", deep["code"], "--json").json
    assert peil("export", bakery, "--format", "json").out == before
    left = [each["code"] for each in shown["actions"]]
    assert deep["code"] not in left
    assert not set(deep["needs"]).intersection(left)
    assert set(shown["opened"]) <= set(left)
    peil("answer", bakery, f"{deep['question']}={deep['to']}")
    raised = peil("score", bakery, "--json").json["readiness"]
    assert shown["readiness"]["low"] >= raised["low"]


def test_what_cannot_be_done_cannot_be_tried(peil: Peil, bakery: str) -> None:
    """Neither what waits nor what has no place in the plan; A1 is A01."""
    peil("answer", bakery, "capacity-hours=unknown", "capacity-able=1")
    actions = peil("plan", bakery, "--json").json["actions"]
    needed = next(each for each in actions if each["needs"])
    peil("action", bakery, needed["needs"][0], "--status", "dropped", "--reason", "no")
    for code, said in ((needed["code"], "cannot be tried yet"), (needed["needs"][0], "no place")):
        refused = peil("plan", bakery, "--done", code)
        assert (refused.code, refused.out) == (1, "")
        assert said in refused.err
    first = next(each for each in actions if not each["needs"] and each["kind"] == "step")["code"]
    assert peil("action", bakery, f"a{int(first[1:])}", "--owner", "Jan").code == 0
    assert action(peil, bakery, first)["owner"] == "Jan"


def test_a_plan_of_nothing_says_that_nothing_is_answered(peil: Peil) -> None:
    """It never calls a business ready of which it knows nothing."""
    peil("new", "Empty")
    assert "nothing is answered" in peil("plan", "empty").out


def test_an_action_that_is_only_shown_needs_no_lock(peil: Peil, bakery: str) -> None:
    """Looking works while another window has the assessment; changing does not."""
    with Workspace(Path(os.environ["PEIL_DATA"])).open(bakery):
        assert peil("action", bakery, FIRST).code == 0
        assert peil("action", bakery, FIRST, "--owner", "Jan").code == 4


def test_a_day_before_the_plan_reaches_it_is_pointed_at(peil: Peil, bakery: str) -> None:
    """The plan invents no date and moves nothing for one; it says where the two disagree."""
    peil("set", bakery, "--hours", "0.5")
    planned = peil("plan", bakery, "--json").json["actions"]
    late = next(each for each in planned if (each["week"] or 0) > 2)
    told = f", but planned for week {late['week']}"
    assert told in peil("action", bakery, late["code"], "--due", "today").out
    assert told in peil("plan", bakery).out
    assert told not in peil("action", bakery, late["code"], "--due", "+99w").out
    assert codes(peil, bakery) == [each["code"] for each in planned]


def test_smart_and_goals_are_in_the_json(peil: Peil, bakery: str) -> None:
    """Each of the five by itself; the others stay."""
    peil("action", bakery, FIRST, "--specific", "bread orders", "--time", "1 March")
    peil("action", bakery, FIRST, "--time", "1 April")
    smart = peil("export", bakery, "--format", "json").json["smart"]
    assert smart == {FIRST: {"specific": "bread orders", "time": "1 April"}}
