"""The blocks of a text as a small tree: what reading needs of the parser's tokens."""

from typing import Literal

import msgspec

Kind = Literal["heading", "paragraph", "bullets", "numbers", "item", "quote", "code", "rule"]


class Block(msgspec.Struct):
    """One block: a heading, a paragraph, a list, an item, a quote, code or a rule."""

    kind: Kind
    line: int
    """Line number in the file, from 1."""
    sign: str = ""
    """`#` signs of a heading (as many as its level), or the sign after a list's numbers."""
    text: str = ""
    """Plain text of a heading or paragraph, inline marks taken away."""
    label: str = ""
    """Of a paragraph: the bold words before a colon with which it begins, not in `text`."""
    id: str | None = None
    """Of a heading: what stands in back-quotes at its end, not in `text`."""
    underlined: bool = False
    """Of a heading: whether a row of `-` or `=` under the text made it one."""
    swallows: bool = False
    """Of a paragraph: a list followed that the parser took for its text."""
    children: list["Block"] = msgspec.field(default_factory=list)

    def of_kind(self, kind: Kind) -> list["Block"]:
        """Return the children of one kind."""
        return [child for child in self.children if child.kind == kind]

    @property
    def whole_text(self) -> str:
        """Return a paragraph's text with its label before it."""
        return f"{self.label}: {self.text}".strip() if self.label else self.text
