"""One line of an edited list: its indent, bullet, box and code, however they are written."""

import re
from typing import Final, NamedTuple

from peil.report.labels import LONGEST_LABEL, label_of

TAB: Final = 4
"""Columns from one tab stop to the next."""

_SPACES: Final = "".join(
    map(chr, (*range(9, 14), 32, 0xA0, *range(0x2000, 0x200C), 0x202F, 0x3000))
)
"""What may stand before a line: spaces of every width, some editors' even of none."""
_QUOTE: Final = re.compile(r"[ \t]*(?:>[ \t]?)+")
_PLAIN_BULLET: Final = "-*+•·●○◦▪■‣⁃∙\uf0b7\uf0a7"
_LOOSE_BULLET: Final = r"[–—]|\d{1,9}[.)]"
_BULLET: Final = re.compile(
    rf"(?P<plain>[{re.escape(_PLAIN_BULLET)}]|[o§](?=\t))(?:\s+|(?=\\?\[)|$)"
    rf"|(?P<loose>{_LOOSE_BULLET})(?:\s+|(?=\\?\[)|$)"
)
_INNER: Final = frozenset("○◦▪‣⁃o§\uf0a7")
"""Bullets of which a word processor makes those of the second level."""
_BOX: Final = re.compile(
    r"\\?\[\s?(?P<mark>[^\]\\\[]?)\s?\\?\](?=[\s*_\\]|$)\s*|(?P<sign>[☐☑☒✅✓✔])\s*"
)
_TICKED: Final = frozenset("xX✓✔vV☑☒✅")
_EMPTY: Final = frozenset(("", " ", "☐"))
_MARKS: Final = r"(?:\\?[*_`~])*"
_CODE: Final = re.compile(
    rf"(?P<before>{_MARKS})(?P<code>[Aa]\d{{2,6}}|[Gg][1-7])(?P<after>{_MARKS})"
    r"(?:[:.)](?=\s|$)|(?=\s|$))\s*"
)
_HEADING: Final = re.compile(r"#{1,6}(?:\s+|$)")
_RULE: Final = re.compile(r"(?:[-*_=]\s*){3,}|```.*|~~~.*")
_WRAPPED: Final = re.compile(r"(\*\*|__|\*|_)(?=\S)(.*\S)\1")


class Line(NamedTuple):
    """One line, taken apart."""

    number: int
    """From 1."""
    text: str
    """What is left behind bullet, box and code, still as Markdown."""
    indent: int
    """Columns before it, quotation marks aside."""
    bullet: str
    """The bullet; empty without one."""
    loose: bool
    """Whether that may be none: a dash, or a number with a point."""
    ticked: bool | None
    """Whether its box is ticked; None without a box that says so."""
    boxed: bool
    """Whether it has a box."""
    code: str
    """Its code in capitals; empty without one."""
    bold: bool
    """Whether there is a mark before its code, so that it is more than a word."""
    heading: bool

    @property
    def inner(self) -> bool:
        """Whether its bullet is one of the second level, whatever its indent."""
        return self.bullet in _INNER

    @property
    def firm(self) -> bool:
        """Whether it has a bullet that can be nothing else."""
        return bool(self.bullet) and not self.loose

    @property
    def empty(self) -> bool:
        """Whether it says nothing: white space, a rule, or a bullet or box alone."""
        return not (self.text or self.code) or (not self.bullet and is_rule(self.text))

    @property
    def label(self) -> "Filling | None":
        """What it fills in, when it begins with the name of a field."""
        if self.boxed or self.code or self.heading:
            return None
        before, colon, _ = self.text[: LONGEST_LABEL * 2].partition(":")
        field = label_of(before.replace("\\", "").strip("*_` ")) if colon else ""
        if not field:
            return None
        value = self.text[len(before) + 1 :]
        marks = before[: len(before) - len(before.lstrip("*_"))]
        if marks and not before.rstrip().endswith(marks):
            value = value.strip().removeprefix(marks)
        return Filling(field, unwrapped(value.strip()))


class Filling(NamedTuple):
    """A line that fills in a field."""

    field: str
    value: str
    """Still as Markdown."""


def taken_apart(number: int, raw: str) -> Line:
    """Return a clean line, taken apart."""
    quote = _QUOTE.match(raw)
    text = raw[quote.end() :] if quote else raw
    indent, text = _indented(text)
    heading = _HEADING.match(text)
    if heading:
        return Line(
            number,
            text[heading.end() :].strip(" #"),
            indent,
            "",
            False,
            None,
            False,
            "",
            False,
            True,
        )
    bullet, text, loose = _bulleted(text)
    box = _BOX.match(text)
    ticked = None
    if box:
        sign = box["sign"] or (box["mark"] or "").strip()
        ticked = True if sign in _TICKED else False if sign in _EMPTY else None
        text = text[box.end() :]
    code = _CODE.match(text)
    if code:
        text = _closed(code["before"], code["after"], text[code.end() :])
    return Line(
        number,
        text,
        indent,
        bullet,
        loose,
        ticked,
        box is not None,
        code["code"].upper() if code else "",
        bool(code and code["before"]),
        False,
    )


def is_rule(text: str) -> bool:
    """Return whether a line only parts others: a rule, or the edge of a block of code."""
    return len(text) <= 200 and _RULE.fullmatch(text) is not None


def unwrapped(value: str) -> str:
    """Return a value without the marks that make all of it bold or italic."""
    found = _WRAPPED.fullmatch(value)
    return found[2] if found else value


def _closed(before: str, after: str, text: str) -> str:
    """Return a text without the marks at its end that were opened before its code."""
    opened, closed = (each.replace("\\", "") for each in (before, after))
    left = opened[: len(opened) - len(closed)][::-1]
    return text.removesuffix(left).rstrip() if left else text


def _indented(text: str) -> tuple[int, str]:
    rest = text.lstrip(_SPACES)
    before = text[: len(text) - len(rest)]
    columns = 0
    for sign in before.replace("\u200b", ""):
        columns = columns + TAB - columns % TAB if sign == "\t" else columns + 1
    return columns, rest.rstrip()


def _bulleted(text: str) -> tuple[str, str, bool]:
    """Return bullet, the rest, and whether the bullet may be none."""
    found = _BULLET.match(text)
    if found is None or is_rule(text):
        return "", text, False
    loose = found["loose"] is not None
    return found["loose"] if loose else found["plain"], text[found.end() :], loose
