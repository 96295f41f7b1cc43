"""Problems: safe to print, short, in the order of the lines, and bounded in their search."""

from peil.questionnaire.problems import SUGGESTIONS, Problems, closest
from peil.text.languages import words


def test_foreign_values_are_made_safe_and_short() -> None:
    """What a message repeats of a file drives no terminal and does not fill the screen."""
    problems = Problems("\x1b]0;title\x07name.md")
    problems.add("setting-unknown", 3, name="\x1b[31mred\n" + "x" * 5_000)
    (problem,) = problems.found
    printed = problem.printed(words("en"))
    assert printed.startswith("name.md:3: error: There is no setting `red x")
    assert len(printed) < 300


def test_problems_stand_in_the_order_of_the_lines_each_once() -> None:
    """What is found twice is said once."""
    problems = Problems("x")
    for line in (9, 2, 9):
        problems.add("rule-line", line)
    problems.add("table", 5)
    assert [(problem.line, problem.code) for problem in problems.found] == [
        (2, "rule-line"),
        (5, "table"),
        (9, "rule-line"),
    ]
    assert problems.any_errors


def test_warnings_are_no_errors() -> None:
    """A file with warnings only can be used."""
    problems = Problems("x")
    problems.add("table", 1)
    assert not problems.any_errors


def test_suggestions_end_after_a_while() -> None:
    """A file full of unknown names is not searched for each of them."""
    problems = Problems("x")
    for line in range(1, SUGGESTIONS + 10):
        problems.add_unknown("setting-unknown", line, "waight", ("weight",))
    suggested = [problem for problem in problems.found if "suggestion" in problem.values]
    assert len(suggested) == SUGGESTIONS


def test_the_closest_name_is_found_whatever_its_case() -> None:
    """Capitals are no reason not to recognise a name; something quite different is none."""
    assert closest("WEIGHT", ("core", "weight")) == "weight"
    assert closest("zzzz", ("core", "weight")) == ""
