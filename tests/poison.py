"""A data folder in which every text was written to do harm, with checksums that fit.

`EVERYTHING` is every hostile text in one line, as far as one line can hold it; `DRIVES`
those that drive a terminal, `MEANS` those that are printable and would mean something.
"""

import json
from pathlib import Path
from typing import Any, Final

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.report.escape import escaped
from peil.sitting.begin import Wishes, begin
from peil.store.envelope import TableWriter
from peil.store.summary import Summary, SummaryReadiness, SummarySource
from peil.store.workspace import Workspace
from peil.text.clean import first_forbidden
from tests import hostile


def one_line(text: str) -> str:
    """Return a text without what would end its line, or what no file can hold."""
    folded = text.replace("\r", " ").replace("\n", " ").encode("utf-8", "replace").decode()
    return " ".join(folded.split())


DRIVES: Final = " ".join(hostile.PAYLOADS.values())
MEANS: Final = one_line(" ".join(hostile.MARKUP.values()))
SHAPED: Final = one_line(" ".join(text[:80] for text in hostile.SHAPES.values()))
EVERYTHING: Final = f"{DRIVES} {MEANS} {SHAPED}"
STRINGS: Final = len(hostile.ALL)
"""How many hostile strings `EVERYTHING` holds."""
NAME: Final = "poisoned"
"""Id of the assessment."""
OTHER: Final = "poisoned-source"
"""Id of the one whose frozen questionnaire drives a terminal."""
TIME: Final = "2026-11-21T10:30:00+00:00"
"""When everything happened."""


def questionnaire(front: str, name: str = "poison", text: str = "") -> str:
    """Return a questionnaire whose every text is `text`, and `front` in its front matter.

    Both must be one line; without a text of its own it is that of the front matter, made
    to be read as it stands.
    """
    text = text or escaped(front)
    levels = "\n".join(
        f"{number}. {text}\n   - to get here: {text}\n     - effort: 1h\n     - role: {text}\n"
        f"     - done when: {text}\n     - how: {text}"
        if number > 1
        else f"{number}. {text}"
        for number in range(1, 4)
    )
    questions = "\n\n".join(
        f"### {text} `q{number}`\n\n- core: {'yes' if number in (1, 3) else 'no'}\n"
        f"- evidence: {text}\n- source: {text}\n\n{text}\n\n> **{text}:** {text}\n\n{levels}"
        for number in range(1, 5)
    )
    first, second = questions.split("### ", 3)[1:3], questions.split("### ", 3)[3]
    head = (
        f"---\ntitle: {front}\nid: {name}\nversion: 1\nlanguage: en\nscale: 1 to 3\n"
        f"level names: {front.replace(',', ' ')}, b, c\n"
        f"level meanings: {front.replace(';', ' ')}; {front.replace(';', ' ')}; x\n"
        f"target: 2\ngate: yes\ncredit: {front}\n---\n\n# {text}\n\n{text}\n\n"
    )
    return (
        f"{head}## {text} `t1`\n\n{text}\n\n### {first[0]}\n\n### {first[1]}\n\n"
        f"## {text} `t2`\n\n### {second}\n"
    )


def _tables(file: Path) -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(file.read_bytes())
    del tables["peil"]
    return tables


def _summary(name: str, text: str) -> Summary:
    return Summary(
        id=text,
        title=text,
        created=TIME,
        changed=TIME,
        questionnaires=(SummarySource(text, 1),),
        answered=3,
        asked=4,
        readiness=SummaryReadiness(0.5, 0.1, 0.9, "not-ready", (text,), (text, name)),
    )


def _poison(tables: dict[str, Any], text: str, ids: str) -> None:
    """Put `text` where texts are, and `ids` (printable) where ids are."""
    tables["assessment"]["about"].update(title=text, id=text, language="en")
    tables["assessment"]["targets"] = {ids: 2, "poison/t1": 3, text: 1}
    tables["assessment"]["importances"] = {ids: "high", "poison/t2": "low", text: "low"}
    written = {"note": text, "evidence": text, "reason": text, "changed": TIME}
    tables["answers"] = {
        "poison/q1": {"state": "rated", "level": 1, "formerly": text, **written},
        "poison/q2": {"state": "unknown", **written},
        "poison/q3": {"state": "not-applicable", **written},
        "poison/q4": {"look_again": True, **written},
        f"poison/{ids}": {"state": "rated", "level": 1, **written},
    }
    tables["former"] = {
        f"poison/{ids}@1": {
            "question": f"poison/{ids}",
            "version": 1,
            "text": text,
            "level_text": text,
            "answer": {"state": "rated", "level": 2, **written},
        }
    }
    tables["actions"] = {
        code: {"code": code, "key": key, "due": "2026-12-01", "owner": text, "note": text}
        for code, key in (("A01", "poison/q1@2"), ("A02", ids), (ids, "poison/q1@3"))
    }
    said = {"code": "A01", "title": text, "owner": text, "due": text, "note": text}
    tables["exports"] = {
        "1": {
            "number": 1,
            "time": TIME,
            "language": ids,
            "codes": [ids],
            "state": [{**said, "status": "dropped", "reason": text}],
            "path": text,
        }
    }
    agreed = {"state": "rated", "level": 1, "rounds": 1, "time": TIME}
    first = {"votes": {"1": 2, "3": 2}, "time": TIME}
    tables["rounds"] = {
        text: {"votes": {text: text}},
        "poison/q1": {"rounds": [first], "agreed": {**agreed, "reason": text, "dissent": text}},
        "poison/q3": {"rounds": [first, {"votes": {"2": 2}, "unknown": 1, "time": TIME}]},
    }
    tables["assessment"]["meeting"] = {"voters": 4, "names": [text, ids]}
    tables["assessment"]["parked"] = {
        "1": {"text": text, "question": "poison/q1", "time": TIME},
        "2": {"text": text, "question": f"poison/{ids}", "time": TIME},
    }
    tables["checkpoints"] = {text: {"name": text}}
    tables[text] = {text: {text: text}}


