"""Minutes, run-sheet and promises: to the letter, and as text whatever was written in them."""

import os
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from msgspec.structs import replace

from peil.assessment.hour import hour_plan, is_too_short
from peil.assessment.team import Agreement, Meeting, Parked
from peil.errors import PeilError
from peil.report.commitments import commitments_page
from peil.report.escape import escaped_cell
from peil.report.minutes import minutes
from peil.report.printed import STYLE, printed_page
from peil.report.run_sheet import facilitator_sheet, run_sheet
from peil.sitting import Sitting
from peil.text.clean import first_forbidden
from peil.text.languages import words
from tests import builders, hostile
from tests.promises import Tally
from tests.questionnaire.fixtures import Case, cases
from tests.report import papers
from tests.report.test_action_list import READER, TEXTS, line, shown, untouched
from tests.votes import vote


def _run_sheet(sitting: Sitting) -> str:
    meeting = sitting.assessment.meeting
    return run_sheet(sitting, meeting.voters, meeting.minutes)


def _promises(sitting: Sitting) -> str:
    return commitments_page(sitting, words("en"))


MADE: dict[str, Callable[[Sitting], str]] = {
    "minutes.md": minutes,
    "run-sheet.md": _run_sheet,
    "promises.md": _promises,
}
"""What each file of fixtures is about."""
CASES = [(file, case) for file in MADE for case in cases(str(papers.FOLDER / file))]


@pytest.mark.parametrize(("file", "case"), CASES, ids=[case.title for _, case in CASES])
def test_a_paper_says_this(file: str, case: Case) -> None:
    """To the letter; `PEIL_KEEP_PAPERS=1` writes what is said now, to be looked at."""
    said = MADE[file](papers.session(case.text))
    if "PEIL_KEEP_PAPERS" in os.environ:
        _keep(file, case, said)
    assert said == case.expected


def _keep(file: str, case: Case, said: str) -> None:
    path = papers.FOLDER / file
    kept = [
        each._replace(expected=said) if each.title == case.title else each
        for each in cases(str(path))
    ]
    blocks = [f"{each.title}\n.\n{each.text}.\n{each.expected}.\n" for each in kept]
    path.write_text("\n".join(blocks), encoding="utf-8")


@given(minutes=st.integers(1, 480), questions=st.integers(1, 60))
def test_a_session_is_divided_without_a_gap(minutes: int, questions: int) -> None:
    """Its parts follow each other from the first minute, and never past the last."""
    parts = hour_plan(minutes, questions, 5)
    ends = [0, *(part.end for part in parts)]
    assert [part.begin for part in parts] == ends[:-1]
    assert ends == sorted(set(ends))
    assert ends[-1] <= minutes
    assert ends[-1] == minutes or minutes < 3 + questions


def test_an_hour_is_divided_as_drawn() -> None:
    """The vote as the team session tells it, half an hour of talk, ten for plan, four to end."""
    parts = hour_plan(60, 18, 5)
    assert [(part.name, part.end - part.begin) for part in parts] == [
        ("opening", 2), ("vote", 14), ("talks", 30),
        ("plan", 5), ("commitments", 5), ("closing", 4),
    ]  # fmt: skip
    assert not is_too_short(parts)
    assert is_too_short(hour_plan(20, 18, 5))


def test_nothing_to_vote_on() -> None:
    """Without a question there is no run-sheet, and one sentence says what to do."""
    sitting = papers.session("answer a1: 1")
    sitting.assessment = replace(sitting.assessment, meeting=Meeting(topics=("q/c",)))
    assert sitting.to_vote_on == ()
    for write in (run_sheet, facilitator_sheet):
        with pytest.raises(PeilError, match="Choose the topics"):
            write(sitting, 2, 60)


