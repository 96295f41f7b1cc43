"""An edited action list, from text to items: what each line says, and which say nothing.

A line is only read; what it changes is worked out in `edits`. Nothing is guessed: what is
neither an item nor a field of one, nor a line that Peil itself writes, is remarked upon.
"""

import re
from typing import Final, NamedTuple

from peil.errors import PeilError, Phrase
from peil.report.escape import unescaped
from peil.report.labels import is_goals_heading, is_heading, is_told
from peil.report.list_lines import Filling, Line, taken_apart, unwrapped
from peil.report.listed import NAMES, TOLD
from peil.text.clean import clean, clean_line
from peil.text.languages import mark

_QUOTED: Final = 60
"""Most characters of a line that a remark quotes."""
_HEADER: Final = re.compile(
    r"[^A-Za-z0-9]{0,20}(?:lt;)?[^A-Za-z0-9]{0,20}peil\s+(\d{1,6});\s*assessment\s+([^;\s]{1,200});"
    r"(?:\s*language\s+(\w{1,20});)?(?:\s*export\s+(\d{1,9});?)?"
)
_NOT_UNDERSTOOD: Final = mark("not understood, so left out: {text}")
_SUB_STEP: Final = mark(
    "a box below an action is no action of its own: {text}. Put it at the left to make it one, or "
    "write it in the note"
)
_ODD_BOX: Final = mark(
    "what stands in the box of {code} is neither nothing nor an x, so it says nothing"
)
_TWICE: Final = mark("{label} stands there twice; the first counts")


class Header(NamedTuple):
    """What the comment at the top says."""

    form: int
    """Version of the list's own form."""
    assessment: str
    language: str
    export: int
    """Number of the export; 0 where none was kept."""


class Remark(NamedTuple):
    """Something about the list that its reader should know."""

    line: int
    """Line number; 0 where it is about no line."""
    notice: PeilError
    """What it is, not raised: `notice.sentence(say)`."""


class Said(NamedTuple):
    """A value as the list has it."""

    line: int
    text: str
    """One line, as it is meant."""


class Item(NamedTuple):
    """One action or goal of the list."""

    line: int
    code: str
    """Empty for one without a code."""
    certain: bool
    """Whether its code is more than the first word of some line."""
    ticked: bool | None
    """None without a box."""
    title: str
    fields: dict[str, Said]
    """What is filled in, by field; an emptied one holds nothing."""


class ReadList(NamedTuple):
    """What a text says."""

    headers: tuple[Header, ...]
    """The first counts; more, where lists were pasted together."""
    items: tuple[Item, ...]
    remarks: tuple[Remark, ...]


def read_list(text: str) -> ReadList:
    """Return what an edited list says; any text is read, none is an error."""
    reader = _Reader()
    for number, raw in enumerate(clean(text, len(text)).split("\n"), 1):
        reader.read(number, raw)
    return ReadList(
        tuple(reader.headers), tuple(each.item for each in reader.open), tuple(reader.remarks)
    )


class _Text:
    """A text that may go on in the next lines."""

    def __init__(self, line: Line, markdown: str) -> None:
        self.number, self.indent = line.number, line.indent
        self._parts = [unescaped(markdown)]

    def go_on(self, markdown: str) -> None:
        self._parts.append(unescaped(markdown))

    @property
    def is_empty(self) -> bool:
        return not any(self._parts)

    @property
    def said(self) -> Said:
        whole = " ".join(part for part in self._parts if part)
        return Said(self.number, clean_line(whole, len(whole)))


