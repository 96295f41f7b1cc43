"""`peil questionnaire update`, and what an export holds afterwards."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from peil.cli.invocation import Invocation
from peil.report.former import former_lines
from peil.sitting.view import View
from peil.store.workspace import Workspace
from peil.text.languages import words
from tests.cli.conftest import Peil
from tests.sitting.bread import DUTCH, ENGLISH, edited, put

CHANGES = {
    "### Does it crack? `cracks`\n\n-": "### Does it sing? `sings`\n\n- was: cracks\n-",
    "cracks >=": "sings >=",
    "It cracks now and then.": "It sings now and then.",
    "### Who listens? `listens`": "### Who hears it? `hears`",
}
"""One question moves and has another level; one is gone and one is new."""

LOOK = "level 2 reads otherwise; your answer is kept, look at it again"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the folder of the user's own questionnaires with one in it."""
    return put(tmp_path / "data" / "questionnaires", bread_en=ENGLISH)


@pytest.fixture
def baker(peil: Peil, own: Path) -> str:
    """Make an assessment of that questionnaire, answer it, and put a newer version there."""
    peil("new", "Baker", "--questionnaire", "bread")
    peil("answer", "baker", "cracks=1")
    peil("answer", "baker", "listens=2", "--note", "on Sundays")
    put(own, bread_en=edited(ENGLISH, CHANGES))
    return "baker"


def test_it_only_shows_where_nobody_can_be_asked(peil: Peil, baker: str) -> None:
    """Without a terminal each change is named, nothing is done, and it says how to do it."""
    ran = peil("questionnaire", "update", baker)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Bread: version 2 is there, you answer version 1",
        "1 new question:",
        "  Who hears it?",
        "1 question is no longer asked:",
        "  Who listens? – your answer moves to no longer asked",
        "1 question takes the place of an earlier one:",
        f"  Does it sing? – before: Does it crack?; {LOOK}",
        "Nothing was changed. To take it over: peil questionnaire update baker bread --yes",
    ]
    assert peil("list", "--json").json[0]["questionnaires"] == [{"id": "bread", "version": 1}]


def test_yes_takes_it_over(peil: Peil, baker: str) -> None:
    """The newer version is in the assessment, and what went is in the export."""
    ran = peil("questionnaire", "update", baker, "bread", "--yes")
    assert ran.code == 0
    assert "baker now answers version 2 of bread." in ran.out
    assert "no newer version" in peil("questionnaire", "update", baker).out
    found = peil("export", baker, "--format", "json").json
    assert found["answers"]["bread/sings"]["formerly"] == "It is silent."
    assert list(found["former"]) == ["bread/listens@1"]
    former = found["former"]["bread/listens@1"]
    assert list(former)[:4] == ["question", "version", "text", "level_text"]
    assert (former["text"], former["level_text"]) == ("Who listens?", "The baker listens.")
    assert (former["level"], former["note"]) == (2, "on Sundays")
    assert (peil("score", baker).code, peil("plan", baker).code) == (0, 0)


@pytest.mark.parametrize(("reply", "version"), [("yes", 2), ("ja", 2), ("no", 1), ("", 1)])
def test_it_asks_and_takes_anything_but_yes_for_no(
    peil: Peil, baker: str, monkeypatch: pytest.MonkeyPatch, reply: str, version: int
) -> None:
    """In a terminal the question comes after the changes; Enter alone is no."""

    def prompt(_question: str, default: str) -> str:
        return reply or default

    monkeypatch.setattr(Invocation, "may_ask", property(lambda _: True))
    monkeypatch.setattr(click, "prompt", prompt)
    ran = peil("questionnaire", "update", baker)
    assert ran.code == 0
    assert ("Nothing was changed." in ran.out) is (version == 1)
    assert peil("list", "--json").json[0]["questionnaires"][0]["version"] == version


