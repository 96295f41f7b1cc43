"""Assessment files that somebody could send to do harm, and what must come of each."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from peil.store.envelope import TableWriter
from peil.store.summary import Summary

DAMAGED: Final = 5
"""Exit code for an assessment that cannot be read, or that a newer Peil wrote."""
INVALID: Final = 3
"""Exit code for questionnaires that cannot be used."""
NOT_ONE: Final = 1
"""Exit code for what is no assessment, or more than one."""
TAKEN: Final = 0
"""Exit code for what can be taken in."""

ESCAPES: Final = "\x1b]0;HACKED\x07\x9b31m\u202eDEKCAH\u2066\x00\U000e0041\ufeff"
"""A text of nothing but what drives a terminal or turns the reading direction round."""

Tables = dict[str, dict[str, dict[str, Any]]]


class Hostile(NamedTuple):
    """One file, and what must come of it."""

    name: str
    data: bytes
    code: int
    """Exit code of the command that is given it."""


def as_ours(tables: Tables, summary: Summary | None = None) -> bytes:
    """Return a file as Peil itself would write these tables, with a checksum that fits."""
    summary = summary or Summary("shop", "Shop", "2020-01-01", "2020-01-01")
    return TableWriter().encode(tables, 3, summary)


def changed(base: bytes, change: Callable[[Any], object]) -> bytes:
    """Return the file `base` with its JSON changed in place, and a checksum that fits."""
    tables = json.loads(base)
    del tables["peil"]
    change(tables)
    return as_ours(tables)


def loose(base: bytes, change: Callable[[Any], object]) -> bytes:
    """Return the file `base` with its JSON changed in place, and the checksum that it had."""
    whole = json.loads(base)
    change(whole)
    return json.dumps(whole, ensure_ascii=False).encode()


def scribbled(base: bytes, old: bytes, new: bytes) -> bytes:
    """Return the file `base` with bytes replaced, which must be there."""
    assert old in base
    return base.replace(old, new, 1)


def _questionnaire(name: str, body: str, language: str = "en") -> dict[str, Any]:
    """Return the document of a questionnaire with one topic `t` and this body."""
    text = (
        f"---\ntitle: {name}\nid: {name}\nversion: 1\nlanguage: {language}\nscale: 1 to 2\n---\n\n"
        f"# {name}\n\n## T `t`\n\n{body}"
    )
    return {"order": 2, "version": 1, "texts": {language: text}}


def _asks(name: str, needs: str = "") -> str:
    need = f"   - needs: {needs}\n" if needs else ""
    action = "   - to get here: Do it.\n     - effort: 1h\n"
    return f"### Is it so? `{name}`\n\n- core: yes\n\n1. No.\n2. Yes.\n{need}{action}"


def _about(**fields: object) -> Callable[[Any], object]:
    """Return a change of what the file says of the assessment itself."""
    return lambda tables: tables["assessment"]["about"].update(fields)


def _answer(question: str, **fields: object) -> Callable[[Any], object]:
    """Return a change of one answer, which is made where there is none."""
    return lambda tables: tables["answers"].setdefault(question, {}).update(fields)


def _table(name: str, /, **documents: object) -> Callable[[Any], object]:
    """Return a change of some documents of a table."""
    return lambda tables: tables.setdefault(name, {}).update(documents)


def hostile_files(base: bytes, question: str) -> Iterator[Hostile]:
    """Yield every attack, made from the file `base` in which `question` is answered.

    `base` answers the questionnaire `shop`.
    """
    yield from _shapes(base, question)
    yield from _sizes(base, question)
    yield from _values(base, question)
    yield from _names(base, question)
    yield from _actions(base)
    yield from _questionnaires(base)


def _action(code: str, **fields: object) -> Callable[[Any], object]:
    """Return a change of what is kept about one action, which is made where there is none."""
    fresh = {"code": code, "key": f"own/{code}", "title": "x"}
    return lambda tables: tables["actions"].setdefault(code, fresh).update(fields)


def _actions(base: bytes) -> Iterator[Hostile]:
    """Yield files that lie about actions, goals, periods and exported lists."""
    listed = {"code": "A01", "title": ESCAPES, "owner": ESCAPES, "smart": {"time": ESCAPES}}
    state = {"number": 9, "time": "2026-11-21T10:30:00Z", "language": "en", "state": [listed]}

    def with_period(**fields: object) -> Callable[[Any], object]:
        period = {"name": "x", "codes": ["A01"], "since": "2026-11-21T10:30:00Z", **fields}
        return lambda tables: tables["assessment"].update(period=period)

    yield Hostile("no such status", changed(base, _action("A01", status="gone")), DAMAGED)
    yield Hostile(
        "a due day that is none", changed(base, _action("A01", due="2026-13-45")), DAMAGED
    )
    yield Hostile("a due day of long ago", changed(base, _action("A01", due="0001-01-01")), TAKEN)
    yield Hostile("years of effort", changed(base, _action("A99", minutes=10**9)), DAMAGED)
    yield Hostile("a pin below all", changed(base, _action("A01", pinned=-1)), DAMAGED)
    yield Hostile("an own action of another", changed(base, _action("A98", key="own/A01")), TAKEN)
    yield Hostile("an own action without words", changed(base, _action("A98", title="")), TAKEN)
    yield Hostile("a topic that drives", changed(base, _action("A98", topic=ESCAPES)), DAMAGED)
    yield Hostile(
        "words that drive",
        changed(base, _action("A01", owner=ESCAPES, note=ESCAPES, title=ESCAPES, reason=ESCAPES)),
        TAKEN,
    )
    yield Hostile("a goal nobody knows", changed(base, _set_goal(x={"time": ESCAPES})), TAKEN)
    yield Hostile("a goal that drives", changed(base, _set_goal(sales={"time": ESCAPES})), TAKEN)
    yield Hostile("a period of nothing", changed(base, with_period(codes=["A77"])), TAKEN)
    yield Hostile("a period that drives", changed(base, with_period(name=ESCAPES)), TAKEN)
    yield Hostile(
        "a period of codes that drive", changed(base, with_period(codes=[ESCAPES])), DAMAGED
    )
    yield Hostile("a list that drives", changed(base, _table("exports", x=state)), TAKEN)
    yield Hostile(
        "a list that lies elsewhere",
        changed(base, _table("exports", x={**state, "path": "/dev/zero", "digest": "0" * 64})),
        TAKEN,
    )


def _set_goal(**goals: object) -> Callable[[Any], object]:
    """Return a change of what makes the goals checkable."""
    return lambda tables: tables["assessment"].update(goals=goals)


def _shapes(base: bytes, question: str) -> Iterator[Hostile]:
    """Yield files that are no JSON of ours, or JSON of another shape."""
    rated = b'"state":"rated"'
    deep = b"[" * 100_000 + b"]" * 100_000
    yield Hostile("nothing but zeros", bytes(100_000), DAMAGED)
    yield Hostile("no bytes", b"", DAMAGED)
    yield Hostile("deep from the start", deep, NOT_ONE)
    yield Hostile("deep in a value", scribbled(base, rated, rated + b',"x":' + deep), DAMAGED)
    yield Hostile("not a number", scribbled(base, rated, rated + b',"x":NaN'), DAMAGED)
    yield Hostile("beyond all numbers", scribbled(base, rated, rated + b',"x":1e999'), DAMAGED)
    yield Hostile("not UTF-8", scribbled(base, rated, rated + b',"x":"\xff\xfe"'), DAMAGED)
    yield Hostile("half a pair", scribbled(base, rated, rated + b',"x":"\\ud800"'), DAMAGED)
    yield Hostile("the same key twice", scribbled(base, rated, rated + b"," + rated), TAKEN)
    yield Hostile("a table twice", base.rstrip()[:-1] + b',"answers":{}}', TAKEN)
    yield Hostile("a table that is a list", loose(base, _set("answers", [])), DAMAGED)
    yield Hostile("a document that is a list", loose(base, _table("answers", x=[])), DAMAGED)
    yield Hostile("a level that is a text", changed(base, _answer(question, level="2")), DAMAGED)
    yield Hostile("a level that is a truth", changed(base, _answer(question, level=True)), DAMAGED)
    yield Hostile("no table of itself", changed(base, _set("assessment", {})), DAMAGED)
    yield Hostile(
        "an order beyond all numbers",
        changed(base, lambda tables: tables["questionnaires"]["shop"].update(order="9" * 5_000)),
        DAMAGED,
    )
    yield Hostile("from a newer Peil", _enveloped(base, format=99, version=ESCAPES * 9), DAMAGED)
    yield Hostile("of a format below all", _enveloped(base, format=-1), DAMAGED)
    yield Hostile("a first line that lies", _enveloped(base, saves=-(10**18), sha256="x"), TAKEN)
    yield Hostile("a picture", b"\x89PNG\r\n\x1a\n" + base, NOT_ONE)


def _sizes(base: bytes, question: str) -> Iterator[Hostile]:
    """Yield files that are to eat memory or time."""
    answers = ",".join(f'"shop/q{number}":{{"state":"unknown"}}' for number in range(1_000_000))
    million = b'"answers":{' + answers.encode() + b","
    yield Hostile("a million answers", scribbled(base, b'"answers":{', million), NOT_ONE)
    yield Hostile(
        "thirty thousand answers",
        changed(base, _table("answers", **{f"shop/q{n}": {} for n in range(30_000)})),
        NOT_ONE,
    )
    lists = b'"x":[' + b"[]," * 2_000_000 + b"[]],"
    yield Hostile("lists without end", scribbled(base, b'"state"', lists + b'"state"'), NOT_ONE)
    yield Hostile("commas alone", b"," * 5_000_000, NOT_ONE)
    yield Hostile("a note of 10 MB", changed(base, _answer(question, note="é " * 5_000_000)), TAKEN)
    yield Hostile(
        "a note of nothing but escape sequences",
        changed(base, _answer(question, note="\x1b]\x9d\x1b[" * 400_000)),
        TAKEN,
    )
    yield Hostile("a title of 1 MB", changed(base, _about(title="W" * 1_000_000)), TAKEN)
    yield Hostile(
        "ten thousand unknown tables",
        changed(base, lambda tables: tables.update({f"t{n}": {"1": {}} for n in range(10_000)})),
        TAKEN,
    )


def _values(base: bytes, question: str) -> Iterator[Hostile]:
    """Yield files whose values have the right type and are out of range."""
    yield Hostile("a level of 300 digits", changed(base, _answer(question, level=10**300)), TAKEN)
    yield Hostile("a level below zero", changed(base, _answer(question, level=-1)), TAKEN)
    yield Hostile("a rated answer without level", changed(base, _answer(question, level=None)), 5)
    yield Hostile("answers to nothing", changed(base, _answer("shop/x", state="unknown")), TAKEN)
    yield Hostile("no time at all", changed(base, _about(changed="yesterday")), DAMAGED)
    for name, time, code in (
        ("before all time", "0001-01-01T00:00:00+14:00", DAMAGED),
        ("after all time", "9999-12-31T23:59:59-12:00", DAMAGED),
        ("in another way of writing", "20260101", TAKEN),
    ):
        yield Hostile(f"times {name}", changed(base, _about(changed=time, created=time)), code)
        late = _answer(question, changed=time, confirmed=time, evidence="x", evidence_date=time)
        yield Hostile(f"answers {name}", changed(base, late), code)
    for name, hours in {"hardly any": 1e-300, "no": 0.0, "too many": 1e300}.items():
        code = TAKEN if name == "hardly any" else DAMAGED
        yield Hostile(f"{name} hours", changed(base, _profile(hours=hours)), code)
    yield Hostile("one goal thrice", changed(base, _profile(goals=["sales"] * 3)), TAKEN)
    yield Hostile("an unknown goal", changed(base, _profile(goals=["world"])), DAMAGED)
    codes = {"A01": {"code": "A01", "key": "shop/x@2"}, "A02": {"code": "A01", "key": "shop/x@2"}}
    yield Hostile("codes doubled", changed(base, _table("actions", **codes)), TAKEN)
    huge = {"A9": {"code": "A" + "9" * 5_000, "key": "x"}, "x": {"code": "x", "key": "y" * 10**6}}
    yield Hostile("codes without end", changed(base, _table("actions", **huge)), TAKEN)
    export = {"number": 10**40, "time": "2026-01-01", "language": ESCAPES, "codes": ["A1"]}
    yield Hostile("an export of hidden language", changed(base, _table("exports", x=export)), 5)
    export = {**export, "language": "../../etc"}
    twice = changed(base, _table("exports", x=export, y={**export, "number": 1}))
    yield Hostile("exports out of range", twice, TAKEN)
    yield Hostile("a last code without end", changed(base, _about(last_code=10**300)), TAKEN)
    yield Hostile("the example", changed(base, _about(demo=True)), TAKEN)


def _names(base: bytes, question: str) -> Iterator[Hostile]:
    """Yield files with names that lead elsewhere, or texts that drive a terminal."""
    for name in ("../../x", "con", "list", "SHOP", "a/b", "", "x" * 5_000, "shop\n", "-rf", "."):
        yield Hostile(f"the id {name[:12]!r}", changed(base, _about(id=name)), TAKEN)
    yield Hostile("an id that is a number", changed(base, _about(id=7)), TAKEN)
    yield Hostile("a title of escape codes", changed(base, _about(title=ESCAPES)), TAKEN)
    yield Hostile("a title of markup", changed(base, _about(title="[@click=app.quit]x[/]")), TAKEN)
    yield Hostile("the language of a path", changed(base, _about(language="../../x")), TAKEN)
    driven = {"note": f"{ESCAPES} note", "reason": ESCAPES, "evidence": f"{ESCAPES} [/x]"}
    yield Hostile("escape codes in answers", changed(base, _answer(question, **driven)), TAKEN)
    hidden = changed(base, _answer(f"shop/{ESCAPES}", state="unknown"))
    yield Hostile("escape codes in a question's id", hidden, DAMAGED)
    yield Hostile("escape codes in the place", changed(base, _about(place=ESCAPES)), DAMAGED)
    yield Hostile("a place that is none", changed(base, _about(place="shop/nowhere")), TAKEN)
    former = {"question": ESCAPES, "version": 1, "text": ESCAPES, "level_text": ESCAPES}
    left = _table("former", **{"shop/x@1": {**former, "answer": {"note": ESCAPES}}})
    yield Hostile("escape codes in what was asked", changed(base, left), DAMAGED)
    former["question"] = "shop/x"
    left = _table("former", **{"shop/x@1": {**former, "answer": {"note": ESCAPES}}})
    yield Hostile("escape codes in former texts", changed(base, left), TAKEN)
    targets = {"shop/goals": 10**30, ESCAPES: 2, "../x": 3, "shop/hours": 4}
    yield Hostile("targets of nothing", changed(base, _table("assessment", targets=targets)), TAKEN)


def _questionnaires(base: bytes) -> Iterator[Hostile]:
    """Yield files whose questionnaires are the attack."""

    def with_text(change: Callable[[str], str]) -> bytes:
        def make(tables: Any) -> None:  # noqa: ANN401 - JSON may be anything
            texts = tables["questionnaires"]["shop"]["texts"]
            texts.update({language: change(text) for language, text in texts.items()})

        return changed(base, make)

    def beside(**others: dict[str, Any]) -> bytes:
        return changed(base, _table("questionnaires", **others))

    yield Hostile("no questionnaire", changed(base, _set("questionnaires", {})), INVALID)
    yield Hostile("a questionnaire without a text", changed(base, _texts({})), INVALID)
    yield Hostile("an empty questionnaire", with_text(lambda _: ""), INVALID)
    yield Hostile("a questionnaire of another name", _renamed(base, "shop", "iceberg"), INVALID)
    renamed = with_text(lambda text: text.replace("id: shop", "id: other", 1))
    yield Hostile("a questionnaire that calls itself another", renamed, INVALID)
    spoken = with_text(lambda text: text.replace("language: en", "language: nl", 1))
    yield Hostile("a questionnaire in another language", spoken, INVALID)
    yield Hostile("a questionnaire with errors", beside(x=_questionnaire("x", "## T `t`\n")), 3)
    loop = _questionnaire("x", _asks("q", "x/q >= 2"))
    yield Hostile("a questionnaire that waits for itself", beside(x=loop), INVALID)
    circle = {
        "x": _questionnaire("x", _asks("q", "y/q >= 2")),
        "y": _questionnaire("y", _asks("q", "x/q >= 2")),
    }
    yield Hostile("questionnaires that wait for each other", beside(**circle), INVALID)
    many = {f"x{n}": _questionnaire(f"x{n}", _asks("q")) for n in range(60)}
    yield Hostile("sixty questionnaires", beside(**many), INVALID)
    english = json.loads(base)["questionnaires"]["shop"]["texts"]["en"]
    thousand = {f"x{n}": english for n in range(1_000)}
    yield Hostile("a thousand languages", changed(base, _texts(thousand)), INVALID)
    yield Hostile("quadratic Markdown", with_text(lambda text: text + "[a](" * 200_000), INVALID)
    deep = "\n\n" + "> " * 4_900 + "x\n"
    yield Hostile("deep Markdown", with_text(lambda text: text + deep), INVALID)
    large = {name: {"order": 1, "version": 1, "texts": {"en": "x" * 900_000}} for name in "abc"}
    yield Hostile("much Markdown", beside(**large), INVALID)
    hidden = with_text(lambda text: text.replace("There is no goal.", f"No.{ESCAPES}"))
    yield Hostile("escape codes in a questionnaire", hidden, INVALID)
    marked = with_text(lambda text: text.replace("There is no goal.", "[@click=app.quit]x[/]"))
    yield Hostile("markup in a questionnaire", marked, TAKEN)
    lying = changed(base, lambda tables: tables["questionnaires"]["shop"].update(version=10**30))
    yield Hostile("a version without end", lying, TAKEN)


def _set(table: str, value: object) -> Callable[[Any], object]:
    return lambda tables: tables.update({table: value})


def _profile(**fields: object) -> Callable[[Any], object]:
    return lambda tables: tables["assessment"]["profile"].update(fields)


def _texts(texts: dict[str, str]) -> Callable[[Any], object]:
    return lambda tables: tables["questionnaires"]["shop"].update(texts=texts)


def _renamed(base: bytes, old: str, new: str) -> bytes:
    def make(tables: Any) -> None:  # noqa: ANN401 - JSON may be anything
        tables["questionnaires"][new] = tables["questionnaires"].pop(old)

    return changed(base, make)


def _enveloped(base: bytes, **fields: object) -> bytes:
    """Return the file with something else in its first line."""
    return loose(base, lambda whole: whole["peil"]["file"].update(fields))
