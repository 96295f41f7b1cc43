"""Markdown as blocks: markdown-it-py's tokens made into the small tree of `blocks.py`.

Inline text is parsed only where it holds a sign that could mean something: that
is most of the time which a parser takes. Everything is plain text afterwards.

This is the only module that imports the parser; whatever may find a parsed form
in the cache imports this one only when it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from peil.questionnaire.blocks import Block, Kind
from peil.text.clean import clean, first_forbidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from peil.questionnaire.problems import Problems

HEADINGS_LIMIT = 500
"""Most questions in a file, and most of all other headings together."""
TEXT_LIMIT = 10_000
"""Longest paragraph, in characters: it is a line that an editor wrapped."""
NESTING_LIMIT = 8
"""Deepest nesting that is parsed: three lists with their items, and a quote, are seven deep."""
SIGNS_LIMIT = 500
"""Most signs in one text that Markdown could mean something by: parsing takes their square."""
FILE_SIGNS_LIMIT = 20_000
"""Most of those signs in a whole file."""
_INLINE_SIGNS: Final = frozenset("\\`*_[]<&")
_SIGNS: Final = (*_INLINE_SIGNS, "|")
_KINDS: Final[dict[str, Kind]] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "code_block": "code",
    "fence": "code",
    "hr": "rule",
}
_LINKS: Final = ("http:", "https:", "mailto:")


def parse_body(lines: list[str], before: int, problems: Problems) -> list[Block] | None:
    """Return the blocks of all lines after the first `before`; None with too many questions."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING_LIMIT})
    markdown.disable(["inline", "text_join", "html_block"])
    environment: dict[str, object] = {}
    tokens = markdown.parse("\n".join(lines[before:]), environment)
    if _has_too_many(tokens, before, problems):
        return None
    inline = _Inline(markdown, environment, problems)
    return _Tree(lines, before, inline, problems).grow(tokens)


def _has_too_many(tokens: Sequence[Token], before: int, problems: Problems) -> bool:
    """Return whether there are more questions or other headings than anybody reads."""
    headings = [token for token in tokens if token.type == "heading_open"]
    questions = [token for token in headings if token.tag == "h3"]
    others = [token for token in headings if token.tag != "h3"]
    many = {"too-many-questions": questions, "too-many-topics": others}
    for code, found in many.items():
        if len(found) > HEADINGS_LIMIT:
            line = (found[HEADINGS_LIMIT].map or [0])[0] + before + 1
            problems.add(code, line, limit=HEADINGS_LIMIT)
            return True
    return False


class _Tree:
    """Blocks as they open and close."""

    def __init__(self, lines: list[str], before: int, inline: _Inline, problems: Problems) -> None:
        """Take the file's lines and the number of those before the body."""
        self._lines = lines
        self._before = before
        self._inline = inline
        self._problems = problems
        self._top: list[Block] = []
        self._open: list[Block] = []

    def grow(self, tokens: Sequence[Token]) -> list[Block]:
        """Return the blocks at the top, all others inside them."""
        for token in tokens:
            if token.nesting < 0:
                self._open.pop()
            elif token.type == "inline":
                self._fill(self._open[-1], token.content)
            else:
                self._add(token)
        return self._top

    def _add(self, token: Token) -> None:
        line = (token.map[0] if token.map else 0) + self._before + 1
        block = Block(_KINDS[token.type], line, token.markup)
        if block.kind == "heading":
            block.sign = "#" * int(token.tag[1:])
            block.underlined = not token.markup.startswith("#")
        (self._open[-1].children if self._open else self._top).append(block)
        if token.nesting > 0:
            self._open.append(block)

    def _fill(self, block: Block, content: str) -> None:
        if "\n" in content and block.kind == "paragraph":
            content = self._own_lines(block, content.split("\n"))
        self._inline.fill(block, content)

    def _own_lines(self, block: Block, contents: list[str]) -> str:
        """Return the lines of a paragraph up to one that was not meant to belong to it."""
        for place, content in enumerate(contents[1:], 1):
            line = block.line + place
            if _looks_like_item(content.lstrip()):
                block.swallows = True
                self._problems.add("list-swallowed", line, text=content.strip())
            elif self._is_glued(line):
                self._problems.add("text-glued", line, text=content.strip())
            else:
                continue
            return "\n".join(contents[:place])
        return "\n".join(contents)

    def _is_glued(self, line: int) -> bool:
        """Return whether a line hangs on to a bullet, level or quote only by the line break."""
        if len(self._open) < 2 or line > len(self._lines):
            return False
        owner = self._open[-2]
        if owner.kind == "quote":
            return not self._lines[line - 1].lstrip().startswith(">")
        return owner.kind == "item" and self._indent(line) <= self._indent(owner.line)

    def _indent(self, line: int) -> int:
        text = self._lines[line - 1].expandtabs(4)
        return len(text) - len(text.lstrip())


