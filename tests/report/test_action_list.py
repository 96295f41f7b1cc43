"""Whatever is written in a questionnaire or a title, the action list holds the same items."""

import json
import re
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from peil.assessment.actions import is_own, own_key
from peil.assessment.model import (
    ActionRecord,
    ActionStatus,
    Answer,
    Assessment,
    Period,
    Profile,
    Smart,
)
from peil.questionnaire.model import HelpParagraph, Level, LevelAction, Question, Questionnaire
from peil.report.actions import action_list
from peil.report.given import GOAL_NAMES
from peil.report.listed import NAMES
from peil.report.titles import action_title
from peil.report.whole_json import export_document
from peil.sitting import Sitting
from peil.store.writer import Saved
from peil.text.clean import clean, clean_line, clean_name, escaped_in_json, first_forbidden
from peil.text.languages import Words, words
from tests import builders, hostile
from tests.promises import Tally

if TYPE_CHECKING:
    from peil.store.openfile import OpenFile

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
"""A reader that takes everything for what it could mean."""
assert READER.linkify is not None
READER.linkify.set({"fuzzy_link": False})
HEADER = re.compile(
    r"<!-- peil 1; assessment bakery-jansen; language (nl|en); export 1; [-0-9T:]{16}Z -->\n?"
)
PIECES = (
    *("-->", "<!--", "<b>", "</li>", "```", "~~~", "---", "===", "# ", "- [ ] ", "* ", "1. ", "> "),
    *("**", "__", "~~", "[x](y)", "![", "](", "http://a.example", "www.a.example", "a@b.example"),
    *(
        "<http://a.example>",
        "&#27;",
        "&lt;",
        "\\",
        "`",
        "|",
        ":-",
        "A01",
        "|-|",
        "\u00a0",
        "\u3000",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "    ",
        "\x1b[31m",
        "\x9b",
        "\u202e",
        "{x}",
        "%s",
        "=1+1",
        "é",
        "世",
    ),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(max_size=30),
    st.sampled_from(list(hostile.ALL.values())).map(lambda text: text[:2_000]),
)


class Poisoned(NamedTuple):
    """A sitting in which every text is somebody else's."""

    sitting: Sitting
    list: str


def line(text: str) -> str:
    """Return a text as a questionnaire is read: one line, clean, and not empty."""
    return clean_line(text) or "x"


def _question(name: str, texts: list[str]) -> Question:
    title, level, role, done, how, label = map(line, texts[:6])
    plain = builders.question(name, scale=(1, 3), core=name.endswith("1"), text=title)
    levels = tuple(
        Level(each.number, level, each.action and LevelAction(label, 90, role, done, (how, title)))
        for each in plain.levels
    )
    paragraph = HelpParagraph(label, how)
    return msgspec.structs.replace(plain, levels=levels, help=(paragraph,), evidence=done)


def poisoned(texts: list[str], language: str = "en", *, everything: bool = True) -> Poisoned:
    """Return a sitting whose every text is one of `texts`, worked in as well, and its list."""
    bare = untouched(texts, language)
    keys = [action.key for action in bare.plan.actions]
    assessment = _worked_in(bare.assessment, keys, texts)
    sitting = _sitting(assessment, bare.questionnaires[0], language)
    sitting.file = cast("OpenFile", Nowhere())  # so that codes and exports are kept
    return Poisoned(sitting, action_list(sitting, everything=everything).text)


def untouched(texts: list[str], language: str = "en") -> Sitting:
    """Return a sitting with codes whose questionnaire, title and answers are `texts`."""
    first, second = _question("a1", texts), _question("a2", texts[::-1])
    topic = builders.topic("a", first, second, title=line(texts[6]))
    model: Questionnaire = msgspec.structs.replace(
        builders.questionnaire("q", topic, scale=(1, 3), target=3, gate=True), title=line(texts[7])
    )
    written = Answer(
        note=clean(texts[0]),
        evidence=clean_line(texts[1]),
        reason=clean_line(texts[2]),
        changed=builders.TIME,
    )
    given: dict[str, builders.Given] = {
        "q/a1": msgspec.structs.replace(written, state="rated", level=1),
        "q/a2": msgspec.structs.replace(written, state="unknown"),
    }
    assessment = msgspec.structs.replace(
        builders.assessment((model,), given), title=clean_name(texts[3]) or "x"
    )
    keys = [action.key for action in _sitting(assessment, model, language).plan.actions]
    records = [ActionRecord(f"A{number:02}", key) for number, key in enumerate(keys, 1)]
    coded = msgspec.structs.replace(assessment, actions={each.code: each for each in records})
    return _sitting(coded, model, language)


def _worked_in(assessment: Assessment, keys: list[str], texts: list[str]) -> Assessment:
    """Return an assessment in whose plan somebody worked: an action of each status, own ones too.

    Every text that an action, a goal or the period can have is one of `texts`.
    """
    smart = Smart(*map(clean_line, texts[:5]))
    statuses: list[ActionStatus] = ["doing", "open", "open", "done", "dropped", "open"]
    keys = [*keys[:3], *(own_key(f"A0{number}") for number in range(4, 7))]
    records = [
        ActionRecord(
            f"A0{number}",
            key,
            status,
            reason=line(texts[number]) if status == "dropped" else "",
            finished=builders.TIME if status == "done" else "",
            owner=clean_line(texts[number], 200),
            due="2026-12-01" if number % 2 else None,
            note=clean(texts[number - 1]),
            smart=smart if number % 2 else Smart(),
            title=line(texts[number]) if is_own(key) or number == 2 else "",
        )
        for number, (key, status) in enumerate(zip(keys, statuses, strict=True), 1)
    ]
    return msgspec.structs.replace(
        assessment,
        actions={each.code: each for each in records},
        profile=Profile(goals=("sales", "service")),
        goal_plans={"sales": smart},
        period=Period(clean_name(texts[7]) or "x", ("A01", "A04"), builders.TIME),
        last_code=6,
    )


