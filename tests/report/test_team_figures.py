"""What a team voted, in the figures that others read: JSON, scores, plan, list and table."""

from typing import TYPE_CHECKING, cast

from peil.assessment.team import Agreement
from peil.report.actions import action_list
from peil.report.csv_table import csv_table
from peil.report.plan_json import plan_document
from peil.report.plan_text import plan_text
from peil.report.readback import text_read_back
from peil.report.score_json import score_document
from peil.report.score_text import score_text
from peil.report.whole_json import export_document
from peil.sitting import Sitting
from peil.text.days import today
from tests.builders import worked_example
from tests.report.test_action_list import Nowhere
from tests.tui.sheets import sitting_over
from tests.votes import vote, voted

if TYPE_CHECKING:
    from peil.store.openfile import OpenFile

NULLS = {"spread": None, "consensus": None, "contested": False}


def team() -> Sitting:
    """Return the worked example of the scoring rules, with votes of a team."""
    over, answers = worked_example()
    agreed = Agreement("rated", 1, "half of it is on paper", "Bo: it is a 0")
    votes = voted(
        answers,
        a1=vote("0033", "0112", agreed=agreed),
        a2=vote("?"),
        b1=vote("3333", "33"),
        b2=vote("23"),
    )
    sitting = sitting_over(over, votes)
    sitting.file = cast("OpenFile", Nowhere())  # so that codes and exports are kept
    return sitting


def test_the_score_says_what_was_voted() -> None:
    """A question has the figures of its latest round, a topic those of the first ones."""
    topics = score_document(team())["questionnaires"][0]["topics"]  # type: ignore[index] # JSON
    assert [topic["consensus"] for topic in topics] == [0.0, 0.868483, None]
    first, second, third = (topic["questions"] for topic in topics)
    assert first[0] == {
        "id": "q/a1", "state": "rated", "level": 1,
        "spread": 2, "consensus": 0.707519, "contested": True,
    }  # fmt: skip
    assert {name: first[1][name] for name in NULLS} == NULLS
    assert (second[0]["spread"], second[0]["consensus"], second[0]["contested"]) == (0, 1.0, False)
    assert (second[1]["spread"], second[1]["consensus"]) == (1, 0.736966)
    assert {name: third[0][name] for name in NULLS} == NULLS


def test_votes_change_no_score() -> None:
    """Scores come from what was agreed; the result is stamped alike with votes and without."""
    over, answers = worked_example()
    alone, together = score_document(sitting_over(over, answers)), score_document(team())
    assert alone["stamp"] == together["stamp"]
    assert alone["readiness"] == together["readiness"]


def test_everything_is_exported() -> None:
    """Each round as it was, and what was agreed, with its reason and who saw it otherwise."""
    document = export_document(team())
    rounds = document["rounds"]
    assert isinstance(rounds, dict)
    assert rounds["q/a1"] == [
        {"votes": {"0": 2, "3": 2}, "unknown": 0, "abstain": 0},
        {"votes": {"0": 1, "1": 2, "2": 1}, "unknown": 0, "abstain": 0},
    ]
    assert document["agreed"] == {
        "q/a1": {"reason": "half of it is on paper", "dissent": "Bo: it is a 0"}
    }


def test_the_plan_says_what_rests_on_a_contested_answer() -> None:
    """In JSON, in the reason, in the text, in the list and in the table: for that one only."""
    sitting = team()
    actions = plan_document(sitting)["actions"]
    assert isinstance(actions, list)
    told = "It rests on an answer on which your votes lay far apart."
    assert {each["question"] for each in actions if each["contested"]} == {"q/a1"}
    assert all((told in each["reason"]) == each["contested"] for each in actions)
    contested = sum(each["contested"] for each in actions)
    assert plan_text(sitting).count("(rests on a contested answer)") == contested
    assert csv_table(sitting).count(told) == contested
    assert "it rests on an answer on which your votes lay far apart" in _listed(sitting)


def test_the_score_text_names_what_to_talk_about() -> None:
    """The topics, the least of one mind first, and each question that is contested."""
    text = score_text(team())
    assert text.index("consensus 0 ") < text.index("consensus 0.87")
    assert "  A  consensus 0     1 contested\n  B  consensus 0.87\n" in text
    assert (
        "Contested, because the votes lie far apart:\n  q/a1  Where does a1 stand? (from 0 to 2)"
        in text
    )
    over, answers = worked_example()
    assert "mind" not in score_text(sitting_over(over, answers))


def test_a_list_with_contested_answers_reads_back_unchanged() -> None:
    """What it says of votes is told, and nobody fills it in."""
    sitting = team()
    text = _listed(sitting)
    read = text_read_back(sitting, text, today())
    assert not read.changes.edits
    assert not read.changes.remarks


def _listed(sitting: Sitting) -> str:
    return action_list(sitting, everything=True).text