def poison(folder: Path) -> Workspace:
    """Fill a new data folder: assessments, copies, questionnaires, settings, cache, odd names."""
    workspace = Workspace(folder)
    file = folder / "poison.en.md"
    file.write_text(questionnaire(MEANS))
    catalog = Catalog([shipped_folder()], workspace.cache)
    for name in (NAME, OTHER):
        wishes = Wishes(name, people="team", questionnaires=(str(file),))
        begin(workspace, catalog, wishes, language="en", now=lambda: TIME).close()
    file.unlink()
    for name, source in (
        (NAME, None),
        (OTHER, questionnaire(one_line(DRIVES), text=one_line(DRIVES))),
    ):
        kept = workspace.assessments / f"{name}.json"
        tables = _tables(kept)
        _poison(tables, EVERYTHING.encode("utf-8", "replace").decode(), MEANS)
        if source is not None:
            tables["questionnaires"]["poison"]["texts"]["en"] = source
        kept.write_bytes(TableWriter().encode(tables, 5, _summary(name, _in_summary())))
        copies = folder / "backups" / name
        copies.mkdir(parents=True, exist_ok=True)
        (copies / "00000004.json").write_bytes(kept.read_bytes())
        (copies / "00000003.repair.json").write_bytes(
            b"scribble" + DRIVES.encode("utf-8", "replace")
        )
    own = folder / "questionnaires"
    own.mkdir(exist_ok=True)
    (own / "poison.en.md").write_text(questionnaire(MEANS))
    (own / "drives.en.md").write_text(questionnaire(one_line(DRIVES), "drives", one_line(DRIVES)))
    entities = "".join(f"&#{ord(each)};" for each in DRIVES if ord(each) < 0x10000)
    (own / "entities.en.md").write_text(questionnaire("Entities", "entities", entities[:2_000]))
    (own / "shaped.en.md").write_text(questionnaire(SHAPED, "shaped"))
    for turn, place in enumerate((own, workspace.assessments, folder / "backups", folder)):
        for odd in odd_names()[turn::4]:
            (place / f"{odd}.json").write_text("{}")
            (place / f"{odd}.en.md").write_text("---\n")
    (folder / "settings.toml").write_text(
        f"language = {json.dumps(MEANS)}\ntheme = {json.dumps(EVERYTHING)}\n"
        f"[{json.dumps('x' + MEANS)}]\nx = {json.dumps(DRIVES)}\n".encode(
            "utf-8", "replace"
        ).decode()
    )
    return workspace


def _in_summary() -> str:
    """Return what the first line of a file can hold: a long one is read from the whole file."""
    return EVERYTHING.encode("utf-8", "replace").decode()[:3_000]


def odd_names() -> tuple[str, ...]:
    """Return hostile texts that can be the name of a file."""
    texts = (*hostile.PAYLOADS.values(), *hostile.MARKUP.values())
    names = (text.replace("/", "-").replace("\0", "").replace("\n", " ")[:60] for text in texts)
    return tuple(dict.fromkeys(name for name in names if name.isprintable() or name.isascii()))


def as_argument(text: str) -> str:
    """Return a text as a command line or the environment can hold it.

    There are no zeros in it, and half pairs only as bytes that are no UTF-8 arrive.
    """
    halves = {half: 0xDC80 + half % 128 for half in range(0xD800, 0xE000)}
    return text.replace("\0", "").translate(halves)


def came_out(shown: str) -> str:
    """Return where an output that should hold text only would drive a terminal; or nothing."""
    forbidden = first_forbidden(shown)
    if forbidden is None:
        return ""
    place, letter = forbidden
    return f"U+{ord(letter):04X} in {shown[max(0, place - 60) : place + 20]!r}"
