"""What a team voted, in words: beside the question on the screen and line by line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.report.beside import beside
from peil.report.vote_words import counts_words, others_words, reach_words, team_words, votes_word
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from peil.text.languages import words
from tests.assessment.test_votes import votes

SAY = words("en")


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """Return an assessment of a team."""
    workspace = Workspace(tmp_path)
    wishes = Wishes("Bakery", people="team")
    sitting = begin(workspace, Catalog([shipped_folder()], workspace.cache), wishes, language="en")
    yield sitting
    sitting.close()


def test_votes_are_told_from_the_lowest_to_the_highest() -> None:
    """Don't-knows and abstentions after them."""
    assert counts_words(votes("4122?--"), SAY) == (
        "1 × level 1, 2 × level 2, 1 × level 4, 1 doesn't know, 2 abstained"
    )
    assert reach_words(votes("122"), SAY) == "from 1 to 2"
    assert reach_words(votes("?"), SAY) == ""
    assert votes_word(votes("1"), SAY) == "1 vote"
    assert others_words(votes("1"), SAY) == []
    assert others_words(votes("1?"), SAY) == ["1 doesn't know"]


def test_beside_the_question_stands_what_was_agreed_and_why(sitting: Sitting) -> None:
    """Nothing before a vote; after another round what was agreed before it."""
    question = sitting.to_vote_on[0]
    assert team_words(sitting, question, SAY) == ""
    sitting.tally(question, "1244")
    assert team_words(sitting, question, SAY) == "4 votes, far apart; nothing is agreed yet"
    sitting.agree(question, 2, "half done")
    told = "4 votes, far apart; agreed: level 2, because: half done"
    assert [each.text for each in beside(sitting, question, SAY) if each.kind == "team"] == [told]
    sitting.tally(question, "2222")
    assert team_words(sitting, question, SAY) == (
        "4 votes, agreed; before that you agreed on: level 2"
    )
    sitting.agree(question, "unknown")
    assert team_words(sitting, question, SAY) == "4 votes, agreed; agreed: don't know"
    sitting.tally(question, "??")
    assert team_words(sitting, question, SAY).startswith("2 votes, no level chosen;")
