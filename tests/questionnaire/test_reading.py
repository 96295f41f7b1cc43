"""Reading: everything that a file may say, and anything that somebody may write."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.questionnaire.model import Condition, HelpParagraph, Need, Questionnaire
from peil.questionnaire.reading import read, read_file
from peil.text.clean import clean, first_forbidden
from peil.text.languages import words
from tests.promises import Tally
from tests.questionnaire.attacks import attacks

SAMPLE = Path(__file__).parent / "fixtures" / "sample.en.md"

ATTACKS = list(attacks(lines=4_000, questions=100))
PIECES = [
    *("---", "title: Bread", "id: bread", "version: 1", "language: en", "scale: 0 to 2", "# Bread"),
    *("## Crust `crust`", "### Cracks? `cracks`", "### Brown?", "- core: yes", "- needs: cracks"),
    *("- ask if: cracks >= 1, people = team", ">= 2", "> **Why:** sound.", "1. a", "2. b", "0. c"),
    *("   - to get here: bake", "     - effort: 2h", "  - role: me", "   - needs: crust >= 2", ""),
    *("* * *", "```", "    code", "| a | b |", "|---|---|", "<b>", "![a](b)", "&#8238;", "\u202e"),
]


def sample() -> Questionnaire:
    """Return the sample, which must be readable."""
    questionnaire = read_file(SAMPLE).questionnaire
    assert questionnaire is not None
    return questionnaire


def test_front_matter_becomes_the_questionnaire() -> None:
    """Every name of the front matter arrives."""
    read_sample = sample()
    assert (read_sample.id, read_sample.title) == ("iceberg", "The social media iceberg")
    assert (read_sample.version, read_sample.language, read_sample.original) == (1, "en", True)
    assert (read_sample.first_level, read_sample.last_level, read_sample.target) == (1, 4, 3)
    assert read_sample.gate
    assert read_sample.level_names == ("Not yet", "Begun", "In place", "Alive")
    assert read_sample.level_meanings[3] == "it is kept up, and used"
    assert read_sample.credit == "after an article by Jeanet Bathoorn"
    assert read_sample.introduction.startswith("What carries your social media")


def test_settings_and_texts_become_topics_and_questions() -> None:
    """Settings, introduction, help and ids arrive, inline marks taken away."""
    objectives, needs = sample().topics
    assert (objectives.id, objectives.title) == ("objectives", "Objectives")
    assert objectives.goals == ("sales", "visibility")
    assert objectives.introduction == "Without a goal nobody can tell whether it works."
    (written,) = objectives.questions
    assert written.core
    assert written.source == ("003-1a", "003-1b")
    assert written.evidence == "the goal itself, with its number and date"
    assert written.help == (
        HelpParagraph(
            "Why", '"more turnover" is a wish. A goal has a number, a date and a reason.'
        ),
    )
    (listed,) = needs.questions
    assert listed.weight == 2
    assert listed.ask_if == (
        Condition("people", "=", "team"),
        Condition("objectives-written", "<=", "3"),
    )
    assert listed.see == "iceberg/objectives-written"
    assert listed.was == ("needs-listed",)
    assert listed.introduction == "Ask everybody, the network (https://example.org/network) too."
    assert listed.help == (HelpParagraph("", "One list & one owner."),)


def test_levels_carry_actions_and_needs() -> None:
    """Levels are numbered by their place; efforts are minutes, two hours where none is written."""
    objectives, needs = sample().topics
    levels = objectives.questions[0].levels
    assert [level.number for level in levels] == [1, 2, 3, 4]
    assert levels[0].action is None
    action = levels[1].action
    assert action is not None
    assert (action.minutes, action.role) == (60, "owner")
    assert action.done_when == "the sentence hangs where everyone who posts can see it"
    assert len(action.how) == 2
    assert levels[2].needs == (Need("iceberg/business-needs-listed", 2),)
    actions = [level.action for level in needs.questions[0].levels if level.action]
    assert [action.minutes for action in actions] == [480, 120, 120]


@pytest.mark.parametrize(
    ("scale", "target", "wanted"),
    [("0 to 3", "", (0, 3, 2)), ("1 to 2", "", (1, 2, 2)), ("0 to 4", "target: 4", (0, 4, 4))],
)
def test_the_target_is_the_last_level_but_one(
    scale: str, target: str, wanted: tuple[int, int, int]
) -> None:
    """A target that is not written is the last level but one, and at least the second."""
    count = int(scale[-1]) - int(scale[0]) + 1
    levels = "".join(f"1. Level {number}.\n" for number in range(count))
    text = (
        f"---\ntitle: T\nid: t\nversion: 1\nlanguage: en\nscale: {scale}\n{target}\n---\n# T\n"
        f"## A `a`\n### B `b`\n- core: yes\n\n{levels}"
    )
    questionnaire = read(text, "t.en.md").questionnaire
    assert questionnaire is not None
    assert (questionnaire.first_level, questionnaire.last_level, questionnaire.target) == wanted


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_do_not_matter(ending: str) -> None:
    """Windows and old Macintosh line ends, and a byte-order mark, give the same questionnaire."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert read("\ufeff" + text.replace("\n", ending), "x").questionnaire == sample()


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Whatever is no questionnaire gets errors, each in a line that exists."""
    reading = read(text, "any")
    assert reading.questionnaire is None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= problem.line <= lines + 1 for problem in reading.problems)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_is_read_without_an_exception(pieces: list[str]) -> None:
    """Lines of a questionnaire in any order are read, said in both languages, and safe to print."""
    head = "---\ntitle: Bread\nid: bread\nversion: 1\nlanguage: en\n---\n\n# Bread\n\n"
    reading = read(head + "\n".join(pieces), "\x1b[31mname")
    for problem in reading.problems:
        for language in ("en", "nl"):
            printed = problem.printed(words(language))
            assert clean(printed) == printed
            assert "{" not in problem.message(words(language))
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert (reading.questionnaire is None) == bool(errors)


@given(st.text(max_size=300))
def test_what_is_read_is_safe_to_print(text: str) -> None:
    """A level that is accepted holds nothing that drives a terminal or turns the text round."""
    head = "---\ntitle: T\nid: t\nversion: 1\nlanguage: en\nscale: 1 to 2\n---\n# T\n## A `a`\n"
    reading = read(f"{head}### B `b`\n- core: yes\n\n1. x{text}\n2. y", "t.en.md")
    if reading.questionnaire is not None:
        levels = reading.questionnaire.topics[0].questions[0].levels
        assert all(first_forbidden(level.text) is None for level in levels)


@pytest.mark.parametrize(("name", "text"), ATTACKS, ids=[name for name, _ in ATTACKS])
def test_attacks_get_an_error(name: str, text: str, tally: Tally) -> None:
    """A text that is made to be slow, deep or endless is refused (the bench measures how soon)."""
    assert len(text.encode()) <= 1_000_000
    assert read(text, name).questionnaire is None
    tally("attack files", 1)


def test_a_folder_is_no_questionnaire(tmp_path: Path) -> None:
    """What cannot be read is a problem with its reason, not an exception."""
    (problem,) = read_file(tmp_path).problems
    assert problem.code == "no-file"
