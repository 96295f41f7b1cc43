"""`peil vote`: rounds and agreements from the command line."""

import json
from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.cli.conftest import Peil

QUESTION = "objectives-written"
FULL = "iceberg/objectives-written"


def test_a_round_is_told_as_the_reveal_tells_it(peil: Peil, bakery: str) -> None:
    """Counts per level, the verdict in words, the figures, who speaks first, what is proposed."""
    ran = peil("vote", bakery, QUESTION, "11244?-")
    assert ran.code == 0
    assert "Round 1: 7 votes" in ran.out
    assert "\n  1  2 ×  " in ran.out
    assert "\n  3  0 ×  " in ran.out
    assert "  1 doesn't know\n  1 abstained\nfar apart; spread 3, consensus 0.16" in ran.out
    assert "First to speak: who chose 1, and who chose 4: what do you see?" in ran.out
    assert "No proposal: the votes lie too far apart. Talk first." in ran.out
    assert ran.err == ""
    again = peil("vote", bakery, QUESTION, "2223332")
    assert "Round 2: 7 votes" in again.out
    assert "nearly agreed" in again.out
    assert "Proposal: 2." in again.out


def test_the_json_of_a_question(peil: Peil, bakery: str) -> None:
    """The same keys in the same order, whatever there is; figures of the latest round."""
    peil("vote", bakery, QUESTION, "1144")
    found = peil("vote", bakery, QUESTION, "2223", "--agree", "2", "--json").json
    assert list(found) == [
        "question", "rounds", "spread", "consensus", "verdict", "contested", "proposal", "agreed",
    ]  # fmt: skip
    assert found["question"] == FULL
    assert found["rounds"] == [
        {"votes": {"1": 2, "4": 2}, "unknown": 0, "abstain": 0},
        {"votes": {"2": 3, "3": 1}, "unknown": 0, "abstain": 0},
    ]
    assert (found["spread"], found["verdict"], found["contested"], found["proposal"]) == (
        1, "nearly", False, 2,
    )  # fmt: skip
    assert found["agreed"] == {
        "state": "rated", "level": 2, "reason": None, "dissent": None, "rounds": 2,
    }  # fmt: skip
    assert peil("vote", bakery, QUESTION, "--json").json == found
    nothing = peil("vote", bakery, "capacity-hours", "--json").json
    assert nothing == {
        "question": "iceberg/capacity-hours", "rounds": [], "spread": None, "consensus": None,
        "verdict": None, "contested": False, "proposal": None, "agreed": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        (("-223",), {"votes": {"2": 2, "3": 1}, "unknown": 0, "abstain": 1}),
        (("--23",), {"votes": {"2": 1, "3": 1}, "unknown": 0, "abstain": 2}),
        (("---",), {"votes": {}, "unknown": 0, "abstain": 3}),
        (("--",), {"votes": {}, "unknown": 0, "abstain": 2}),
        (("-",), {"votes": {}, "unknown": 0, "abstain": 1}),
        (("--", "-?2"), {"votes": {"2": 1}, "unknown": 1, "abstain": 1}),
        (("?-?",), {"votes": {}, "unknown": 2, "abstain": 1}),
        (("2 2 3",), {"votes": {"2": 2, "3": 1}, "unknown": 0, "abstain": 0}),
        (
            ("-22", "--agree", "2", "--reason", "-3"),
            {"votes": {"2": 2}, "unknown": 0, "abstain": 1},
        ),
        (
            ("--agree", "2", "--dissent", "-1-", "-22"),
            {"votes": {"2": 2}, "unknown": 0, "abstain": 1},
        ),
    ],
)
def test_votes_that_look_like_an_option(
    words: tuple[str, ...], counted: object, peil: Peil, bakery: str
) -> None:
    """An abstention may come first, and a reason may begin with a dash."""
    ran = peil("vote", bakery, QUESTION, *words, "--json") if words[0] != "--" else None
    if ran is None:
        ran = peil("vote", "--json", bakery, QUESTION, *words)
    assert ran.code == 0, ran.err
    assert ran.json["rounds"] == [counted]
    agreed = ran.json["agreed"]
    if agreed:
        assert (agreed["reason"], agreed["dissent"]) in (("-3", None), (None, "-1-"))


