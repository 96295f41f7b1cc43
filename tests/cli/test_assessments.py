"""`new`, `set`, `delete` and `list`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Peil


def test_new_prints_a_slug_and_the_next_one_when_taken(peil: Peil) -> None:
    """The id is made of the title, and a second of the same name gets a number."""
    assert peil("new", "Bakkerij Jansen & Zn.") == (0, "bakkerij-jansen-zn\n", "")
    assert peil("new", "Bakkerij Jansen & Zn.").out == "bakkerij-jansen-zn-2\n"


@pytest.mark.parametrize("title", ["list", "Score", "readback", "help"])
def test_a_command_name_is_no_id(peil: Peil, title: str) -> None:
    """An assessment called like a command stays reachable: its id gets a number."""
    assert peil("new", title).out == f"{title.lower()}-2\n"


def test_new_json_has_the_contract_s_keys_in_order(peil: Peil) -> None:
    """`new --json` and `list --json` print the same object."""
    made = peil("new", "Firm", "--json").json
    assert list(made) == [
        "id", "title", "created", "changed", "questionnaires", "answered", "asked", "readiness",
    ]  # fmt: skip
    assert made["questionnaires"] == [
        {"id": "iceberg", "version": 1},
        {"id": "community-maturity", "version": 1},
    ]
    assert (made["answered"], made["asked"]) == (0, 51)
    assert made["readiness"]["score"] is None
    assert peil("list", "--json").json == [made]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--hours", "0"], "above 0"),
        (["--hours", "80.5"], "at most 80"),
        (["--hours", "nan"], "above 0"),
        (
            ["--goal", "sales", "--goal", "service", "--goal", "relations", "--goal", "knowledge"],
            "At most 3 goals",
        ),
        (["--questionnaire", "icebreg"], "Did you mean iceberg?"),
        (["--questionnaire", "no/such.md"], "no/such.md"),
        (["--questionnaire", "iceberg", "--questionnaire", "iceberg"], "there already"),
    ],
)
def test_new_refuses_what_cannot_be_and_makes_nothing(
    peil: Peil, arguments: list[str], words: str
) -> None:
    """Each wish that cannot be met gets its sentence, and no assessment appears."""
    ran = peil("new", "Firm", *arguments)
    assert ran.code in (1, 3)
    assert words in ran.err
    assert ran.out == ""
    assert peil("list", "--json").json == []


def test_a_name_of_escape_codes_is_no_name(peil: Peil) -> None:
    """Nothing that drives a terminal comes into a title or out of a command."""
    assert peil("new", "\x1b[31m").code == 1
    peil("new", "Evil\x1b]0;title\x07 \u202efirm")
    assert "Evil firm" in peil("list").out


def test_set_changes_all_or_nothing(peil: Peil, bakery: str) -> None:
    """One impossible setting leaves the others undone too."""
    before = peil("export", bakery, "--format", "json").json["assessment"]
    ran = peil("set", bakery, "--hours", "5", "--target", "strategy=9")
    assert ran.code == 1
    assert "from 2 to 4" in ran.err
    assert peil("export", bakery, "--format", "json").json["assessment"] == before
    ran = peil(
        "set", bakery, "--hours", "5", "--goal", "sales", "--target", "strategy=4",
        "--importance", "culture=high", "--title", "Jansen",
    )  # fmt: skip
    assert ran.code == 0
    after = peil("export", bakery, "--format", "json").json["assessment"]
    assert after["profile"] == {
        "people": "team", "audience": "both", "hours": 5.0, "goals": ["sales"],
    }  # fmt: skip
    assert after["targets"] == {"community-maturity/strategy": 4}
    assert after["importances"] == {"community-maturity/culture": "high"}
    assert (after["id"], after["title"]) == (bakery, "Jansen")


def test_delete_asks_for_yes_and_can_be_taken_back(peil: Peil, bakery: str, tmp_path: Path) -> None:
    """Without a terminal nothing is deleted unasked; what is deleted is only moved."""
    assert peil("delete", bakery).code == 2
    assert peil("list", "--json").json
    ran = peil("delete", bakery, "--yes")
    assert ran.code == 0
    assert peil("list", "--json").json == []
    assert list((tmp_path / "data" / "deleted").rglob("*bakery-jansen*.json"))


def test_unknown_and_ambiguous_beginnings(peil: Peil) -> None:
    """An unknown id and a beginning of two ids are refused by name; a clear one is taken."""
    peil("new", "Bakery Jansen")
    peil("new", "Bakery Smit")
    assert "bakery-smit" in peil("score", "baker").err
    assert peil("score", "baker").code == 1
    assert peil("score", "nothing").code == 1
    assert peil("score", "bakery-s").code == 0
