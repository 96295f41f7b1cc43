"""Peil's own Markdown as lines of the screen: headings, lists, a quotation, a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content

from peil.report.escape import unescaped
from peil.tui.content import NOTHING, fit, join, labelled, paragraph, text, width_of, wrap

_HEADING = re.compile(r"(#{1,3}) (.*)")
_LABELLED = re.compile(r"- \*\*(?P<label>[^*]+):\*\* ?(?P<value>.*)")
_ITEM = re.compile(r"(?P<before> *)(?P<bullet>-|\d+\.) (?P<text>.*)")
_BOLD = re.compile(r"(?<!\\)\*\*")
_CELL = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\|[-:| ]+\|")
INDENT = 20
"""Column in which a text beside its label begins, where the window is wide enough."""


def markdown_lines(markdown: str, width: int) -> list[Content]:
    """Return Markdown as folded lines of content; the heading that it begins with is left out."""
    drawn: list[Content] = []
    for part in _parts(markdown.splitlines()):
        drawn += _table(part, width) if part[0].startswith("|") else _line(part[0], width)
    while drawn and not drawn[0].plain:
        del drawn[0]
    return [
        line for before, line in pairwise((NOTHING, *drawn)) if before.plain or line.plain
    ]  # never two empty lines after each other


def _parts(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield each line by itself, but the rows of a table together."""
    rows: list[str] = []
    for number, line in enumerate(lines):
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            yield rows
            rows = []
        if number or not line.startswith("# "):
            yield [line]
    if rows:
        yield rows


def _line(line: str, width: int) -> list[Content]:
    heading, beside, item = _HEADING.match(line), _LABELLED.match(line), _ITEM.match(line)
    if heading:
        ink = "title" if len(heading[1]) < 3 else "strong"
        return [NOTHING, *paragraph(unescaped(heading[2]), width, ink)]
    if beside:
        label, value = unescaped(beside["label"]), unescaped(beside["value"])
        indent = min(max(INDENT, width_of(label) + 2), width // 2)
        return labelled(label, value, width, indent, ("key", ""))
    if item:
        return _hanging(item["before"] + item["bullet"] + " ", _plain(item["text"]), width)
    if line.startswith("> "):
        return [join("   ", text(row, "deep")) for row in wrap(unescaped(line[2:]), width - 6)]
    return paragraph(_plain(line), width) if line else [NOTHING]


def _plain(markdown: str) -> str:
    return unescaped(_BOLD.sub("", markdown))


def _hanging(bullet: str, value: str, width: int) -> list[Content]:
    """Return a text whose lines all begin behind its bullet."""
    return [
        join(text(bullet if number == 0 else " " * len(bullet), "faint"), text(row))
        for number, row in enumerate(wrap(value, width - len(bullet)))
    ]


def _table(rows: Sequence[str], width: int) -> list[Content]:
    """Return a table in columns; its last column is folded where it does not fit."""
    cells = [
        [unescaped(cell) for cell in _CELL.split(row)[1:-1]]
        for row in rows
        if not _DELIMITER.fullmatch(row)
    ]
    columns = list(zip(*cells, strict=True))
    widths = [max(map(width_of, column)) + 2 for column in columns[:-1]]
    before = sum(widths)
    lines: list[Content] = []
    for number, row in enumerate(cells):
        ink = "faint" if number == 0 else ""
        first = join(*(fit(text(cell, ink), wide) for cell, wide in zip(row, widths, strict=False)))
        for place, last in enumerate(wrap(row[-1], width - before)):
            lines.append(join(first if place == 0 else " " * before, text(last, ink)))
    return lines