def _looks_like_item(text: str) -> bool:
    if text.startswith(("- ", "* ", "+ ")):
        return True
    digits = len(text) - len(text.lstrip("0123456789"))
    return 1 <= digits <= 2 and text[digits : digits + 2] in (". ", ") ")


class _Inline:
    """The text of paragraphs and headings, made plain."""

    def __init__(
        self, markdown: MarkdownIt, environment: dict[str, object], problems: Problems
    ) -> None:
        """Take the parser and what it learnt from the whole body (link references)."""
        self._markdown = markdown
        self._environment = environment
        self._problems = problems
        self._detector: MarkdownIt | None = None
        self._signs = 0

    def fill(self, block: Block, content: str) -> None:
        """Give a heading or paragraph its plain text, label and id."""
        block.text = fold(content[:TEXT_LIMIT])
        if len(content) > TEXT_LIMIT:
            self._problems.add("text-too-long", block.line, limit=TEXT_LIMIT)
            return
        signs = sum(map(content.count, _SIGNS))
        if not signs or not self._allows(signs, block.line):
            return
        if not _INLINE_SIGNS.isdisjoint(content):
            self._parse(block, content)
        if "<" in content or "|" in content:
            self._warn_of_blocks(content, block.line)

    def _allows(self, signs: int, line: int) -> bool:
        """Return whether so many more signs can be parsed in time; note it when not."""
        self._signs += signs
        if signs > SIGNS_LIMIT:
            self._problems.add("too-many-signs", line, limit=SIGNS_LIMIT)
            return False
        if self._signs > FILE_SIGNS_LIMIT:
            if self._signs - signs <= FILE_SIGNS_LIMIT:
                self._problems.add("too-many-signs-in-file", line, limit=FILE_SIGNS_LIMIT)
            return False
        return True

    def _parse(self, block: Block, content: str) -> None:
        children: list[Token] = []
        self._markdown.inline.parse(content, self._markdown, self._environment, children)
        if block.kind == "heading":
            children, block.id = _without_id(children)
        else:
            children, block.label = _without_label(children)
        if any(child.type == "image" for child in children):
            self._problems.add("image", block.line)
        block.text = self._safe(_plain(children), block.line)
        block.label = self._safe(block.label, block.line)

    def _safe(self, text: str, line: int) -> str:
        """Return the text without hidden characters, which an entity can bring in."""
        found = first_forbidden(text)
        if found is None:
            return fold(text)
        self._problems.add("hidden-entity", line, character=f"U+{ord(found[1]):04X}")
        return fold(clean(text))

    def _warn_of_blocks(self, content: str, line: int) -> None:
        """Look for tables and HTML, which the reading parse takes for text."""
        if "<" not in content and not any(map(_is_table_rule, content.split("\n"))):
            return
        for token in self._detecting().parse(content):
            place = line + (token.map[0] if token.map else 0)
            if token.type == "table_open":
                self._problems.add("table", place)
            elif token.type == "html_block" or any(
                child.type == "html_inline" for child in token.children or ()
            ):
                self._problems.add("html", place)

    def _detecting(self) -> MarkdownIt:
        if self._detector is None:
            self._detector = MarkdownIt("commonmark", {"html": True}).enable("table")
        return self._detector


def fold(text: str) -> str:
    """Return a text on one line: white space folded, none at the ends."""
    return " ".join(text.split())


def _is_table_rule(line: str) -> bool:
    return "|" in line and "-" in line and not line.strip("|:- \t")


def _without_id(children: list[Token]) -> tuple[list[Token], str | None]:
    """Return the children before the back-quoted id at the end, and the id."""
    last = len(children)
    while last and children[last - 1].type == "text" and not children[last - 1].content.strip():
        last -= 1
    if last and children[last - 1].type == "code_inline":
        return children[: last - 1], children[last - 1].content
    return children, None


def _without_label(children: list[Token]) -> tuple[list[Token], str]:
    """Return what follows bold words that end in a colon, and those words."""
    opened = [place for place, child in enumerate(children[:2]) if child.type == "strong_open"]
    closed = [place for place, child in enumerate(children) if child.type == "strong_close"]
    if not opened or not closed or (opened[0] == 1 and children[0].content.strip()):
        return children, ""
    label = _plain(children[opened[0] + 1 : closed[0]]).strip()
    rest = children[closed[0] + 1 :]
    if label.endswith(":"):
        return rest, label.rstrip(": ")
    if rest and rest[0].type == "text" and rest[0].content.startswith(":"):
        rest[0].content = rest[0].content[1:]
        return rest, label
    return children, ""


def _plain(children: Sequence[Token]) -> str:
    """Return inline tokens as plain text; a link keeps its address, an image its words."""
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "link_open":
            address = "" if child.info == "auto" else str(child.attrGet("href") or "")
            links.append((len(parts), address))
        elif child.type == "link_close":
            start, address = links.pop()
            if address.startswith(_LINKS) and address != "".join(parts[start:]):
                parts.append(f" ({address})")
        else:
            parts.append(child.content)
    return "".join(parts)
