"""Data becomes what the screen shows here, and nowhere else.

`text` is the only way in: it cleans, and it makes `Content`, in which square brackets
are square brackets. Nothing that somebody else wrote ever passes through markup. The
rest of this module puts such pieces together: joined, padded, wrapped.
"""

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content, Span

from peil.text.clean import clean, drawn

NOTHING = Content("")
"""An empty line."""


def text(value: object, ink: str = "") -> Content:
    """Return a value as one line of content, cleaned, in an ink of `themes.INKS`."""
    return _text(value if isinstance(value, str) else str(value), ink)


@lru_cache(maxsize=4096)
def _text(value: str, ink: str) -> Content:
    """Return the content; the same words come back with every key, so they are kept."""
    plain = drawn(clean(value)).replace("\n", " ").replace("\t", " ")
    return Content.styled(plain, ink) if ink else Content(plain)


def join(*parts: Content | str) -> Content:
    """Return the parts as one line; strings are our own signs and spaces."""
    texts: list[str] = []
    spans: list[Span] = []
    place = 0
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            place += len(part)
            continue
        plain = part.plain
        spans += [Span(place + a, place + z, style) for a, z, style in part.spans]
        texts.append(plain)
        place += len(plain)
    # Every part is clean already.
    return Content("".join(texts), spans, strip_control_codes=False)


def width_of(line: Content | str) -> int:
    """Return how many cells a line takes."""
    return cell_len(line) if isinstance(line, str) else line.cell_length


def fit(line: Content, width: int) -> Content:
    """Return the line cut or padded to exactly `width` cells; a cut one ends in an ellipsis."""
    taken = line.cell_length
    if taken > width:
        line = line.truncate(max(width, 0), ellipsis=True)
        taken = line.cell_length
    return line.pad_right(width - taken) if taken < width else line


def ends(left: Content, right: Content, width: int) -> Content:
    """Return one line with `left` and `right` at its ends; `left` is cut when both do not fit."""
    room = width - right.cell_length - 1
    if room < 1:
        return fit(left, width)
    return join(fit(left, room), " ", right)


def columns(cells: Sequence[tuple[Content, int]]) -> Content:
    """Return cells side by side, each cut or padded to its width."""
    return join(*(fit(cell, width) for cell, width in cells))


def wrap(value: str, width: int) -> list[str]:
    """Return a text folded into lines of at most `width` cells, at spaces where possible."""
    return list(_wrapped(value, max(width, 1)))


@lru_cache(maxsize=2048)
def _wrapped(value: str, room: int) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in drawn(clean(value)).split():
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, room)
        lines += whole
    if line or not lines:
        lines.append(line)
    return tuple(lines)


def _cut(word: str, room: int) -> list[str]:
    """Return a word in pieces of at most `room` cells, each of at least one letter."""
    if cell_len(word) <= room:
        return [word]
    pieces: list[str] = []
    begin = taken = 0
    for place, letter in enumerate(word):
        width = get_character_cell_size(letter)
        if taken + width > room and place > begin:
            pieces.append(word[begin:place])
            begin, taken = place, 0
        taken += width
    return [*pieces, word[begin:]]


def paragraph(value: str, width: int, ink: str = "") -> list[Content]:
    """Return a text as folded lines of content."""
    return [text(line, ink) for line in wrap(value, width)]


def shortened(lines: Sequence[Content], most: int, width: int) -> list[Content]:
    """Return at most `most` lines; the last one ends in an ellipsis where more would follow."""
    if len(lines) <= most or not most:
        return list(lines[:most])
    last = lines[most - 1]
    if last.cell_length > width - 2:
        last = last.truncate(width - 2).rstrip()
    return [*lines[: most - 1], join(last, " …")]


def labelled(
    label: str, value: str, width: int, indent: int, inks: tuple[str, str]
) -> list[Content]:
    """Return a text beside its label, its lines all beginning at `indent`; inks: label, text.

    A label that is too wide for its column gets a line of its own.
    """
    lines = paragraph(value, width - indent, inks[1])
    alone = width_of(label) >= indent
    beside = "" if alone else label
    drawn = [
        join(fit(text(beside if number == 0 else "", inks[0]), indent), line)
        for number, line in enumerate(lines)
    ]
    return [text(label, inks[0]), *drawn] if alone else drawn