def test_what_is_agreed_is_the_answer(peil: Peil, bakery: str) -> None:
    """A level, don't know, or not applicable with a reason; after the rounds there are."""
    assert peil("vote", bakery, QUESTION, "--agree", "2").code == 1
    peil("vote", bakery, QUESTION, "1144")
    said = peil("vote", bakery, QUESTION, "--agree", "3", "--reason", "half", "--dissent", "Bo: 1")
    assert "Agreed: 3: " in said.out
    assert "Reason: half\nSeen otherwise: Bo: 1" in said.out
    assert "Proposal" not in said.out
    answers = peil("export", bakery, "--format", "json").json["answers"]
    assert answers[FULL]["level"] == 3
    peil("vote", bakery, QUESTION, "--agree", "unknown", "--reason", "nobody knows")
    assert peil("export", bakery, "--format", "json").json["answers"][FULL]["state"] == "unknown"
    gone = peil("vote", bakery, QUESTION, "--agree", "na:an agency does this", "--json").json
    assert gone["agreed"] == {
        "state": "not-applicable", "level": None, "reason": "an agency does this",
        "dissent": None, "rounds": 1,
    }  # fmt: skip
    later = peil("vote", bakery, "capacity-hours", "112", "--agree", "1", "--language", "en")
    assert "Agreed: 1: " in later.out
    assert "Agreed before the last round: 1: " in peil("vote", bakery, "capacity-hours", "44").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("11244", "--agree", "2"), 1, "write down in one line why"),
        (("1122", "--agree", "9"), 1, "9"),
        (("1122", "--agree", "na"), 1, "reason"),
        (("1172",), 1, "7 is no vote on this question"),
        (("1" * 41,), 1, "from 1 to 40"),
        (("",), 1, "from 1 to 40"),
        (("22", "--agree", "two"), 2, "nothing to agree on"),
        (("22", "--reason", "x"), 2, "go with --agree"),
        (("22", "--dissent", "x"), 2, "go with --agree"),
        (("22", "--agree", "na:x", "--reason", "y"), 2, "carries its own reason"),
        (("22", "33"), 2, "unexpected"),
        (("--bogus",), 2, "No such option"),
        ((), 1, "Nobody has voted"),
    ],
)
def test_all_or_nothing(
    words: tuple[str, ...], code: int, said: str, peil: Peil, bakery: str, tmp_path: Path
) -> None:
    """What cannot be taken whole leaves the file as it was, and one sentence says why."""
    file = tmp_path / "data" / "assessments" / f"{bakery}.json"
    before = file.read_bytes()
    ran = peil("vote", bakery, QUESTION, *words)
    assert ran.code == code
    assert said in ran.err
    assert ran.out == ""
    assert file.read_bytes() == before


def test_so_few_voters_are_not_anonymous(peil: Peil, bakery: str) -> None:
    """Peil says so beside the result, where no script trips over it."""
    two = peil("vote", bakery, QUESTION, "23", "--json")
    assert "cannot be anonymous" in two.err
    assert json.loads(two.out)["rounds"]
    assert peil("vote", bakery, QUESTION, "23?").err == ""


def test_not_while_the_same_question_is_voted_on(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """A ballot that waits on the disk keeps its question; other questions are free."""
    sitting = Sitting.open(Workspace(tmp_path / "data"), bakery)
    sitting.set_meeting(voters=3)
    sitting.begin_ballot([FULL], "keyboard")
    sitting.give("1")
    sitting.close()
    refused = peil("vote", bakery, QUESTION, "223")
    assert refused.code == 1
    assert "running on the screen" in refused.err
    assert peil("vote", bakery, "capacity-hours", "223").code == 0
    again = Sitting.open(Workspace(tmp_path / "data"), bakery)
    assert again.ballot is not None
    assert again.ballot.word == "1"
    again.close()


def test_looking_writes_nothing(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """Without votes and without agreement it reads, also while another window has it open."""
    peil("vote", bakery, QUESTION, "223")
    sitting = Sitting.open(Workspace(tmp_path / "data"), bakery)
    assert "Proposal: 2." in peil("vote", bakery, QUESTION).out
    assert peil("vote", bakery, QUESTION, "222").code == 4
    sitting.close()
