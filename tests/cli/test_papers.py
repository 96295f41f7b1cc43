"""`peil runsheet` and `peil minutes`: to stdout or a file, as Markdown or as a page."""

from pathlib import Path

import pytest

from peil.sitting import Sitting
from peil.store.workspace import Workspace
from tests.cli.conftest import Peil

PAPERS = ("runsheet", "minutes")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_goes_to_stdout_or_into_a_file(
    paper: str, peil: Peil, bakery: str, tmp_path: Path
) -> None:
    """The same text; never over a file that is there, unless it is asked for."""
    told = peil(paper, bakery)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("# ")
    written = peil(paper, bakery, "-o", "paper.md")
    assert written.out == f"Written to {tmp_path / 'paper.md'}\n"
    assert (tmp_path / "paper.md").read_text() == told.out
    (tmp_path / "paper.md").write_text("mine")
    assert peil(paper, bakery, "-o", "paper.md").code == 1
    assert (tmp_path / "paper.md").read_text() == "mine"
    assert peil(paper, bakery, "-o", "paper.md", "--force").code == 0
    assert (tmp_path / "paper.md").read_text() == told.out


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_is_whole_and_loads_nothing(paper: str, peil: Peil, bakery: str) -> None:
    """HTML in the language of the call, without a script and without an address."""
    page = peil(paper, bakery, "--format", "html", "--language", "nl").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert page.endswith("</html>\n")
    for never in ("<script", "http://", "https://", "src=", "href="):
        assert never not in page


def test_a_run_sheet_is_for_as_many_as_said(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """The meeting's own numbers, those of the call before them, or the usual ones."""
    slip = "| 18 | Tools |"
    assert peil("runsheet", bakery).out.count(slip) == 6
    asked = peil("runsheet", bakery, "--voters", "3", "--minutes", "45").out
    assert asked.count(slip) == 3
    assert "3 voters, 18 questions, 45 minutes" in asked
    assert "| 0:42 | 0:45 |" in asked
    sitting = Sitting.open(Workspace(tmp_path / "data"), bakery)
    sitting.set_meeting(voters=4, minutes=30, topics=sitting.items.topics[:5])
    sitting.must_be_saved()
    told = peil("runsheet", bakery).out  # it reads, also while a window has it open
    sitting.close()
    assert "4 voters, 5 questions, 30 minutes" in told
    assert told.count("| 5 | Content planning |") == 4
    assert peil("runsheet", bakery, "--voters", "0").code == 1
    assert peil("runsheet", bakery, "--minutes", "481").code == 1
    assert peil("runsheet", bakery, "--voters", "five").code == 2


def test_the_minutes_hold_what_was_agreed(peil: Peil, bakery: str) -> None:
    """What `peil vote` took stands there, the first round first."""
    peil("vote", bakery, "objectives-written", "1144")
    peil(
        *("vote", bakery, "objectives-written", "1224", "--agree", "2"),
        *("--reason", "half of it", "--dissent", "Bo: 1"),
    )
    told = peil("minutes", bakery).out
    places = [
        told.index(part)
        for part in (
            "## Objectives",
            "**first round:** 2 × level 1, 2 × level 4; far apart",
            "**round 2:** 1 × level 1, 2 × level 2, 1 × level 4; far apart",
            "**agreed level:** 2: There is a goal",
            "**reason:** half of it",
            "**seen otherwise:** Bo: 1",
        )
    ]
    assert places == sorted(places)
