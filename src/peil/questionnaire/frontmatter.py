"""Front matter: flat `name: value` lines between two `---` lines, all values text."""

from peil.questionnaire.draft import DraftFront, Placed, split_list
from peil.questionnaire.ids import is_id
from peil.questionnaire.problems import Problems
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
    elif name not in NAMES:
        problems.add_unknown("front-matter-unknown", number, name, NAMES)
    elif name in front.values:
        problems.add("front-matter-twice", number, name=name, first=front.line(name))
    else:
        front.values[name] = Placed(value, number)
        if not value:
            problems.add("front-matter-empty", number, name=name)


def _read_values(front: DraftFront, problems: Problems) -> None:
    for name, placed in front.values.items():
        if not placed.text:
            continue
        if name == "id":
            front.id = placed.text if is_id(placed.text) else None
            if front.id is None:
                problems.add("id-invalid", placed.line, id=placed.text)
        elif name == "version":
            front.version = whole_number(placed.text)
            if front.version is None:
                problems.add("version-invalid", placed.line, value=placed.text)
        elif name == "language":
            _read_language(front, placed, problems)
        elif name == "scale":
            _read_scale(front, placed, problems)
        elif name == "target":
            front.target = whole_number(placed.text)
            if front.target is None:
                problems.add("target-invalid", placed.line, value=placed.text)
    front.gate = yes_or_no("gate", front.values.get("gate"), problems)
    front.original = yes_or_no("original", front.values.get("original"), problems)
    placed = front.values.get("weight")
    front.weight = weight(placed, problems) if placed and placed.text else None


def _read_language(front: DraftFront, placed: Placed, problems: Problems) -> None:
    text = placed.text
    if text.isascii() and text.isalpha() and text.islower() and 2 <= len(text) <= 3:
        front.language = text
    else:
        problems.add("language-invalid", placed.line, value=text)


def _read_scale(front: DraftFront, placed: Placed, problems: Problems) -> None:
    first, _, last = placed.text.partition(" to ")
    numbers = whole_number(first.strip()), whole_number(last.strip())
    if numbers[0] is None or numbers[1] is None:
        problems.add("scale-invalid", placed.line, value=placed.text)
        return
    if numbers[1] > 9 or not 2 <= numbers[1] - numbers[0] + 1 <= 6:
        problems.add("scale-invalid", placed.line, value=placed.text)
        return
    front.scale = numbers[0], numbers[1]


def level_texts(front: DraftFront) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the level names and the level meanings; empty where the file has none."""
    names, meanings = front.text("level names"), front.text("level meanings")
    return (
        split_list(names) if names else (),
        split_list(meanings, ";") if meanings else (),
    )
