"""Front matter: flat `name: value` lines between two `---` lines, all values text."""

from collections.abc import Sequence
from typing import Final

from peil.questionnaire.draft import DraftFront, Placed, split_list
from peil.questionnaire.ids import is_id, propose_id
from peil.questionnaire.problems import Problems
from peil.questionnaire.source import lines_of
from peil.questionnaire.translated import TRANSLATED
from peil.questionnaire.values import weight, whole_number, yes_or_no

FRONT_LIMIT = 200
"""Most lines of front matter."""
REQUIRED = ("title", "id", "version", "language")
"""Names that every file has."""
NAMES = (
    *REQUIRED,
    "original",
    "scale",
    "level names",
    "level meanings",
    "target",
    "gate",
    "weight",
    "credit",
)
"""All names that front matter may hold."""
_TEXTS: Final = ("title", "credit")
_SEPARATORS: Final = {"level names": ",", "level meanings": ";"}


def read_front(lines: list[str], problems: Problems) -> tuple[DraftFront, int]:
    """Return the front matter, and the number of lines before the body."""
    front = DraftFront()
    if _reformatted(lines):
        problems.add("front-matter-reformatted", 1)
        return front, _first_heading(lines, len(lines))
    if not lines or lines[0].rstrip() != "---":
        problems.add("front-matter-missing", 1)
        return front, _first_heading(lines, 0)
    ends = [number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"][:1]
    if not ends:
        problems.add("front-matter-open", 1)
        return front, _first_heading(lines, len(lines))
    if ends[0] > FRONT_LIMIT + 2:
        problems.add("front-matter-too-long", FRONT_LIMIT + 2, limit=FRONT_LIMIT)
        return front, ends[0]
    front.end = ends[0]
    for number, line in enumerate(lines[1 : ends[0] - 1], 2):
        if line.strip():
            _read_line(front, line, number, problems)
    for name in REQUIRED:
        if name not in front.values:
            problems.add("front-matter-incomplete", front.end, name=name)
    _read_values(front, problems)
    return front, front.end


def _reformatted(lines: list[str]) -> bool:
    """Return whether a formatter took the front matter for a rule and a heading."""
    filled = [line.strip() for line in lines[:20] if line.strip()][:2]
    if len(filled) < 2 or not _is_rule(filled[0]):
        return False
    name = filled[1].lstrip("#").strip().partition(":")[0]
    if filled[1].startswith("#"):
        return name in NAMES
    return filled[0][:3] != "---" and name in NAMES


def _is_rule(line: str) -> bool:
    return len(line) >= 3 and line[0] in "-_*" and not line.strip(f"{line[0]} ")


def _first_heading(lines: list[str], otherwise: int) -> int:
    """Return how many lines stand before the title, to go on reading there."""
    return next((place for place, line in enumerate(lines) if line.startswith("# ")), otherwise)


def _read_line(front: DraftFront, line: str, number: int, problems: Problems) -> None:
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not colon or not name:
        problems.add("front-matter-line", number, text=line)
        return
    if name not in NAMES:
        name = _meant(name, number, problems)
    if not name:
        return
    if name in front.values:
        problems.add("front-matter-twice", number, name=name, first=front.line(name))
    else:
        plain = _without_signs(name, value)
        if plain != value:
            problems.add("front-matter-signs", number, name=name, value=plain)
        front.values[name] = Placed(plain, number)
        if not value:
            problems.add("front-matter-empty", number, name=name)


def _meant(name: str, number: int, problems: Problems) -> str:
    """Return the name that is meant by one in capitals or another language, or nothing."""
    meant = name.casefold()
    if TRANSLATED.get(meant) in NAMES:
        problems.add("name-translated", number, name=name, wanted=TRANSLATED[meant])
        return TRANSLATED[meant]
    problems.add_unknown("front-matter-unknown", number, name, NAMES)
    return meant if meant in NAMES else ""


def _without_signs(name: str, value: str) -> str:
    """Return a value without the brackets or quotation marks that other formats put round it."""
    separator = _SEPARATORS.get(name)
    if name not in _TEXTS and value[:1] == "[" and value[-1:] == "]":
        value = value[1:-1].strip()
    if separator is None:
        return _unquoted(value)
    items = split_list(value, separator)
    plain = tuple(map(_unquoted, items))
    return value if plain == items else f"{separator} ".join(plain)


def _unquoted(text: str) -> str:
    quoted = len(text) > 2 and text[0] in "\"'" and text[0] == text[-1]
    return text[1:-1].strip() if quoted and text[0] not in text[1:-1] else text


def _read_values(front: DraftFront, problems: Problems) -> None:
    for name, read_value in _READERS.items():
        placed = front.values.get(name)
        if placed is not None and placed.text:
            read_value(front, placed, problems)


def _read_id(front: DraftFront, placed: Placed, problems: Problems) -> None:
    if is_id(placed.text):
        front.id = placed.text
    else:
        problems.add(
            "id-invalid", placed.line, id=placed.text, proposal=propose_id(placed.text, ())
        )


def _read_version(front: DraftFront, placed: Placed, problems: Problems) -> None:
    front.version = whole_number(placed.text)
    if front.version is None:
        problems.add("version-invalid", placed.line, value=placed.text)


def _read_language(front: DraftFront, placed: Placed, problems: Problems) -> None:
    text = placed.text
    if text.isascii() and text.isalpha() and text.islower() and 2 <= len(text) <= 3:
        front.language = text
    else:
        problems.add("language-invalid", placed.line, value=text)


def _read_scale(front: DraftFront, placed: Placed, problems: Problems) -> None:
    first, last = (whole_number(part.strip()) for part in placed.text.partition(" to ")[::2])
    if first is None or last is None or last > 9 or not 2 <= last - first + 1 <= 6:
        problems.add("scale-invalid", placed.line, value=placed.text)
    else:
        front.scale = first, last


def _read_target(front: DraftFront, placed: Placed, problems: Problems) -> None:
    front.target = whole_number(placed.text)
    if front.target is None:
        problems.add("target-invalid", placed.line, value=placed.text)


def _read_gate(front: DraftFront, placed: Placed, problems: Problems) -> None:
    front.gate = yes_or_no("gate", placed, problems)


def _read_original(front: DraftFront, placed: Placed, problems: Problems) -> None:
    front.original = yes_or_no("original", placed, problems)


def _read_weight(front: DraftFront, placed: Placed, problems: Problems) -> None:
    front.weight = weight(placed, problems)


_READERS: Final = {
    "id": _read_id,
    "version": _read_version,
    "language": _read_language,
    "scale": _read_scale,
    "target": _read_target,
    "gate": _read_gate,
    "original": _read_original,
    "weight": _read_weight,
}


def level_texts(front: DraftFront) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the level names and the level meanings; empty where the file has none."""
    names, meanings = front.text("level names"), front.text("level meanings")
    return (
        split_list(names) if names else (),
        split_list(meanings, ";") if meanings else (),
    )


def says_original(text: str) -> bool:
    """Return whether the front matter of a text says `original: yes`."""
    return bool(_front_of(text).original)


def language_of(text: str) -> str:
    """Return the language that the front matter of a text names, or nothing."""
    return _front_of(text).language or ""


def version_of(texts: Sequence[str]) -> int:
    """Return the version of a questionnaire that has these texts: its original's, else 0."""
    fronts = [_front_of(text) for text in texts]
    original = next((front for front in fronts if front.original), fronts[0] if fronts else None)
    return (original.version if original else None) or 0


def _front_of(text: str) -> DraftFront:
    return read_front(lines_of(text.removeprefix("\ufeff")), Problems(""))[0]