def test_json_has_stable_keys(peil: Peil, baker: str) -> None:
    """A script sees the differences, and whether they were taken over; it is never asked."""
    shown = peil("questionnaire", "update", baker, "--json").json
    assert list(shown) == ["assessment", "updated", "updates"]
    assert (shown["assessment"], shown["updated"]) == ("baker", False)
    (update,) = shown["updates"]
    assert list(update) == [
        "questionnaire", "title", "from", "to", "new", "gone", "moved", "levels", "wording",
        "new_topics", "gone_topics", "core", "target", "gate", "scale", "steps", "counting",
        "updated",
    ]  # fmt: skip
    assert update["moved"] == [
        {
            "question": "bread/sings",
            "was": "bread/cracks",
            "text": "Does it sing?",
            "before": "Does it crack?",
            "levels": [
                {
                    "level": 2,
                    "before": "It cracks now and then.",
                    "after": "It sings now and then.",
                }
            ],
            "answered": True,
            "answer": "look-again",
        }
    ]
    done = peil("questionnaire", "update", baker, "--yes", "--json").json
    assert (done["updated"], done["updates"][0]["updated"]) == (True, True)
    again = peil("questionnaire", "update", baker, "--yes", "--json").json
    assert again == {"assessment": "baker", "updated": False, "updates": []}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nobody"], "nobody"),
        (["baker", "nothing"], "There is no questionnaire nothing"),
        (["baker", "iceberg"], "Baker does not answer the questionnaire iceberg"),
    ],
)
def test_what_is_not_there_is_refused(
    peil: Peil, baker: str, arguments: list[str], says: str
) -> None:
    """An unknown assessment or questionnaire gets one sentence."""
    del baker
    ran = peil("questionnaire", "update", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err


def test_a_newer_version_with_errors_says_so_when_named(peil: Peil, baker: str, own: Path) -> None:
    """It is not offered by itself; asked for by name, the sentence says what to do."""
    put(own, bread_en=edited(ENGLISH, {"`listens`": ""}))
    assert "no newer version" in peil("questionnaire", "update", baker).out
    ran = peil("questionnaire", "update", baker, "bread")
    assert ran.code == 3
    assert "peil questionnaire check" in ran.err


def test_a_file_can_be_named(peil: Peil, baker: str, own: Path, tmp_path: Path) -> None:
    """A questionnaire that was made from a file is updated from a file."""
    (own / "bread.en.md").unlink()
    desk = put(tmp_path / "desk", bread_en=edited(ENGLISH, {"silent": "quiet"}, version=3))
    assert peil("questionnaire", "update", baker).out.startswith("There is no newer version")
    file = str(desk / "bread.en.md")
    assert f"update baker {file} --yes" in peil("questionnaire", "update", baker, file).out
    assert peil("questionnaire", "update", baker, file, "--yes").code == 0
    assert peil("list", "--json").json[0]["questionnaires"][0]["version"] == 3


SPOKEN: dict[str, Callable[[], dict[str, str]]] = {
    "The levels are numbered 0 to 2 now, no longer 1 to 3.": lambda: {
        "scale: 1 to 3": "scale: 0 to 2\ntarget: 1",
        "cracks >= 2": "cracks >= 1",
    },
    "The level to reach is 3; it was 2.": lambda: {"scale: 1 to 3": "scale: 1 to 3\ntarget: 3"},
    "Its topics are foundations now": lambda: {"scale:": "gate: yes\nscale:"},
    "New topic: Crumb.": lambda: {"## Crust `crust`": "## Crumb `crumb`"},
    "No longer a topic: Crust.": lambda: {"## Crust `crust`": "## Crumb `crumb`"},
    "The core question of Crust is now: Who listens?": lambda: {
        "- core: yes\n\n": "",
        "`listens`\n": "`listens`\n\n- core: yes\n",
    },
    "Steps of the plan change.": lambda: {"Bake it hotter.": "Bake it longer."},
    "Some questions weigh otherwise": lambda: {"- core: yes": "- core: yes\n- weight: 2"},
    "No question and no level changes": lambda: {"title:": "credit: a baker\ntitle:"},
    "  Who ever listens? – before: Who listens?; your answer is kept": lambda: {
        "Who listens?": "Who ever listens?"
    },
}


@pytest.mark.parametrize("sentence", SPOKEN)
def test_every_kind_of_change_has_a_sentence(
    peil: Peil, baker: str, own: Path, sentence: str
) -> None:
    """What changes about the whole questionnaire is told in plain words."""
    put(own, bread_en=edited(ENGLISH, SPOKEN[sentence]()))
    assert sentence in peil("questionnaire", "update", baker).out


def test_what_is_no_longer_asked_is_told_in_full(
    peil: Peil, baker: str, own: Path, tmp_path: Path
) -> None:
    """Each former answer shows its question, its level in words, its note and its evidence."""
    put(own, bread_nl=DUTCH)
    peil("answer", baker, "cracks=na:no oven", "--evidence", "the kitchen")
    crumb = ENGLISH.replace("`cracks`", "`light`").replace("`listens`", "`even`")
    put(own, bread_en=edited(crumb, {"cracks >=": "light >="}))
    (own / "bread.nl.md").unlink()
    peil("questionnaire", "update", baker, "--yes")
    view = View.look(Workspace(tmp_path / "data"), baker)
    assert former_lines(view, words("en")) == (
        "Does it crack? (Bread, version 1)",
        "  not applicable: no oven",
        "  evidence: the kitchen",
        "Who listens? (Bread, version 1)",
        "  2: The baker listens.",
        "  note: on Sundays",
    )