class Nowhere:
    """Takes the place of an open file: a sitting with it can be changed, and nothing is saved."""

    status = Saved()

    def save(self, *_: object) -> None:
        """Save nothing."""

    def keep_before(self, why: str) -> None:
        """Keep nothing."""
        assert why == "readback"


def _sitting(assessment: Assessment, model: Questionnaire, language: str) -> Sitting:
    sitting = Sitting(assessment, language=language)
    sitting.__dict__["questionnaires"] = (model,)  # in place of reading the frozen Markdown
    return sitting


def shown(token: Token) -> str:
    """Return what a reader sees of a paragraph or heading."""
    return "".join(child.content for child in token.children or [])


def check(made: Poisoned) -> None:
    """Read the list as Markdown and compare what is seen with what was meant."""
    sitting, say = made.sitting, words(made.sitting.language)
    tokens = READER.parse(made.list)
    kinds = {token.type for token in tokens}
    assert not kinds & {"fence", "code_block", "hr", "blockquote_open", "table_open"}
    assert not kinds & {"ordered_list_open", "lheading_open"}
    html = [token.content for token in tokens if token.type == "html_block"]
    assert len(html) == 1
    assert HEADER.fullmatch(html[0])
    assert {token.markup for token in tokens if token.type == "heading_open"} <= {"#", "##"}
    runs = [token for token in tokens if token.type == "inline"]
    children = {child.type for token in runs for child in token.children or []}
    assert children <= {"text", "text_special", "strong_open", "strong_close", "code_inline"}
    code = [
        child.content for token in runs for child in token.children or [] if child.markup == "`"
    ]
    assert code == [f"peil readback {sitting.assessment.id} {say('THIS-FILE')}"]
    title = say("Action list – {title}", title=sitting.assessment.title)
    assert shown(runs[0]) == " ".join(title.split())
    items = [shown(token) for token in runs if token.level == 3]
    assert items == [*_goals(say), *_lines(sitting)]
    details = {shown(token) for token in runs if token.level == 5}
    for action in sitting.plan.actions:
        for name, value in (("role", action.role), ("done when", action.done_when)):
            if value:
                assert f"{say(name)}: {value}" in details
    for record in sitting.assessment.actions.values():
        filled = {"owner": record.owner, "due": record.due or "", "note": record.note}
        for name, value in {**filled, **_smart(record.smart)}.items():
            words_ = " ".join(value.split())
            assert not words_ or f"{say(NAMES[name])}: {words_}" in details
    assert made.list.count("\n") == made.list.count("\r\n") + len(made.list.splitlines())
    assert first_forbidden(made.list) is None


def _goals(say: Words) -> list[str]:
    return [
        f"{code} {say(GOAL_NAMES[goal])}" for code, goal in (("G7", "sales"), ("G5", "service"))
    ]


def _lines(sitting: Sitting) -> list[str]:
    """Return the line of each action as it is to be seen."""
    past = [
        action
        for status in ("done", "dropped")
        for action in sitting.past
        if sitting.action_status(action.key) == status
    ]
    return [
        f"[{'x' if sitting.action_status(action.key) == 'done' else ' '}] "
        f"{sitting.codes[action.key]} {action_title(sitting, action)}"
        for action in (*sitting.plan.actions, *past)
    ]


def _smart(smart: Smart) -> dict[str, str]:
    return {field: getattr(smart, field) for field in smart.__struct_fields__}


@given(st.lists(TEXTS, min_size=8, max_size=8), st.sampled_from(["nl", "en"]))
def test_any_text_is_the_same_text_in_the_same_item(texts: list[str], language: str) -> None:
    """Nothing becomes a heading, a list, code, HTML or a link, and no item comes or goes."""
    check(poisoned(texts, language))


@pytest.mark.parametrize("name", list(hostile.ALL))
def test_no_hostile_text_changes_the_list(name: str, tally: Tally) -> None:
    """Each of them in every place at once, in full and in short."""
    text = hostile.ALL[name]
    check(poisoned([text] * 8))
    check(poisoned([text] * 8, "nl", everything=False))
    tally("hostile strings", 2)


@given(st.lists(TEXTS, min_size=8, max_size=8))
def test_the_json_holds_every_text_as_it_was(texts: list[str]) -> None:
    """Written and read again it is the same, and nothing in it drives a terminal."""
    sitting = poisoned(texts).sitting
    document = export_document(sitting)
    written = escaped_in_json(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())
    assert first_forbidden(written) is None
    read = json.loads(written)
    answer = sitting.answer("q/a1")
    assert read["assessment"]["title"] == sitting.assessment.title
    assert read["answers"]["q/a1"]["note"] == (answer.note or None)
    assert read["answers"]["q/a1"]["evidence"] == (answer.evidence or None)