def team_over(texts: list[str], language: str) -> Sitting:
    """Return a sitting in which a team met, every text of which is one of `texts`."""
    sitting = untouched(texts, language)
    safe = [line(text) for text in texts]
    agreed = Agreement("rated", 1, safe[0], safe[1])
    records = sitting.assessment.actions
    sitting.assessment = replace(
        sitting.assessment,
        votes={
            "q/a1": vote("1133", "1123?-", agreed=agreed),
            "q/a2": vote("22", agreed=replace(agreed, state="not-applicable", level=None)),
            "q/gone": vote("12"),
        },
        meeting=Meeting(4, (safe[2], safe[3]), used=900, fist={"4": 2, "0": 1}),
        parked=(
            Parked(safe[4], "q/a1", builders.TIME),
            Parked(safe[5], "", builders.TIME),
            Parked("", "q/a2", builders.TIME),
        ),
        actions={
            code: replace(record, owner=safe[6], due="2026-12-01")
            for code, record in records.items()
        },
    )
    return sitting


def papers_of(sitting: Sitting) -> list[str]:
    """Return everything that is printed for a team."""
    say = words(sitting.language)
    return [minutes(sitting), run_sheet(sitting, 3, 60), commitments_page(sitting, say)]


def shape(tokens: list[Token]) -> list[str]:
    """Return the blocks of a text, and what is marked inside them, but no words."""
    return [
        child.type
        for token in tokens
        for child in (token, *(token.children or ()))
        if child.type != "text"
    ]


class Tags(HTMLParser):
    """Gathers the tags, attributes and words of a page."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag with its attributes."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        """Take in words."""
        self.words.append(data)


HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li"),
    *("strong", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr"),
}


def check(texts: list[str], language: str) -> None:
    """Assert that every paper has the shape that it has with plain words, and their text."""
    sitting = team_over(texts, language)
    plain = papers_of(team_over(["word"] * len(texts), language))
    for paper, expected in zip(papers_of(sitting), plain, strict=True):
        tokens = READER.parse(paper)
        assert shape(tokens) == shape(READER.parse(expected))
        assert first_forbidden(paper) is None
        page = printed_page(sitting.assessment.title, paper, language)
        read = Tags()
        read.feed(page)
        read.close()
        assert read.tags <= HARMLESS
        assert read.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class"}
        assert first_forbidden(page) is None
    seen = "\n".join(
        shown(token) for token in READER.parse(minutes(sitting)) if token.type == "inline"
    )
    for text in map(line, texts[:7]):
        assert text in seen


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=8, max_size=8), language=st.sampled_from(("nl", "en")))
def test_any_text_stays_text(texts: list[str], language: str) -> None:
    """Whatever a team writes, the papers hold the same blocks, and nothing in them acts."""
    check(texts, language)


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_hostile_text_stays_text(name: str, tally: Tally) -> None:
    """Each hostile string in every place of every paper."""
    check([hostile.ALL[name][:1_500]] * 8, "en")
    tally("hostile strings", 8)


@given(texts=st.lists(TEXTS.map(line), min_size=2, max_size=4))
def test_any_text_fits_into_a_cell(texts: list[str]) -> None:
    """Bars and backslashes divide no cell, and come out as they are."""
    row = "| " + " | ".join(map(escaped_cell, texts)) + " |"
    tokens = READER.parse(f"{row}\n" + "| --- " * len(texts) + "|\n")
    assert [shown(token) for token in tokens if token.type == "inline"] == texts


def test_a_page_breaks_where_it_should() -> None:
    """Parts begin a page, a rule is a line to cut along, and cards are large."""
    sitting = papers.session("meeting: voters=2 minutes=60")
    page = printed_page("Sheet", run_sheet(sitting, 2, 60), "nl")
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert page.count("<h1>") == 4
    assert page.count("<hr />") == 1
    assert page.count('<table class="cards">') == 1
    assert "h1:not(:first-of-type) { break-before: page;" in STYLE
    assert "default-src &#x27;none&#x27;" in page
    assert " style=" not in page