class _Open:
    """An item while its lines are read."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.title = _Text(line, unwrapped(line.text))
        self.fields: dict[str, _Text] = {}

    @property
    def item(self) -> Item:
        line = self.line
        return Item(
            line.number,
            line.code,
            bool(line.bullet or line.boxed or line.bold),
            line.ticked,
            self.title.said.text,
            {field: text.said for field, text in self.fields.items()},
        )


class _Reader:
    """Goes through the lines of one list."""

    def __init__(self) -> None:
        self.headers: list[Header] = []
        self.open: list[_Open] = []
        self.remarks: list[Remark] = []
        self._item: _Open | None = None
        self._text: _Text | None = None
        """What the next line may go on with."""
        self._told = False
        """Whether that is something which nobody fills in."""
        self._at_top = True
        """Whether only what Peil says at the top was read so far."""
        self._takes_new = True
        """Whether a bullet without box and code is an action here."""

    def read(self, number: int, raw: str) -> None:
        """Read the next line."""
        line = taken_apart(number, raw)
        if line.empty:
            return
        if line.heading or (not line.bullet and _is_heading_alone(line)):
            self._heading(line)
        elif not self._is_header(raw):
            self._at_top = self._at_top and not (line.firm or (line.bullet and line.code))
            if not self._at_top:
                self._content(line)

    def _is_header(self, raw: str) -> bool:
        found = _HEADER.match(raw.strip())
        if found:
            form, assessment, language, export = found.groups()
            self.headers.append(Header(int(form), assessment, language or "", int(export or 0)))
        return found is not None

    def _heading(self, line: Line) -> None:
        first = self._at_top and not self.open and line.number <= _TITLE_BEFORE
        title = unescaped(line.text)
        ours, goals = is_heading(title), is_goals_heading(title)
        if first and not ours and not goals:
            return  # the title of the list
        self._at_top = False
        self._item = self._text = None
        self._takes_new = ours
        if not ours and not goals:
            self._remark(line, _NOT_UNDERSTOOD)

    def _content(self, line: Line) -> None:
        label, item, text = line.label, self._item, self._text
        inside = text is not None and line.indent > text.indent
        if text and inside and self._goes_on(line):
            text.go_on(line.text)
        elif line.code and (line.firm or line.boxed or line.bold or not inside):
            self._begin(line)
        elif label and item:
            self._fill(item, line, label)
        elif inside and self._told and not line.firm and not line.boxed:
            pass  # the rest of a sentence of Peil's own
        elif (line.boxed or line.bullet) and not label:
            self._without_code(line)
        elif not is_told(unescaped(line.text)):
            self._remark(line, _NOT_UNDERSTOOD)

    def _goes_on(self, line: Line) -> bool:
        """Return whether a line further in is the rest of the title or value above it."""
        if self._told or line.boxed or line.bold or line.label:
            return False
        in_title = self._item is not None and self._text is self._item.title
        return not (line.firm and in_title)

    def _begin(self, line: Line) -> None:
        self._item = _Open(line)
        self.open.append(self._item)
        self._text, self._told = self._item.title, False
        if line.boxed and line.ticked is None:
            code = line.code or self._item.title.said.text[:_QUOTED]
            self.remarks.append(Remark(line.number, PeilError(_ODD_BOX, code=code)))

    def _fill(self, item: _Open, line: Line, label: Filling) -> None:
        field = label.field
        self._told = field in TOLD
        if self._told and field != "effort":
            self._text = _Text(line, "")
            return
        self._text = text = _Text(line, label.value)
        before = item.fields.get(field)
        if before is None or before.is_empty:
            item.fields[field] = text
        elif not text.is_empty:
            name = Phrase(NAMES.get(field, field))
            self.remarks.append(Remark(line.number, PeilError(_TWICE, label=name)))

    def _without_code(self, line: Line) -> None:
        """Take a bullet as an action of one's own, where it stands at the level of actions."""
        item = self._item
        within = item is not None and (line.indent >= item.line.indent + 2 or line.inner)
        if within and line.boxed:
            self._remark(line, _SUB_STEP)
        elif within or not (line.boxed or self._takes_new):
            self._remark(line, _NOT_UNDERSTOOD)
        else:
            self._begin(line)

    def _remark(self, line: Line, message: str) -> None:
        text = unescaped(line.text)
        short = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
        self.remarks.append(Remark(line.number, PeilError(message, text=short)))


_TITLE_BEFORE: Final = 20
"""Line before which a heading that is none of the list's own is its title."""


def _is_heading_alone(line: Line) -> bool:
    """Return whether a line is a heading that lost its mark."""
    text = unescaped(line.text)
    return not line.code and not line.boxed and (is_heading(text) or is_goals_heading(text))
