"""`score`, `plan` and `export`: the JSON contract, and lists that hold what the plan holds."""

import json
import os
import stat
from pathlib import Path

import pytest

from peil.report.plan_json import plan_document
from peil.sitting.view import View
from peil.store.workspace import Workspace
from tests.cli.conftest import Peil


def test_score_json_has_the_contract_s_keys_in_order(peil: Peil, bakery: str) -> None:
    """Scripts find every key of `score --json`, in its order."""
    found = peil("score", bakery, "--json").json
    assert list(found) == [
        "assessment", "language", "complete", "readiness", "questionnaires", "contradictions",
        "depends_on", "stamp",
    ]  # fmt: skip
    assert list(found["readiness"]) == [
        "score", "low", "high", "verdict", "blocking", "gate_not_applicable",
    ]  # fmt: skip
    questionnaire = found["questionnaires"][0]
    assert list(questionnaire) == ["id", "title", "score", "low", "high", "topics"]
    topic = questionnaire["topics"][0]
    assert list(topic) == [
        "id", "title", "score", "low", "high", "level", "level_low", "level_high", "target",
        "stands", "asked", "answered", "unknown", "not_applicable", "consensus", "questions",
    ]  # fmt: skip
    assert topic["questions"][0] == {
        "id": "iceberg/objectives-written", "state": "rated", "level": 2, "spread": None,
        "consensus": None, "contested": False,
    }  # fmt: skip
    assert found["depends_on"] is None
    assert len(found["stamp"]) == 64


def test_depends_names_open_and_answered_questions(peil: Peil, bakery: str) -> None:
    """`--depends` fills both halves, and an open core question can change the verdict."""
    depends = peil("score", bakery, "--json", "--depends").json["depends_on"]
    assert list(depends) == ["first_action", "top_three", "verdict", "open"]
    assert list(depends["open"]) == ["first_action", "top_three", "verdict"]
    assert depends["open"]["top_three"]


def test_score_explains_in_both_languages(peil: Peil, bakery: str) -> None:
    """`--explain` shows the fractions of the user's own answers."""
    assert "1/3" in peil("score", bakery, "--explain").out
    assert "1/3" in peil("score", bakery, "--explain", "--language", "nl").out


def test_plan_json_has_the_contract_s_keys_in_order(peil: Peil, bakery: str) -> None:
    """Scripts find every key of `plan --json`; without a code given yet there is null."""
    found = peil("plan", bakery, "--json").json
    assert list(found) == [
        "assessment", "hours_per_week", "stands_in_week", "readiness", "curve", "opened", "actions",
    ]  # fmt: skip
    action = found["actions"][0]
    assert list(action) == [
        "code", "kind", "step", "title", "topic", "question", "from", "to", "hours", "gain",
        "importance", "needs", "opens", "waiting_for", "needed_by", "contested", "reason", "week",
        "slot", "status", "status_reason", "pinned", "postponed", "owner", "due", "role",
        "done_when", "how", "note",
    ]  # fmt: skip
    assert action["code"] is None
    assert found["curve"][0] == [0.0, peil("score", bakery, "--json").json["readiness"]["low"]]


def test_other_hours_change_the_weeks_and_nothing_else(peil: Peil, bakery: str) -> None:
    """`plan --hours` answers a question; the profile keeps its own hours."""
    peil(
        "answer",
        bakery,
        *(
            f"{topic}=1"
            for topic in (
                "policy-rules",
                "culture-sharing",
                "research-networks",
                "monitoring-check",
            )
        ),
    )
    slow = peil("plan", bakery, "--json", "--hours", "1").json
    fast = peil("plan", bakery, "--json", "--hours", "40").json
    assert [action["step"] for action in slow["actions"]] == [
        action["step"] for action in fast["actions"]
    ]
    assert max(each["week"] or 0 for each in slow["actions"]) > max(
        each["week"] or 0 for each in fast["actions"]
    )
    assert peil("plan", bakery, "--json").json["hours_per_week"] == 3
    assert peil("plan", bakery, "--hours", "0").code == 1


def test_what_if_is_what_a_view_says_and_changes_nothing(
    peil: Peil, bakery: str, tmp_path: Path
) -> None:
    """`plan --done` prints the plan, readiness and openings of the same what-if; files stay."""
    peil("answer", bakery, "stakeholders-known=1", "monitoring-check=1")
    peil("export", bakery)
    file = tmp_path / "data" / "assessments" / f"{bakery}.json"
    before = file.read_bytes()
    view = View.look(Workspace(tmp_path / "data"), bakery)
    code = view.codes
    for action in [each for each in view.plan.actions if not each.waits][:4]:
        found = peil("plan", bakery, "--json", "--done", code[action.key]).json
        expected = view.what_if([action.key])
        document = plan_document(expected.view, opened=expected.opened)
        assert found == json.loads(json.dumps(document))
        assert found["readiness"]["score"] == expected.view.scores.readiness.score
        told = peil("plan", bakery, "--done", code[action.key]).out
        assert told.startswith("What if this were done? Nothing is changed.")
    assert file.read_bytes() == before
    assert peil("plan", bakery, "--done", "A99").code == 1


def test_depends_names_what_each_question_can_change(peil: Peil, bakery: str) -> None:
    """Each open question stands with what it can change."""
    told = peil("score", bakery, "--depends").out
    assert "These open questions can still change something:" in told
    assert "the first three" in told


def test_the_action_list_holds_every_action_with_its_code(peil: Peil, bakery: str) -> None:
    """Each action stands in the list once, under its code, and keeps it ever after."""
    written = peil("export", bakery).out
    actions = peil("plan", bakery, "--json").json["actions"]
    assert actions
    for action in actions:
        assert written.count(f"- [ ] **{action['code']}** ") == 1
    assert "<!-- peil 1; assessment bakery-jansen; language en; export 1; " in written
    peil("answer", bakery, "objectives-written=3")
    again = {each["step"]: each["code"] for each in peil("plan", bakery, "--json").json["actions"]}
    known = {each["step"]: each["code"] for each in actions}
    assert all(again[step] == code for step, code in known.items() if step in again)
    assert "export 2; " in peil("export", bakery).out


def test_all_gives_every_action_in_full(peil: Peil, bakery: str) -> None:
    """`--all` writes owner and due lines for what comes later, too."""
    few = peil("export", bakery).out
    every = peil("export", bakery, "--all").out
    assert every.count("- owner:") >= few.count("- owner:")
    scheduled = [e for e in peil("plan", bakery, "--json").json["actions"] if e["week"]]
    assert every.count("  - owner:") == len(scheduled)


def test_nothing_is_overwritten_unasked(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """An existing file stays until `--force`; a folder or a place that is not there is refused."""
    target = tmp_path / "list.md"
    target.write_text("mine")
    assert peil("export", bakery, "-o", str(target)).code == 1
    assert target.read_text() == "mine"
    assert peil("export", bakery, "-o", str(target), "--force").code == 0
    assert target.read_text().startswith("# Action list")
    assert target.stat().st_mode & 0o777 == 0o600
    assert peil("export", bakery, "-o", str(tmp_path), "--force").code == 1
    assert peil("export", bakery, "-o", str(tmp_path / "no" / "where.md")).code == 1
    assert not list(tmp_path.glob(".peil-*"))


def test_a_planted_link_is_not_followed(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """A symbolic link at the target counts as existing, and `--force` replaces the link itself."""
    secret = tmp_path / "secret"
    secret.write_text("keep")
    link = tmp_path / "list.md"
    link.symlink_to(secret)
    assert peil("export", bakery, "-o", str(link)).code == 1
    assert peil("export", bakery, "-o", str(link), "--force").code == 0
    assert secret.read_text() == "keep"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_is_written_in_the_language_asked_for(
    peil: Peil, bakery: str, language: str
) -> None:
    """Headings and titles follow `--language`, and the comment says which it was."""
    written = peil("export", bakery, "--language", language).out
    assert f"language {language};" in written
    assert ("# Actielijst" in written) is (language == "nl")
    assert ("  - wie:" in written) is (language == "nl")


def test_export_json_holds_everything(peil: Peil, bakery: str) -> None:
    """The JSON export has all of the contract's parts."""
    found = peil("export", bakery, "--format", "json").json
    assert list(found) == [
        "assessment", "answers", "former", "rounds", "agreed", "score", "plan", "checkpoints",
        "goals", "smart", "period",
    ]  # fmt: skip
    assert list(found["answers"]["iceberg/objectives-written"]) == [
        "state", "level", "reason", "note", "evidence", "evidence_date", "look_again", "changed",
        "confirmed", "formerly",
    ]  # fmt: skip
    assert found["score"] == peil("score", bakery, "--json").json
    assert found["plan"] == peil("plan", bakery, "--json").json


def test_force_replaces_files_only(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """A device, a pipe or a folder at the target stays what it is, also with `--force`."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ran = peil("export", bakery, "-o", str(pipe), "--force")
    assert ran.code == 1
    assert "not a file" in ran.err
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_names_that_no_file_can_have_are_refused(peil: Peil, bakery: str) -> None:
    """A name too long, or a home that is not there, gets a sentence."""
    assert "cannot be written" in peil("export", bakery, "-o", "x" * 300).err
    assert peil("export", bakery, "-o", "~nobody-at-all/x.md").code == 1
